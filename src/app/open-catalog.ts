/** Opens a catalog of one's own from its file, and keeps it in this browser; or says why not, and leaves everything as it was. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery } from '../catalogs/load-catalog';
import { headOfOwn, keepOwnCatalog, type OwnHead } from '../catalogs/own-catalogs';
import { parseCatalog } from '../engine/parsing/parse-catalog';
import { digestText } from '../formats/digest-text';
import { chooseCatalog, sessionStore } from '../session/store';
import { notify, notifyOfTrouble } from '../ui/notices';
import { describeProblems } from './describe-problems';

const MAX_CHARACTERS = 2_000_000;

const about = ({ updated, digest, releases }: OwnHead) =>
  `of ${updated}, ${releases} releases, digest ${digest.slice(0, 12)}`;

export async function openCatalog(
  client: QueryClient,
  file: string,
  text: string,
  json: unknown,
): Promise<void> {
  const refuse = (message: string) =>
    notifyOfTrouble(`The catalog "${file}" was not taken. ${message} What you entered is kept.`);
  if (text.length > MAX_CHARACTERS) {
    refuse(`It has ${text.length.toLocaleString('en')} characters; this browser keeps 2,000,000 of one.`);
    return;
  }
  const parsed = parseCatalog(json);
  if (!parsed.ok) {
    refuse(describeProblems(parsed.problems));
    return;
  }
  const { id, name, updated, releases } = parsed.value;
  const shipped = await client.fetchQuery(catalogIndexQuery);
  if (shipped.some((listing) => listing.id === id)) {
    refuse(`A catalog ships with the page under its id, "${id}". Give yours an id of its own.`);
    return;
  }
  const head = { name, updated, digest: digestText(text), releases: releases.length };
  const before = headOfOwn(id);
  try {
    keepOwnCatalog(id, head, text);
  } catch {
    refuse('This browser has no room for it, or refuses to keep anything.');
    return;
  }
  if (sessionStore.getState().rows.length === 0) chooseCatalog(id);
  if (before === undefined) {
    notify(`${name} (${about(head)}) is among your catalogs now: choose it as the product, above.`);
  } else if (before.digest === head.digest) notify(`${name} is there already, as it stands in the file.`);
  else notify(`Your catalog ${name} was replaced: it was ${about(before)}; now it is ${about(head)}.`);
}
