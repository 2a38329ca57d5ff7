import { useQuery } from '@tanstack/react-query';
import { catalogIndexQuery, catalogQuery } from '../catalogs/load-catalog';
import { useInputs } from '../session/store';

/** The catalogs that ship, and the one in use. */
export function useCatalog() {
  const catalogId = useInputs((inputs) => inputs.catalogId);
  const index = useQuery(catalogIndexQuery);
  const listing =
    catalogId === '' ? index.data?.[0] : index.data?.find((candidate) => candidate.id === catalogId);
  const loaded = useQuery({ ...catalogQuery(listing?.file ?? ''), enabled: listing !== undefined });
  return { catalogId, index, listing, loaded };
}
