/**
 * What does a way of the server cost at least, with what has been moved on it so far and what is still to come?
 *
 * Costs compare lexicographically in the order of disruption, so the bound is made in that order. Components before the
 * server need the least moves, whatever the hops. The server needs as many hops as any group needs: of a component before
 * it those on which its least moves are enough, of any other one those on which it can get to its goal at all. Components
 * after the server need the least moves on that many hops: were there more hops, the plan would cost more already.
 */
import type { Cost } from './cost';
import type { Fleet } from './fleet';
import { DEAD, type Front, type Fronts } from './fronts';
import { FIRST, IMPOSSIBLE, NEVER } from './needs';

interface Place {
  readonly fronts: readonly Front[];
  readonly way: readonly number[];
}

export class Bound {
  private readonly serverIndex: number;
  private readonly size: number;
  /** By group: its component's place in the order of disruption. */
  private readonly indexOf: readonly number[];

  constructor(
    private readonly fleet: Fleet,
    order: readonly string[],
    private readonly fronts: readonly Fronts[],
  ) {
    this.serverIndex = order.indexOf(fleet.server.component);
    this.size = order.length + 1;
    this.indexOf = fleet.groups.map((group) => order.indexOf(group.component));
  }

  private addMoves(cost: number[], i: number, moves: number): void {
    const group = this.fleet.groups[i];
    const index = this.indexOf[i] ?? 0;
    if (group === undefined) return;
    cost[index] = (cost[index] ?? 0) + moves * group.instances;
    cost[this.size - 1] = (cost[this.size - 1] ?? 0) + moves * group.members.length;
  }

  private addHops(cost: number[], hops: number): void {
    cost[this.serverIndex] = (cost[this.serverIndex] ?? 0) + hops * this.fleet.server.count;
    cost[this.size - 1] = (cost[this.size - 1] ?? 0) + hops;
  }

  /** For a way of so many hops whose last stop has been arrived at; `undefined`: a dead end. */
  of({ fronts, way }: Place, hops: number): Cost | undefined {
    const server = way.at(-1) ?? 0;
    const shortest = this.fleet.graph.hopsLeft[server] ?? 0;
    const cost = new Array<number>(this.size).fill(0);
    let hopsLeft = shortest;
    for (let i = 0; i < fronts.length; i++) {
      const [of, front] = [this.fronts[i], fronts[i] ?? DEAD];
      if (of === undefined) continue;
      const isBeforeServer = (this.indexOf[i] ?? 0) < this.serverIndex;
      const need = isBeforeServer ? of.leastMoves(front, server) : of.fewestHops(front, server);
      if (need >= NEVER) return undefined;
      const [first, second] = [Math.floor(need / FIRST), need % FIRST];
      hopsLeft = Math.max(hopsLeft, isBeforeServer ? second : first);
      if (isBeforeServer) this.addMoves(cost, i, first);
    }
    for (let i = 0; i < fronts.length; i++) {
      if ((this.indexOf[i] ?? 0) < this.serverIndex) continue;
      const need = this.fronts[i]?.leastMoves(fronts[i] ?? DEAD, server, hopsLeft - shortest) ?? NEVER;
      if (need >= NEVER) return undefined;
      this.addMoves(cost, i, Math.floor(need / FIRST));
    }
    this.addHops(cost, hops + hopsLeft);
    return cost;
  }

  /** What a way that has arrived at the target costs, all moves there made; `undefined`: some group is not at its goal. */
  ofFinished(fronts: readonly Front[], server: number, hops: number): Cost | undefined {
    const cost = new Array<number>(this.size).fill(0);
    for (const [i, front] of fronts.entries()) {
      const moves = this.fronts[i]?.movesAtGoal(front, server) ?? IMPOSSIBLE;
      if (moves >= IMPOSSIBLE) return undefined;
      this.addMoves(cost, i, moves);
    }
    this.addHops(cost, hops);
    return cost;
  }

  /**
   * Negative where a plan that goes on from `a` costs less than the same from `b`, whatever follows; zero where it costs
   * no more. Both are at the same server.
   */
  compareFronts(a: Place, b: Place): number {
    const excess = new Array<number>(this.size).fill(0);
    for (let i = 0; i < a.fronts.length; i++) {
      const moves = this.fronts[i]?.excess(a.fronts[i] ?? DEAD, b.fronts[i] ?? DEAD) ?? 0;
      if (moves === Number.POSITIVE_INFINITY) return 1;
      if (moves !== 0) this.addMoves(excess, i, moves);
    }
    this.addHops(excess, a.way.length - b.way.length);
    return excess.find((difference) => difference !== 0) ?? 0;
  }
}
