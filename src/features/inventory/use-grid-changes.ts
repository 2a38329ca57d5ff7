/** What changes what is chosen in the grid: copy, paste, fill, clear, and rows added, copied and deleted. Each is one step of undo. */
import type { ClipboardEvent } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import { isRow, readHeadings } from '../../intake/columns';
import { type Cells, readCells, writeCells } from '../../session/cell-text';
import type { DraftRow, RowField } from '../../session/inputs';
import {
  addRow,
  deleteRows,
  duplicateRows,
  editCells,
  nextFreeName,
  sessionStore,
  takeBackEdit,
} from '../../session/store';
import { undoable } from '../../session/undoable';
import * as texts from '../../texts/inventory';
import { notify } from '../../ui/notices';
import { completeComponent, editsOf, withOwnNames } from './grid-edits';
import { fillTo, type Place, type PlacedText, placeCells, placesOf, type Range } from './grid-range';
import type { Grid } from './use-grid';

/** Whether a first row says what the columns are, rather than being a row. */
function areHeadings(cells: readonly string[], catalog: Catalog): boolean {
  const known = readHeadings(cells, catalog.protocols).filter(({ kind }) => kind !== 'none');
  return known.length >= 2 && !isRow(cells, catalog);
}

export function useGridChanges(grid: Grid, catalog: Catalog, onPasteRows: (text: string) => void) {
  const { shown, columns, range } = grid;
  const textAt = ({ row, column }: Place): string => {
    const field = columns[column]?.field;
    return field === undefined ? '' : (shown[row]?.[field] ?? '');
  };
  const chosenIds = ({ top, bottom }: Range) => new Set(shown.slice(top, bottom + 1).map(({ id }) => id));

  const put = (placed: readonly PlacedText[], say: (cells: number) => string): readonly DraftRow[] => {
    const { edits, added } = editsOf(placed, shown, columns, catalog);
    const undoing = undoable(() => editCells(edits, added));
    if (placed.length === 1) return added;
    const more = added.length === 0 ? [] : [texts.rowsAdded(added.length)];
    notify([say(placed.length), ...more].join(' '), undoing);
    return added;
  };

  const fill = (to: number) => {
    if (range === undefined) return;
    const filled = fillTo(range, to, textAt);
    if (filled === undefined) return;
    put(withOwnNames(filled.placed, sessionStore.getState().rows, columns), texts.cellsFilled);
    const { top, bottom, left, right } = range;
    grid.choose(
      { row: Math.min(top, filled.range.top), column: left },
      { row: Math.max(bottom, filled.range.bottom), column: right },
    );
  };

  const paste = (cells: Cells, at: Range, text: string): void => {
    const [first = []] = cells;
    const placed = areHeadings(first, catalog) ? undefined : placeCells(cells, at, columns.length);
    if (placed === undefined) {
      onPasteRows(text);
      return;
    }
    const added = put(placed, texts.cellsPasted);
    const last = placed.at(-1);
    if (last === undefined) return;
    // The keys stay where they were, and the rows in sight do too. Rows that are added come with the next drawing.
    const id = added.at(-1)?.id ?? shown[last.row]?.id ?? '';
    grid.choose({ row: last.row, column: last.column, id }, { row: at.top, column: at.left });
  };

  return {
    fill,
    /** The first row that is chosen into those below it; of one alone, the row above into it. */
    fillDown: () => {
      if (range === undefined) return;
      const source = range.top === range.bottom ? range.top - 1 : range.top;
      if (source < 0) return;
      const { left, right, bottom } = range;
      const filled = fillTo({ top: source, bottom: source, left, right }, bottom, textAt);
      if (filled !== undefined)
        put(withOwnNames(filled.placed, sessionStore.getState().rows, columns), texts.cellsFilled);
    },
    clear: () => {
      if (range === undefined) return;
      if (grid.isWhole) removeRows(chosenIds(range), range.top);
      else
        put(
          [...placesOf(range)].map((place) => ({ ...place, text: '' })),
          texts.cellsCleared,
        );
    },
    /** The same text in everything that is chosen. */
    putEverywhere: (text: string) => {
      if (range !== undefined)
        put(
          [...placesOf(range)].map((place) => ({ ...place, text })),
          texts.cellsSet,
        );
    },
    /** What stood in the cell before it was edited. */
    takeBack: () => {
      const row = shown[grid.active.row];
      const field = columns[grid.active.column]?.field;
      if (row !== undefined && field !== undefined && grid.editing !== undefined)
        takeBackEdit(row.id, field, grid.editing.before, grid.editing.history);
    },
    /** One cell of every row that is chosen. */
    setField: (field: RowField, text: string) => {
      if (range === undefined) return;
      const clean = field === 'component' ? completeComponent(catalog, text) : text.trim();
      const ids = chosenIds(range);
      notify(
        texts.rowsChanged(ids.size),
        undoable(() => editCells([...ids].map((id) => ({ id, field, text: clean })))),
      );
    },
    onCopy: (event: ClipboardEvent, isCut: boolean) => {
      if (range === undefined) return;
      const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, i) => range.top + i);
      const cells = rows.map((row) =>
        columns.slice(range.left, range.right + 1).map(({ field }) => shown[row]?.[field] ?? ''),
      );
      event.clipboardData.setData('text/plain', writeCells(cells));
      event.preventDefault();
      if (isCut)
        put(
          [...placesOf(range)].map((place) => ({ ...place, text: '' })),
          texts.cellsCut,
        );
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain');
      if (text.trim() === '' || event.clipboardData.files.length > 0) return;
      const isMany = /[\n\t]./.test(text.trim());
      // One text into a field that is open is the field's own business.
      if (grid.editing !== undefined && !isMany) return;
      event.preventDefault();
      const cells = readCells(text);
      if (cells === undefined || range === undefined) onPasteRows(text);
      else paste(cells, range, text);
    },
    add: (component: string) => {
      const name = nextFreeName(sessionStore.getState().rows, component);
      grid.beginRow(addRow({ name, component }), name);
    },
    duplicate,
    duplicateChosen: () => {
      if (range !== undefined) duplicate(chosenIds(range));
    },
    removeRows,
    removeChosen: () => {
      if (range !== undefined) removeRows(chosenIds(range), range.top);
    },
  };

  function duplicate(ids: ReadonlySet<string>): void {
    let copies: readonly string[] = [];
    const undoing = undoable(() => {
      copies = duplicateRows(ids);
    });
    const [first] = copies;
    if (first === undefined) return;
    const copy = sessionStore.getState().rows.find(({ id }) => id === first);
    if (copies.length === 1 && grid.positions === undefined) grid.beginRow(first, copy?.name ?? '');
    else grid.reveal(first, 0);
    if (copies.length > 1) notify(texts.rowsDuplicated(copies.length), undoing);
  }

  function removeRows(ids: ReadonlySet<string>, from: number): void {
    const kept = shown.findIndex((row, i) => i >= from && !ids.has(row.id));
    const before = shown.findLastIndex((row) => !ids.has(row.id));
    const next = shown[kept < 0 ? before : kept];
    const undoing = undoable(() => deleteRows(ids));
    if (next !== undefined) grid.reveal(next.id, 0);
    if (ids.size > 1) notify(texts.rowsDeleted(ids.size), undoing);
  }
}

export type GridChanges = ReturnType<typeof useGridChanges>;
