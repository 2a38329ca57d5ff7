/** Where is a file read from? Any part of it, so that nobody has to hold it as a whole. */
import { TextDecoder } from './platform';

export interface Source {
  /** In bytes. */
  readonly size: number;
  /** The bytes from one place up to another, which may lie behind the end. */
  read(from: number, to: number): Promise<Uint8Array>;
}

export interface Piece {
  readonly text: string;
  /** Bytes of the file that have been read, this piece included. */
  readonly bytesRead: number;
  readonly isLast: boolean;
}

const PIECE = 1024 * 1024;

/** By its byte order mark; without one it is taken for UTF-8. */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The text of a file, piece by piece. A character that lies across two pieces is in the second. */
export async function* decodePieces({ size, read }: Source): AsyncGenerator<Piece> {
  const decoder = new TextDecoder(encodingOf(await read(0, 2)));
  for (let from = 0, isLast = false; !isLast; from += PIECE) {
    const to = Math.min(size, from + PIECE);
    isLast = to === size;
    yield { text: decoder.decode(await read(from, to), { stream: !isLast }), bytesRead: to, isLast };
  }
}

/** A text that is there, in pieces of the same size; `size` is what it has in bytes. */
export async function* cutPieces(text: string, size: number): AsyncGenerator<Piece> {
  for (let from = 0, isLast = false; !isLast; from += PIECE) {
    const to = from + PIECE;
    isLast = to >= text.length;
    const bytesRead = isLast ? size : Math.round((to / text.length) * size);
    yield { text: text.slice(from, to), bytesRead, isLast };
  }
}
