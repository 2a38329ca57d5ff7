/** A link around any bytes, with the checksum that its reader expects: made without the project's own code. */
import { crc32 } from 'node:zlib';

export function sealLink(deflated: Uint8Array): string {
  const bytes = Buffer.alloc(4 + deflated.length);
  bytes.writeUInt32BE(crc32(deflated));
  bytes.set(deflated, 4);
  return `2.${bytes.toString('base64url')}`;
}
