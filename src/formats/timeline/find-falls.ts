/** What would break without each step? As the plan's reasons have it: nothing is worked out anew. */
import type { Catalog } from '../../engine/model/catalog';
import type { Plan, Step } from '../../engine/model/plan';
import type { Fall } from './layout';

function whereItBreaks(catalog: Catalog, plan: Plan, step: Step) {
  const { reason } = step;
  switch (reason?.code) {
    case 'keep-compatible':
      return { entry: step.entry, stage: reason.stage, clash: reason.clash };
    case 'mend':
      return { entry: step.entry, stage: step.stage, clash: reason.clash };
    case 'bridge': {
      const next = plan.steps.find(
        ({ component, to, stage }) =>
          catalog.components[component]?.role === 'server' && to === reason.next && stage > step.stage,
      );
      return next && { entry: reason.entry, stage: next.stage, clash: reason.clash };
    }
    default:
      return undefined;
  }
}

/** By the index of the step; `stages` are those of the columns. */
export function findFalls(catalog: Catalog, plan: Plan, stages: readonly number[]): Map<number, Fall> {
  const columns = new Map(stages.map((stage, column) => [stage, column]));
  const falls = new Map<number, Fall>();
  for (const [index, step] of plan.steps.entries()) {
    const found = whereItBreaks(catalog, plan, step);
    const column = found && columns.get(found.stage);
    if (found === undefined || column === undefined) continue;
    const { entry, clash } = found;
    const isBridge = step.reason?.code === 'bridge';
    falls.set(index, { step: index, entry, isBridge, column, ...(clash.kind === 'protocol' && { clash }) });
  }
  return falls;
}
