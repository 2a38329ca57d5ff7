/**
 * Reads an inventory in Causeway's own format, or a bare list of entries. An entry that is no good is left out with a
 * problem that names its place, and the others are kept.
 */
import * as v from 'valibot';
import { type Catalog, EntrySchema, formatPath, type Inventory } from '../engine/model';
import { findForbiddenKeys } from '../engine/parsing/forbidden-keys';
import { EntryCollector } from './entry-collector';
import { type IntakeResult, MAX_ROWS, refuseIntake, refuseRows } from './intake-result';
import { parseJsonText } from './parse-json-text';
import { findComponent, readRow } from './read-row';

const EXPECTED =
  'Expected an inventory, {"format": "causeway/inventory@1", "product": …, "entries": […]}, or a list of entries.';

function readFacts(
  facts: unknown,
  catalog: Catalog,
  collector: EntryCollector,
): Inventory['facts'] | undefined {
  if (facts === undefined) return undefined;
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    const message = 'Expected the answers as an object: {"question": "answer"}.';
    collector.report({ code: 'unexpected', message, path: 'facts', isDropped: true });
    return undefined;
  }
  const known: [string, string][] = [];
  for (const [fact, answer] of Object.entries(facts)) {
    const options = Object.hasOwn(catalog.facts, fact) ? catalog.facts[fact]?.options : undefined;
    if (options !== undefined && typeof answer === 'string' && Object.hasOwn(options, answer)) {
      known.push([fact, answer]);
      continue;
    }
    const message =
      options === undefined
        ? `The catalog asks no question "${fact}".`
        : `${JSON.stringify(answer)} is none of the answers to "${fact}": ${Object.keys(options).join(', ')}.`;
    collector.report({ code: 'unknown-fact', message, path: formatPath(['facts', fact]), isDropped: true });
  }
  return Object.fromEntries(known);
}

function readEntry(
  json: unknown,
  path: readonly (string | number)[],
  catalog: Catalog,
  collector: EntryCollector,
): void {
  const shaped = v.safeParse(EntrySchema, json);
  if (!shaped.success) {
    const [issue] = shaped.issues;
    const inner = (issue.path ?? []).map((item) => item.key as string | number);
    const message =
      issue.received === 'undefined'
        ? `Missing: expected ${issue.expected ?? 'a value'}.`
        : `Found ${issue.received.slice(0, 60)}, expected ${issue.expected ?? issue.message}.`;
    collector.report({ code: 'unexpected', message, path: formatPath([...path, ...inner]), isDropped: true });
    return;
  }
  const entry = shaped.output;
  const row = readRow(
    {
      component: entry.component,
      version: entry.version,
      name: entry.name,
      protocols: [],
      labels: new Map(),
    },
    catalog,
    entry.name,
  );
  if (!row.ok) {
    for (const { cell, code, message } of row.problems) {
      collector.report({ code, message, path: formatPath([...path, cell]), isDropped: true });
    }
    return;
  }
  for (const [protocol, [minimum, current]] of Object.entries(entry.protocols ?? {})) {
    const isKnown = Object.hasOwn(catalog.protocols, protocol);
    if (isKnown && minimum <= current) continue;
    const message = isKnown
      ? `The range [${minimum}, ${current}] is upside down: expected the minimum first, then the current version.`
      : `The catalog has no protocol "${protocol}". Known: ${Object.keys(catalog.protocols).join(', ')}.`;
    const code = isKnown ? 'range-inverted' : 'unknown-protocol';
    collector.report({ code, message, path: formatPath([...path, 'protocols', protocol]), isDropped: true });
    return;
  }
  const component = findComponent(catalog, entry.component) ?? entry.component;
  collector.add({ ...entry, component, version: row.entry.version }, { path: formatPath(path) });
}

export function readInventoryJson(text: string, catalog: Catalog): IntakeResult {
  const parsed = parseJsonText(text);
  if (!parsed.ok) return refuseIntake(parsed.problem.code, parsed.problem.message, parsed.problem);
  const json = parsed.value;
  const [forbidden] = findForbiddenKeys(json);
  if (forbidden !== undefined)
    return refuseIntake(forbidden.code, forbidden.message, { path: forbidden.path });

  const collector = new EntryCollector(catalog);
  if (Array.isArray(json)) {
    if (json.length > MAX_ROWS) return refuseRows();
    for (const [i, entry] of json.entries()) readEntry(entry, [i], catalog, collector);
    const recognised = {
      reader: 'entries-json',
      why: 'It is a JSON list, so each item was read as an entry.',
    } as const;
    return { recognised, entries: collector.entries, rows: json.length, problems: collector.problems };
  }
  if (typeof json !== 'object' || json === null) return refuseIntake('not-an-inventory', EXPECTED);
  const { entries, facts, name, product, format, ...unknownFields } = json as Record<string, unknown>;
  if (!Array.isArray(entries))
    return refuseIntake('not-an-inventory', `There is no list of entries. ${EXPECTED}`, { path: 'entries' });
  if (typeof format === 'string' && !format.startsWith('causeway/inventory@')) {
    return refuseIntake('not-an-inventory', `Its format is "${format.slice(0, 60)}". ${EXPECTED}`, {
      path: 'format',
    });
  }
  if (typeof product === 'string' && product !== catalog.id) {
    const message = `The inventory is of "${product.slice(0, 60)}", the catalog of "${catalog.id}". Choose that product first.`;
    return refuseIntake('other-product', message, { path: 'product' });
  }
  if (entries.length > MAX_ROWS) return refuseRows();
  if (name !== undefined && typeof name !== 'string') {
    const message = 'Expected the name of the inventory as text.';
    collector.report({ code: 'unexpected', message, path: 'name', isDropped: true });
  }
  for (const [i, entry] of entries.entries()) readEntry(entry, ['entries', i], catalog, collector);
  const read = readFacts(facts, catalog, collector);
  return {
    recognised: { reader: 'inventory-json', why: 'It is JSON with a list of entries.' },
    entries: collector.entries,
    ...(typeof name === 'string' && { name }),
    ...(read !== undefined && { facts: read }),
    ...(Object.keys(unknownFields).length > 0 && { unknownFields }),
    rows: entries.length,
    problems: collector.problems,
  };
}
