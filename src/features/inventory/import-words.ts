/** What is said of a reading: how far it is, and what came of it. */
import type { RowChange } from '../../session/compare-entries';
import { isUnsure, type ReadInventory, type ReadProblem, type ReadProgress } from './reading';

/** `1 row`, `12,000 rows` */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

const toMegabytes = (size: number) => (size / 1_000_000).toFixed(1);

export function describeProgress({ bytesRead, bytes, rows }: ReadProgress): string {
  return `${toMegabytes(bytesRead)} of ${toMegabytes(bytes)} MB, ${countOf(rows, 'row')} so far`;
}

/** `line 3, column 2` */
export function placeOf({ line, column, path }: ReadProblem): string {
  const parts = [
    line === undefined ? '' : `line ${line.toLocaleString('en')}`,
    column === undefined ? '' : `column ${column}`,
    path ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function describeResult({
  files,
  rows,
  entries,
  problems,
  catalog,
  isGrouped,
}: ReadInventory): string {
  if (rows === 0 && entries.length === 0) {
    return files.some(isUnsure) ? 'Nothing has been read yet.' : 'Nothing could be read.';
  }
  const found = `${countOf(rows, 'row')} for ${catalog.name}`;
  const taken = entries.length.toLocaleString('en');
  const wrong = problems.length === 0 ? '' : `, ${countOf(problems.length, 'problem')}`;
  return isGrouped
    ? `${found}, grouped to ${taken}${wrong}.`
    : `${found}, ${taken} of them can be taken${wrong}.`;
}

export type ChangeKind = RowChange['kind'];

export const KINDS: readonly ChangeKind[] = ['add', 'update', 'same', 'missing'];

/** How many rows are added, updated, the same, missing. */
export function countKinds(changes: readonly RowChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { add: 0, update: 0, same: 0, missing: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

export function describeChanges(changes: readonly RowChange[], isMissingRemoved: boolean): string {
  const { add, update, same, missing } = countKinds(changes);
  const parts = [
    [add, 'added'],
    [update, 'updated'],
    [same, 'the same'],
    [missing, isMissingRemoved ? 'removed' : 'missing and kept'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString('en')} ${words}`);
  return `${said.join(', ')}.`;
}
