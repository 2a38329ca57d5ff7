/**
 * Is this JSON an inventory of this catalog's product?
 *
 * Versions that the catalog does not list are fine here: what is deployed is deployed. Whether they work together with
 * anything is the engine's question. Source: docs/formats.md.
 */
import {
  type Catalog,
  type Entry,
  EntrySchema,
  formatPath,
  type Inventory,
  InventorySchema,
  type Parsed,
  type Problem,
  readVersion,
} from '../model';
import { markInventory } from './parsed-values';
import { readSchema } from './read-schema';

const EXTERNAL = 'external';

function list(words: readonly string[]): string {
  return words.join(', ');
}

/** Takes parsed JSON; every problem names its place, `entries[3].version` for a row. */
export function parseInventory(json: unknown, catalog: Catalog): Parsed<Inventory> {
  const read = readSchema(InventorySchema, json);
  return read.ok ? checkInventory(read.value, catalog) : read;
}

/** One entry, as far as it can be read alone; `version` is its place in it. */
export function parseEntry(json: unknown): Parsed<Entry> {
  return readSchema(EntrySchema, json);
}

/**
 * An inventory of which each entry was read by `parseEntry` already: of 10,000 that takes less long when one has changed.
 * `head` has all but the entries.
 */
export function joinInventory(
  head: Readonly<Record<string, unknown>>,
  entries: readonly Entry[],
  catalog: Catalog,
): Parsed<Inventory> {
  const read = readSchema(InventorySchema, { ...head, entries: [] });
  return read.ok ? checkInventory({ ...read.value, entries: [...entries] }, catalog) : read;
}

/** The word that switches rule 6 off counts in any case: taken for another, it would say that somebody here builds it. */
const isExternal = (source: string | undefined) => source?.trim().toLowerCase() === EXTERNAL;

/** As the engine compares it; the same object where that is how it is written. */
function spellEntry(entry: Entry, version: string | undefined): Entry {
  const isSpelled = entry.source === EXTERNAL || !isExternal(entry.source);
  if ((version === undefined || version === entry.version) && isSpelled) return entry;
  return { ...entry, ...(version !== undefined && { version }), ...(!isSpelled && { source: EXTERNAL }) };
}

/** What is read is not changed: entries stay the same objects where they stay the same. */
function checkInventory(inventory: Inventory, catalog: Catalog): Parsed<Inventory> {
  const problems: Problem[] = [];
  const report = (code: string, path: readonly (string | number)[], message: string) => {
    problems.push({ code, path: formatPath(path), message });
  };

  if (inventory.product !== catalog.id) {
    report(
      'other-product',
      ['product'],
      `The inventory is of "${inventory.product}", the catalog of "${catalog.id}".`,
    );
  }
  for (const [fact, answer] of Object.entries(inventory.facts)) {
    const known = Object.hasOwn(catalog.facts, fact) ? catalog.facts[fact] : undefined;
    if (known === undefined) {
      report('unknown-fact', ['facts', fact], `The catalog asks no question "${fact}".`);
    } else if (!Object.hasOwn(known.options, answer)) {
      const options = list(Object.keys(known.options));
      report(
        'unknown-answer',
        ['facts', fact],
        `"${answer}" is none of the answers to "${fact}": ${options}.`,
      );
    }
  }

  const entries: Entry[] = [];
  const names = new Map<string, number>();
  const servers: number[] = [];
  for (const [i, entry] of inventory.entries.entries()) {
    const earlier = names.get(entry.name);
    if (earlier !== undefined) {
      report(
        'duplicate-name',
        ['entries', i, 'name'],
        `The name "${entry.name}" is taken by entries[${earlier}]; names are unique.`,
      );
    }
    names.set(entry.name, i);
    const component = Object.hasOwn(catalog.components, entry.component)
      ? catalog.components[entry.component]
      : undefined;
    if (component === undefined) {
      report(
        'unknown-component',
        ['entries', i, 'component'],
        `"${entry.component}" is no component of ${catalog.name}. Known: ${list(Object.keys(catalog.components))}.`,
      );
    } else if (component.role === 'server') {
      servers.push(i);
    }
    const version = readVersion(entry.version);
    if (version === undefined) {
      report(
        'not-a-version',
        ['entries', i, 'version'],
        `"${entry.version}" is not a version. Expected one like "1.2.3"; ask the running part for its version.`,
      );
    }
    entries.push(spellEntry(entry, version));
    for (const [protocol, [minimum, current]] of Object.entries(entry.protocols ?? {})) {
      const at = ['entries', i, 'protocols', protocol];
      if (!Object.hasOwn(catalog.protocols, protocol)) {
        report(
          'unknown-protocol',
          at,
          `The catalog has no protocol "${protocol}". Known: ${list(Object.keys(catalog.protocols))}.`,
        );
      }
      if (minimum > current) {
        report(
          'range-inverted',
          at,
          `The range [${minimum}, ${current}] is upside down: expected the minimum first, then the current version.`,
        );
      }
    }
  }
  const [first, ...further] = servers;
  if (first === undefined) {
    const wanted = list(
      Object.keys(catalog.components).filter((id) => catalog.components[id]?.role === 'server'),
    );
    report('no-server', ['entries'], `No entry is the server. Add one with the component "${wanted}".`);
  }
  for (const i of further) {
    report(
      'second-server',
      ['entries', i, 'component'],
      `entries[${first}] is the server already. Exactly one entry is; replicas of it are its count.`,
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: markInventory({ ...inventory, entries }, catalog) };
}
