/** What is said of a reading: how far it is, and what came of it. */
import type { RowChange } from '../../session/compare-entries';
import * as texts from '../../texts/import';
import { formatNumber } from '../../texts/numbers';
import { isUnsure, type ReadInventory, type ReadProblem, type ReadProgress } from './reading';

const toMegabytes = (size: number) => (size / 1_000_000).toFixed(1);

export function describeProgress({ bytesRead, bytes, rows }: ReadProgress): string {
  return texts.progress(toMegabytes(bytesRead), toMegabytes(bytes), rows);
}

/** `line 3, column 2` */
export function placeOf({ line, column, path }: ReadProblem): string {
  const parts = [
    line === undefined ? '' : texts.line(line),
    column === undefined ? '' : texts.columnAt(column),
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
    return files.some(isUnsure) ? texts.nothingYet : texts.nothingRead;
  }
  const found = texts.found(rows, catalog.name);
  const taken = formatNumber(entries.length);
  const wrong = problems.length === 0 ? '' : texts.andProblems(problems.length);
  return isGrouped ? texts.grouped(found, taken, wrong) : texts.canBeTaken(found, taken, wrong);
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
    [add, texts.added],
    [update, texts.updated],
    [same, texts.theSame],
    [missing, isMissingRemoved ? texts.removed : texts.missingAndKept],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatNumber(count)} ${words}`);
  return `${said.join(', ')}.`;
}
