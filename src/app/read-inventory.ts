/** Reads a file by the catalog of its product: the one that it names where there is one, else the one in use. */
import type { QueryClient } from '@tanstack/react-query';
import type { CatalogListing } from '../catalogs/catalog-index';
import { catalogQuery, type LoadedCatalog } from '../catalogs/load-catalog';
import type { ReadInventory } from '../features/inventory/import-dialog';

const LOOKED_AT = 50_000;

function productOf(text: string): string | undefined {
  return /"product"\s*:\s*"([\w.-]{1,100})"/.exec(text.slice(0, LOOKED_AT))?.[1];
}

export async function readInventory(
  client: QueryClient,
  listings: readonly CatalogListing[],
  inUse: LoadedCatalog,
  text: string,
): Promise<ReadInventory> {
  const product = productOf(text);
  const listing = listings.find((candidate) => candidate.id === product);
  const { catalog } = listing === undefined ? inUse : await client.fetchQuery(catalogQuery(listing.file));
  // Needed only here: loaded when a file comes.
  const { readInventoryFile } = await import('../intake/read-inventory-file');
  const read = await readInventoryFile(text, catalog);
  return { ...read, catalogId: catalog.id, catalogName: catalog.name };
}
