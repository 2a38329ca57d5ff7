/** Where are the headings of a sheet, and what do its rows say? Columns mean what they mean in any table. */
import type { Catalog } from '../../engine/model';
import { type ColumnMeaning, readHeadings } from '../columns';
import type { CellName, FoundRow, Place, RowProblem } from '../reader';
import { type Opening, openRows } from '../table/open-table';
import { columnOf, quoteCell, toCells } from '../table/row-cells';
import { lettersOf, type Sheet, type SheetCell, type SheetRow } from './sheet-rows';

export interface SheetTable {
  readonly opening: Opening;
  /** Below the headings. */
  readonly rows: readonly SheetRow[];
}

/** Titles and notes may stand above the headings. */
const MAX_ABOVE = 20;
const MAX_CELL = 10_000;

const CELLS: Partial<Record<ColumnMeaning['kind'], CellName['cell']>> = {
  name: 'name',
  component: 'component',
  version: 'version',
  count: 'count',
  protocol: 'protocols',
  protocols: 'protocols',
  label: 'labels',
  labels: 'labels',
};

function textsOf({ cells }: SheetRow): string[] {
  let width = 0;
  for (const column of cells.keys()) width = Math.max(width, column + 1);
  const texts = new Array<string>(width).fill('');
  for (const [column, { text }] of cells) texts[column] = text;
  return texts;
}

/** The row that has most of the headings, of equal ones the first. */
function findHeadings({ rows }: Sheet, catalog: Catalog): number {
  const counts = rows
    .slice(0, MAX_ABOVE)
    .map((row) => readHeadings(textsOf(row), catalog.protocols).filter(({ kind }) => kind !== 'none').length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

export function openSheet(
  sheet: Sheet,
  catalog: Catalog,
  chosen: readonly ColumnMeaning[] | undefined,
): SheetTable {
  const above = findHeadings(sheet, catalog);
  const rows = sheet.rows.slice(above);
  const opening = openRows(
    rows.slice(0, MAX_ABOVE + 1).map((row) => ({ cells: textsOf(row), line: row.number })),
    catalog,
    chosen,
  );
  return { opening, rows: rows.slice(opening.skipped) };
}

/** Spreadsheets take 1.2.3 for a date where that is how dates are written, and 0.10 for the number 0.1. */
function findWrong(
  cell: SheetCell,
  kind: ColumnMeaning['kind'],
  isCovered: boolean,
): Omit<RowProblem, 'cell'> | undefined {
  const shown = () => quoteCell(cell.text);
  if (isCovered) {
    const message =
      'This cell is merged with another one, and whether what stands there is meant for this row too is not certain. Unmerge them, and fill in each row.';
    return { code: 'merged-cell', message };
  }
  switch (cell.kind) {
    case 'unknown': {
      const message =
        'This cell has a formula that was never worked out. Open the workbook in its program, save it, and read it again.';
      return { code: 'no-value', message };
    }
    case 'error':
      return {
        code: 'error-cell',
        message: `This cell has the error ${shown()}. Mend its formula, or write what is meant.`,
      };
    case 'number': {
      if (kind !== 'version') return undefined;
      const message = `This cell has the number ${shown()}, and no number is a version: of 0.10 it keeps 0.1. Format the column as text, and write the whole version.`;
      return { code: 'number-cell', message };
    }
    case 'date': {
      if (kind !== 'version' && kind !== 'count' && kind !== 'protocol' && kind !== 'protocols')
        return undefined;
      const message = `This cell has the date ${shown()}: spreadsheets make dates of texts like 1.2.3 and 1-3. Format the column as text, and write it again.`;
      return { code: 'date-cell', message };
    }
    default:
      if (cell.text.length <= MAX_CELL) return undefined;
      return {
        code: 'too-long',
        message: `This text has ${cell.text.length} characters; up to ${MAX_CELL} are read. It begins with ${shown()}.`,
      };
  }
}

const EMPTY: SheetCell = { text: '', kind: 'text' };

/** What is wrong with the first cell that cannot be read, and where it is. Alone it can be corrected by hand. */
function findProblem(
  { number, cells }: SheetRow,
  columns: readonly ColumnMeaning[],
  sheet: Sheet,
): { readonly problem: RowProblem; readonly at: Place } | undefined {
  const wrong: (Omit<RowProblem, 'cell'> & { name: CellName['cell'] | undefined; place: string })[] = [];
  for (const [column, { kind }] of columns.entries()) {
    if (kind === 'none') continue;
    const cell = cells.get(column);
    const isCovered = cell === undefined && sheet.isCovered(number, column);
    const found = findWrong(cell ?? EMPTY, kind, isCovered);
    if (found !== undefined)
      wrong.push({ ...found, name: CELLS[kind], place: `${lettersOf(column)}${number}` });
  }
  const [first, ...others] = wrong;
  if (first === undefined) return undefined;
  const { code, message, name, place } = first;
  const at = { path: place };
  if (others.length === 0)
    return { problem: { code, message, ...(name !== undefined && { cell: name }) }, at };
  const more = others
    .map((one) => one.place)
    .slice(0, 5)
    .join(', ');
  return { problem: { code, message: `${message} Look at ${more} too.` }, at };
}

export function rowsOfSheet(
  { opening: { columns }, rows }: SheetTable,
  sheet: Sheet,
  catalog: Catalog,
): FoundRow[] {
  return rows.map((row, i): FoundRow => {
    const cells = toCells(textsOf(row), columns);
    const wrong = findProblem(row, columns, sheet);
    return {
      cells,
      at: { path: `row ${row.number}` },
      fallbackName: `${cells.component?.trim() ?? 'entry'} ${i + 1}`,
      placeOf: (cell) => {
        const column = columnOf(cell, columns, catalog);
        return column === undefined ? undefined : { path: `${lettersOf(column - 1)}${row.number}` };
      },
      ...wrong,
    };
  });
}
