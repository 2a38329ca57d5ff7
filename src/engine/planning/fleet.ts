/**
 * Which consumers does a plan have to look after, and what could each of them move to?
 *
 * Entries that nothing tells apart are one group to the search. Members of components that build others stay single:
 * it can be enough that one of them moves.
 */
import { type Catalog, compareVersions, type Entry, type Inventory, type Version } from '../model';
import type { Columns } from './reduce';
import type { ServerGraph } from './server-graph';

/** Interchangeable entries, and everything the search needs to know of them. */
export interface Group {
  readonly component: string;
  readonly members: readonly Entry[];
  /** Sum of the members' counts. */
  readonly instances: number;
  /** Whether the goal names a version for it. */
  readonly hasExactTarget: boolean;
  /** Versions it may be at: the first member's deployed one, then every release above it worth moving to, ascending. */
  readonly versions: readonly Version[];
  /** By index into `versions`, by server index: 1 where the pair is compatible. */
  readonly compatible: Columns;
  /** By index into `versions`: whether the goal is met there. */
  readonly meetsGoal: readonly boolean[];
  /** What it needs when the server gets to a version (index) while it is at one itself (index): moves first (needs). */
  readonly movesFirst: (server: number, at: number, slack: number) => number;
  /** The same, hops first, however many. */
  readonly hopsFirst: (server: number, at: number) => number;
  /** Components that build it, where rule 6 holds for it. */
  readonly builders: readonly string[];
}

export interface Fleet {
  /** The server versions worth visiting. */
  readonly graph: ServerGraph;
  readonly server: Entry;
  /** In a fixed order: by component in the order of disruption, then by name. */
  readonly groups: readonly Group[];
  /** The highest version that works with the server from the start, of each component that some entry waits for. */
  readonly builders: ReadonlyMap<string, Version>;
}

/** Components whose entries build this one, where rule 6 holds for it: none for `external`, none where none is deployed. */
export function buildersOf(catalog: Catalog, inventory: Inventory, entry: Entry): string[] {
  if (entry.source === 'external') return [];
  const builtWith = catalog.components[entry.component]?.builtWith ?? [];
  return builtWith.filter((id) => inventory.entries.some((candidate) => candidate.component === id));
}

/** Rule 6: whether the group may move to the version (index) where builders are this far, by component. */
export function isBuiltBy(group: Group, at: number, built: ReadonlyMap<string, Version>): boolean {
  if (group.builders.length === 0) return true;
  const version = group.versions[at] ?? '';
  return group.builders.some((id) => {
    const highest = built.get(id);
    return highest !== undefined && compareVersions(highest, version) >= 0;
  });
}
