/**
 * Where may the operator pause, and what could go back from there?
 *
 * For the state now and the one after each stage (engine.md, Going back). Within a stage the server stands still or is all
 * that moves, so between its steps the same holds of what has moved by then. Unknown is never compatible.
 */
import { assessPair, type Compatibility } from '../compatibility/assess-pair';
import { compatibleServersOf } from '../compatibility/compatible-servers';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Clash, Entry, Inventory, Plan, Step, Version } from '../model';
import { type ConsumerPast, findWayBack } from './way-back';

export interface EntryBack {
  readonly entry: string;
  /** The version it has, and the one it had before its last move. */
  readonly from: Version;
  readonly to: Version;
  /** How it would stand there with the server as it is: only `compatible` may go back now. */
  readonly status: Compatibility;
  readonly clashes: readonly Clash[];
}

export interface ServerBack {
  readonly from: Version;
  /** The version before its last hop. */
  readonly to: Version;
  /** The stage of that hop: the snapshot taken before it is the one to restore. */
  readonly snapshot: number;
  /** Who works with the server as it is and would not with the older one: while there is any, it cannot go back. */
  readonly breaks: readonly {
    readonly entry: string;
    readonly version: Version;
    readonly status: Compatibility;
    readonly clashes: readonly Clash[];
  }[];
}

export interface WayBackMove {
  readonly entry: string;
  readonly from: Version;
  readonly to: Version;
  /** For the server: the stage before which the snapshot was taken that this needs. */
  readonly snapshot?: number;
}

export interface StateBack {
  /** 0 is now. */
  readonly stage: number;
  /** The server's version here. */
  readonly serverVersion: Version;
  /** Entries that don't work with the server here. Where there is none the operator may pause. */
  readonly broken: readonly string[];
  /** Entries that work with it, though an incident that degrades the pair is known. */
  readonly limited: readonly string[];
  /** Every entry that has moved by now, but the server. */
  readonly entries: readonly EntryBack[];
  /** Where the server has hopped by now. */
  readonly server?: ServerBack;
  /** A safe way back to where the fleet started; absent: there is none. */
  readonly wayBack?: readonly WayBackMove[];
}

export interface GoingBack {
  /** Empty for a plan that is too long for it. */
  readonly states: readonly StateBack[];
  /** The first stage after which there is no way back to where the fleet started; absent: there always is. */
  readonly pointOfNoReturn?: number;
}

/** Stages times steps up to which ways back are worked out: far more than anybody carries out in a change window. */
const MAX_SIZE = 500_000;

/** The versions of an entry so far, with the stage of each move; the first has none. */
interface Past {
  readonly entry: Entry;
  readonly versions: readonly { readonly version: Version; readonly stage: number }[];
}

/** The entry at its place in the past: ranges that it advertised hold for its first version only. */
function partyInPast({ entry, versions }: Past, at: number) {
  const version = versions[at]?.version ?? entry.version;
  return { component: entry.component, version, advertised: at === 0 ? entry.protocols : undefined };
}

function pastOf(entry: Entry, steps: ReadonlyMap<string, readonly Step[]>, stage: number): Past {
  const moves = (steps.get(entry.name) ?? []).filter((step) => step.stage <= stage);
  return {
    entry,
    versions: [
      { version: entry.version, stage: 0 },
      ...moves.map((step) => ({ version: step.to, stage: step.stage })),
    ],
  };
}

/** The same object for the same key. */
function shareByKey<A extends unknown[], T>(keyOf: (...of: A) => string, make: (...of: A) => T) {
  const known = new Map<string, T>();
  return (...of: A): T => {
    const key = keyOf(...of);
    const shared = known.get(key) ?? make(...of);
    known.set(key, shared);
    return shared;
  };
}

/** `plan` as planUpgrade gives it: what does not hold of a plan from elsewhere, verifyPlan says. */
export function goingBack(catalog: Catalog, inventory: Inventory, plan: Pick<Plan, 'steps'>): GoingBack {
  const server = serverEntryOf(catalog, inventory);
  const consumers = inventory.entries.filter((entry) => entry !== server);
  const steps = new Map<string, Step[]>();
  for (const step of plan.steps) {
    const known = steps.get(step.entry);
    if (known === undefined) steps.set(step.entry, [step]);
    else known.push(step);
  }
  const whole = pastOf(server, steps, Number.POSITIVE_INFINITY);
  const servers = whole.versions.map((_, at) => partyInPast(whole, at));
  const compatible = new Map(
    [...new Set(consumers.map((entry) => entry.component))].map((component) => [
      component,
      compatibleServersOf(catalog, component, servers, inventory.facts),
    ]),
  );
  const consumerPast = (past: Past): ConsumerPast => {
    const rows = past.versions.map((_, at) => {
      const { component, version, advertised } = partyInPast(past, at);
      return compatible.get(component)?.(version, advertised);
    });
    return {
      entry: past.entry.name,
      count: rows.length,
      works: (at, serverAt) => rows[at]?.[serverAt] === 1,
    };
  };
  // What is alike is one object, so that long plans stay small where they are sent.
  const assess = shareByKey(
    (past: Past, at: number, serverAt: number) => {
      const { component, version, advertised } = partyInPast(past, at);
      return JSON.stringify([component, version, advertised, serverAt]);
    },
    (past, at, serverAt) =>
      assessPair(catalog, partyInPast(past, at), partyInPast(whole, serverAt), inventory.facts),
  );
  const entryBack = shareByKey(
    (past: Past, from: Version, to: Version, now: number) => `${now} ${from} ${to} ${past.entry.name}`,
    (past, from, to, now): EntryBack => {
      const { status, clashes } = assess(past, past.versions.length - 2, now);
      return { entry: past.entry.name, from, to, status, clashes };
    },
  );
  const wayBackMove = shareByKey(
    (entry: string, from: Version, to: Version, snapshot?: number) => `${snapshot} ${from} ${to} ${entry}`,
    (entry, from, to, snapshot): WayBackMove => ({
      entry,
      from,
      to,
      ...(snapshot !== undefined && { snapshot }),
    }),
  );

  const degradable = new Set(
    catalog.incidents.filter(({ severity }) => severity === 'degraded').map(({ component }) => component),
  );
  const isLimited = (past: Past, now: number) =>
    degradable.has(past.entry.component) && assess(past, past.versions.length - 1, now).degraded.length > 0;

  const stateAfter = (stage: number): StateBack => {
    const serverPast = pastOf(server, steps, stage);
    const now = serverPast.versions.length - 1;
    const pasts = consumers.map((entry) => pastOf(entry, steps, stage));
    const pastByName = new Map(pasts.map((past) => [past.entry.name, past]));
    const known = pasts.map(consumerPast);
    const isWorking = (i: number) => known[i]?.works((known[i]?.count ?? 1) - 1, now) === true;
    const entries = pasts.flatMap((past): EntryBack[] => {
      const at = past.versions.length - 1;
      const [from, to] = [past.versions[at], past.versions[at - 1]];
      return from === undefined || to === undefined ? [] : [entryBack(past, from.version, to.version, now)];
    });
    const [from, to] = [serverPast.versions[now], serverPast.versions[now - 1]];
    const breaks = pasts.flatMap((past, i) => {
      const at = past.versions.length - 1;
      if (now === 0 || !isWorking(i) || known[i]?.works(at, now - 1)) return [];
      const { status, clashes } = assess(past, at, now - 1);
      return [{ entry: past.entry.name, version: partyInPast(past, at).version, status, clashes }];
    });
    const wayBack = findWayBack(known, now)?.map((move): WayBackMove => {
      const past = pastByName.get(move.consumer?.entry ?? '') ?? serverPast;
      const versionAt = (at: number) => past.versions[at]?.version ?? past.entry.version;
      const snapshot =
        move.consumer === undefined ? (serverPast.versions[move.to + 1]?.stage ?? 0) : undefined;
      return wayBackMove(past.entry.name, versionAt(move.from), versionAt(move.to), snapshot);
    });
    return {
      stage,
      serverVersion: from?.version ?? server.version,
      broken: pasts.flatMap((past, i) => (isWorking(i) ? [] : [past.entry.name])),
      limited: pasts.flatMap((past, i) => (isWorking(i) && isLimited(past, now) ? [past.entry.name] : [])),
      entries,
      ...(from !== undefined &&
        to !== undefined && {
          server: { from: from.version, to: to.version, snapshot: from.stage, breaks },
        }),
      ...(wayBack !== undefined && { wayBack }),
    };
  };

  const stages = [...new Set(plan.steps.map((step) => step.stage))].sort((a, b) => a - b);
  if (stages.length * plan.steps.length > MAX_SIZE) return { states: [] };
  const states = [0, ...stages].map(stateAfter);
  const lost = states.find((state) => state.wayBack === undefined);
  return { states, ...(lost !== undefined && { pointOfNoReturn: lost.stage }) };
}
