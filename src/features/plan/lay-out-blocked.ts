/**
 * Why does nothing overlap? For each protocol that a cause is about: what the server speaks in the releases on its way, and
 * what the entries of the causes speak against it.
 */
import {
  assessPair,
  type Compatibility,
  type Party,
  partyAt,
  rangeOf,
} from '../../engine/compatibility/assess-pair';
import { overlaps } from '../../engine/compatibility/negotiate';
import { refusalOfRelease } from '../../engine/compatibility/refusal';
import { releaseLine, releasesBetween } from '../../engine/compatibility/release-line';
import { serverEntryOf } from '../../engine/compatibility/server-entry';
import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Cause } from '../../engine/model/plan';
import { compareVersions, type Version } from '../../engine/model/version';

export interface BlockedMeeting {
  /** `null`: a range is not known. */
  readonly overlaps: boolean | null;
  /** How the pair stands, whatever may be the cause. */
  readonly status: Compatibility;
}

export interface BlockedBar {
  readonly entry: string;
  readonly component: string;
  readonly version: Version;
  readonly pinned: boolean;
  readonly range: ProtocolRange | null;
  /** By column. */
  readonly meetings: readonly BlockedMeeting[];
}

/** Releases of the server beside each other for which the same holds. */
export interface BlockedColumn {
  readonly from: Version;
  readonly to: Version;
  readonly range: ProtocolRange | null;
}

export interface BlockedBand {
  readonly protocol: string;
  readonly columns: readonly BlockedColumn[];
  readonly bars: readonly BlockedBar[];
  /** Protocol versions from the highest to the lowest; `null` for those in between where nothing begins or ends. */
  readonly rows: readonly (number | null)[];
}

/** Today's version, and those that the server may be moved to on its way; the target is always there. */
function stopsOf(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): Party[] {
  const server = serverEntryOf(catalog, inventory);
  const line = releaseLine(catalog, server.component);
  const further = releasesBetween(line, server.version, goal.target).filter(
    (release) =>
      compareVersions(release.version, goal.target) === 0 ||
      refusalOfRelease(release, inventory.facts, goal.prereleases) === undefined,
  );
  return [partyAt(server), ...further.map(({ version }) => ({ component: server.component, version }))];
}

function rowsOf(ranges: readonly (ProtocolRange | null)[]): (number | null)[] {
  const ends = [...new Set(ranges.flatMap((range) => range ?? []))].sort((a, b) => b - a);
  return ends.flatMap((version, i) => {
    const next = ends[i + 1];
    return next === undefined || next === version - 1 ? [version] : [version, null];
  });
}

function layOutBand(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  protocol: string,
  named: ReadonlyMap<string, Version>,
): BlockedBand {
  const stops = stopsOf(catalog, inventory, goal);
  const parties = inventory.entries.flatMap((entry) => {
    const version = named.get(entry.name);
    if (version === undefined || catalog.components[entry.component]?.speaks?.includes(protocol) !== true)
      return [];
    const party = partyAt(entry, version);
    return [{ entry, party, range: rangeOf(catalog, party, protocol) ?? null }];
  });
  const meet = (stop: Party): { range: ProtocolRange | null; meetings: BlockedMeeting[] } => {
    const range = rangeOf(catalog, stop, protocol) ?? null;
    return {
      range,
      meetings: parties.map(({ party, range: theirs }) => ({
        overlaps: range === null || theirs === null ? null : overlaps(theirs, range),
        status: assessPair(catalog, party, stop, inventory.facts).status,
      })),
    };
  };
  const columns: BlockedColumn[] = [];
  const meetings: BlockedMeeting[][] = [];
  let last = '';
  for (const [i, stop] of stops.entries()) {
    const met = meet(stop);
    // What runs now and the target stand for themselves.
    const key = JSON.stringify([met, i === 0, i === stops.length - 1]);
    const before = columns.at(-1);
    if (key === last && before !== undefined) {
      columns[columns.length - 1] = { ...before, to: stop.version };
    } else {
      columns.push({ from: stop.version, to: stop.version, range: met.range });
      meetings.push(met.meetings);
    }
    last = key;
  }
  const bars = parties.map(({ entry, party, range }, i): BlockedBar => {
    const own = meetings.flatMap((column) => column[i] ?? []);
    const { name, pinned } = entry;
    return {
      entry: name,
      component: party.component,
      version: party.version,
      pinned: pinned !== undefined,
      range,
      meetings: own,
    };
  });
  const ranges = [...columns.map(({ range }) => range), ...bars.map(({ range }) => range)];
  return { protocol, columns, bars, rows: rowsOf(ranges) };
}

/** In the order in which the causes name the protocols; none where they are about something else. */
export function layOutBlocked(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  causes: readonly Cause[],
): BlockedBand[] {
  const named = new Map<string, Version>();
  const protocols = new Set<string>();
  for (const cause of causes) {
    if (cause.code !== 'entry' && cause.code !== 'entry-goal' && cause.code !== 'conflict') continue;
    const { clash } = cause;
    named.set(cause.entry, cause.code === 'entry-goal' && clash !== undefined ? cause.target : cause.version);
    if (clash === undefined) continue;
    // An incident is about the pair: each band that the entry has shows where the two don't work together.
    const about =
      clash.kind === 'incident' ? (catalog.components[cause.component]?.speaks ?? []) : [clash.protocol];
    for (const protocol of about) protocols.add(protocol);
  }
  return [...protocols].map((protocol) => layOutBand(catalog, inventory, goal, protocol, named));
}
