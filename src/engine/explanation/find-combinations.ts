/**
 * Which changes open a way together, where none does alone?
 *
 * The fewest that will do. Changes that all entries meet are tried first, none, one, or two of them; with these made, each
 * entry that still blocks on its own needs a change of its own, which does not depend on the others. Where those that are
 * left block only together, a core of them is looked for (find-conflict): one of its entries has to change, whatever else
 * does, and each such change is tried in turn. What is found is planned for, and nothing of it can be left out.
 *
 * Among as many changes, those come first that ask less of the operator: the change that asks most decides, then the next;
 * after that what the plan costs. The work is counted, not timed, so that the same input gets the same answer.
 */
import { serverEntryOf } from '../compatibility/server-entry';
import type { SingleUnblock } from '../model';
import { type Cost, compareCosts } from '../planning/cost';
import { NOT_FOUND, solve } from '../planning/solve';
import { applyUnblock } from './apply-unblock';
import { changesForAll, changesOfEntry, demandOf } from './changes-tried';
import type { Causes } from './find-causes';
import { askWithOnly, findAlone, findCore, type Question } from './find-conflict';

/** More changes than this at once are no advice. */
const MAX_CHANGES = 12;
const MAX_FOR_ALL = 2;
/** Changes because some block only together. */
const MAX_FOR_CORES = 3;
/** Where each of several entries could be changed in several ways. */
const MAX_ALTERNATIVES = 16;
const MAX_CONSIDERED = 256;
const MAX_OFFERS = 3;

/** One piece is a release for an entry; a question of any size takes as much as one of some entries. */
const EFFORT = 500_000;
const EFFORT_OF_QUESTION = 10;

export interface Combination {
  readonly changes: readonly SingleUnblock[];
  readonly cost: Cost;
}

export interface Combinations {
  /** None of them has more changes than another; the best first. */
  readonly found: readonly Combination[];
  /** False where the work was not enough to try all. */
  readonly isWhole: boolean;
}

type Answer = ReturnType<typeof solve>;

class OutOfEffort extends Error {}

/** The sets of at most so many lists, one of each: those of fewer first. */
function chooseFrom<T>(lists: readonly (readonly T[])[], most: number): T[][] {
  const bySize: T[][][] = [[[]]];
  for (const list of lists) {
    for (let size = Math.min(most, bySize.length); size >= 1; size--) {
      const shorter = bySize[size - 1] ?? [];
      bySize[size] = [...(bySize[size] ?? []), ...shorter.flatMap((set) => list.map((one) => [...set, one]))];
    }
  }
  return bySize.flat();
}

/** Every part, none and all among them. */
function partsOf<T>(items: readonly T[]): T[][] {
  return chooseFrom(
    items.map((item) => [item]),
    items.length,
  );
}

/** So many ways of taking one of each, the first of each before all others. */
function chooseOneOfEach<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (sets, list) => sets.flatMap((set) => list.map((one) => [...set, one])).slice(0, MAX_CONSIDERED),
    [[]],
  );
}

/** Negative where `a` asks less: what asks most decides, then the next. */
function compareDemands(a: readonly SingleUnblock[], b: readonly SingleUnblock[]): number {
  const demands = (changes: readonly SingleUnblock[]) => changes.map(demandOf).sort((x, y) => y - x);
  const [ofA, ofB] = [demands(a), demands(b)];
  for (const [i, demand] of ofA.entries()) {
    const difference = demand - (ofB[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Negative where `a` asks less, or as much and costs less. */
function compareCombinations(a: Combination, b: Combination): number {
  return compareDemands(a.changes, b.changes) || compareCosts(a.cost, b.cost);
}

function entriesOf(changes: readonly SingleUnblock[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => ('entry' in change ? [change.entry] : [])));
}

class Search {
  private left = EFFORT;
  private limit = MAX_CHANGES;
  /** Names of entries that were found to block together, with some changes made. */
  private readonly cores: (readonly string[])[];
  readonly found: Combination[] = [];
  isWhole = true;

  constructor(
    private readonly question: Question,
    private readonly alone: readonly string[] | undefined,
    core: readonly string[],
  ) {
    this.cores = [core];
  }

  private with(changes: readonly SingleUnblock[]): Question {
    const { catalog, inventory, goal } = this.question;
    const changed = applyUnblock(catalog, inventory, goal, { code: 'together', changes: [...changes] });
    return { ...this.question, ...changed, server: serverEntryOf(catalog, changed.inventory) };
  }

  private spend(entries: number, times = 1): void {
    this.left -= this.question.catalog.releases.length * (EFFORT_OF_QUESTION + entries) * times;
    if (this.left < 0) throw new OutOfEffort();
  }

  private ask({ catalog, inventory, goal, options }: Question): Answer {
    this.spend(inventory.entries.length);
    const answer = solve(catalog, inventory, goal, options);
    if (answer === NOT_FOUND) this.isWhole = false;
    return answer;
  }

  private isBlocked(question: Question, names: readonly string[]): boolean {
    return this.ask(askWithOnly(question, new Set(names), 'asWaived')) === undefined;
  }

  private findAlone(question: Question): readonly string[] {
    this.spend(question.inventory.entries.length, 2);
    return findAlone(question);
  }

  /** For each entry that blocks on its own with these made: what helps it. `undefined` where one cannot be helped. */
  private mendsFor(wide: readonly SingleUnblock[]): SingleUnblock[][] | undefined {
    const question = this.with(wide);
    if (this.isBlocked(question, [])) return undefined;
    const mends: SingleUnblock[][] = [];
    for (const name of this.alone ?? this.findAlone(question)) {
      if (!this.isBlocked(question, [name])) continue;
      if (wide.length + mends.length >= this.limit) return undefined;
      const entry = question.inventory.entries.find((candidate) => candidate.name === name);
      const byCode = new Map<string, SingleUnblock>();
      for (const change of entry === undefined ? [] : changesOfEntry(question, entry)) {
        if (byCode.has(change.code) || this.isBlocked(this.with([...wide, change]), [name])) continue;
        byCode.set(change.code, change);
      }
      if (byCode.size === 0) return undefined;
      mends.push([...byCode.values()]);
    }
    return mends;
  }

  /** A known core that blocks here, or the core of those that do; `undefined` where there is a way, or it is not known. */
  private coreOf(question: Question, answer: () => Answer): readonly string[] | undefined {
    const known = this.cores.find((core) => this.isBlocked(question, core));
    if (known !== undefined) return known;
    if (answer() !== undefined) return undefined;
    this.spend(question.inventory.entries.length, 3);
    const core = findCore(question);
    this.cores.push(core);
    return core;
  }

  /** With these and exactly `more` others. */
  private complete(changes: readonly SingleUnblock[], more: number): Combination | undefined {
    const question = this.with(changes);
    let answer: Answer;
    const core = this.coreOf(question, () => {
      answer = this.ask(question);
      return answer;
    });
    if (core === undefined) {
      return answer === undefined || answer === NOT_FOUND ? undefined : { changes, cost: answer.cost };
    }
    if (more === 0) return undefined;
    const changed = entriesOf(changes);
    const candidates = question.inventory.entries
      .filter(({ name }) => core.includes(name) && !changed.has(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => changesOfEntry(question, entry))
      .sort((a, b) => demandOf(a) - demandOf(b));
    let best: Combination | undefined;
    for (const candidate of candidates) {
      if (best !== undefined && compareDemands([...changes, candidate], best.changes) > 0) break;
      const found = this.complete([...changes, candidate], more - 1);
      if (found === undefined) continue;
      if (best === undefined || compareCombinations(found, best) < 0) best = found;
    }
    return best;
  }

  private helps(changes: readonly SingleUnblock[]): boolean {
    const question = this.with(changes);
    if (this.alone?.some((name) => this.isBlocked(question, [name])) === true) return false;
    return this.coreOf(question, () => this.ask(question)) === undefined;
  }

  /**
   * Whether nothing can be left out. Without its own change an entry that blocks on its own does so whatever becomes of
   * others; so a part that helps has all of these, and less of the rest.
   */
  private isIrreducible(
    wide: readonly SingleUnblock[],
    own: readonly SingleUnblock[],
    others: readonly SingleUnblock[],
  ): boolean {
    const all = own.length + wide.length + others.length;
    return (
      own.every(
        (change) =>
          'entry' in change && partsOf(wide).every((part) => this.isBlocked(this.with(part), [change.entry])),
      ) &&
      partsOf([...wide, ...others])
        .map((part) => [...part, ...own])
        .filter(({ length }) => length > 0 && length < all)
        .every((part) => !this.helps(part))
    );
  }

  private tryWith(wide: readonly SingleUnblock[]): Combination | undefined {
    if (wide.length > this.limit) return undefined;
    const mends = this.mendsFor(wide);
    if (mends === undefined) return undefined;
    const owns = chooseOneOfEach(mends).sort(compareDemands).slice(0, MAX_ALTERNATIVES);
    const made = wide.length + mends.length;
    for (let more = 0; more <= Math.min(MAX_FOR_CORES, this.limit - made); more++) {
      for (const own of owns) {
        const found = this.complete([...wide, ...own], more);
        if (found === undefined) continue;
        if (found.changes.length > 1 && this.isIrreducible(wide, own, found.changes.slice(made)))
          return found;
        this.isWhole = false;
      }
    }
    return undefined;
  }

  run(wide: readonly (readonly SingleUnblock[])[]): void {
    const reached = new Set<string>();
    try {
      for (const changes of chooseFrom(wide, MAX_FOR_ALL)) {
        // One target is enough: the nearest.
        const kind = JSON.stringify(changes.map((change) => (change.code === 'target' ? 'target' : change)));
        const found = reached.has(kind) ? undefined : this.tryWith(changes);
        if (found === undefined) continue;
        reached.add(kind);
        this.limit = found.changes.length;
        this.found.push(found);
      }
    } catch (error) {
      if (!(error instanceof OutOfEffort)) throw error;
      this.isWhole = false;
    }
  }
}

/**
 * For a blocked goal that no single change helps, but perhaps another target, which is not tried then. `found`: why it is
 * blocked.
 */
export function findCombinations(
  question: Question,
  { involved, alsoBlocking }: Causes,
  triesTargets: boolean,
): Combinations {
  // Where nothing is involved the server itself is blocked, and nothing is known of the others.
  const alone = involved.length === 0 ? undefined : involved.length > 1 ? [] : [...involved, ...alsoBlocking];
  const search = new Search(question, alone, involved);
  search.run(changesForAll(question, triesTargets));
  const fewest = Math.min(...search.found.map(({ changes }) => changes.length));
  const found = search.found
    .filter(({ changes }) => changes.length === fewest)
    .sort(compareCombinations)
    .slice(0, MAX_OFFERS)
    .map(({ changes, cost }) => ({ changes: changes.toSorted((a, b) => demandOf(a) - demandOf(b)), cost }));
  return { found, isWhole: search.isWhole };
}
