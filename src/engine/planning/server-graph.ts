/**
 * Which server versions may a plan visit, and which hops lead from one to the next?
 *
 * Rules 1 and 2: the deployed version, and the releases above it up to the target that may be moved to; a hop leads
 * upwards to a release whose `upgradeFrom` holds the version it comes from, or anywhere where the goal allows skips.
 * Versions that cannot be reached, or from which the target cannot, are left out.
 */
import type { Answers } from '../compatibility/condition';
import { refusalOf } from '../compatibility/refusal';
import type { LineRelease, ReleaseLine } from '../compatibility/release-line';
import { compareVersions, isInRange, type ParsedGoal, type Version } from '../model';

export interface ServerGraph {
  /** Ascending; the first is deployed, the last is the target. */
  readonly versions: readonly Version[];
  /** By index of the version it starts at: indices of the versions a hop leads to, newest first. */
  readonly hops: readonly (readonly number[])[];
  /** By index: the least number of hops to the target. */
  readonly hopsLeft: readonly number[];
}

/** Whether the release takes a server at this version (rule 2). */
export function acceptsHop(release: Pick<LineRelease, 'upgradeFrom'>, from: Version): boolean {
  return release.upgradeFrom === undefined || isInRange(from, release.upgradeFrom);
}

/** The releases that a server may be moved to on the way from `deployed` to `target`, ascending. */
export function serverStops(
  line: ReleaseLine,
  deployed: Version,
  goal: Pick<ParsedGoal, 'target' | 'prereleases'>,
  answers: Answers,
): LineRelease[] {
  return line.releases.filter(
    (release) =>
      compareVersions(release.version, deployed) > 0 &&
      compareVersions(release.version, goal.target) <= 0 &&
      refusalOf(line, release.version, answers, goal.prereleases) === undefined,
  );
}

/** `undefined` where no chain of hops leads to the target. */
export function buildServerGraph(
  line: ReleaseLine,
  deployed: Version,
  goal: Pick<ParsedGoal, 'target' | 'prereleases' | 'allowSkips'>,
  answers: Answers,
): ServerGraph | undefined {
  if (compareVersions(deployed, goal.target) === 0)
    return { versions: [deployed], hops: [[]], hopsLeft: [0] };
  const stops = serverStops(line, deployed, goal, answers);
  const last = stops.at(-1);
  if (last === undefined || compareVersions(last.version, goal.target) !== 0) return undefined;

  const versions = [deployed, ...stops.map((release) => release.version)];
  const sources: number[][] = versions.map(() => []);
  const reached = versions.map((_, i) => i === 0);
  // Releases of a series mostly share their range, so it is asked once for each version.
  const accepted = new Map<string | undefined, boolean[]>();
  for (const [i, release] of stops.entries()) {
    const to = i + 1;
    let accepts = accepted.get(release.upgradeFrom);
    if (accepts === undefined) {
      accepts = versions.map((version) => goal.allowSkips || acceptsHop(release, version));
      accepted.set(release.upgradeFrom, accepts);
    }
    for (let from = 0; from < to; from++) if (reached[from] && accepts[from]) sources[to]?.push(from);
    reached[to] = (sources[to]?.length ?? 0) > 0;
  }
  const target = versions.length - 1;
  if (!reached[target]) return undefined;

  const hopsLeft = versions.map((_, i) => (i === target ? 0 : Number.POSITIVE_INFINITY));
  for (let to = target; to > 0; to--) {
    const left = (hopsLeft[to] ?? Number.POSITIVE_INFINITY) + 1;
    for (const from of sources[to] ?? []) hopsLeft[from] = Math.min(hopsLeft[from] ?? left, left);
  }

  const kept = versions.flatMap((_, i) => (reached[i] && Number.isFinite(hopsLeft[i]) ? [i] : []));
  const position = new Map(kept.map((old, now) => [old, now]));
  const hops: number[][] = kept.map(() => []);
  for (const [now, old] of kept.entries()) {
    for (const source of sources[old] ?? []) {
      const from = position.get(source);
      if (from !== undefined) hops[from]?.unshift(now);
    }
  }
  return {
    versions: kept.map((i) => versions[i] ?? deployed),
    hops,
    hopsLeft: kept.map((i) => hopsLeft[i] ?? 0),
  };
}
