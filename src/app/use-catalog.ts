import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { catalogIndexQuery, catalogQuery } from '../catalogs/load-catalog';
import { listOwnCatalogs, subscribeToOwnCatalogs, withOwn } from '../catalogs/own-catalogs';
import { useInputs } from '../session/store';

/**
 * The catalogs that ship and one's own, and the one in use. None is fetched while what is being opened has yet to say
 * which.
 */
export function useCatalog(isOpening: boolean) {
  const catalogId = useInputs((inputs) => inputs.catalogId);
  const index = useQuery(catalogIndexQuery);
  const own = useSyncExternalStore(subscribeToOwnCatalogs, listOwnCatalogs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed follows from one's own, too
  const listings = useMemo(() => (index.data === undefined ? [] : withOwn(index.data)), [index.data, own]);
  const listing = catalogId === '' ? listings[0] : listings.find((candidate) => candidate.id === catalogId);
  const loaded = useQuery({ ...catalogQuery(listing), enabled: listing !== undefined && !isOpening });
  return { catalogId, index, listings, listing, loaded };
}
