/** How do rows that come from a file join those that are there? */
import type { Entry } from '../engine/model/inventory';
import { draftEntry } from './draft-entry';
import { createRowId, type DraftRow, EMPTY_GOAL, type SessionInputs } from './inputs';

export interface Incoming {
  readonly catalogId: string;
  readonly entries: readonly Entry[];
  readonly facts: Readonly<Record<string, string>>;
  readonly name: string;
}

/**
 * `replace`: the incoming rows are the inventory; the target stays where the catalog does. `merge`: rows of the same name
 * take the incoming values and stay where they are, others are added.
 */
export function takeEntries(
  before: SessionInputs,
  incoming: Incoming,
  mode: 'replace' | 'merge',
): Partial<SessionInputs> {
  const { catalogId, entries, facts, name } = incoming;
  const isSameCatalog = before.catalogId === catalogId;
  if (mode === 'replace') {
    return {
      catalogId,
      inventoryName: name,
      rows: entries.map((entry) => draftEntry(entry, createRowId())),
      facts,
      goal: isSameCatalog ? { ...before.goal, entries: {} } : EMPTY_GOAL,
    };
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const updated = before.rows.map((row): DraftRow => {
    const entry = byName.get(row.name.trim());
    if (entry === undefined) return row;
    byName.delete(entry.name);
    return draftEntry(entry, row.id);
  });
  return {
    catalogId,
    inventoryName: before.inventoryName === '' ? name : before.inventoryName,
    rows: [...updated, ...[...byName.values()].map((entry) => draftEntry(entry, createRowId()))],
    facts: { ...before.facts, ...facts },
    goal: isSameCatalog ? before.goal : { ...before.goal, target: '' },
  };
}
