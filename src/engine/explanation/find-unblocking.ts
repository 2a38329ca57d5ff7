/**
 * What would unblock it?
 *
 * Single changes of the inventory or the goal, each checked by planning again, in the order of what they ask of the
 * operator: to answer a question; another exact version for an entry, or none; to let an entry move that is pinned; another
 * target; pre-releases; to waive the hop rule; to take an entry out. Changes of one kind come in the order of what the plan
 * costs that they make possible.
 *
 * Only entries among the causes are tried, since these block without any other entry, and those that others are built with:
 * one more builder that may move can help. Where no pinned entry helps alone, all that stand in the way are tried together.
 */
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  type Cause,
  compareVersions,
  type Inventory,
  type ParsedGoal,
  type PlanOptions,
  type Unblock,
  type Version,
} from '../model';
import { type Cost, compareCosts, disruptionOrder, nameCost } from '../planning/cost';
import { solve } from '../planning/solve';
import { applyUnblock } from './apply-unblock';
import { relaxingAnswers } from './find-open-facts';

/** Other versions that are tried at most, the nearest first: planning for each takes its time. */
const MAX_TARGETS = 64;
const MAX_ENTRY_TARGETS = 12;
const MAX_BUILDERS = 50;

interface Tried {
  readonly change: Unblock;
  readonly cost: Cost;
}

class Trial {
  private readonly order: readonly string[];

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
    private readonly options: PlanOptions,
  ) {
    this.order = disruptionOrder(catalog, goal);
  }

  /** The change with what its plan costs, where there is one. */
  try(change: Unblock): Tried[] {
    const { inventory, goal } = applyUnblock(this.inventory, this.goal, change);
    const solution = solve(this.catalog, inventory, goal, this.options);
    if (solution === undefined) return [];
    return [{ change: { ...change, cost: nameCost(solution.cost, this.order) }, cost: solution.cost }];
  }

  /** The first of several that helps. */
  tryUntil(changes: readonly Unblock[]): Tried[] {
    for (const change of changes) {
      const tried = this.try(change);
      if (tried.length > 0) return tried;
    }
    return [];
  }
}

/** The other releases that the server could aim at: nearest below the target first, above it where nothing below helps. */
function otherTargets(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): Unblock[] {
  const server = serverEntryOf(catalog, inventory);
  // Where the goal names a version for the server it has to be the target.
  if (Object.hasOwn(goal.entries, server.name)) return [];
  const versions = releaseLine(catalog, server.component)
    .releases.map((release) => release.version)
    .filter((version) => compareVersions(version, server.version) >= 0);
  const below = versions.filter((version) => compareVersions(version, goal.target) < 0).reverse();
  const above = versions.filter((version) => compareVersions(version, goal.target) > 0);
  return [...below.slice(0, MAX_TARGETS), ...above.slice(0, MAX_TARGETS)].map((target) => ({
    code: 'target',
    target,
  }));
}

/** Other exact versions for an entry that the goal names: nearest to the one it asks for first; last, none at all. */
function otherEntryTargets(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  entry: string,
): Unblock[] {
  const wanted = Object.hasOwn(goal.entries, entry) ? goal.entries[entry] : undefined;
  const found = inventory.entries.find(({ name }) => name === entry);
  if (wanted === undefined || found === undefined) return [];
  const line = releaseLine(catalog, found.component);
  const versions = line.releases
    .map((release) => release.version)
    .filter(
      (version) =>
        compareVersions(version, wanted) !== 0 &&
        compareVersions(version, found.version) >= 0 &&
        (!line.isServerLine || compareVersions(version, goal.target) <= 0),
    );
  const below = versions.filter((version) => compareVersions(version, wanted) < 0).reverse();
  const above = versions.filter((version) => compareVersions(version, wanted) > 0);
  const nearest: Version[] = [];
  for (let i = 0; nearest.length < MAX_ENTRY_TARGETS && i < versions.length; i++) {
    nearest.push(...[below[i], above[i]].filter((version) => version !== undefined));
  }
  return [
    ...nearest.map((target): Unblock => ({ code: 'entry-target', entry, target })),
    { code: 'entry-target', entry },
  ];
}

/** For a blocked goal; in the order in which they should be offered. */
export function findUnblocking(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  causes: readonly Cause[],
  alsoBlocking: readonly string[],
  options: PlanOptions = {},
): Unblock[] {
  const trial = new Trial(catalog, inventory, goal, options);
  const server = serverEntryOf(catalog, inventory);
  const named = [...new Set(causes.flatMap((cause) => ('entry' in cause ? [cause.entry] : [])))];
  const isPinned = new Set(
    inventory.entries.filter(({ pinned }) => pinned !== undefined).map(({ name }) => name),
  );
  const answers = relaxingAnswers(catalog, inventory, goal, undefined).map(
    ({ fact, answer }): Unblock => ({ code: 'answer', fact, answer }),
  );
  const building = new Set(Object.values(catalog.components).flatMap(({ builtWith }) => builtWith ?? []));
  // Without a builder what it builds need not wait (rule 6), which is no reason to take one out.
  const isKept = new Set([
    server.name,
    ...inventory.entries.filter(({ component }) => building.has(component)).map(({ name }) => name),
  ]);
  const builders = inventory.entries
    .filter(({ component, name }) => building.has(component) && isPinned.has(name))
    .slice(0, MAX_BUILDERS)
    .map(({ name }) => name);
  const pinned = [...new Set([...named.filter((name) => isPinned.has(name)), ...builders])];
  const unpinned = pinned.flatMap((entry) => trial.try({ code: 'unpin', entry }));
  const [first, ...also] = [...new Set([...named, ...alsoBlocking])].filter((name) => isPinned.has(name));
  const together =
    unpinned.length > 0 || first === undefined || also.length === 0
      ? []
      : trial.try({ code: 'unpin', entry: first, also });
  const kinds: Tried[][] = [
    answers.flatMap((change) => trial.try(change)),
    named.flatMap((entry) => trial.tryUntil(otherEntryTargets(catalog, inventory, goal, entry))),
    [...unpinned, ...together],
    trial.tryUntil(otherTargets(catalog, inventory, goal)),
    goal.prereleases ? [] : trial.try({ code: 'prereleases' }),
    goal.allowSkips ? [] : trial.try({ code: 'allow-skips' }),
    named.filter((name) => !isKept.has(name)).flatMap((entry) => trial.try({ code: 'retire', entry })),
  ];
  return kinds.flatMap((tried) =>
    tried.sort((a, b) => compareCosts(a.cost, b.cost)).map(({ change }) => change),
  );
}
