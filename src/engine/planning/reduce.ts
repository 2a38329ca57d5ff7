/**
 * Which server versions and consumer versions make no difference to the best plan?
 *
 * Of consecutive versions of a consumer that work with the same servers and meet the goal alike, only the newest is worth
 * moving to: it can do all that the others can, and the tie-break prefers it.
 *
 * A server version can be left out in favour of a newer one where every consumer version stands alike with both, every hop
 * into it also leads into the newer one, and every hop out of it also leads out of the newer one (or to it, or to one that
 * is itself left out in its favour). Any way through it can then be led through the newer one instead: a run of such
 * versions in a way is replaced by the newer one, with no more hops, and every consumer meets the same answers.
 */
import type { ServerGraph } from './server-graph';

/** By row, by server index: 1 where the pair is compatible. */
export type Columns = readonly Uint8Array[];

/** Indices of the server versions to keep, ascending. The deployed version and the target are always kept. */
export function keptServers(graph: ServerGraph, rows: Columns): number[] {
  const count = graph.versions.length;
  const sources: Set<number>[] = graph.versions.map(() => new Set());
  for (const [from, targets] of graph.hops.entries()) for (const to of targets) sources[to]?.add(from);
  const leadsTo = graph.hops.map((targets) => new Set(targets));

  const columns = graph.versions.map((_, server) => {
    let column = '';
    for (const row of rows) column += row[server] === 1 ? '1' : '0';
    return column;
  });
  const inFavourOf = new Map<number, number>();
  const keptByColumn = new Map<string, number[]>();
  for (let server = count - 2; server > 0; server--) {
    const alike = keptByColumn.get(columns[server] ?? '') ?? [];
    const newer = alike.find((candidate) => {
      const isEnteredAlike = [...(sources[server] ?? [])].every((from) => sources[candidate]?.has(from));
      if (!isEnteredAlike) return false;
      return [...(leadsTo[server] ?? [])].every(
        (to) => to === candidate || leadsTo[candidate]?.has(to) || inFavourOf.get(to) === candidate,
      );
    });
    if (newer !== undefined) {
      inFavourOf.set(server, newer);
    } else {
      alike.push(server);
      keptByColumn.set(columns[server] ?? '', alike);
    }
  }
  return graph.versions.flatMap((_, server) => (inFavourOf.has(server) ? [] : [server]));
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

export function selectColumns(row: Uint8Array, kept: readonly number[]): Uint8Array {
  return Uint8Array.from(kept, (i) => row[i] ?? 0);
}

/** Indices of the rows to keep: the newest of each run of rows that are alike. */
export function newestOfRuns(rows: Columns, meetsGoal: readonly boolean[]): number[] {
  return rows.flatMap((row, i) => {
    const next = rows[i + 1];
    const isLast = next === undefined || meetsGoal[i] !== meetsGoal[i + 1];
    return isLast || row.some((works, server) => works !== next[server]) ? [i] : [];
  });
}
