/**
 * Which steps of a plan could not be made without an earlier one, because it brings a builder (rule 6)?
 *
 * For every step, the two highest versions deployed of each component that builds: so it is at once known how far
 * builders would be without any one of them.
 */
import { type Catalog, compareVersions, type Inventory, type Version } from '../model';
import { buildersOf } from '../planning/fleet';
import type { PlannedStep } from '../planning/stages';

interface Highest {
  readonly entry: string;
  readonly version: Version;
  /** The highest version of all other entries of the component. */
  readonly next: Version | undefined;
}

function highestOf(versions: ReadonlyMap<string, Version>): Highest | undefined {
  let first: { entry: string; version: Version } | undefined;
  let next: Version | undefined;
  for (const [entry, version] of versions) {
    if (first === undefined || compareVersions(version, first.version) > 0) {
      next = first?.version;
      first = { entry, version };
    } else if (next === undefined || compareVersions(version, next) > 0) {
      next = version;
    }
  }
  return first && { ...first, next };
}

export class BuilderHistory {
  /** By step: components that build its entry, where rule 6 holds for it. */
  private readonly builders: readonly (readonly string[])[];
  /** By step: how far each component that builds is just before it. */
  private readonly before: readonly ReadonlyMap<string, Highest>[];

  constructor(
    catalog: Catalog,
    inventory: Inventory,
    private readonly steps: readonly PlannedStep[],
  ) {
    const entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
    const byComponent = new Map<string, readonly string[]>();
    this.builders = steps.map((step) => {
      const entry = entries.get(step.entry);
      if (entry === undefined) return [];
      const key = JSON.stringify([entry.component, entry.source === 'external']);
      const known = byComponent.get(key) ?? buildersOf(catalog, inventory, entry);
      byComponent.set(key, known);
      return known;
    });
    const versions = new Map<string, Map<string, Version>>();
    for (const component of new Set(this.builders.flat())) versions.set(component, new Map());
    for (const { name, component, version } of inventory.entries) versions.get(component)?.set(name, version);
    let now = new Map<string, Highest>();
    const raise = (component: string) => {
      const highest = highestOf(versions.get(component) ?? new Map());
      if (highest !== undefined) now = new Map(now).set(component, highest);
    };
    for (const component of versions.keys()) raise(component);
    this.before = steps.map((step) => {
      const here = now;
      const ofComponent = versions.get(step.component);
      if (ofComponent !== undefined) {
        ofComponent.set(step.entry, step.to);
        raise(step.component);
      }
      return here;
    });
  }

  /** Indices of the later steps that could not be made without this one. */
  waitingFor(index: number): number[] {
    const step = this.steps[index];
    if (step === undefined) return [];
    return this.steps.flatMap((other, i) => {
      if (i <= index || this.builders[i]?.includes(step.component) !== true) return [];
      const isBuiltWithoutIt = this.builders[i]?.some((component) => {
        const highest = this.before[i]?.get(component);
        if (highest === undefined) return false;
        const isItself = highest.entry === step.entry && compareVersions(highest.version, step.to) === 0;
        const left = isItself ? [highest.next, step.from] : [highest.version];
        return left.some((version) => version !== undefined && compareVersions(version, other.to) >= 0);
      });
      return isBuiltWithoutIt === true ? [] : [i];
    });
  }
}
