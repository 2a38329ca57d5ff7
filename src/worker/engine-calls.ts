/** What can the engine be asked from the page? Plain data there and back. */
import type { GoingBack } from '../engine/assessment/going-back';
import type { ReachedRelease } from '../engine/assessment/reach';
import type { TracedState } from '../engine/assessment/trace-plan';
import type { Catalog } from '../engine/model/catalog';
import type { ParsedGoal } from '../engine/model/goal';
import type { Inventory } from '../engine/model/inventory';
import type { Plan } from '../engine/model/plan';
import type { Verification } from '../engine/verification/verify-plan';

export interface PlanAnswer {
  readonly plan: Plan;
  readonly verification: Verification;
  /** The state now, and the one after each stage. */
  readonly states: readonly TracedState[];
  readonly back: GoingBack;
}

export interface EngineCalls {
  /** Keeps a catalog under its digest, for the calls that follow. */
  keepCatalog(digest: string, catalog: Catalog): void;
  /** `onProgress` hears of the work done so far, of the most that it can be; of a short search nothing. */
  plan(
    digest: string,
    inventory: Inventory,
    goal: ParsedGoal,
    onProgress: (work: number, budget: number) => void,
  ): PlanAnswer;
  reach(digest: string, inventory: Inventory, goal: Omit<ParsedGoal, 'target'>): readonly ReachedRelease[];
}
