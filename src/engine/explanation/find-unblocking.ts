/**
 * What would unblock it?
 *
 * Changes of the inventory or the goal, each checked by planning again, in the order of what they ask of the operator: to
 * answer a question; to look up a range; another exact version for an entry, or none; that the others stay; to let an entry
 * move that is pinned; another target; pre-releases; to waive the hop rule; to put an entry back; to
 * move one by hand to another release of its own line; to take one out. Changes
 * of one kind come in the order of what the plan costs that they make possible. Where none of them helps alone, or only
 * another target does, the fewest that help together are looked for (find-combinations).
 *
 * Only entries are tried that the conflict involves, since these block without any other entry, and those that others are
 * built with: one more builder that may move can help.
 */
import { assessPair, partyAt } from '../compatibility/assess-pair';
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type Plan,
  type PlanOptions,
  type ProtocolRange,
  type Unblock,
} from '../model';
import { type Cost, compareCosts, disruptionOrder, nameCost } from '../planning/cost';
import { NOT_FOUND, solve } from '../planning/solve';
import { applyUnblock } from './apply-unblock';
import { buildingComponents } from './changes-tried';
import type { Causes } from './find-causes';
import { findCombinations } from './find-combinations';
import { askWithOnly, findAlone, type Question } from './find-conflict';
import { relaxingAnswers } from './find-open-facts';
import { olderVersions, otherEntryTargets, otherOwnReleases, otherTargets } from './nearby-versions';
import { shrink } from './shrink';

const MAX_BUILDERS = 50;
/** Entries that block each on their own and are asked first, beside those of the conflict. */
const MAX_ASKED_FIRST = 8;

interface Tried {
  readonly change: Unblock;
  readonly cost: Cost;
}

class Trial {
  private readonly order: readonly string[];
  /** Whether it is known of all that was tried whether it helps. */
  isSure = true;

  constructor(
    private readonly question: Question,
    private readonly askedFirst: ReadonlySet<string>,
  ) {
    this.order = disruptionOrder(question.catalog, question.goal);
  }

  /** Whether those that are asked first still block: then so do all, and these few are asked in no time. */
  private isHopeless(changed: Pick<Question, 'inventory' | 'goal'>): boolean {
    const { catalog, inventory, options } = this.question;
    if (this.askedFirst.size + 1 >= inventory.entries.length) return false;
    const server = serverEntryOf(catalog, changed.inventory);
    const few = askWithOnly({ ...this.question, ...changed, server }, this.askedFirst, 'asWaived');
    return solve(catalog, few.inventory, few.goal, options) === undefined;
  }

  /** The change with what its plan costs, where there is one. */
  try(change: Unblock): Tried[] {
    const { catalog, options } = this.question;
    const { inventory, goal } = applyUnblock(catalog, this.question.inventory, this.question.goal, change);
    if (this.isHopeless({ inventory, goal })) return [];
    const solution = solve(catalog, inventory, goal, options);
    if (solution === NOT_FOUND) this.isSure = false;
    if (solution === undefined || solution === NOT_FOUND) return [];
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

/** In the same order however they are listed. */
function byName(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function unpinAll([entry, ...also]: readonly string[]): Unblock[] {
  return entry === undefined ? [] : [{ code: 'unpin', entry, ...(also.length > 0 && { also }) }];
}

/** Where no pin stands alone in the way: as few as will do. */
function unpinTogether(trial: Trial, question: Question): Tried[] {
  const { inventory, server, goal } = question;
  const pinned = byName(inventory.entries)
    .filter((entry) => entry.pinned !== undefined)
    .map(({ name }) => name);
  const tryAll = (names: readonly string[]) => unpinAll(names).flatMap((change) => trial.try(change));
  if (pinned.length < 2 || tryAll(pinned).length === 0) return [];
  // Each of these stands in the way whatever becomes of the others; the server does where it has to move.
  const { pinned: serverPin, ...free } = server;
  const isServerHeld = serverPin !== undefined && compareVersions(server.version, goal.target) !== 0;
  const entries = inventory.entries.map((entry) => (entry === server ? free : entry));
  const asked = { ...question, inventory: { ...inventory, entries }, server: free };
  const alone = new Set([...(isServerHeld ? [server.name] : []), ...findAlone(asked)]);
  const needed = pinned.filter((name) => alone.has(name));
  const others = pinned.filter((name) => !alone.has(name));
  const added = shrink(others, (kept) => tryAll([...needed, ...kept]).length > 0);
  return tryAll([...needed, ...added]);
}

/** The widest range that the catalog knows of a protocol. */
function widestRange(catalog: Catalog, protocol: string): ProtocolRange | undefined {
  let widest: ProtocolRange | undefined;
  for (const component of Object.keys(catalog.components)) {
    for (const { ranges } of releaseLine(catalog, component).releases) {
      const range = ranges.get(protocol);
      if (range === undefined) continue;
      widest = [Math.min(range[0], widest?.[0] ?? range[0]), Math.max(range[1], widest?.[1] ?? range[1])];
    }
  }
  return widest;
}

/** Ranges of the entry that are not known, as wide as they could be. */
function unknownRanges({ catalog, inventory, server }: Question, entry: Entry): Unblock[] {
  const { name } = entry;
  const { clashes } = assessPair(catalog, partyAt(entry), partyAt(server), inventory.facts);
  const ranges = clashes.flatMap((clash): [string, [number, number]][] => {
    if (clash.kind !== 'unknown' || clash.missing === 'server') return [];
    const range = widestRange(catalog, clash.protocol);
    return range === undefined ? [] : [[clash.protocol, [...range]]];
  });
  return ranges.length === 0 ? [] : [{ code: 'look-up', entry: name, protocols: Object.fromEntries(ranges) }];
}

export interface Unblocking {
  /** In the order in which they should be offered. */
  readonly unblock: Unblock[];
  readonly search: NonNullable<Plan['unblockSearch']>;
}

/** For a blocked goal. */
export function findUnblocking(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  found: Causes,
  options: PlanOptions = {},
): Unblocking {
  const { causes, alsoBlocking, involved } = found;
  const server = serverEntryOf(catalog, inventory);
  const question: Question = { catalog, inventory, goal, server, options };
  const trial = new Trial(question, new Set([...involved, ...alsoBlocking.slice(0, MAX_ASKED_FIRST)]));
  const isNamed = new Set([
    ...causes.flatMap((cause) => ('entry' in cause ? [cause.entry] : [])),
    ...involved,
  ]);
  const sorted = byName(inventory.entries);
  const named = sorted.filter(({ name }) => isNamed.has(name));
  const building = buildingComponents(catalog);
  const builders = sorted.filter(({ component }) => building.has(component));
  const pinned = [...new Set([...named, ...builders.slice(0, MAX_BUILDERS)])].filter(
    (entry) => entry.pinned !== undefined,
  );
  const unpinned = pinned.flatMap(({ name }) => trial.try({ code: 'unpin', entry: name }));
  const consumers = named.filter((entry) => entry !== server);
  const targets = trial.tryUntil(otherTargets(catalog, inventory, goal));
  const kinds: Tried[][] = [
    relaxingAnswers(catalog, inventory, goal, undefined).flatMap(({ fact, answer }) =>
      trial.try({ code: 'answer', fact, answer }),
    ),
    consumers.flatMap((entry) => unknownRanges(question, entry)).flatMap((change) => trial.try(change)),
    consumers.flatMap((entry) => trial.tryUntil(otherEntryTargets(catalog, goal, entry))),
    goal.consumers === 'align' ? trial.try({ code: 'keep' }) : [],
    unpinned.length > 0 ? unpinned : unpinTogether(trial, question),
    targets,
    goal.prereleases ? [] : trial.try({ code: 'prereleases' }),
    goal.allowSkips ? [] : trial.try({ code: 'allow-skips' }),
    consumers.flatMap((entry) => trial.tryUntil(olderVersions(catalog, inventory, goal, entry))),
    consumers.flatMap((entry) => trial.tryUntil(otherOwnReleases(catalog, inventory, goal, entry))),
    consumers
      .filter(({ component }) => !building.has(component))
      .flatMap(({ name }) => trial.try({ code: 'retire', entry: name })),
  ];
  // Another target is another question: where nothing else helps alone, something may together.
  const needsMore = kinds.every((tried) => tried === targets || tried.length === 0);
  const together = needsMore ? findCombinations(question, found, targets.length === 0) : undefined;
  const order = disruptionOrder(catalog, goal);
  return {
    unblock: [
      ...kinds.flatMap((tried) =>
        tried.sort((a, b) => compareCosts(a.cost, b.cost)).map(({ change }) => change),
      ),
      ...(together?.found ?? []).map(
        ({ changes, cost }): Unblock => ({
          code: 'together',
          changes: [...changes],
          cost: nameCost(cost, order),
        }),
      ),
    ],
    search: trial.isSure && together?.isWhole !== false ? 'done' : 'cut-short',
  };
}
