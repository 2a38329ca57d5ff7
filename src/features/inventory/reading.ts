/** What is asked of files that an operator brings, and what is answered? Plain data; the app says how it is done. */
import type { Catalog } from '../../engine/model/catalog';
import type { ColumnMeaning } from '../../intake/columns';
import type { Correction, FileResult, IntakeResult } from '../../intake/intake-result';
import type { IntakeOptions } from '../../intake/read-files';

export type { ColumnMeaning, FoundColumn } from '../../intake/columns';
export type {
  CorrectedCells,
  Correction,
  FileResult as ReadFile,
  IntakeProblem as ReadProblem,
  WrongRow,
} from '../../intake/intake-result';
export type { IntakeProgress as ReadProgress } from '../../intake/read-files';

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

export interface ReadOptions extends IntakeOptions {
  /** Calls it off: the reading rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
}

/** Whether a person has to say what the columns of a table hold before they are read. */
export const isUnsure = ({ columns = [] }: FileResult) => columns.some(({ isCertain }) => !isCertain);

/** What was made of files: good rows, and what is wrong with the others. */
export interface ReadInventory extends IntakeResult {
  /** The catalog that it was read by. */
  readonly catalog: Catalog;
}

export type ReadInventories = (
  sources: readonly ImportSource[],
  options: ReadOptions,
) => Promise<ReadInventory>;
