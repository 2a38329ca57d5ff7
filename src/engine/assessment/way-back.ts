/**
 * Is there a safe way back from a state of a plan to where the fleet started, and which?
 *
 * A way back is a sequence of single moves, each to a version that the part had earlier in the plan. The server goes back
 * with the snapshot that was taken before the hop away from that version. Every move leaves compatible what was compatible
 * (rule 4), and no consumer moves to a version that is not compatible with the server as it is (rule 3). It ends with the
 * server where it started, and so does every consumer that worked then; one that was broken at the start and mended on the
 * way need not be broken again. Old artifacts are still there, so builders (rule 6) don't matter.
 */

/** A consumer's versions up to a state, from the first to the one it has. */
export interface ConsumerPast {
  readonly entry: string;
  /** How many versions it has had. */
  readonly count: number;
  /** Whether a version of it, by index, works with a version of the server, by index. */
  readonly works: (at: number, server: number) => boolean;
}

/** A move back, from one index to a lower one. */
export interface MoveBack {
  /** `undefined`: the server. */
  readonly consumer: ConsumerPast | undefined;
  readonly from: number;
  readonly to: number;
}

/** By consumer: at which of its versions it can be. */
type Reachable = readonly (readonly boolean[])[];

interface Stop {
  readonly server: number;
  /** On arriving there, and once moves have been made. */
  readonly arrived: Reachable;
  readonly moved: Reachable;
}

class Search {
  private readonly failed = new Set<string>();

  constructor(private readonly consumers: readonly ConsumerPast[]) {}

  private afterMoves(server: number, arrived: Reachable): Reachable {
    return this.consumers.map(({ count, works }, i) => {
      const reachable = arrived[i] ?? [];
      const highest = reachable.lastIndexOf(true);
      return Array.from({ length: count }, (_, at) => {
        if (reachable[at]) return true;
        return at < highest && works(at, server);
      });
    });
  }

  private afterHop(from: number, to: number, moved: Reachable): Reachable {
    return this.consumers.map(({ works }, i) =>
      // What is broken already may stay so (rule 5).
      (moved[i] ?? []).map((isThere, at) => isThere && (works(at, to) || !works(at, from))),
    );
  }

  /** The stops of the server from here down to its first version. */
  find(server: number, arrived: Reachable): Stop[] | undefined {
    if (arrived.some((versions) => !versions.includes(true))) return undefined;
    const key = `${server} ${arrived.map((versions) => versions.map(Number).join('')).join(' ')}`;
    if (this.failed.has(key)) return undefined;
    const moved = this.afterMoves(server, arrived);
    const stop = { server, arrived, moved };
    // Whoever worked with the server as it was comes back to where it was, with the moves made here.
    if (server === 0) return [stop];
    for (let to = server - 1; to >= 0; to--) {
      const rest = this.find(to, this.afterHop(server, to, moved));
      if (rest !== undefined) return [stop, ...rest];
    }
    this.failed.add(key);
    return undefined;
  }
}

/** By stop: the version of a consumer once the moves there are made. Moves are made as late as they can be. */
function followStops({ works }: ConsumerPast, stops: readonly Stop[], i: number): number[] {
  const last = stops.at(-1)?.moved[i] ?? [];
  const path = [works(0, 0) ? 0 : last.lastIndexOf(true)];
  for (const { server, arrived } of stops.slice(1).reverse()) {
    const now = path[0] ?? 0;
    // What is broken here cannot have been moved to here.
    path.unshift(works(now, server) ? (arrived[i]?.lastIndexOf(true) ?? now) : now);
  }
  return path;
}

/**
 * The moves in order, none where the fleet is where it started; `undefined` where there is no safe way back.
 * `server`: the index of the version that it has, of those it has had.
 */
export function findWayBack(consumers: readonly ConsumerPast[], server: number): MoveBack[] | undefined {
  const now = consumers.map(({ count }) => Array.from({ length: count }, (_, at) => at === count - 1));
  const stops = new Search(consumers).find(server, now);
  if (stops === undefined) return undefined;
  const paths = consumers.map((consumer, i) => followStops(consumer, stops, i));
  const moves: MoveBack[] = [];
  for (const [t, stop] of stops.entries()) {
    const before = stops[t - 1];
    if (before !== undefined) moves.push({ consumer: undefined, from: before.server, to: stop.server });
    for (const [i, consumer] of consumers.entries()) {
      const from = t === 0 ? consumer.count - 1 : (paths[i]?.[t - 1] ?? 0);
      const to = paths[i]?.[t] ?? 0;
      if (from !== to) moves.push({ consumer, from, to });
    }
  }
  return moves;
}
