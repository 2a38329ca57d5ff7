/** Which text exactly? SHA-256 of it as UTF-8, in hexadecimal: what `sha256sum` says of the file. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The browser's own digests are not there on plain http. */
export function digestText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
