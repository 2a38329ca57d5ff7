/**
 * What do entries that come from outside do to the rows that are there?
 *
 * One answer, for what is shown before anything changes and for what is done then. Cells are compared by what they mean:
 * `v1.2.0` is `1.2.0`, an empty count is 1, labels have no order.
 */
import { BUILD_LABEL, type Entry } from '../engine/model/inventory';
import { readVersion } from '../engine/model/version';
import { readCount, readLabels, readRanges, writeLabels } from './draft-cells';
import { draftEntry } from './draft-entry';
import {
  createRowId,
  type DraftRow,
  isBlankRow,
  ROW_FIELDS,
  type RowField,
  type SessionInputs,
} from './inputs';

export interface Incoming {
  readonly catalogId: string;
  /** The component of the catalog that is the server. */
  readonly server: string;
  readonly entries: readonly Entry[];
  /** Names of those that count as one because nothing was said of their number. */
  readonly uncounted: ReadonlySet<string>;
  readonly facts: Readonly<Record<string, string>>;
  readonly name: string;
}

/**
 * `replace`: the entries are the inventory. `merge`: rows take what the entries say and keep what these don't carry, others
 * are added.
 */
export type TakeMode = 'merge' | 'replace';

export interface FieldChange {
  /** `more`: fields that have no cell. */
  readonly field: RowField | 'more';
  readonly from: string;
  readonly to: string;
}

/** `row` is what there is then; of a missing one what there is now. */
export type RowChange =
  | { readonly kind: 'add' | 'same' | 'missing'; readonly row: DraftRow }
  | { readonly kind: 'update'; readonly row: DraftRow; readonly fields: readonly FieldChange[] };

const FIELDS: readonly FieldChange['field'][] = [...ROW_FIELDS, 'more'];

const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Equal for texts that mean the same in this cell. */
function meaningOf(row: DraftRow, field: FieldChange['field']): string {
  if (field === 'more') return sorted(row.more);
  const text = row[field].trim();
  if (field === 'version') return readVersion(text) ?? text;
  if (field === 'count') {
    const count = readCount(text);
    return count.ok ? String(count.value) : text;
  }
  if (field === 'protocols' || field === 'labels') {
    const read = field === 'protocols' ? readRanges(text) : readLabels(text);
    return read.ok ? sorted(read.value ?? {}) : text;
  }
  return text;
}

const isSameIn = (a: DraftRow, b: DraftRow, field: FieldChange['field']) =>
  meaningOf(a, field) === meaningOf(b, field);

function textOf(row: DraftRow, field: FieldChange['field']): string {
  if (field === 'more') return Object.keys(row.more).join(', ');
  return field === 'count' && row.count.trim() === '' ? '1' : row[field].trim();
}

/** Labels of both; of a label that both have, the incoming text. A vendor's build is that of its own version only. */
function mergeLabels(row: DraftRow, incoming: DraftRow, isSameVersion: boolean): string {
  const [ours, theirs] = [readLabels(row.labels), readLabels(incoming.labels)];
  // What cannot be read stays, to be mended.
  if (!ours.ok || !theirs.ok) return row.labels;
  const { [BUILD_LABEL]: build, ...kept } = ours.value ?? {};
  return writeLabels({
    ...kept,
    ...(build !== undefined && isSameVersion && { [BUILD_LABEL]: build }),
    ...theirs.value,
  });
}

/** What an entry does not carry stays; but what a part advertised was of the version that it had. */
function mergeRow(row: DraftRow, entry: Entry, isCounted: boolean): DraftRow {
  const incoming = draftEntry(entry, row.id);
  const isSameVersion = isSameIn(row, incoming, 'version') && isSameIn(row, incoming, 'component');
  return {
    ...incoming,
    name: row.name,
    count: isCounted ? incoming.count : row.count,
    pinned: entry.pinned === undefined ? row.pinned : incoming.pinned,
    protocols: entry.protocols === undefined && isSameVersion ? row.protocols : incoming.protocols,
    source: entry.source === undefined ? row.source : incoming.source,
    labels: mergeLabels(row, incoming, isSameVersion),
    more: { ...row.more, ...incoming.more },
  };
}

/** Cells that mean the same stay as they were typed. */
function changeRow(before: DraftRow, now: DraftRow): RowChange {
  const changed = FIELDS.filter((field) => !isSameIn(before, now, field));
  if (changed.length === 0) return { kind: 'same', row: before };
  return {
    kind: 'update',
    row: { ...before, ...Object.fromEntries(changed.map((field) => [field, now[field]])) },
    fields: changed.map((field) => ({ field, from: textOf(before, field), to: textOf(now, field) })),
  };
}

/** The row that each entry is about: the one of its name, and for the server the server, whatever it is called. */
function matchRows(
  rows: readonly DraftRow[],
  { entries, server }: Pick<Incoming, 'entries' | 'server'>,
): ReadonlyMap<Entry, DraftRow> {
  const isServer = ({ component }: Pick<DraftRow, 'component'>) => component.trim() === server;
  const matched = new Map<Entry, DraftRow>();
  const incoming = entries.find(isServer);
  const known = incoming === undefined ? [] : rows.filter(isServer);
  const ours = known.find(({ name }) => name.trim() === incoming?.name) ?? known[0];
  if (incoming !== undefined && ours !== undefined) matched.set(incoming, ours);
  const byName = new Map<string, DraftRow>();
  for (const row of rows) {
    const name = row.name.trim();
    if (row !== ours && !byName.has(name)) byName.set(name, row);
  }
  for (const entry of entries) {
    const row = byName.get(entry.name);
    if (row !== undefined && !matched.has(entry)) matched.set(entry, row);
  }
  return matched;
}

/** Changes in the order that the rows have then; those that are missing where they are, or at the end where they go. */
export function compareEntries(
  { rows, catalogId }: Pick<SessionInputs, 'rows' | 'catalogId'>,
  incoming: Incoming,
  mode: TakeMode,
): readonly RowChange[] {
  const given = rows.filter((row) => !isBlankRow(row));
  // Rows of another product are about other things, whatever they are called.
  const matched = matchRows(catalogId === incoming.catalogId ? given : [], incoming);
  const entryOf = new Map([...matched].map(([entry, row]) => [row, entry]));
  const add = (entry: Entry): RowChange => ({ kind: 'add', row: draftEntry(entry, createRowId()) });
  if (mode === 'replace') {
    const taken = incoming.entries.map((entry) => {
      const row = matched.get(entry);
      return row === undefined ? add(entry) : changeRow(row, draftEntry(entry, row.id));
    });
    const missing = given.filter((row) => !entryOf.has(row));
    return [...taken, ...missing.map((row): RowChange => ({ kind: 'missing', row }))];
  }
  const changed = given.map((row): RowChange => {
    const entry = entryOf.get(row);
    return entry === undefined
      ? { kind: 'missing', row }
      : changeRow(row, mergeRow(row, entry, !incoming.uncounted.has(entry.name)));
  });
  return [...changed, ...incoming.entries.filter((entry) => !matched.has(entry)).map(add)];
}

/**
 * `merge` for the same fleet again, where half of the rows are among the entries by their names, and for what is only a
 * part of one, since it has no server or nothing else; else `replace`.
 */
export function suggestMode(
  { rows, catalogId }: Pick<SessionInputs, 'rows' | 'catalogId'>,
  { catalogId: theirs, entries, server }: Incoming,
): TakeMode {
  if (catalogId !== theirs) return 'replace';
  const servers = entries.filter(({ component }) => component === server).length;
  if (servers === 0 || servers === entries.length) return 'merge';
  const names = new Set(entries.map(({ name }) => name));
  const others = rows.filter((row) => !isBlankRow(row) && row.component.trim() !== server);
  const found = others.filter(({ name }) => names.has(name.trim())).length;
  return found > 0 && 2 * found >= others.length ? 'merge' : 'replace';
}
