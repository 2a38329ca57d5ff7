/**
 * Which server versions may a plan visit, and which hops lead from one to the next?
 *
 * Rules 1 and 2: the deployed version, and the releases above it up to the target that may be moved to; a hop leads
 * upwards to a release whose `upgradeFrom` holds the version it comes from, or anywhere where the goal allows skips.
 * Versions that cannot be reached, or from which the target cannot, are left out.
 */
import type { Answers } from '../compatibility/condition';
import { refusalOfRelease } from '../compatibility/refusal';
import { type LineRelease, type ReleaseLine, releasesBetween } from '../compatibility/release-line';
import {
  compareVersions,
  type IndexInterval,
  indexVersions,
  isInRange,
  type ParsedGoal,
  type Version,
} from '../model';
import { remember, rememberLast } from './remember';

/** As many releases as there may be: hops are given by intervals. */
export interface ReleaseGraph {
  /** Ascending; the first is deployed, the last is the target. */
  readonly versions: readonly Version[];
  /** By index of the version that a hop leads to: the indices of those it may start at. */
  readonly sources: readonly (readonly IndexInterval[])[];
}

/** The few versions that make a difference, hop by hop. */
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

/** The range that a hop to the release is outside of; `undefined` where it takes a server at this version. */
export function skippedRange(
  release: Pick<LineRelease, 'upgradeFrom'> | undefined,
  from: Version,
): string | undefined {
  return release === undefined || acceptsHop(release, from) ? undefined : release.upgradeFrom;
}

/** The releases that a server may be moved to on the way from `deployed` to `target`, ascending. */
export function serverStops(
  line: ReleaseLine,
  deployed: Version,
  goal: Pick<ParsedGoal, 'target' | 'prereleases'>,
  answers: Answers,
): LineRelease[] {
  return releasesBetween(line, deployed, goal.target).filter(
    (release) => refusalOfRelease(release, answers, goal.prereleases) === undefined,
  );
}

/** From which of the versions, ascending, hops lead to each of the releases after the first. */
function findSources(
  versions: readonly Version[],
  stops: readonly LineRelease[],
  allowSkips: boolean,
): (readonly IndexInterval[])[] {
  // Releases of a series mostly share their range.
  const held = remember(indexVersions(versions));
  const intervalsOf = (range: string | undefined): readonly IndexInterval[] =>
    allowSkips || range === undefined ? [[0, Number.POSITIVE_INFINITY]] : held(range);
  const below = stops.map(({ upgradeFrom }, i) =>
    intervalsOf(upgradeFrom).flatMap(([first, last]): IndexInterval[] =>
      first > i ? [] : [[first, Math.min(last, i)]],
    ),
  );
  return [[], ...below];
}

/** Whether each version can be reached from the first by hops. */
function findReached(sources: ReleaseGraph['sources']): boolean[] {
  // By index: how many of those before it are reached.
  const counts = [0];
  return sources.map((intervals, i) => {
    const isReached =
      i === 0 || intervals.some(([first, last]) => (counts[last + 1] ?? 0) > (counts[first] ?? 0));
    counts.push((counts[i] ?? 0) + Number(isReached));
    return isReached;
  });
}

/** Indices of those that are `reached` and from which the last version can be, descending. */
function findUseful(sources: ReleaseGraph['sources'], reached: readonly boolean[]): number[] {
  const target = sources.length - 1;
  const useful: number[] = [];
  // By index: how many intervals end there, and how many begin right above it.
  const ends = sources.map(() => 0);
  const begins = sources.map(() => 0);
  let open = 0;
  for (let i = target; i >= 0; i--) {
    open += (ends[i] ?? 0) - (begins[i] ?? 0);
    if (!reached[i] || (i < target && open === 0)) continue;
    useful.push(i);
    for (const [first, last] of sources[i] ?? []) {
      ends[last] = (ends[last] ?? 0) + 1;
      if (first > 0) begins[first - 1] = (begins[first - 1] ?? 0) + 1;
    }
  }
  return useful;
}

/** The graph of some of its versions only, by their indices. */
export function selectVersions(graph: ReleaseGraph, kept: readonly number[]): ReleaseGraph {
  if (kept.length === graph.versions.length) return graph;
  // By index: how many of those before it are kept.
  const counts = new Uint32Array(graph.versions.length + 1);
  const isKept = new Set(kept);
  for (let i = 0; i < graph.versions.length; i++) counts[i + 1] = (counts[i] ?? 0) + Number(isKept.has(i));
  return {
    versions: graph.versions.filter((_, i) => isKept.has(i)),
    sources: graph.sources
      .filter((_, i) => isKept.has(i))
      .map((intervals) =>
        intervals.flatMap(([first, last]): IndexInterval[] => {
          const [from, to] = [counts[first] ?? 0, (counts[last + 1] ?? 0) - 1];
          return from > to ? [] : [[from, to]];
        }),
      ),
  };
}

export function listHops({ versions, sources }: ReleaseGraph): ServerGraph {
  const target = versions.length - 1;
  const hops: number[][] = versions.map(() => []);
  const hopsLeft = versions.map((_, i) => (i === target ? 0 : Number.POSITIVE_INFINITY));
  for (const [to, intervals] of [...sources.entries()].reverse()) {
    const left = (hopsLeft[to] ?? 0) + 1;
    for (const [first, last] of intervals) {
      for (let from = first; from <= last; from++) {
        hops[from]?.push(to);
        hopsLeft[from] = Math.min(hopsLeft[from] ?? left, left);
      }
    }
  }
  return { versions, hops, hopsLeft };
}

type GraphGoal = Pick<ParsedGoal, 'target' | 'prereleases' | 'allowSkips'>;

function findGraph(
  line: ReleaseLine,
  deployed: Version,
  goal: GraphGoal,
  answers: Answers,
): ReleaseGraph | undefined {
  if (compareVersions(deployed, goal.target) === 0) return { versions: [deployed], sources: [[]] };
  const stops = serverStops(line, deployed, goal, answers);
  const last = stops.at(-1);
  if (last === undefined || compareVersions(last.version, goal.target) !== 0) return undefined;
  const versions = [deployed, ...stops.map((release) => release.version)];
  const sources = findSources(versions, stops, goal.allowSkips);
  const reached = findReached(sources);
  if (!reached.at(-1)) return undefined;
  return selectVersions({ versions, sources }, findUseful(sources, reached));
}

/** Why there is no plan, and what would help, is asked of the same few graphs many times. */
const KEPT_GRAPHS = 8;
const graphsOf = new WeakMap<ReleaseLine, ReturnType<typeof rememberLast<ReleaseGraph | undefined>>>();

/** `undefined` where no chain of hops leads to the target. */
export function buildServerGraph(
  line: ReleaseLine,
  deployed: Version,
  goal: GraphGoal,
  answers: Answers,
): ReleaseGraph | undefined {
  const graphs = graphsOf.get(line) ?? rememberLast<ReleaseGraph | undefined>(KEPT_GRAPHS);
  graphsOf.set(line, graphs);
  const { target, prereleases, allowSkips } = goal;
  const key = JSON.stringify([deployed, target, prereleases, allowSkips, answers]);
  return graphs(key, () => findGraph(line, deployed, goal, answers));
}
