/** Catalogs and inventories for tests: the least that the formats ask for, and what the test is about. */
import { readFileSync } from 'node:fs';
import { CATALOG_FORMAT, type Catalog, INVENTORY_FORMAT, type Inventory, type Parsed } from '../engine/model';
import { parseCatalog } from '../engine/parsing/parse-catalog';
import { parseInventory } from '../engine/parsing/parse-inventory';

/** JSON as an author writes it. */
export type Draft = Record<string, unknown>;

function requireValue<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(`this test's input is wrong: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/** A catalog `demo` with one protocol, a server and a client, and what `fields` say otherwise. */
export function draftCatalog(fields: Draft = {}): Draft {
  return {
    format: CATALOG_FORMAT,
    id: 'demo',
    name: 'Demo',
    updated: '2026-01-01',
    protocols: { api: { name: 'API' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
    },
    releases: [{ version: '1.0.0', protocols: { api: [1, 1] } }],
    ...fields,
  };
}

export function buildCatalog(fields: Draft = {}): Catalog {
  return requireValue(parseCatalog(draftCatalog(fields)));
}

export function draftInventory(entries: readonly Draft[], fields: Draft = {}): Draft {
  return { format: INVENTORY_FORMAT, product: 'demo', entries, ...fields };
}

export function buildInventory(catalog: Catalog, entries: readonly Draft[], facts: Draft = {}): Inventory {
  return requireValue(parseInventory(draftInventory(entries, { product: catalog.id, facts }), catalog));
}

/** A shipped catalog with its sample. `change` gets the sample's entries. */
export function loadShipped(
  id: string,
  change: (entries: readonly Draft[]) => readonly Draft[] = (entries) => entries,
): { readonly catalog: Catalog; readonly inventory: Inventory } {
  const catalog = requireValue(parseCatalog(JSON.parse(readFileSync(`public/catalogs/${id}.json`, 'utf8'))));
  const sample = JSON.parse(readFileSync(`public/samples/${id}.inventory.json`, 'utf8'));
  return {
    catalog,
    inventory: requireValue(parseInventory({ ...sample, entries: change(sample.entries) }, catalog)),
  };
}

/** The same fleet with every entry but the server so many times over, `ci-0` to `ci-99`. */
export function multiplyConsumers(inventory: Inventory, times: number): Inventory {
  const entries = inventory.entries.flatMap((entry) =>
    entry.component === 'server'
      ? [entry]
      : Array.from({ length: times }, (_, i) => ({ ...entry, name: `${entry.name}-${i}` })),
  );
  return { ...inventory, entries };
}
