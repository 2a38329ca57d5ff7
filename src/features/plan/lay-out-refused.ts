/**
 * Which move is refused? For each cause that is about releases and not about protocols: the releases of those who would have
 * to move, in order, and what stands against it.
 */
import { refusalOf } from '../../engine/compatibility/refusal';
import { releaseLine } from '../../engine/compatibility/release-line';
import { serverEntryOf } from '../../engine/compatibility/server-entry';
import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Entry, Inventory } from '../../engine/model/inventory';
import type { Cause, Refusal } from '../../engine/model/plan';
import { compareVersions, readVersion, type Version, versionKey } from '../../engine/model/version';
import { acceptsHop } from '../../engine/planning/server-graph';

/** One release, or several beside each other of which the same holds. */
export interface RefusedStop {
  readonly from: Version;
  readonly to: Version;
  readonly isHere: boolean;
  readonly isWanted: boolean;
  /** Why not to move to it. */
  readonly refusal?: Refusal;
  /** Whether the release at the end of the shut hop takes servers from here. */
  readonly isTaken: boolean;
}

export interface RefusedLine {
  readonly entry: string;
  readonly component: string;
  readonly isPinned: boolean;
  readonly stops: readonly RefusedStop[];
  /** The move that is not allowed, from one stop to another, by index. */
  readonly jump?: readonly [from: number, to: number];
}

/** What one cause is about. */
export interface RefusedMove {
  readonly code: Cause['code'];
  /** The one that has to move, and before it those that would have to come first. */
  readonly lines: readonly RefusedLine[];
}

interface Asked {
  readonly entry: Entry;
  /** Where it should get. */
  readonly wanted: Version;
  /** The move that is not allowed. */
  readonly jump?: readonly [from: Version, to: Version];
  /** Whether the jump is a hop that its release does not take. */
  readonly isHop?: boolean;
}

function layOutLine(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  { entry, wanted, jump, isHop = false }: Asked,
): RefusedLine {
  const line = releaseLine(catalog, entry.component);
  const [from, to] = jump ?? [];
  const isSame = (a: Version | undefined, b: Version) => a !== undefined && compareVersions(a, b) === 0;
  const own = [entry.version, wanted, ...(jump ?? [])];
  const versions = new Map(own.map((version) => [versionKey(version), version]));
  for (const { version } of line.releases) {
    if (compareVersions(version, entry.version) < 0 || compareVersions(version, wanted) > 0) continue;
    versions.set(versionKey(version), version);
  }
  const shut = to === undefined || !isHop ? undefined : line.byKey.get(versionKey(to));
  const stops: RefusedStop[] = [];
  let last = '';
  for (const version of [...versions.values()].sort(compareVersions)) {
    const isHere = isSame(entry.version, version);
    const isWanted = isSame(wanted, version);
    const refused = isHere ? undefined : refusalOf(line, version, inventory.facts, goal.prereleases);
    const isTaken =
      shut !== undefined && compareVersions(version, shut.version) < 0 && acceptsHop(shut, version);
    const isAlone = isHere || isWanted || isSame(from, version) || isSame(to, version);
    const key = isAlone ? `alone ${version}` : JSON.stringify([refused?.refusal, isTaken]);
    const before = stops.at(-1);
    if (key === last && before !== undefined) stops[stops.length - 1] = { ...before, to: version };
    else {
      const refusal = refused && { refusal: refused.refusal };
      stops.push({ from: version, to: version, isHere, isWanted, isTaken, ...refusal });
    }
    last = key;
  }
  const at = (version: Version) => stops.findIndex((stop) => isSame(stop.from, version));
  return {
    entry: entry.name,
    component: entry.component,
    isPinned: entry.pinned !== undefined,
    stops,
    ...(jump !== undefined && { jump: [at(jump[0]), at(jump[1])] as const }),
  };
}

/** What a cause asks to be drawn; nothing where the bands of protocols have it. */
function askedOf(cause: Cause, catalog: Catalog, inventory: Inventory, goal: ParsedGoal): Asked[] {
  const server = serverEntryOf(catalog, inventory);
  const { target } = goal;
  switch (cause.code) {
    case 'server-pinned':
    case 'target':
      return [{ entry: server, wanted: target, jump: [server.version, target] }];
    case 'hop': {
      const [from, to] = [readVersion(cause.from), readVersion(cause.to)];
      if (from === undefined || to === undefined) return [];
      return [{ entry: server, wanted: target, jump: [from, to], isHop: true }];
    }
    case 'entry-goal': {
      const entry = inventory.entries.find(({ name }) => name === cause.entry);
      const wanted = readVersion(cause.target);
      if (cause.clash !== undefined || entry === undefined || wanted === undefined) return [];
      if (compareVersions(wanted, entry.version) === 0) return [];
      return [{ entry, wanted, jump: [entry.version, wanted] }];
    }
    case 'builder': {
      const entry = inventory.entries.find(({ name }) => name === cause.entry);
      if (entry === undefined) return [];
      const builders = inventory.entries.filter(({ component }) => cause.builders.includes(component));
      return [...builders, entry].map((one) => {
        const { releases, isServerLine } = releaseLine(catalog, one.component);
        const newest = releases.at(-1)?.version;
        return { entry: one, wanted: isServerLine ? target : (newest ?? one.version) };
      });
    }
    default:
      return [];
  }
}

/** In the order of the causes; those that clash by a protocol or an incident are drawn as bands. */
export function layOutRefused(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  causes: readonly Cause[],
): RefusedMove[] {
  return causes.flatMap((cause): RefusedMove[] => {
    const asked = askedOf(cause, catalog, inventory, goal);
    if (asked.length === 0) return [];
    return [{ code: cause.code, lines: asked.map((one) => layOutLine(catalog, inventory, goal, one)) }];
  });
}
