/** Which values do the commands of a plan need that are filled in once for all of it? */
import { placeholdersOf } from '../engine/explanation/fill-command';
import { proceduresForStep } from '../engine/explanation/procedure-for-step';
import { textsOfAction } from '../engine/explanation/texts-of-action';
import type { Catalog, Inventory, Plan, Step } from '../engine/model';

export interface PlanParameter {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** What holds where nothing is said; absent: it stays open. */
  readonly default?: string;
}

/**
 * Parameters of the catalog that some step of the plan names, in the order of their first use. Left out are those that are
 * other ones at each step, and those that the catalog knows for every release that a step with them leads to.
 */
export function parametersOfPlan(
  catalog: Catalog,
  inventory: Pick<Inventory, 'facts'>,
  plan: Pick<Plan, 'steps'>,
): PlanParameter[] {
  const seen = new Set<string>();
  const found = new Map<string, PlanParameter>();
  const add = (step: Step) => {
    for (const { procedure } of proceduresForStep(catalog, inventory, step)) {
      for (const id of procedure.actions.flatMap(textsOfAction).flatMap(({ text }) => placeholdersOf(text))) {
        const parameter = Object.hasOwn(catalog.parameters, id) ? catalog.parameters[id] : undefined;
        if (parameter === undefined || parameter.perStep === true || found.has(id)) continue;
        if (parameter.byRelease?.[step.to] !== undefined) continue;
        const { name, description, default: fallback } = parameter;
        found.set(id, {
          id,
          name,
          ...(description !== undefined && { description }),
          ...(fallback !== undefined && { default: fallback }),
        });
      }
    }
  };
  for (const step of plan.steps) {
    // Equal moves have equal procedures.
    const move = JSON.stringify([step.component, step.from, step.to]);
    if (seen.has(move)) continue;
    seen.add(move);
    add(step);
  }
  return [...found.values()];
}
