/** How much is read? */

/** Bytes or characters that are read at most; of more only the beginning is looked at. */
export const MAX_TEXT_LENGTH = 64 * 1024 * 1024;

const toMegabytes = (bytes: number) => Math.round(bytes / (1024 * 1024));

/** What a file of so many bytes is, where that is too many to be read: `a file of 200 MB, of which …`. */
export function describeSize(bytes: number): string | undefined {
  if (bytes <= MAX_TEXT_LENGTH) return undefined;
  return `a file of ${toMegabytes(bytes)} MB; up to ${toMegabytes(MAX_TEXT_LENGTH)} MB are read`;
}
