/** What was worked out for an inventory and a goal, with these: whoever shows it never mixes two inputs. */
import type { GoingBack } from '../engine/assessment/going-back';
import type { TracedState } from '../engine/assessment/trace-plan';
import type { Catalog, Inventory, ParsedGoal, Plan } from '../engine/model';
import type { Verification } from '../engine/verification/verify-plan';

export interface AnsweredPlan {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly plan: Plan;
  readonly verification: Verification;
  /** The state now, and the one after each stage. */
  readonly states: readonly TracedState[];
  readonly back: GoingBack;
}
