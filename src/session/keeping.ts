/** Keeps the open plan in the browser's storage: shortly after each change, and at once when the page is left. */
import type { PlanInputs } from './inputs';
import { keyOfPlan, writePlan, writeView } from './library';
import { planOpenNow, tellOfPlans } from './open-plan';
import { historyOfNow, isSamePlan, planOf, sessionStore } from './store';
import { readStoredPlan } from './stored-plan';

const WRITE_DELAY_MS = 200;

export interface KeepingEvents {
  /** The browser refuses: nothing of the last change is kept. */
  readonly onFailure: () => void;
  /** There was room for the plan, but not for what can be undone in it. */
  readonly onLittleRoom: () => void;
  /** Another tab has changed the plan that is open here. */
  readonly onForeign: (theirs: PlanInputs) => void;
  /** Another tab has deleted it. */
  readonly onForeignDelete: () => void;
}

let events: KeepingEvents | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes the open plan as it is. */
export function writeNow(): void {
  forgetChange();
  try {
    const plan = { inputs: planOf(sessionStore.getState()), history: historyOfNow() };
    if (!writePlan(planOpenNow(), plan)) events?.onLittleRoom();
    tellOfPlans();
  } catch {
    events?.onFailure();
  }
}

/** Writes what has not been written yet. */
export function flushChange(): void {
  if (timer !== undefined) writeNow();
}

/** Writes nothing of the last change: it was none of the operator's. */
export function forgetChange(): void {
  clearTimeout(timer);
  timer = undefined;
}

function onStorage(event: StorageEvent): void {
  if (event.key !== keyOfPlan(planOpenNow())) return;
  if (event.newValue === null) {
    events?.onForeignDelete();
    return;
  }
  const theirs = readStoredPlan(event.newValue);
  if (theirs !== undefined) events?.onForeign(theirs.inputs);
}

/** @returns what ends it */
export function keepPlans(heard: KeepingEvents): () => void {
  events = heard;
  const unsubscribe = sessionStore.subscribe((now, before) => {
    if (!isSamePlan(now, before)) {
      clearTimeout(timer);
      timer = setTimeout(writeNow, WRITE_DELAY_MS);
    }
    if (now.view !== before.view) {
      try {
        writeView(now.view);
      } catch {
        heard.onFailure();
      }
    }
  });
  addEventListener('pagehide', flushChange);
  addEventListener('storage', onStorage);
  return () => {
    flushChange();
    unsubscribe();
    events = undefined;
    removeEventListener('pagehide', flushChange);
    removeEventListener('storage', onStorage);
  };
}
