/** Is the plan that a link was made of still the plan? */
import type { Plan } from '../../engine/model';
import type { CatalogMark } from '../plan-file';
import type { LinkContent, LinkedStep } from './link-content';

export interface LinkComparison {
  readonly isSameCatalog: boolean;
  /** `undefined` where there is no plan now. */
  readonly isSamePlan: boolean | undefined;
  /** The catalog of the link. */
  readonly catalog: CatalogMark;
  /** How the plan was. */
  readonly status: Plan['status'];
  readonly steps: readonly LinkedStep[];
}

function isSameStep(a: LinkedStep | undefined, b: LinkedStep): boolean {
  return a?.entry === b.entry && a.to === b.to && a.stage === b.stage;
}

/** `plan` is what comes now of the inventory and the goal of the link, with the catalog of `digest`; where one comes. */
export function compareWithLink(
  { catalog, plan: then }: Pick<LinkContent, 'catalog' | 'plan'>,
  digest: string,
  plan: Pick<Plan, 'status' | 'steps'> | undefined,
): LinkComparison {
  const isSamePlan =
    plan &&
    then.status === plan.status &&
    then.steps.length === plan.steps.length &&
    plan.steps.every((step, i) => isSameStep(then.steps[i], step));
  return {
    isSameCatalog: catalog.digest === digest,
    isSamePlan,
    catalog,
    status: then.status,
    steps: then.steps,
  };
}
