/** What the planner says where it can neither find a plan in time nor see that there is none. */
import { expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../testing/build';
import { undecidedProblem } from '../testing/undecided';
import { PlanningStopped } from './model';
import { planUpgrade } from './plan-upgrade';

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
