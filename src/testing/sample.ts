/**
 * What is a sample of an output that is read? `samples/<reader id>.ts` holds those of a reader, as `sampleSet`. Every reader
 * of the list has some, and is tested with them without further ado: recognition, what is read, line breaks, encodings, and
 * what becomes of them when they are damaged.
 */

export interface SampleRow {
  readonly component: string;
  readonly version: string;
  readonly name?: string;
  readonly count?: number;
  readonly protocols?: Readonly<Record<string, readonly [number, number]>>;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Sample {
  /** What is particular about it, as it reads after "reads". */
  readonly story: string;
  readonly content: string | Uint8Array;
  /** Id of the shipped catalog, where it is another than that of the set. */
  readonly catalog?: string;
  /** The entries that come of it, in order; fields that are not named don't matter. */
  readonly entries: readonly SampleRow[];
  /** Codes of the problems, each with its line or path where that matters: `not-a-version@3`. */
  readonly problems?: readonly string[];
  readonly secrets?: readonly string[];
  readonly ignored?: readonly string[];
}

export interface SampleSet {
  /** Id of the shipped catalog that they are read by. */
  readonly catalog: string;
  readonly samples: readonly Sample[];
  /** What the reader takes off the end of a version because it says nothing about it: `-ce`. */
  readonly endings?: readonly string[];
  /** Versions that the input does not have itself, by the whole words that it has: a chart pins some. */
  readonly versionsAlsoFrom?: (words: ReadonlySet<string>) => readonly string[];
}
