/**
 * What does a consumer need at least, from any server version and any version of its own, to get to the goal?
 *
 * A lower bound that looks at one consumer at a time: it may choose the server's way as it likes. Computed backwards
 * from the target over all hops, once for every set of entries that may move to the same versions. Nothing here assumes
 * that ranges rise: whether two versions work together is looked up, never derived.
 *
 * A need is counted in moves of the consumer and hops of the server, one of them first: the least moves and the fewest
 * hops on which these are enough, or the fewest hops and the least moves on these. Where the hops are limited, the limit
 * is given as slack: by how many they may exceed the fewest that lead to the target at all.
 */
import type { Lane } from './lanes';
import type { ServerGraph } from './server-graph';

/** More moves, or hops, than any plan has. */
export const IMPOSSIBLE = 0xffff;
/** A need is `first * FIRST + second`, so that needs compare by the first and add up. */
export const FIRST = 0x10000;
/** The need that nothing meets. */
export const NEVER = IMPOSSIBLE * FIRST;
/** As many hops as it takes. */
export const ANY_HOPS = -1;
/** Cells that the layers for limited hops may take; past it the limit is left out, which bounds from below just as well. */
const MAX_LAYER_CELLS = 4_000_000;

/** What a move and a hop add to a need. */
export interface Weights {
  readonly move: number;
  readonly hop: number;
}
export const MOVES_FIRST: Weights = { move: FIRST, hop: 1 };
export const HOPS_FIRST: Weights = { move: 1, hop: FIRST };

/** The version that an entry has now. */
export interface Deployed {
  /** By server index: 1 where it is compatible. */
  readonly works: Uint8Array;
  readonly meetsGoal: boolean;
  /** The first row above it; `undefined` where the entry cannot move. */
  readonly firstRow: number | undefined;
}

interface Layer {
  /** By server index, `rows` each: the need on arriving at the server, where moves may still be made. */
  readonly arrive: Uint32Array;
  /** By server index, `rows` each: the least need of this row and all above it, where no more moves are made there. */
  readonly bestAbove: Uint32Array;
}

/** Slack that is left at the next server; negative where the hop is not allowed. */
function slackAfter({ hopsLeft }: ServerGraph, server: number, next: number, slack: number): number {
  return (hopsLeft[server] ?? 0) + slack - 1 - (hopsLeft[next] ?? 0);
}

/** The needs of the versions that the entries of a lane may be moved to. */
export class LaneNeeds {
  private readonly unlimited: Layer;
  /** By slack. */
  private readonly limited: Layer[] = [];
  private readonly maxSlack: number;
  private readonly rows: number;

  constructor(
    private readonly graph: ServerGraph,
    private readonly lane: Pick<Lane, 'compatible' | 'meetsGoal'>,
    private readonly weights: Weights,
  ) {
    this.rows = lane.compatible.length;
    this.unlimited = this.buildLayer(ANY_HOPS);
    const cells = graph.versions.length * (this.rows + 1);
    this.maxSlack = Math.min(graph.versions.length, Math.floor(MAX_LAYER_CELLS / cells)) - 1;
  }

  /** What a consumer at a row needs when the server has arrived. */
  need(server: number, row: number, slack: number): number {
    return this.layer(slack).arrive[server * this.rows + row] ?? NEVER;
  }

  /** By server index: what an entry needs while it is at its deployed version. */
  needsWhileDeployed({ works, meetsGoal, firstRow }: Deployed, slack: number): Uint32Array {
    const { graph, weights } = this;
    const target = graph.versions.length - 1;
    const isLimited = slack !== ANY_HOPS && slack <= this.maxSlack;
    const bySlack: Uint32Array[] = [];
    for (let k = isLimited ? 0 : ANY_HOPS; k <= (isLimited ? slack : ANY_HOPS); k++) {
      const needs = new Uint32Array(target + 1).fill(NEVER);
      bySlack.push(needs);
      const { bestAbove } = this.layer(k);
      for (let server = target; server >= 0; server--) {
        let stay = server === target && meetsGoal && works[server] === 1 ? 0 : NEVER;
        for (const next of graph.hops[server] ?? []) {
          const after = isLimited ? slackAfter(graph, server, next, k) : 0;
          // What is broken already may stay so over hops until a step mends it (rule 5).
          if (after < 0 || (works[next] !== 1 && works[server] === 1)) continue;
          stay = Math.min(stay, (bySlack[after]?.[next] ?? NEVER) + weights.hop);
        }
        const moved =
          firstRow === undefined ? NEVER : (bestAbove[server * this.rows + firstRow] ?? NEVER) + weights.move;
        needs[server] = Math.min(stay, moved, NEVER);
      }
    }
    return bySlack.at(-1) ?? new Uint32Array(0);
  }

  private layer(slack: number): Layer {
    if (slack === ANY_HOPS || slack > this.maxSlack) return this.unlimited;
    for (let k = this.limited.length; k <= slack; k++) this.limited.push(this.buildLayer(k));
    return this.limited[slack] ?? this.unlimited;
  }

  private buildLayer(slack: number): Layer {
    const { graph, weights, rows } = this;
    const { compatible, meetsGoal } = this.lane;
    const target = graph.versions.length - 1;
    const arrive = new Uint32Array((target + 1) * rows);
    const bestAbove = new Uint32Array((target + 1) * rows);
    const layer = { arrive, bestAbove };
    const stay = new Uint32Array(rows);
    for (let server = target; server >= 0; server--) {
      stay.fill(NEVER);
      if (server === target) for (let row = 0; row < rows; row++) if (meetsGoal[row]) stay[row] = 0;
      for (const next of graph.hops[server] ?? []) {
        const after = slack === ANY_HOPS ? 0 : slackAfter(graph, server, next, slack);
        const source = slack === ANY_HOPS || after === slack ? layer : this.limited[after];
        if (after < 0 || source === undefined) continue;
        for (let row = 0; row < rows; row++) {
          const need = (source.arrive[next * rows + row] ?? NEVER) + weights.hop;
          if (need < (stay[row] ?? NEVER)) stay[row] = need;
        }
      }
      let best = NEVER;
      for (let row = rows - 1; row >= 0; row--) {
        // A version that is not compatible here cannot be stayed at, nor arrived at.
        const isCompatible = compatible[row]?.[server] === 1;
        const staying = isCompatible ? (stay[row] ?? NEVER) : NEVER;
        arrive[server * rows + row] = isCompatible ? Math.min(staying, best + weights.move, NEVER) : NEVER;
        best = Math.min(best, staying);
        bestAbove[server * rows + row] = best;
      }
    }
    return layer;
  }
}
