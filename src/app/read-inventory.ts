/** Reads a file by the catalog of its product: the one that it is about where that is known, else the one in use. */
import type { QueryClient } from '@tanstack/react-query';
import type { CatalogListing } from '../catalogs/catalog-index';
import { catalogQuery, type LoadedCatalog } from '../catalogs/load-catalog';
import type { ReadInventory } from '../features/inventory/import-dialog';

export async function readInventory(
  client: QueryClient,
  listings: readonly CatalogListing[],
  inUse: LoadedCatalog,
  content: string | Uint8Array,
): Promise<ReadInventory> {
  // Needed only here: loaded when a file comes.
  const [{ prepareMaterial }, { productOf, readFiles }] = await Promise.all([
    import('../intake/material'),
    import('../intake/read-files'),
  ]);
  const material = await prepareMaterial(content);
  const product = productOf(material);
  const listing = listings.find((candidate) => candidate.id === product);
  const { catalog } = listing === undefined ? inUse : await client.fetchQuery(catalogQuery(listing.file));
  const read = await readFiles([{ name: '', material }], catalog);
  return {
    ...read,
    recognised: read.files[0]?.recognised,
    catalogId: catalog.id,
    catalogName: catalog.name,
  };
}
