/** What is a checklist made of? */
import type { AnsweredPlan } from '../../formats/answered-plan';
import type { Parameters } from '../../formats/placeholder-values';
import type { CatalogMark } from '../../formats/plan-file';
import type { PlanProgress } from '../../formats/plan-progress';

export interface PrintedPlan extends Omit<AnsweredPlan, 'states'> {
  /** Values for the commands. */
  readonly parameters: Parameters;
  /** What is done already: its boxes are ticked. */
  readonly progress: PlanProgress;
  readonly mark: CatalogMark;
  /** Stands in the margin of every page. */
  readonly title: string;
  /** What the plan is saved as, and SHA-256 of that. */
  readonly file: { readonly name: string; readonly digest: string };
  /** `2026-11-24` */
  readonly printedOn: string;
}
