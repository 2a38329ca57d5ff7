/**
 * What does a greedy planner do?
 *
 * The server always takes the widest hop that the hop rule allows. A consumer is moved only when it is broken, to the
 * newest release that works; a builder is brought along where it has to be. In the end what the goal asks for by name, or
 * by `align`, is moved to it. A cleverer one looks a hop ahead: what the next hop would break is moved before it, to the
 * newest release that works with both servers, where there is one.
 */
import type { Catalog, Entry, Inventory, ParsedGoal, Plan, Step, Version } from '../src/engine';
import { compareVersions, isInRange, PLAN_FORMAT } from '../src/engine';
import { assessPair } from '../src/engine/compatibility/assess-pair';
import { refusalOf } from '../src/engine/compatibility/refusal';
import { releaseLine } from '../src/engine/compatibility/release-line';
import { serverEntryOf } from '../src/engine/compatibility/server-entry';

class Greedy {
  readonly steps: Step[] = [];
  private readonly server: Entry;
  private readonly consumers: readonly Entry[];
  private readonly versions: Map<string, Version>;

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
    private readonly looksAhead: boolean,
  ) {
    this.server = serverEntryOf(catalog, inventory);
    this.consumers = inventory.entries.filter((entry) => entry !== this.server);
    this.versions = new Map(inventory.entries.map((entry) => [entry.name, entry.version]));
  }

  private at(entry: Entry): Version {
    return this.versions.get(entry.name) ?? entry.version;
  }

  private works(entry: Entry, version: Version, server: Version): boolean {
    const party = (of: Entry, at: Version) => ({
      component: of.component,
      version: at,
      advertised: compareVersions(at, of.version) === 0 ? of.protocols : undefined,
    });
    const { status } = assessPair(
      this.catalog,
      party(entry, version),
      party(this.server, server),
      this.inventory.facts,
    );
    return status === 'compatible';
  }

  /** Releases above the entry's that it may be moved to, newest first. */
  private releasesAbove(entry: Entry): Version[] {
    if (entry.pinned !== undefined) return [];
    const line = releaseLine(this.catalog, entry.component);
    const limit = this.goal.entries[entry.name] ?? (line.isServerLine ? this.goal.target : undefined);
    return line.releases
      .map(({ version }) => version)
      .filter(
        (version) =>
          compareVersions(version, this.at(entry)) > 0 &&
          (limit === undefined || compareVersions(version, limit) <= 0) &&
          refusalOf(line, version, this.inventory.facts, this.goal.prereleases) === undefined,
      )
      .reverse();
  }

  private move(entry: Entry, to: Version): void {
    const stage = this.steps.length + 1;
    const { name, component } = entry;
    this.steps.push({ entry: name, component, from: this.at(entry), to, stage, required: true });
    this.versions.set(name, to);
  }

  /** Whether something that builds the entry is at the version and works, or could be brought there now. */
  private buildFor(entry: Entry, version: Version): boolean {
    const builtWith = this.catalog.components[entry.component]?.builtWith ?? [];
    const builders = this.consumers.filter((candidate) => builtWith.includes(candidate.component));
    if (entry.source === 'external' || builders.length === 0) return true;
    const server = this.at(this.server);
    const isEnough = (built: Version) => compareVersions(built, version) >= 0;
    if (
      builders.some((builder) => isEnough(this.at(builder)) && this.works(builder, this.at(builder), server))
    )
      return true;
    return builders.some((builder) => this.moveToNewest(builder, [server], isEnough));
  }

  /** Moves the entry to the newest release that works with all these servers; true where there is one. */
  private moveToNewest(
    entry: Entry,
    servers: readonly Version[],
    isWanted: (version: Version) => boolean = () => true,
  ): boolean {
    const to = this.releasesAbove(entry).find(
      (version) =>
        isWanted(version) &&
        servers.every((server) => this.works(entry, version, server)) &&
        this.buildFor(entry, version),
    );
    if (to !== undefined) this.move(entry, to);
    return to !== undefined;
  }

  private nextHop(): Version | undefined {
    const line = releaseLine(this.catalog, this.server.component);
    const from = this.at(this.server);
    return this.releasesAbove(this.server).find((version) => {
      const range = line.releases.find((release) => release.version === version)?.upgradeFrom;
      return this.goal.allowSkips || range === undefined || isInRange(from, range);
    });
  }

  private finish(): void {
    const server = this.at(this.server);
    for (const entry of this.consumers) {
      const exact = this.goal.entries[entry.name];
      const line = releaseLine(this.catalog, entry.component);
      const wanted =
        exact ?? (this.goal.consumers === 'align' && line.isServerLine ? this.goal.target : undefined);
      if (wanted === undefined || compareVersions(this.at(entry), wanted) >= 0) continue;
      this.moveToNewest(entry, [server], (version) => compareVersions(version, wanted) === 0);
    }
  }

  /** The steps of a plan from here, which may be unsafe or lead nowhere: the verifier has to say. */
  run(): void {
    while (compareVersions(this.at(this.server), this.goal.target) !== 0) {
      const from = this.at(this.server);
      const to = this.nextHop();
      if (to === undefined) return;
      for (const entry of this.consumers) {
        const isBroken = !this.works(entry, this.at(entry), from);
        const isBreaking = this.looksAhead && !this.works(entry, this.at(entry), to);
        if (isBreaking && this.moveToNewest(entry, [from, to])) continue;
        if (isBroken) this.moveToNewest(entry, [from]);
      }
      const skipped = releaseLine(this.catalog, this.server.component).releases.find((r) => r.version === to);
      this.move(this.server, to);
      const last = this.steps.at(-1);
      if (last !== undefined && skipped?.upgradeFrom !== undefined && !isInRange(from, skipped.upgradeFrom)) {
        last.skips = skipped.upgradeFrom;
      }
      for (const entry of this.consumers) {
        if (!this.works(entry, this.at(entry), to)) this.moveToNewest(entry, [to]);
      }
    }
    const server = this.at(this.server);
    for (const entry of this.consumers) {
      if (!this.works(entry, this.at(entry), server)) this.moveToNewest(entry, [server]);
    }
    this.finish();
  }
}

export function planGreedily(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  kind: Plan['kind'],
  looksAhead: boolean,
): Plan {
  const greedy = new Greedy(catalog, inventory, goal, looksAhead);
  greedy.run();
  const { steps } = greedy;
  return {
    format: PLAN_FORMAT,
    status: steps.length === 0 ? 'done' : 'ready',
    kind,
    optimality: 'best-found',
    steps,
    causes: [],
    unblock: [],
  };
}
