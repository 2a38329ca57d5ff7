/**
 * What can be kept of what the browser's storage holds?
 *
 * The one gate from storage into the session. It takes anything, never throws, keeps every field that is what was
 * expected, and puts the default in place of every other one.
 */
import { createRowId, type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type SessionInputs } from './inputs';

/** Raised when the stored shape changes; older shapes are brought up to date here. */
export const STORED_VERSION = 1;

const MAX_TEXT = 20_000;
const MAX_ROWS = 50_000;

type Fields = Readonly<Record<string, unknown>>;

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function asText(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : fallback;
}

function asOneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((word) => word === value) ?? fallback;
}

function asTexts(value: unknown): Record<string, string> {
  const pairs = Object.entries(asFields(value)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[0] !== '__proto__',
  );
  return Object.fromEntries(pairs.map(([key, text]) => [key, text.slice(0, MAX_TEXT)]));
}

function repairRow(value: unknown, taken: Set<string>): DraftRow | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const stored = asFields(value);
  const claimed = asText(stored.id);
  const id = claimed !== '' && !taken.has(claimed) ? claimed : createRowId();
  taken.add(id);
  const text = (field: Exclude<keyof DraftRow, 'id' | 'more'>) => {
    const found = stored[field];
    return asText(typeof found === 'number' ? String(found) : found, EMPTY_ROW[field]);
  };
  return {
    id,
    name: text('name'),
    component: text('component'),
    version: text('version'),
    count: text('count'),
    pinned: text('pinned'),
    protocols: text('protocols'),
    source: text('source'),
    labels: text('labels'),
    more: asFields(stored.more),
  };
}

export function repairInputs(value: unknown): SessionInputs {
  const stored = asFields(value);
  const goal = asFields(stored.goal);
  const view = asFields(stored.view);
  const taken = new Set<string>();
  const rows = (Array.isArray(stored.rows) ? stored.rows.slice(0, MAX_ROWS) : []).flatMap((row) => {
    const repaired = repairRow(row, taken);
    return repaired === undefined ? [] : [repaired];
  });
  const isRow = new Set(rows.map((row) => row.id));
  return {
    catalogId: asText(stored.catalogId),
    inventoryName: asText(stored.inventoryName),
    rows,
    facts: asTexts(stored.facts),
    goal: {
      target: asText(goal.target),
      consumers: asOneOf(goal.consumers, ['keep', 'align'], EMPTY_INPUTS.goal.consumers),
      entries: Object.fromEntries(Object.entries(asTexts(goal.entries)).filter(([id]) => isRow.has(id))),
      allowSkips: goal.allowSkips === true,
      prereleases: goal.prereleases === true,
    },
    parameters: asTexts(stored.parameters),
    view: {
      theme: asOneOf(view.theme, ['system', 'light', 'dark'], EMPTY_INPUTS.view.theme),
      lanes: asOneOf(view.lanes, ['folded', 'each'], EMPTY_INPUTS.view.lanes),
    },
  };
}

/** Text from storage to inputs; `undefined` where it holds nothing that can be read. */
export function readStored(text: string | null): SessionInputs | undefined {
  if (text === null) return undefined;
  try {
    const stored = asFields(JSON.parse(text));
    return 'inputs' in stored ? repairInputs(stored.inputs) : undefined;
  } catch {
    return undefined;
  }
}
