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
import { NOT_FOUND, solve } from '../planning/solve';
import { shrink } from './shrink';

/** So many entries are asked together first: most fleets have few that block alone. */
const ASKED_TOGETHER = 16;
/** That some have a plan together is seen soon, or each of them is asked. */
const BUDGET_TOGETHER = 20_000;

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

/** Names of consumers that block whatever else changes; none of them can be left out. */
export function findCore(question: Question): string[] {
  return shrinkConflict(question, consumerNames(question), 'asWaived');
}

/** Of consumers that block together. */
export function findConflict(question: Question): Conflict {
  const involved = findCore(question);
  return { names: shrinkAsDeployed(question, involved), involved };
}

function consumerNames({ inventory, server }: Question): string[] {
  return inventory.entries
    .filter((entry) => entry !== server)
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : 1));
}

/** What tells entries apart for a plan: two with the same one block alone alike. */
function signatureOf({ goal }: Question, entry: Entry): string {
  const { name, component, version, protocols, pinned, source } = entry;
  return JSON.stringify([
    component,
    versionKey(version),
    protocols,
    pinned !== undefined,
    source === 'external',
    Object.hasOwn(goal.entries, name) ? goal.entries[name] : null,
  ]);
}

/** Names of the entries that block each on its own, in order. Where some have a plan together, none of them does. */
export function findAlone(question: Question): string[] {
  const { inventory } = question;
  const entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
  const names = consumerNames(question);
  const alike = new Map<string, string[]>();
  for (const name of names) {
    const signature = signatureOf(question, entries.get(name) ?? question.server);
    const members = alike.get(signature);
    if (members === undefined) alike.set(signature, [name]);
    else members.push(name);
  }
  const kinds = [...alike.values()];
  const alone = new Set<string>();
  for (let at = 0; at < kinds.length; at += ASKED_TOGETHER) {
    const some = kinds.slice(at, at + ASKED_TOGETHER);
    const firsts = new Set(some.flatMap(([first]) => first ?? []));
    const { catalog, options, ...asked } = askWithOnly(question, firsts, 'asWaived');
    const budget = Math.min(BUDGET_TOGETHER, options.budget ?? BUDGET_TOGETHER);
    const together = solve(catalog, asked.inventory, asked.goal, { ...options, budget });
    if (together !== undefined && together !== NOT_FOUND) continue;
    for (const members of some) {
      const [first] = members;
      if (first === undefined || !isBlockedBy(question, [first], 'asWaived')) continue;
      for (const name of members) alone.add(name);
    }
  }
  return names.filter((name) => alone.has(name));
}
