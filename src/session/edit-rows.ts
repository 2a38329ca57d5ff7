/** What are the rows once many cells or rows are changed at once? */
import { createRowId, type DraftRow, EMPTY_ROW, type RowField } from './inputs';

export interface CellEdit {
  readonly id: string;
  readonly field: RowField;
  readonly text: string;
}

/** Gives names that no row has yet: `ci` → `ci-2`, then `ci-3`. A name that it gave is taken. */
export function nameGiver(rows: readonly DraftRow[]): (name: string) => string {
  const taken = new Set(rows.map((row) => row.name.trim()));
  const next = new Map<string, number>();
  return (name) => {
    let free = name;
    if (taken.has(name)) {
      const base = name.replace(/-\d+$/, '');
      let number = next.get(base) ?? 2;
      while (taken.has(`${base}-${number}`)) number += 1;
      next.set(base, number + 1);
      free = `${base}-${number}`;
    }
    taken.add(free);
    return free;
  };
}

/** Later edits of a cell win. Rows and lists in which nothing changes are the very same, so that nothing is recorded. */
export function changeCells(rows: readonly DraftRow[], edits: readonly CellEdit[]): readonly DraftRow[] {
  const byRow = new Map<string, Partial<Record<RowField, string>>>();
  for (const { id, field, text } of edits) {
    const fields = byRow.get(id);
    if (fields === undefined) byRow.set(id, { [field]: text });
    else fields[field] = text;
  }
  let isChanged = false;
  const changed = rows.map((row) => {
    const fields = byRow.get(row.id);
    if (fields === undefined) return row;
    if (Object.entries(fields).every(([field, text]) => row[field as RowField] === text)) return row;
    isChanged = true;
    return { ...row, ...fields };
  });
  return isChanged ? changed : rows;
}

/** Rows at other versions, by id. What they advertised was of the version that they had. */
export function moveRows(
  rows: readonly DraftRow[],
  versions: ReadonlyMap<string, string>,
): readonly DraftRow[] {
  return rows.map((row) => {
    const version = versions.get(row.id);
    return version === undefined ? row : { ...row, version, protocols: '' };
  });
}

/** Copies of rows under free names, in a block behind the last of them. */
export function copyRows(
  rows: readonly DraftRow[],
  ids: ReadonlySet<string>,
): { readonly rows: readonly DraftRow[]; readonly copies: readonly string[] } {
  const giveName = nameGiver(rows);
  const copies = rows
    .filter((row) => ids.has(row.id))
    .map((row) => ({ ...row, id: createRowId(), name: giveName(row.name.trim()) }));
  const last = rows.findLastIndex((row) => ids.has(row.id));
  return { rows: rows.toSpliced(last + 1, 0, ...copies), copies: copies.map(({ id }) => id) };
}

export function newRow(fields: Partial<Omit<DraftRow, 'id'>> = {}): DraftRow {
  return { ...EMPTY_ROW, ...fields, id: createRowId() };
}
