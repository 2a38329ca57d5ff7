/** What does a plan come to, in the figures that two plans are compared by? Counted from its steps and states. */

import { notesForStep } from '../../engine/explanation/notes-for-step';
import type { Step } from '../../engine/model/plan';
import type { AnsweredPlan } from '../../formats/answered-plan';

export interface PlanSummary {
  readonly steps: number;
  readonly stages: number;
  /** Steps of the server. */
  readonly hops: number;
  /** Instances moved, by component; an instance that moves twice counts twice. */
  readonly moved: ReadonlyMap<string, number>;
  /** Entries that move, with the version that they end at. */
  readonly movers: readonly { readonly entry: string; readonly component: string; readonly to: string }[];
  /** Instances at the end by version, by component. */
  readonly ends: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Stages after which one may pause, but the last, which is the end. */
  readonly pauses: readonly number[];
  readonly pointOfNoReturn: number | undefined;
  /** Hops that the vendor does not promise. */
  readonly skips: readonly Step[];
  /** Notes of the catalog on its way that break something or ask for something to be done. */
  readonly notes: number;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

export function summarisePlan({ catalog, inventory, plan, states, back }: AnsweredPlan): PlanSummary {
  const counts = new Map(inventory.entries.map(({ name, count }) => [name, count]));
  const moved = new Map<string, number>();
  const movers = new Map<string, { entry: string; component: string; to: string }>();
  const notes = new Set<string>();
  for (const { entry, component, from, to } of plan.steps) {
    add(moved, component, counts.get(entry) ?? 0);
    movers.set(entry, { entry, component, to });
    for (const { note, release } of notesForStep(catalog, inventory, { component, from, to }).applies) {
      if (note.kind === 'breaking' || note.kind === 'action') notes.add(`${release} ${note.id}`);
    }
  }
  const ends = new Map<string, Map<string, number>>();
  for (const { entry, component, version } of states.at(-1)?.entries ?? []) {
    const versions = ends.get(component) ?? new Map<string, number>();
    add(versions, version, counts.get(entry) ?? 0);
    ends.set(component, versions);
  }
  const stages = new Set(plan.steps.map(({ stage }) => stage)).size;
  return {
    steps: plan.steps.length,
    stages,
    hops: plan.steps.filter(({ component }) => catalog.components[component]?.role === 'server').length,
    moved,
    movers: [...movers.values()],
    ends,
    pauses: back.states
      .slice(1, -1)
      .filter(({ broken }) => broken.length === 0)
      .map(({ stage }) => stage),
    pointOfNoReturn: back.pointOfNoReturn,
    skips: plan.steps.filter(({ skips }) => skips !== undefined),
    notes: notes.size,
  };
}
