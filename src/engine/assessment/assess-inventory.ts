/** What works together today, entry by entry? */
import { assessPair, partyAt } from '../compatibility/assess-pair';
import { factsOf, releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Clash, Entry, Inventory, Version } from '../model';

export interface EntryAssessment {
  readonly entry: string;
  readonly status: 'server' | 'compatible' | 'incompatible' | 'unknown';
  readonly clashes: readonly Clash[];
  /** Ids of `degraded` incidents that match. */
  readonly degraded: readonly string[];
  /** By protocol: the version used with the server. */
  readonly negotiated: Readonly<Record<string, number>>;
  /** Whether the catalog lists its version for the component. */
  readonly listed: boolean;
  /** The release whose facts stand in for a version that is not listed. */
  readonly inferredFrom?: Version;
}

/** One assessment for each entry, in the inventory's order. */
export function assessInventory(catalog: Catalog, inventory: Inventory): EntryAssessment[] {
  const server = serverEntryOf(catalog, inventory);
  return inventory.entries.map((entry) => assessEntry(catalog, inventory.facts, server, entry));
}

/** `server`: the entry that is it; of nothing else does it depend how an entry stands. `facts`: the inventory's. */
export function assessEntry(
  catalog: Catalog,
  facts: Inventory['facts'],
  server: Entry,
  entry: Entry,
): EntryAssessment {
  const release = factsOf(releaseLine(catalog, entry.component), entry.version);
  const known = {
    entry: entry.name,
    listed: release !== undefined && !release.inferred,
    ...(release?.inferred === true && { inferredFrom: release.release.version }),
  };
  if (entry === server) return { ...known, status: 'server', clashes: [], degraded: [], negotiated: {} };
  return { ...known, ...assessPair(catalog, partyAt(entry), partyAt(server), facts) };
}
