/**
 * Which plans does this browser keep? Each under a key of its own, so that tabs with different plans have nothing to do with
 * each other; and nowhere else.
 */
import type { ViewPreferences } from './inputs';
import { repairView } from './repair-stored';
import { NO_HISTORY } from './store';
import {
  type PlanHead,
  readFirstStored,
  readHead,
  readStoredPlan,
  type StoredPlan,
  writeStoredPlan,
} from './stored-plan';

const PLAN_KEY = 'causeway/plan/';
const VIEW_KEY = 'causeway/view';
const LAST_KEY = 'causeway/last';
/** Where the one plan was before there were several. */
const FIRST_KEY = 'causeway/session';

export interface KeptPlan extends PlanHead {
  readonly id: string;
}

export function keyOfPlan(id: string): string {
  return PLAN_KEY + id;
}

export function isPlanKey(key: string): boolean {
  return key.startsWith(PLAN_KEY);
}

let lastId = 0;

/** An id that no other plan has, also none of another tab. */
export function createPlanId(): string {
  lastId += 1;
  const chance = Math.floor(Math.random() * 36 ** 4).toString(36);
  return `${Date.now().toString(36)}-${lastId.toString(36)}-${chance}`;
}

function textOf(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keys(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  } catch {
    return [];
  }
}

/** Those that were written last come first. */
export function listPlans(): KeptPlan[] {
  return keys()
    .filter(isPlanKey)
    .map((key) => ({ id: key.slice(PLAN_KEY.length), ...readHead(textOf(key) ?? '') }))
    .sort((a, b) => b.writtenAt - a.writtenAt || (a.id < b.id ? 1 : -1));
}

export function readPlan(id: string): StoredPlan | undefined {
  return readStoredPlan(textOf(keyOfPlan(id)));
}

/** The text of a plan, also where it cannot be read: to put it back as it was. */
export function textOfPlan(id: string): string | null {
  return textOf(keyOfPlan(id));
}

export function putText(id: string, text: string): void {
  localStorage.setItem(keyOfPlan(id), text);
}

/**
 * Throws where the browser refuses; what it held before is kept then.
 * @returns whether there was room for what can be undone, too
 */
export function writePlan(id: string, plan: StoredPlan, now = Date.now()): boolean {
  try {
    putText(id, writeStoredPlan(plan, now));
    return true;
  } catch {
    putText(id, writeStoredPlan({ ...plan, history: NO_HISTORY }, now));
    return false;
  }
}

export function removePlan(id: string): void {
  localStorage.removeItem(keyOfPlan(id));
}

export function rememberOpen(id: string): void {
  try {
    sessionStorage.setItem(LAST_KEY, id);
    localStorage.setItem(LAST_KEY, id);
  } catch {
    // The next visit begins with the plan that was written last.
  }
}

/** What was open in this tab, also where nothing of it is kept; else the last of any tab; else the one written last. */
export function openLast(): string | undefined {
  try {
    const here = sessionStorage.getItem(LAST_KEY);
    if (here !== null) return here;
  } catch {
    return undefined;
  }
  const last = textOf(LAST_KEY);
  return last !== null && textOfPlan(last) !== null ? last : listPlans()[0]?.id;
}

export function readView(): ViewPreferences {
  try {
    return repairView(JSON.parse(textOf(VIEW_KEY) ?? ''));
  } catch {
    return repairView(undefined);
  }
}

export function writeView(view: ViewPreferences): void {
  localStorage.setItem(VIEW_KEY, JSON.stringify(view));
}

/** Makes the one plan of before a plan among others. Where there is no room it stays where it is, for another time. */
export function takeFirstPlan(): void {
  const text = textOf(FIRST_KEY);
  const first = readFirstStored(text);
  if (text === null || first === undefined) return;
  try {
    const id = createPlanId();
    // There may not be room for both.
    localStorage.removeItem(FIRST_KEY);
    writePlan(id, { inputs: first.inputs, history: NO_HISTORY });
    rememberOpen(id);
    writeView(repairView(first.view));
  } catch {
    localStorage.setItem(FIRST_KEY, text);
  }
}
