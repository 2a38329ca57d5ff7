/**
 * How far could those that build others get at most (rule 6)?
 *
 * Whatever way the server goes, a builder gets no further than to the highest release that it may be moved to and that
 * works with some server on the way; what is built gets no further than its builders. Versions above that are left out
 * before the search, which would otherwise try every order in which builders could move before it knows that none helps.
 * Each limit bounds from above, so no plan is lost.
 */
import { compareVersions, type Version } from '../model';
import type { Lane } from './lanes';

export interface Buildable {
  readonly component: string;
  readonly deployed: Version;
  readonly isPinned: boolean;
  /** Where it could go if nothing had to be built. */
  readonly lane: Lane;
  /** Components that build it, where rule 6 holds for it. */
  readonly builders: readonly string[];
}

function highest(versions: Iterable<Version>): Version | undefined {
  let most: Version | undefined;
  for (const version of versions)
    if (most === undefined || compareVersions(version, most) > 0) most = version;
  return most;
}

/** By component that builds others: the highest version that one of its entries could be at. */
export type BuilderLimits = ReadonlyMap<string, Version>;

/** The highest version that can be built; `undefined`: any. */
export function limitOf(builders: readonly string[], limits: BuilderLimits): Version | undefined {
  if (builders.length === 0) return undefined;
  return highest(builders.flatMap((id) => limits.get(id) ?? []));
}

/** Whoever builds one of these is among them. */
export function findBuilderLimits(entries: readonly Buildable[]): BuilderLimits {
  const building = new Set(entries.flatMap(({ builders }) => builders));
  const makers = entries.filter(({ component }) => building.has(component));
  const within = new Map(
    makers.map((maker) => [
      maker,
      maker.lane.versions.filter((_, i) => maker.lane.compatible[i]?.includes(1)),
    ]),
  );
  let limits: BuilderLimits = new Map();
  for (;;) {
    const next = new Map<string, Version>();
    for (const maker of makers) {
      const { component, deployed, isPinned, builders } = maker;
      // In the first round nothing is known of who builds the builders.
      const limit = limits.size === 0 ? undefined : limitOf(builders, limits);
      const reached = isPinned
        ? []
        : (within.get(maker) ?? []).filter((v) => limit === undefined || compareVersions(v, limit) <= 0);
      const top = highest([deployed, ...reached]) ?? deployed;
      next.set(component, highest([top, next.get(component) ?? top]) ?? top);
    }
    const isSettled = [...next].every(([id, version]) => limits.get(id) === version);
    if (isSettled) return next;
    limits = next;
  }
}
