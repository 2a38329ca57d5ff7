/**
 * What does a gzip file begin with?
 *
 * Only its first bytes are unpacked, and of what comes out only the beginning is kept, so that neither a bomb nor a large
 * file costs anything. A file that is no larger than these first bytes is gone through to its end: its checksum counts.
 */
import { DecompressionStream } from './platform';

/** How many bytes of the file are unpacked; gzip makes at most a thousand of one. */
const MAX_PACKED = 8192;

/** As many bytes as tell what a gzip file begins with, and whether it goes on. */
export const GZIP_BEGINNING = MAX_PACKED + 1;

export interface GzipBeginning {
  readonly bytes: Uint8Array;
  /** Whether all that was unpacked is sound; of a file that goes on, that says nothing about its end. */
  readonly isSound: boolean;
  /** Whether the file goes on after what was unpacked. */
  readonly goesOn: boolean;
}

export const isGzip = ([first, second, method]: Uint8Array) =>
  first === 0x1f && second === 0x8b && method === 8;

const settle = (promise: Promise<unknown>) => promise.catch(() => undefined);

export async function unpackBeginning(file: Uint8Array, most: number): Promise<GzipBeginning> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  // What goes wrong is seen where it is read.
  void settle(writer.closed);
  void settle(reader.closed);
  const goesOn = file.length > MAX_PACKED;
  void settle(writer.write(file.slice(0, MAX_PACKED)).then(() => writer.close()));
  const kept = new Uint8Array(most);
  let length = 0;
  let isSound = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) break;
      kept.set(value.subarray(0, most - length), length);
      length += Math.min(value.length, most - length);
      if (goesOn && length === most) break;
    }
  } catch {
    // A file that goes on is cut where we stop.
    isSound = goesOn && length > 0;
  }
  await settle(reader.cancel());
  return { bytes: kept.slice(0, length), isSound, goesOn };
}
