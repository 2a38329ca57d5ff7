/** The laws of stages: no more of them than are needed, and in each what hurts least first. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { orderOf } from '../../testing/oracle';
import { parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { planUpgrade } from '../plan-upgrade';
import { verifyPlan } from '../verification/verify-plan';

it('no two stages of consumers could be one, and each lists what hurts least first, then by name', () => {
  fc.assert(
    fc.property(instances, (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      const plan = planUpgrade(catalog, inventory, goal);
      const order = orderOf(catalog, goal);
      const server = inventory.entries[0]?.name;
      const last = plan.steps.at(-1)?.stage ?? 0;
      const stages = Array.from({ length: last }, (_, i) =>
        plan.steps.filter(({ stage }) => stage === i + 1),
      );
      expect(stages.flat()).toEqual(plan.steps);
      for (const [i, steps] of stages.entries()) {
        const listed = steps.map(({ component, entry }) => [order.indexOf(component), entry] as const);
        expect(listed).toEqual(listed.toSorted(([a, x], [b, y]) => b - a || (x < y ? -1 : 1)));
        const next = stages[i + 1];
        if (next === undefined || [...steps, ...next].some(({ entry }) => entry === server)) continue;
        const merged = plan.steps.map((step) =>
          step.stage > i + 1 ? { ...step, stage: step.stage - 1 } : step,
        );
        expect(verifyPlan(catalog, inventory, goal, { ...plan, steps: merged }).ok).toBe(false);
      }
    }),
    { numRuns: RUNS },
  );
});
