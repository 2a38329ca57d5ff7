/**
 * Where could this fleet go, and what would each release take?
 *
 * For every release at or above the server's: already there, only the server moves, other parts move too, or blocked and
 * why (engine.md, Reach).
 */
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import { findCauses } from '../explanation/find-causes';
import { type Catalog, type Cause, compareVersions, type Goal, type Inventory, type Version } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { solve } from '../planning/solve';

export interface ReachedRelease {
  readonly version: Version;
  readonly date?: string;
  /** `here`: there is nothing to do. `standard`: nothing but the server moves. `moves`: consumers move as well. */
  readonly status: 'here' | 'standard' | 'moves' | 'blocked';
  /** Server steps. */
  readonly hops: number;
  /** Instances of consumers moved, by component, in the order in which they move first. */
  readonly moved: readonly { readonly component: string; readonly instances: number }[];
  /** Why, where it is blocked. */
  readonly causes: readonly Cause[];
}

/** Ascending. The goal's other wishes hold for every release; a version it names for an entry too. */
export function reach(
  catalog: Catalog,
  inventory: Inventory,
  goal: Omit<Goal, 'target'> = {},
): ReachedRelease[] {
  const server = serverEntryOf(catalog, inventory);
  const counts = new Map(inventory.entries.map((entry) => [entry.name, entry.count]));
  const { [server.name]: _, ...entries } = goal.entries ?? {};
  return releaseLine(catalog, server.component)
    .releases.filter((release) => compareVersions(release.version, server.version) >= 0)
    .map(({ version, date }) => {
      const wanted = requireGoal({ ...goal, entries, target: version }, catalog, inventory);
      const solution = solve(catalog, inventory, wanted);
      const release = { version, ...(date !== undefined && { date }) };
      if (solution === undefined) {
        const { causes } = findCauses(catalog, inventory, wanted);
        return { ...release, status: 'blocked', hops: 0, moved: [], causes };
      }
      const moved = new Map<string, number>();
      let hops = 0;
      for (const step of solution.steps) {
        if (step.entry === server.name) hops += 1;
        else moved.set(step.component, (moved.get(step.component) ?? 0) + (counts.get(step.entry) ?? 0));
      }
      const status = moved.size > 0 ? 'moves' : hops > 0 ? 'standard' : 'here';
      return {
        ...release,
        status,
        hops,
        moved: [...moved].map(([component, instances]) => ({ component, instances })),
        causes: [],
      };
    });
}
