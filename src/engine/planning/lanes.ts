/**
 * What could a consumer be moved to, and with which servers on the way would each version work?
 *
 * Entries of one component share the answer, unless the goal names a version for one of them (rules 1 and 8).
 */
import { partyAt } from '../compatibility/assess-pair';
import { type CompatibleServers, compatibleServersOf } from '../compatibility/compatible-servers';
import { refusalOf, refusalOfRelease } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type Version,
} from '../model';
import type { Columns } from './reduce';
import { remember } from './remember';
import type { ReleaseGraph } from './server-graph';

/** The releases that the entries of a lane may be moved to, ascending, whatever version they have. */
export interface Lane {
  readonly component: string;
  readonly versions: readonly Version[];
  /** By index into `versions`, by server index: 1 where the pair is compatible. */
  readonly compatible: Columns;
  /** By index into `versions`: whether an entry that is not pinned meets the goal there. */
  readonly meetsGoal: readonly boolean[];
}

export class LaneFinder {
  private readonly lanes = new Map<string, Lane>();
  /** By lane, by how many of its versions: the part of it below a limit. */
  private readonly parts = new Map<Lane, Map<number, Lane>>();
  private readonly compatibleServers: (component: string) => CompatibleServers;

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
    graph: ReleaseGraph,
    server: Entry,
  ) {
    const servers = graph.versions.map((version, i) =>
      i === 0 ? partyAt(server) : { component: server.component, version },
    );
    this.compatibleServers = remember((component) =>
      compatibleServersOf(catalog, component, servers, inventory.facts),
    );
  }

  /** By server index: 1 where the component at this version is compatible. */
  compatibility(component: string, version: Version, advertised?: Entry['protocols']): Uint8Array {
    return this.compatibleServers(component)(version, advertised);
  }

  exactTarget(entry: Entry): Version | undefined {
    return Object.hasOwn(this.goal.entries, entry.name) ? this.goal.entries[entry.name] : undefined;
  }

  /** Rule 8 for an entry, pinned or not, at a version. */
  meetsGoal(entry: Entry, version: Version, isPinned: boolean): boolean {
    const exact = this.exactTarget(entry);
    if (exact !== undefined) return compareVersions(version, exact) === 0;
    if (this.goal.consumers !== 'align' || isPinned) return true;
    const line = releaseLine(this.catalog, entry.component);
    if (!line.isServerLine || compareVersions(version, this.goal.target) >= 0) return true;
    return refusalOf(line, this.goal.target, this.inventory.facts, this.goal.prereleases) !== undefined;
  }

  /** Nothing where the entry is pinned. */
  laneOf(entry: Entry): Lane {
    const exact = this.exactTarget(entry);
    const isPinned = entry.pinned !== undefined;
    const key = JSON.stringify([entry.component, isPinned, exact]);
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const line = releaseLine(this.catalog, entry.component);
    const limit = exact ?? (line.isServerLine ? this.goal.target : undefined);
    const versions = line.releases
      .filter(
        (release) =>
          !isPinned &&
          (limit === undefined || compareVersions(release.version, limit) <= 0) &&
          refusalOfRelease(release, this.inventory.facts, this.goal.prereleases) === undefined,
      )
      .map((release) => release.version);
    const lane: Lane = {
      component: entry.component,
      versions,
      compatible: versions.map((version) => this.compatibility(entry.component, version)),
      meetsGoal: versions.map((version) => this.meetsGoal(entry, version, false)),
    };
    this.lanes.set(key, lane);
    return lane;
  }

  /** The lane up to a version; `undefined`: all of it. */
  laneUpTo(lane: Lane, limit: Version | undefined): Lane {
    const count =
      limit === undefined ? -1 : lane.versions.findIndex((version) => compareVersions(version, limit) > 0);
    if (count < 0) return lane;
    const parts = this.parts.get(lane) ?? new Map<number, Lane>();
    this.parts.set(lane, parts);
    const known = parts.get(count);
    if (known !== undefined) return known;
    const part: Lane = {
      component: lane.component,
      versions: lane.versions.slice(0, count),
      compatible: lane.compatible.slice(0, count),
      meetsGoal: lane.meetsGoal.slice(0, count),
    };
    parts.set(count, part);
    return part;
  }
}
