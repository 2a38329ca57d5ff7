/** What the engine is asked: it follows from the inputs, what was read of them, and the catalog. */
import type { QueryClient } from '@tanstack/react-query';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { Inventory } from '../engine/model/inventory';
import type { Problem } from '../engine/model/problem';
import { parseGoal } from '../engine/parsing/parse-goal';
import type { SessionInputs } from '../session/inputs';
import { readDraft, readGoal } from '../session/read-draft';
import { planQuery } from './engine-queries';

/** The inputs that what is asked follows from. */
export type AskedInputs = Pick<SessionInputs, 'rows' | 'facts' | 'inventoryName' | 'goal'>;

const NO_PROBLEMS: readonly Problem[] = [];

function withoutTarget<G extends { target: string }>({ target: _, ...others }: G): Omit<G, 'target'> {
  return others;
}

/** `inventory` is absent while something is wrong with it; then nothing can be asked. */
export function questionsOf(
  loaded: LoadedCatalog,
  inputs: Pick<SessionInputs, 'rows' | 'goal'>,
  inventory: Inventory | undefined,
) {
  const { catalog } = loaded;
  const wishes = readGoal(inputs);
  if (inventory === undefined) {
    return { wishes, toPlan: undefined, toReach: undefined, problems: NO_PROBLEMS };
  }
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  const { target, ...others } = wishes;
  const forReach = parseGoal({ ...others, target: server?.version }, catalog, inventory);
  const forPlan = target === undefined ? undefined : parseGoal(wishes, catalog, inventory);
  const refused = forPlan ?? forReach;
  return {
    wishes,
    toPlan: forPlan?.ok === true ? { loaded, inventory, goal: forPlan.value } : undefined,
    toReach: forReach.ok ? { loaded, inventory, goal: withoutTarget(forReach.value) } : undefined,
    problems: refused.ok ? NO_PROBLEMS : refused.problems,
  };
}

/** Asks for the plan of these inputs, before anything that is drawn does. */
export function askForPlan(client: QueryClient, loaded: LoadedCatalog, inputs: AskedInputs): void {
  const { whole } = readDraft(inputs, loaded.catalog);
  const { toPlan } = questionsOf(loaded, inputs, whole?.inventory);
  if (toPlan !== undefined) void client.prefetchQuery(planQuery(toPlan));
}
