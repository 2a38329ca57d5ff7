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
}

/** The same for steps for which the same is to be read: only their entries and reasons may differ. */
export function likenessOf(step: Step): string {
  const { stage, component, from, to, required, skips = null, builds = null, installFirst = null } = step;
  return JSON.stringify([stage, component, from, to, required, skips, builds, installFirst]);
}

/** In the order of their numbers: stage by stage, those that are alike together, and of these those with one reason. */
export function numberSteps(steps: readonly Step[]): NumberedStep[] {
  const firsts = new Map<string, number>();
  const ranked = steps.map((step, index) => {
    const { stage, reason = null } = step;
    const likeness = likenessOf(step);
    const ranks = [`${stage}`, likeness, `${likeness} ${JSON.stringify(reason)}`].map((key) => {
      const first = firsts.get(key) ?? index;
      firsts.set(key, first);
      return first;
    });
    return { step, index, ranks };
  });
  const firstDifference = (a: readonly number[], b: readonly number[]) =>
    a.map((rank, i) => rank - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return ranked
    .sort((a, b) => firstDifference(a.ranks, b.ranks) || a.index - b.index)
    .map(({ step, index }, i) => ({ number: i + 1, index, step }));
}
