/** What the planner says where it can neither find a plan in time nor see that there is none. */
import { expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../testing/build';
import { makeHardProblem } from '../testing/hard-problem';
import { undecidedProblem } from '../testing/undecided';
import { type Plan, PlanningStopped } from './model';
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
  const hard = makeHardProblem(3, 60, 6);
  const catalog = buildCatalog(hard.catalog);
  const inventory = buildInventory(catalog, hard.entries);
  const goal = { target: hard.target };
  const best = planUpgrade(catalog, inventory, goal);
  const hasty = planUpgrade(catalog, inventory, goal, { budget: 1 });
  expect(best).toMatchObject({ status: 'ready', optimality: 'proven' });
  expect(best).not.toHaveProperty('bound');
  expect(hasty).toMatchObject({ status: 'ready', optimality: 'best-found' });
  expect(verifyPlan(catalog, inventory, goal, hasty)).toMatchObject({ ok: true });
  // No bound is above what the best one costs.
  const firstOf = (cost: Plan['cost']) => cost?.moved[0]?.instances ?? 0;
  expect(firstOf(hasty.bound)).toBeGreaterThan(0);
  expect(firstOf(hasty.bound)).toBeLessThanOrEqual(firstOf(best.cost));
});
