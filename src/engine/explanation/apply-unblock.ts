/** What do inventory and goal become with a change that is said to unblock the plan? */
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Entry, Inventory, ParsedGoal, Unblock } from '../model';

export interface Unblocked {
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

function unpin({ pinned: _, ...free }: Entry): Entry {
  return free;
}

/** Neither of the two is changed in place. */
export function applyUnblock(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  change: Unblock,
): Unblocked {
  const changeEntry = (name: string, by: (entry: Entry) => Entry): Inventory => ({
    ...inventory,
    entries: inventory.entries.map((entry) => (entry.name === name ? by(entry) : entry)),
  });
  switch (change.code) {
    case 'answer':
      return {
        inventory: { ...inventory, facts: { ...inventory.facts, [change.fact]: change.answer } },
        goal,
      };
    case 'unpin': {
      const names = new Set([change.entry, ...(change.also ?? [])]);
      const entries = inventory.entries.map((entry) => (names.has(entry.name) ? unpin(entry) : entry));
      return { inventory: { ...inventory, entries }, goal };
    }
    case 'entry-target': {
      const others = without(goal.entries, change.entry);
      const entries =
        change.target === undefined
          ? others
          : Object.fromEntries([...Object.entries(others), [change.entry, change.target]]);
      return { inventory, goal: { ...goal, entries } };
    }
    case 'retire': {
      const entries = inventory.entries.filter((entry) => entry.name !== change.entry);
      return {
        inventory: { ...inventory, entries },
        goal: { ...goal, entries: without(goal.entries, change.entry) },
      };
    }
    case 'target': {
      const { name } = serverEntryOf(catalog, inventory);
      // The goal may name the target for the server as well.
      return { inventory, goal: { ...goal, target: change.target, entries: without(goal.entries, name) } };
    }
    case 'keep':
      return { inventory, goal: { ...goal, consumers: 'keep' } };
    case 'look-up': {
      const { entry, protocols } = change;
      const known = changeEntry(entry, (found) => ({
        ...found,
        protocols: { ...found.protocols, ...protocols },
      }));
      return { inventory: known, goal };
    }
    case 'move':
    case 'put-back': {
      // What it advertised holds for the version that it had.
      const { entry, version } = change;
      return { inventory: changeEntry(entry, ({ protocols: _, ...found }) => ({ ...found, version })), goal };
    }
    case 'prereleases':
      return { inventory, goal: { ...goal, prereleases: true } };
    case 'allow-skips':
      return { inventory, goal: { ...goal, allowSkips: true } };
    case 'together':
      return change.changes.reduce<Unblocked>(
        (changed, one) => applyUnblock(catalog, changed.inventory, changed.goal, one),
        { inventory, goal },
      );
  }
}
