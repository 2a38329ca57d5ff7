/**
 * The protocols in use as matrices: who down, versions across.
 *
 * Entries that are alike share a row. Neighbouring versions that are alike for everybody share a column, since versions may
 * be any numbers.
 */
import type { EntryAssessment } from '../../engine/assessment/assess-inventory';
import type { ProtocolUse } from '../../engine/assessment/protocols-in-use';
import type { ProtocolRange } from '../../engine/model/catalog';
import type { Entry, Inventory } from '../../engine/model/inventory';

export interface MatrixColumn {
  readonly from: number;
  readonly to: number;
  /** Whether the server speaks these versions. */
  readonly isOffered: boolean;
  /** Instances that speak them. */
  readonly speaking: number;
  /** Instances that agree on them with the server. */
  readonly using: number;
}

export interface MatrixRow {
  readonly component: string;
  /** `null`: not known. */
  readonly range: ProtocolRange | null;
  /** `null`: they and the server agree on none, or nobody knows. */
  readonly negotiated: number | null;
  /** How they stand with the server, whatever may be the cause. */
  readonly standing: EntryAssessment['status'];
  readonly entries: readonly Entry[];
  readonly instances: number;
}

export interface ProtocolMatrix {
  readonly protocol: string;
  readonly server: ProtocolRange | null;
  readonly columns: readonly MatrixColumn[];
  /** The furthest behind first; those of whom nothing is known last. */
  readonly rows: readonly MatrixRow[];
}

function byEntry<T>(
  groups: readonly { readonly entries: readonly string[] }[],
  pick: (i: number) => T,
): Map<string, T> {
  return new Map(groups.flatMap(({ entries }, i) => entries.map((entry) => [entry, pick(i)] as const)));
}

function isWithin(version: number, range: ProtocolRange | null): boolean {
  return range !== null && range[0] <= version && version <= range[1];
}

function layOutColumns(server: ProtocolRange | null, rows: readonly MatrixRow[]): MatrixColumn[] {
  const cuts = new Set<number>();
  const cut = ([from, to]: ProtocolRange) => cuts.add(from).add(to + 1);
  if (server !== null) cut(server);
  for (const { range, negotiated } of rows) {
    if (range !== null) cut(range);
    if (negotiated !== null) cut([negotiated, negotiated]);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const to = (edges[i + 1] ?? from + 1) - 1;
    const count = (counts: (row: MatrixRow) => boolean) =>
      rows.reduce((sum, row) => sum + (counts(row) ? row.instances : 0), 0);
    return {
      from,
      to,
      isOffered: isWithin(from, server),
      speaking: count(({ range }) => isWithin(from, range)),
      using: count(({ negotiated }) => negotiated === from),
    };
  });
}

function layOutOne(
  use: ProtocolUse,
  entries: ReadonlyMap<string, Entry>,
  standings: ReadonlyMap<string, EntryAssessment['status']>,
): ProtocolMatrix {
  const ranges = byEntry(use.spoken, (i) => use.spoken[i]?.range ?? null);
  const negotiated = byEntry(use.negotiated, (i) => use.negotiated[i]?.version ?? null);
  const groups = new Map<string, MatrixRow & { entries: Entry[] }>();
  for (const [name, range] of ranges) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    const { component } = entry;
    const fields = {
      component,
      range,
      negotiated: negotiated.get(name) ?? null,
      standing: standings.get(name) ?? 'unknown',
    };
    const key = JSON.stringify(Object.values(fields));
    const row = groups.get(key) ?? { ...fields, entries: [], instances: 0 };
    row.entries.push(entry);
    groups.set(key, { ...row, instances: row.instances + entry.count });
  }
  const rows = [...groups.values()].sort(
    (a, b) =>
      Number(a.range === null) - Number(b.range === null) ||
      (a.range?.[1] ?? 0) - (b.range?.[1] ?? 0) ||
      (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0) ||
      b.instances - a.instances,
  );
  return { protocol: use.protocol, server: use.server, columns: layOutColumns(use.server, rows), rows };
}

/** `uses` and `assessments` are of the same inventory. */
export function layOutMatrices(
  inventory: Inventory,
  uses: readonly ProtocolUse[],
  assessments: readonly EntryAssessment[],
): ProtocolMatrix[] {
  const entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
  const standings = new Map(assessments.map(({ entry, status }) => [entry, status]));
  return uses.map((use) => layOutOne(use, entries, standings));
}
