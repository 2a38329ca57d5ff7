/**
 * The store of inputs, with the history for undo.
 *
 * It holds what the operator entered and nothing that can be derived. Quick edits of one cell are one step of undo.
 */
import { temporal } from 'zundo';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DoneMove } from './done-moves';
import { type CellEdit, changeCells, copyRows, moveRows, nameGiver, newRow } from './edit-rows';
import { followRows } from './follow-rows';
import {
  type DoneStep,
  type DraftGoal,
  type DraftRow,
  EMPTY_GOAL,
  EMPTY_INPUTS,
  type PlanInputs,
  type RowField,
  type SessionInputs,
  type ViewPreferences,
} from './inputs';

const HISTORY_LIMIT = 200;
const SAME_EDIT_MS = 1500;

/** Which cell the change that is being made is of; changes of the same one in quick succession are one. */
let currentEdit = '';
let lastEdit = '';
let lastEditAt = 0;

/** Within `asOneStep`: whether the state before it is kept already. */
let step: 'begun' | 'kept' | undefined;

export const planOf = ({ view: _, ...plan }: SessionInputs): PlanInputs => plan;

const PLAN_FIELDS = Object.keys(planOf(EMPTY_INPUTS)) as (keyof PlanInputs)[];

/** Whether two plans are the very same: what does not change is never made anew. */
export function isSamePlan(a: PlanInputs, b: PlanInputs): boolean {
  return PLAN_FIELDS.every((field) => a[field] === b[field]);
}

export const sessionStore = createStore<SessionInputs>()(
  temporal(() => EMPTY_INPUTS, {
    partialize: planOf,
    limit: HISTORY_LIMIT,
    equality: isSamePlan,
    handleSet: (record) => (before) => {
      if (step === 'kept') return;
      if (step === 'begun') step = 'kept';
      const now = Date.now();
      const isSameEdit = currentEdit !== '' && currentEdit === lastEdit && now - lastEditAt < SAME_EDIT_MS;
      lastEdit = currentEdit;
      lastEditAt = now;
      if (!isSameEdit) record(before);
    },
  }),
);

/** With the steps that are done of the rows as they are called now, where nothing else is said of them. */
function withProgress(before: SessionInputs, changed: Partial<SessionInputs>): Partial<SessionInputs> {
  const { rows, progress = before.progress } = changed;
  if (rows === undefined || progress !== before.progress) return changed;
  return { ...changed, progress: followRows(before.rows, rows, progress) };
}

function change(edit: string, update: (inputs: SessionInputs) => Partial<SessionInputs>): void {
  currentEdit = edit;
  try {
    sessionStore.setState((inputs) => withProgress(inputs, update(inputs)));
  } finally {
    currentEdit = '';
  }
}

export function useInputs<T>(select: (inputs: SessionInputs) => T): T {
  return useStore(sessionStore, select);
}

function endEdit(): void {
  lastEdit = '';
}

/** Makes of several changes one step of undo. */
export function asOneStep(makeChanges: () => void): void {
  endEdit();
  step = 'begun';
  try {
    makeChanges();
  } finally {
    step = undefined;
    endEdit();
  }
}

export function undo(): void {
  endEdit();
  sessionStore.temporal.getState().undo();
}

export function redo(): void {
  endEdit();
  sessionStore.temporal.getState().redo();
}

/** How many steps can be taken back, and taken again. */
export function useHistory(): { readonly past: number; readonly future: number } {
  const past = useStore(sessionStore.temporal, (history) => history.pastStates.length);
  const future = useStore(sessionStore.temporal, (history) => history.futureStates.length);
  return { past, future };
}

/** What can be taken back, and taken again; the last of each comes first. */
export interface History {
  readonly past: readonly PlanInputs[];
  readonly future: readonly PlanInputs[];
}

export const NO_HISTORY: History = { past: [], future: [] };

export function historyOfNow(): History {
  const { pastStates, futureStates } = sessionStore.temporal.getState();
  // Undo changes these very lists.
  return { past: [...pastStates] as PlanInputs[], future: [...futureStates] as PlanInputs[] };
}

/** Begins with another plan and its history: what was there before is no step of it. */
export function startWith(
  inputs: PlanInputs & { readonly view?: ViewPreferences },
  { past, future }: History = NO_HISTORY,
): void {
  sessionStore.setState(inputs);
  sessionStore.temporal.setState({ pastStates: [...past], futureStates: [...future] });
  endEdit();
}

/** Replaces all inputs but the view, as one step of undo. */
export function replaceInputs(inputs: Partial<PlanInputs>): void {
  change('', () => inputs);
  endEdit();
}

export function editCell(id: string, field: RowField, text: string): void {
  change(`${id}.${field}`, ({ rows }) => ({
    rows: rows.map((row) => (row.id === id ? { ...row, [field]: text } : row)),
  }));
}

/** To be called before a cell is typed into: what is typed is a step of its own, and `takeBackEdit` needs what it was before. */
export function beginEdit(): History {
  endEdit();
  return historyOfNow();
}

/** The steps since then, where each of them is one of that cell alone. */
function stepsSince({ past: before }: History, id: string): readonly PlanInputs[] | undefined {
  const { past } = historyOfNow();
  const last = before.at(-1);
  const from = last === undefined ? 0 : past.lastIndexOf(last) + 1;
  if (last !== undefined && from === 0) return undefined;
  const steps = past.slice(from);
  const now = planOf(sessionStore.getState());
  // Where it is a name, what is done follows it.
  const isDoneAlike = (step: PlanInputs) =>
    step.progress.length === now.progress.length &&
    step.progress.every(({ from, to }, i) => from === now.progress[i]?.from && to === now.progress[i]?.to);
  const isOfCell = (step: PlanInputs) =>
    isSamePlan({ ...step, rows: now.rows, progress: now.progress }, now) &&
    isDoneAlike(step) &&
    step.rows.length === now.rows.length &&
    step.rows.every((row, i) => row === now.rows[i] || row.id === id);
  return steps.every(isOfCell) ? steps : undefined;
}

/**
 * Puts back what stood in a cell before it was typed into, and the history as it was then: what was typed and given up is
 * no step that undo would bring back. Where something else was changed since, it is a change like others.
 */
export function takeBackEdit(id: string, field: RowField, text: string, before: History): void {
  const steps = stepsSince(before, id);
  if (steps === undefined) editCells([{ id, field, text }]);
  else if (steps[0] !== undefined) startWith(steps[0], before);
}

/** Lets entries move again. */
export function unpinEntries(names: readonly string[]): void {
  const freed = new Set(names);
  change('', ({ rows }) => ({
    rows: rows.map((row) => (freed.has(row.name.trim()) ? { ...row, pinned: '' } : row)),
  }));
}

/** Gives a row the version that it was brought to by hand. */
export function putBack(id: string, version: string): void {
  change('', ({ rows }) => ({ rows: moveRows(rows, new Map([[id, version]])) }));
}

/** Adds a row after another one, or at the end. */
export function addRow(fields: Partial<Omit<DraftRow, 'id'>> = {}, after?: string): string {
  const row = newRow(fields);
  change('', ({ rows }) => {
    const at = after === undefined ? -1 : rows.findIndex((candidate) => candidate.id === after);
    return { rows: at < 0 ? [...rows, row] : rows.toSpliced(at + 1, 0, row) };
  });
  return row.id;
}

/** Changes many cells, and adds rows at the end, as one step of undo. */
export function editCells(edits: readonly CellEdit[], added: readonly DraftRow[] = []): void {
  change('', ({ rows }) => {
    const changed = changeCells(rows, edits);
    return { rows: added.length === 0 ? changed : [...changed, ...added] };
  });
}

/** The name with a number that no row has yet: `ci` → `ci-2`. */
export function nextFreeName(rows: readonly DraftRow[], name: string): string {
  return nameGiver(rows)(name);
}

/** The ids of the copies. */
export function duplicateRows(ids: ReadonlySet<string>): readonly string[] {
  const { rows, copies } = copyRows(sessionStore.getState().rows, ids);
  if (copies.length > 0) change('', () => ({ rows }));
  return copies;
}

export function deleteRows(ids: ReadonlySet<string>): void {
  change('', ({ rows, goal }) => {
    const entries = Object.fromEntries(Object.entries(goal.entries).filter(([id]) => !ids.has(id)));
    return { rows: rows.filter((row) => !ids.has(row.id)), goal: { ...goal, entries } };
  });
}

export function answerFact(fact: string, answer: string): void {
  change('', ({ facts }) => {
    const { [fact]: _, ...others } = facts;
    return { facts: answer === '' ? others : { ...others, [fact]: answer } };
  });
}

export function setGoal(fields: Partial<DraftGoal>): void {
  change('', ({ goal }) => ({ goal: { ...goal, ...fields } }));
}

export function setEntryTarget(id: string, version: string): void {
  change(`target.${id}`, ({ goal }) => {
    const { [id]: _, ...others } = goal.entries;
    return { goal: { ...goal, entries: version === '' ? others : { ...others, [id]: version } } };
  });
}

/** An empty text takes the value back: the catalog's default holds again. */
export function setParameter(id: string, text: string): void {
  change(`parameter.${id}`, ({ parameters }) => {
    const { [id]: _, ...others } = parameters;
    return { parameters: text === '' ? others : { ...others, [id]: text } };
  });
}

/** Says of steps that they are done, or that they are not, as one step of undo. */
export function setDone(steps: readonly DoneStep[], isDone: boolean): void {
  const keyOf = ({ entry, from, to }: DoneStep) => JSON.stringify([entry, from, to]);
  const meant = new Set(steps.map(keyOf));
  change('', ({ progress }) => {
    const others = progress.filter((step) => !meant.has(keyOf(step)));
    const said = steps.map(({ entry, from, to }) => ({ entry, from, to }));
    return { progress: isDone ? [...others, ...said] : others };
  });
}

/** The inventory as it is after steps that are done, as one step of undo. They are no longer part of a plan from here. */
export function takeUpDone(moves: readonly DoneMove[]): void {
  const versions = new Map(moves.map(({ rowId, to }) => [rowId, to]));
  const taken = new Set(moves.flatMap(({ steps }) => steps));
  change('', ({ rows, progress }) => ({
    rows: moveRows(rows, versions),
    progress: progress.filter((step) => !taken.has(step)),
  }));
}

export function setPlanName(name: string): void {
  change('planName', () => ({ planName: name }));
}

export function setInventoryName(name: string): void {
  change('inventoryName', () => ({ inventoryName: name }));
}

/** Another product: the rows stay; what is the other catalog's goes: target, order of disruption, values, what is done. */
export function chooseCatalog(id: string): void {
  change('', ({ goal }) => ({
    catalogId: id,
    goal: { ...goal, target: '', disruption: [] },
    parameters: {},
    progress: [],
  }));
}

export function clearInventory(): void {
  change('', () => ({
    rows: [],
    facts: {},
    goal: EMPTY_GOAL,
    inventoryName: '',
    parameters: {},
    progress: [],
  }));
}

export function setView(fields: Partial<ViewPreferences>): void {
  sessionStore.setState(({ view }) => ({ view: { ...view, ...fields } }));
}
