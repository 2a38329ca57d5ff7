/** Which files are to be read, and how was each to be taken? */
import type { ColumnMeaning } from './columns';
import type { Correction } from './intake-result';
import type { Material } from './material';

/** A file that is opened when its turn comes. */
export interface ClosedFile {
  /** In bytes. */
  readonly size: number;
  open(): Promise<Material>;
}

export interface IntakeFile {
  /** For messages alone; '' where there is only one. */
  readonly name: string;
  /** What is in it, or how it is opened: of many files one at a time is held. */
  readonly material: Material | ClosedFile;
  /** The id of the reader that was chosen by hand. */
  readonly reader?: string | undefined;
  /** What the columns of a table mean, by position, where a person chose that: headings count no more. */
  readonly columns?: readonly ColumnMeaning[] | undefined;
  /** Rows in whose cells a person put other texts. */
  readonly corrections?: readonly Correction[] | undefined;
}

export const openIntake = ({ material }: IntakeFile): Promise<Material> | Material =>
  'open' in material ? material.open() : material;
