/** How much work does the search take? Counted in fronts, which is the same on every machine. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { makeHardProblem } from '../../testing/hard-problem';
import { releaseLine } from '../compatibility/release-line';
import { PlanningStopped } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { planUpgrade } from '../plan-upgrade';
import { verifyPlan } from '../verification/verify-plan';
import { buildFleet } from './build-fleet';
import { compareCosts, disruptionOrder } from './cost';
import { findFloor } from './floor';
import { Fronts } from './fronts';
import { findRoutes } from './search';
import { buildServerGraph } from './server-graph';

interface Shape {
  readonly components: number;
  readonly releases: number;
  /** Of each component. */
  readonly entries: number;
  /** What the catalog of a hard problem is to have otherwise. */
  readonly catalog?: (catalog: Draft) => Draft;
  readonly servers?: number;
}

function questionOf({ components, releases, entries, catalog: change = (same) => same, servers = 1 }: Shape) {
  const hard = makeHardProblem(components, releases, entries);
  const catalog = buildCatalog(change(hard.catalog));
  const drafts = hard.entries.map((entry, i) => (i === 0 ? { ...entry, count: servers } : entry));
  const inventory = buildInventory(catalog, drafts);
  const goal = requireGoal({ target: hard.target }, catalog, inventory);
  const graph = buildServerGraph(releaseLine(catalog, 'server'), '1.0.0', goal, {});
  if (graph === undefined) throw new Error('there is a way of the server');
  const order = disruptionOrder(catalog, goal);
  return { fleet: buildFleet(catalog, inventory, goal, graph, order), order };
}

/** Four components whose ranges rise at their own pace, sixty releases, six entries of each. */
const HARD: Shape = { components: 4, releases: 60, entries: 6 };

const BEST = [57, 42, 42, 21, 3, 50];
/** More than the search ever takes here: no floor is looked for. */
const NO_FLOOR = 1_000_000;

describe('a hard problem', () => {
  const question = questionOf(HARD);
  const routeWithin = (budget: number, easyBudget: number) => {
    const [route] = findRoutes(question.fleet, question.order, { budget }, easyBudget) ?? [];
    if (route === undefined) throw new Error('there is a plan');
    return route;
  };

  it.each([
    ['without a floor', 441, NO_FLOOR],
    ['with a floor', 1538, 0],
  ])('is proven %s within this much work, and not with less', (_, enough, easyBudget) => {
    const proven = routeWithin(enough, easyBudget);
    expect(proven.cost).toEqual(BEST);
    expect(proven.bound).toEqual(BEST);
    const hasty = routeWithin(enough - 1, easyBudget);
    expect(compareCosts(hasty.bound, hasty.cost)).toBeLessThan(0);
    expect(compareCosts(hasty.bound, BEST)).toBeLessThanOrEqual(0);
    expect(compareCosts(BEST, hasty.cost)).toBeLessThanOrEqual(0);
  });

  it('is the same where the budget is what most plans are found within', () => {
    expect(routeWithin(20, 20)).toEqual(routeWithin(20, NO_FLOOR));
    expect(routeWithin(441, 441)).toEqual(routeWithin(441, NO_FLOOR));
  });

  it('gets to some plan at once where there is next to no budget', () => {
    for (const budget of [0, 1, 20]) {
      const { way, cost } = routeWithin(budget, NO_FLOOR);
      expect(way[0]).toBe(0);
      expect(way.at(-1)).toBe(question.fleet.graph.versions.length - 1);
      expect(compareCosts(BEST, cost)).toBeLessThanOrEqual(0);
    }
  });

  it('has a floor of what all but the last component costs, found with this much work', () => {
    const { fleet, order } = question;
    const fronts = fleet.groups.map((group) => new Fronts(group, fleet.graph.versions.length));
    const reports: number[] = [];
    const floor = findFloor(fleet, order, fronts, Number.POSITIVE_INFINITY, (work) => reports.push(work));
    expect(floor).toEqual({ cost: [...BEST.slice(0, 4), 0, 0], work: 2202 });
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
    expect(reports.at(-1)).toBeLessThanOrEqual(2202);
    const hasty = findFloor(fleet, order, fronts, 50, () => {});
    expect(hasty?.work).toBeLessThan(2202);
    expect(compareCosts(hasty?.cost ?? [], BEST)).toBeLessThanOrEqual(0);
  });

  it('is not begun where it is told to stop before', () => {
    const { fleet, order } = question;
    expect(() => findRoutes(fleet, order, { signal: { aborted: true } })).toThrow(PlanningStopped);
  });
});

describe('a hard problem with the server in the midst of the order, three of it', () => {
  const { fleet, order } = questionOf({
    ...HARD,
    servers: 3,
    catalog: (same) => ({ ...same, disruption: ['of-c', 'of-d', 'server', 'of-a', 'of-b'] }),
  });
  const best = [42, 21, 9, 57, 42, 50];

  it.each([
    ['without a floor', 441, NO_FLOOR],
    ['with a floor', 1392, 0],
  ])('is proven %s within this much work, and not with less', (_, enough, easyBudget) => {
    const [proven] = findRoutes(fleet, order, { budget: enough }, easyBudget) ?? [];
    expect(proven).toMatchObject({ cost: best, bound: best });
    const [hasty] = findRoutes(fleet, order, { budget: enough - 1 }, easyBudget) ?? [];
    expect(compareCosts(hasty?.bound ?? [], hasty?.cost ?? [])).toBeLessThan(0);
  });

  it('has a floor of what all but the last component costs, found with this much work', () => {
    const fronts = fleet.groups.map((group) => new Fronts(group, fleet.graph.versions.length));
    const floor = findFloor(fleet, order, fronts, Number.POSITIVE_INFINITY, () => {});
    expect(floor).toEqual({ cost: [...best.slice(0, 4), 0, 0], work: 1680 });
  });
});

describe('a hard problem where some wait to be built', () => {
  const { fleet, order } = questionOf({
    components: 3,
    releases: 30,
    entries: 3,
    catalog: ({ components, ...same }) => {
      const parts = components as Record<string, Draft>;
      return {
        ...same,
        components: { ...parts, 'of-a': { ...parts['of-a'], builtWith: ['of-b'] } },
        disruption: ['of-a', 'of-c', 'server', 'of-b'],
      };
    },
  });

  it('is proven within this much work, and not with less', () => {
    const best = [6, 6, 2, 5, 10];
    const [proven] = findRoutes(fleet, order, { budget: 630 }, NO_FLOOR) ?? [];
    expect(proven).toMatchObject({ cost: best, bound: best });
    const [hasty] = findRoutes(fleet, order, { budget: 629 }, NO_FLOOR) ?? [];
    expect(compareCosts(hasty?.bound ?? [], hasty?.cost ?? [])).toBeLessThan(0);
  });
});

it('of ways to build that cost the same no more than 64 are compared with each other', () => {
  const versions = Array.from({ length: 80 }, (_, i) => `1.${i}.0`);
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
    },
    // Each client works with other servers than the next one: no release of it stands for another.
    incidents: versions.slice(1).map((version, i) => ({
      id: `client-${version}`,
      component: 'client',
      versions: `=${version}`,
      server: `=${versions[i]}`,
      severity: 'broken',
      summary: 'they do not talk',
      source: 'made up',
    })),
    releases: versions.map((version, i) => ({
      version,
      protocols: { api: [1, 1], mesh: i === 0 ? [1, 1] : i === 79 ? [2, 2] : [1, 2] },
    })),
  });
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    { name: 'ci', component: 'client', version: '1.0.0' },
    { name: 'web', component: 'app', version: '1.0.0' },
  ]);
  const goal = requireGoal({ target: '1.79.0' }, catalog, inventory);
  const graph = buildServerGraph(releaseLine(catalog, 'server'), '1.0.0', goal, {});
  if (graph === undefined) throw new Error('there is a way of the server');
  const order = disruptionOrder(catalog, goal);
  const routes = findRoutes(buildFleet(catalog, inventory, goal, graph, order), order) ?? [];
  expect(routes).toHaveLength(64);
  // The newest come first: none of those left out would be taken.
  expect(routes[0]?.commitments.map(({ group, at }) => group.versions[at])).toEqual(['1.79.0']);
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
    // From the start to the end: while it looks for a floor as well.
    const gaps = reports.map((work, i) => work - (reports[i - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(30_000);
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
