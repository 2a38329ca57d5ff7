/**
 * What does a general solver say is the best safe plan?
 *
 * The problem as facts for `safe-plans.lp`, and clingo's answer. Imports the model and nothing else of the engine: what the
 * planner works out, the solver has to work out too.
 */
import { readFileSync } from 'node:fs';
import { run } from 'clingo-wasm';
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
} from '../src/engine/model';
import { orderOf } from '../src/testing/oracle';
import type { ParsedInstance } from '../src/testing/parse-instance';
import { costOfSteps } from './plan-cost';

const ENCODING = readFileSync('bench/safe-plans.lp', 'utf8');

interface Line {
  readonly version: Version;
  readonly ranges: Readonly<Record<string, ProtocolRange>>;
  readonly mayBeMovedTo: boolean;
  readonly upgradeFrom: string | undefined;
}

class FactWriter {
  readonly facts: string[] = [];
  private readonly server: Entry;
  private readonly ranks: readonly Version[];

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
  ) {
    const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
    if (server === undefined) throw new Error('no server');
    this.server = server;
    const versions = [
      ...catalog.releases.map((release) => release.version),
      ...Object.values(catalog.components).flatMap((c) => (c.releases ?? []).map((r) => r.version)),
      ...inventory.entries.map((entry) => entry.version),
      goal.target,
    ].sort(compareVersions);
    this.ranks = versions.filter((version, i) => compareVersions(version, versions[i - 1] ?? '0.0.0-0') > 0);
  }

  private add(name: string, ...terms: (string | number)[]): void {
    this.facts.push(
      `${name}(${terms.map((t) => (typeof t === 'number' ? t : JSON.stringify(t))).join(',')}).`,
    );
  }

  private rank(version: Version): number {
    return this.ranks.findIndex((candidate) => compareVersions(candidate, version) === 0);
  }

  private mayHold(condition: Condition | undefined): boolean {
    return Object.entries(condition ?? {}).every(([fact, answers]) => {
      const answer = this.inventory.facts[fact];
      return answer === undefined || answers.includes(answer);
    });
  }

  private lineOf(id: string): Line[] {
    const own = this.catalog.components[id]?.releases?.map((release) => ({
      ...release,
      upgradeFrom: undefined,
    }));
    const shared = this.catalog.releases
      .filter((release) => release.components?.[id] !== null)
      .map((release) => ({
        ...release,
        protocols: { ...release.protocols, ...release.components?.[id]?.protocols },
      }));
    return (own ?? shared)
      .map((release) => ({
        version: release.version,
        ranges: release.protocols ?? {},
        mayBeMovedTo:
          release.withdrawn === undefined &&
          (this.goal.prereleases || !isPrerelease(release.version)) &&
          !release.avoid?.some((a) => (a.components?.includes(id) ?? true) && this.mayHold(a.if)),
        upgradeFrom: release.upgradeFrom,
      }))
      .sort((a, b) => compareVersions(a.version, b.version));
  }

  private rangeOf(entry: Entry, version: Version, protocol: string): ProtocolRange | undefined {
    const advertised = entry.protocols?.[protocol];
    if (advertised !== undefined && compareVersions(version, entry.version) === 0) return advertised;
    const line = this.lineOf(entry.component);
    const listed = line.find((release) => compareVersions(release.version, version) === 0);
    const granularity = this.catalog.components[entry.component]?.granularity ?? this.catalog.granularity;
    if (listed !== undefined || granularity === 'patch') return listed?.ranges[protocol];
    const series = line.filter((r) => seriesOf(r.version, granularity) === seriesOf(version, granularity));
    const below = series.filter((release) => compareVersions(release.version, version) < 0);
    return (below.at(-1) ?? series[0])?.ranges[protocol];
  }

  private writeServer(): Version[] {
    const { server, goal } = this;
    const from = server.version;
    this.add('server', this.rank(from));
    this.add('target', this.rank(goal.target));
    this.add('server_count', server.count);
    const stops = this.lineOf(server.component).filter(
      ({ version, mayBeMovedTo }) =>
        mayBeMovedTo && compareVersions(version, from) > 0 && compareVersions(version, goal.target) <= 0,
    );
    const visitable = [from, ...stops.map((stop) => stop.version)];
    for (const { version, upgradeFrom } of server.pinned === undefined ? stops : []) {
      for (const source of visitable) {
        if (compareVersions(source, version) >= 0) continue;
        if (upgradeFrom !== undefined && !goal.allowSkips && !isInRange(source, upgradeFrom)) continue;
        this.add('hop_allowed', this.rank(source), this.rank(version));
      }
    }
    for (const version of visitable) {
      for (const protocol of Object.keys(this.catalog.protocols)) {
        const range = this.rangeOf(server, version, protocol);
        if (range !== undefined) this.add('server_range', this.rank(version), protocol, ...range);
      }
    }
    return visitable;
  }

  private writeConsumer(entry: Entry, servers: readonly Version[]): void {
    const { catalog, goal, inventory } = this;
    const component = catalog.components[entry.component];
    const line = this.lineOf(entry.component);
    const exact = goal.entries[entry.name];
    const limit = exact ?? (component?.releases === undefined ? goal.target : undefined);
    const further = line
      .filter(
        ({ version, mayBeMovedTo }) =>
          entry.pinned === undefined &&
          mayBeMovedTo &&
          compareVersions(version, entry.version) > 0 &&
          (limit === undefined || compareVersions(version, limit) <= 0),
      )
      .map(({ version }) => version);
    const comesAlong =
      goal.consumers === 'align' &&
      entry.pinned === undefined &&
      component?.releases === undefined &&
      line.some((r) => r.mayBeMovedTo && compareVersions(r.version, goal.target) === 0);
    this.add('deployed', entry.name, this.rank(entry.version));
    this.add('count', entry.name, entry.count);
    for (const protocol of component?.speaks ?? []) this.add('speaks', entry.name, protocol);
    for (const version of further) this.add('may_move', entry.name, this.rank(version));
    for (const version of [entry.version, ...further]) {
      for (const protocol of component?.speaks ?? []) {
        const range = this.rangeOf(entry, version, protocol);
        if (range !== undefined) this.add('range', entry.name, this.rank(version), protocol, ...range);
      }
      const isMet =
        exact !== undefined
          ? compareVersions(version, exact) === 0
          : !comesAlong || compareVersions(version, goal.target) >= 0;
      if (isMet) this.add('meets_goal', entry.name, this.rank(version));
      for (const incident of catalog.incidents) {
        if (incident.severity !== 'broken' || incident.component !== entry.component) continue;
        if (!isInRange(version, incident.versions ?? '*') || !this.mayHold(incident.if)) continue;
        for (const server of servers) {
          if (!isInRange(server, incident.server ?? '*')) continue;
          this.add('broken', entry.name, this.rank(version), this.rank(server));
        }
      }
    }
    const builders = inventory.entries.filter((other) => component?.builtWith?.includes(other.component));
    if (entry.source === 'external' || builders.length === 0) return;
    this.add('must_be_built', entry.name);
    for (const builder of builders) this.add('builds', builder.name, entry.name);
  }

  write(): string {
    const { catalog, inventory, goal, server } = this;
    const order = orderOf(catalog, goal);
    // The highest level weighs most; steps are level 0.
    const levelOf = (entry: Entry) => order.length - order.indexOf(entry.component);
    const servers = this.writeServer();
    this.add('server_level', levelOf(server));
    for (const entry of inventory.entries) {
      if (entry === server) continue;
      this.add('level', entry.name, levelOf(entry));
      this.writeConsumer(entry, servers);
    }
    return this.facts.join('\n');
  }
}

/** `cost` as planner and oracle count it: instances moved by component in the order of disruption, then steps. */
export interface SolverAnswer {
  readonly isBlocked: boolean;
  readonly cost: readonly number[];
  readonly milliseconds: number;
}

/** The entry that an atom moves: `move("e1",2,3,1)`, or `hop(1,2)` for the server. */
function entryOf({ catalog, inventory }: ParsedInstance, atom: string): Entry {
  const name = /^move\("([^"]+)"/.exec(atom)?.[1];
  const entry = inventory.entries.find((candidate) =>
    name === undefined ? catalog.components[candidate.component]?.role === 'server' : candidate.name === name,
  );
  if (entry === undefined) throw new Error(`clingo moves what is not there: ${atom}`);
  return entry;
}

/** The time is that of the solver alone: writing the facts is not counted. */
export async function askSolver(instance: ParsedInstance): Promise<SolverAnswer> {
  const { catalog, inventory, goal } = instance;
  const program = `${new FactWriter(catalog, inventory, goal).write()}\n${ENCODING}`;
  const start = performance.now();
  const result = await run(program, 0, ['--opt-strategy=usc', '--warn=none']);
  const milliseconds = performance.now() - start;
  if (result.Result === 'UNSATISFIABLE') return { isBlocked: true, cost: [], milliseconds };
  // Without a proof the last model is merely one that it found.
  if (result.Result !== 'OPTIMUM FOUND') throw new Error(`clingo says ${JSON.stringify(result)}`);
  // What follows the best model are bounds that prove it.
  const best = result.Call.at(-1)?.Witnesses.findLast((witness) => witness.Value !== undefined);
  const atoms = best?.Value ?? [];
  const steps = atoms
    .map((atom) => entryOf(instance, atom))
    .map(({ name, component }) => ({ entry: name, component }));
  return { isBlocked: false, cost: costOfSteps(instance, steps), milliseconds };
}
