/**
 * What does a way of the server cost at least, with what has been moved on it so far and what is still to come?
 *
 * Costs compare lexicographically in the order of disruption, so the bound is made in that order, one component after the
 * other, each under the assumption that those before it cost no more than their bound: where they do, the whole costs
 * more already. Consumers before the server need the least moves that each of their groups needs alone, whatever the
 * hops. The server needs as many hops as any group needs: of a component at its least moves, those on which these are
 * enough; of any other, those on which it can get to its goal at all. Consumers after the server need the least moves on
 * that many hops.
 *
 * A floor that is known for the cost of all plans lifts the bound, in the same order.
 */
import type { Cost } from './cost';
import type { Fleet } from './fleet';
import { DEAD, type Front, type Fronts } from './fronts';
import { ANY_HOPS, FIRST, IMPOSSIBLE, NEVER } from './needs';

/** Where a way has arrived: its last server, its hops, and by group the front. */
export interface Arrival {
  readonly server: number;
  readonly hops: number;
  readonly fronts: readonly Front[];
}

export interface Scope {
  /** How many components of the order count; absent: all, and the number of steps after them. */
  readonly counted?: number;
  /** No plan costs less. */
  readonly floor?: Cost;
}

/** A group, its place in the fronts of an arrival, and that of its component in the order of disruption. */
interface Member {
  readonly of: Fronts;
  readonly i: number;
  readonly index: number;
}

export class Bound {
  private readonly serverIndex: number;
  private readonly members: readonly Member[];
  /** By component in the order of disruption. */
  private readonly membersOf: readonly (readonly Member[])[];
  /** The place of the number of steps; `undefined` where it does not count. */
  private readonly steps: number | undefined;
  private readonly counted: number;
  private readonly floor: Cost;

  constructor(
    private readonly fleet: Pick<Fleet, 'server' | 'graph'>,
    private readonly order: readonly string[],
    fronts: readonly Fronts[],
    { counted, floor = [] }: Scope = {},
  ) {
    this.serverIndex = order.indexOf(fleet.server.component);
    this.counted = counted ?? order.length;
    this.steps = counted === undefined ? order.length : undefined;
    this.members = fronts.map((of, i) => ({ of, i, index: order.indexOf(of.group.component) }));
    this.membersOf = order.map((_, index) => this.members.filter((member) => member.index === index));
    this.floor = floor;
  }

  /** For a way that has arrived somewhere, before any move there; `undefined`: a dead end. */
  of(arrival: Arrival): Cost | undefined {
    const cost = this.nothing();
    const hopsNeeded = this.hopsNeeded(arrival);
    if (hopsNeeded === undefined) return undefined;
    let hops = hopsNeeded;
    let slack = ANY_HOPS;
    let isAtFloor = true;
    for (let index = 0; index < this.counted; index++) {
      const floor = isAtFloor ? (this.floor[index] ?? 0) : 0;
      if (index === this.serverIndex) {
        const { count } = this.fleet.server;
        hops = Math.max(hops, Math.ceil(floor / count) - arrival.hops);
        slack = hops - (this.fleet.graph.hopsLeft[arrival.server] ?? 0);
        this.addHops(cost, arrival.hops + hops);
      } else {
        const fewest = this.addLeastMoves(cost, index, arrival, slack);
        const own = cost[index] ?? 0;
        // Above their least moves the groups may do with fewer hops.
        if (own >= floor) hops = Math.max(hops, fewest);
        cost[index] = Math.max(own, floor);
      }
      isAtFloor &&= cost[index] === this.floor[index];
    }
    return cost;
  }

  /** What a way that has arrived at the target costs, all moves there made; `undefined`: some group is not at its goal. */
  ofFinished({ fronts, server, hops }: Arrival): Cost | undefined {
    const cost = this.nothing();
    for (const member of this.members) {
      const moves = member.of.movesAtGoal(fronts[member.i] ?? DEAD, server);
      if (moves >= IMPOSSIBLE) return undefined;
      this.addMoves(cost, member, moves);
    }
    this.addHops(cost, hops);
    return cost;
  }

  /**
   * Negative where a plan that goes on from `a` costs less than the same from `b`, whatever follows; zero where it costs
   * no more. Both are at the same server.
   */
  compareArrivals(a: Omit<Arrival, 'server'>, b: Omit<Arrival, 'server'>): number {
    const excess = this.nothing();
    for (const member of this.members) {
      const { of, i } = member;
      const moves = of.excess(a.fronts[i] ?? DEAD, b.fronts[i] ?? DEAD);
      if (moves === Number.POSITIVE_INFINITY) return 1;
      this.addMoves(excess, member, moves);
    }
    this.addHops(excess, a.hops - b.hops);
    return excess.find((difference) => difference !== 0) ?? 0;
  }

  private nothing(): number[] {
    return new Array<number>(this.order.length + 1).fill(0);
  }

  private addMoves(cost: number[], { of: { group }, index }: Member, moves: number): void {
    cost[index] = (cost[index] ?? 0) + moves * group.instances;
    if (this.steps !== undefined) cost[this.steps] = (cost[this.steps] ?? 0) + moves * group.members.length;
  }

  private addHops(cost: number[], hops: number): void {
    if (this.serverIndex >= this.counted) return;
    cost[this.serverIndex] = (cost[this.serverIndex] ?? 0) + hops * this.fleet.server.count;
    if (this.steps !== undefined) cost[this.steps] = (cost[this.steps] ?? 0) + hops;
  }

  /** The hops that every group needs to get to its goal at all; `undefined` where one cannot. */
  private hopsNeeded({ server, fronts }: Arrival): number | undefined {
    let hops = this.fleet.graph.hopsLeft[server] ?? 0;
    for (const { of, i } of this.members) {
      const need = of.fewestHops(fronts[i] ?? DEAD, server);
      if (need >= NEVER) return undefined;
      hops = Math.max(hops, Math.floor(need / FIRST));
    }
    return hops;
  }

  /** Adds the least moves of a component's groups, which have hops enough; the most hops that one needs for so few. */
  private addLeastMoves(cost: number[], index: number, { server, fronts }: Arrival, slack: number): number {
    let hops = 0;
    for (const member of this.membersOf[index] ?? []) {
      const need = member.of.leastMoves(fronts[member.i] ?? DEAD, server, slack);
      hops = Math.max(hops, need % FIRST);
      this.addMoves(cost, member, Math.floor(need / FIRST));
    }
    return hops;
  }
}
