/** What are the inputs once entries from outside have been taken? */
import type { Incoming, RowChange, TakeMode } from './compare-entries';
import { EMPTY_GOAL, type SessionInputs } from './inputs';

export interface TakeOptions {
  readonly mode: TakeMode;
  /** Whether rows go that are missing among the entries, where the others are merged. */
  readonly isMissingRemoved: boolean;
}

function joinFacts(before: SessionInputs['facts'], incoming: SessionInputs['facts']): SessionInputs['facts'] {
  const isNew = Object.entries(incoming).some(([fact, answer]) => before[fact] !== answer);
  return isNew ? { ...before, ...incoming } : before;
}

/**
 * `changes` are those that `compareEntries` found for the same mode. What does not change is the very same, so that
 * nothing is recorded where nothing changes.
 */
export function takeEntries(
  before: SessionInputs,
  { catalogId, facts, name }: Incoming,
  changes: readonly RowChange[],
  { mode, isMissingRemoved }: TakeOptions,
): Pick<
  SessionInputs,
  'catalogId' | 'inventoryName' | 'rows' | 'facts' | 'goal' | 'parameters' | 'progress'
> {
  // Values for commands are the catalog's.
  const parameters = before.catalogId === catalogId ? before.parameters : {};
  // What is done was done to the entries that were there: others that happen to be called alike have not moved.
  const isOther = before.catalogId !== catalogId || mode === 'replace';
  const progress = isOther && before.progress.length > 0 ? [] : before.progress;
  if (mode === 'replace') {
    return {
      catalogId,
      inventoryName: name,
      rows: changes.flatMap(({ kind, row }) => (kind === 'missing' ? [] : [row])),
      facts,
      goal: before.catalogId === catalogId ? { ...before.goal, entries: {} } : EMPTY_GOAL,
      parameters,
      progress,
    };
  }
  const byId = new Map(changes.map((change) => [change.row.id, change]));
  const isGone = (id: string) => isMissingRemoved && byId.get(id)?.kind === 'missing';
  const isChanged = changes.some(({ kind, row }) => kind === 'add' || kind === 'update' || isGone(row.id));
  const targets = Object.entries(before.goal.entries);
  const kept = targets.filter(([id]) => !isGone(id));
  return {
    catalogId,
    inventoryName: before.inventoryName === '' ? name : before.inventoryName,
    rows: isChanged
      ? [
          ...before.rows.flatMap((row) => (isGone(row.id) ? [] : [byId.get(row.id)?.row ?? row])),
          ...changes.flatMap(({ kind, row }) => (kind === 'add' ? [row] : [])),
        ]
      : before.rows,
    facts: joinFacts(before.facts, facts),
    goal:
      kept.length === targets.length ? before.goal : { ...before.goal, entries: Object.fromEntries(kept) },
    parameters,
    progress,
  };
}
