/**
 * Makes one row of the servers that form a cluster. They move one after another, so that several versions mean a rolling
 * upgrade that is not finished; then the oldest counts for all, since whatever comes next has to start from there.
 */
import { type Catalog, compareVersions } from '../engine/model';
import { findComponent, readRow } from './read-row';
import type { FoundRow, Remark } from './reader';

interface Member {
  readonly row: FoundRow;
  readonly version: string;
  readonly count: number;
}

export interface JoinedRows {
  readonly rows: readonly FoundRow[];
  readonly remarks: readonly Remark[];
}

function describeMixed(members: readonly Member[], oldest: string): string {
  const counts = new Map<string, number>();
  for (const { version, count } of members) counts.set(version, (counts.get(version) ?? 0) + count);
  const listed = [...counts].map(([version, count]) => `${count} at ${version}`).slice(0, 20);
  return `The servers are not all of one version (${listed.join(', ')}): a rolling upgrade has begun and is not finished. All are taken to be at ${oldest}, the oldest, since what comes next has to start from there. Finish that upgrade, or take it back, before you begin another; if these are servers of their own, plan them apart.`;
}

function joinMembers(members: readonly Member[]): { row: FoundRow; remark?: Remark } | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const oldest = members.reduce((a, b) => (compareVersions(b.version, a.version) < 0 ? b : a));
  const count = members.reduce((sum, member) => sum + member.count, 0);
  const row = {
    ...oldest.row,
    cells: { ...oldest.row.cells, name: first.row.cells.name, count: String(count) },
    ...(count > 1 && oldest.row.isTemplate !== true && { isCluster: true }),
  };
  const isMixed = members.some(({ version }) => compareVersions(version, oldest.version) !== 0);
  if (!isMixed) return { row };
  const message = describeMixed(members, oldest.version);
  return { row, remark: { code: 'rolling-upgrade', message, ...oldest.row.at, isDropped: false } };
}

function isServer({ cells }: FoundRow, catalog: Catalog): boolean {
  const component = findComponent(catalog, cells.component ?? '');
  return component !== undefined && catalog.components[component]?.role === 'server';
}

/** `clusterOf` tells clusters apart. Rows of other parts, and rows that cannot be read, stay as they are. */
export function joinServers(
  rows: readonly FoundRow[],
  catalog: Catalog,
  clusterOf: (row: FoundRow) => string,
): JoinedRows {
  const clusters = new Map<string, Member[]>();
  const joined: (FoundRow | Member[])[] = [];
  for (const row of rows) {
    const isMember = row.problem === undefined && isServer(row, catalog);
    const read = isMember ? readRow(row.cells, catalog, row.fallbackName) : undefined;
    if (read?.ok !== true) {
      joined.push(row);
      continue;
    }
    const cluster = clusterOf(row);
    let members = clusters.get(cluster);
    if (members === undefined) {
      members = [];
      clusters.set(cluster, members);
      joined.push(members);
    }
    members.push({ row, version: read.entry.version, count: read.entry.count });
  }
  const remarks: Remark[] = [];
  const made = joined.flatMap((item): FoundRow[] => {
    if (!Array.isArray(item)) return [item as FoundRow];
    const one = joinMembers(item);
    if (one?.remark !== undefined) remarks.push(one.remark);
    return one === undefined ? [] : [one.row];
  });
  return { rows: made, remarks };
}
