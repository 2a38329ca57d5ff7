/**
 * Is there a safe plan, and which is the best one?
 *
 * The pipeline of planning: the server's hops, what the consumers may do, the way of least cost, what each consumer does
 * along it, the steps in order.
 */
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Inventory, ParsedGoal } from '../model';
import { compareVersions } from '../model';
import { type Cost, disruptionOrder } from './cost';
import { buildFleet } from './fleet';
import { findRoute } from './search';
import { buildServerGraph } from './server-graph';
import { buildSteps, type PlannedStep } from './stages';
import { builtByStop, followRoute } from './trajectory';

export interface Solution {
  readonly steps: readonly PlannedStep[];
  readonly cost: Cost;
  readonly isProven: boolean;
}

/** `undefined` where no safe plan exists. */
export function solve(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): Solution | undefined {
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
  const route = findRoute(fleet, order);
  if (route === undefined) return undefined;
  const built = builtByStop(fleet, route);
  const trajectories = fleet.groups.map((group) => followRoute(group, route, built));
  return {
    steps: buildSteps(fleet, route, trajectories, order),
    cost: route.cost,
    isProven: route.isProven,
  };
}
