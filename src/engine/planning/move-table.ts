/**
 * How many moves does a consumer still need at least, from any server version and any version of its own?
 *
 * A lower bound that looks at one consumer at a time: it may choose the server's way as it likes. Computed backwards
 * from the target over all hops, once for every set of entries that may move to the same versions. Nothing here assumes
 * that ranges rise: whether two versions work together is looked up, never derived.
 */
import type { Lane } from './lanes';
import type { ServerGraph } from './server-graph';

/** More moves than any plan has: "cannot be done". */
export const IMPOSSIBLE = 0xffff;

/** By server index and row, least further moves. `arrive`: moves may still be made at this server; `stay`: no more. */
export interface MoveTable {
  readonly arrive: readonly Uint16Array[];
  /** By server index and row: the least `stay` of this row and all above it that are compatible here. */
  readonly bestAbove: readonly Uint16Array[];
}

export function buildMoveTable(graph: ServerGraph, { compatible, meetsGoal }: Lane): MoveTable {
  const rows = compatible.length;
  const target = graph.versions.length - 1;
  const arrive = graph.versions.map(() => new Uint16Array(rows).fill(IMPOSSIBLE));
  const bestAbove = graph.versions.map(() => new Uint16Array(rows + 1).fill(IMPOSSIBLE));
  const stay = new Uint16Array(rows);
  for (let server = target; server >= 0; server--) {
    stay.fill(IMPOSSIBLE);
    const here = arrive[server];
    const above = bestAbove[server];
    if (here === undefined || above === undefined) continue;
    for (let row = 0; row < rows; row++) {
      const works = compatible[row];
      if (works?.[server] !== 1) continue;
      if (server === target) {
        stay[row] = meetsGoal[row] ? 0 : IMPOSSIBLE;
        continue;
      }
      let least = IMPOSSIBLE;
      for (const next of graph.hops[server] ?? []) {
        if (works[next] === 1) least = Math.min(least, arrive[next]?.[row] ?? IMPOSSIBLE);
      }
      stay[row] = least;
    }
    for (let row = rows - 1; row >= 0; row--) {
      above[row] = Math.min(above[row + 1] ?? IMPOSSIBLE, stay[row] ?? IMPOSSIBLE);
      here[row] = Math.min(stay[row] ?? IMPOSSIBLE, (above[row + 1] ?? IMPOSSIBLE) + 1, IMPOSSIBLE);
    }
  }
  return { arrive, bestAbove };
}

/**
 * The same for the version that an entry has now, which may be one that nothing could move to, and may be broken: an
 * entry that does not work with the server may stay so over hops until a step mends it (rule 5).
 * `firstRow` is the first row above the version; `undefined` where the entry cannot move.
 */
export function movesFromHere(
  graph: ServerGraph,
  table: MoveTable,
  works: Uint8Array,
  meetsGoal: boolean,
  firstRow: number | undefined,
): Uint16Array {
  const arrive = new Uint16Array(graph.versions.length).fill(IMPOSSIBLE);
  const target = graph.versions.length - 1;
  for (let server = target; server >= 0; server--) {
    let stay = IMPOSSIBLE;
    if (server === target) {
      stay = meetsGoal && works[server] === 1 ? 0 : IMPOSSIBLE;
    } else {
      for (const next of graph.hops[server] ?? []) {
        if (works[next] === 1 || works[server] !== 1) stay = Math.min(stay, arrive[next] ?? IMPOSSIBLE);
      }
    }
    const moved =
      firstRow === undefined ? IMPOSSIBLE : (table.bestAbove[server]?.[firstRow] ?? IMPOSSIBLE) + 1;
    arrive[server] = Math.min(stay, moved, IMPOSSIBLE);
  }
  return arrive;
}
