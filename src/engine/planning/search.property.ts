/** The laws of the search for the best way, whatever it is given to work with. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
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
  /** Ranges that rise with many exceptions, so that no bound is sharp. */
  const ids = ['a', 'b', 'c', 'd'];
  let state = 5;
  const draw = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const catalog = buildCatalog({
    protocols: Object.fromEntries(ids.map((id) => [id, { name: id }])),
    components: {
      server: { name: 'Server', role: 'server' },
      ...Object.fromEntries(ids.map((id) => [`of-${id}`, { name: id, role: 'client', speaks: [id] }])),
    },
    disruption: [...ids.map((id) => `of-${id}`), 'server'],
    releases: Array.from({ length: 100 }, (_, i) => ({
      version: `1.${i}.0`,
      protocols: Object.fromEntries(
        ids.map((id, k) => {
          const current = 3 + Math.floor(i / (5 + k)) + (draw(3) === 0 ? draw(5) - 2 : 0);
          return [id, [Math.max(1, current - 2), current]];
        }),
      ),
    })),
  });
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    ...ids.flatMap((id) =>
      Array.from({ length: 10 }, (_, i) => ({
        name: `${id}-${i}`,
        component: `of-${id}`,
        version: `1.${i}.0`,
        count: i + 1,
      })),
    ),
  ]);
  const goal = { target: '1.99.0' };

  it('is proven, or has a bound below its cost where the budget is not enough for that', () => {
    expect(planUpgrade(catalog, inventory, goal)).toMatchObject({ status: 'ready', optimality: 'proven' });
    const hasty = planUpgrade(catalog, inventory, goal, { budget: 10_000 });
    expect(hasty).toMatchObject({ status: 'ready', optimality: 'best-found' });
    expect(hasty.bound).not.toEqual(hasty.cost);
    expect(verifyPlan(catalog, inventory, goal, hasty)).toMatchObject({ ok: true });
  });

  it('says how far it is, and stops when it is told to', () => {
    const reports: number[] = [];
    const plan = planUpgrade(catalog, inventory, goal, { onProgress: (work) => reports.push(work) });
    expect(reports.length).toBeGreaterThan(2);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
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
