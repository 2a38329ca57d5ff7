/** What parsing makes of a catalog, where it is known from elsewhere that it parses, and that its releases ascend. */
import type { Catalog } from '../model/catalog';
import { CATALOG_DEFAULTS } from '../model/catalog-defaults';
import { markCatalog } from './parsed-values';

/** `json`: the text that is known, as JSON. */
export function completeCatalog(json: unknown): Catalog {
  const { $schema: _, ...fields } = json as Catalog & { readonly $schema?: string };
  return markCatalog({ ...CATALOG_DEFAULTS, ...fields });
}
