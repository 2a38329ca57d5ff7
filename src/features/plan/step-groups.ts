/** Which steps are told together? Those of one stage that move like entries alike, for the same reason. */
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan, Step } from '../../engine/model/plan';
import { describeReason, describeRemarks } from '../../formats/wording/describe-step';

export interface StepGroup {
  /** Index into the plan's steps, of the first. */
  readonly index: number;
  /** Of all of them. */
  readonly indexes: readonly number[];
  /** Stands for all of them: only their entries differ. */
  readonly step: Step;
  readonly names: readonly string[];
  readonly instances: number;
  readonly reason: string;
  readonly remarks: readonly string[];
}

export interface StageGroup {
  readonly stage: number;
  readonly steps: readonly Step[];
  readonly groups: readonly StepGroup[];
}

/** Fewer than these are told one by one. */
const ALIKE_FROM = 4;

function groupStage(
  catalog: Catalog,
  counts: ReadonlyMap<string, number>,
  steps: readonly { step: Step; index: number }[],
): StepGroup[] {
  const alike = new Map<string, { step: Step; index: number }[]>();
  for (const found of steps) {
    const { entry: _, ...rest } = found.step;
    const key = JSON.stringify(rest);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [found]);
    else known.push(found);
  }
  const tell = (members: readonly { step: Step; index: number }[]): StepGroup[] => {
    const [first] = members;
    if (first === undefined) return [];
    const { step, index } = first;
    const told = members.length === 1 ? step : { ...step, entry: 'each of them' };
    return [
      {
        index,
        indexes: members.map((member) => member.index),
        step,
        names: members.map((member) => member.step.entry),
        instances: members.reduce((sum, member) => sum + (counts.get(member.step.entry) ?? 1), 0),
        reason: describeReason(told, catalog),
        remarks: describeRemarks(told, catalog),
      },
    ];
  };
  return [...alike.values()]
    .flatMap((members) =>
      members.length < ALIKE_FROM ? members.flatMap((member) => tell([member])) : tell(members),
    )
    .sort((a, b) => a.index - b.index);
}

export function groupSteps(catalog: Catalog, inventory: Inventory, plan: Plan): StageGroup[] {
  const counts = new Map(inventory.entries.map((entry) => [entry.name, entry.count]));
  const stages = new Map<number, { step: Step; index: number }[]>();
  for (const [index, step] of plan.steps.entries()) {
    const known = stages.get(step.stage);
    if (known === undefined) stages.set(step.stage, [{ step, index }]);
    else known.push({ step, index });
  }
  return [...stages]
    .sort(([a], [b]) => a - b)
    .map(([stage, steps]) => ({
      stage,
      steps: steps.map(({ step }) => step),
      groups: groupStage(catalog, counts, steps),
    }));
}
