/** Every problem of a small world: the planner finds what trying everything finds, and the verifier accepts it. */
import { expect, it } from 'vitest';
import { askOracle } from '../testing/oracle';
import { smallWorlds } from '../testing/small-world';
import type { Catalog, Inventory, Plan } from './model';
import { compareVersions } from './model';
import { parseGoal } from './parsing/parse-goal';
import { planUpgrade } from './plan-upgrade';
import { verifyPlan } from './verification/verify-plan';

/** Instances moved of app, server and client, then steps, as the oracle counts them. Each entry is one instance. */
function costOf({ steps }: Plan): number[] {
  const moved = ['app', 'server', 'client'].map((id) => steps.filter((step) => step.component === id).length);
  return [...moved, steps.length];
}

/** What is wrong with the plan, `undefined` where nothing is. */
function faultOf(catalog: Catalog, inventory: Inventory, target: string): string | undefined {
  const goal = parseGoal({ target }, catalog, inventory);
  if (!goal.ok) throw new Error(JSON.stringify(goal.problems));
  const plan = planUpgrade(catalog, inventory, goal.value);
  const best = askOracle(catalog, inventory, goal.value);
  if (plan.status !== best.status) return `${plan.status}, not ${best.status}`;
  if (plan.optimality !== 'proven') return 'not proven';
  if (plan.status === 'blocked') return plan.causes.length === 0 ? 'blocked without a cause' : undefined;
  if (JSON.stringify(costOf(plan)) !== JSON.stringify(best.cost))
    return `costs ${costOf(plan)}, not ${best.cost}`;
  return verifyPlan(catalog, inventory, goal.value, plan).ok ? undefined : 'rejected by the verifier';
}

// For each number of releases: catalogs × pairs of a start and a target at or above it × pairs of consumers.
it.each([
  [1, 6 * 1 * 1],
  [2, 36 * 3 * 4],
  [3, 216 * 6 * 9],
  [4, 1296 * 10 * 16],
])('%i releases: each of the %i problems, with and without hop rule', (releases, count) => {
  for (const hasHopRule of [false, true]) {
    let tried = 0;
    for (const { catalog, inventories } of smallWorlds(releases, hasHopRule)) {
      for (const inventory of inventories) {
        const start = inventory.entries[0]?.version ?? '';
        for (const { version } of catalog.releases) {
          if (compareVersions(version, start) < 0) continue;
          tried += 1;
          const fault = faultOf(catalog, inventory, version);
          if (fault !== undefined) {
            const problem = {
              fault,
              target: version,
              releases: catalog.releases,
              entries: inventory.entries,
            };
            expect.fail(JSON.stringify(problem));
          }
        }
      }
    }
    expect(tried).toBe(count);
  }
});
