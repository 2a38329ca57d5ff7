/** What is known of a file while it is read? It may be left for others, and gone on with. */
import type { Correction } from './intake-result';

export interface FileSoFar {
  readonly name: string;
  /** Found in it, the ones with problems included. */
  rows: number;
  /** Rows which say what was said before. */
  alreadyKnown: number;
  readonly remarked: Set<string>;
  /** By the number of the row. */
  readonly corrections: ReadonlyMap<number, Correction>;
}

export const newFile = (name: string, corrections: readonly Correction[]): FileSoFar => ({
  name,
  rows: 0,
  alreadyKnown: 0,
  remarked: new Set(),
  corrections: new Map(corrections.map((correction) => [correction.number, correction])),
});
