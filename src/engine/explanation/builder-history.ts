/**
 * Which steps of a plan could not be made without an earlier one, because it brings a builder (rule 6)?
 *
 * For every step, the two highest versions of each component that builds, of those that work with the server: so it is at
 * once known how far builders would be without any one of them.
 */
import { type Catalog, compareVersions, type Entry, type Inventory, type Version } from '../model';
import { buildersOf } from '../planning/fleet';
import type { PlannedStep } from '../planning/stages';

/** Whether an entry works at a version with the server at one. */
export type Works = (entry: Entry, version: Version, server: Version) => boolean;

interface Highest {
  readonly entry: Entry;
  readonly version: Version;
  /** The highest version of all other entries of the component that work. */
  readonly next: Version | undefined;
}

function highestOf(versions: Iterable<readonly [Entry, Version]>): Highest | undefined {
  let first: { entry: Entry; version: Version } | undefined;
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
    /** By step: where the server is once the hops up to it are made. */
    private readonly servers: readonly Version[],
    private readonly works: Works,
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
    const versions = new Map<string, Map<Entry, Version>>();
    for (const component of new Set(this.builders.flat())) versions.set(component, new Map());
    for (const entry of inventory.entries) versions.get(entry.component)?.set(entry, entry.version);
    let now = new Map<string, Highest>();
    const raise = (component: string, server: Version) => {
      const deployed = [...(versions.get(component) ?? [])];
      const highest = highestOf(deployed.filter(([entry, version]) => works(entry, version, server)));
      if (highest !== undefined) now = new Map(now).set(component, highest);
    };
    let at: Version | undefined;
    this.before = steps.map((step, i) => {
      const server = servers[i] ?? '';
      if (server !== at) for (const component of versions.keys()) raise(component, server);
      at = server;
      const here = now;
      const moves = this.moves.get(step.entry);
      if (moves === undefined) this.moves.set(step.entry, [i]);
      else moves.push(i);
      const ofComponent = versions.get(step.component);
      const entry = entries.get(step.entry);
      if (ofComponent !== undefined && entry !== undefined) {
        ofComponent.set(entry, step.to);
        raise(step.component, server);
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
    const brought = this.moves.get(only.entry.name)?.findLast((move) => move < index);
    const from = this.steps[brought ?? -1]?.from;
    if (from === undefined) return undefined;
    const wouldBuild = isEnough(from) && this.works(only.entry, from, this.servers[index] ?? '');
    return wouldBuild ? undefined : brought;
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
