/** What the planner says where it can neither find a plan in time nor see that there is none. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../testing/build';
import { instancesOf } from '../testing/instances';
import { parseInstance } from '../testing/parse-instance';
import { fewerRuns } from '../testing/runs';
import { undecidedProblem } from '../testing/undecided';
import { PlanningStopped } from './model';
import { planUpgrade } from './plan-upgrade';
import { verifyPlan } from './verification/verify-plan';

it('neither a plan nor that there is none is claimed where the work that a search may take is not enough', () => {
  const { catalog, inventory, target } = undecidedProblem({ layers: 16, width: 3, parts: 180 }, 1);
  let last = 0;
  const budget = 300_000;
  const plan = planUpgrade(catalog, inventory, { target }, { budget, onProgress: (work) => (last = work) });
  expect(plan).toMatchObject({ status: 'blocked', optimality: 'best-found', steps: [], unblock: [] });
  expect(plan.causes).toEqual([{ code: 'not-found' }]);
  // It ends, and soon after as much work again, between one report and the next.
  expect(last).toBeGreaterThan(budget);
  expect(last).toBeLessThan(2 * budget + 20_000);
});

it('planning can be stopped while it looks at what is not answered', () => {
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' } },
    components: { server: { name: 'Server', role: 'server' } },
    facts: { sources: { question: 'Is a source set?', options: { yes: 'Yes', no: 'No' } } },
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      {
        version: '1.1.0',
        protocols: { api: [1, 1] },
        avoid: [{ reason: 'it forgets', if: { sources: ['yes'] }, source: 'made up' }],
      },
      { version: '1.2.0', protocols: { api: [1, 1] } },
    ],
  });
  const inventory = buildInventory(catalog, [{ name: 'server', component: 'server', version: '1.0.0' }]);
  const askedFor = (facts: Record<string, string>) => {
    let asked = 0;
    const signal = {
      get aborted() {
        asked += 1;
        return false;
      },
    };
    planUpgrade(catalog, { ...inventory, facts }, { target: '1.2.0' }, { signal });
    return asked;
  };
  const answered = askedFor({ sources: 'no' });
  expect(askedFor({})).toBeGreaterThan(answered);
  let asked = 0;
  const signal = {
    get aborted() {
      asked += 1;
      return asked > answered;
    },
  };
  expect(() => planUpgrade(catalog, inventory, { target: '1.2.0' }, { signal })).toThrow(PlanningStopped);
});

it('a plan of which the budget does not prove that it is best says how little any other could cost', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(instancesOf({ releases: [6, 10], entries: [3, 7] }), (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      const best = planUpgrade(catalog, inventory, goal);
      const hasty = planUpgrade(catalog, inventory, goal, { budget: 1 });
      if (hasty.status !== 'ready') return;
      kinds.set(hasty.optimality, (kinds.get(hasty.optimality) ?? 0) + 1);
      expect(verifyPlan(catalog, inventory, goal, hasty)).toMatchObject({ ok: true });
      if (hasty.optimality === 'proven') expect(hasty.cost).toEqual(best.cost);
      // What is proven needs no bound; and no bound is above the best.
      expect(hasty.bound === undefined).toBe(hasty.optimality === 'proven');
      if (hasty.bound !== undefined) expect(hasty.bound.steps).toBeLessThanOrEqual(best.steps.length);
    }),
    { numRuns: Math.max(60, fewerRuns(20)) },
  );
  expect(kinds.get('best-found')).toBeGreaterThan(0);
  expect(kinds.get('proven')).toBeGreaterThan(0);
});
