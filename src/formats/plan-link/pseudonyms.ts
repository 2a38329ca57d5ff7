/**
 * What does a fleet look like to somebody who is not to know its names?
 *
 * Names become `client-k7f3q2`, labels `label-0m4t9x=value-h2c8vd`: the beginning of a keyed digest (HMAC-SHA-256, RFC 2104)
 * of what they stand for. So a name is called the same however the fleet around it changes; and as the key never leaves the
 * browser, nobody can try names until the digest fits. Notes (why something is pinned, where it comes from, what the
 * inventory is called) are left out.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry, Inventory, ParsedGoal } from '../../engine/model';

/** What is to be replaced. */
export interface Hidden {
  readonly names: boolean;
  readonly labels: boolean;
  readonly notes: boolean;
  /** Left out rather than replaced, and so are the next. */
  readonly parameters: boolean;
  /** Which steps are done. */
  readonly progress: boolean;
  /** The file of a catalog of one's own. */
  readonly catalog: boolean;
}

/** Digits and letters that nobody takes for one another (https://www.crockford.com/base32.html). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 30 bits: of a hundred names two begin alike once in 200,000 fleets. */
const LENGTH = 6;

/** The digest of `texts` under a key, five bits to a character. */
function digestUnder(key: Uint8Array, texts: readonly string[]): string {
  return [...hmac(sha256, key, utf8ToBytes(JSON.stringify(texts)))]
    .map((byte) => ALPHABET[byte & 31])
    .join('');
}

/**
 * For each of `texts` its pseudonym, `word` and the beginning of a digest. Where two would be the same both are longer, so
 * that another text never gives a pseudonym that was somebody else's.
 */
function nameEach(texts: Iterable<string>, word: string, digest: (text: string) => string) {
  const digests = [...new Set(texts)].map((text) => [text, digest(text)] as const).sort(byDigest);
  const pseudonyms = new Map<string, string>();
  for (const [i, [text, own]] of digests.entries()) {
    const shared = Math.max(
      sharedLength(own, digests[i - 1]?.[1] ?? ''),
      sharedLength(own, digests[i + 1]?.[1] ?? ''),
    );
    pseudonyms.set(text, `${word}-${own.slice(0, Math.max(LENGTH, shared + 1))}`);
  }
  return pseudonyms;
}

const byDigest = ([, a]: readonly [string, string], [, b]: readonly [string, string]) => (a < b ? -1 : 1);

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function nameEntries(entries: readonly Entry[], key: Uint8Array): Map<string, string> {
  const names = [...groupBy(entries, ({ component }) => component)].flatMap(([component, own]) => [
    ...nameEach(
      own.map(({ name }) => name),
      component,
      (name) => digestUnder(key, ['name', component, name]),
    ),
  ]);
  return new Map(names);
}

/** What labels become. A value is called otherwise under another label: nobody is to see that it is the same. */
function labelHider(entries: readonly Entry[], key: Uint8Array) {
  const pairs = entries.flatMap(({ labels = {} }) => Object.entries(labels));
  const keys = nameEach(
    pairs.map(([label]) => label),
    'label',
    (label) => digestUnder(key, ['label', label]),
  );
  const joined = (label: string, value: string) => JSON.stringify([label, value]);
  const values = nameEach(
    pairs.map(([label, value]) => joined(label, value)),
    'value',
    (pair) => digestUnder(key, ['value', pair]),
  );
  return (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(labels).map(([label, value]) => [
        keys.get(label) ?? '',
        values.get(joined(label, value)) ?? '',
      ]),
    );
}

/** The only source that means something to the planner; any other is somebody's words. */
export const EXTERNAL = 'external';

/**
 * The inventory and the goal as they leave the page: what is hidden is replaced, and fields that the format does not name
 * stay behind. `key`: 32 bytes of chance, which only this browser knows.
 */
export function hide(
  inventory: Inventory,
  goal: ParsedGoal,
  hidden: Pick<Hidden, 'names' | 'labels' | 'notes'>,
  key: Uint8Array,
): {
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  /** What an entry is called there. */
  readonly nameOf: (entry: string) => string;
} {
  const { format, product, name, facts } = inventory;
  const names = hidden.names ? nameEntries(inventory.entries, key) : new Map<string, string>();
  const nameOf = (entry: string) => names.get(entry) ?? entry;
  const hideLabels = hidden.labels ? labelHider(inventory.entries, key) : undefined;
  const entries = inventory.entries.map((entry): Entry => {
    const { component, version, count, protocols, pinned, source, labels } = entry;
    return {
      name: nameOf(entry.name),
      component,
      version,
      count,
      ...(protocols !== undefined && { protocols }),
      ...(pinned !== undefined && { pinned: hidden.notes ? 'pinned' : pinned }),
      ...(source !== undefined && (!hidden.notes || source === EXTERNAL) && { source }),
      ...(labels !== undefined && { labels: hideLabels?.(labels) ?? labels }),
    };
  });
  const exact = Object.entries(goal.entries).map(([entry, version]) => [nameOf(entry), version]);
  return {
    inventory: {
      format,
      product,
      ...(name !== undefined && !hidden.notes && { name }),
      facts,
      entries,
    },
    goal: { ...goal, entries: Object.fromEntries(exact) },
    nameOf,
  };
}
