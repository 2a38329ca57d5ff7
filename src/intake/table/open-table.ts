/** How does a table begin? Which character parts its cells, where its headings are, and what its columns mean. */
import type { Catalog } from '../../engine/model';
import {
  type ColumnMeaning,
  describeColumns,
  type FoundColumn,
  isRow,
  MAX_COLUMNS,
  type PlainCell,
  plainMeaningOf,
  readHeadings,
  takeChosen,
} from '../columns';
import { copyPlain } from '../copy-plain';
import { type CutRow, cutRows } from './cut-rows';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What the first rows of a table say about it. */
export interface Opening {
  /** Empty texts where the table has no line of headings. */
  readonly headings: readonly string[];
  readonly columns: readonly ColumnMeaning[];
  /** Rows before the first that is read, blank ones left out. */
  readonly skipped: number;
  readonly line: number;
  readonly missing: readonly PlainCell[];
  /** Whether the row after the headings has as many cells, and more than one. */
  readonly isEven: boolean;
  /** The first rows below the headings. */
  readonly first: readonly (readonly string[])[];
}

export interface TextOpening extends Opening {
  readonly delimiter: string;
}

/** Only the beginning is looked at: a file that is no inventory must not be read to its end to find that out. */
const OPENING = 65_536;
const FIRST_ROWS = 20;

/** `sep=;`, which spreadsheets put before a table. */
function isSeparatorLine({ cells }: CutRow): boolean {
  return /^sep=.?$/i.test(cells.join('').trim());
}

/** Titles, notes and comments may stand above a table. */
const MAX_ABOVE = 20;

const isComment = ({ cells: [first = ''] }: CutRow) => first.trimStart().startsWith('#');
const isTitle = ({ cells }: CutRow) => cells.filter((cell) => cell.trim() !== '').length < 2;

/** How many rows stand above the table: what spreadsheets put there, titles and comments. */
function countAbove(rows: readonly CutRow[]): number {
  const hasHeadings = ({ cells }: CutRow) => {
    const kinds = new Set(cells.slice(0, MAX_COLUMNS).map((cell) => plainMeaningOf(cell)));
    return kinds.has('component') && kinds.has('version');
  };
  const first = rows
    .slice(0, MAX_ABOVE + 1)
    .findIndex((row) => hasHeadings(row) || !(isSeparatorLine(row) || isComment(row) || isTitle(row)));
  // Where nothing but titles comes, they are the table.
  return first < 0 ? rows.slice(0, 1).filter(isSeparatorLine).length : first;
}

/** `rows` are the first that are not blank. */
export function openRows(
  rows: readonly Pick<CutRow, 'cells' | 'line'>[],
  catalog: Catalog | undefined,
  chosen: readonly ColumnMeaning[] | undefined,
): Opening {
  const [{ cells, line } = { cells: [], line: 1 }, next] = rows;
  const said = readHeadings(cells, catalog?.protocols ?? {});
  const findMissing = (columns: readonly ColumnMeaning[]) =>
    (['component', 'version'] as const).filter((kind) => !columns.some((column) => column.kind === kind));
  const hasHeadings = catalog === undefined || findMissing(said).length === 0 || !isRow(cells, catalog);
  // Texts of a row are no headings, even where one of them could be.
  const own = hasHeadings ? said : cells.map((): ColumnMeaning => ({ kind: 'none' }));
  const columns = chosen === undefined ? own : takeChosen(chosen, cells.length);
  const skipped = hasHeadings ? 1 : 0;
  return {
    headings: hasHeadings ? cells : cells.map(() => ''),
    columns,
    skipped,
    line,
    missing: findMissing(columns),
    isEven: cells.length > 1 && next?.cells.length === cells.length,
    first: rows.slice(skipped, skipped + FIRST_ROWS).map((row) => row.cells),
  };
}

function openBy(
  delimiter: string,
  start: string,
  catalog: Catalog | undefined,
  chosen: readonly ColumnMeaning[] | undefined,
): TextOpening {
  const rows = cutRows(start, delimiter, MAX_ABOVE + 1 + FIRST_ROWS);
  const above = countAbove(rows);
  const opening = openRows(rows.slice(above), catalog, chosen);
  return { ...opening, delimiter, skipped: above + opening.skipped };
}

/**
 * The delimiter is the one that makes most of the headings. Without a catalog the first line is taken for headings; with
 * one, and where these are not enough, it may be a row. `chosen` are the meanings that a person chose.
 */
export function openTable(text: string, catalog?: Catalog, chosen?: readonly ColumnMeaning[]): TextOpening {
  const start = copyPlain(text.slice(0, OPENING));
  // By one that is not there each line is a cell, whichever it is.
  const [first, ...others] = DELIMITERS;
  const present = [first, ...others.filter((delimiter) => start.includes(delimiter))];
  const openings = present.map((delimiter) => openBy(delimiter, start, catalog, chosen));
  return openings.reduce((best, next) =>
    next.missing.length < best.missing.length ||
    (next.missing.length === best.missing.length && next.headings.length > best.headings.length)
      ? next
      : best,
  );
}

/** All columns, for a person to see and correct. */
export function columnsOf(
  { headings, columns, first, missing }: Opening,
  catalog: Catalog,
  isChosen: boolean,
): FoundColumn[] {
  return describeColumns(headings, columns, first, catalog, isChosen && missing.length === 0);
}
