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
  /** Bytes of the file that have been read so far. */
  readonly bytesRead: number;
  readonly isLast: boolean;
}

/** What is asked for at once. */
const BLOCK = 2 * 1024 * 1024;
/** What is worked on at once: of larger pieces more rows are alive together, which takes longer than the rows themselves. */
const PIECE = 256 * 1024;

/** By its byte order mark; without one it is taken for UTF-8. */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** A text that is there, piece by piece. `from` and `to` are where it lies in the file. */
function* cutText(text: string, from: number, to: number, isEnd: boolean): Generator<Piece> {
  for (let at = 0, isOver = false; !isOver; at += PIECE) {
    isOver = at + PIECE >= text.length;
    const share = isOver ? 1 : (at + PIECE) / text.length;
    yield {
      text: text.slice(at, at + PIECE),
      bytesRead: Math.round(from + share * (to - from)),
      isLast: isEnd && isOver,
    };
  }
}

/** The text of a file, piece by piece. A character that lies across two blocks is in the second. */
export async function* decodePieces(source: Source): AsyncGenerator<Piece> {
  const { size } = source;
  const readFrom = (from: number) => source.read(from, Math.min(size, from + BLOCK));
  let coming = readFrom(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (let from = 0, isEnd = false; !isEnd; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    isEnd = to === size;
    const bytes = await coming;
    if (bytes.length < to - from) throw new Error('it became shorter while it was read');
    decoder ??= new TextDecoder(encodingOf(bytes));
    // The next block comes while this one is worked on. Where nobody asks for it any more, nobody minds if it fails.
    if (!isEnd) coming = readFrom(to);
    coming.catch(() => {});
    yield* cutText(decoder.decode(bytes, { stream: !isEnd }), from, to, isEnd);
  }
}

/** A text that is there as a whole; `size` is what it has in bytes. */
export async function* cutPieces(text: string, size: number): AsyncGenerator<Piece> {
  yield* cutText(text, 0, size, true);
}
