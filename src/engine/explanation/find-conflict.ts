/**
 * Which entries stand in each other's way?
 *
 * Entries are left out one after another for as long as it stays blocked. There are two ways to leave out one that builds
 * others. Taken out of the inventory (`asDeployed`), it leaves those that it builds to the builders that are left, or to
 * nobody, and then rule 6 is off. Where only its own wishes are waived (`asWaived`), what it builds counts as built
 * elsewhere. The second never makes anything harder: a plan for all entries, without the steps of those left out, is
 * one for the others. So what blocks alone in that sense blocks whatever else is deployed.
 */
import {
  type Catalog,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type PlanOptions,
  versionKey,
} from '../model';
import { buildersOf } from '../planning/fleet';
import { solve } from '../planning/solve';
import { shrink } from './shrink';

export interface Question {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly server: Entry;
  readonly options: PlanOptions;
}

type LeavingOut = 'asDeployed' | 'asWaived';

/** The same question for the server and the consumers of these names only. */
export function askWithOnly(question: Question, names: ReadonlySet<string>, how: LeavingOut): Question {
  const { catalog, inventory, goal, server } = question;
  const isKept = (entry: Entry) => entry === server || names.has(entry.name);
  const leftOut = new Set(
    inventory.entries.filter((entry) => !isKept(entry)).map((entry) => entry.component),
  );
  const entries = inventory.entries.filter(isKept).map((entry) => {
    const isWaived =
      how === 'asWaived' && buildersOf(catalog, inventory, entry).some((builder) => leftOut.has(builder));
    return isWaived ? { ...entry, source: 'external' } : entry;
  });
  return {
    ...question,
    inventory: { ...inventory, entries },
    goal: {
      ...goal,
      entries: Object.fromEntries(
        Object.entries(goal.entries).filter(([name]) => names.has(name) || name === server.name),
      ),
    },
  };
}

function isBlocked({ catalog, inventory, goal, options }: Question): boolean {
  return solve(catalog, inventory, goal, options) === undefined;
}

export function isBlockedBy(question: Question, names: Iterable<string>, how: LeavingOut): boolean {
  return isBlocked(askWithOnly(question, new Set(names), how));
}

function shrinkConflict(question: Question, names: readonly string[], how: LeavingOut): string[] {
  return shrink(names, (kept) => isBlockedBy(question, kept, how));
}

/** Leaves out until nothing changes: who is taken out can be what kept another from being left out. */
function shrinkAsDeployed(question: Question, names: readonly string[]): string[] {
  let kept = shrinkConflict(question, names, 'asDeployed');
  for (let at = 0; at < kept.length; ) {
    const without = kept.toSpliced(at, 1);
    if (isBlockedBy(question, without, 'asDeployed')) {
      kept = without;
      at = 0;
    } else at += 1;
  }
  return kept;
}

export interface Conflict {
  /** Alone in the inventory they block, and without any one of them they don't. */
  readonly names: readonly string[];
  /** These and others that can matter: whatever else changes, it stays blocked. */
  readonly involved: readonly string[];
}

/** Of consumers that block together. */
export function findConflict(question: Question): Conflict {
  const involved = shrinkConflict(question, consumerNames(question), 'asWaived');
  return { names: shrinkAsDeployed(question, involved), involved };
}

function consumerNames({ inventory, server }: Question): string[] {
  return inventory.entries
    .filter((entry) => entry !== server)
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Names of the entries that block each on its own, in order. */
export function findAlone(question: Question): string[] {
  const { inventory, goal } = question;
  const entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
  const known = new Map<string, boolean>();
  return consumerNames(question).filter((name) => {
    const { component, version, protocols = {}, pinned, source } = entries.get(name) ?? question.server;
    const signature = JSON.stringify([
      component,
      versionKey(version),
      Object.entries(protocols).sort(([a], [b]) => (a < b ? -1 : 1)),
      pinned !== undefined,
      source === 'external',
      Object.hasOwn(goal.entries, name) ? goal.entries[name] : null,
    ]);
    const isAlone = known.get(signature) ?? isBlockedBy(question, [name], 'asWaived');
    known.set(signature, isAlone);
    return isAlone;
  });
}
