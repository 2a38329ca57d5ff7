/** How are the columns of a table chosen on the command line? By the words that could be their headings, and - for none. */
import type { Catalog } from '../engine';
import { type ColumnMeaning, readHeadings } from '../intake/columns';
import { UnusableCall } from './read-input';

const NONE = '-';

export function readColumns(text: string, catalog: Catalog): readonly ColumnMeaning[] {
  const words = text.split(',').map((word) => word.trim());
  return words.map((word) => {
    const [meaning = { kind: 'none' as const }] = readHeadings([word], catalog.protocols);
    if (meaning.kind !== 'none' || word === NONE) return meaning;
    const known = `name, component, version, count, pinned, source, labels, protocols, label:NAME, ${Object.keys(catalog.protocols).join(', ')}`;
    throw new UnusableCall([
      `--columns ${text}: "${word}" is none. Known: ${known}, and ${NONE} for no meaning.`,
    ]);
  });
}

function writeColumn(meaning: ColumnMeaning): string {
  if (meaning.kind === 'label') return `label:${meaning.label}`;
  if (meaning.kind !== 'protocol') return meaning.kind === 'none' ? NONE : meaning.kind;
  const end = { both: '', minimum: ' min', current: ' current' }[meaning.end];
  return `${meaning.protocol}${end}`;
}

export function writeColumns(columns: readonly ColumnMeaning[]): string {
  return columns.map(writeColumn).join(',');
}
