/** Reads files by the catalog of their product: the one that they are about where that is known, else the one in use. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogQuery, type LoadedCatalog } from '../catalogs/load-catalog';
import type { Listing } from '../catalogs/own-catalogs';
import type { ImportSource, ReadInventory, ReadOptions } from '../features/inventory/reading';

export async function readInventory(
  client: QueryClient,
  listings: readonly Listing[],
  inUse: LoadedCatalog,
  sources: readonly ImportSource[],
  { group, groupBy, signal, onProgress }: ReadOptions,
): Promise<ReadInventory> {
  // Needed only here: loaded when a file comes.
  const { readInWorker } = await import('../worker/intake-client');
  let { catalog } = inUse;
  const chooseCatalog = async (product: string | undefined) => {
    const listing = listings.find((candidate) => candidate.id === product);
    if (listing !== undefined) ({ catalog } = await client.fetchQuery(catalogQuery(listing)));
    return catalog;
  };
  const read = await readInWorker(sources, { group, groupBy, onProgress }, chooseCatalog, signal);
  return { ...read, catalog };
}
