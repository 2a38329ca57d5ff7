/** How far is a plan, when some of its steps have been carried out? */
import type { Plan, Step } from '../engine/model/plan';

/** A step that was carried out, whichever plan it was a step of. */
export type DoneStep = Pick<Step, 'entry' | 'from' | 'to'>;

export interface PlanProgress {
  /** Indexes into the plan's steps. */
  readonly done: ReadonlySet<number>;
  /** The last stage up to which everything is done, 0 where not even the first is: the plan stands right after it. */
  readonly reached: number;
  /** Index of the first step that is open; `undefined` where none is. */
  readonly next: number | undefined;
  /** Indexes of steps that were done although an earlier stage has open ones: out of the order that was verified. */
  readonly ahead: readonly number[];
}

function keyOf({ entry, from, to }: DoneStep): string {
  return JSON.stringify([entry, from, to]);
}

/** The steps that are done, whichever plan they are told of. */
export function listDone({ steps }: Pick<Plan, 'steps'>, { done }: Pick<PlanProgress, 'done'>): DoneStep[] {
  return steps.filter((_, index) => done.has(index)).map(({ entry, from, to }) => ({ entry, from, to }));
}

/** What is no step of this plan counts for nothing. */
export function readProgress({ steps }: Pick<Plan, 'steps'>, marks: readonly DoneStep[]): PlanProgress {
  const marked = new Set(marks.map(keyOf));
  const entries = new Set(marks.map(({ entry }) => entry));
  const done = new Set<number>();
  for (const [index, step] of steps.entries())
    if (entries.has(step.entry) && marked.has(keyOf(step))) done.add(index);
  const open = steps.findIndex((_, index) => !done.has(index));
  const openStage = steps[open]?.stage;
  const before = openStage === undefined ? steps : steps.filter(({ stage }) => stage < openStage);
  return {
    done,
    reached: before.at(-1)?.stage ?? 0,
    next: open < 0 ? undefined : open,
    ahead: [...done].filter((index) => openStage !== undefined && (steps[index]?.stage ?? 0) > openStage),
  };
}
