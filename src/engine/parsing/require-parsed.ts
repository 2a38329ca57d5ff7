/**
 * The engine works on what its parsers return. Callers that hand over a catalog or an inventory from anywhere else, as it
 * stands in a file or changed since, are served all the same: it is parsed here, and refused with its problems.
 */
import { type Catalog, type Inventory, type Parsed, UnusableInput } from '../model';
import { parseCatalog } from './parse-catalog';
import { parseInventory } from './parse-inventory';
import { isInventoryParsedFor, isParsedCatalog } from './parsed-values';

const parsedCatalogs = new WeakMap<object, Catalog>();

function valueOrThrow<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new UnusableInput(parsed.problems);
  return parsed.value;
}

/** Throws `UnusableInput` where it is no catalog. */
export function requireCatalog(catalog: Catalog): Catalog {
  if (isParsedCatalog(catalog)) return catalog;
  const known = parsedCatalogs.get(catalog) ?? valueOrThrow(parseCatalog(structuredCopy(catalog)));
  parsedCatalogs.set(catalog, known);
  return known;
}

/** Throws `UnusableInput` where it is no inventory of this catalog's product. */
export function requireInventory(inventory: Inventory, catalog: Catalog): Inventory {
  if (isInventoryParsedFor(inventory, catalog)) return inventory;
  return valueOrThrow(parseInventory(structuredCopy(inventory), catalog));
}

/** Parsing puts releases in order; the caller's value stays as it is. */
function structuredCopy(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}
