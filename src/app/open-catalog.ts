/** Opens a catalog of one's own from its text, and keeps it in this browser; or says why not, and leaves everything as it was. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery } from '../catalogs/load-catalog';
import { headOfOwn, keepOwnCatalog, type OwnHead, textOfOwn } from '../catalogs/own-catalogs';
import { parseCatalog } from '../engine/parsing/parse-catalog';
import { digestText } from '../formats/digest-text';
import { chooseCatalog, sessionStore } from '../session/store';
import { notify, notifyOfTrouble } from '../ui/notices';
import { describeProblems } from './describe-problems';

const MAX_CHARACTERS = 2_000_000;

const about = ({ updated, digest, releases }: OwnHead) =>
  `of ${updated}, ${releases} releases, digest ${digest.slice(0, 12)}`;

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
    notifyOfTrouble(`${what} was not taken. ${message} What you entered is kept.`);
    return undefined;
  };
  if (text.length > MAX_CHARACTERS) {
    return refuse(
      `It has ${text.length.toLocaleString('en')} characters; this browser keeps 2,000,000 of one.`,
    );
  }
  const parsed = parseText(text);
  if (!parsed.ok) return refuse(describeProblems(parsed.problems));
  const { id, name, updated, releases } = parsed.value;
  const shipped = await client.fetchQuery(catalogIndexQuery);
  if (shipped.some((listing) => listing.id === id)) {
    return refuse(`A catalog ships with the page under its id, "${id}". Give yours an id of its own.`);
  }
  const head = { name, updated, digest: digestText(text), releases: releases.length };
  const before = headOfOwn(id);
  const textBefore = textOfOwn(id);
  try {
    keepOwnCatalog(id, head, text);
  } catch {
    return refuse('This browser has no room for it, or refuses to keep anything.');
  }
  if (sessionStore.getState().rows.length === 0) chooseCatalog(id);
  if (before === undefined || textBefore === undefined) {
    notify(`${name} (${about(head)}) is among your catalogs now: choose it as the product, above.`);
  } else if (before.digest === head.digest) notify(`${name} is there already, as it stands in the file.`);
  else {
    notify(`Your catalog ${name} was replaced: it was ${about(before)}; now it is ${about(head)}.`, {
      label: 'Undo',
      run: () => keepOwnCatalog(id, before, textBefore),
    });
  }
  return { id, updated, digest: head.digest };
}
