/** The laws of the search for the best way with little to work with: a budget, or a problem that takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { makeHardProblem } from '../../testing/hard-problem';
import { instances } from '../../testing/instances';
import { askOracle } from '../../testing/oracle';
import { parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { PlanningStopped } from '../model';
import { planUpgrade } from '../plan-upgrade';
import { verifyPlan } from '../verification/verify-plan';
import { compareCosts, disruptionOrder } from './cost';

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
