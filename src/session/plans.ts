/**
 * Opening, adding, copying and deleting plans.
 *
 * A plan is kept from the first change on: one in which nothing was entered yet is nowhere but on the screen.
 */
import * as texts from '../texts/plans';
import { EMPTY_INPUTS, type PlanInputs } from './inputs';
import { flushChange, forgetChange, writeNow } from './keeping';
import {
  createPlanId,
  type KeptPlan,
  listPlans,
  openLast,
  putText,
  readPlan,
  readView,
  removePlan,
  takeFirstPlan,
  textOfPlan,
  writePlan,
} from './library';
import { planOpenNow, setPlanOpen, tellOfPlans } from './open-plan';
import { isSamePlan, NO_HISTORY, planOf, replaceInputs, sessionStore, startWith } from './store';
import { headOf } from './stored-plan';

/** `production`; where it has no name of either kind, that. */
export function nameOfPlan({
  planName,
  inventoryName,
}: Pick<PlanInputs, 'planName' | 'inventoryName'>): string {
  return planName.trim() || inventoryName.trim() || texts.unnamed;
}

/** All plans, the open one as it is now; those that were written last come first. */
export function listAllPlans(): KeptPlan[] {
  const open = planOpenNow();
  const now = headOf(planOf(sessionStore.getState()), 0);
  const kept = listPlans();
  return kept.some(({ id }) => id === open)
    ? kept.map((plan) => (plan.id === open ? { ...plan, ...now, writtenAt: plan.writtenAt } : plan))
    : [{ id: open, ...now }, ...kept];
}

/** Whether it could be read. One that cannot stays as it is, and the plan that is open stays open. */
export function openPlan(id: string): boolean {
  flushChange();
  const plan = readPlan(id);
  if (plan === undefined) return false;
  startWith(plan.inputs, plan.history);
  forgetChange();
  setPlanOpen(id);
  return true;
}

/** Opens another plan; the one that was open is kept as it is. */
export function addPlan(inputs?: Partial<PlanInputs>): void {
  flushChange();
  startWith({ ...planOf(EMPTY_INPUTS), ...inputs });
  setPlanOpen(createPlanId());
  if (inputs === undefined) forgetChange();
  else writeNow();
}

/** The name with a number that no plan has yet: `production (2)`. */
function freeName(name: string): string {
  const taken = new Set(listAllPlans().map(nameOfPlan));
  const base = name.replace(/ \(\d+\)$/, '');
  let number = 2;
  while (taken.has(`${base} (${number})`)) number += 1;
  return `${base} (${number})`;
}

/** Opens a copy of the open plan, without its history. Answers with the name that it has. */
export function copyPlan(): string {
  const inputs = planOf(sessionStore.getState());
  const planName = freeName(nameOfPlan(inputs));
  addPlan({ ...inputs, planName });
  return planName;
}

let asOpened: PlanInputs | undefined;

/**
 * Opens what came from outside: as another plan where there is one already, but for one that came from outside itself and
 * was not touched since. Answers with the name of the plan that it stands beside.
 */
export function openBeside(
  inputs: Partial<PlanInputs>,
): { readonly id: string; readonly name: string } | undefined {
  const now = planOf(sessionStore.getState());
  const isBeside = now.rows.length > 0 && !(asOpened !== undefined && isSamePlan(now, asOpened));
  const beside = isBeside ? { id: planOpenNow(), name: nameOfPlan(now) } : undefined;
  if (isBeside) addPlan(inputs);
  else replaceInputs(inputs);
  asOpened = planOf(sessionStore.getState());
  return beside;
}

/** Keeps another plan without opening it. Throws where the browser refuses. */
export function keepPlan(inputs: PlanInputs): string {
  const id = createPlanId();
  writePlan(id, { inputs, history: NO_HISTORY });
  tellOfPlans();
  return id;
}

/** @returns what brings it back, with all that can be undone in it */
export function deletePlan(id: string): () => void {
  flushChange();
  const text = textOfPlan(id);
  const wasOpen = id === planOpenNow();
  removePlan(id);
  if (wasOpen && !listPlans().some((plan) => openPlan(plan.id))) addPlan();
  tellOfPlans();
  return () => {
    if (text !== null) putText(id, text);
    if (wasOpen) openPlan(id);
    tellOfPlans();
  };
}

/** Opens what was open last: to be called once, before anything is shown. */
export function startSession(): { readonly isUnreadable: boolean } {
  takeFirstPlan();
  sessionStore.setState({ view: readView() });
  const last = openLast();
  if (last !== undefined && openPlan(last)) return { isUnreadable: false };
  const isUnreadable = last !== undefined && textOfPlan(last) !== null;
  setPlanOpen(createPlanId());
  return { isUnreadable };
}
