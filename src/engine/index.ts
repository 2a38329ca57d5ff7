/**
 * The engine's entry points (docs/formats.md): pure functions over plain data, the same in a page, a worker and Node.
 *
 * Catalogs and inventories are best passed as parseCatalog and parseInventory return them. As they stand in a file they are
 * parsed on the way in, and refused by `UnusableInput` where they are none.
 */
import { assessInventory as assess, type EntryAssessment } from './assessment/assess-inventory';
import * as returning from './assessment/going-back';
import * as assessment from './assessment/protocols-in-use';
import * as reaching from './assessment/reach';
import * as tracing from './assessment/trace-plan';
import type { Catalog, Goal, Inventory, Plan, PlanOptions } from './model';
import { requireCatalog, requireInventory } from './parsing/require-parsed';
import * as planning from './plan-upgrade';
import * as verification from './verification/verify-plan';

export type { EntryAssessment } from './assessment/assess-inventory';
export { type FurthestBehind, findFurthestBehind, type HeldLevel } from './assessment/furthest-behind';
export type { GoingBack, StateBack } from './assessment/going-back';
export type { ProtocolUse } from './assessment/protocols-in-use';
export type { ReachedRelease } from './assessment/reach';
export type { TracedEntry, TracedState } from './assessment/trace-plan';
export { type Negotiation, negotiate } from './compatibility/negotiate';
export { applyUnblock } from './explanation/apply-unblock';
export * from './model';
export { parseCatalog } from './parsing/parse-catalog';
export { parseGoal } from './parsing/parse-goal';
export { parseInventory } from './parsing/parse-inventory';
export type { Tolerated, Verification, Violation } from './verification/verify-plan';

/**
 * A safe plan of least cost, `done`, or `blocked` with causes. Throws `UnusableInput` for a goal that parseGoal refuses, and
 * `PlanningStopped` where the signal says so.
 */
export function planUpgrade(
  catalog: Catalog,
  inventory: Inventory,
  goal: Goal,
  options: PlanOptions = {},
): Plan {
  const parsed = requireCatalog(catalog);
  return planning.planUpgrade(parsed, requireInventory(inventory, parsed), goal, options);
}

/** Replays a plan from anywhere under the eight rules. */
export function verifyPlan(
  catalog: Catalog,
  inventory: Inventory,
  goal: Goal,
  plan: Plan,
): verification.Verification {
  const parsed = requireCatalog(catalog);
  return verification.verifyPlan(parsed, requireInventory(inventory, parsed), goal, plan);
}

/** For every stage of a plan: whether one may pause there, what could go back, and from where on no safe way leads back. */
export function goingBack(catalog: Catalog, inventory: Inventory, plan: Plan): returning.GoingBack {
  const parsed = requireCatalog(catalog);
  return returning.goingBack(parsed, requireInventory(inventory, parsed), plan);
}

/** What every release at or above the server's would take from here. */
export function reach(
  catalog: Catalog,
  inventory: Inventory,
  goal: Omit<Goal, 'target'> = {},
): reaching.ReachedRelease[] {
  const parsed = requireCatalog(catalog);
  return reaching.reach(parsed, requireInventory(inventory, parsed), goal);
}

/** For each protocol, what is spoken and used today, by whom and how many. */
export function protocolsInUse(
  catalog: Catalog,
  inventory: Inventory,
): { readonly protocols: assessment.ProtocolUse[] } {
  const parsed = requireCatalog(catalog);
  return assessment.protocolsInUse(parsed, requireInventory(inventory, parsed));
}

/** How each entry stands with the server today. */
export function assessInventory(catalog: Catalog, inventory: Inventory): EntryAssessment[] {
  const parsed = requireCatalog(catalog);
  return assess(parsed, requireInventory(inventory, parsed));
}

/** The state now, and the one after each stage of a plan: what each entry is, and whether it works with the server. */
export function tracePlan(
  catalog: Catalog,
  inventory: Inventory,
  plan: Pick<Plan, 'steps'>,
): tracing.TracedState[] {
  const parsed = requireCatalog(catalog);
  return tracing.tracePlan(parsed, requireInventory(inventory, parsed), plan);
}
