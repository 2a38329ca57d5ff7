/**
 * Why is there no plan?
 *
 * The answer is an irreducible set: with these causes alone it is still blocked, without any one of them it is not
 * (engine.md, When there is no plan). What concerns the server alone comes first: nothing else has to be said then. Else
 * entries are left out one after another for as long as it stays blocked; if waiving the hop rule would help those that
 * remain, the hop is a cause as well.
 */
import { assessPair } from '../compatibility/assess-pair';
import { refusalOf } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  type Cause,
  type Clash,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type Version,
} from '../model';
import { buildersOf } from '../planning/fleet';
import { acceptsHop, buildServerGraph, serverStops } from '../planning/server-graph';
import { solve } from '../planning/solve';

interface Question {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly server: Entry;
}

/** The same question for some of the consumers only. */
function withConsumers(
  { inventory, goal, server }: Question,
  consumers: readonly Entry[],
): [Inventory, ParsedGoal] {
  const kept = new Set<Entry>([server, ...consumers]);
  const names = new Set([...kept].map((entry) => entry.name));
  return [
    { ...inventory, entries: inventory.entries.filter((entry) => kept.has(entry)) },
    {
      ...goal,
      entries: Object.fromEntries(Object.entries(goal.entries).filter(([name]) => names.has(name))),
    },
  ];
}

function isBlocked(question: Question, consumers: readonly Entry[], goal = question.goal): boolean {
  const [inventory, reduced] = withConsumers({ ...question, goal }, consumers);
  return solve(question.catalog, inventory, reduced) === undefined;
}

/** Leaves out whatever can be left out with it still being blocked. */
function reduceToIrreducible(question: Question, consumers: readonly Entry[]): Entry[] {
  let kept = [...consumers];
  // Halves first, so that one cause among hundreds is found in a few steps.
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length; ) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (isBlocked(question, without)) kept = without;
      else start += size;
    }
  }
  // A builder that is left out can block what it builds no longer; so look again until nothing changes.
  for (let changed = true; changed; ) {
    changed = false;
    for (const entry of kept) {
      const without = kept.filter((other) => other !== entry);
      if (!isBlocked(question, without)) continue;
      kept = without;
      changed = true;
      break;
    }
  }
  return kept;
}

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

/** Where the entry as it is fails on the way: at the target if it fails there, else at the first stop where it does. */
function clashOnTheWay(
  { catalog, inventory, goal, server }: Question,
  entry: Entry,
  version: Version,
): { server: Version; clash: Clash } | undefined {
  const advertised = compareVersions(version, entry.version) === 0 ? entry.protocols : undefined;
  const line = releaseLine(catalog, server.component);
  const stops = serverStops(line, server.version, goal, inventory.facts).map((release) => release.version);
  for (const stop of [...stops.slice(-1), ...stops, server.version]) {
    const [clash] = assessPair(
      catalog,
      { component: entry.component, version, advertised },
      { version: stop, advertised: stop === server.version ? server.protocols : undefined },
      inventory.facts,
    ).clashes;
    if (clash !== undefined) return { server: stop, clash };
  }
  return undefined;
}

function causeOf(question: Question, entry: Entry, kept: readonly Entry[]): Cause {
  const { catalog, inventory, goal } = question;
  const base = { entry: entry.name, component: entry.component, version: entry.version };
  const pinned = entry.pinned === undefined ? {} : { pinned: entry.pinned };
  if (kept.length > 1) {
    const builders = buildersOf(catalog, inventory, entry);
    const isFreed =
      builders.length > 0 &&
      !isBlocked(
        {
          ...question,
          inventory: {
            ...inventory,
            entries: inventory.entries.map((e) => (e === entry ? { ...e, source: 'external' } : e)),
          },
        },
        kept.map((e) => (e === entry ? { ...e, source: 'external' } : e)),
      );
    if (isFreed) return { code: 'builder', entry: entry.name, component: entry.component, builders };
    return { code: 'conflict', ...base, ...pinned };
  }
  const exact = Object.hasOwn(goal.entries, entry.name) ? goal.entries[entry.name] : undefined;
  const isFreeWithoutGoal = () =>
    !isBlocked({ ...question, goal: { ...goal, entries: {}, consumers: 'keep' } }, [entry]);
  const wanted = exact ?? (goal.consumers === 'align' ? goal.target : undefined);
  if (wanted !== undefined && compareVersions(wanted, entry.version) > 0 && isFreeWithoutGoal()) {
    const line = releaseLine(catalog, entry.component);
    const refused = refusalOf(line, wanted, inventory.facts, goal.prereleases);
    const clash =
      refused === undefined && entry.pinned === undefined && clashOnTheWay(question, entry, wanted);
    return {
      code: 'entry-goal',
      ...base,
      ...pinned,
      target: wanted,
      ...(refused && { refusal: refused.refusal }),
      ...(refused?.detail !== undefined && { detail: refused.detail }),
      ...(clash || {}),
    };
  }
  const clash = clashOnTheWay(question, entry, entry.version);
  if (clash === undefined) return { code: 'conflict', ...base, ...pinned };
  return { code: 'entry', ...base, ...pinned, ...clash };
}

export interface Causes {
  /** An irreducible set. */
  readonly causes: Cause[];
  /** Entries that each block on their own as well, beside the causes. */
  readonly alsoBlocking: string[];
}

/** For a goal that `solve` finds no plan for. */
export function findCauses(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): Causes {
  const question: Question = { catalog, inventory, goal, server: serverEntryOf(catalog, inventory) };
  const ofServer = serverCauses(question);
  if (ofServer.length > 0) return { causes: ofServer, alsoBlocking: [] };

  const consumers = inventory.entries
    .filter((entry) => entry !== question.server)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const alone = consumers.filter((entry) => isBlocked(question, [entry]));
  const kept = alone[0] === undefined ? reduceToIrreducible(question, consumers) : [alone[0]];
  const causes = kept.map((entry) => causeOf(question, entry, kept));

  const [reduced, itsGoal] = withConsumers(question, kept);
  const skipping = goal.allowSkips ? undefined : solve(catalog, reduced, { ...itsGoal, allowSkips: true });
  const line = releaseLine(catalog, question.server.component);
  for (const step of skipping?.steps ?? []) {
    const release = line.releases.find(({ version }) => version === step.to);
    if (step.entry !== question.server.name || release?.upgradeFrom === undefined) continue;
    if (acceptsHop(release, step.from)) continue;
    causes.push({ code: 'hop', from: step.from, to: step.to, upgradeFrom: release.upgradeFrom });
    break;
  }
  return { causes, alsoBlocking: alone.slice(1).map((entry) => entry.name) };
}
