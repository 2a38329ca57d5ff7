/**
 * How is a plan written down for the browser's storage, and what of a text can be read again?
 *
 * Three lines of JSON: what lists of plans show, the plan, and its history. So a list needs the first line only, and a
 * history that is damaged costs nothing but itself.
 */
import { INPUT_ROUTES, pickFields } from './field-table';
import type { PlanInputs } from './inputs';
import { asFields, asText, repairPlan } from './repair-stored';
import { type History, NO_HISTORY } from './store';
import { readHistory, writeHistory } from './stored-history';
import { rowText } from './stored-row';

/** What a plan is called and known by. */
export interface PlanHead {
  readonly planName: string;
  readonly inventoryName: string;
  readonly catalogId: string;
  readonly target: string;
  readonly entries: number;
  /** When it was written last, in milliseconds since 1970. */
  readonly writtenAt: number;
}

export interface StoredPlan {
  readonly inputs: PlanInputs;
  readonly history: History;
}

export function headOf(inputs: PlanInputs, writtenAt: number): PlanHead {
  const { planName, inventoryName, catalogId, goal, rows } = inputs;
  return { planName, inventoryName, catalogId, target: goal.target, entries: rows.length, writtenAt };
}

export function writeStoredPlan({ inputs, history }: StoredPlan, writtenAt: number): string {
  const { rows = [], ...rest } = pickFields<PlanInputs>(inputs, INPUT_ROUTES, 'browser');
  const plan = `${JSON.stringify(rest).slice(0, -1)},"rows":[${rows.map(rowText).join()}]}`;
  return [JSON.stringify(headOf(inputs, writtenAt)), plan, writeHistory(inputs, history)].join('\n');
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}

/** What stands in the first line; never throws. */
export function readHead(text: string): PlanHead {
  const head = asFields(parse(text.slice(0, Math.max(0, text.indexOf('\n')))));
  const asNumber = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
  return {
    planName: asText(head.planName),
    inventoryName: asText(head.inventoryName),
    catalogId: asText(head.catalogId),
    target: asText(head.target),
    entries: asNumber(head.entries),
    writtenAt: asNumber(head.writtenAt),
  };
}

/** `undefined` where no plan can be read; never throws. */
export function readStoredPlan(text: string | null): StoredPlan | undefined {
  const [, plan, history] = text?.split('\n') ?? [];
  const stored = parse(plan);
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined;
  const inputs = repairPlan(stored);
  return { inputs, history: history === undefined ? NO_HISTORY : readHistory(inputs, history) };
}

/** What the one plan was stored as before there were several; `undefined` where it was none. */
export function readFirstStored(text: string | null): { inputs: PlanInputs; view: unknown } | undefined {
  const { inputs } = asFields(parse(text ?? ''));
  if (typeof inputs !== 'object' || inputs === null) return undefined;
  return { inputs: repairPlan(inputs), view: asFields(inputs).view };
}
