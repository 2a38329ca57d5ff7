/**
 * Which consumers does a plan have to look after, and what could each of them move to?
 *
 * Entries that nothing tells apart are one group to the search. Members of components that build others stay single:
 * it can be enough that one of them moves. Groups that work with every server on the way and already meet the goal never
 * move, unless they build something that does; they are left to the verifier.
 */
import { type CompatibleServers, compatibleServersOf } from '../compatibility/compatible-servers';
import type { Answers } from '../compatibility/condition';
import { refusalOf } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
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
import { buildMoveTable, type Destinations, IMPOSSIBLE, type MoveTable, movesFromHere } from './move-table';
import type { ServerGraph } from './server-graph';

/** Interchangeable entries, and everything the search needs to know of them. */
export interface Group {
  readonly component: string;
  readonly members: readonly Entry[];
  /** Sum of the members' counts. */
  readonly instances: number;
  readonly version: Version;
  /** Whether the goal names a version for it. */
  readonly hasExactTarget: boolean;
  /** Versions it may be at: the deployed one, then every release above it that it may move to, ascending. */
  readonly versions: readonly Version[];
  /** By index into `versions`, by server index: 1 where the pair is compatible. */
  readonly compatible: readonly Uint8Array[];
  /** By index into `versions`: whether the goal is met there. */
  readonly meetsGoal: readonly boolean[];
  /** By server index, by index into `versions`: least further moves when it gets there. */
  readonly movesLeft: (server: number, at: number) => number;
  /** Components that build it, where rule 6 holds for it. */
  readonly builders: readonly string[];
}

export interface Fleet {
  readonly graph: ServerGraph;
  readonly server: Entry;
  /** In a fixed order: by component in the order of disruption, then by name. */
  readonly groups: readonly Group[];
  /** Components that some group waits for, with the highest version deployed of each. */
  readonly builders: ReadonlyMap<string, Version>;
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

/** What all entries of a component with the same goal share. */
interface Lane {
  readonly versions: readonly Version[];
  readonly destinations: Destinations;
  readonly table: MoveTable;
}

class FleetBuilder {
  private readonly lanes = new Map<string, Lane>();
  private readonly servers: { version: Version; advertised?: Entry['protocols'] }[];
  private readonly compatibleServers = new Map<string, CompatibleServers>();

  constructor(
    private readonly catalog: Catalog,
    private readonly answers: Answers,
    private readonly goal: ParsedGoal,
    private readonly graph: ServerGraph,
    server: Entry,
  ) {
    this.servers = graph.versions.map((version, i) =>
      i === 0 ? { version, advertised: server.protocols } : { version },
    );
  }

  /** By server index: 1 where the component at this version is compatible. */
  compatibility(component: string, version: Version, advertised?: Entry['protocols']): Uint8Array {
    let of = this.compatibleServers.get(component);
    if (of === undefined) {
      of = compatibleServersOf(this.catalog, component, this.servers, this.answers);
      this.compatibleServers.set(component, of);
    }
    return of(version, advertised);
  }

  exactTarget(entry: Entry): Version | undefined {
    return Object.hasOwn(this.goal.entries, entry.name) ? this.goal.entries[entry.name] : undefined;
  }

  /** Rule 8 for one entry at one version. */
  meetsGoal(entry: Entry, version: Version): boolean {
    const exact = this.exactTarget(entry);
    if (exact !== undefined) return compareVersions(version, exact) === 0;
    if (this.goal.consumers !== 'align' || entry.pinned !== undefined) return true;
    const line = releaseLine(this.catalog, entry.component);
    if (!line.isServerLine) return true;
    if (compareVersions(version, this.goal.target) >= 0) return true;
    return refusalOf(line, this.goal.target, this.answers, this.goal.prereleases) !== undefined;
  }

  lane(entry: Entry): Lane {
    const exact = this.exactTarget(entry);
    const key = JSON.stringify([entry.component, exact]);
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const line = releaseLine(this.catalog, entry.component);
    const limit = exact ?? (line.isServerLine ? this.goal.target : undefined);
    const versions = line.releases
      .map((release) => release.version)
      .filter(
        (version) =>
          (limit === undefined || compareVersions(version, limit) <= 0) &&
          refusalOf(line, version, this.answers, this.goal.prereleases) === undefined,
      );
    const unpinned: Entry = { ...entry };
    delete unpinned.pinned;
    const destinations = {
      compatible: versions.map((version) => this.compatibility(entry.component, version)),
      meetsGoal: versions.map((version) => this.meetsGoal(unpinned, version)),
    };
    const lane = { versions, destinations, table: buildMoveTable(this.graph, destinations) };
    this.lanes.set(key, lane);
    return lane;
  }

  group(members: readonly Entry[], builders: readonly string[]): Group {
    const [entry] = members;
    if (entry === undefined) throw new TypeError('a group has members');
    const lane = this.lane(entry);
    const above = lane.versions.findIndex((version) => compareVersions(version, entry.version) > 0);
    const firstRow = entry.pinned !== undefined || above < 0 ? undefined : above;
    const works = this.compatibility(entry.component, entry.version, entry.protocols);
    const isThere = this.meetsGoal(entry, entry.version);
    const fromHere = movesFromHere(this.graph, lane.table, works, isThere, firstRow);
    const offset = firstRow ?? lane.versions.length;
    return {
      component: entry.component,
      members,
      instances: members.reduce((sum, member) => sum + member.count, 0),
      version: entry.version,
      hasExactTarget: this.exactTarget(entry) !== undefined,
      versions: [entry.version, ...lane.versions.slice(offset)],
      compatible: [works, ...lane.destinations.compatible.slice(offset)],
      meetsGoal: [isThere, ...lane.destinations.meetsGoal.slice(offset)],
      movesLeft: (server, at) =>
        (at === 0 ? fromHere[server] : lane.table.arrive[server]?.[offset + at - 1]) ?? IMPOSSIBLE,
      builders,
    };
  }
}

export function buildFleet(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  graph: ServerGraph,
  order: readonly string[],
): Fleet {
  const server = serverEntryOf(catalog, inventory);
  const rank = new Map(order.map((component, i) => [component, i]));
  const consumers = inventory.entries
    .filter((entry) => entry !== server)
    .sort(
      (a, b) => (rank.get(a.component) ?? 0) - (rank.get(b.component) ?? 0) || compareText(a.name, b.name),
    );

  const builders = new Map<string, Version>();
  const buildersByEntry = new Map(
    consumers.map((entry) => [entry, buildersOf(catalog, inventory, entry)] as const),
  );
  for (const id of new Set([...buildersByEntry.values()].flat())) {
    for (const { component, version } of consumers) {
      const highest = builders.get(id);
      if (component === id && (highest === undefined || compareVersions(version, highest) > 0)) {
        builders.set(id, version);
      }
    }
  }

  const bySignature = new Map<string, Entry[]>();
  const make = new FleetBuilder(catalog, inventory.facts, goal, graph, server);
  for (const entry of consumers) {
    const signature = JSON.stringify([
      entry.component,
      versionKey(entry.version),
      Object.entries(entry.protocols ?? {}).sort(([a], [b]) => compareText(a, b)),
      entry.pinned !== undefined,
      make.exactTarget(entry),
      entry.source === 'external',
      builders.has(entry.component) ? entry.name : null,
    ]);
    const members = bySignature.get(signature);
    if (members === undefined) bySignature.set(signature, [entry]);
    else members.push(entry);
  }

  const all = [...bySignature.values()].flatMap((members) => {
    const [entry] = members;
    return entry === undefined ? [] : [make.group(members, buildersByEntry.get(entry) ?? [])];
  });
  // Who may have to move, and who may have to move so that these can be built.
  const groups = new Set(all.filter((group) => !canRest(group)));
  for (const group of groups) {
    for (const other of all) if (group.builders.includes(other.component)) groups.add(other);
  }
  return { graph, server, groups: all.filter((group) => groups.has(group)), builders };
}

/** Whether the group works with every server on the way, and is where the goal wants it. */
function canRest(group: Group): boolean {
  return group.meetsGoal[0] === true && group.compatible[0]?.every((works) => works === 1) === true;
}
