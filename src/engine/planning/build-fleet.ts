/**
 * How does an inventory become a fleet to plan for?
 *
 * Groups that work with every server on the way and already meet the goal never move, unless they build something that
 * does; they are left to the verifier. Versions that make no difference are left out (reduce), and entries that only
 * these told apart become one group.
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
import { findBuilderLimits, limitOf } from './builder-limits';
import { buildersOf, type Fleet, type Group } from './fleet';
import { type Lane, LaneFinder } from './lanes';
import { ANY_HOPS, type Deployed, HOPS_FIRST, LaneNeeds, MOVES_FIRST, NEVER } from './needs';
import { columnSelector, keptServers, worthwhileRows } from './reduce';
import { remember } from './remember';
import { listHops, type ReleaseGraph, selectVersions } from './server-graph';

/** A group before it is known whether it has to be looked after. */
interface Draft {
  readonly members: readonly Entry[];
  readonly first: Entry;
  /** The deployed version: with which servers it works, and whether the goal is met there. */
  readonly works: Uint8Array;
  readonly isThere: boolean;
  readonly builders: readonly string[];
}

/** For texts of which no two are alike. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** By component: the highest version of these entries. */
function highestDeployed(entries: readonly Entry[]): Map<string, Version> {
  const highest = new Map<string, Version>();
  for (const { component, version } of entries) {
    const known = highest.get(component);
    if (known === undefined || compareVersions(version, known) > 0) highest.set(component, version);
  }
  return highest;
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

/** By index of the versions, ascending: how many of the milestones, ascending too, lie below it. */
function countBelow(versions: readonly Version[], milestones: readonly Version[]): number[] {
  let count = 0;
  return versions.map((version) => {
    while (count < milestones.length && compareVersions(milestones[count] ?? version, version) < 0)
      count += 1;
    return count;
  });
}

/**
 * The lanes with only these servers, and only the versions worth moving to. Where entries of a lane are built by others
 * (rule 6), a later version is no substitute for one that can be built earlier: two are alike only where no version that
 * a builder could be at builds the one and not the other.
 */
function reduceLanes(
  drafts: readonly (Draft & { lane: Lane })[],
  deployed: readonly Entry[],
  select: (row: Uint8Array) => Uint8Array,
): (lane: Lane) => Lane {
  const buildersOfLane = new Map<Lane, Set<string>>();
  for (const { lane, builders } of drafts) {
    const known = buildersOfLane.get(lane) ?? new Set();
    buildersOfLane.set(lane, known);
    for (const id of builders) known.add(id);
  }
  /** Versions that entries of a component that builds others could be at. */
  const milestonesOf = remember((component: string): readonly Version[] => {
    const lanes = [...buildersOfLane].filter(([lane]) => lane.component === component);
    // Which builders come before which is not asked: those that are built themselves count with all versions.
    const reached = lanes.flatMap(([lane, builders]) =>
      builders.size > 0 ? lane.versions : reduce(lane).versions,
    );
    return [...deployed.flatMap((entry) => (entry.component === component ? entry.version : [])), ...reached];
  });
  const reduce: (lane: Lane) => Lane = remember((lane) => {
    const compatible = lane.compatible.map(select);
    const milestones = [...(buildersOfLane.get(lane) ?? [])].flatMap(milestonesOf).sort(compareVersions);
    const rows = worthwhileRows(compatible, lane.meetsGoal, countBelow(lane.versions, milestones));
    const keep = <T>(values: readonly T[]) => rows.flatMap((row) => values.slice(row, row + 1));
    return {
      component: lane.component,
      versions: keep(lane.versions),
      compatible: keep(compatible),
      meetsGoal: keep(lane.meetsGoal),
    };
  });
  return reduce;
}

/** A group after what makes no difference has been left out. */
interface ReducedDraft extends Draft {
  readonly lane: Lane;
  /** The first row of the lane above the deployed version; `undefined` where it cannot move. */
  readonly firstRow: number | undefined;
  readonly hasExactTarget: boolean;
}

/** Groups that only what was left out told apart become one, but for those that build others. */
function joinAlike(drafts: readonly ReducedDraft[], building: ReadonlySet<string>): ReducedDraft[] {
  const laneNumbers = new Map([...new Set(drafts.map((draft) => draft.lane))].map((lane, i) => [lane, i]));
  const joined = new Map<string, ReducedDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify([
      laneNumbers.get(draft.lane),
      draft.firstRow,
      draft.works.join(''),
      draft.isThere,
      draft.hasExactTarget,
      draft.builders,
      building.has(draft.first.component) ? draft.first.name : null,
    ]);
    const alike = joined.get(key);
    joined.set(
      key,
      alike === undefined ? draft : { ...alike, members: [...alike.members, ...draft.members] },
    );
  }
  return [...joined.values()];
}

interface LaneTables {
  readonly movesFirst: LaneNeeds;
  readonly hopsFirst: LaneNeeds;
}

/** The needs of a group: those of its lane, and at the deployed version its own. */
function needsOf(table: LaneNeeds, deployed: Deployed, offset: number) {
  const whileDeployed = remember((slack: number) => table.needsWhileDeployed(deployed, slack));
  return (server: number, at: number, slack: number): number =>
    at > 0 ? table.need(server, offset + at - 1, slack) : (whileDeployed(slack)[server] ?? NEVER);
}

function finishGroup(draft: ReducedDraft, tables: LaneTables): Group {
  const { first, members, isThere, builders, lane, works, firstRow, hasExactTarget } = draft;
  const offset = firstRow ?? lane.versions.length;
  const deployed = { works, meetsGoal: isThere, firstRow };
  const hopsFirst = needsOf(tables.hopsFirst, deployed, offset);
  return {
    component: first.component,
    members,
    instances: members.reduce((sum, member) => sum + member.count, 0),
    hasExactTarget,
    versions: [first.version, ...lane.versions.slice(offset)],
    compatible: [works, ...lane.compatible.slice(offset)],
    meetsGoal: [isThere, ...lane.meetsGoal.slice(offset)],
    movesFirst: needsOf(tables.movesFirst, deployed, offset),
    hopsFirst: (server, at) => hopsFirst(server, at, ANY_HOPS),
    builders,
  };
}

export function buildFleet(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  wholeGraph: ReleaseGraph,
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
  const finder = new LaneFinder(catalog, inventory, goal, wholeGraph, server);
  const building = new Set([...buildersByEntry.values()].flat());
  const deployedBuilders = consumers.filter(({ component }) => building.has(component));
  const isBroken = ({ component, version, protocols }: Entry) =>
    finder.compatibility(component, version, protocols)[0] !== 1;
  const builders = highestDeployed(deployedBuilders.filter((entry) => !isBroken(entry)));

  const bySignature = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of consumers) {
    const signature = JSON.stringify([
      entry.component,
      versionKey(entry.version),
      Object.entries(entry.protocols ?? {}).sort(([a], [b]) => compareText(a, b)),
      entry.pinned !== undefined,
      finder.exactTarget(entry),
      entry.source === 'external',
      building.has(entry.component) ? entry.name : null,
    ]);
    const members = bySignature.get(signature);
    if (members === undefined) bySignature.set(signature, [entry]);
    else members.push(entry);
  }

  const wished = withoutResting(
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
  const limits = findBuilderLimits(
    wished.map(({ first, lane, builders }) => ({
      component: first.component,
      deployed: first.version,
      isPinned: first.pinned !== undefined,
      lane,
      builders,
    })),
  );
  const drafts = wished.map((draft) => ({
    ...draft,
    lane: finder.laneUpTo(draft.lane, limitOf(draft.builders, limits)),
  }));

  const lanes = [...new Set(drafts.map((draft) => draft.lane))];
  const kept = keptServers(
    wholeGraph,
    lanes.flatMap((lane) => lane.compatible),
    drafts.map((draft) => draft.works),
  );
  const graph = listHops(selectVersions(wholeGraph, kept));
  const select = columnSelector(kept);
  // What is broken still may build once it works; of the others the highest does.
  const mayBuild = deployedBuilders.filter(
    (entry) => builders.get(entry.component) === entry.version || isBroken(entry),
  );
  const reduce = reduceLanes(drafts, mayBuild, select);
  const tablesOf = remember((lane: Lane) => ({
    movesFirst: new LaneNeeds(graph, lane, MOVES_FIRST),
    hopsFirst: new LaneNeeds(graph, lane, HOPS_FIRST),
  }));
  const reducedDrafts = drafts.map((draft): ReducedDraft => {
    const { first } = draft;
    const lane = reduce(draft.lane);
    const above = lane.versions.findIndex((version) => compareVersions(version, first.version) > 0);
    return {
      ...draft,
      lane,
      works: select(draft.works),
      firstRow: first.pinned !== undefined || above < 0 ? undefined : above,
      hasExactTarget: finder.exactTarget(first) !== undefined,
    };
  });
  const groups = joinAlike(reducedDrafts, building).map((draft) => finishGroup(draft, tablesOf(draft.lane)));
  return { graph, server, groups, builders };
}
