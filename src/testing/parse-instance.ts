/** An instance as the engine takes it. */
import type { Catalog, Inventory, Parsed, ParsedGoal } from '../engine/model';
import { parseCatalog } from '../engine/parsing/parse-catalog';
import { parseGoal } from '../engine/parsing/parse-goal';
import { parseInventory } from '../engine/parsing/parse-inventory';
import type { Instance } from './instances';

export interface ParsedInstance {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
}

function required<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(`the generator made nonsense: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/** Parses a deep copy, so that nothing is shared between two calls. */
export function parseInstance(instance: Instance): ParsedInstance {
  const { catalog: c, inventory: i, goal: g } = structuredClone(instance);
  const catalog = required(parseCatalog(c));
  const inventory = required(parseInventory(i, catalog));
  return { catalog, inventory, goal: required(parseGoal(g, catalog, inventory)) };
}
