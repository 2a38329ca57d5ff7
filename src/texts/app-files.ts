/** Why one of the app's own files cannot be used, or a catalog that the browser keeps. */
import { countOf, formatNumber, plural } from './numbers';

export const notReached = 'It could not be fetched: the server was not reached.';
export const notServed = (status: number) => `It could not be fetched: the server answered ${status}.`;
export const tooMuch = (characters: number, limit: number) =>
  `It has ${formatNumber(characters)} characters; expected at most ${formatNumber(limit)}.`;
export const noJson = (why: string) => `It is not JSON. ${why}`.trim();
export const noIndex = 'It does not list catalogs. Expected a list of { id, name, file }.';
export const keptNoMore = 'This browser keeps it no more: open its file again.';
export const hasProblems = (count: number) =>
  `It has ${plural(count, 'a problem', countOf(count, 'problem', 'problems'))}.`;
