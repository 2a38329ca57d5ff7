/** Which steps are told together? Those of one stage that move like entries alike, for the same reason. */
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan, Step } from '../../engine/model/plan';
import { type NumberedStep, numberSteps } from '../../formats/number-steps';
import { describeReason, describeRemarks } from '../../formats/wording/describe-step';
import * as texts from '../../texts/plan';

export interface StepGroup {
  /** Index into the plan's steps, of the first. */
  readonly index: number;
  /** Its number, as everywhere, of several the first and the last: they follow each other. */
  readonly numbers: readonly [first: number, last: number];
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
  steps: readonly NumberedStep[],
): StepGroup[] {
  const alike = new Map<number, NumberedStep[]>();
  for (const found of steps) {
    const known = alike.get(found.first);
    if (known === undefined) alike.set(found.first, [found]);
    else known.push(found);
  }
  const tell = (members: readonly NumberedStep[]): StepGroup[] => {
    const [first] = members;
    if (first === undefined) return [];
    const { step, index, number } = first;
    const told = members.length === 1 ? step : { ...step, entry: texts.eachOfThem };
    return [
      {
        index,
        numbers: [number, members.at(-1)?.number ?? number],
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
    .sort((a, b) => a.numbers[0] - b.numbers[0]);
}

export function groupSteps(catalog: Catalog, inventory: Inventory, plan: Plan): StageGroup[] {
  const counts = new Map(inventory.entries.map((entry) => [entry.name, entry.count]));
  const stages = new Map<number, NumberedStep[]>();
  for (const numbered of numberSteps(plan.steps)) {
    const known = stages.get(numbered.step.stage);
    if (known === undefined) stages.set(numbered.step.stage, [numbered]);
    else known.push(numbered);
  }
  return [...stages]
    .sort(([a], [b]) => a - b)
    .map(([stage, steps]) => ({
      stage,
      steps: steps.map(({ step }) => step),
      groups: groupStage(catalog, counts, steps),
    }));
}
