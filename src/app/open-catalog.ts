/** Opens a catalog of one's own from its text, and keeps it in this browser; or says why not, and leaves everything as it was. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery } from '../catalogs/load-catalog';
import { headOfOwn, keepOwnCatalog, type OwnHead, textOfOwn } from '../catalogs/own-catalogs';
import { parseCatalog } from '../engine/parsing/parse-catalog';
import { digestText } from '../formats/digest-text';
import { chooseCatalog, sessionStore } from '../session/store';
import * as texts from '../texts/own-catalogs';
import * as pageTexts from '../texts/page';
import { notify, notifyOfTrouble } from '../ui/notices';
import { describeProblems } from './describe-problems';

const MAX_CHARACTERS = 2_000_000;

const about = ({ updated, digest, releases }: OwnHead) => texts.about(updated, releases, digest.slice(0, 12));

function parseText(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // What is no JSON is no catalog.
  }
  return parseCatalog(json);
}

/**
 * `what`: as sentences begin, `The catalog "mine.json"`.
 * @returns which one is kept now; `undefined` where it was refused
 */
export async function openCatalog(
  client: QueryClient,
  what: string,
  text: string,
): Promise<{ readonly id: string; readonly updated: string; readonly digest: string } | undefined> {
  const refuse = (message: string) => {
    notifyOfTrouble(texts.notTaken(what, message));
    return undefined;
  };
  if (text.length > MAX_CHARACTERS) {
    return refuse(texts.tooLong(text.length, MAX_CHARACTERS));
  }
  const parsed = parseText(text);
  if (!parsed.ok) return refuse(describeProblems(parsed.problems));
  const { id, name, updated, releases } = parsed.value;
  const shipped = await client.fetchQuery(catalogIndexQuery);
  if (shipped.some((listing) => listing.id === id)) {
    return refuse(texts.shipped(id));
  }
  const head = { name, updated, digest: digestText(text), releases: releases.length };
  const before = headOfOwn(id);
  const textBefore = textOfOwn(id);
  try {
    keepOwnCatalog(id, head, text);
  } catch {
    return refuse(texts.noRoom);
  }
  if (sessionStore.getState().rows.length === 0) chooseCatalog(id);
  if (before === undefined || textBefore === undefined) {
    notify(texts.kept(name, about(head)));
  } else if (before.digest === head.digest) notify(texts.thereAlready(name));
  else {
    notify(texts.replaced(name, about(before), about(head)), {
      label: pageTexts.undo,
      run: () => keepOwnCatalog(id, before, textBefore),
    });
  }
  return { id, updated, digest: head.digest };
}
