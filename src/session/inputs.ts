/** What did the operator enter? As typed: a row that is not yet right is kept all the same. */
import type { Goal } from '../engine/model/goal';
import type { Step } from '../engine/model/plan';

/** One row of the inventory table. Every field is the text in its cell. */
export interface DraftRow {
  /** Stable within the session; names are not, they are edited. */
  readonly id: string;
  readonly name: string;
  readonly component: string;
  readonly version: string;
  readonly count: string;
  /** Why it cannot move; empty: it can. */
  readonly pinned: string;
  /** Ranges it advertised itself: `api 1-2, entrypoint 1-1`. */
  readonly protocols: string;
  /** `external`: its artifacts are not built by another entry. */
  readonly source: string;
  /** `team=payments, zone=eu` */
  readonly labels: string;
  /** Fields of an imported entry that have no cell; they are kept and exported. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** The fields of a row that are cells. */
export const ROW_FIELDS = [
  'name',
  'component',
  'version',
  'count',
  'pinned',
  'protocols',
  'source',
  'labels',
] as const satisfies readonly Exclude<keyof DraftRow, 'id' | 'more'>[];
export type RowField = (typeof ROW_FIELDS)[number];

export interface DraftGoal {
  /** Empty: not chosen yet. */
  readonly target: string;
  readonly consumers: NonNullable<Goal['consumers']>;
  /** Exact versions for single entries, by row id. */
  readonly entries: Readonly<Record<string, string>>;
  readonly allowSkips: boolean;
  readonly prereleases: boolean;
  /** Components from the one that hurts most to move; empty: as the catalog says. */
  readonly disruption: readonly string[];
}

/** A step that was carried out, as the plan has it: one that is no longer part of the plan is kept, and shown nowhere. */
export interface DoneStep extends Pick<Step, 'entry' | 'from' | 'to'> {
  /** The row that it was done to, once that is, or was, called otherwise; it is not kept beyond the session. */
  readonly row?: string;
}

export interface ViewPreferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether entries that move alike share a lane where there are many. */
  readonly lanes: 'folded' | 'each';
  /** Whether single letters and digits are shortcuts; people who speak to their machine turn them off. */
  readonly singleKeys: boolean;
  /** What stands beside the inputs. */
  readonly beside: 'today' | 'plan' | 'compare';
}

/** Everything the operator entered or set. All else is derived. */
export interface SessionInputs {
  /** What the operator calls the plan; empty: it goes by the name of its inventory. */
  readonly planName: string;
  /** Empty: the first catalog that ships. */
  readonly catalogId: string;
  readonly inventoryName: string;
  readonly rows: readonly DraftRow[];
  /** Answers to the catalog's questions, by fact. */
  readonly facts: Readonly<Record<string, string>>;
  readonly goal: DraftGoal;
  /** Values for the commands of procedures, by parameter of the catalog. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Steps that were carried out, in the order in which that was said. */
  readonly progress: readonly DoneStep[];
  readonly view: ViewPreferences;
}

/** What a plan is made of, and what undo goes over: all but how the operator likes to look at plans. */
export type PlanInputs = Omit<SessionInputs, 'view'>;

export const EMPTY_GOAL: DraftGoal = {
  target: '',
  consumers: 'keep',
  entries: {},
  allowSkips: false,
  prereleases: false,
  disruption: [],
};

export const EMPTY_INPUTS: SessionInputs = {
  planName: '',
  catalogId: '',
  inventoryName: '',
  rows: [],
  facts: {},
  goal: EMPTY_GOAL,
  parameters: {},
  progress: [],
  view: { theme: 'system', lanes: 'folded', beside: 'plan', singleKeys: true },
};

export const EMPTY_ROW: Omit<DraftRow, 'id'> = {
  name: '',
  component: '',
  version: '',
  count: '',
  pinned: '',
  protocols: '',
  source: '',
  labels: '',
  more: {},
};

let lastId = 0;

/** A row id that no other row of this session has, also none of those read back from storage. */
export function createRowId(): string {
  lastId += 1;
  return `r${Date.now().toString(36)}-${lastId.toString(36)}`;
}

/** Whether nothing was typed into the row yet. */
export function isBlankRow(row: DraftRow): boolean {
  return (
    row.name.trim() === '' &&
    row.version.trim() === '' &&
    row.count.trim() === '' &&
    row.pinned === '' &&
    row.protocols.trim() === '' &&
    row.labels.trim() === ''
  );
}
