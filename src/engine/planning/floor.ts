/**
 * What do the most disruptive components cost at least, where they share one way of the server?
 *
 * The first component alone, then the first two together, and so on: each search is over fewer groups than the whole, and
 * what it finds lifts the bounds of the next (decomposition in the order of cost). That builders have to be waited for
 * (rule 6) is left out, and so is everything that comes later in the order, so no plan costs less.
 */
import { type Arrival, Bound } from './bound';
import { type Cost, compareCosts } from './cost';
import type { Fleet } from './fleet';
import { DEAD, type Fronts, hopAll } from './fronts';
import { PriorityQueue } from './priority-queue';
import type { Report } from './report';

interface Branch {
  readonly arrival: Arrival;
  readonly bound: Cost;
  readonly isFinished: boolean;
}

export interface Floor {
  readonly cost: Cost;
  /** Fronts worked out for it. */
  readonly work: number;
}

/** Where no branch is left there is no plan: `undefined`. Past the budget the bound reached so far is the answer. */
function searchFloor(
  { graph }: Fleet,
  bound: Bound,
  fronts: readonly Fronts[],
  budget: number,
  report: Report,
): Floor | undefined {
  const target = graph.versions.length - 1;
  const queue = new PriorityQueue<Branch>(
    (a, b) =>
      compareCosts(a.bound, b.bound) ||
      Number(b.isFinished) - Number(a.isFinished) ||
      b.arrival.server - a.arrival.server,
  );
  const push = (arrival: Arrival, isFinished: boolean) => {
    const cost = isFinished ? bound.ofFinished(arrival) : bound.of(arrival);
    if (cost !== undefined) queue.push({ arrival, bound: cost, isFinished });
  };
  const settled: Arrival[][] = graph.versions.map(() => []);
  let work = 0;
  push({ server: 0, hops: 0, fronts: fronts.map((of) => of.start()) }, false);
  for (let branch = queue.pop(); branch !== undefined; branch = queue.pop()) {
    const { arrival, bound: cost, isFinished } = branch;
    if (isFinished || work > budget) return { cost, work };
    const { server, hops } = arrival;
    const others = settled[server] ?? [];
    work += others.length;
    if (others.some((other) => bound.compareArrivals(other, arrival) <= 0)) continue;
    others.push(arrival);
    const after = fronts.map((of, i) =>
      of.afterMoves(arrival.fronts[i] ?? DEAD, server, of.group.versions.length),
    );
    if (server === target) push({ ...arrival, fronts: after }, true);
    for (const to of graph.hops[server] ?? []) {
      const arriving = hopAll(fronts, after, server, to);
      if (arriving !== undefined) push({ server: to, hops: hops + 1, fronts: arriving }, false);
    }
    work += fronts.length * ((graph.hops[server]?.length ?? 0) + 1);
    report(work);
  }
  return undefined;
}

/** What one component may take of the budget, and all together: the rest is for the search itself. */
const SHARE_OF_ONE = 1 / 10;
const SHARE_OF_ALL = 1 / 2;

/**
 * `undefined` where there is no plan at all. `budget`: fronts that may be worked out for this and what follows it; where
 * a part of it is spent, what is known by then is the floor. `report` hears of
 * the work now and then, and may throw to end it.
 */
export function findFloor(
  fleet: Fleet,
  order: readonly string[],
  fronts: readonly Fronts[],
  budget: number,
  report: Report,
): Floor | undefined {
  const moving = new Set([fleet.server, ...fleet.groups].map(({ component }) => component));
  const stages = order.flatMap((component, i) => (moving.has(component) ? [i + 1] : [])).slice(0, -1);
  let floor: Floor = { cost: [], work: 0 };
  for (const counted of stages) {
    if (floor.work > budget * SHARE_OF_ALL) break;
    const included = new Set(order.slice(0, counted));
    const part = fronts.filter((of) => included.has(of.group.component));
    const bound = new Bound(fleet, order, part, { counted, floor: floor.cost });
    const found = searchFloor(fleet, bound, part, budget * SHARE_OF_ONE, (work) => report(floor.work + work));
    if (found === undefined) return undefined;
    floor = { cost: found.cost, work: floor.work + found.work };
  }
  return floor;
}
