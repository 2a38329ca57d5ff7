/** Which link or plan file waits for the file of its catalog? The last one that asked; it goes on when the file is opened. */
import { useSyncExternalStore } from 'react';
import type { OpenableContent } from './open-content';
import type { OpenedFrom } from './opened-link';

export interface AwaitedCatalog {
  readonly content: OpenableContent;
  readonly from: OpenedFrom;
  /** What was opened instead. */
  readonly instead?: { readonly id: string; readonly updated: string; readonly digest: string };
}

let awaited: AwaitedCatalog | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function awaitCatalog(next: AwaitedCatalog | undefined): void {
  awaited = next;
  for (const listener of listeners) listener();
}

/**
 * To be called when a catalog was opened.
 * @returns what waited for this very one, and waits no more
 */
export function takeAwaited(opened: {
  id: string;
  updated: string;
  digest: string;
}): AwaitedCatalog | undefined {
  if (awaited === undefined) return undefined;
  const { id, digest } = awaited.content.catalog;
  // A plan file need not say which text it was.
  if (opened.id === id && (digest === '' || opened.digest === digest)) {
    const found = awaited;
    awaitCatalog(undefined);
    return found;
  }
  awaitCatalog({ ...awaited, instead: opened });
  return undefined;
}

export function useAwaitedCatalog(): AwaitedCatalog | undefined {
  return useSyncExternalStore(subscribe, () => awaited);
}
