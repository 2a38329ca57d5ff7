/**
 * Along which server versions does a plan of least cost go?
 *
 * A* over ways of the server. A label is a way walked so far; it keeps, for each group of consumers, the least number of
 * moves with which the group can be at each of its versions now. Consumers don't interfere with each other, so these
 * minima can be kept side by side, and the sum of the best of each is exact for the way walked; what is still to come is
 * bounded from below by looking at each group alone (move-table). The bound never decreases along a way, so the first
 * finished label taken from the queue costs least. Among equal bounds the label whose way has the newer stops comes
 * first, so that way is also the one that the tie-break asks for.
 *
 * Consumers do interfere through rule 6: a group may wait until a builder is at a version. Such waiting is decided in the
 * open: a label may commit one builder to be at a version at this server, and only then may others be built with it.
 */
import { compareVersions, type Version } from '../model';
import { type Cost, compareCosts } from './cost';
import { type Fleet, type Group, isBuiltBy } from './fleet';
import { IMPOSSIBLE } from './move-table';
import { PriorityQueue } from './priority-queue';

/** A builder that has to be at a version once the moves at a stop of the way are done. */
export interface Commitment {
  /** Index of the stop in the way. */
  readonly stop: number;
  readonly group: Group;
  /** Index into the group's versions. */
  readonly at: number;
}

export interface Route {
  /** Indices of the server versions visited, from the deployed one to the target. */
  readonly way: readonly number[];
  readonly commitments: readonly Commitment[];
  readonly cost: Cost;
  /** Whether no plan costs less; false where the search ran out of its budget. */
  readonly isProven: boolean;
}

interface Label {
  readonly way: readonly number[];
  /** By group, by index into its versions: least moves so far, before any move at this stop. */
  readonly moves: readonly Uint16Array[];
  readonly commitments: readonly Commitment[];
  /** Highest version committed, by component that builds. */
  readonly built: ReadonlyMap<string, Version>;
  readonly bound: Cost;
  readonly isFinal: boolean;
}

/** Table cells that are worked out before the search stops proving: some seconds' worth, the same on every machine. */
const DEFAULT_BUDGET = 1_000_000_000;
/** Ways to commit builders at the same cost that are compared with each other. */
const MAX_ALTERNATIVES = 64;

function compareWays(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (b[i] ?? 0) - (a[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether no count of `a` is higher than the one of `b` in its place. */
function isNowhereDearer(a: readonly Uint16Array[], b: readonly Uint16Array[]): boolean {
  for (let group = 0; group < a.length; group++) {
    const [ours, theirs] = [a[group], b[group]];
    if (ours === undefined || theirs === undefined) return false;
    for (let at = 0; at < ours.length; at++) {
      if ((ours[at] ?? IMPOSSIBLE) > (theirs[at] ?? IMPOSSIBLE)) return false;
    }
  }
  return true;
}

class Search {
  private readonly queue: PriorityQueue<Label>;
  private readonly settled = new Map<string, Label[]>();
  private readonly costOf: (group: Group) => { index: number; instances: number; steps: number };
  private readonly groupIndex: ReadonlyMap<Group, number>;
  /** Components that some group waits for. */
  private readonly building: ReadonlySet<string>;

  constructor(
    private readonly fleet: Fleet,
    private readonly order: readonly string[],
  ) {
    const index = new Map(order.map((component, i) => [component, i]));
    this.costOf = (group) => ({
      index: index.get(group.component) ?? 0,
      instances: group.instances,
      steps: group.members.length,
    });
    this.groupIndex = new Map(fleet.groups.map((group, i) => [group, i]));
    this.building = new Set(fleet.groups.flatMap((group) => group.builders));
    this.queue = new PriorityQueue<Label>((a, b) => this.compareLabels(a, b));
  }

  private compareLabels(a: Label, b: Label): number {
    return (
      compareCosts(a.bound, b.bound) ||
      compareWays(a.way, b.way) ||
      Number(b.isFinal) - Number(a.isFinal) ||
      this.compareCommitments(a.commitments, b.commitments)
    );
  }

  private compareCommitments(a: readonly Commitment[], b: readonly Commitment[]): number {
    for (let i = 0; i < a.length && i < b.length; i++) {
      const [x, y] = [a[i], b[i]];
      if (x === undefined || y === undefined) break;
      const difference =
        x.stop - y.stop ||
        (this.groupIndex.get(x.group) ?? 0) - (this.groupIndex.get(y.group) ?? 0) ||
        y.at - x.at;
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  }

  /** The least moves to be at each version once the moves at this stop are done. */
  private movesAfter(label: Label, index: number): Uint16Array {
    const group = this.fleet.groups[index];
    const before = label.moves[index];
    const server = label.way.at(-1);
    if (group === undefined || before === undefined || server === undefined)
      throw new RangeError('no such group');
    const stop = label.way.length - 1;
    if (label.commitments.some((made) => made.stop === stop && made.group === group)) return before;
    const after = before.slice();
    let least = IMPOSSIBLE;
    for (let at = 0; at < after.length; at++) {
      const here = before[at] ?? IMPOSSIBLE;
      const version = group.versions[at];
      if (at > 0 && least + 1 < here && group.compatible[at]?.[server] === 1) {
        if (version !== undefined && isBuiltBy(group, version, label.built)) after[at] = least + 1;
      }
      least = Math.min(least, here);
    }
    return after;
  }

  /** The least moves of a group in all: those made and those left. */
  private leastMoves(group: Group, soFar: Uint16Array | undefined, label: Omit<Label, 'bound'>): number {
    const server = label.way.at(-1) ?? 0;
    let least = IMPOSSIBLE;
    for (let at = 0; soFar !== undefined && at < soFar.length; at++) {
      const here = soFar[at] ?? IMPOSSIBLE;
      if (here >= least) continue;
      const isThere = group.meetsGoal[at] === true && group.compatible[at]?.[server] === 1;
      const left = !label.isFinal ? group.movesLeft(server, at) : isThere ? 0 : IMPOSSIBLE;
      least = Math.min(least, here + left);
    }
    return least;
  }

  /** Adds what so many moves of a group cost. */
  private addMoves(cost: number[], group: Group, moves: number): void {
    const { index, instances, steps } = this.costOf(group);
    const last = this.order.length;
    cost[index] = (cost[index] ?? 0) + moves * instances;
    cost[last] = (cost[last] ?? 0) + moves * steps;
  }

  /** What the way costs so far, with what each group and the server still need at least; `undefined`: a dead end. */
  private boundOf(label: Omit<Label, 'bound'>): Cost | undefined {
    const { server, groups, graph } = this.fleet;
    const hops = label.way.length - 1 + (graph.hopsLeft[label.way.at(-1) ?? 0] ?? 0);
    const cost = new Array<number>(this.order.length + 1).fill(0);
    const index = this.order.indexOf(server.component);
    cost[index] = hops * server.count;
    cost[this.order.length] = hops;
    for (const [i, group] of groups.entries()) {
      const least = this.leastMoves(group, label.moves[i], label);
      if (least >= IMPOSSIBLE) return undefined;
      this.addMoves(cost, group, least);
    }
    return cost;
  }

  private push(label: Omit<Label, 'bound'>): void {
    const bound = this.boundOf(label);
    if (bound !== undefined) this.queue.push({ ...label, bound });
  }

  /**
   * A label is not worth going on with where another at the same server is at least as good in everything: no dearer
   * for any group at any version, no more hops, as much built, and first in the tie-break or with fewer hops.
   */
  private isDominated(label: Label): boolean {
    const server = label.way.at(-1) ?? 0;
    const stop = label.way.length - 1;
    const open = label.commitments.filter((made) => made.stop === stop);
    const key = JSON.stringify([server, [...label.built], open.map((c) => this.groupIndex.get(c.group))]);
    const others = this.settled.get(key) ?? [];
    const dominates = (other: Label) =>
      other.way.length <= label.way.length &&
      (other.way.length < label.way.length || compareWays(other.way, label.way) <= 0) &&
      isNowhereDearer(other.moves, label.moves);
    if (others.some(dominates)) return true;
    others.push(label);
    this.settled.set(key, others);
    return false;
  }

  /**
   * Whether some group that waits for builders may have to move at this stop. All other moves can wait: what works with
   * the next server as well can be built later just as well.
   */
  private isBuildingDue(label: Label): boolean {
    const { graph, groups } = this.fleet;
    const server = label.way.at(-1) ?? 0;
    if (server === graph.versions.length - 1) return true;
    const hops = graph.hops[server] ?? [];
    return groups.some(
      (group, i) =>
        group.builders.length > 0 &&
        group.compatible.some(
          (works, at) =>
            (label.moves[i]?.[at] ?? IMPOSSIBLE) < IMPOSSIBLE &&
            (works[server] !== 1 || hops.some((next) => works[next] !== 1)),
        ),
    );
  }

  /** The lowest version of a builder that would let some group be built which cannot be yet. */
  private leastUsefulBuild(component: string, built: ReadonlyMap<string, Version>): Version | undefined {
    let least: Version | undefined;
    for (const group of this.fleet.groups) {
      if (!group.builders.includes(component)) continue;
      const next = group.versions.find((version, at) => at > 0 && !isBuiltBy(group, version, built));
      if (next !== undefined && (least === undefined || compareVersions(next, least) < 0)) least = next;
    }
    return least;
  }

  /** Commits one builder to a version at this stop, in every way that lets some group be built that could not be. */
  private commit(label: Label): void {
    const { groups } = this.fleet;
    if (this.building.size === 0 || !this.isBuildingDue(label)) return;
    const stop = label.way.length - 1;
    const useful = new Map([...this.building].map((id) => [id, this.leastUsefulBuild(id, label.built)]));
    const seen = new Set<string>();
    for (const [i, group] of groups.entries()) {
      const least = useful.get(group.component);
      if (least === undefined) continue;
      if (label.commitments.some((made) => made.stop === stop && made.group === group)) continue;
      const after = this.movesAfter(label, i);
      // Builders that nothing tells apart are tried once.
      const identity = JSON.stringify([
        group.component,
        group.instances,
        group.versions,
        group.meetsGoal,
        [...(group.compatible[0] ?? [])],
        [...after],
      ]);
      if (seen.has(identity)) continue;
      seen.add(identity);
      const before = this.leastMoves(group, label.moves[i], label);
      for (const [at, version] of group.versions.entries()) {
        const moves = after[at] ?? IMPOSSIBLE;
        if (moves >= IMPOSSIBLE || compareVersions(version, least) < 0) continue;
        const only = new Uint16Array(after.length).fill(IMPOSSIBLE);
        only[at] = moves;
        const now = this.leastMoves(group, only, label);
        if (now >= IMPOSSIBLE) continue;
        const bound = [...label.bound];
        this.addMoves(bound, group, now - before);
        this.queue.push({
          way: label.way,
          moves: label.moves.with(i, only),
          commitments: [...label.commitments, { stop, group, at }],
          built: new Map(label.built).set(group.component, version),
          bound,
          isFinal: false,
        });
      }
    }
  }

  private expand(label: Label): void {
    const { graph, groups } = this.fleet;
    const server = label.way.at(-1) ?? 0;
    this.commit(label);
    const after = groups.map((_, i) => this.movesAfter(label, i));
    if (server === graph.versions.length - 1) {
      this.push({ ...label, moves: after, isFinal: true });
      return;
    }
    for (const next of graph.hops[server] ?? []) {
      const moves = groups.map((group, i) => {
        const arriving = after[i]?.slice() ?? new Uint16Array(0);
        for (let at = 0; at < arriving.length; at++) {
          const works = group.compatible[at];
          // Only the version it started with can be broken here, and only since the start (rule 5).
          if (works?.[next] !== 1 && works?.[server] === 1) arriving[at] = IMPOSSIBLE;
        }
        return arriving;
      });
      this.push({
        way: [...label.way, next],
        moves,
        commitments: label.commitments,
        built: label.built,
        isFinal: false,
      });
    }
  }

  run(budget: number): Route[] {
    this.push({
      way: [0],
      moves: this.fleet.groups.map((group) => {
        const moves = new Uint16Array(group.versions.length).fill(IMPOSSIBLE);
        moves[0] = 0;
        return moves;
      }),
      commitments: [],
      built: this.fleet.builders,
      isFinal: false,
    });
    let work = 0;
    const routes: Route[] = [];
    const kinds = new Set<string>();
    for (let label = this.queue.pop(); label !== undefined; label = this.queue.pop()) {
      const [best] = routes;
      if (best !== undefined) {
        const isEquallyGood =
          best.isProven &&
          compareCosts(label.bound, best.cost) === 0 &&
          compareWays(label.way, best.way) === 0;
        if (!isEquallyGood || routes.length >= MAX_ALTERNATIVES) break;
      }
      if (label.isFinal) {
        const { way, commitments, bound } = label;
        // Which of several builders it is that gets to a version makes no difference worth comparing.
        const kind = JSON.stringify(
          commitments.map(({ stop, group, at }) => [stop, group.component, group.versions[at]]),
        );
        if (!kinds.has(kind)) routes.push({ way, commitments, cost: bound, isProven: work <= budget });
        kinds.add(kind);
        continue;
      }
      if (this.isDominated(label)) continue;
      const isWithinBudget = work <= budget;
      work += this.workFor(label);
      if (isWithinBudget && work > budget) this.queue.reorder((x, y) => this.compareProgress(x, y));
      this.expand(label);
    }
    return routes;
  }

  /** Table cells that going on with a label takes. */
  private workFor(label: Label): number {
    const hops = this.fleet.graph.hops[label.way.at(-1) ?? 0]?.length ?? 0;
    return label.moves.reduce((sum, moves) => sum + moves.length, 0) * (hops + 1);
  }

  /** Past the budget: any plan soon rather than the best one, so the label that is furthest on comes first. */
  private compareProgress(a: Label, b: Label): number {
    const [x, y] = [a.way.at(-1) ?? 0, b.way.at(-1) ?? 0];
    return y - x || Number(b.isFinal) - Number(a.isFinal) || this.compareLabels(a, b);
  }
}

/**
 * The way of least cost: empty where no plan exists, several where builders can be committed in several ways that cost
 * the same. `order` is the order of disruption, `budget` the work after which the search stops proving and takes the
 * first plan it finds.
 */
export function findRoutes(
  fleet: Fleet,
  order: readonly string[],
  budget: number = DEFAULT_BUDGET,
): readonly Route[] {
  return new Search(fleet, order).run(budget);
}
