/** What can the caller of the planner decide beside the goal, and hear while it works? */

export interface PlanOptions {
  /**
   * Work after which the planner stops proving, takes the first safe plan that it finds and calls it `best-found`. A unit
   * is the same everywhere (the table of one group at one hop), so that the same input gives the same plan.
   */
  readonly budget?: number;
  /** Planning ends with `PlanningStopped` once this is `aborted`: an `AbortSignal`, or anything like it. */
  readonly signal?: { readonly aborted: boolean };
  /** Called now and then with the work done so far, of the budget. */
  readonly onProgress?: (work: number, budget: number) => void;
}

/** Thrown where the caller's signal was aborted. Nothing is changed, and nothing is known of the plan. */
export class PlanningStopped extends Error {
  constructor() {
    super('Planning was stopped.');
    this.name = 'PlanningStopped';
  }
}
