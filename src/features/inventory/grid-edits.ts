/** What becomes of rows when texts are put into the places of a grid? */
import type { Catalog } from '../../engine/model/catalog';
import { type CellEdit, nameGiver, newRow } from '../../session/edit-rows';
import type { DraftRow, RowField } from '../../session/inputs';
import type { GridColumn } from './grid-columns';
import type { PlacedText } from './grid-range';

export interface GridEdits {
  readonly edits: readonly CellEdit[];
  /** Rows that are added behind the last one. */
  readonly added: readonly DraftRow[];
}

/** A component as the catalog calls it, where it is one of its ids or names in other letters; else as it was written. */
export function completeComponent(catalog: Catalog, text: string): string {
  const bare = text.trim();
  if (Object.hasOwn(catalog.components, bare)) return bare;
  const known = Object.entries(catalog.components).find(([id, { name }]) =>
    [id, name].some((word) => word.toLowerCase() === bare.toLowerCase()),
  );
  return known?.[0] ?? bare;
}

function cleanText(catalog: Catalog, field: RowField, text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  return field === 'component' && line !== '' ? completeComponent(catalog, line) : line;
}

/** `shown` are the rows that the places are counted in. */
export function editsOf(
  placed: readonly PlacedText[],
  shown: readonly DraftRow[],
  columns: readonly GridColumn[],
  catalog: Catalog,
): GridEdits {
  const edits: CellEdit[] = [];
  const added = new Map<number, Partial<Record<RowField, string>>>();
  for (const { row, column, text } of placed) {
    const field = columns[column]?.field;
    if (field === undefined) continue;
    const clean = cleanText(catalog, field, text);
    const target = shown[row];
    if (target !== undefined) edits.push({ id: target.id, field, text: clean });
    else added.set(row, { ...added.get(row), [field]: clean });
  }
  return { edits, added: [...added.values()].map((fields) => newRow(fields)) };
}

/** Names are unique, so that filling gives each row one of its own: `ci`, `ci-2`, `ci-3`. */
export function withOwnNames(
  placed: readonly PlacedText[],
  rows: readonly DraftRow[],
  columns: readonly GridColumn[],
): readonly PlacedText[] {
  const giveName = nameGiver(rows);
  return placed.map((one) =>
    columns[one.column]?.field === 'name' && one.text.trim() !== ''
      ? { ...one, text: giveName(one.text.trim()) }
      : one,
  );
}
