/** How does each row stand today? Of many rows only those are looked at again of which something has changed. */
import { assessEntry } from '../engine/assessment/assess-inventory';
import { serverEntryOf } from '../engine/compatibility/server-entry';
import type { Catalog } from '../engine/model/catalog';
import type { Entry, Inventory } from '../engine/model/inventory';
import { findingOf, type RowFinding } from '../features/inventory/row-finding';
import type { ReadDraft } from '../session/read-draft';

const NONE: ReadonlyMap<string, RowFinding> = new Map();

/** What the findings so far hold for: an entry is the same object for as long as its row is. */
interface Known {
  readonly catalog: Catalog;
  readonly server: Entry;
  readonly facts: Inventory['facts'];
  readonly byEntry: WeakMap<Entry, RowFinding>;
}

let known: Known | undefined;

function knownFor(catalog: Catalog, server: Entry, facts: Inventory['facts']): Known['byEntry'] {
  const holds =
    known?.catalog === catalog &&
    known.server === server &&
    JSON.stringify(known.facts) === JSON.stringify(facts);
  if (!holds || known === undefined) known = { catalog, server, facts, byEntry: new WeakMap() };
  return known.byEntry;
}

/** By row id; none while the rows that are right make no inventory. */
export function findAll(
  catalog: Catalog,
  { sound }: Pick<ReadDraft, 'sound'>,
): ReadonlyMap<string, RowFinding> {
  if (sound === undefined) return NONE;
  const { inventory, rowIds } = sound;
  const server = serverEntryOf(catalog, inventory);
  const byEntry = knownFor(catalog, server, inventory.facts);
  const findings = new Map<string, RowFinding>();
  for (const [i, entry] of inventory.entries.entries()) {
    let finding = byEntry.get(entry);
    if (finding === undefined) {
      const assessment = assessEntry(catalog, inventory.facts, server, entry);
      finding = findingOf(catalog, assessment, entry, server.version);
      byEntry.set(entry, finding);
    }
    const id = rowIds[i];
    if (id !== undefined) findings.set(id, finding);
  }
  return findings;
}
