/**
 * Which entries become one, and what is it called?
 *
 * Those become one that a plan cannot tell apart and that have the same chosen labels. What they all share stays; what
 * they differ in is their business, and is dropped. One alone stays as it is.
 */
import type { Entry } from '../engine/model';
import { copyPlain } from './copy-plain';
import { MAX_COUNT } from './read-row';

const MAX_NAME = 200;

export interface EntryGroup {
  /** Its first entry, with the labels and fields that all of them share. */
  entry: Entry;
  count: number;
  rows: number;
  /** Of its rows the first that counts least. */
  least: { readonly name: string; readonly count: number };
  /** Whether the first entry has a name of its own. */
  readonly isNamed: boolean;
}

export function beginGroup(entry: Entry, isNamed: boolean): EntryGroup {
  return { entry, count: entry.count, rows: 1, least: entry, isNamed };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Equal for those that may be joined. */
export function groupKey(entry: Entry, groupBy: readonly string[]): string {
  const { component, version, protocols = {}, pinned, source, labels = {} } = entry;
  return JSON.stringify([
    component,
    version,
    Object.entries(protocols).sort(([a], [b]) => compareText(a, b)),
    pinned ?? null,
    source ?? null,
    groupBy.map((label) => (Object.hasOwn(labels, label) ? labels[label] : null)),
  ]);
}

type Fields = Readonly<Record<string, unknown>>;

const isShared = (key: string, a: Fields, b: Fields) =>
  Object.hasOwn(b, key) && (a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]));

/** Fields of `a` that `b` has as well. */
function shared<T>(a: Readonly<Record<string, T>>, b: Fields): Record<string, T> {
  return Object.fromEntries(Object.entries(a).filter(([key]) => isShared(key, a, b)));
}

/** What says which group it is and how many they are, and is not compared. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['name', 'component', 'version', 'count', 'labels']);

/** Whether there is nothing in `ours` that the other has not. Most rows are like those before them. */
function isAllShared(ours: Entry, theirs: Entry): boolean {
  for (const key in ours) if (!OWN_FIELDS.has(key) && !isShared(key, ours, theirs)) return false;
  for (const label in ours.labels) if (!isShared(label, ours.labels, theirs.labels ?? {})) return false;
  return true;
}

function keepShared(ours: Entry, theirs: Entry): Entry {
  if (isAllShared(ours, theirs)) return ours;
  const { name, component, version, count, labels = {}, ...own } = ours;
  const same = shared(labels, theirs.labels ?? {});
  return {
    ...shared(own, theirs),
    name,
    component,
    version,
    count,
    ...(Object.keys(same).length > 0 && { labels: same }),
  };
}

/**
 * Joins one more that is like another of the group, but for its count and its name; `false` where there would be more of
 * them than can be counted.
 */
export function joinAgain(group: EntryGroup, name: string, count: number): boolean {
  if (group.count + count > MAX_COUNT) return false;
  group.count += count;
  group.rows += 1;
  if (count < group.least.count) group.least = { name: copyPlain(name), count };
  return true;
}

/** Joins an entry of the same key; `false` as joinAgain. */
export function joinGroup(group: EntryGroup, entry: Entry): boolean {
  if (!joinAgain(group, entry.name, entry.count)) return false;
  group.entry = keepShared(group.entry, entry);
  return true;
}

export function forgetLabel(group: EntryGroup, label: string): void {
  const { [label]: forgotten, ...labels } = group.entry.labels ?? {};
  if (forgotten === undefined) return;
  const { labels: _, ...entry } = group.entry;
  group.entry = { ...entry, ...(Object.keys(labels).length > 0 && { labels }) };
}

/** What its rows share, in words. */
function describeShared(entry: Entry, groupBy: readonly string[]): string {
  const { component, version, labels = {}, protocols = {}, pinned, source } = entry;
  const parts = [
    `${component} ${version}`,
    ...groupBy.flatMap((label) =>
      Object.hasOwn(labels, label) && labels[label] !== '' ? [`${label}=${labels[label]}`] : [],
    ),
    ...Object.entries(protocols).map(([protocol, [minimum, current]]) => `${protocol} ${minimum}-${current}`),
    ...(pinned === undefined ? [] : ['pinned']),
    ...(source === undefined ? [] : [source]),
  ];
  return parts.join(', ').slice(0, MAX_NAME);
}

/**
 * The group as an entry; of several rows it is called after what they share. `isBuilder`: others are built by it, and for
 * that one row is enough, so the one that counts least stays apart: a plan may move it and leave the others.
 */
export function entriesOf(group: EntryGroup, groupBy: readonly string[], isBuilder: boolean): Entry[] {
  const { entry, count, rows, least, isNamed } = group;
  if (rows === 1 && isNamed) return [entry];
  const name = describeShared(entry, groupBy);
  if (rows === 1 || !isBuilder) return [{ ...entry, name, count }];
  return [
    { ...entry, name: least.name, count: least.count },
    { ...entry, name, count: count - least.count },
  ];
}
