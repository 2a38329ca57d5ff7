/** How far is a plan, when some of its steps have been carried out? */
import type { Inventory } from '../engine/model/inventory';
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

/**
 * What is said along with steps: that a step is done says so of those before it that its entry took, and that it is not, of
 * those after it.
 */
export function saidWith<T extends DoneStep>(
  steps: readonly T[],
  chosen: readonly DoneStep[],
  isDone: boolean,
): readonly T[] {
  const meant = new Set(chosen.map(keyOf));
  const met = new Set<string>();
  const ordered = isDone ? steps.toReversed() : steps;
  return ordered.filter((step) => {
    if (meant.has(keyOf(step))) met.add(step.entry);
    return met.has(step.entry);
  });
}

/** Whether something was done that is no step of the plan: then the plan begins where something no longer is. */
export function isOvertaken({ steps }: Pick<Plan, 'steps'>, done: readonly DoneStep[]): boolean {
  if (done.length === 0) return false;
  const planned = new Set(steps.map(keyOf));
  return done.some((step) => !planned.has(keyOf(step)));
}

/** The inventory once these steps are done. What an entry advertised was said of the version that it left. */
export function inventoryAfter(inventory: Inventory, steps: readonly DoneStep[]): Inventory {
  const versions = new Map(steps.map(({ entry, to }) => [entry, to]));
  return {
    ...inventory,
    entries: inventory.entries.map((entry) => {
      const version = versions.get(entry.name);
      if (version === undefined) return entry;
      const { protocols: _, ...others } = entry;
      return { ...others, version } as typeof entry;
    }),
  };
}
