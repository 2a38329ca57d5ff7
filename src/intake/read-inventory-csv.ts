/**
 * Reads a table: commas, semicolons or tabs, with headings in any order and case. A row that is no good is left out with a
 * problem that names its line and column, and the others are kept.
 */
import Papa from 'papaparse';
import type { Catalog } from '../engine/model';
import { EntryCollector } from './entry-collector';
import { type IntakeProblem, type IntakeResult, refuseIntake } from './intake-result';
import { type CellProblem, type RowCells, readRow } from './read-row';

type PlainCell = 'name' | 'component' | 'version' | 'count' | 'pinned' | 'source';

/** Headings that mean a column, folded to lower case without blanks and dashes. */
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

function readHeading(heading: string, catalog: Catalog): Column {
  const label = /^labels?[:./](.+)$/i.exec(heading.trim())?.[1]?.trim();
  if (label !== undefined && label !== '') return { kind: 'label', label };
  const folded = fold(heading);
  if (folded === 'labels' || folded === 'tags') return { kind: 'labels' };
  if (folded === 'protocols' || folded === 'advertised') return { kind: 'protocols' };
  for (const [kind, words] of Object.entries(HEADINGS)) {
    if (words.includes(folded)) return { kind: kind as PlainCell };
  }
  for (const [protocol, { name }] of Object.entries(catalog.protocols)) {
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

/** `team=payments; tier=1` */
function readPairs(text: string): [string, string][] {
  return text.split(/[;,]/).flatMap((pair): [string, string][] => {
    const match = /^\s*([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(pair);
    return match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']];
  });
}

/** `api 1-2; entrypoint 1` */
function readRanges(text: string): [string, string][] {
  return text.split(';').flatMap((part): [string, string][] => {
    const match = /^\s*([A-Za-z][\w.-]*)\s*[:=\s]\s*(.+?)\s*$/.exec(part);
    return match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']];
  });
}

function toCells(row: readonly string[], columns: readonly Column[]): RowCells {
  const plain: Partial<Record<PlainCell, string>> = {};
  const protocols = new Map<string, string>();
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
        for (const [protocol, range] of readRanges(text)) protocols.set(protocol, range);
        break;
      case 'protocol':
        if (column.end === 'both') protocols.set(column.protocol, text);
        else ends.set(column.protocol, { ...ends.get(column.protocol), [column.end]: text.trim() });
        break;
      case 'other':
        break;
      default:
        plain[column.kind] = text;
    }
  }
  for (const [protocol, { minimum, current }] of ends) {
    protocols.set(protocol, `${minimum ?? current ?? ''}-${current ?? minimum ?? ''}`);
  }
  return { ...plain, protocols, labels };
}

function columnOf(cell: CellProblem['cell'], columns: readonly Column[]): number | undefined {
  const index = columns.findIndex(
    ({ kind }) => kind === cell || (cell === 'protocols' && kind === 'protocol'),
  );
  return index < 0 ? undefined : index + 1;
}

interface Table {
  readonly rows: readonly (readonly string[])[];
  /** The line that each row begins on, from 1: a quoted cell may go over several. */
  readonly lines: readonly number[];
}

function readTable(text: string): Table {
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data, meta }) => {
      rows.push(data);
      lines.push(line);
      for (let at = text.indexOf('\n', from); at >= 0 && at < meta.cursor; at = text.indexOf('\n', at + 1))
        line += 1;
      from = meta.cursor;
    },
  });
  return { rows, lines };
}

/** The headings, and how many lines come before the rows; a message where it is no inventory. */
function readHeadings(
  text: string,
  catalog: Catalog,
): { readonly columns: readonly Column[]; readonly first: number } | IntakeResult {
  // Only the beginning: a file that is no inventory must not be read to its end to find that out.
  const { rows, lines } = readTable(text.slice(0, 65_536));
  const first = rows.findIndex((row) => !isBlank(row));
  const headings = rows[first] ?? [];
  const columns = headings.map((heading) => readHeading(heading, catalog));
  const missing = (['component', 'version'] as const).filter(
    (kind) => !columns.some((column) => column.kind === kind),
  );
  if (missing.length === 0) return { columns, first };
  const found = headings.slice(0, 8).map((heading) => `"${heading.trim().slice(0, 30)}"`);
  const message = `The first line has no heading for ${missing.join(' and ')}. Expected headings like name, component, version, count; found ${found.join(', ') || 'nothing'}.`;
  return refuseIntake('no-headings', message, { line: lines[first] ?? 1 });
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

export function readInventoryCsv(source: string, catalog: Catalog): IntakeResult {
  const text = source.replace(/^\uFEFF/, '');
  const headings = readHeadings(text, catalog);
  if (!('columns' in headings)) return headings;
  const { columns, first } = headings;
  const { rows, lines } = readTable(text);
  const collector = new EntryCollector(catalog);
  let count = 0;
  for (const [i, row] of rows.entries()) {
    if (i <= first || isBlank(row)) continue;
    count += 1;
    const line = lines[i] ?? 1;
    const cells = toCells(row, columns);
    const read = readRow(cells, catalog, `${cells.component?.trim() ?? 'entry'} ${count}`);
    if (read.ok) {
      collector.add(read.entry, { line });
      continue;
    }
    for (const { cell, code, message } of read.problems) {
      const column = columnOf(cell, columns);
      const place = { line, ...(column !== undefined && { column }) };
      const problem: IntakeProblem = { code, message, ...place, isDropped: true };
      collector.report(problem);
    }
  }
  return {
    recognised: { reader: 'csv', why: 'Its first line has headings of an inventory.' },
    entries: collector.entries,
    rows: count,
    problems: collector.problems,
  };
}
