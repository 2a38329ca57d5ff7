/**
 * Which other versions could be asked for? Candidates only, the nearest first: whether one helps is found by planning with
 * it, which takes its time, so there are not many.
 */
import { assessPair, partyAt } from '../compatibility/assess-pair';
import { refusalOf } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type SingleUnblock,
  type Version,
} from '../model';
import { buildersOf } from '../planning/fleet';

/** Each target tried means looking at every release: of thousands of them fewer are tried. */
const MAX_TARGETS = 64;
const MAX_LOOKS = 32_000;
const MAX_ENTRY_VERSIONS = 12;

/** The nearest, then some that are further and further away, so that one far off is found as well. */
function nearestFirst(versions: readonly Version[], releases: number): Version[] {
  const count = Math.max(4, Math.min(MAX_TARGETS, Math.floor(MAX_LOOKS / releases)));
  const far: Version[] = [];
  for (let at = count; at < versions.length; at = Math.ceil(at * 1.5))
    far.push(...versions.slice(at, at + 1));
  return [...versions.slice(0, count), ...far];
}

/** Pinned entries that are looked at before a target is planned for. */
const MAX_PINNED = 8;

/** Whether a server there works with those that cannot move: it is no target if it does not. */
function suitsPinned(catalog: Catalog, inventory: Inventory): (target: Version) => boolean {
  const server = serverEntryOf(catalog, inventory);
  const kinds = new Map<string, Entry>();
  for (const entry of inventory.entries) {
    if (entry.pinned === undefined || entry === server) continue;
    kinds.set(JSON.stringify([entry.component, entry.version, entry.protocols]), entry);
  }
  const pinned = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MAX_PINNED);
  return (target) =>
    pinned.every(([, entry]) => {
      const pair = assessPair(catalog, partyAt(entry), partyAt(server, target), inventory.facts);
      return pair.status === 'compatible';
    });
}

/** The other releases that the server could aim at: nearest below the target first, above it where nothing below helps. */
export function otherTargets(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): SingleUnblock[] {
  const server = serverEntryOf(catalog, inventory);
  const versions = releaseLine(catalog, server.component)
    .releases.map((release) => release.version)
    .filter((version) => compareVersions(version, server.version) > 0);
  const suits = suitsPinned(catalog, inventory);
  const below = versions.filter((version) => compareVersions(version, goal.target) < 0).reverse();
  const above = versions.filter((version) => compareVersions(version, goal.target) > 0);
  return [below, above]
    .flatMap((side) => nearestFirst(side.filter(suits), versions.length))
    .map((target) => ({ code: 'target', target }));
}

/**
 * Other exact versions for an entry that the goal names: nearest to the one it asks for first; last, none at all. Where all
 * are to come along: that this one stays.
 */
export function otherEntryTargets(
  catalog: Catalog,
  goal: ParsedGoal,
  { name: entry, component, version: deployed, pinned }: Entry,
): SingleUnblock[] {
  const exact = Object.hasOwn(goal.entries, entry) ? goal.entries[entry] : undefined;
  if (exact === undefined) {
    const comesAlong = goal.consumers === 'align' && pinned === undefined;
    return comesAlong ? [{ code: 'entry-target', entry, target: deployed }] : [];
  }
  const line = releaseLine(catalog, component);
  const versions = line.releases
    .map((release) => release.version)
    .filter(
      (version) =>
        compareVersions(version, exact) !== 0 &&
        compareVersions(version, deployed) >= 0 &&
        (!line.isServerLine || compareVersions(version, goal.target) <= 0),
    );
  const below = versions.filter((version) => compareVersions(version, exact) < 0).reverse();
  const above = versions.filter((version) => compareVersions(version, exact) > 0);
  const nearest: Version[] = [];
  for (let i = 0; nearest.length < MAX_ENTRY_VERSIONS && i < versions.length; i++) {
    nearest.push(...[below[i], above[i]].filter((version) => version !== undefined));
  }
  return [
    ...nearest.map((target): SingleUnblock => ({ code: 'entry-target', entry, target })),
    { code: 'entry-target', entry },
  ];
}

/** Whether it would work at `version` with the server as it is. */
function worksNow(catalog: Catalog, inventory: Inventory, component: string, version: Version): boolean {
  const server = serverEntryOf(catalog, inventory);
  const pair = assessPair(catalog, { component, version }, partyAt(server), inventory.facts);
  return pair.status === 'compatible';
}

/** Older versions that the entry could be put back to by hand: those that the server, as it is, works with. */
export function olderVersions(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  { name: entry, component, version: deployed, pinned }: Entry,
): SingleUnblock[] {
  if (pinned !== undefined) return [];
  const line = releaseLine(catalog, component);
  return line.releases
    .map(({ version }) => version)
    .filter(
      (version) =>
        compareVersions(version, deployed) < 0 &&
        refusalOf(line, version, inventory.facts, goal.prereleases) === undefined &&
        worksNow(catalog, inventory, component, version),
    )
    .slice(-MAX_ENTRY_VERSIONS)
    .reverse()
    .map((version) => ({ code: 'put-back', entry, version }));
}

/**
 * Releases of a line of its own that the entry could be moved to by hand, older or newer, the nearest first: those that work
 * with the server as it is, then those that it would have to wait with. Where it is built by others, a newer one may not be
 * there to be had. What can be put back is not among them.
 */
export function otherOwnReleases(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  entry: Entry,
): SingleUnblock[] {
  const { name, component, version: deployed, pinned } = entry;
  const line = releaseLine(catalog, component);
  if (pinned !== undefined || line.isServerLine) return [];
  const isBuilt = buildersOf(catalog, inventory, entry).length > 0;
  const exact = Object.hasOwn(goal.entries, name) ? goal.entries[name] : undefined;
  const listed = line.releases
    .map(({ version }) => version)
    .filter((version) => refusalOf(line, version, inventory.facts, goal.prereleases) === undefined);
  const older = listed.filter((version) => compareVersions(version, deployed) < 0).reverse();
  const newer = listed.filter(
    (version) =>
      !isBuilt &&
      compareVersions(version, deployed) > 0 &&
      (exact === undefined || compareVersions(version, exact) <= 0),
  );
  const nearest: SingleUnblock[] = [];
  const add = (version: Version | undefined, isOlder: boolean) => {
    if (version === undefined) return;
    const isWorking = worksNow(catalog, inventory, component, version);
    if (isOlder && isWorking) return;
    nearest.push({ code: 'move', entry: name, version, worksNow: isWorking });
  };
  for (let i = 0; nearest.length < MAX_ENTRY_VERSIONS && i < listed.length; i++) {
    add(newer[i], false);
    add(older[i], true);
  }
  const isReady = (change: SingleUnblock) => change.code === 'move' && change.worksNow;
  return [...nearest.filter(isReady), ...nearest.filter((change) => !isReady(change))];
}
