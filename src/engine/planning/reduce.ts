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
import type { IndexInterval } from '../model';
import { remember } from './remember';
import type { ReleaseGraph } from './server-graph';

/** By row, by server index: 1 where the pair is compatible. */
export type Columns = readonly Uint8Array[];

/** By server: the rows that work with it, as a set of bits. */
class ServerColumns {
  private readonly words: number;
  /** By server, `words` each. */
  private readonly bits: Int32Array;

  constructor(rows: Columns, count: number) {
    const distinct = [...new Map([...new Set(rows)].map((row) => [row.join(''), row])).values()];
    this.words = (distinct.length >> 5) + 1;
    this.bits = new Int32Array(count * this.words);
    for (const [i, row] of distinct.entries()) {
      for (let server = 0; server < count; server++) {
        const at = server * this.words + (i >> 5);
        if (row[server] === 1) this.bits[at] = (this.bits[at] ?? 0) | (1 << (i & 31));
      }
    }
  }

  /** Whether everything that works with the one works with the other. */
  worksWithMore(newer: number, older: number): boolean {
    const [more, less] = [newer * this.words, older * this.words];
    for (let i = 0; i < this.words; i++) {
      if (((this.bits[less + i] ?? 0) & ~(this.bits[more + i] ?? 0)) !== 0) return false;
    }
    return true;
  }
}

/** How many of the newer versions kept are tried in place of one, from the nearest on. */
const MAX_CANDIDATES = 200;

function includes(intervals: readonly IndexInterval[] | undefined, index: number): boolean {
  return intervals?.some(([first, last]) => first <= index && index <= last) ?? false;
}

/** Whether everything in `a` is in `b`, whose intervals don't touch. */
function isCovered(a: readonly IndexInterval[] = [], b: readonly IndexInterval[] = []): boolean {
  return a.every(([first, last]) => b.some(([from, to]) => from <= first && last <= to));
}

/** Whether a newer version may stand for an older one, as far as hops go. */
class Substitutes {
  /** By index of the older version: the newer one that stands for it, or -1. */
  private readonly inFavourOf: Int32Array;
  /** By index of the newer version: it stands for all from here up to itself. */
  private readonly runs: Int32Array;
  /** By index: who takes versions up to this one and not those right above it. */
  private readonly endingAt: (readonly { readonly to: number; readonly first: number }[])[];
  /** By index: the first from there on at which somebody's sources end. */
  private readonly nextEnd: Int32Array;
  /** By index: the lowest version that a hop to it may start at. */
  private readonly lowest: Int32Array;

  constructor(private readonly sources: ReleaseGraph['sources']) {
    this.inFavourOf = new Int32Array(sources.length).fill(-1);
    const endingAt: { to: number; first: number }[][] = sources.map(() => []);
    for (const [to, intervals] of sources.entries()) {
      for (const [first, last] of intervals) if (last < to - 1) endingAt[last]?.push({ to, first });
    }
    this.endingAt = endingAt;
    this.lowest = Int32Array.from(sources, (intervals) => intervals[0]?.[0] ?? sources.length);
    this.runs = Int32Array.from(sources, (_, i) => i);
    this.nextEnd = new Int32Array(sources.length + 1).fill(sources.length);
    for (let i = sources.length - 1; i >= 0; i--)
      this.nextEnd[i] = endingAt[i]?.length === 0 ? (this.nextEnd[i + 1] ?? 0) : i;
  }

  canReplace(newer: number, older: number): boolean {
    // In long chains of hops this alone tells nearly always.
    if ((this.lowest[newer] ?? 0) > (this.lowest[older] ?? 0)) return false;
    if (!isCovered(this.sources[older], this.sources[newer])) return false;
    const run = this.runs[newer] ?? newer;
    for (let to = older + 1; to < run; to++) {
      if (this.inFavourOf[to] !== newer && includes(this.sources[to], older)) return false;
    }
    // A hop further up leads out of the older one only.
    const after = (end: number) => this.nextEnd[end] ?? newer;
    for (let end = after(older); end < newer; end = after(end + 1)) {
      for (const { to, first } of this.endingAt[end] ?? []) {
        if (to > newer && first <= older && !includes(this.sources[to], newer)) return false;
      }
    }
    return true;
  }

  replace(newer: number, older: number): void {
    this.inFavourOf[older] = newer;
    if (older + 1 === this.runs[newer]) this.runs[newer] = older;
  }
}

/**
 * Indices of the server versions to keep, ascending. The deployed version and the target are always kept.
 * `released`: the rows of what may be moved to; `deployed`: those of what is deployed.
 */
export function keptServers(graph: ReleaseGraph, released: Columns, deployed: Columns): number[] {
  const count = graph.versions.length;
  // What must stand alike works with both or with neither.
  const opposites = deployed.filter((row) => row[0] !== 1).map((row) => row.map((works) => works ^ 1));
  const columns = new ServerColumns([...released, ...deployed, ...opposites], count);
  const substitutes = new Substitutes(graph.sources);
  const kept = [count - 1];
  for (let server = count - 2; server > 0; server--) {
    const farthest = Math.max(0, kept.length - MAX_CANDIDATES);
    let newer: number | undefined;
    for (let i = kept.length - 1; i >= farthest && newer === undefined; i--) {
      const candidate = kept[i] ?? server;
      if (substitutes.canReplace(candidate, server) && columns.worksWithMore(candidate, server))
        newer = candidate;
    }
    if (newer === undefined) kept.push(server);
    else substitutes.replace(newer, server);
  }
  if (count > 1) kept.push(0);
  return kept.reverse();
}

/** Rows cut down to these columns; what is one row before is one row after. */
export function columnSelector(kept: readonly number[]): (row: Uint8Array) => Uint8Array {
  return remember((row) => Uint8Array.from(kept, (i) => row[i] ?? 0));
}

/**
 * Indices of the rows to keep: those that the next one kept cannot stand for. `kinds`: rows of different kinds never stand
 * for each other.
 */
export function worthwhileRows(
  rows: Columns,
  meetsGoal: readonly boolean[],
  kinds: readonly number[] = [],
): number[] {
  const kept: number[] = [];
  // Of the last one kept: rows, many of which are the same, that it does as much as.
  const covered = new Set<Uint8Array | undefined>();
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    const next = kept.at(-1);
    const isAsGood =
      next !== undefined &&
      kinds[next] === kinds[i] &&
      (meetsGoal[next] || !meetsGoal[i]) &&
      (covered.has(row) || row?.every((works, server) => works === 0 || rows[next]?.[server] === 1));
    if (!isAsGood) {
      kept.push(i);
      covered.clear();
    }
    covered.add(row);
  }
  return kept.reverse();
}
