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
  /** By entry: its steps. */
  private readonly moves = new Map<string, number[]>();
  /** By step: the later ones that wait for it; made when first asked for. */
  private waiting: ReadonlyMap<number, readonly number[]> | undefined;

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
    this.before = steps.map((step, i) => {
      const here = now;
      const moves = this.moves.get(step.entry);
      if (moves === undefined) this.moves.set(step.entry, [i]);
      else moves.push(i);
      const ofComponent = versions.get(step.component);
      if (ofComponent !== undefined) {
        ofComponent.set(step.entry, step.to);
        raise(step.component);
      }
      return here;
    });
  }

  /** The step before this one that alone brought a builder far enough for it; none where it could be built without. */
  private waitsFor(index: number): number | undefined {
    const step = this.steps[index];
    if (step === undefined) return undefined;
    const isEnough = (version: Version) => compareVersions(version, step.to) >= 0;
    const enough = (this.builders[index] ?? [])
      .flatMap((component) => this.before[index]?.get(component) ?? [])
      .filter(({ version }) => isEnough(version));
    const [only] = enough;
    if (only === undefined || enough.length > 1 || (only.next !== undefined && isEnough(only.next)))
      return undefined;
    const brought = this.moves.get(only.entry)?.findLast((move) => move < index);
    const from = this.steps[brought ?? -1]?.from;
    return from === undefined || isEnough(from) ? undefined : brought;
  }

  /** Indices of the later steps that could not be made without this one. */
  waitingFor(index: number): readonly number[] {
    this.waiting ??= this.findWaiting();
    return this.waiting.get(index) ?? [];
  }

  private findWaiting(): ReadonlyMap<number, readonly number[]> {
    const waiting = new Map<number, number[]>();
    for (const i of this.steps.keys()) {
      const earlier = this.waitsFor(i);
      if (earlier === undefined) continue;
      const known = waiting.get(earlier);
      if (known === undefined) waiting.set(earlier, [i]);
      else known.push(i);
    }
    return waiting;
  }
}
