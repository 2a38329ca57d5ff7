/** Which rows are shown, and in which order? The rows themselves stay as they were entered. */
import type { Catalog } from '../../engine/model/catalog';
import { compareVersions, readVersion } from '../../engine/model/version';
import type { CellProblem } from '../../session/draft-entry';
import type { DraftRow, RowField } from '../../session/inputs';
import type { RowFinding } from './row-finding';

export interface Sort {
  readonly by: RowField | 'today';
  readonly isDescending: boolean;
}

export interface Filter {
  /** Words that a row holds, in any of its cells. */
  readonly text: string;
  /** Empty: all of them. */
  readonly component: string;
  /** Only rows of which something is said. */
  readonly hasFinding: boolean;
}

export const NO_FILTER: Filter = { text: '', component: '', hasFinding: false };

/** What is known of the rows, by id. */
export interface RowFacts {
  readonly problems: ReadonlyMap<string, readonly CellProblem[]>;
  readonly findings: ReadonlyMap<string, RowFinding>;
}

export function isFiltering({ text, component, hasFinding }: Filter): boolean {
  return text.trim() !== '' || component !== '' || hasFinding;
}

const SEVERITY: Readonly<Record<RowFinding['status'], number>> = {
  incompatible: 1,
  unknown: 2,
  limited: 3,
  compatible: 5,
  server: 6,
};

/** The worse, the less. */
function severityOf({ id }: DraftRow, { problems, findings }: RowFacts): number {
  if (problems.has(id)) return 0;
  const finding = findings.get(id);
  if (finding === undefined) return 7;
  return finding.remarks.length > 0 ? Math.min(4, SEVERITY[finding.status]) : SEVERITY[finding.status];
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Cells that cannot be read come behind those that can, empty ones last; in both directions. */
function compareTexts(
  a: string,
  b: string,
  isReadable: (text: string) => boolean,
  compare: (a: string, b: string) => number,
  direction: 1 | -1,
): number {
  const rank = (text: string) => (text === '' ? 2 : isReadable(text) ? 0 : 1);
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  return direction * (rankA === 0 ? compare(a, b) : words.compare(a, b));
}

/** What a column is sorted by, as a text, and how these texts compare. */
function orderOf(
  { by, isDescending }: Sort & { readonly by: RowField },
  catalog: Catalog,
): { readonly textOf: (row: DraftRow) => string; readonly compare: (a: string, b: string) => number } {
  const direction = isDescending ? -1 : 1;
  const ordered =
    (isReadable: (text: string) => boolean, compare: (a: string, b: string) => number) =>
    (a: string, b: string) =>
      compareTexts(a, b, isReadable, compare, direction);
  if (by === 'version') {
    const isVersion = (text: string) => readVersion(text) !== undefined;
    const compare = (a: string, b: string) => compareVersions(readVersion(a) ?? '', readVersion(b) ?? '');
    return { textOf: ({ version }) => version.trim(), compare: ordered(isVersion, compare) };
  }
  if (by === 'count') {
    const compare = ordered(
      (text) => /^\d+$/.test(text),
      (x, y) => Number(x) - Number(y),
    );
    return { textOf: ({ count }) => (count.trim() === '' ? '1' : count.trim()), compare };
  }
  if (by === 'component') {
    const order = Object.keys(catalog.components);
    const compare = ordered(
      (text) => order.includes(text),
      (x, y) => order.indexOf(x) - order.indexOf(y),
    );
    return { textOf: ({ component }) => component, compare };
  }
  return { textOf: (row) => row[by].trim(), compare: ordered(() => true, words.compare) };
}

/** By row: a number that is the less the further up it belongs. What stands in many rows is compared once. */
function ranksOf(rows: readonly DraftRow[], sort: Sort, catalog: Catalog, facts: RowFacts): number[] {
  const { by, isDescending } = sort;
  if (by === 'today') return rows.map((row) => (isDescending ? -1 : 1) * severityOf(row, facts));
  const { textOf, compare } = orderOf({ by, isDescending }, catalog);
  const texts = rows.map(textOf);
  const ranks = new Map<string, number>();
  let before: string | undefined;
  let rank = 0;
  for (const text of [...new Set(texts)].sort(compare)) {
    if (before !== undefined && compare(before, text) !== 0) rank += 1;
    ranks.set(text, rank);
    before = text;
  }
  return texts.map((text) => ranks.get(text) ?? 0);
}

const SEARCHED = ['name', 'component', 'version', 'pinned', 'protocols', 'labels'] as const;
/** A row is searched again with each letter of what is looked for; no word of that has a line break. */
const searchedTexts = new WeakMap<DraftRow, string>();

function searchedTextOf(row: DraftRow): string {
  const known = searchedTexts.get(row);
  if (known !== undefined) return known;
  const text = SEARCHED.map((field) => row[field])
    .join('\n')
    .toLowerCase();
  searchedTexts.set(row, text);
  return text;
}

function matching({ text, component, hasFinding }: Filter, facts: RowFacts): (row: DraftRow) => boolean {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) =>
    (component === '' || row.component === component) &&
    (!hasFinding || severityOf(row, facts) < SEVERITY.compatible) &&
    wanted.every((word) => searchedTextOf(row).includes(word));
}

/** Positions of the rows that are shown, in their order; `undefined`: all of them, as they are. */
export function arrangeRows(
  rows: readonly DraftRow[],
  sort: Sort | undefined,
  filter: Filter,
  catalog: Catalog,
  facts: RowFacts,
): readonly number[] | undefined {
  if (sort === undefined && !isFiltering(filter)) return undefined;
  const isShown = matching(filter, facts);
  const shown: number[] = [];
  for (const [i, row] of rows.entries()) if (isShown(row)) shown.push(i);
  if (sort === undefined) return shown;
  const ranks = ranksOf(rows, sort, catalog, facts);
  return shown.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
