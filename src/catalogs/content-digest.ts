/** Which catalog exactly? SHA-256 of the file's text as UTF-8, in hexadecimal: the same on the command line. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The browser's own digests are not there on plain http. */
export function digestText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
