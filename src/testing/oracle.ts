/**
 * What is the best safe plan, found by trying everything?
 *
 * Walks all states (the version of every entry) from the cheapest on, straight from the eight rules of engine.md. It
 * imports the model and nothing else of ours, knows no bounds and no groups, and is fit for a handful of releases and
 * entries only. The property tests hold the planner against it.
 */
import {
  type Catalog,
  type Condition,
  compareVersions,
  type Entry,
  type Inventory,
  isInRange,
  isPrerelease,
  type ParsedGoal,
  type ProtocolRange,
  seriesOf,
  type Version,
} from '../engine/model';

export interface OracleAnswer {
  readonly status: 'ready' | 'done' | 'blocked';
  /** Instances moved by component in the order of disruption, then steps; empty where blocked. */
  readonly cost: readonly number[];
  /** The server's stops that the first tie-break asks for: the newest, comparing from the first on. */
  readonly serverStops: readonly Version[];
}

/** The order of disruption: the goal's, the catalog's, the rest as the catalog lists them. */
export function orderOf(catalog: Catalog, goal: Pick<ParsedGoal, 'disruption'>): string[] {
  return [
    ...new Set([...(goal.disruption ?? []), ...catalog.disruption, ...Object.keys(catalog.components)]),
  ];
}

interface State {
  readonly cost: readonly number[];
  /** By entry of the inventory. */
  readonly versions: readonly Version[];
  readonly stops: readonly Version[];
}

function compareCosts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function compareStops(a: readonly Version[], b: readonly Version[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareVersions(b[i] ?? '', a[i] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

class Oracle {
  private readonly server: Entry;
  private readonly serverIndex: number;

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
  ) {
    this.serverIndex = inventory.entries.findIndex(
      (entry) => catalog.components[entry.component]?.role === 'server',
    );
    const server = inventory.entries[this.serverIndex];
    if (server === undefined) throw new Error('no server');
    this.server = server;
  }

  private holds(condition: Condition | undefined): boolean {
    return Object.entries(condition ?? {}).every(([fact, answers]) => {
      const answer = this.inventory.facts[fact];
      return answer === undefined || answers.includes(answer);
    });
  }

  private line(component: string) {
    const own = this.catalog.components[component]?.releases;
    if (own !== undefined)
      return own.map((release) => ({ ...release, upgradeFrom: undefined, ranges: release.protocols }));
    return this.catalog.releases
      .filter((release) => release.components?.[component] !== null)
      .map((release) => ({
        ...release,
        ranges: { ...release.protocols, ...release.components?.[component]?.protocols },
      }));
  }

  private range(entry: Entry, version: Version, protocol: string): ProtocolRange | undefined {
    const advertised = entry.protocols?.[protocol];
    if (compareVersions(version, entry.version) === 0 && advertised !== undefined) return advertised;
    const line = this.line(entry.component).sort((a, b) => compareVersions(a.version, b.version));
    const exact = line.find((release) => compareVersions(release.version, version) === 0);
    if (exact !== undefined) return exact.ranges?.[protocol];
    const granularity = this.catalog.components[entry.component]?.granularity ?? this.catalog.granularity;
    if (granularity === 'patch') return undefined;
    const series = line.filter((r) => seriesOf(r.version, granularity) === seriesOf(version, granularity));
    const stand = series.filter((r) => compareVersions(r.version, version) <= 0).at(-1) ?? series[0];
    return stand?.ranges?.[protocol];
  }

  private works(entry: Entry, version: Version, server: Version): boolean {
    const agrees = (this.catalog.components[entry.component]?.speaks ?? []).every((protocol) => {
      const [ours, theirs] = [
        this.range(entry, version, protocol),
        this.range(this.server, server, protocol),
      ];
      return ours !== undefined && theirs !== undefined && ours[1] >= theirs[0] && theirs[1] >= ours[0];
    });
    return (
      agrees &&
      !this.catalog.incidents.some(
        (incident) =>
          incident.severity === 'broken' &&
          incident.component === entry.component &&
          (incident.versions === undefined || isInRange(version, incident.versions)) &&
          (incident.server === undefined || isInRange(server, incident.server)) &&
          this.holds(incident.if),
      )
    );
  }

  /** Rule 1, but for the target. */
  private mayBeMovedTo(component: string, version: Version): boolean {
    const release = this.line(component).find((r) => compareVersions(r.version, version) === 0);
    if (release === undefined || release.withdrawn !== undefined) return false;
    if (isPrerelease(version) && !this.goal.prereleases) return false;
    return !release.avoid?.some(
      (a) => (a.components === undefined || a.components.includes(component)) && this.holds(a.if),
    );
  }

  private isDone(state: State): boolean {
    const server = state.versions[this.serverIndex] ?? '';
    if (compareVersions(server, this.goal.target) !== 0) return false;
    return this.inventory.entries.every((entry, i) => {
      if (i === this.serverIndex) return true;
      const version = state.versions[i] ?? '';
      if (!this.works(entry, version, server)) return false;
      const exact = this.goal.entries[entry.name];
      if (exact !== undefined) return compareVersions(version, exact) === 0;
      const comesAlong =
        this.goal.consumers === 'align' &&
        entry.pinned === undefined &&
        this.catalog.components[entry.component]?.releases === undefined &&
        this.mayBeMovedTo(entry.component, this.goal.target);
      return !comesAlong || compareVersions(version, this.goal.target) >= 0;
    });
  }

  private targetsOf(state: State, i: number, entry: Entry): Version[] {
    if (entry.pinned !== undefined) return [];
    const from = state.versions[i] ?? '';
    const hasOwnLine = this.catalog.components[entry.component]?.releases !== undefined;
    const limit = this.goal.entries[entry.name] ?? (hasOwnLine ? undefined : this.goal.target);
    return this.line(entry.component)
      .filter(
        ({ version }) =>
          compareVersions(version, from) > 0 &&
          (limit === undefined || compareVersions(version, limit) <= 0) &&
          this.mayBeMovedTo(entry.component, version) &&
          (i === this.serverIndex ? this.mayHop(state, from, version) : this.mayMove(state, entry, version)),
      )
      .map(({ version }) => version);
  }

  private mayHop(state: State, from: Version, to: Version): boolean {
    const range = this.catalog.releases.find((r) => compareVersions(r.version, to) === 0)?.upgradeFrom;
    if (!this.goal.allowSkips && range !== undefined && !isInRange(from, range)) return false;
    return this.inventory.entries.every((entry, i) => {
      if (i === this.serverIndex) return true;
      const version = state.versions[i] ?? '';
      return !this.works(entry, version, from) || this.works(entry, version, to);
    });
  }

  private mayMove(state: State, entry: Entry, to: Version): boolean {
    if (!this.works(entry, to, state.versions[this.serverIndex] ?? '')) return false;
    const builtWith = this.catalog.components[entry.component]?.builtWith ?? [];
    const builders = this.inventory.entries.flatMap((other, i) =>
      builtWith.includes(other.component) ? [{ other, version: state.versions[i] ?? '' }] : [],
    );
    if (entry.source === 'external' || builders.length === 0) return true;
    const server = state.versions[this.serverIndex] ?? '';
    return builders.some(
      ({ other, version }) => compareVersions(version, to) >= 0 && this.works(other, version, server),
    );
  }

  answer(): OracleAnswer {
    const order = orderOf(this.catalog, this.goal);
    const start: State = {
      cost: [...order, 'steps'].map(() => 0),
      versions: this.inventory.entries.map((entry) => entry.version),
      stops: [],
    };
    // The stops are part of a state's name, so that all ways of least cost are seen.
    const nameOf = (state: State) => JSON.stringify([state.versions, state.stops]);
    const best = new Map([[nameOf(start), start.cost]]);
    const open = [start];
    const ends: State[] = [];
    while (open.length > 0) {
      let least = 0;
      for (let i = 1; i < open.length; i++) {
        if (compareCosts(open[i]?.cost ?? [], open[least]?.cost ?? []) < 0) least = i;
      }
      const [state] = open.splice(least, 1);
      if (state === undefined) break;
      if (ends[0] !== undefined && compareCosts(state.cost, ends[0].cost) > 0) break;
      if (compareCosts(best.get(nameOf(state)) ?? [], state.cost) < 0) continue;
      if (this.isDone(state)) {
        ends.push(state);
        continue;
      }
      for (const [i, entry] of this.inventory.entries.entries()) {
        for (const to of this.targetsOf(state, i, entry)) {
          const at = order.indexOf(entry.component);
          const next: State = {
            versions: state.versions.with(i, to),
            cost: state.cost.map((value, j) => value + (j === at ? entry.count : j === order.length ? 1 : 0)),
            stops: i === this.serverIndex ? [...state.stops, to] : state.stops,
          };
          const known = best.get(nameOf(next));
          if (known !== undefined && compareCosts(known, next.cost) <= 0) continue;
          best.set(nameOf(next), next.cost);
          open.push(next);
        }
      }
    }
    const [first] = ends.sort((a, b) => compareStops(a.stops, b.stops));
    if (first === undefined) return { status: 'blocked', cost: [], serverStops: [] };
    const status = first.cost.at(-1) === 0 ? 'done' : 'ready';
    return { status, cost: first.cost, serverStops: first.stops };
  }
}

export function askOracle(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): OracleAnswer {
  return new Oracle(catalog, inventory, goal).answer();
}
