/**
 * Which steps does a plan need, and which could be left out because only `align` asks for them?
 *
 * The steps that nothing but `align` asks for can be left out, unless something that is needed has to be built with them
 * (rule 6); where several builders would do, the one with the fewest instances is needed. They come last but for those
 * that are made earlier because that takes fewer stages.
 */
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type StepReason,
  type Version,
} from '../model';
import { buildersOf } from '../planning/fleet';
import type { PlannedStep } from '../planning/stages';
import type { Works } from './builder-history';

export interface StepNeed {
  readonly isRequired: boolean;
  /** The step that it has to be made for, where that is the only reason why it is needed. */
  readonly builds?: PlannedStep;
}

/** One need for each step. `servers`, by step: where the server is once the hops up to it are made. */
export function findNeeds(
  catalog: Catalog,
  inventory: Inventory,
  steps: readonly PlannedStep[],
  reasons: readonly (StepReason | undefined)[],
  servers: readonly Version[],
  works: Works,
): StepNeed[] {
  const needs: StepNeed[] = reasons.map((reason) => ({
    isRequired: reason?.code !== 'align' && reason?.code !== 'builder',
  }));
  const entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
  const count = (step: PlannedStep) => entries.get(step.entry)?.count ?? 1;

  /** Whether a step can be built when only the steps that are needed are made. */
  const isBuilt = (index: number, step: PlannedStep, builders: readonly string[]): boolean => {
    const versions = new Map<Entry, Version>(
      inventory.entries.filter((e) => builders.includes(e.component)).map((e) => [e, e.version]),
    );
    for (const [i, earlier] of steps.slice(0, index).entries()) {
      const moved = needs[i]?.isRequired ? entries.get(earlier.entry) : undefined;
      if (moved !== undefined && versions.has(moved)) versions.set(moved, earlier.to);
    }
    return [...versions].some(
      ([builder, version]) =>
        compareVersions(version, step.to) >= 0 && works(builder, version, servers[index] ?? ''),
    );
  };

  // From the last step back: what it turns out to need comes before it.
  for (const [i, step] of [...steps.entries()].reverse()) {
    const entry = needs[i]?.isRequired ? entries.get(step.entry) : undefined;
    const builders = entry === undefined ? [] : buildersOf(catalog, inventory, entry);
    if (builders.length === 0 || isBuilt(i, step, builders)) continue;
    const candidates = steps.flatMap((candidate, j) =>
      j < i && builders.includes(candidate.component) && compareVersions(candidate.to, step.to) >= 0
        ? [{ j, candidate }]
        : [],
    );
    candidates.sort((a, b) => count(a.candidate) - count(b.candidate) || a.j - b.j);
    const [cheapest] = candidates;
    if (cheapest !== undefined) needs[cheapest.j] = { isRequired: true, builds: step };
  }
  return needs;
}
