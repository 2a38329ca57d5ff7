/**
 * Which consumers does a plan have to look after, and what could each of them move to?
 *
 * Entries that nothing tells apart are one group to the search. Members of components that build others stay single:
 * it can be enough that one of them moves. Groups that work with every server on the way and already meet the goal never
 * move, unless they build something that does; they are left to the verifier. Versions that make no difference are left
 * out (reduce).
 */
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type Version,
  versionKey,
} from '../model';
import { type Lane, LaneFinder } from './lanes';
import { buildMoveTable, IMPOSSIBLE, type MoveTable, movesFromHere } from './move-table';
import { type Columns, keptServers, newestOfRuns, selectColumns, selectServers } from './reduce';
import type { ServerGraph } from './server-graph';

/** Interchangeable entries, and everything the search needs to know of them. */
export interface Group {
  readonly component: string;
  readonly members: readonly Entry[];
  /** Sum of the members' counts. */
  readonly instances: number;
  /** Whether the goal names a version for it. */
  readonly hasExactTarget: boolean;
  /** Versions it may be at: the deployed one, then every release above it worth moving to, ascending. */
  readonly versions: readonly Version[];
  /** By index into `versions`, by server index: 1 where the pair is compatible. */
  readonly compatible: Columns;
  /** By index into `versions`: whether the goal is met there. */
  readonly meetsGoal: readonly boolean[];
  /** By server index, by index into `versions`: least further moves when it gets there. */
  readonly movesLeft: (server: number, at: number) => number;
  /** Components that build it, where rule 6 holds for it. */
  readonly builders: readonly string[];
}

export interface Fleet {
  /** The server versions worth visiting. */
  readonly graph: ServerGraph;
  readonly server: Entry;
  /** In a fixed order: by component in the order of disruption, then by name. */
  readonly groups: readonly Group[];
  /** Components that some entry waits for, with the highest version deployed of each. */
  readonly builders: ReadonlyMap<string, Version>;
}

/** A group before it is known whether it has to be looked after. */
interface Draft {
  readonly members: readonly Entry[];
  readonly first: Entry;
  /** The deployed version: with which servers it works, and whether the goal is met there. */
  readonly works: Uint8Array;
  readonly isThere: boolean;
  readonly builders: readonly string[];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Components whose entries build this one, where rule 6 holds for it: none for `external`, none where none is deployed. */
export function buildersOf(catalog: Catalog, inventory: Inventory, entry: Entry): string[] {
  if (entry.source === 'external') return [];
  const builtWith = catalog.components[entry.component]?.builtWith ?? [];
  return builtWith.filter((id) => inventory.entries.some((candidate) => candidate.component === id));
}

/** Rule 6: whether the group may move to the version where builders are this far, by component. */
export function isBuiltBy(group: Group, version: Version, built: ReadonlyMap<string, Version>): boolean {
  if (group.builders.length === 0) return true;
  return group.builders.some((id) => {
    const highest = built.get(id);
    return highest !== undefined && compareVersions(highest, version) >= 0;
  });
}

/** The highest version deployed of each component that some entry waits for. */
function deployedBuilders(
  consumers: readonly Entry[],
  buildersByEntry: ReadonlyMap<Entry, readonly string[]>,
): Map<string, Version> {
  const waitedFor = new Set([...buildersByEntry.values()].flat());
  const builders = new Map<string, Version>();
  for (const { component, version } of consumers) {
    const highest = builders.get(component);
    if (!waitedFor.has(component)) continue;
    if (highest === undefined || compareVersions(version, highest) > 0) builders.set(component, version);
  }
  return builders;
}

/** Whether the group works with every server on the way, and is where the goal wants it. */
function canRest({ isThere, works }: Draft): boolean {
  return isThere && works.every((does) => does === 1);
}

/** Those who may have to move, and those who may have to move so that these can be built. */
function withoutResting(drafts: readonly Draft[]): Draft[] {
  const active = new Set(drafts.filter((draft) => !canRest(draft)));
  for (const draft of active) {
    for (const other of drafts) if (draft.builders.includes(other.first.component)) active.add(other);
  }
  return drafts.filter((draft) => active.has(draft));
}

/** The lanes with only these servers, and only the versions worth moving to. */
function reduceLanes(drafts: readonly (Draft & { lane: Lane })[], kept: readonly number[]): Map<Lane, Lane> {
  // Where builders matter a version counts for what it can build as well, so that no two are alike.
  const building = new Set(drafts.flatMap((draft) => draft.builders));
  const built = new Set(drafts.filter((draft) => draft.builders.length > 0).map((draft) => draft.lane));
  return new Map(
    [...new Set(drafts.map((draft) => draft.lane))].map((lane) => {
      const compatible = lane.compatible.map((row) => selectColumns(row, kept));
      const isLinked = built.has(lane) || building.has(lane.component);
      const rows = isLinked ? lane.versions.keys() : newestOfRuns(compatible, lane.meetsGoal);
      const isKept = new Set(rows);
      const select = <T>(values: readonly T[]) => values.filter((_, i) => isKept.has(i));
      const reduced: Lane = {
        component: lane.component,
        versions: select(lane.versions),
        compatible: select(compatible),
        meetsGoal: select(lane.meetsGoal),
      };
      return [lane, reduced];
    }),
  );
}

function finishGroup(
  draft: Draft,
  graph: ServerGraph,
  lane: Lane,
  table: MoveTable,
  works: Uint8Array,
  hasExactTarget: boolean,
): Group {
  const { first, members, isThere, builders } = draft;
  const above = lane.versions.findIndex((version) => compareVersions(version, first.version) > 0);
  const firstRow = first.pinned !== undefined || above < 0 ? undefined : above;
  const fromHere = movesFromHere(graph, table, works, isThere, firstRow);
  const offset = firstRow ?? lane.versions.length;
  return {
    component: first.component,
    members,
    instances: members.reduce((sum, member) => sum + member.count, 0),
    hasExactTarget,
    versions: [first.version, ...lane.versions.slice(offset)],
    compatible: [works, ...lane.compatible.slice(offset)],
    meetsGoal: [isThere, ...lane.meetsGoal.slice(offset)],
    movesLeft: (server, at) =>
      (at === 0 ? fromHere[server] : table.arrive[server]?.[offset + at - 1]) ?? IMPOSSIBLE,
    builders,
  };
}

export function buildFleet(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  wholeGraph: ServerGraph,
  order: readonly string[],
): Fleet {
  const server = serverEntryOf(catalog, inventory);
  const rank = new Map(order.map((component, i) => [component, i]));
  const consumers = inventory.entries
    .filter((entry) => entry !== server)
    .sort(
      (a, b) => (rank.get(a.component) ?? 0) - (rank.get(b.component) ?? 0) || compareText(a.name, b.name),
    );
  const buildersByEntry = new Map(
    consumers.map((entry) => [entry, buildersOf(catalog, inventory, entry)] as const),
  );
  const builders = deployedBuilders(consumers, buildersByEntry);
  const finder = new LaneFinder(catalog, inventory, goal, wholeGraph, server);

  const bySignature = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of consumers) {
    const signature = JSON.stringify([
      entry.component,
      versionKey(entry.version),
      Object.entries(entry.protocols ?? {}).sort(([a], [b]) => compareText(a, b)),
      entry.pinned !== undefined,
      finder.exactTarget(entry),
      entry.source === 'external',
      builders.has(entry.component) ? entry.name : null,
    ]);
    const members = bySignature.get(signature);
    if (members === undefined) bySignature.set(signature, [entry]);
    else members.push(entry);
  }

  const drafts = withoutResting(
    [...bySignature.values()].map((members) => {
      const [first] = members;
      return {
        members,
        first,
        works: finder.compatibility(first.component, first.version, first.protocols),
        isThere: finder.meetsGoal(first, first.version, first.pinned !== undefined),
        builders: buildersByEntry.get(first) ?? [],
      };
    }),
  ).map((draft) => ({ ...draft, lane: finder.laneOf(draft.first) }));

  const lanes = [...new Set(drafts.map((draft) => draft.lane))];
  const kept = keptServers(wholeGraph, [
    ...lanes.flatMap((lane) => lane.compatible),
    ...drafts.map((draft) => draft.works),
  ]);
  const graph = selectServers(wholeGraph, kept);
  const reduced = reduceLanes(drafts, kept);
  const tables = new Map([...reduced.values()].map((lane) => [lane, buildMoveTable(graph, lane)]));
  const groups = drafts.flatMap((draft) => {
    const lane = reduced.get(draft.lane);
    const table = lane && tables.get(lane);
    if (lane === undefined || table === undefined) return [];
    const works = selectColumns(draft.works, kept);
    return [finishGroup(draft, graph, lane, table, works, finder.exactTarget(draft.first) !== undefined)];
  });
  return { graph, server, groups, builders };
}
