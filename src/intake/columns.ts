/**
 * What does each column of a table mean?
 *
 * A heading that is one of a list of words is certain, and its column is read. Where headings tell less, what stands in a
 * column may suggest a meaning; a suggestion is never read before a person has confirmed it.
 */
import { type Catalog, readVersion } from '../engine/model';
import { findComponent, fold, readCount } from './read-row';

type Protocols = Catalog['protocols'];

export type PlainCell = 'name' | 'component' | 'version' | 'count' | 'pinned' | 'source';

/** Plain data: it can be chosen by hand, stored, and sent to a worker. */
export type ColumnMeaning =
  /** `labels` and `protocols` hold several of them: `team=payments; zone=eu`, `api 1-2; entrypoint 1`. */
  | { readonly kind: PlainCell | 'labels' | 'protocols' | 'none' }
  | { readonly kind: 'label'; readonly label: string }
  /** `both`: the range as `1-3`; the others are one end of it. */
  | { readonly kind: 'protocol'; readonly protocol: string; readonly end: 'both' | 'minimum' | 'current' };

export interface FoundColumn {
  /** As in the file; '' where the table has no line of headings. */
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  /** Its heading says so, or a person. Where not, the meaning is a suggestion and the column was not read. */
  readonly isCertain: boolean;
  /** What stands in its first rows. */
  readonly samples: readonly string[];
}

/** Headings that mean a column, folded to lower case without blanks and dashes; where there are several, the first wins. */
const HEADINGS: Record<PlainCell, readonly string[]> = {
  name: ['name', 'entry', 'host', 'hostname', 'service', 'app', 'application', 'id'],
  component: ['component', 'kind', 'type', 'part', 'role'],
  version: ['version', 'release', 'ver', 'currentversion', 'tag'],
  count: ['count', 'instances', 'replicas', 'number', 'qty', 'quantity'],
  pinned: ['pinned', 'pin', 'pinnedbecause', 'frozen'],
  source: ['source', 'builtby'],
};

const PLAIN = Object.keys(HEADINGS) as PlainCell[];
const NONE: ColumnMeaning = { kind: 'none' };

/** Columns that are looked at; what stands in those behind them is not read. */
export const MAX_COLUMNS = 1000;
const SAMPLES = 3;
const MAX_SHOWN = 100;

const PLAIN_BY_WORD = new Map(PLAIN.flatMap((kind) => HEADINGS[kind].map((word) => [word, kind] as const)));

/** What a heading says where it is one of the words that all tables may have. */
export const plainMeaningOf = (heading: string): PlainCell | undefined => PLAIN_BY_WORD.get(fold(heading));

function readHeading(heading: string, protocols: Protocols): ColumnMeaning {
  const label = /^labels?[:./](.+)$/i.exec(heading.trim())?.[1]?.trim();
  if (label !== undefined && label !== '') return { kind: 'label', label };
  const folded = fold(heading);
  if (folded === 'labels' || folded === 'tags') return { kind: 'labels' };
  if (folded === 'protocols' || folded === 'advertised') return { kind: 'protocols' };
  const plain = PLAIN_BY_WORD.get(folded);
  if (plain !== undefined) return { kind: plain };
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
  return NONE;
}

/** Of columns that mean the same, only the best is read: the one of the lowest rank, of equal ones the first. */
function keepBest(columns: readonly ColumnMeaning[], rankOf: (index: number) => number): ColumnMeaning[] {
  const best = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    if (column.kind === 'none') continue;
    const key = Object.values(column).join('\n');
    const other = best.get(key);
    if (other === undefined || rankOf(i) < rankOf(other)) best.set(key, i);
  }
  const isBest = new Set(best.values());
  return columns.map((column, i) => (isBest.has(i) ? column : NONE));
}

/** What the headings say for certain. Of several that mean the same, the one that says it best counts. */
export function readHeadings(headings: readonly string[], protocols: Protocols): ColumnMeaning[] {
  const columns = headings.map((heading, i) => (i < MAX_COLUMNS ? readHeading(heading, protocols) : NONE));
  return keepBest(columns, (i) => {
    const kind = columns[i]?.kind ?? 'none';
    return kind in HEADINGS ? HEADINGS[kind as PlainCell].indexOf(fold(headings[i] ?? '')) : 0;
  });
}

/** What a person chose, for as many columns as the table has. Of several that mean the same, the first counts. */
export function takeChosen(chosen: readonly ColumnMeaning[], width: number): ColumnMeaning[] {
  const columns = Array.from({ length: width }, (_, i) => (i < MAX_COLUMNS ? chosen[i] : undefined) ?? NONE);
  return keepBest(columns, () => 0);
}

/** Whether a first line holds a row rather than headings. A heading taken for a row is said to be a bad one; a row taken for headings would be lost. */
export function isRow(cells: readonly string[], catalog: Catalog): boolean {
  const looked = cells.slice(0, MAX_COLUMNS);
  if (looked.some((cell) => readVersion(cell) !== undefined)) return true;
  return (
    looked.every((cell) => readHeading(cell, catalog.protocols).kind === 'none') &&
    looked.some((cell) => findComponent(catalog, cell) !== undefined)
  );
}

/** What a column could be: by what stands in it, else by a word of its heading. */
function suggest(heading: string, values: readonly string[], catalog: Catalog): PlainCell | undefined {
  const given = values.filter((value) => value.trim() !== '');
  if (given.length > 0 && given.every((value) => readVersion(value) !== undefined)) return 'version';
  if (given.length > 0 && given.every((value) => findComponent(catalog, value) !== undefined))
    return 'component';
  // Without headings, numbers count, and texts that all differ tell the rows apart.
  if (heading === '' && given.length > 0) {
    if (given.every((value) => readCount(value) !== undefined)) return 'count';
    if (new Set(values).size === values.length) return 'name';
  }
  const words = heading.toLowerCase().split(/[^a-z]+/);
  return PLAIN.find((kind) => HEADINGS[kind].some((word) => words.includes(word)));
}

/**
 * All columns, for a person to see and correct. `meanings` are those that are read; `rows` are the first of the table.
 * What is missing is suggested once for each meaning; nothing is where a person has said all that matters (`isSettled`).
 */
export function describeColumns(
  headings: readonly string[],
  meanings: readonly ColumnMeaning[],
  rows: readonly (readonly string[])[],
  catalog: Catalog,
  isSettled: boolean,
): FoundColumn[] {
  const taken = new Set<string>(meanings.map(({ kind }) => kind));
  return meanings.slice(0, MAX_COLUMNS).map((known, i) => {
    const heading = (headings[i] ?? '').trim();
    const values = rows.map((row) => row[i] ?? '');
    const suggested = known.kind === 'none' && !isSettled ? suggest(heading, values, catalog) : undefined;
    const isNew = suggested !== undefined && !taken.has(suggested);
    if (isNew) taken.add(suggested);
    return {
      heading: heading.slice(0, MAX_SHOWN),
      meaning: isNew ? { kind: suggested } : known,
      isCertain: !isNew,
      samples: values.slice(0, SAMPLES).map((value) => value.trim().slice(0, MAX_SHOWN)),
    };
  });
}
