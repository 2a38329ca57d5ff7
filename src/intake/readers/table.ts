/**
 * Reads a table: commas, semicolons or tabs, with headings in any order and case. A row that is no good is left out with a
 * problem that names its line and column, and the others are kept.
 */
import Papa from 'papaparse';
import type { Catalog } from '../../engine/model';
import {
  type ColumnMeaning,
  describeColumns,
  type FoundColumn,
  isRow,
  type PlainCell,
  readHeadings,
  takeChosen,
} from '../columns';
import { findProtocol, type RowCells } from '../read-row';
import type { CellName, FoundRow, Place, Reader, Reading, Refusal, RowProblem } from '../reader';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** `team=payments; tier=1`; a word alone is a label without a text. */
function readPairs(text: string): [string, string][] {
  return text.split(/[;,\n]/).flatMap((pair): [string, string][] => {
    const [, label = '', value = ''] = /^\s*([^=:]*?)\s*(?:[=:]\s*(.*?)\s*)?$/.exec(pair) ?? [];
    return label === '' && value === '' ? [] : [[label, value]];
  });
}

/** `api 1-2; entrypoint 1`; without a protocol where a part does not name one. */
function readRanges(text: string): [string, string][] {
  return text
    .split(/[;\n]|,(?![^[]*\])/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match = /^\s*([A-Za-z][^:=]*?)\s*[:=\s]\s*(\[?\d.*?)\s*$/.exec(part);
      return match?.[1] === undefined ? ['', part] : [match[1], match[2] ?? ''];
    });
}

function toCells(row: readonly string[], columns: readonly ColumnMeaning[]): RowCells {
  const plain: Partial<Record<PlainCell, string>> = {};
  const protocols: [string, string][] = [];
  const ends = new Map<string, { minimum?: string; current?: string }>();
  const labels = new Map<string, string>();
  for (const [i, column] of columns.entries()) {
    const text = row[i] ?? '';
    if (text.trim() === '') continue;
    switch (column.kind) {
      case 'label':
        labels.set(column.label, text.trim());
        break;
      case 'labels':
        for (const [label, value] of readPairs(text)) labels.set(label, value);
        break;
      case 'protocols':
        protocols.push(...readRanges(text));
        break;
      case 'protocol':
        if (column.end === 'both') protocols.push([column.protocol, text]);
        else ends.set(column.protocol, { ...ends.get(column.protocol), [column.end]: text.trim() });
        break;
      case 'none':
        break;
      default:
        plain[column.kind] = text;
    }
  }
  for (const [protocol, { minimum, current }] of ends) {
    protocols.push([protocol, `${minimum ?? '?'}-${current ?? '?'}`]);
  }
  return { ...plain, protocols, labels };
}

/** The column, from 1, that a problem is about. */
function columnOf(
  { cell, item = '' }: CellName,
  columns: readonly ColumnMeaning[],
  catalog: Catalog,
): number | undefined {
  const exact = columns.findIndex((column) => {
    if (column.kind === 'protocol')
      return cell === 'protocols' && column.protocol === findProtocol(catalog, item);
    return column.kind === 'label' && cell === 'labels' && column.label === item;
  });
  const index = exact >= 0 ? exact : columns.findIndex(({ kind }) => kind === cell);
  return index < 0 ? undefined : index + 1;
}

interface Row {
  readonly cells: readonly string[];
  /** The line that it begins on, from 1: a quoted cell may go over several. */
  readonly line: number;
  /** What is wrong with its quotes. */
  readonly quotes?: 'open' | 'stray';
}

function isBlank({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Rows that are not blank, `most` of them at most, and no more after `mostBlank` blank ones. `text` has its line breaks as `\n`. */
function readRows(
  text: string,
  delimiter: string,
  most: number,
  mostBlank = Number.POSITIVE_INFINITY,
): Row[] {
  const rows: Row[] = [];
  let line = 1;
  let from = 0;
  let seen = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const codes = errors.map(({ code }) => code as string);
      const quotes = codes.includes('MissingQuotes')
        ? ('open' as const)
        : codes.includes('InvalidQuotes')
          ? ('stray' as const)
          : undefined;
      const row: Row = { cells: data, line, ...(quotes !== undefined && { quotes }) };
      if (!isBlank(row)) rows.push(row);
      for (let at = text.indexOf('\n', from); at >= 0 && at < meta.cursor; at = text.indexOf('\n', at + 1))
        line += 1;
      from = meta.cursor;
      seen += 1;
      if (rows.length >= most || seen - rows.length > mostBlank) parser.abort();
    },
  });
  return rows;
}

/** `sep=;`, which spreadsheets put before a table. */
function isSeparatorLine({ cells }: Row): boolean {
  return /^sep=.?$/i.test(cells.join('').trim());
}

/** How a table begins. */
interface Opening {
  readonly delimiter: string;
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

/** Only the beginning is looked at: a file that is no inventory must not be read to its end to find that out. */
const OPENING = 65_536;
const FIRST_ROWS = 20;

/**
 * By `delimiter`. Without a catalog the first line is taken for headings; with one, and where these headings are not
 * enough, it may be a row. `chosen` are the meanings that a person chose.
 */
function openBy(
  delimiter: string,
  start: string,
  catalog: Catalog | undefined,
  chosen: readonly ColumnMeaning[] | undefined,
): Opening {
  const rows = readRows(start, delimiter, 100, 1000);
  const found = rows.findIndex((row) => !isSeparatorLine(row));
  const { cells, line } = rows[found] ?? { cells: [], line: 1 };
  const said = readHeadings(cells, catalog?.protocols ?? {});
  const isMissing = (columns: readonly ColumnMeaning[]) =>
    (['component', 'version'] as const).filter((kind) => !columns.some((column) => column.kind === kind));
  const hasHeadings = catalog === undefined || isMissing(said).length === 0 || !isRow(cells, catalog);
  const columns = chosen === undefined ? said : takeChosen(chosen, cells.length);
  const skipped = found + (hasHeadings ? 1 : 0);
  return {
    delimiter,
    headings: hasHeadings ? cells : cells.map(() => ''),
    columns,
    skipped,
    line,
    missing: isMissing(columns),
    isEven: cells.length > 1 && rows[found + 1]?.cells.length === cells.length,
    first: rows.slice(skipped, skipped + FIRST_ROWS).map((row) => row.cells),
  };
}

/** The delimiter is the one that makes most of the headings. */
function openTable(text: string, catalog?: Catalog, chosen?: readonly ColumnMeaning[]): Opening {
  const start = text.slice(0, OPENING);
  const openings = DELIMITERS.map((delimiter) => openBy(delimiter, start, catalog, chosen));
  return openings.reduce((best, next) =>
    next.missing.length < best.missing.length ||
    (next.missing.length === best.missing.length && next.headings.length > best.headings.length)
      ? next
      : best,
  );
}

function shorten(text: string): string {
  const bare = text.trim().replace(/\s+/g, ' ');
  return `"${bare.length > 30 ? `${bare.slice(0, 30)}…` : bare}"`;
}

function refuseHeadings(
  { headings, line, missing }: Opening,
  isChosen: boolean,
  columns: readonly FoundColumn[],
): Refusal {
  const found = headings
    .slice(0, 8)
    .filter((heading) => heading !== '')
    .map(shorten)
    .join(', ');
  const words = missing.join(' and ');
  const message = isChosen
    ? `No column was chosen for ${words}.`
    : `The first line has no heading for ${words}. Expected headings like name, component, version, count; found ${found || 'nothing'}.`;
  return { refused: { code: 'no-headings', message, line }, columns };
}

/** What is wrong with a row as a whole, so that its cells cannot be trusted. */
function findRowProblem({ cells, quotes }: Row, columns: readonly ColumnMeaning[]): RowProblem | undefined {
  if (quotes === 'open') {
    const message =
      'A quote in this row is never closed, so everything after it was taken as one text. Close it, and read the file again.';
    return { code: 'open-quote', message };
  }
  if (quotes === 'stray') {
    const message =
      'A quoted text in this row goes on after its closing quote. A quote within a text is written twice: "".';
    return { code: 'stray-quote', message };
  }
  const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return undefined;
  const message = `The row has ${cells.length} cells, but there are ${columns.length} headings; left over: ${extra.slice(0, 3).map(shorten).join(', ')}. Put a text that holds the delimiter in quotes.`;
  return { code: 'too-many-cells', message };
}

const NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function describeUnread({ headings, columns }: Opening): string {
  const unread = headings.filter((heading, i) => columns[i]?.kind === 'none' && heading.trim() !== '');
  return unread.length === 0 ? '' : ` Not read: ${unread.slice(0, 8).map(shorten).join(', ')}.`;
}

/** How the columns were found, where a person chose them. */
function describeChosen({ headings }: Opening): string {
  const named = headings.filter((heading) => heading.trim() !== '');
  return named.length === 0
    ? ' Its first line is read as a row.'
    : ` Its first line is taken for headings: ${named.slice(0, 8).map(shorten).join(', ')}.`;
}

function bare(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function readTable(
  source: string,
  catalog: Catalog,
  chosen: readonly ColumnMeaning[] | undefined,
): Reading | Refusal {
  const text = bare(source);
  const opening = openTable(text, catalog, chosen);
  const { headings, columns, delimiter, first, skipped } = opening;
  const described = describeColumns(headings, columns, first, catalog);
  if (opening.missing.length > 0) return refuseHeadings(opening, chosen !== undefined, described);
  const rows = readRows(text, delimiter, Number.POSITIVE_INFINITY).slice(skipped);
  const note = `${chosen === undefined ? '' : describeChosen(opening)}${describeUnread(opening)}`.trim();
  return {
    ...(note !== '' && { note }),
    columns: described,
    rows: rows.map((row, i): FoundRow => {
      const at = { line: row.line };
      const cells = toCells(row.cells, columns);
      const problem = findRowProblem(row, columns);
      return {
        cells,
        at,
        fallbackName: `${cells.component?.trim() ?? 'entry'} ${i + 1}`,
        placeOf: (cell): Place => {
          const column = columnOf(cell, columns, catalog);
          return { ...at, ...(column !== undefined && { column }) };
        },
        ...(problem !== undefined && { problem }),
      };
    }),
  };
}

export const table: Reader = {
  id: 'table',
  name: 'a table (CSV, or pasted from a spreadsheet) with headings like name, component, version, count',
  looksAt: 'text',
  recognise({ text, documents }) {
    // The line breaks of the beginning are all that matters here.
    const opening = openTable(bare(text.slice(0, OPENING)));
    if (opening.missing.length === 0) {
      const why = `Its first line has headings of an inventory, parted by ${NAMES[opening.delimiter]}.`;
      return { sureness: 'likely', why };
    }
    if (!opening.isEven || documents.kind !== 'none' || /^\s*[{[]/.test(text)) return undefined;
    return { sureness: 'possible', why: 'Its first lines have as many cells.' };
  },
  read: ({ text }, catalog, chosen) => readTable(text, catalog, chosen),
};
