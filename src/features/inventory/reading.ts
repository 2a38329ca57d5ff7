/** What is asked of files that an operator brings, and what is answered? Plain data; the app says how it is done. */
import type { Catalog } from '../../engine/model/catalog';
import type { Entry } from '../../engine/model/inventory';

/** What a column of a table holds. Of a `protocol` the whole range (`both`: `1-3`), or one end of it. */
export type ColumnMeaning =
  | {
      readonly kind:
        | 'name'
        | 'component'
        | 'version'
        | 'count'
        | 'pinned'
        | 'source'
        | 'labels'
        | 'protocols'
        | 'none';
    }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'protocol'; readonly protocol: string; readonly end: 'both' | 'minimum' | 'current' };

export interface FoundColumn {
  /** '' where the table has no line of headings. */
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  /** Where not, the meaning is a suggestion, and the column was not read: it is once it is among `columns`. */
  readonly isCertain: boolean;
  readonly samples: readonly string[];
}

export interface ImportSource {
  readonly name: string;
  readonly content: File | string;
  /** The reader that was chosen by hand. */
  readonly reader?: string | undefined;
  /** What the columns of a table mean, by position, where that was chosen by hand. */
  readonly columns?: readonly ColumnMeaning[] | undefined;
  /** Rows in whose cells other texts were put by hand. */
  readonly corrections?: readonly Correction[] | undefined;
}

/** The cells of a row that can be corrected. */
export interface CorrectedCells {
  readonly component: string;
  readonly version: string;
  readonly count: string;
}

export interface Correction extends CorrectedCells {
  /** Which of the rows of its file, from 1. */
  readonly number: number;
}

/** A row that was left out, and would be read with other texts in its cells. */
export interface WrongRow extends CorrectedCells {
  readonly number: number;
  /** '' where the file gives none. */
  readonly name: string;
  /** What the problem is about. */
  readonly cell: keyof CorrectedCells | 'name' | 'protocols' | 'labels';
}

export interface ReadProblem {
  /** Absent where only one was read, or where it is about all of them. */
  readonly file?: string | undefined;
  readonly code: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly path?: string | undefined;
  readonly message: string;
  /** Whether something is left out by it. */
  readonly isDropped: boolean;
  readonly row?: WrongRow | undefined;
}

export interface ReadProgress {
  readonly bytesRead: number;
  readonly bytes: number;
  readonly rows: number;
}

export interface ReadOptions {
  /** Whether rows that a plan cannot tell apart become one entry; `auto`: from 2,000 rows on. */
  readonly group?: 'auto' | boolean | undefined;
  /** Names of labels by which rows stay apart all the same. */
  readonly groupBy?: readonly string[] | undefined;
  /** Calls it off: the reading rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

export interface Recognised {
  readonly reader: string;
  /** The reader's name, for people. */
  readonly name: string;
  /** By which sign, as sentences. */
  readonly why: string;
}

/** What became of one file. */
export interface ReadFile {
  readonly name: string;
  /** Absent where nothing could be read; a problem says why. */
  readonly recognised: Recognised | undefined;
  /** What else it could be, to choose by hand. */
  readonly alternatives: readonly Recognised[];
  readonly rows: number;
  /** Rows that say what was said before. */
  readonly alreadyKnown: number;
  readonly secrets: readonly string[];
  readonly ignored: readonly string[];
  /** Of a table, also of one that could not be read. */
  readonly columns?: readonly FoundColumn[];
}

/** Whether a person has to say what the columns of a table hold before they are read. */
export const isUnsure = ({ columns = [] }: ReadFile) => columns.some(({ isCertain }) => !isCertain);

/** What was made of files: good rows, and what is wrong with the others. */
export interface ReadInventory {
  readonly files: readonly ReadFile[];
  readonly entries: readonly Entry[];
  /** Names of entries that count as one because nothing was said of their number. */
  readonly uncounted: readonly string[];
  readonly isGrouped: boolean;
  /** Names of the labels that rows have. */
  readonly labels: readonly string[];
  readonly facts?: Readonly<Record<string, string>> | undefined;
  readonly name?: string | undefined;
  /** Rows found, good or not. */
  readonly rows: number;
  readonly problems: readonly ReadProblem[];
  /** What may be chosen by hand for any file. */
  readonly readers: readonly { readonly reader: string; readonly name: string }[];
  /** The catalog that it was read by. */
  readonly catalog: Catalog;
}

export type ReadInventories = (
  sources: readonly ImportSource[],
  options: ReadOptions,
) => Promise<ReadInventory>;
