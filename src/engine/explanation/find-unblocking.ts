/**
 * What would unblock it?
 *
 * Single changes of the inventory or the goal, each checked by planning again: unpin an entry, answer a fact, waive the
 * hop rule, aim at another release.
 */
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  type Cause,
  compareVersions,
  type Inventory,
  type ParsedGoal,
  type Unblock,
} from '../model';
import { solve } from '../planning/solve';
import { relaxingAnswers } from './find-open-facts';

function withoutPin(inventory: Inventory, name: string): Inventory {
  return {
    ...inventory,
    entries: inventory.entries.map((entry) => {
      if (entry.name !== name) return entry;
      const { pinned: _, ...free } = entry;
      return free as typeof entry;
    }),
  };
}

/** For a blocked goal; in the order in which they should be offered. */
export function findUnblocking(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  causes: readonly Cause[],
): Unblock[] {
  const found: Unblock[] = [];
  for (const { fact, answer } of relaxingAnswers(catalog, inventory, goal, undefined)) {
    const answered = { ...inventory, facts: { ...inventory.facts, [fact]: answer } };
    if (solve(catalog, answered, goal) !== undefined) found.push({ code: 'answer', fact, answer });
  }
  for (const cause of causes) {
    if (!('entry' in cause) || !('pinned' in cause) || cause.pinned === undefined) continue;
    if (solve(catalog, withoutPin(inventory, cause.entry), goal) !== undefined) {
      found.push({ code: 'unpin', entry: cause.entry });
    }
  }
  if (!goal.allowSkips && solve(catalog, inventory, { ...goal, allowSkips: true }) !== undefined) {
    found.push({ code: 'allow-skips' });
  }
  const server = serverEntryOf(catalog, inventory);
  const others = releaseLine(catalog, server.component)
    .releases.map((release) => release.version)
    .filter(
      (version) =>
        compareVersions(version, server.version) >= 0 && compareVersions(version, goal.target) !== 0,
    );
  // The nearest below the target first; above it only where nothing below will do.
  const below = others.filter((version) => compareVersions(version, goal.target) < 0).reverse();
  const above = others.filter((version) => compareVersions(version, goal.target) > 0);
  const reachable = (target: string) => {
    const entries = Object.fromEntries(Object.entries(goal.entries).filter(([name]) => name !== server.name));
    return solve(catalog, inventory, { ...goal, target, entries }) !== undefined;
  };
  const other = below.find(reachable) ?? above.find(reachable);
  if (other !== undefined) found.push({ code: 'target', target: other });
  return found;
}
