/** How much is read? */

const MEGABYTE = 1024 * 1024;

/** Bytes or characters that are read as a whole at most. */
export const MAX_TEXT_LENGTH = 64 * MEGABYTE;
/** Of what is read piece by piece. */
export const MAX_FLOW_LENGTH = 1024 * MEGABYTE;

/** `64 MB` */
export function formatSize(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE).toLocaleString('en')} MB`;
}
