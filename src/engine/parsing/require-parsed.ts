/**
 * Is this a parsed value, or JSON as it was written?
 *
 * The engine works on what its parsers return. Callers that hand over a catalog or an inventory as it stands in a file are
 * served all the same: what lacks the defaults that parsing fills in is parsed here, and refused with its problems.
 */
import { type Catalog, type Inventory, type Parsed, UnusableInput } from '../model';
import { parseCatalog } from './parse-catalog';
import { parseInventory } from './parse-inventory';

const parsedCatalogs = new WeakMap<object, Catalog>();

function valueOrThrow<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new UnusableInput(parsed.problems);
  return parsed.value;
}

/** Throws `UnusableInput` where it is no catalog. */
export function requireCatalog(catalog: Catalog): Catalog {
  const { granularity, disruption, facts, incidents, procedures, parameters } = catalog as Partial<Catalog>;
  if (
    [granularity, disruption, facts, incidents, procedures, parameters].every((field) => field !== undefined)
  ) {
    return catalog;
  }
  const known = parsedCatalogs.get(catalog) ?? valueOrThrow(parseCatalog(structuredCopy(catalog)));
  parsedCatalogs.set(catalog, known);
  return known;
}

/** Throws `UnusableInput` where it is no inventory of this catalog's product. */
export function requireInventory(inventory: Inventory, catalog: Catalog): Inventory {
  const { facts, entries } = inventory as Partial<Inventory>;
  const isParsed =
    facts !== undefined && entries?.every((entry) => (entry as { count?: number }).count !== undefined);
  return isParsed === true ? inventory : valueOrThrow(parseInventory(structuredCopy(inventory), catalog));
}

/** Parsing puts releases in order; the caller's value stays as it is. */
function structuredCopy(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}
