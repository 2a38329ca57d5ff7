/** Leads to the row of an entry in the inventory, with its details open. */
import { showRow } from '../features/inventory/show-row';
import { rowOfEntry } from '../session/apply-unblock';

export function showEntry(name: string): void {
  showRow(rowOfEntry(name), 'details');
}
