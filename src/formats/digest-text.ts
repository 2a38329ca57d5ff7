/** Which text exactly? SHA-256 of it as UTF-8, in hexadecimal: what `sha256sum` says of the file. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export function digestText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The same without holding up the page, where the browser digests by itself: it does not on plain http. */
export async function digestTextAside(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return digestText(text);
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', utf8ToBytes(text))));
}
