/** Leads to the row of an entry in the inventory, with its details open. */
import { rowOfEntry } from '../session/apply-unblock';
import { goTo } from '../ui/go-to';

export function showEntry(name: string): void {
  const id = `more-${rowOfEntry(name)}`;
  const more = document.getElementById(id);
  if (more?.getAttribute('aria-expanded') === 'false') more.click();
  goTo(id);
}
