/**
 * What does a fleet look like to somebody who is not to know its names?
 *
 * Names become `client-1`, labels `label-1=value-1`, both in the order of what they stand for, so that the same fleet gives
 * the same pseudonyms; notes (why something is pinned, what the inventory is called) are left out.
 */
import type { Entry, Inventory, ParsedGoal } from '../../engine/model';

/** What is to be replaced. */
export interface Hidden {
  readonly names: boolean;
  readonly labels: boolean;
  readonly notes: boolean;
  /** Left out rather than replaced. */
  readonly parameters: boolean;
}

/** Numbers as wide as the last one, so that pseudonyms come in the order of what they stand for. */
function numberAll(texts: Iterable<string>, word: string): Map<string, string> {
  const sorted = [...new Set(texts)].sort();
  const width = String(sorted.length).length;
  return new Map(sorted.map((text, i) => [text, `${word}-${String(i + 1).padStart(width, '0')}`]));
}

function nameAll(entries: readonly Entry[]): Map<string, string> {
  const components = [...new Set(entries.map(({ component }) => component))];
  return new Map(
    components.flatMap((id) => {
      const own = entries.filter(({ component }) => component === id).map(({ name }) => name);
      return [...numberAll(own, id)];
    }),
  );
}

export function hide(
  inventory: Inventory,
  goal: ParsedGoal,
  hidden: Hidden,
): { readonly inventory: Inventory; readonly goal: ParsedGoal } {
  const names = hidden.names ? nameAll(inventory.entries) : new Map<string, string>();
  const allLabels = inventory.entries.map(({ labels = {} }) => labels);
  const keys = numberAll(allLabels.flatMap(Object.keys), 'label');
  const values = numberAll(allLabels.flatMap(Object.values), 'value');
  const nameOf = (name: string) => names.get(name) ?? name;
  const hideLabels = (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [keys.get(key) ?? key, values.get(value) ?? value]),
    );
  const entries = inventory.entries.map((entry) => ({
    ...entry,
    name: nameOf(entry.name),
    ...(hidden.labels && entry.labels !== undefined && { labels: hideLabels(entry.labels) }),
    ...(hidden.notes && entry.pinned !== undefined && { pinned: 'pinned' }),
  }));
  const { name, ...unnamed } = inventory;
  return {
    inventory: { ...unnamed, ...(name !== undefined && !hidden.notes && { name }), entries },
    goal: {
      ...goal,
      entries: Object.fromEntries(
        Object.entries(goal.entries).map(([entry, version]) => [nameOf(entry), version]),
      ),
    },
  };
}
