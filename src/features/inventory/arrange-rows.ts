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

function comparing(
  { by, isDescending }: Sort,
  catalog: Catalog,
  facts: RowFacts,
): (a: DraftRow, b: DraftRow) => number {
  const direction = isDescending ? -1 : 1;
  if (by === 'today') return (a, b) => direction * (severityOf(a, facts) - severityOf(b, facts));
  if (by === 'version') {
    // Few versions stand in many rows.
    const read = new Map<string, string | undefined>();
    const readOnce = (text: string) => {
      if (!read.has(text)) read.set(text, readVersion(text));
      return read.get(text);
    };
    const isVersion = (text: string) => readOnce(text) !== undefined;
    const compare = (a: string, b: string) =>
      a === b ? 0 : compareVersions(readOnce(a) ?? '', readOnce(b) ?? '');
    return (a, b) => compareTexts(a.version.trim(), b.version.trim(), isVersion, compare, direction);
  }
  if (by === 'count') {
    const isNumber = (text: string) => /^\d+$/.test(text);
    const countOf = ({ count }: DraftRow) => (count.trim() === '' ? '1' : count.trim());
    return (a, b) =>
      compareTexts(countOf(a), countOf(b), isNumber, (x, y) => Number(x) - Number(y), direction);
  }
  if (by === 'component') {
    const order = Object.keys(catalog.components);
    const isKnown = (text: string) => order.includes(text);
    const compare = (x: string, y: string) => order.indexOf(x) - order.indexOf(y);
    return (a, b) => compareTexts(a.component, b.component, isKnown, compare, direction);
  }
  return (a, b) => compareTexts(a[by].trim(), b[by].trim(), () => true, words.compare, direction);
}

const SEARCHED = ['name', 'component', 'version', 'pinned', 'protocols', 'labels'] as const;

function matching({ text, component, hasFinding }: Filter, facts: RowFacts): (row: DraftRow) => boolean {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) =>
    (component === '' || row.component === component) &&
    (!hasFinding || severityOf(row, facts) < SEVERITY.compatible) &&
    wanted.every((word) => SEARCHED.some((field) => row[field].toLowerCase().includes(word)));
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
  const shown = rows.flatMap((row, i) => (isShown(row) ? [{ row, i }] : []));
  if (sort !== undefined) {
    const compare = comparing(sort, catalog, facts);
    shown.sort((a, b) => compare(a.row, b.row));
  }
  return shown.map(({ i }) => i);
}
