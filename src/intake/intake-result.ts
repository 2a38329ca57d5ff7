/** What does reading a file of an operator's give? */
import type { Entry, Inventory } from '../engine/model';

export interface IntakeProblem {
  /** Stable, kebab-case. */
  readonly code: string;
  /** What was found, what was expected, what to do. */
  readonly message: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** In JSON: `entries[3].version`. */
  readonly path?: string;
  /** Whether the row is left out; else it is kept, changed as the message says. */
  readonly isDropped: boolean;
}

/** More rows than this are not an inventory that a person keeps, and would hold up everything that comes after. */
export const MAX_ROWS = 50_000;

export type ReaderName = 'inventory-json' | 'entries-json' | 'csv';

export interface IntakeResult {
  /** What the text was taken for, and by which sign; `undefined` where nothing was recognised. */
  readonly recognised: { readonly reader: ReaderName; readonly why: string } | undefined;
  readonly entries: readonly Entry[];
  /** What the file says beside its entries, where it says it. */
  readonly name?: string;
  readonly facts?: Inventory['facts'];
  /** Fields of the file that mean nothing to us, kept for when it is written again. */
  readonly unknownFields?: Readonly<Record<string, unknown>>;
  /** Rows found, the ones with problems included. */
  readonly rows: number;
  readonly problems: readonly IntakeProblem[];
}

export function refuseRows(): IntakeResult {
  const most = MAX_ROWS.toLocaleString('en');
  const message = `There are more than ${most} rows. Make one row of equal ones, with their number as count.`;
  return refuseIntake('too-many-rows', message);
}

/** Nothing could be read, and why. */
export function refuseIntake(code: string, message: string, at: Partial<IntakeProblem> = {}): IntakeResult {
  return {
    recognised: undefined,
    entries: [],
    rows: 0,
    problems: [{ code, message, ...at, isDropped: true }],
  };
}
