/** What do the cells of a row say, by the meanings of their columns? */
import type { Catalog } from '../../engine/model';
import type { ColumnMeaning, PlainCell } from '../columns';
import { findProtocol, type RowCells } from '../read-row';
import type { CellName } from '../reader';

/** As it is shown: in quotes, and no more than the beginning. */
export function quoteCell(text: string): string {
  const bare = text.slice(0, 1000).trim().replace(/\s+/g, ' ');
  return `"${bare.length > 30 ? `${bare.slice(0, 30)}…` : bare}"`;
}

const MAX_SHOWN = 8;

export function listHeadings(headings: readonly string[]): string {
  const named = headings.filter((heading) => heading.trim() !== '');
  return named.slice(0, MAX_SHOWN).map(quoteCell).join(', ');
}

/** `team=payments; tier=1`; a word alone is a label without a text. */
function readPairs(text: string): [string, string][] {
  return text.split(/[;,\n]/).flatMap((pair): [string, string][] => {
    const at = pair.search(/[=:]/);
    const label = (at < 0 ? pair : pair.slice(0, at)).trim();
    const value = at < 0 ? '' : pair.slice(at + 1).trim();
    return label === '' && value === '' ? [] : [[label, value]];
  });
}

/** Longer texts name no range, and would keep the pattern busy. */
export const MAX_RANGE = 200;

/** `api 1-2; entrypoint 1`; without a protocol where a part does not name one. */
function readRanges(text: string): [string, string][] {
  return text
    .split(/[;\n]|,(?!\s*\d+\s*\])/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match =
        part.length > MAX_RANGE ? null : /^\s*([A-Za-z][^:=]*?)\s*[:=\s]\s*(\[?\d.*?)\s*$/.exec(part);
      return match?.[1] === undefined ? ['', part] : [match[1], match[2] ?? ''];
    });
}

export function toCells(row: readonly string[], columns: readonly ColumnMeaning[]): RowCells {
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
export function columnOf(
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
