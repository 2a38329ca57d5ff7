/**
 * May a component be moved to a release here, and if not, why?
 *
 * Rule 1: the catalog lists it for the component, and it is neither withdrawn, nor to be avoided here, nor a
 * pre-release (unless the goal allows them).
 */
import { isPrerelease, type Refusal, type Version, versionKey } from '../model';
import { type Answers, mayHold } from './condition';
import type { ReleaseLine } from './release-line';

export interface RefusedRelease {
  readonly refusal: Refusal;
  /** The catalog's own reason. */
  readonly detail?: string;
}

/** `undefined` where the release may be moved to. */
export function refusalOf(
  line: ReleaseLine,
  version: Version,
  answers: Answers,
  allowsPrereleases: boolean,
): RefusedRelease | undefined {
  const release = line.byKey.get(versionKey(version));
  if (release === undefined) return { refusal: 'unlisted' };
  if (release.withdrawn !== undefined) return { refusal: 'withdrawn', detail: release.withdrawn };
  const avoidance = release.avoid.find((candidate) => mayHold(candidate.if, answers));
  if (avoidance !== undefined) return { refusal: 'avoided', detail: avoidance.reason };
  if (!allowsPrereleases && isPrerelease(release.version)) return { refusal: 'prerelease' };
  return undefined;
}
