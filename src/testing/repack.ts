/** Takes ZIP and gzip files apart, and packs them again: so what is packed can be damaged, and not only the packing. */
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { buildZip } from './build-workbook';

export interface Unpacked {
  readonly parts: readonly { readonly name: string; readonly content: Uint8Array }[];
  /** With other contents, in the order of the parts. */
  pack(contents: readonly Uint8Array[]): Uint8Array;
}

const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;

/** As a directory names them, which `buildZip` writes without comments and extra fields. */
function partsOfZip(file: Buffer): Unpacked['parts'] {
  const end = file.lastIndexOf(Buffer.from([END & 255, (END >> 8) & 255, (END >> 16) & 255, END >> 24]));
  const parts: { name: string; content: Uint8Array }[] = [];
  let at = end < 0 ? file.length : file.readUInt32LE(end + 16);
  while (at + 46 <= file.length && file.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [method, size, nameLength] = [10, 20, 28].map((field, i) =>
      i === 1 ? file.readUInt32LE(at + field) : file.readUInt16LE(at + field),
    ) as [number, number, number];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + size);
    parts.push({ name, content: method === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameLength;
  }
  return parts;
}

/** `undefined` where it is neither, or broken. */
export function unpack(bytes: Uint8Array): Unpacked | undefined {
  const file = Buffer.from(bytes);
  try {
    if (file[0] === 0x1f) {
      const content = gunzipSync(file);
      return { parts: [{ name: '', content }], pack: ([only = content]) => new Uint8Array(gzipSync(only)) };
    }
    const parts = partsOfZip(file);
    if (parts.length === 0) return undefined;
    const pack = (contents: readonly Uint8Array[]) =>
      buildZip(parts.map(({ name, content }, i) => ({ name, content: contents[i] ?? content })));
    return { parts, pack };
  } catch {
    // A sample of a broken file.
    return undefined;
  }
}
