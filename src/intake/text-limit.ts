/** How much is read? */

const MEGABYTE = 1024 * 1024;

/** Bytes or characters that are read as a whole at most. */
export const MAX_TEXT_LENGTH = 64 * MEGABYTE;
/** Of what is read piece by piece. */
export const MAX_FLOW_LENGTH = 1024 * MEGABYTE;

/** Stands where a text was cut off: no version has it, so that the beginning of one is not taken for another. */
export const CUT = '…';

/** So many characters of a text, with a mark where it goes on. */
export const cutText = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}${CUT}` : text;

/** `64 MB` */
export function formatSize(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE).toLocaleString('en')} MB`;
}
