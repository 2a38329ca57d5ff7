/** The dialog that asks for the catalog of a plan. */
import type { From } from './opening';

export const title = (from: From) => `The ${from} needs its catalog`;
export const what = <P>(catalog: P, date: string, from: From) => [
  'The plan was made with the catalog ',
  catalog,
  ` of ${date}, which is not among those here. Ask whoever shared the ${from} for its file, and open it: the plan follows by itself.`,
];
export const noDate = 'no date';
export const digest = 'The file’s SHA-256:';
export const copyDigest = 'Copy the digest';
export const opened = <P>(catalog: string, date: string, digest: P) => [
  `What was opened is ${catalog} of ${date}, SHA-256 `,
  digest,
  '.',
];
export const openWithIt = 'Open the plan with it';
export const another = 'That is another one.';
export const keptAmongYours = 'It is kept among your catalogs.';
export const mayBeAnother = 'The plan may be another with it; the page says so, and shows both.';
export const notNow = 'Not now';
export const chooseFile = 'Choose the file';
