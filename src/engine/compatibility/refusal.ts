/**
 * May a component be moved to a release here, and if not, why?
 *
 * Rule 1: the catalog lists it for the component, and it is neither withdrawn, nor to be avoided here, nor a
 * pre-release (unless the goal allows them).
 */
import type { Refusal, Version } from '../model';
import { type Answers, mayHold } from './condition';
import { type LineRelease, listedRelease, type ReleaseLine } from './release-line';

export interface RefusedRelease {
  readonly refusal: Refusal;
  /** The catalog's own reason. */
  readonly detail?: string;
}

/** `undefined` where one may move to this release of a line. */
export function refusalOfRelease(
  release: LineRelease,
  answers: Answers,
  allowsPrereleases: boolean,
): RefusedRelease | undefined {
  if (release.withdrawn !== undefined) return { refusal: 'withdrawn', detail: release.withdrawn };
  const avoidance = release.avoid.find((candidate) => mayHold(candidate.if, answers));
  if (avoidance !== undefined) return { refusal: 'avoided', detail: avoidance.reason };
  if (!allowsPrereleases && release.isPrerelease) return { refusal: 'prerelease' };
  return undefined;
}

/** `undefined` where the line lists a release at this version and one may move to it. */
export function refusalOf(
  line: ReleaseLine,
  version: Version,
  answers: Answers,
  allowsPrereleases: boolean,
): RefusedRelease | undefined {
  const release = listedRelease(line, version);
  return release === undefined
    ? { refusal: 'unlisted' }
    : refusalOfRelease(release, answers, allowsPrereleases);
}
