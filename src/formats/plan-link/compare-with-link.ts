/** Is the plan that a link was made of still the plan? */
import type { Plan } from '../../engine/model';
import type { LinkContent, LinkedStep } from './link-content';

export interface LinkComparison {
  readonly isSameCatalog: boolean;
  readonly isSamePlan: boolean;
  /** When the catalog of the link was brought up to date, as it says itself. */
  readonly catalogUpdated: string;
  /** How the plan was, where it is another one now. */
  readonly status: Plan['status'];
  readonly steps: readonly LinkedStep[];
}

function isSameStep(a: LinkedStep | undefined, b: LinkedStep): boolean {
  return a?.entry === b.entry && a.to === b.to && a.stage === b.stage;
}

/** `plan` is what comes now of the inventory and the goal of the link, with the catalog of `digest`. */
export function compareWithLink(
  { catalog, plan: then }: Pick<LinkContent, 'catalog' | 'plan'>,
  digest: string,
  plan: Pick<Plan, 'status' | 'steps'>,
): LinkComparison {
  const isSamePlan =
    then.status === plan.status &&
    then.steps.length === plan.steps.length &&
    plan.steps.every((step, i) => isSameStep(then.steps[i], step));
  return {
    isSameCatalog: catalog.digest === digest,
    isSamePlan,
    catalogUpdated: catalog.updated,
    status: then.status,
    steps: then.steps,
  };
}
