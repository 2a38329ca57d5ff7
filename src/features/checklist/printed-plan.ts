/** What is a checklist made of? */
import type { GoingBack } from '../../engine/assessment/going-back';
import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import type { Verification } from '../../engine/verification/verify-plan';
import type { Parameters } from '../../formats/placeholder-values';
import type { CatalogMark } from '../../formats/plan-file';

export interface PrintedPlan {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly plan: Plan;
  readonly verification: Verification;
  readonly back: GoingBack;
  /** Values for the commands. */
  readonly parameters: Parameters;
  readonly mark: CatalogMark;
  /** Stands in the margin of every page. */
  readonly title: string;
  /** What the plan is saved as, and SHA-256 of that. */
  readonly file: { readonly name: string; readonly digest: string };
  /** `2026-11-24` */
  readonly printedOn: string;
}
