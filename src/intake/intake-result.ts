/** What does reading an operator's files give? */
import type { Entry, Inventory } from '../engine/model';
import type { FoundColumn } from './columns';
import type { CellName, Recognition, Remark } from './reader';

/** The cells of a row that a person may correct before it is taken. */
export interface CorrectedCells {
  readonly component: string;
  readonly version: string;
  readonly count: string;
  /** `api 1-3, entrypoint 1`; only of a row in which a range is wrong. */
  readonly protocols?: string;
}

/** A row that was left out, and would be read with other texts in its cells. A component that is one is told by its id. */
export interface WrongRow extends CorrectedCells {
  /** Which of the rows of its file, from 1. */
  readonly number: number;
  /** As in the file; '' where it gives none. */
  readonly name: string;
  /** The cell that the problem is about. */
  readonly cell: CellName['cell'];
}

/** What a person put into the cells of a row. */
export interface Correction extends CorrectedCells {
  readonly number: number;
}

export interface IntakeProblem extends Remark {
  /** The file that it is about, where files have names. */
  readonly file?: string;
  /** Where it is about a row that can be corrected. */
  readonly row?: WrongRow;
}

/** More entries than this are not an inventory that a person keeps, and would hold up everything that comes after. */
export const MAX_ENTRIES = 50_000;

/** What a file was taken for, or could be. */
export interface Recognised extends Recognition {
  /** The reader's id. */
  readonly reader: string;
  /** The reader's name, for people. */
  readonly name: string;
}

/** What became of one file. */
export interface FileResult {
  readonly name: string;
  /** `undefined` where nothing could be read; a problem says what it seems to be. */
  readonly recognised: Recognised | undefined;
  /** What else was read in it, where it holds several outputs. */
  readonly alsoRead: readonly Recognised[];
  /** What else it could be, the surest first: readers that may be chosen by hand. */
  readonly alternatives: readonly Recognised[];
  /** Rows found, the ones with problems included. */
  readonly rows: number;
  /** Rows that say what was said before, in this file or an earlier one. */
  readonly alreadyKnown: number;
  readonly secrets: readonly string[];
  readonly ignored: readonly string[];
  /** Of a table, also of one that could not be read: what each column was taken for, or could be. */
  readonly columns?: readonly FoundColumn[];
}

export interface IntakeResult {
  readonly files: readonly FileResult[];
  readonly entries: readonly Entry[];
  /** Names of entries that count as one because nothing was said of their number. */
  readonly uncounted: readonly string[];
  /** Whether rows that a plan cannot tell apart were made one entry; then each is called after what its rows share. */
  readonly isGrouped: boolean;
  /** Names of the labels that rows have, the first hundred: groups may be kept apart by them. */
  readonly labels: readonly string[];
  /** What the files say beside their entries, where they say it. */
  readonly name?: string;
  readonly facts?: Inventory['facts'];
  /** Fields of the files that mean nothing to us, kept for when they are written again. */
  readonly unknownFields?: Readonly<Record<string, unknown>>;
  /** What may be chosen by hand for any file, with this catalog. */
  readonly readers: readonly { readonly reader: string; readonly name: string }[];
  /** Rows found in all files. */
  readonly rows: number;
  readonly problems: readonly IntakeProblem[];
}
