/**
 * Which number has each step of a plan? The same on the page, on paper, in every export and for a script's `--from`.
 *
 * Steps of one stage may be done in any order, so those that are alike are numbered one after the other: they can be told
 * together, and the numbers still count up.
 */
import type { Step } from '../engine/model';

export interface NumberedStep {
  /** From 1, through the whole plan. */
  readonly number: number;
  /** Where it stands in the plan. */
  readonly index: number;
  readonly step: Step;
  /** Of those for which the same is to be read, for the same reason, where the first stands in the plan. */
  readonly first: number;
}

/** The same for steps for which the same is to be read: only their entries and reasons may differ. */
export function likenessOf(step: Step): string {
  const { stage, component, from, to, required, skips, builds, installFirst } = step;
  const more = skips || builds || installFirst ? JSON.stringify([skips, builds, installFirst]) : '';
  return `${stage} ${component} ${from} ${to} ${required} ${more}`;
}

/** In the order of their numbers: stage by stage, those that are alike together, and of these those with one reason. */
export function numberSteps(steps: readonly Step[]): NumberedStep[] {
  const firsts = new Map<string, number>();
  const firstOf = (key: string, index: number) => {
    const first = firsts.get(key) ?? index;
    if (first === index) firsts.set(key, index);
    return first;
  };
  const reasons = new Map<Step['reason'], string>();
  const reasonOf = ({ reason }: Step) => {
    let text = reasons.get(reason);
    if (text === undefined) {
      text = JSON.stringify(reason ?? null);
      reasons.set(reason, text);
    }
    return text;
  };
  return steps
    .map((step, index) => {
      const likeness = likenessOf(step);
      return {
        step,
        index,
        inStage: firstOf(`${step.stage}`, index),
        alike: firstOf(likeness, index),
        first: firstOf(`${likeness} ${reasonOf(step)}`, index),
      };
    })
    .sort((a, b) => a.inStage - b.inStage || a.alike - b.alike || a.first - b.first || a.index - b.index)
    .map(({ step, index, first }, i) => ({ number: i + 1, index, step, first }));
}
