/**
 * What does a plan cost, and which of two costs is lower?
 *
 * Costs compare lexicographically: first, for each component in the order of disruption, the instances moved; last the
 * number of steps (engine.md, Best plans).
 */
import type { Catalog, ParsedGoal, PlanCost } from '../model';

/** Instances moved by component in the order of disruption, then the number of steps. */
export type Cost = readonly number[];

/** The goal's order, then the catalog's, then the components that neither names, as the catalog lists them. */
export function disruptionOrder(catalog: Catalog, goal: Pick<ParsedGoal, 'disruption'>): string[] {
  return [
    ...new Set([...(goal.disruption ?? []), ...catalog.disruption, ...Object.keys(catalog.components)]),
  ];
}

export function compareCosts(a: Cost, b: Cost): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The cost as plans carry it. `order` is the order of disruption. */
export function nameCost(cost: Cost, order: readonly string[]): PlanCost {
  const moved = order.flatMap((component, i) => {
    const instances = cost[i] ?? 0;
    return instances === 0 ? [] : [{ component, instances }];
  });
  return { moved, steps: cost.at(-1) ?? 0 };
}
