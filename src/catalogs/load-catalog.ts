/** Where do catalogs come from? Fetched from the app's own files, read once, kept for as long as the page is open. */
import { queryOptions } from '@tanstack/react-query';
import type { Catalog } from '../engine/model/catalog';
import type { Problem } from '../engine/model/problem';
import { completeCatalog } from '../engine/parsing/complete-catalog';
import { digestAside } from '../formats/digest-aside';
import * as texts from '../texts/app-files';
import type { CatalogListing } from './catalog-index';
import { type Listing, textOfOwn } from './own-catalogs';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Names the content: two catalogs with one digest are the same. */
  readonly digest: string;
  /** Whether it is one's own: not of those that ship. */
  readonly isOwn: boolean;
  /** Of one's own the text of its file. */
  readonly ownText: string | undefined;
}

/** A file of the app that did not arrive, or did not hold what was expected. */
export class FileUnusable extends Error {
  constructor(
    /** Its address, seen from the page. */
    readonly file: string,
    /** What happened, in a sentence. */
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
    this.name = 'FileUnusable';
  }
}

const CATALOGS = 'catalogs/';
const SAMPLES = 'samples/';
const INDEX = `${CATALOGS}index.json`;
const MAX_CHARACTERS = 20_000_000;

async function fetchText(file: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(file, document.baseURI), { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new FileUnusable(file, texts.notReached);
  }
  if (!response.ok) throw new FileUnusable(file, texts.notServed(response.status));
  const text = await response.text();
  if (text.length > MAX_CHARACTERS) {
    throw new FileUnusable(file, texts.tooMuch(text.length, MAX_CHARACTERS));
  }
  return text;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new FileUnusable(file, texts.noJson(detail));
  }
}

async function loadIndex(signal: AbortSignal): Promise<readonly CatalogListing[]> {
  const [text, { readCatalogIndex }] = await Promise.all([
    fetchText(INDEX, signal),
    import('./catalog-index'),
  ]);
  const listings = readCatalogIndex(parseJson(INDEX, text));
  if (listings === undefined) {
    throw new FileUnusable(INDEX, texts.noIndex);
  }
  return listings;
}

async function textOf({ id, file, ownDigest }: Listing, signal: AbortSignal): Promise<string> {
  if (ownDigest === undefined) return fetchText(CATALOGS + file, signal);
  const text = textOfOwn(id);
  if (text === undefined) throw new FileUnusable(id, texts.keptNoMore);
  return text;
}

async function parseText(file: string, text: string): Promise<Catalog> {
  const { parseCatalog } = await import('../engine/parsing/parse-catalog');
  const parsed = parseCatalog(parseJson(file, text));
  if (parsed.ok) return parsed.value;
  throw new FileUnusable(file, texts.hasProblems(parsed.problems.length), parsed.problems);
}

async function loadCatalog(listing: Listing, signal: AbortSignal): Promise<LoadedCatalog> {
  const isOwn = listing.ownDigest !== undefined;
  const file = isOwn ? listing.id : CATALOGS + listing.file;
  const text = await textOf(listing, signal);
  const digest = await digestAside(text);
  // What ships was parsed when the app was tested.
  const isKnown = !isOwn && digest === listing.digest;
  const catalog = isKnown ? completeCatalog(parseJson(file, text)) : await parseText(file, text);
  return { catalog, digest, isOwn, ownText: isOwn ? text : undefined };
}

const arriving = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: 1,
  retryDelay: 400,
};

export const catalogIndexQuery = queryOptions({
  queryKey: ['catalogs'],
  queryFn: ({ signal }) => loadIndex(signal),
  ...arriving,
});

/** Without a listing it is not to be asked for. */
export function catalogQuery(listing: Listing | undefined) {
  return queryOptions({
    queryKey: ['catalogs', listing?.ownDigest ?? listing?.file ?? ''],
    queryFn: ({ signal }) => {
      if (listing === undefined) throw new Error('No catalog is chosen.');
      return loadCatalog(listing, signal);
    },
    ...arriving,
    // Parsed once and never changed: comparing it with itself would only cost.
    structuralSharing: false,
    retry: (failures, error) => failures < 1 && !(error instanceof FileUnusable && error.problems.length > 0),
  });
}

/** The inventory of a sample, as JSON that is not parsed yet. */
export function sampleQuery(file: string) {
  return queryOptions({
    queryKey: ['samples', file],
    queryFn: async ({ signal }) => parseJson(SAMPLES + file, await fetchText(SAMPLES + file, signal)),
    ...arriving,
  });
}
