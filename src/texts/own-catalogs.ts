/** What becomes of a catalog of one’s own that is opened. */
import { formatNumber } from './numbers';

export const about = (updated: string, releases: number, digest: string) =>
  `of ${updated}, ${releases} releases, digest ${digest}`;
export const notTaken = (what: string, why: string) =>
  `${what} was not taken. ${why} What you entered is kept.`;
export const shipped = (id: string) =>
  `A catalog ships with the page under its id, "${id}". Give yours an id of its own.`;
export const noRoom = 'This browser has no room for it, or refuses to keep anything.';
export const kept = (name: string, about: string) =>
  `${name} (${about}) is among your catalogs now: choose it as the product, above.`;
export const thereAlready = (name: string) => `${name} is there already, as it stands in the file.`;
export const replaced = (name: string, before: string, now: string) =>
  `Your catalog ${name} was replaced: it was ${before}; now it is ${now}.`;
export const tooLong = (characters: number, most: number) =>
  `It has ${formatNumber(characters)} characters; this browser keeps ${formatNumber(most)} of one.`;
