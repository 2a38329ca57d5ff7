/** The law of the search for the best way within a budget. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { askOracle } from '../../testing/oracle';
import { parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
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
