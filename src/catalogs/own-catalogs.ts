/**
 * Which catalogs of one's own does this browser keep? Each under a key of its own, as two lines: what a list shows of it,
 * and the text of its file as it was opened.
 */
import type { CatalogListing } from './catalog-index';

const KEY = 'causeway/catalog/';

/** A catalog that ships, or one of one's own. */
export interface Listing extends CatalogListing {
  /** Of one's own: SHA-256 of its file's text. */
  readonly ownDigest?: string;
}

export interface OwnHead {
  readonly name: string;
  readonly updated: string;
  readonly digest: string;
  readonly releases: number;
}

function readHead(text: string): OwnHead | undefined {
  try {
    const head: unknown = JSON.parse(text.slice(0, text.indexOf('\n')));
    if (typeof head !== 'object' || head === null) return undefined;
    const { name, updated, digest, releases } = head as Partial<Record<keyof OwnHead, unknown>>;
    return typeof name === 'string' &&
      typeof updated === 'string' &&
      typeof digest === 'string' &&
      typeof releases === 'number'
      ? { name, updated, digest, releases }
      : undefined;
  } catch {
    return undefined;
  }
}

function stored(id: string): string | null {
  try {
    return localStorage.getItem(KEY + id);
  } catch {
    return null;
  }
}

export function headOfOwn(id: string): OwnHead | undefined {
  return readHead(stored(id) ?? '');
}

/** The text of the file; `undefined` where there is none. */
export function textOfOwn(id: string): string | undefined {
  const text = stored(id);
  return text === null ? undefined : text.slice(text.indexOf('\n') + 1);
}

function listAll(): readonly Listing[] {
  try {
    return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
      .filter((key) => key.startsWith(KEY))
      .sort()
      .flatMap((key) => {
        const id = key.slice(KEY.length);
        const head = headOfOwn(id);
        return head === undefined
          ? []
          : [{ id, name: head.name, file: '', fictional: false, description: '', ownDigest: head.digest }];
      });
  } catch {
    return [];
  }
}

const listeners = new Set<() => void>();
let listed: readonly Listing[] | undefined;

export function listOwnCatalogs(): readonly Listing[] {
  listed ??= listAll();
  return listed;
}

function tell(): void {
  listed = undefined;
  for (const listener of listeners) listener();
}

export function subscribeToOwnCatalogs(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(KEY)) tell();
  };
  listeners.add(listener);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
}

/** Throws where the browser refuses; what it held before is kept then. */
export function keepOwnCatalog(id: string, head: OwnHead, text: string): void {
  localStorage.setItem(KEY + id, `${JSON.stringify(head)}\n${text}`);
  tell();
}

/** @returns what brings it back */
export function removeOwnCatalog(id: string): () => void {
  const text = stored(id);
  localStorage.removeItem(KEY + id);
  tell();
  return () => {
    if (text !== null) localStorage.setItem(KEY + id, text);
    tell();
  };
}

/** Those that ship, then one's own. One's own stands in for one that ships under its id since it was opened. */
export function withOwn(shipped: readonly CatalogListing[]): readonly Listing[] {
  const own = listOwnCatalogs();
  const isOwn = new Set(own.map(({ id }) => id));
  return [...shipped.filter(({ id }) => !isOwn.has(id)), ...own];
}
