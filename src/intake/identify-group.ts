/**
 * Which of the containers that run together, in a pod, a task or a job, are the product's?
 *
 * What is called like the product may be so because of its company: where one of them has an image of the product, the
 * others are its sidecars; where none has, only the first can be it.
 */
import type { Catalog } from '../engine/model';
import { rowOfWorkload, UNKNOWN_IMAGE, type Workload, type WorkloadRow } from './identify-workload';
import type { FoundRow } from './reader';

export interface GroupMember {
  /** Its own name within the group. */
  readonly name: string;
  readonly workload: Workload;
  readonly row: WorkloadRow;
}

export interface GroupRead<Member extends GroupMember> {
  readonly rows: readonly { readonly row: FoundRow; readonly member: Member }[];
  readonly ignored: readonly Member[];
}

export function identifyGroup<Member extends GroupMember>(
  members: readonly Member[],
  catalog: Catalog,
): GroupRead<Member> {
  const found = members.map((member) => ({
    member,
    row: rowOfWorkload(member.workload, catalog, member.row),
  }));
  const isOwn = (row: FoundRow | undefined) => row !== undefined && row.problem?.code !== UNKNOWN_IMAGE;
  const hasOwn = found.some(({ row }) => isOwn(row));
  const first = members[0];
  const kept = found.filter(({ row, member }) =>
    hasOwn ? isOwn(row) : row !== undefined && member === first,
  );
  const own = new Set(kept);
  const names = new Set(kept.map(({ member }) => member.name));
  return {
    rows: kept.flatMap(({ row, member }) => {
      if (row === undefined) return [];
      const name = names.size > 1 ? `${row.cells.name ?? row.fallbackName}/${member.name}` : row.cells.name;
      return [{ row: { ...row, cells: { ...row.cells, name } }, member }];
    }),
    ignored: found.filter((one) => !own.has(one)).map(({ member }) => member),
  };
}
