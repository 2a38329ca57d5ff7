/**
 * With how few moves can a group be at each of its versions now, on the server's way so far?
 *
 * These counts are a front. A group has few different ones however many ways there are, so each is kept once under a
 * number, and so is what becomes of it: after the moves at a stop, after a hop, and what it needs from there. Servers
 * that every version of the group stands alike with are one here.
 */
import type { Group } from './fleet';
import { ANY_HOPS, FIRST, IMPOSSIBLE, NEVER } from './needs';

/** A front's number, within its group. */
export type Front = number;
/** The group can be nowhere. */
export const DEAD: Front = -1;

const NOT_KNOWN = -2;
const NOT_WORKED_OUT = 0xffffffff;
const NOWHERE = new Uint16Array(0);

interface Numbered {
  readonly counts: Uint16Array;
  /** By kind of server, and of the next one: what becomes of it. */
  readonly moved: Int32Array;
  readonly hopped: Int32Array;
}

export class Fronts {
  private readonly all: Numbered[] = [];
  private readonly numbers = new Map<string, Front>();
  /** By server: the number of the set of servers that the group cannot tell apart. */
  private readonly kinds: Uint16Array;
  private readonly kindCount: number;
  /** By slack, by front, by server: least moves in all, and with them the fewest hops. */
  private readonly least = new Map<number, Uint32Array[]>();
  private readonly fewest: Uint32Array[] = [];
  private readonly excesses = new Map<number, number>();

  constructor(
    readonly group: Group,
    private readonly serverCount: number,
  ) {
    const kinds = new Map<string, number>();
    this.kinds = Uint16Array.from({ length: serverCount }, (_, server) => {
      const column = group.compatible.map((works) => works[server]).join('');
      const kind = kinds.get(column) ?? kinds.size;
      kinds.set(column, kind);
      return kind;
    });
    this.kindCount = kinds.size;
  }

  /** Where the group is deployed, without any move. */
  start(): Front {
    return this.only(0, 0);
  }

  /** The group is at this version and nowhere else, with so many moves. */
  only(at: number, moves: number): Front {
    const counts = new Uint16Array(this.group.versions.length).fill(IMPOSSIBLE);
    counts[at] = moves;
    return this.number(counts);
  }

  /** The least moves to be at a version, `IMPOSSIBLE` where it cannot be. */
  movesTo(front: Front, at: number): number {
    return this.countsOf(front)[at] ?? IMPOSSIBLE;
  }

  /** Once the moves at this server are made, where only the first `buildable` versions can be built by now. */
  afterMoves(front: Front, server: number, buildable: number): Front {
    const isLimited = buildable < this.group.versions.length;
    const kind = this.kinds[server] ?? 0;
    const known = this.all[front];
    if (known === undefined) return DEAD;
    const { counts, moved } = known;
    if (!isLimited && moved[kind] !== NOT_KNOWN) return moved[kind] ?? DEAD;
    const after = Uint16Array.from(counts);
    let least = IMPOSSIBLE;
    for (let at = 0; at < after.length; at++) {
      const here = after[at] ?? IMPOSSIBLE;
      if (at < buildable && least + 1 < here && this.group.compatible[at]?.[server] === 1)
        after[at] = least + 1;
      least = Math.min(least, here);
    }
    const result = this.number(after);
    if (!isLimited) moved[kind] = result;
    return result;
  }

  /** Once the server has hopped from one version to the next. */
  afterHop(front: Front, from: number, to: number): Front {
    const known = this.all[front];
    if (known === undefined) return DEAD;
    const { counts, hopped } = known;
    const { compatible } = this.group;
    // Only the deployed version can be broken, and only since the start: then it may stay so (rule 5).
    const isBroken = compatible[0]?.[from] !== 1;
    const key = (isBroken ? this.kindCount : 0) + (this.kinds[to] ?? 0);
    if (hopped[key] !== NOT_KNOWN) return hopped[key] ?? DEAD;
    const after = counts.map((moves, at) =>
      compatible[at]?.[to] === 1 || (at === 0 && isBroken) ? moves : IMPOSSIBLE,
    );
    const result = this.number(after);
    hopped[key] = result;
    return result;
  }

  /**
   * The least moves in all, those made and those that are needed from this server on, and the fewest hops on which so few
   * are enough, as a need (`FIRST`, `NEVER`). `slack`: by how many hops the way may be longer than it has to be.
   */
  leastMoves(front: Front, server: number, slack: number = ANY_HOPS): number {
    let memo = this.least.get(slack);
    if (memo === undefined) {
      memo = [];
      this.least.set(slack, memo);
    }
    return this.leastNeed(memo, front, server, (moves, at) => {
      const need = this.group.movesFirst(server, at, slack);
      return need >= NEVER ? NEVER : need + moves * FIRST;
    });
  }

  /** The fewest hops from this server on, and the least moves in all on so few, as a need with the hops first. */
  fewestHops(front: Front, server: number): number {
    return this.leastNeed(this.fewest, front, server, (moves, at) => {
      const need = this.group.hopsFirst(server, at);
      return need >= NEVER ? NEVER : need + moves;
    });
  }

  /** The least moves in all where the group has to be at its goal with the server where it is, and stays. */
  movesAtGoal(front: Front, server: number): number {
    let least = IMPOSSIBLE;
    for (const [at, moves] of this.countsOf(front).entries()) {
      const isThere = this.group.meetsGoal[at] === true && this.group.compatible[at]?.[server] === 1;
      if (isThere && moves < least) least = moves;
    }
    return least;
  }

  /** How many moves more than from `b` a plan may take from `a`, at the same server, whatever follows; can be negative. */
  excess(a: Front, b: Front): number {
    if (a === b) return 0;
    const key = a * 0x200000 + b;
    const known = this.excesses.get(key);
    if (known !== undefined) return known;
    const [ours, theirs] = [this.countsOf(a), this.countsOf(b)];
    let most = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < theirs.length; at++) {
      const [mine, other] = [ours[at] ?? IMPOSSIBLE, theirs[at] ?? IMPOSSIBLE];
      if (other >= IMPOSSIBLE) continue;
      most = Math.max(most, mine >= IMPOSSIBLE ? Number.POSITIVE_INFINITY : mine - other);
    }
    this.excesses.set(key, most);
    return most;
  }

  private leastNeed(
    memo: Uint32Array[],
    front: Front,
    server: number,
    needOf: (moves: number, at: number) => number,
  ): number {
    let known = memo[front];
    if (known === undefined) {
      known = new Uint32Array(this.serverCount).fill(NOT_WORKED_OUT);
      memo[front] = known;
    }
    const before = known[server] ?? NOT_WORKED_OUT;
    if (before !== NOT_WORKED_OUT) return before;
    let least = NEVER;
    const counts = this.countsOf(front);
    for (let at = 0; at < counts.length; at++) {
      const moves = counts[at] ?? IMPOSSIBLE;
      if (moves < IMPOSSIBLE) least = Math.min(least, needOf(moves, at));
    }
    known[server] = least;
    return least;
  }

  private countsOf(front: Front): Uint16Array {
    return this.all[front]?.counts ?? NOWHERE;
  }

  private number(counts: Uint16Array): Front {
    if (counts.every((moves) => moves >= IMPOSSIBLE)) return DEAD;
    const key = Array.from(counts, (moves) => String.fromCharCode(moves)).join('');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const front = this.all.length;
    this.all.push({
      counts,
      moved: new Int32Array(this.kindCount).fill(NOT_KNOWN),
      hopped: new Int32Array(2 * this.kindCount).fill(NOT_KNOWN),
    });
    this.numbers.set(key, front);
    return front;
  }
}

/** The fronts of all groups once the server has hopped; `undefined` where one of them can be nowhere then. */
export function hopAll(
  groups: readonly Fronts[],
  fronts: readonly Front[],
  from: number,
  to: number,
): readonly Front[] | undefined {
  const hopped: Front[] = [];
  for (const of of groups) {
    const front = of.afterHop(fronts[hopped.length] ?? DEAD, from, to);
    if (front === DEAD) return undefined;
    hopped.push(front);
  }
  return hopped;
}
