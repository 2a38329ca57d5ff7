/** What do inventory and goal become with a change that is said to unblock the plan? */
import type { Entry, Inventory, ParsedGoal, Unblock } from '../model';

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
export function applyUnblock(inventory: Inventory, goal: ParsedGoal, change: Unblock): Unblocked {
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
    case 'target':
      return { inventory, goal: { ...goal, target: change.target } };
    case 'prereleases':
      return { inventory, goal: { ...goal, prereleases: true } };
    case 'allow-skips':
      return { inventory, goal: { ...goal, allowSkips: true } };
  }
}
