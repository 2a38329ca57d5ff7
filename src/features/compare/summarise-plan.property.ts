/** The laws of comparing: what is counted from the steps is what the plan says that it costs, and nobody is lost on the way. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goingBack, planUpgrade, tracePlan, verifyPlan } from '../../engine';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { summarisePlan } from './summarise-plan';

it('counts what the plan says that it costs, and where everything ends', () => {
  fc.assert(
    fc.property(instances, (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      const plan = planUpgrade(catalog, inventory, goal);
      const back = goingBack(catalog, inventory, plan);
      const states = tracePlan(catalog, inventory, plan);
      const verification = verifyPlan(catalog, inventory, goal, plan);
      const summary = summarisePlan({ catalog, inventory, goal, plan, verification, states, back });
      expect(new Map(plan.cost?.moved.map(({ component, instances: count }) => [component, count]))).toEqual(
        summary.moved,
      );
      if (plan.cost !== undefined) expect(summary.steps).toBe(plan.cost.steps);

      // Everybody ends somewhere: who moves at the last version of its steps, all others where they are.
      const last = new Map(inventory.entries.map(({ name, version }) => [name, version]));
      for (const { entry, to } of plan.steps) last.set(entry, to);
      for (const { name, version } of inventory.entries) {
        expect(summary.movers.find(({ entry }) => entry === name)?.to ?? version).toBe(last.get(name));
      }
      for (const component of Object.keys(catalog.components)) {
        const of = inventory.entries.filter((entry) => entry.component === component);
        const ends = summary.ends.get(component) ?? new Map();
        for (const version of new Set(of.map(({ name }) => last.get(name) ?? ''))) {
          const there = of.filter(({ name }) => last.get(name) === version);
          expect(ends.get(version)).toBe(there.reduce((sum, { count }) => sum + count, 0));
        }
        expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(
          of.reduce((sum, { count }) => sum + count, 0),
        );
      }
      if (!goal.allowSkips) expect(summary.skips).toEqual([]);
    }),
    { numRuns: fewerRuns(5) },
  );
});
