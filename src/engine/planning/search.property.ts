/** The laws of the search for the best way, whatever it is given to work with. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { makeHardProblem } from '../../testing/hard-problem';
import { instances } from '../../testing/instances';
import { askOracle } from '../../testing/oracle';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import { PlanningStopped } from '../model';
import { planUpgrade } from '../plan-upgrade';
import { verifyPlan } from '../verification/verify-plan';
import { buildFleet } from './build-fleet';
import { compareCosts, disruptionOrder } from './cost';
import { findRoutes } from './search';
import { buildServerGraph } from './server-graph';

/** What the search is asked, where the server has any way at all. */
function questionOf({ catalog, inventory, goal }: ParsedInstance) {
  const server = serverEntryOf(catalog, inventory);
  const line = releaseLine(catalog, server.component);
  const graph = buildServerGraph(line, server.version, goal, inventory.facts);
  if (graph === undefined || server.pinned !== undefined) return undefined;
  const order = disruptionOrder(catalog, goal);
  return { fleet: buildFleet(catalog, inventory, goal, graph, order), order };
}

describe('findRoutes', () => {
  it('finds the same, whether it looks for a floor first or not', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const question = questionOf(parseInstance(instance));
        if (question === undefined) return;
        const { fleet, order } = question;
        expect(findRoutes(fleet, order, {}, 0)).toEqual(findRoutes(fleet, order));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a plan made within a budget', () => {
  it('is safe, and its bound holds for the best one', () => {
    fc.assert(
      fc.property(instances, fc.integer({ min: 0, max: 40 }), (instance, budget) => {
        const { catalog, inventory, goal } = parseInstance(instance);
        const plan = planUpgrade(catalog, inventory, goal, { budget });
        const best = askOracle(catalog, inventory, goal);
        expect(plan.status).toBe(best.status);
        if (plan.status === 'blocked') return;
        expect(verifyPlan(catalog, inventory, goal, plan)).toMatchObject({ ok: true });
        const order = disruptionOrder(catalog, goal);
        const vectorOf = ({ moved, steps }: NonNullable<typeof plan.cost>) => [
          ...order.map((id) => moved.find(({ component }) => component === id)?.instances ?? 0),
          steps,
        ];
        expect(plan.cost).toBeDefined();
        const cost = vectorOf(plan.cost ?? { moved: [], steps: 0 });
        expect(compareCosts(best.cost, cost)).toBeLessThanOrEqual(0);
        if (plan.optimality === 'proven') {
          expect(cost).toEqual(best.cost);
        } else {
          expect(plan.bound).toBeDefined();
          expect(
            compareCosts(vectorOf(plan.bound ?? { moved: [], steps: 0 }), best.cost),
          ).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a plan that takes long', () => {
  const hard = makeHardProblem(4, 100, 10);
  const catalog = buildCatalog(hard.catalog);
  const inventory = buildInventory(catalog, hard.entries);
  const goal = { target: hard.target };

  it('is proven, or has a bound below its cost where the budget is not enough for that', () => {
    expect(planUpgrade(catalog, inventory, goal)).toMatchObject({ status: 'ready', optimality: 'proven' });
    const hasty = planUpgrade(catalog, inventory, goal, { budget: 10_000 });
    expect(hasty).toMatchObject({ status: 'ready', optimality: 'best-found' });
    expect(hasty.bound).not.toEqual(hasty.cost);
    expect(verifyPlan(catalog, inventory, goal, hasty)).toMatchObject({ ok: true });
  });

  it('says how far it is, and stops when it is told to', () => {
    const reports: number[] = [];
    const budgets = new Set<number>();
    const onProgress = (work: number, budget: number) => {
      reports.push(work);
      budgets.add(budget);
    };
    const plan = planUpgrade(catalog, inventory, goal, { onProgress });
    expect(reports.length).toBeGreaterThan(2);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(budgets).toEqual(new Set([20_000_000]));
    expect(verifyPlan(catalog, inventory, goal, plan)).toMatchObject({ ok: true });

    const signal = { aborted: false };
    const stopAtOnce = () => {
      signal.aborted = true;
    };
    expect(() => planUpgrade(catalog, inventory, goal, { signal, onProgress: stopAtOnce })).toThrow(
      PlanningStopped,
    );
    expect(() => planUpgrade(catalog, inventory, goal, { signal })).toThrow(PlanningStopped);
  });
});
