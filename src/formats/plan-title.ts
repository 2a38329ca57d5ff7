/** What is a plan called, in a tab, on paper, as a file? */
import type { Catalog, Inventory, ParsedGoal } from '../engine/model';

const LONGEST = 120;

/** `HashiCorp Waypoint 0.9.1 → 0.11.4, production` */
export function titleOf({
  catalog,
  inventory,
  goal,
}: {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
}): string {
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  const name = inventory.name === undefined ? '' : `, ${inventory.name.slice(0, LONGEST)}`;
  return `${catalog.name} ${server?.version ?? ''} → ${goal.target}${name}`;
}
