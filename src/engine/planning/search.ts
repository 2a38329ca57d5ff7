/**
 * Along which server versions does a plan of least cost go?
 *
 * A* over ways of the server. A label is a way walked so far; it keeps, for each group of consumers, its front: the least
 * number of moves with which it can be at each of its versions now. Consumers don't interfere with each other, so the
 * fronts can be kept side by side, and the sum of the best of each is exact for the way walked; what is still to come is
 * bounded from below by looking at each group alone (bound). No plan along a way costs less than its bound, so the first
 * finished label taken from the queue costs least. Among equal bounds the label whose way has the newer stops comes
 * first, so that way is also the one that the tie-break asks for.
 *
 * Consumers do interfere through rule 6: a group may wait until a builder is at a version. Such waiting is decided in the
 * open: a label may commit one builder to be at a version at this server, and only then may others be built with it
 * (building).
 */
import type { PlanOptions } from '../model';
import { type Arrival, Bound } from './bound';
import { Building, type Commitment, compareCommitments } from './building';
import { type Cost, compareCosts } from './cost';
import type { Fleet } from './fleet';
import { findFloor } from './floor';
import { DEAD, type Front, Fronts, hopAll } from './fronts';
import { PriorityQueue } from './priority-queue';
import { remember } from './remember';
import { type Report, reportTo } from './report';

export interface Route {
  /** Indices of the server versions visited, from the deployed one to the target. */
  readonly way: readonly number[];
  readonly commitments: readonly Commitment[];
  readonly cost: Cost;
  /** No plan costs less than this; the cost itself, unless the search ran out of its budget. */
  readonly bound: Cost;
}

/** A way of the server up to a stop, which shares what it has in common with other ways. */
export interface Way {
  /** Index of the version that the server is at. */
  readonly server: number;
  readonly hops: number;
  readonly before: Way | undefined;
}

/** A way with the fronts on arriving at its last stop, before any move there. */
export interface Label {
  readonly way: Way;
  /** By group. */
  readonly fronts: readonly Front[];
  readonly commitments: readonly Commitment[];
  /** By group: how many of its versions can be built by now. */
  readonly buildable: readonly number[];
  /** By component that builds: its highest version by now. */
  readonly built: ReadonlyMap<string, string>;
}

/** How a label goes on. It is made a label only when it is taken from the queue: most never are. */
interface Branch {
  readonly origin: Label;
  /** By group: the origin's fronts once the moves at its last stop are made. */
  readonly after: readonly Front[];
  readonly next: 'hop' | { readonly committed: Label } | 'finish';
  /** The origin's, or where the hop leads to. */
  readonly way: Way;
  readonly bound: Cost;
}

/** About a second's worth, the same on every machine. */
const DEFAULT_BUDGET = 20_000_000;
/** Within this most plans are found; where it takes longer, it is worth finding a floor first. */
const EASY_BUDGET = 200_000;
/** How often all hops may be walked past the budget, however small that is: most plans are found in one walk. */
const EXTRA_WALKS = 4;
/** Ways to commit builders at the same cost that are compared with each other. */
const MAX_ALTERNATIVES = 64;

/**
 * Negative where `a` has the newer stops, comparing from the first on; a way precedes those that go on from it. Walks down
 * from the ends to what both have in common.
 */
function compareWays(a: Way, b: Way): number {
  let [x, y]: [Way | undefined, Way | undefined] = [a, b];
  while (x !== undefined && x.hops > b.hops) x = x.before;
  while (y !== undefined && y.hops > a.hops) y = y.before;
  let first = 0;
  while (x !== y && x !== undefined && y !== undefined) {
    if (x.server !== y.server) first = y.server - x.server;
    x = x.before;
    y = y.before;
  }
  return first || a.hops - b.hops;
}

function stopsOf(way: Way): number[] {
  const stops: number[] = [];
  for (let stop: Way | undefined = way; stop !== undefined; stop = stop.before) stops.push(stop.server);
  return stops.reverse();
}

function arrivalOf({ way, fronts }: Label): Arrival {
  return { server: way.server, hops: way.hops, fronts };
}

class Search {
  private readonly queue = new PriorityQueue<Branch>((a, b) => this.compare(a, b));
  private readonly settled = new Map<string, Label[]>();
  private readonly keyOfBuilt = remember((built: Label['built']) => JSON.stringify([...built]));
  private readonly bound: Bound;
  private readonly building: Building;

  /** `work`: fronts worked out before. */
  constructor(
    private readonly fleet: Fleet,
    order: readonly string[],
    private readonly fronts: readonly Fronts[],
    floor: Cost = [],
    private work = 0,
  ) {
    this.bound = new Bound(fleet, order, fronts, { floor });
    this.building = new Building(fleet, fronts);
  }

  private compare(a: Branch, b: Branch): number {
    return (
      compareCosts(a.bound, b.bound) ||
      compareWays(a.way, b.way) ||
      compareCommitments(this.commitmentsOf(a), this.commitmentsOf(b), this.fleet.groups)
    );
  }

  private commitmentsOf({ origin, next }: Branch): readonly Commitment[] {
    return typeof next === 'object' ? next.committed.commitments : origin.commitments;
  }

  /** Past the budget: any plan soon rather than the best one, so the branch that is furthest on comes first. */
  private compareProgress(a: Branch, b: Branch): number {
    return (
      b.way.server - a.way.server ||
      Number(b.next === 'finish') - Number(a.next === 'finish') ||
      this.compare(a, b)
    );
  }

  /** The fronts once the moves at the label's last stop are made. */
  private frontsAfterMoves(label: Label): readonly Front[] {
    const committed = this.building.committedHere(label);
    return this.fronts.map((of, i) => {
      const front = label.fronts[i] ?? DEAD;
      return committed.has(i) ? front : of.afterMoves(front, label.way.server, label.buildable[i] ?? 0);
    });
  }

  private hop(label: Label, after: readonly Front[], way: Way): Label | undefined {
    const fronts = hopAll(this.fronts, after, label.way.server, way.server);
    return fronts && { ...label, way, fronts };
  }

  private push(origin: Label, after: readonly Front[], next: Branch['next'], arrival: Label): void {
    const bound =
      next === 'finish' ? this.bound.ofFinished(arrivalOf(arrival)) : this.bound.of(arrivalOf(arrival));
    if (bound !== undefined) this.queue.push({ origin, after, next, way: arrival.way, bound });
  }

  /**
   * A label is not worth going on with where a settled one at the same server, with as much built, does as well
   * whatever follows: at less cost in all, or at the same cost by a way that the tie-break prefers.
   */
  private isDominated(label: Label): boolean {
    const key = `${label.way.server}|${this.keyOfBuilt(label.built)}|${[...this.building.committedHere(label)].join()}`;
    const others = this.settled.get(key);
    if (others === undefined) {
      this.settled.set(key, [label]);
      return false;
    }
    const isDominatedBy = (other: Label) => {
      const newer = compareWays(other.way, label.way);
      // Of labels with the same way, which builders wait decides between plans of equal cost: both are kept.
      if (newer === 0)
        return this.fronts.every((of, i) => of.excess(other.fronts[i] ?? DEAD, label.fronts[i] ?? DEAD) <= 0);
      const sign = this.bound.compareArrivals(arrivalOf(other), arrivalOf(label));
      return sign < 0 || (sign === 0 && newer < 0);
    };
    this.work += others.length;
    if (others.some(isDominatedBy)) return true;
    others.push(label);
    return false;
  }

  private expand(label: Label): void {
    const { graph } = this.fleet;
    const { server, hops } = label.way;
    const after = this.frontsAfterMoves(label);
    for (const committed of this.building.commitments(label))
      this.push(label, after, { committed }, committed);
    if (server === graph.versions.length - 1) {
      this.push(label, after, 'finish', { ...label, fronts: after });
      return;
    }
    for (const to of graph.hops[server] ?? []) {
      const next = this.hop(label, after, { server: to, hops: hops + 1, before: label.way });
      if (next !== undefined) this.push(label, after, 'hop', next);
    }
    this.work += after.length * ((graph.hops[server]?.length ?? 0) + 1);
  }

  /** The work of going on once from every server version. */
  private walk(): number {
    const { groups, graph } = this.fleet;
    return groups.length * graph.hops.reduce((sum, hops) => sum + hops.length + 1, 0);
  }

  /**
   * `undefined` where the budget is not enough: to prove the best plan, or, where any plan will do, to find one or see that
   * there is none.
   */
  run(budget: number, report: Report, takesAny: boolean): Route[] | undefined {
    const start: Label = {
      way: { server: 0, hops: 0, before: undefined },
      fronts: this.fronts.map((of) => of.start()),
      commitments: [],
      buildable: this.building.buildable(this.fleet.builders),
      built: this.fleet.builders,
    };
    this.push(start, start.fronts, { committed: start }, start);
    const limit = budget + Math.max(budget, EXTRA_WALKS * this.walk());
    const routes: Route[] = [];
    const kinds = new Set<string>();
    let best: Branch | undefined;
    let proven: Cost | undefined;
    for (let branch = this.queue.pop(); branch !== undefined; branch = this.queue.pop()) {
      const { origin, after, next, bound } = branch;
      if (best !== undefined) {
        const isEquallyGood =
          proven === undefined &&
          compareCosts(bound, best.bound) === 0 &&
          compareWays(branch.way, best.way) === 0;
        if (!isEquallyGood || routes.length >= MAX_ALTERNATIVES) break;
      }
      if (next === 'finish') {
        const { way, commitments } = origin;
        // Which of several builders it is that gets to a version makes no difference worth comparing.
        best ??= branch;
        const kind = this.building.kindOf(commitments);
        if (!kinds.has(kind))
          routes.push({ way: stopsOf(way), commitments, cost: bound, bound: proven ?? bound });
        kinds.add(kind);
        continue;
      }
      const label = next === 'hop' ? this.hop(origin, after, branch.way) : next.committed;
      if (label === undefined || this.isDominated(label)) continue;
      if (this.work > limit) return undefined;
      if (this.work > budget && proven === undefined) {
        if (!takesAny) return undefined;
        proven = bound;
        this.queue.reorder((a, b) => this.compareProgress(a, b));
      }
      this.expand(label);
      report(this.work);
    }
    return routes;
  }
}

/**
 * The way of least cost: empty where no plan exists, several where builders can be committed in several ways that cost
 * the same, `undefined` where the budget ended before a plan was found or it was seen that there is none. `order` is the order of disruption, `easyBudget` the work after which a floor is looked for first.
 */
export function findRoutes(
  fleet: Fleet,
  order: readonly string[],
  options: PlanOptions = {},
  easyBudget: number = EASY_BUDGET,
): readonly Route[] | undefined {
  const { budget = DEFAULT_BUDGET } = options;
  const report = reportTo(options, budget);
  report(0);
  const fronts = fleet.groups.map((group) => new Fronts(group, fleet.graph.versions.length));
  const easy = new Search(fleet, order, fronts).run(
    Math.min(easyBudget, budget),
    report,
    budget <= easyBudget,
  );
  if (easy !== undefined || budget <= easyBudget) return easy;
  const floor = findFloor(fleet, order, fronts, budget - easyBudget, (work) => report(easyBudget + work));
  if (floor === undefined) return [];
  const hard = new Search(fleet, order, fronts, floor.cost, easyBudget + floor.work);
  return hard.run(budget, report, true);
}
