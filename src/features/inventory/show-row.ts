/** Brings a row of the inventory into sight, wherever in the page that is asked for. */

/** What of it takes the keys: its name, or the details, which are opened. */
export type RowPart = 'name' | 'details';

type Listener = (id: string, part: RowPart) => void;
const listeners = new Set<Listener>();

export function showRow(id: string, part: RowPart): void {
  for (const listener of listeners) listener(id, part);
}

/** The table that is there listens. */
export function onShowRow(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
