/** What does a plan cost, counted from its steps? */
import type { Plan } from '../src/engine';
import { orderOf } from '../src/testing/oracle';
import type { ParsedInstance } from '../src/testing/parse-instance';

/** Instances moved by component in the order of disruption, then steps. */
export function costOfSteps(
  { catalog, inventory, goal }: ParsedInstance,
  steps: readonly Pick<Plan['steps'][number], 'entry' | 'component'>[],
): number[] {
  const counts = new Map(inventory.entries.map((entry) => [entry.name, entry.count]));
  const moved = orderOf(catalog, goal).map((id) =>
    steps.reduce((sum, step) => sum + (step.component === id ? (counts.get(step.entry) ?? 0) : 0), 0),
  );
  return [...moved, steps.length];
}

/** Negative where `a` is the lower cost. */
export function compareCosts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
