/**
 * What can be kept of what the browser's storage holds?
 *
 * The one gate from storage into the session. It takes anything, never throws, keeps every field that is what was
 * expected, and puts the default in place of every other one.
 */
import {
  createRowId,
  type DoneStep,
  type DraftRow,
  EMPTY_INPUTS,
  EMPTY_ROW,
  type PlanInputs,
  type ViewPreferences,
} from './inputs';

const MAX_TEXT = 20_000;
const MAX_ROWS = 50_000;
const MAX_NAMES = 1000;

type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function asText(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : fallback;
}

function asOneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((word) => word === value) ?? fallback;
}

export function asTexts(value: unknown): Record<string, string> {
  const pairs = Object.entries(asFields(value)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[0] !== '__proto__',
  );
  return Object.fromEntries(pairs.map(([key, text]) => [key, text.slice(0, MAX_TEXT)]));
}

function asNames(value: unknown): string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  return [...new Set(names.slice(0, MAX_NAMES).map((name) => name.slice(0, MAX_TEXT)))];
}

/** Each step once. */
export function asSteps(value: unknown): DoneStep[] {
  const steps = new Map<string, DoneStep>();
  for (const stored of Array.isArray(value) ? value.slice(0, MAX_ROWS) : []) {
    const { entry, from, to } = asFields(stored);
    if (typeof entry !== 'string' || typeof from !== 'string' || typeof to !== 'string') continue;
    const step = { entry: asText(entry), from: asText(from), to: asText(to) };
    steps.set(JSON.stringify([step.entry, step.from, step.to]), step);
  }
  return [...steps.values()];
}

/** `taken`: ids that other rows have; it gets one of its own then. */
export function repairRow(value: unknown, taken: Set<string>): DraftRow | undefined {
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

export function repairRows(value: unknown): DraftRow[] {
  const taken = new Set<string>();
  return (Array.isArray(value) ? value.slice(0, MAX_ROWS) : []).flatMap((row) => {
    const repaired = repairRow(row, taken);
    return repaired === undefined ? [] : [repaired];
  });
}

/** All of a plan but its rows, which it names by their ids. */
export function repairRest(value: unknown, rows: readonly DraftRow[]): Omit<PlanInputs, 'rows'> {
  const stored = asFields(value);
  const goal = asFields(stored.goal);
  const isRow = new Set(rows.map((row) => row.id));
  return {
    planName: asText(stored.planName),
    catalogId: asText(stored.catalogId),
    inventoryName: asText(stored.inventoryName),
    facts: asTexts(stored.facts),
    goal: {
      target: asText(goal.target),
      consumers: asOneOf(goal.consumers, ['keep', 'align'], EMPTY_INPUTS.goal.consumers),
      entries: Object.fromEntries(Object.entries(asTexts(goal.entries)).filter(([id]) => isRow.has(id))),
      allowSkips: goal.allowSkips === true,
      prereleases: goal.prereleases === true,
      disruption: asNames(goal.disruption),
    },
    parameters: asTexts(stored.parameters),
    progress: asSteps(stored.progress),
  };
}

export function repairPlan(value: unknown): PlanInputs {
  const rows = repairRows(asFields(value).rows);
  return { ...repairRest(value, rows), rows };
}

export function repairView(value: unknown): ViewPreferences {
  const view = asFields(value);
  return {
    theme: asOneOf(view.theme, ['system', 'light', 'dark'], EMPTY_INPUTS.view.theme),
    lanes: asOneOf(view.lanes, ['folded', 'each'], EMPTY_INPUTS.view.lanes),
    beside: asOneOf(view.beside, ['today', 'plan', 'compare'], EMPTY_INPUTS.view.beside),
    singleKeys: view.singleKeys !== false,
  };
}
