/**
 * What is in a ZIP file? Only what is asked for is unpacked, no more of it than was declared, and no more than was agreed on
 * for the whole file, so that a bomb does no harm; its checksum has to be right. Source: PKWARE's APPNOTE.TXT.
 */
import { checksumOf } from '../../formats/checksum';
import { inflate } from '../../formats/deflate';
import { TextDecoder } from '../platform';

/** Why it is not read, as the end of a sentence: `it is cut off`. */
export class ZipFault extends Error {
  override name = 'ZipFault';
}

interface Part {
  readonly isPacked: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

const PART_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const MAX_PARTS = 10_000;
const STORED = 0;
const DEFLATED = 8;
/** Deflate makes at most so many bytes of one. */
const MAX_RATIO = 1032;

export const isZip = ([p, k, third, fourth]: Uint8Array) =>
  p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));

/** Unpacks to exactly this size. */
async function unpack(packed: Uint8Array, size: number): Promise<Uint8Array> {
  let made: Uint8Array | undefined;
  try {
    made = await inflate(packed, size);
  } catch {
    throw new ZipFault('a part of it cannot be unpacked');
  }
  if (made === undefined) throw new ZipFault('a part of it is larger than it says');
  if (made.length < size) throw new ZipFault('a part of it is smaller than it says');
  return made;
}

function findDirectoryEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - DIRECTORY_END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - DIRECTORY_END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  throw new ZipFault('its end is missing, so that it is cut off or no ZIP file');
}

function readDirectory(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_PARTS) throw new ZipFault(`it has ${count} parts; up to ${MAX_PARTS} are read`);
  const decoder = new TextDecoder('utf-8');
  const parts = new Map<string, Part>();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new ZipFault('its directory is damaged');
    }
    const nameLength = view.getUint16(at + 28, true);
    const method = view.getUint16(at + 10, true);
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isEncrypted) throw new ZipFault(`its part ${name.slice(0, 100)} is encrypted`);
    if (method !== STORED && method !== DEFLATED) {
      throw new ZipFault(`its part ${name.slice(0, 100)} is packed by method ${method}, which is not read`);
    }
    if (parts.has(name)) throw new ZipFault(`it has its part ${name.slice(0, 100)} twice`);
    parts.set(name, {
      isPacked: method === DEFLATED,
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

export class ZipFile {
  private readonly parts: ReadonlyMap<string, Part>;

  /** `budget`: how many bytes may be unpacked of the whole file. */
  constructor(
    private readonly bytes: Uint8Array,
    private budget: number,
  ) {
    this.parts = readDirectory(bytes);
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** Its text; `undefined` where there is no such part. */
  async read(name: string): Promise<string | undefined> {
    const part = this.parts.get(name);
    if (part === undefined) return undefined;
    const { size } = part;
    if (size > this.budget) throw new ZipFault(`its part ${name.slice(0, 100)} is too large to be unpacked`);
    this.budget -= size;
    const packed = this.packedOf(part);
    if (size > packed.length * MAX_RATIO || (!part.isPacked && size !== packed.length)) {
      throw new ZipFault(`its part ${name.slice(0, 100)} says a size that it cannot have`);
    }
    const made = part.isPacked ? await unpack(packed, size) : packed;
    if (checksumOf(made) !== part.checksum) {
      throw new ZipFault(`its part ${name.slice(0, 100)} is damaged: its checksum is wrong`);
    }
    return new TextDecoder('utf-8').decode(made);
  }

  private packedOf({ headerAt, packedSize }: Part): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.bytes;
    const view = new DataView(buffer, byteOffset, byteLength);
    if (headerAt + 30 > byteLength || view.getUint32(headerAt, true) !== PART_HEADER) {
      throw new ZipFault('a part is not where its directory says');
    }
    const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
    if (from + packedSize > byteLength) throw new ZipFault('it is cut off');
    return this.bytes.slice(from, from + packedSize);
  }
}
