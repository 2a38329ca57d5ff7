/** How much work do ways of the server take that lead to the same stops? Counted in fronts, which is the same on every machine. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { undecidedProblem } from '../../testing/undecided';
import { releaseLine } from '../compatibility/release-line';
import type { Catalog, Inventory } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { buildFleet } from './build-fleet';
import { compareCosts, disruptionOrder } from './cost';
import { findFloor } from './floor';
import { Fronts } from './fronts';
import { findRoutes } from './search';
import { buildServerGraph } from './server-graph';

/** More than the search ever takes here: no floor is looked for. */
const NO_FLOOR = 1_000_000;

interface Problem {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly target: string;
}

function questionOf({ catalog, inventory, target }: Problem) {
  const goal = requireGoal({ target }, catalog, inventory);
  const graph = buildServerGraph(releaseLine(catalog, 'server'), '1.0.0', goal, {});
  if (graph === undefined) throw new Error('there is a way of the server');
  const order = disruptionOrder(catalog, goal);
  const fleet = buildFleet(catalog, inventory, goal, graph, order);
  const routeWithin = (budget: number, easyBudget: number) =>
    findRoutes(fleet, order, { budget }, easyBudget)?.[0];
  const isProvenWithin = (budget: number, easyBudget: number) => {
    const route = routeWithin(budget, easyBudget);
    return route !== undefined && compareCosts(route.bound, route.cost) === 0;
  };
  const findFloorOf = () => {
    const fronts = fleet.groups.map((group) => new Fronts(group, fleet.graph.versions.length));
    return findFloor(fleet, order, fronts, Number.POSITIVE_INFINITY, () => {});
  };
  return { fleet, routeWithin, isProvenWithin, findFloorOf };
}

/**
 * Six times the server may go by one of two releases, or by both; which part is lost at which of them makes no difference in
 * the end. At the last two of them it does: one of two parts has to move, which each of them alone need not.
 */
function forkedProblem() {
  const protocols = { api: { name: 'API' } };
  const layers = [1, 2, 3, 4, 5, 6];
  const broken = { severity: 'broken', summary: 'do not work together', source: 'made up' };
  const lostAt = (component: string, versions: string, server: string) => ({
    id: `${component}-${server}`,
    component,
    versions,
    server,
    ...broken,
  });
  const ids = ['first', 'second', ...layers.map((layer) => `part-${layer}`)];
  const works = { api: [1, 1] };
  const catalog = buildCatalog({
    protocols,
    components: {
      server: { name: 'Server', role: 'server' },
      ...Object.fromEntries(
        ids.map((id) => [
          id,
          {
            name: id,
            role: 'agent',
            speaks: ['api'],
            releases: ['1.0.0', '2.0.0'].map((version) => ({ version, protocols: works })),
          },
        ]),
      ),
    },
    disruption: ['first', 'second', 'server'],
    incidents: [
      lostAt('first', '1.0.0', '1.7.0'),
      lostAt('second', '1.0.0', '1.7.1'),
      ...layers.flatMap((layer) => [
        lostAt(`part-${layer}`, '1.0.0', `1.${layer}.0`),
        lostAt(`part-${layer}`, '2.0.0', `1.${layer}.1`),
      ]),
    ],
    releases: [
      { version: '1.0.0', protocols: works },
      ...[...layers, 7].flatMap((layer) => [
        { version: `1.${layer}.0`, protocols: works, upgradeFrom: `~1.${layer - 1}.0` },
        { version: `1.${layer}.1`, protocols: works, upgradeFrom: `~1.${layer - 1}.0 || =1.${layer}.0` },
      ]),
      { version: '1.8.0', protocols: works, upgradeFrom: '~1.7.0' },
    ],
  });
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    ...ids.map((id) => ({ name: id, component: id, version: '1.0.0' })),
  ]);
  return { catalog, inventory, target: '1.8.0' };
}

describe('many ways that cost differently', () => {
  const question = questionOf(undecidedProblem({ layers: 6, width: 3, parts: 30 }, 1));

  it.each([
    ['without a floor', 3240, NO_FLOOR],
    ['with a floor', 7055, 0],
  ])('are proven %s within this much work, and not with less', (_, enough, easyBudget) => {
    expect(question.isProvenWithin(enough, easyBudget)).toBe(true);
    expect(question.isProvenWithin(enough - 1, easyBudget)).toBe(false);
  });

  it('have a floor that is found with this much work', () => {
    expect(question.findFloorOf()?.work).toBe(11_589);
  });
});

describe('ways that part and come together again', () => {
  const question = questionOf(forkedProblem());

  it('are gone on with once from where they meet', () => {
    const route = question.routeWithin(NO_FLOOR, NO_FLOOR);
    expect(route?.cost).toEqual([0, 1, 8, 0, 0, 0, 0, 0, 0, 9]);
    expect(route?.way.map((server) => question.fleet.graph.versions[server])).toEqual([
      '1.0.0',
      ...[1, 2, 3, 4, 5, 6, 7].map((layer) => `1.${layer}.1`),
      '1.8.0',
    ]);
    // Each of the sixty-four by itself would take seven times as much.
    expect(question.isProvenWithin(646, NO_FLOOR)).toBe(true);
    expect(question.isProvenWithin(645, NO_FLOOR)).toBe(false);
  });

  it('have a floor that is found with this much work', () => {
    expect(question.findFloorOf()).toEqual({ cost: [0, 1, 8, 0, 0, 0, 0, 0, 0, 0], work: 784 });
  });
});
