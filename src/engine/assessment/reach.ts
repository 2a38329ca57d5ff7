/**
 * Where could this fleet go, and what would each release take?
 *
 * For every release at or above the server's: already there, only the server moves, other parts move too, or blocked and
 * why (engine.md, Reach).
 */
import { listedRelease, releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import { findCauses } from '../explanation/find-causes';
import {
  type Catalog,
  type Cause,
  compareVersions,
  type Goal,
  type Inventory,
  type ParsedGoal,
  type Plan,
  PlanningStopped,
  type PlanOptions,
  type Version,
} from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { compareCosts, disruptionOrder, nameCost } from '../planning/cost';
import { skippedRange } from '../planning/server-graph';
import { NOT_FOUND, solve } from '../planning/solve';

export interface ReachedRelease {
  readonly version: Version;
  readonly date?: string;
  /** `here`: there is nothing to do. `standard`: nothing but the server moves. `moves`: consumers move as well. */
  readonly status: 'here' | 'standard' | 'moves' | 'blocked';
  /** Server steps. */
  readonly hops: number;
  /** Those of them that go beyond the release's `upgradeFrom`, which only `allowSkips` permits. */
  readonly skips: number;
  /** Instances of consumers moved, by component, in the order of disruption, as in the cost of a plan. */
  readonly moved: readonly { readonly component: string; readonly instances: number }[];
  /** `best-found`: there may be a way that moves less, which would take long to find out; planning for it does. */
  readonly optimality: Plan['optimality'];
  /** Why, where it is blocked; empty where that would take long to find out, which planning for it does. */
  readonly causes: readonly Cause[];
}

/** Work for all releases together (`PlanOptions.budget`): the answer is for a list that follows each keystroke. */
const BUDGET = 4_000_000;
const LEAST_BUDGET = 20_000;
/** The same for all causes together, counted in reports of progress: searches that are small make none. */
const MAX_REPORTS = 200;

/** Ascending. The goal's other wishes hold for every release; a version it names for an entry too. */
export function reach(
  catalog: Catalog,
  inventory: Inventory,
  goal: Omit<Goal, 'target'> = {},
): ReachedRelease[] {
  const server = serverEntryOf(catalog, inventory);
  const { [server.name]: _, ...entries } = goal.entries ?? {};
  const line = releaseLine(catalog, server.component);
  const targets = line.releases.filter((release) => compareVersions(release.version, server.version) >= 0);
  const budget = Math.max(LEAST_BUDGET, Math.floor(BUDGET / targets.length));
  let reports = 0;
  const whileShort: PlanOptions = {
    budget,
    onProgress: () => {
      reports += 1;
    },
    signal: {
      get aborted() {
        return reports > MAX_REPORTS;
      },
    },
  };
  const causesOf = (wanted: ParsedGoal): readonly Cause[] => {
    try {
      return findCauses(catalog, inventory, wanted, whileShort).causes;
    } catch (error) {
      if (error instanceof PlanningStopped) return [];
      throw error;
    }
  };
  return targets.map(({ version, date }) => {
    const wanted = requireGoal({ ...goal, entries, target: version }, catalog, inventory);
    const solution = solve(catalog, inventory, wanted, { budget });
    const release = { version, ...(date !== undefined && { date }) };
    if (solution === NOT_FOUND) {
      const causes: Cause[] = [{ code: 'not-found' }];
      return {
        ...release,
        status: 'blocked',
        hops: 0,
        skips: 0,
        moved: [],
        optimality: 'best-found',
        causes,
      };
    }
    if (solution === undefined) {
      const causes = causesOf(wanted);
      return { ...release, status: 'blocked', hops: 0, skips: 0, moved: [], optimality: 'proven', causes };
    }
    const ofServer = solution.steps.filter(({ entry }) => entry === server.name);
    const hops = ofServer.length;
    const skips = ofServer.filter(({ from, to }) => skippedRange(listedRelease(line, to), from)).length;
    const moved = nameCost(solution.cost, disruptionOrder(catalog, wanted)).moved.filter(
      ({ component }) => component !== server.component,
    );
    const status = moved.length > 0 ? 'moves' : hops > 0 ? 'standard' : 'here';
    return {
      ...release,
      status,
      hops,
      skips,
      optimality: compareCosts(solution.cost, solution.bound) === 0 ? 'proven' : 'best-found',
      moved,
      causes: [],
    };
  });
}
