/**
 * Which server versions and consumer versions make no difference to the best plan?
 *
 * A consumer version need not be moved to where the next one works with every server that it works with, and meets the
 * goal if it does: the next one can do all that it can, and the tie-break prefers it.
 *
 * A server version can be left out in favour of a newer one where every consumer version that works with it works with
 * the newer one, every hop into it also leads into the newer one, and every hop out of it also leads out of the newer one
 * (or to it, or to one that is itself left out in its favour). Any way through it can then be led through the newer one
 * instead: a run of such versions in a way is replaced by the newer one, with no more hops, and every consumer can be
 * wherever it was. A consumer that is broken from the start has to stand alike with both: one that the newer version
 * mends would have to stay mended (rule 5).
 */
import type { ServerGraph } from './server-graph';

/** By row, by server index: 1 where the pair is compatible. */
export type Columns = readonly Uint8Array[];

/** By server: the rows that work with it, as a set of bits. */
function packColumns(rows: Columns, count: number): Int32Array[] {
  const distinct = [...new Map([...new Set(rows)].map((row) => [row.join(''), row])).values()];
  return Array.from({ length: count }, (_, server) => {
    const bits = new Int32Array((distinct.length >> 5) + 1);
    for (const [i, row] of distinct.entries()) {
      if (row[server] === 1) bits[i >> 5] = (bits[i >> 5] ?? 0) | (1 << (i & 31));
    }
    return bits;
  });
}

function isSubset(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & ~(b[i] ?? 0)) !== 0) return false;
  return true;
}

/**
 * Indices of the server versions to keep, ascending. The deployed version and the target are always kept.
 * `released`: the rows of what may be moved to; `deployed`: those of what is deployed.
 */
export function keptServers(graph: ServerGraph, released: Columns, deployed: Columns): number[] {
  const count = graph.versions.length;
  const sources: Set<number>[] = graph.versions.map(() => new Set());
  for (const [from, targets] of graph.hops.entries()) for (const to of targets) sources[to]?.add(from);
  const leadsTo = graph.hops.map((targets) => new Set(targets));

  // What must stand alike works with both or with neither.
  const opposites = deployed.filter((row) => row[0] !== 1).map((row) => row.map((works) => 1 - works));
  const columns = packColumns([...released, ...deployed, ...opposites], count);
  const inFavourOf = new Map<number, number>();
  const kept = [count - 1];
  const canReplace = (candidate: number, server: number) => {
    const [column, newer] = [columns[server], columns[candidate]];
    if (column === undefined || newer === undefined || !isSubset(column, newer)) return false;
    for (const from of sources[server] ?? []) if (!sources[candidate]?.has(from)) return false;
    for (const to of leadsTo[server] ?? []) {
      if (to !== candidate && !leadsTo[candidate]?.has(to) && inFavourOf.get(to) !== candidate) return false;
    }
    return true;
  };
  for (let server = count - 2; server > 0; server--) {
    const newer = kept.findLast((candidate) => canReplace(candidate, server));
    if (newer === undefined) kept.push(server);
    else inFavourOf.set(server, newer);
  }
  if (count > 1) kept.push(0);
  return kept.reverse();
}

/** The graph of these server versions only. */
export function selectServers(graph: ServerGraph, kept: readonly number[]): ServerGraph {
  const position = new Map(kept.map((old, now) => [old, now]));
  const hops = kept.map((old) =>
    (graph.hops[old] ?? []).flatMap((to) => {
      const now = position.get(to);
      return now === undefined ? [] : [now];
    }),
  );
  const hopsLeft = kept.map((_, i) => (i === kept.length - 1 ? 0 : Number.POSITIVE_INFINITY));
  for (let from = kept.length - 2; from >= 0; from--) {
    for (const to of hops[from] ?? []) {
      hopsLeft[from] = Math.min(hopsLeft[from] ?? Number.POSITIVE_INFINITY, (hopsLeft[to] ?? 0) + 1);
    }
  }
  return { versions: kept.map((i) => graph.versions[i] ?? ''), hops, hopsLeft };
}

/** Rows cut down to these columns; what is one row before is one row after. */
export function columnSelector(kept: readonly number[]): (row: Uint8Array) => Uint8Array {
  const selected = new Map<Uint8Array, Uint8Array>();
  return (row) => {
    const known = selected.get(row);
    if (known !== undefined) return known;
    const cut = Uint8Array.from(kept, (i) => row[i] ?? 0);
    selected.set(row, cut);
    return cut;
  };
}

/** Indices of the rows to keep: those that the next one kept cannot stand for. */
export function worthwhileRows(rows: Columns, meetsGoal: readonly boolean[]): number[] {
  const kept: number[] = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    const next = kept.at(-1);
    const isAsGood =
      next !== undefined &&
      (meetsGoal[next] || !meetsGoal[i]) &&
      (rows[i] === rows[next] ||
        rows[i]?.every((works, server) => works === 0 || rows[next]?.[server] === 1));
    if (!isAsGood) kept.push(i);
  }
  return kept.reverse();
}
