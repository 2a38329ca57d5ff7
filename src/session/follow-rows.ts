/**
 * What is done was done to a row, though steps tell of it by its name: which steps are done once rows are called otherwise, or
 * are gone?
 *
 * While a name is typed it is nobody's, or another row's, for some keystrokes: until it is one of its own again, the step keeps
 * the last that was, and which row it is of.
 */
import type { DoneStep, DraftRow } from './inputs';

const nameOf = (row: DraftRow) => row.name.trim();

/** The rows that are the only ones of their name. */
function byName(rows: readonly DraftRow[]): ReadonlyMap<string, DraftRow> {
  const only = new Map<string, DraftRow>();
  const shared = new Set<string>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === '' || only.has(name)) shared.add(name);
    only.set(name, row);
  }
  for (const name of shared) only.delete(name);
  return only;
}

/** The very same steps where none is affected. Steps that no row was called by are kept as they are. */
export function followRows(
  before: readonly DraftRow[],
  after: readonly DraftRow[],
  progress: readonly DoneStep[],
): readonly DoneStep[] {
  const isAlike = (row: DraftRow, i: number) => row.id === after[i]?.id && row.name === after[i]?.name;
  if (progress.length === 0 || (before.length === after.length && before.every(isAlike))) return progress;
  const called = byName(before);
  const calledNow = byName(after);
  const rows = new Map(after.map((row) => [row.id, row]));
  let isChanged = false;
  const followed = progress.flatMap((step): readonly DoneStep[] => {
    const id = step.row ?? called.get(step.entry)?.id;
    if (id === undefined) return [step];
    const row = rows.get(id);
    if (row !== undefined && nameOf(row) === step.entry) return [step];
    isChanged = true;
    if (row === undefined) return [];
    return [{ ...step, row: id, entry: calledNow.get(nameOf(row)) === row ? nameOf(row) : step.entry }];
  });
  return isChanged ? followed : progress;
}
