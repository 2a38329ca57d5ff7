/** What can the intake be asked from the page? Plain data there and back, and files, which are not copied. */
import type { Catalog } from '../engine/model/catalog';
import type { ColumnMeaning } from '../intake/columns';
import type { Correction, IntakeResult } from '../intake/intake-result';
import type { IntakeOptions, IntakeProgress } from '../intake/read-files';

export interface IntakeSource {
  readonly name: string;
  readonly content: File | string;
  readonly reader?: string | undefined;
  readonly columns?: readonly ColumnMeaning[] | undefined;
  readonly corrections?: readonly Correction[] | undefined;
}

export interface IntakeCalls {
  /** Looks at the files: the product that the first of them is about which tells. */
  open(sources: readonly IntakeSource[]): Promise<string | undefined>;
  /** Reads the files that were opened. */
  read(
    catalog: Catalog,
    options: Omit<IntakeOptions, 'onProgress'>,
    onProgress: (progress: IntakeProgress) => void,
  ): Promise<IntakeResult>;
}
