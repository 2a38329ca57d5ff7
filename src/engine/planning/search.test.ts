/** How much work does the search take? Counted in fronts, which is the same on every machine. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { makeHardProblem } from '../../testing/hard-problem';
import { releaseLine } from '../compatibility/release-line';
import { PlanningStopped } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { buildFleet } from './build-fleet';
import { compareCosts, disruptionOrder } from './cost';
import { findFloor } from './floor';
import { Fronts } from './fronts';
import { findRoutes } from './search';
import { buildServerGraph } from './server-graph';

/** Four components whose ranges rise at their own pace, sixty releases, six entries of each. */
function hardQuestion() {
  const hard = makeHardProblem(4, 60, 6);
  const catalog = buildCatalog(hard.catalog);
  const inventory = buildInventory(catalog, hard.entries);
  const goal = requireGoal({ target: hard.target }, catalog, inventory);
  const graph = buildServerGraph(releaseLine(catalog, 'server'), '1.0.0', goal, {});
  if (graph === undefined) throw new Error('there is a way of the server');
  const order = disruptionOrder(catalog, goal);
  return { fleet: buildFleet(catalog, inventory, goal, graph, order), order };
}

const BEST = [57, 42, 42, 21, 3, 50];
/** More than the search ever takes here: no floor is looked for. */
const NO_FLOOR = 1_000_000;

describe('a hard problem', () => {
  const question = hardQuestion();
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
