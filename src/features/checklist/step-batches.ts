/**
 * Which steps share what is to be read and done? On paper that is said once for all of them, and each still has its row.
 *
 * Nothing is made general for it: steps share a procedure only where it is the same to the letter. Where the commands name
 * the entry, each row has its own.
 */
import type {
  PlanReport,
  ReportNote,
  ReportProcedure,
  ReportStage,
  ReportStep,
} from '../../formats/plan-report';

export interface NumberedStep extends ReportStep {
  /** Counted through the whole plan, in the order of the paper. */
  readonly number: number;
}

export interface StepBatch {
  /** Of one component, from one version to another. */
  readonly steps: readonly NumberedStep[];
  readonly notes: readonly ReportNote[];
  readonly remarks: readonly string[];
  /** Of all of them; `undefined` where each has its own. */
  readonly reason: string | undefined;
  readonly procedures: readonly ReportProcedure[] | undefined;
}

export interface BatchedStage {
  readonly stage: ReportStage;
  readonly batches: readonly StepBatch[];
}

function groupAlike(steps: readonly ReportStep[]): ReportStep[][] {
  const groups = new Map<string, ReportStep[]>();
  for (const member of steps) {
    const { step, remarks, notes } = member;
    const key = JSON.stringify([step.component, step.from, step.to, remarks, notes]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [member]);
    else known.push(member);
  }
  return [...groups.values()];
}

/** The value that all of them have, compared by content. */
function sharedBy<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = values;
  const text = JSON.stringify(first);
  return others.every((value) => JSON.stringify(value) === text) ? first : undefined;
}

export function batchSteps({ stages }: Pick<PlanReport, 'stages'>): BatchedStage[] {
  let count = 0;
  return stages.map((stage) => ({
    stage,
    batches: groupAlike(stage.steps).map((members): StepBatch => {
      const steps = members.map((member) => {
        count += 1;
        return { ...member, number: count };
      });
      return {
        steps,
        notes: members[0]?.notes ?? [],
        remarks: members[0]?.remarks ?? [],
        reason: sharedBy(members.map(({ reason }) => reason)),
        procedures: sharedBy(members.map(({ procedures }) => procedures)),
      };
    }),
  }));
}
