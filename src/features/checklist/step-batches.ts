/**
 * Which steps share what is to be read and done? On paper that is said once for all of them, and each still has its row.
 *
 * Nothing is made general for it: steps share a procedure only where it is the same to the letter. Where the commands name
 * the entry, each row has its own.
 */
import { likenessOf } from '../../formats/number-steps';
import type { ReportNote, ReportProcedure, ReportStep } from '../../formats/plan-report';

export interface StepBatch {
  /** Of one component, from one version to another, with numbers one after the other. */
  readonly steps: readonly ReportStep[];
  readonly notes: readonly ReportNote[];
  readonly remarks: readonly string[];
  readonly builder: string | undefined;
  /** Of all of them; `undefined` where each has its own. */
  readonly reason: string | undefined;
  readonly procedures: readonly ReportProcedure[] | undefined;
}

/** Those that follow each other and are alike. */
function cutIntoAlike(steps: readonly ReportStep[]): ReportStep[][] {
  const groups: ReportStep[][] = [];
  let last: string | undefined;
  for (const member of steps) {
    const likeness = likenessOf(member.step);
    if (likeness === last) groups.at(-1)?.push(member);
    else groups.push([member]);
    last = likeness;
  }
  return groups;
}

/** The value that all of them have, compared by content. */
function sharedBy<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = values;
  const text = JSON.stringify(first);
  return others.every((value) => JSON.stringify(value) === text) ? first : undefined;
}

/** Of the steps of one stage, in their order. */
export function batchSteps(steps: readonly ReportStep[]): StepBatch[] {
  return cutIntoAlike(steps).map((members) => ({
    steps: members,
    notes: members[0]?.notes ?? [],
    remarks: members[0]?.remarks ?? [],
    builder: members[0]?.builder,
    reason: sharedBy(members.map(({ reason }) => reason)),
    procedures: sharedBy(members.map(({ procedures }) => procedures)),
  }));
}
