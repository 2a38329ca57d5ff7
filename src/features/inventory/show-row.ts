/** Brings a row of the inventory into sight, with its details open, wherever in the page that is asked for. */

type Listener = (id: string) => void;
const listeners = new Set<Listener>();

export function showRow(id: string): void {
  for (const listener of listeners) listener(id);
}

/** The table that is there listens. */
export function onShowRow(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
