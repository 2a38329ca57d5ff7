/**
 * Why is there no plan?
 *
 * The answer is an irreducible set: with these causes alone it is still blocked, without any one of them it is not
 * (engine.md, When there is no plan). What concerns the server alone comes first: nothing else has to be said then. Else
 * entries are left out one after another for as long as it stays blocked; if waiving the hop rule would help those that
 * remain, the hop is a cause as well.
 */
import { refusalOf } from '../compatibility/refusal';
import { listedRelease, releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  type Cause,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type PlanOptions,
  type Version,
} from '../model';
import { buildersOf } from '../planning/fleet';
import { acceptsHop, buildServerGraph, serverStops } from '../planning/server-graph';
import { NOT_FOUND, solve } from '../planning/solve';
import { clashAt, clashOnTheWay } from './clash-on-the-way';
import { explainBuilder } from './explain-builder';
import { askWithOnly, findAlone, findConflict, isBlockedBy, type Question } from './find-conflict';

/** What concerns the server alone. */
function serverCauses({ catalog, inventory, goal, server }: Question): Cause[] {
  if (compareVersions(server.version, goal.target) === 0) return [];
  if (server.pinned !== undefined) {
    return [{ code: 'server-pinned', entry: server.name, version: server.version, pinned: server.pinned }];
  }
  const line = releaseLine(catalog, server.component);
  const refused = refusalOf(line, goal.target, inventory.facts, goal.prereleases);
  if (refused !== undefined) {
    const { refusal, detail } = refused;
    return [{ code: 'target', target: goal.target, refusal, ...(detail !== undefined && { detail }) }];
  }
  if (buildServerGraph(line, server.version, goal, inventory.facts) !== undefined) return [];
  return [closedHop(line, server.version, goal, inventory)];
}

/** The first release above the highest one within reach, and the range that keeps the server out. */
function closedHop(
  line: ReturnType<typeof releaseLine>,
  deployed: Version,
  goal: ParsedGoal,
  inventory: Inventory,
): Cause {
  const reached: Version[] = [deployed];
  for (const release of serverStops(line, deployed, goal, inventory.facts)) {
    if (reached.some((from) => acceptsHop(release, from))) reached.push(release.version);
  }
  const from = reached.at(-1) ?? deployed;
  const next = serverStops(line, from, goal, inventory.facts)[0];
  return {
    code: 'hop',
    from,
    to: next?.version ?? goal.target,
    ...(next?.upgradeFrom !== undefined && { upgradeFrom: next.upgradeFrom }),
  };
}

type Answer = ReturnType<typeof solve>;

function stepsOf(answer: Answer) {
  return answer === undefined || answer === NOT_FOUND ? [] : answer.steps;
}

function serverStopsOf(answer: Answer, { server }: Question): Version[] {
  return stepsOf(answer).flatMap((step) => (step.entry === server.name ? [step.to] : []));
}

/** Why an entry that could come along alone cannot with the others: what it meets on the way that these would go. */
function conflictOf(question: Question, entry: Entry, kept: readonly string[]): Cause {
  const { catalog, inventory, goal, options } = question;
  const { name, component, version } = entry;
  const builders = buildersOf(catalog, inventory, entry);
  if (builders.length > 0) {
    const entries = inventory.entries.map((e) => (e === entry ? { ...e, source: 'external' } : e));
    const builtElsewhere = { ...question, inventory: { ...inventory, entries } };
    if (!isBlockedBy(builtElsewhere, kept, 'asDeployed')) {
      return { code: 'builder', entry: name, ...explainBuilder(builtElsewhere, entry, kept, builders) };
    }
  }
  const others = kept.filter((other) => other !== name);
  const asked = askWithOnly(question, new Set(others), 'asDeployed');
  const theirWay = serverStopsOf(solve(catalog, asked.inventory, goal, options), question);
  return {
    code: 'conflict',
    entry: name,
    component,
    version,
    ...(entry.pinned !== undefined && { pinned: entry.pinned }),
    ...clashAt(question, entry, version, theirWay),
  };
}

/** Why an entry blocks on its own. */
function ownCauseOf(question: Question, entry: Entry): Cause {
  const { catalog, inventory, goal } = question;
  const base = {
    entry: entry.name,
    component: entry.component,
    version: entry.version,
    ...(entry.pinned !== undefined && { pinned: entry.pinned }),
  };
  const exact = Object.hasOwn(goal.entries, entry.name) ? goal.entries[entry.name] : undefined;
  const isFreeWithoutGoal = () =>
    !isBlockedBy(
      { ...question, goal: { ...goal, entries: {}, consumers: 'keep' } },
      [entry.name],
      'asDeployed',
    );
  const wanted = exact ?? (goal.consumers === 'align' ? goal.target : undefined);
  if (wanted !== undefined && compareVersions(wanted, entry.version) >= 0 && isFreeWithoutGoal()) {
    const line = releaseLine(catalog, entry.component);
    const isMove = compareVersions(wanted, entry.version) > 0;
    const refused = isMove ? refusalOf(line, wanted, inventory.facts, goal.prereleases) : undefined;
    const clash =
      refused === undefined && !(isMove && entry.pinned !== undefined)
        ? clashOnTheWay(question, entry, wanted)
        : undefined;
    return {
      code: 'entry-goal',
      ...base,
      target: wanted,
      ...(refused && { refusal: refused.refusal }),
      ...(refused?.detail !== undefined && { detail: refused.detail }),
      ...clash,
    };
  }
  const clash = clashOnTheWay(question, entry, entry.version);
  if (clash === undefined) return { code: 'conflict', ...base };
  return { code: 'entry', ...base, ...clash };
}

export interface Causes {
  /** An irreducible set. */
  readonly causes: Cause[];
  /** Entries that each block on their own as well, beside the causes. */
  readonly alsoBlocking: string[];
  /** The entries that are among the causes, and those whose change can matter to them. */
  readonly involved: readonly string[];
}

/** The first hop on the way of these entries that is only open where the hop rule is waived. */
function hopCauses(question: Question, kept: readonly string[]): Cause[] {
  const { catalog, server, goal, options } = question;
  if (goal.allowSkips) return [];
  const asked = askWithOnly(question, new Set(kept), 'asDeployed');
  const skipping = solve(catalog, asked.inventory, { ...asked.goal, allowSkips: true }, options);
  const line = releaseLine(catalog, server.component);
  for (const step of stepsOf(skipping)) {
    const release = listedRelease(line, step.to);
    if (step.entry !== server.name || release?.upgradeFrom === undefined) continue;
    if (acceptsHop(release, step.from)) continue;
    return [{ code: 'hop', from: step.from, to: step.to, upgradeFrom: release.upgradeFrom }];
  }
  return [];
}

/** For a goal that `solve` finds no plan for. */
export function findCauses(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  options: PlanOptions = {},
): Causes {
  const server = serverEntryOf(catalog, inventory);
  const question: Question = { catalog, inventory, goal, server, options };
  const ofServer = serverCauses(question);
  if (ofServer.length > 0) return { causes: ofServer, alsoBlocking: [], involved: [] };

  const [alone, ...alsoBlocking] = findAlone(question);
  const { names: kept, involved } =
    alone === undefined ? findConflict(question) : { names: [alone], involved: [alone] };
  const entries = inventory.entries
    .filter(({ name }) => kept.includes(name))
    .sort((a, b) => kept.indexOf(a.name) - kept.indexOf(b.name));
  const causes = entries.map((entry) =>
    kept.length > 1 ? conflictOf(question, entry, kept) : ownCauseOf(question, entry),
  );
  return { causes: [...causes, ...hopCauses(question, kept)], alsoBlocking, involved };
}
