/** How is an inventory written as a file? */
import { INVENTORY_FORMAT, type Inventory } from '../engine/model';

/** JSON with a line for each field, as people edit it; ends with a line break. Fields we do not know are kept. */
export function writeInventory(inventory: Inventory): string {
  const { format: _, product, name, facts, entries, ...rest } = inventory;
  const ordered = {
    format: INVENTORY_FORMAT,
    product,
    ...(name !== undefined && { name }),
    facts,
    entries,
    ...rest,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
