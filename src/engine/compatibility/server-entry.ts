import type { Catalog, Entry, Inventory } from '../model';

/** The entry that is the server of a parsed inventory. */
export function serverEntryOf(catalog: Catalog, inventory: Inventory): Entry {
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  if (server === undefined) throw new TypeError('the inventory has no server; parse it first');
  return server;
}
