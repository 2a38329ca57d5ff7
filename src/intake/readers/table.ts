/**
 * Reads a table: commas, semicolons or tabs, with headings in any order and case. A row that is no good is left out with a
 * problem that names its line and column, and the others are kept.
 */
import Papa from 'papaparse';
import type { Catalog } from '../../engine/model';
import { MAX_ROWS } from '../intake-result';
import { findProtocol, type RowCells } from '../read-row';
import type { CellName, FoundRow, Place, Reader, Reading, Refusal, RowProblem } from '../reader';

type Protocols = Catalog['protocols'];
type PlainCell = 'name' | 'component' | 'version' | 'count' | 'pinned' | 'source';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Headings that mean a column, folded to lower case without blanks and dashes; where there are several, the first wins. */
const HEADINGS: Record<PlainCell, readonly string[]> = {
  name: ['name', 'entry', 'host', 'hostname', 'service', 'app', 'application', 'id'],
  component: ['component', 'kind', 'type', 'part', 'role'],
  version: ['version', 'release', 'ver', 'currentversion', 'tag'],
  count: ['count', 'instances', 'replicas', 'number', 'qty', 'quantity'],
  pinned: ['pinned', 'pin', 'pinnedbecause', 'frozen'],
  source: ['source', 'builtby'],
};

type Column =
  | { readonly kind: PlainCell }
  | { readonly kind: 'protocol'; readonly protocol: string; readonly end: 'both' | 'minimum' | 'current' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'labels' | 'protocols' | 'other' };

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}

function readHeading(heading: string, protocols: Protocols): Column {
  const label = /^labels?[:./](.+)$/i.exec(heading.trim())?.[1]?.trim();
  if (label !== undefined && label !== '') return { kind: 'label', label };
  const folded = fold(heading);
  if (folded === 'labels' || folded === 'tags') return { kind: 'labels' };
  if (folded === 'protocols' || folded === 'advertised') return { kind: 'protocols' };
  for (const [kind, words] of Object.entries(HEADINGS)) {
    if (words.includes(folded)) return { kind: kind as PlainCell };
  }
  for (const [protocol, { name }] of Object.entries(protocols)) {
    for (const word of [fold(protocol), fold(name)]) {
      const base = folded.replace(/protocol/, '');
      if (base === word) return { kind: 'protocol', protocol, end: 'both' };
      if (base === `${word}min` || base === `${word}minimum`)
        return { kind: 'protocol', protocol, end: 'minimum' };
      if (base === `${word}cur` || base === `${word}current`)
        return { kind: 'protocol', protocol, end: 'current' };
    }
  }
  return { kind: 'other' };
}

const OTHER: Column = { kind: 'other' };
/** Columns whose headings are looked at. */
const MAX_COLUMNS = 1000;

/** Of columns that mean the same, the one whose heading says it best is read; the others are not. */
function readColumns(headings: readonly string[], protocols: Protocols): Column[] {
  const columns = headings.map((heading, i) => (i < MAX_COLUMNS ? readHeading(heading, protocols) : OTHER));
  const rankOf = (index: number): number => {
    const kind = columns[index]?.kind ?? 'other';
    return kind in HEADINGS ? HEADINGS[kind as PlainCell].indexOf(fold(headings[index] ?? '')) : 0;
  };
  const best = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    if (column.kind === 'other') continue;
    const key = JSON.stringify(column);
    const other = best.get(key);
    if (other === undefined || rankOf(i) < rankOf(other)) best.set(key, i);
  }
  const isBest = new Set(best.values());
  return columns.map((column, i) => (isBest.has(i) ? column : OTHER));
}

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

function toCells(row: readonly string[], columns: readonly Column[]): RowCells {
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
      case 'other':
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
  columns: readonly Column[],
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

interface Headings {
  readonly delimiter: string;
  readonly headings: readonly string[];
  readonly columns: readonly Column[];
  /** Rows up to and with the headings, blank ones left out. */
  readonly rows: number;
  readonly line: number;
  readonly missing: readonly PlainCell[];
  /** Whether the row after the headings has as many cells, and more than one. */
  readonly isEven: boolean;
}

/** The delimiter is the one that makes most of the headings. */
function readHeadings(text: string, protocols: Protocols): Headings {
  // Only the beginning: a file that is no inventory must not be read to its end to find that out.
  const start = text.slice(0, 65_536);
  const readings = DELIMITERS.map((delimiter): Headings => {
    const rows = readRows(start, delimiter, 100, 1000);
    const found = rows.findIndex((row) => !isSeparatorLine(row));
    const { cells: headings, line } = rows[found] ?? { cells: [], line: 1 };
    const columns = readColumns(headings, protocols);
    const missing = (['component', 'version'] as const).filter(
      (kind) => !columns.some((column) => column.kind === kind),
    );
    const isEven = headings.length > 1 && rows[found + 1]?.cells.length === headings.length;
    return { delimiter, headings, columns, rows: found + 1, line, missing, isEven };
  });
  return readings.reduce((best, next) =>
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

function refuseHeadings({ headings, line, missing }: Headings): Refusal {
  const found = headings.slice(0, 8).map(shorten).join(', ');
  const message = `The first line has no heading for ${missing.join(' and ')}. Expected headings like name, component, version, count; found ${found || 'nothing'}.`;
  return { refused: { code: 'no-headings', message, line } };
}

/** What is wrong with a row as a whole, so that its cells cannot be trusted. */
function findRowProblem({ cells, quotes }: Row, columns: readonly Column[]): RowProblem | undefined {
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

function describeHeadings({ delimiter }: Headings): string {
  const names = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as Record<string, string>;
  return `Its first line has headings of an inventory, parted by ${names[delimiter]}.`;
}

function describeUnread({ headings, columns }: Headings): string | undefined {
  const unread = headings.filter((heading, i) => columns[i]?.kind === 'other' && heading.trim() !== '');
  return unread.length === 0 ? undefined : `Not read: ${unread.slice(0, 8).map(shorten).join(', ')}.`;
}

function bare(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function readTable(source: string, catalog: Catalog): Reading | Refusal {
  const text = bare(source);
  const found = readHeadings(text, catalog.protocols);
  if (found.missing.length > 0) return refuseHeadings(found);
  const { columns, delimiter } = found;
  const rows = readRows(text, delimiter, found.rows + MAX_ROWS + 1).slice(found.rows);
  const note = describeUnread(found);
  return {
    ...(note !== undefined && { note }),
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
    const found = readHeadings(bare(text.slice(0, 65_536)), {});
    if (found.missing.length === 0) return { sureness: 'likely', why: describeHeadings(found) };
    if (!found.isEven || documents.kind !== 'none' || /^\s*[{[]/.test(text)) return undefined;
    return { sureness: 'possible', why: 'Its first lines have as many cells.' };
  },
  read: ({ text }, catalog) => readTable(text, catalog),
};
