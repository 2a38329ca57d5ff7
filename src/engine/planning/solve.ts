/**
 * Is there a safe plan, and which is the best one?
 *
 * The pipeline of planning: the server's hops, what the consumers may do, the way of least cost, what each consumer does
 * along it, the steps in order.
 */
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import { type Catalog, compareVersions, type Inventory, type ParsedGoal, type PlanOptions } from '../model';
import { buildFleet } from './build-fleet';
import { type Cost, disruptionOrder } from './cost';
import { findRoutes, type Route } from './search';
import { buildServerGraph } from './server-graph';
import { buildSteps, type PlannedStep } from './stages';
import { builtByStop, compareTrajectories, followRoute } from './trajectory';

export interface Solution {
  readonly steps: readonly PlannedStep[];
  readonly cost: Cost;
  /** No safe plan costs less; the cost itself, unless the budget was not enough to prove that. */
  readonly bound: Cost;
  /** Whether no consumer could ever have to move: each works with every server version within reach. */
  readonly isFleetAtRest: boolean;
}

/** Negative where the builders of `a` may wait longer: what need not be done before the server is done after it. */
function compareLateness(a: Route, b: Route): number {
  for (const [i, { stop }] of a.commitments.entries()) {
    const difference = (b.commitments[i]?.stop ?? stop) - stop;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The budget ended before a plan was found, or it was seen that there is none. */
export const NOT_FOUND = 'not-found';

/** `undefined` where no safe plan exists. */
export function solve(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  options: PlanOptions = {},
): Solution | typeof NOT_FOUND | undefined {
  const server = serverEntryOf(catalog, inventory);
  if (server.pinned !== undefined && compareVersions(server.version, goal.target) !== 0) return undefined;
  const graph = buildServerGraph(
    releaseLine(catalog, server.component),
    server.version,
    goal,
    inventory.facts,
  );
  if (graph === undefined) return undefined;
  const order = disruptionOrder(catalog, goal);
  const fleet = buildFleet(catalog, inventory, goal, graph, order);
  const routes = findRoutes(fleet, order, options);
  if (routes === undefined) return NOT_FOUND;
  const candidates = routes.map((route) => {
    const built = builtByStop(fleet, route);
    const trajectories = fleet.groups.map((group) => followRoute(group, route, built));
    return { route, trajectories, steps: buildSteps(fleet, route, trajectories, order) };
  });
  candidates.sort(
    (a, b) =>
      compareTrajectories(a.trajectories, b.trajectories) ||
      (a.steps.at(-1)?.stage ?? 0) - (b.steps.at(-1)?.stage ?? 0) ||
      compareLateness(a.route, b.route),
  );
  const [best] = candidates;
  return (
    best && {
      steps: best.steps,
      cost: best.route.cost,
      bound: best.route.bound,
      isFleetAtRest: fleet.groups.length === 0,
    }
  );
}
