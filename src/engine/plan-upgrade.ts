/**
 * How does this fleet get to its target?
 *
 * The whole of it, top to bottom: check the goal, solve, explain every step, or say why there is no plan and what would
 * unblock it. Source: engine.md; shapes: docs/formats.md.
 */
import { assessPair, partyAt } from './compatibility/assess-pair';
import { serverEntryOf } from './compatibility/server-entry';
import { explainSteps } from './explanation/explain-steps';
import { findCauses } from './explanation/find-causes';
import { findOpenFacts } from './explanation/find-open-facts';
import { findUnblocking } from './explanation/find-unblocking';
import type { Catalog, Goal, Inventory, Plan, PlanOptions, Version } from './model';
import { PLAN_FORMAT } from './model';
import { requireGoal } from './parsing/parse-goal';
import { compareCosts, disruptionOrder, nameCost } from './planning/cost';
import { NOT_FOUND, solve } from './planning/solve';

/** Standard: every consumer, as it is, is compatible with every server version visited. */
function kindOf(catalog: Catalog, inventory: Inventory, visited: readonly Version[]): Plan['kind'] {
  const server = serverEntryOf(catalog, inventory);
  const isStandard = inventory.entries.every(
    (entry) =>
      entry === server ||
      visited.every((version) => {
        const pair = assessPair(catalog, partyAt(entry), partyAt(server, version), inventory.facts);
        return pair.status === 'compatible';
      }),
  );
  return isStandard ? 'standard' : 'backwards-incompatible';
}

/**
 * A safe plan of least cost, `done` where nothing has to be done, or `blocked` with causes. Catalog and inventory as
 * parseCatalog and parseInventory return them. Throws `UnusableInput` for goals that parseGoal refuses, `PlanningStopped`
 * where the signal says so, nothing else.
 */
export function planUpgrade(
  catalog: Catalog,
  inventory: Inventory,
  goal: Goal,
  options: PlanOptions = {},
): Plan {
  const wanted = requireGoal(goal, catalog, inventory);
  const server = serverEntryOf(catalog, inventory);
  const solution = solve(catalog, inventory, wanted, options);
  // Progress is of the search itself; what is asked afterwards is small.
  const { onProgress: _, ...quiet } = options;

  if (solution === NOT_FOUND) {
    return {
      format: PLAN_FORMAT,
      status: 'blocked',
      kind: kindOf(catalog, inventory, [server.version, wanted.target]),
      optimality: 'best-found',
      steps: [],
      causes: [{ code: 'not-found' }],
      unblock: [],
      unblockSearch: 'cut-short',
    };
  }
  const openFacts = findOpenFacts(catalog, inventory, wanted, solution, quiet);

  if (solution === undefined) {
    const found = findCauses(catalog, inventory, wanted, quiet);
    const { unblock, search } = findUnblocking(catalog, inventory, wanted, found, quiet);
    return {
      format: PLAN_FORMAT,
      status: 'blocked',
      kind: kindOf(catalog, inventory, [server.version, wanted.target]),
      optimality: 'proven',
      steps: [],
      causes: found.causes,
      unblock,
      unblockSearch: search,
      alsoBlocking: [...found.alsoBlocking],
      openFacts,
    };
  }

  const steps = explainSteps(catalog, inventory, wanted, solution.steps);
  const stops = steps.flatMap((step) => (step.entry === server.name ? [step.to] : []));
  const order = disruptionOrder(catalog, wanted);
  const isProven = compareCosts(solution.cost, solution.bound) === 0;
  return {
    format: PLAN_FORMAT,
    status: steps.length === 0 ? 'done' : 'ready',
    kind: solution.isFleetAtRest ? 'standard' : kindOf(catalog, inventory, [server.version, ...stops]),
    optimality: isProven ? 'proven' : 'best-found',
    steps,
    causes: [],
    unblock: [],
    cost: nameCost(solution.cost, order),
    ...(!isProven && { bound: nameCost(solution.bound, order) }),
    openFacts,
  };
}
