/**
 * Which catalogs and inventories are what a parser returned? No look at a value tells: releases out of order, or two servers,
 * have every field that they need.
 */
const parsed = new WeakSet<object>();
/** Inventories are parsed for a catalog. */
const parsedFor = new WeakMap<object, object>();

export function markCatalog<T extends object>(catalog: T): T {
  parsed.add(catalog);
  return catalog;
}

export function isParsedCatalog(catalog: object): boolean {
  return parsed.has(catalog);
}

export function markInventory<T extends object>(inventory: T, catalog: object): T {
  parsedFor.set(inventory, catalog);
  return inventory;
}

export function isInventoryParsedFor(inventory: object, catalog: object): boolean {
  return parsedFor.get(inventory) === catalog;
}
