/** How does each entry go through the states of a plan, and which of them go alike? */
import type { TracedEntry, TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog } from '../../engine/model/catalog';
import type { Entry, Inventory } from '../../engine/model/inventory';
import type { Role } from './layout';

export interface Path {
  readonly entry: Entry;
  readonly role: Role;
  readonly through: readonly TracedEntry[];
  /** The same for those of one component, pinned or not, that are at the same versions and stand alike throughout. */
  readonly course: number;
}

export function roleOf(catalog: Catalog, component: string): Role {
  return catalog.components[component]?.role ?? 'client';
}

/** Gives numbers to what is met, from 0; the same for the same. */
function numberer<T>(): (thing: T) => number {
  const known = new Map<T, number>();
  return (thing) => {
    let number = known.get(thing);
    if (number === undefined) {
      number = known.size;
      known.set(thing, number);
    }
    return number;
  };
}

export function layOutPaths(catalog: Catalog, inventory: Inventory, states: readonly TracedState[]): Path[] {
  const numberOf = numberer<string>();
  // What was found of a pair of versions is one object wherever it is met (trace-plan.ts).
  const pairOf = numberer<TracedEntry['ranges']>();
  return inventory.entries.map((entry, i): Path => {
    const through: TracedEntry[] = [];
    let course = entry.pinned === undefined ? entry.component : `${entry.component} pinned`;
    let last: TracedEntry | undefined;
    for (const { entries } of states) {
      const traced = entries[i];
      if (traced === undefined) continue;
      course += traced === last ? ' ' : ` ${pairOf(traced.ranges)}${traced.moved ? '>' : ''}`;
      through.push(traced);
      last = traced;
    }
    return { entry, role: roleOf(catalog, entry.component), through, course: numberOf(course) };
  });
}

/** What is worked out once for all that go alike. */
export function byCourse<T>(workOut: (path: Path) => T): (path: Path) => T {
  const known = new Map<number, T>();
  return (path) => {
    const found = known.get(path.course);
    if (found !== undefined) return found;
    const made = workOut(path);
    known.set(path.course, made);
    return made;
  };
}
