/**
 * Which rules of engine.md do the steps break, made one by one?
 *
 * Accounts for every pair in every state. Where neither side has moved since the state before, a pair stands as it did.
 */
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Goal,
  type Inventory,
  type Plan,
  readVersion,
  type Step,
  type Version,
} from '../model';
import { closedRange, whyNotTo, worksTogether } from './catalog-facts';

export interface Violation {
  /** The rule of engine.md that is broken; `plan` where the plan contradicts itself or its inputs. */
  readonly rule: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'plan';
  /** Index into the plan's steps; `null` where it is about the plan as a whole. */
  readonly step: number | null;
  readonly entry?: string;
  readonly message: string;
}

/** An entry that does not work with the server now, and may stay so until it is mended (rule 5). */
export interface Tolerated {
  readonly entry: string;
  /** Whether nothing is known against it: what it or the server speaks is not known. */
  readonly isUnknown: boolean;
  /** States that it does not work in, the one now among them. */
  readonly pairs: number;
  /** The stage that mends it. */
  readonly until: number;
}

const MAX_VIOLATIONS = 100;

export class Replay {
  readonly violations: Violation[] = [];
  states = 0;
  pairs = 0;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly server: Entry | undefined;
  /** By name of an entry that has moved. */
  private readonly versions = new Map<string, Version>();
  /** Consumers that have not worked with the server yet (rule 5), by name, with the state that they were seen in first. */
  private readonly broken = new Map<string, { readonly since: number; readonly isUnknown: boolean }>();
  /** Those of them that a step has mended. */
  readonly tolerated: Tolerated[] = [];
  private readonly visited: Version[] = [];
  /** Whether a pair works together, by what decides it. */
  private readonly answers = new Map<string, boolean | undefined>();

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: Goal,
  ) {
    this.entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
    this.server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  }

  report(rule: Violation['rule'], step: number | null, message: string, entry?: string): void {
    if (this.violations.length >= MAX_VIOLATIONS) return;
    this.violations.push({ rule, step, message, ...(entry !== undefined && { entry }) });
  }

  private versionOf(entry: Entry): Version {
    return this.versions.get(entry.name) ?? entry.version;
  }

  private works(
    consumer: Entry,
    version: Version,
    server: Entry,
    serverVersion: Version,
  ): boolean | undefined {
    // The same versions give the same answer, but for entries that advertise ranges of their own.
    const own = consumer.protocols === undefined ? '' : consumer.name;
    const pair = `${consumer.component}\n${version}\n${serverVersion}\n${own}`;
    if (!this.answers.has(pair)) {
      const { catalog, inventory } = this;
      const does = worksTogether(catalog, inventory.facts, consumer, version, server, serverVersion);
      this.answers.set(pair, does);
    }
    return this.answers.get(pair);
  }

  /**
   * Looks at the pairs of the state as it is now: rules 4 and 5. Every pair counts; where only a consumer has moved, all
   * others stand as they did in the state before.
   */
  private inspect(server: Entry, step: number | null, moved: Entry, stage = 0): void {
    this.states += 1;
    this.pairs += this.inventory.entries.length - 1;
    if (moved !== server) {
      this.inspectPair(moved, server, step, stage);
      return;
    }
    this.visited.push(this.versionOf(server));
    for (const consumer of this.inventory.entries) {
      if (consumer !== server) this.inspectPair(consumer, server, step, stage);
    }
  }

  private inspectPair(consumer: Entry, server: Entry, step: number | null, stage: number): void {
    const [version, serverVersion] = [this.versionOf(consumer), this.versionOf(server)];
    const works = this.works(consumer, version, server, serverVersion);
    const here = { since: this.states, isUnknown: works === undefined };
    const before = this.broken.get(consumer.name);
    if (works) {
      if (before === undefined) return;
      this.broken.delete(consumer.name);
      const { since, isUnknown } = before;
      this.tolerated.push({ entry: consumer.name, isUnknown, pairs: this.states - since, until: stage });
    } else if (before !== undefined) {
      // Known by now, where the server has moved.
      if (before.isUnknown && !here.isUnknown)
        this.broken.set(consumer.name, { ...before, isUnknown: false });
    } else if (step === null) {
      this.broken.set(consumer.name, here);
    } else {
      this.report(4, step, `${consumer.name} ${version} loses the server ${serverVersion}.`, consumer.name);
      // Said once; from here on it is one of those that have to be mended.
      this.broken.set(consumer.name, here);
    }
  }

  /** Rule 1: what this entry may be moved to at most. */
  private limitOf(entry: Entry): Version | undefined {
    const own = this.exactTarget(entry);
    if (own !== undefined) return own;
    const hasOwnLine = this.catalog.components[entry.component]?.releases !== undefined;
    return hasOwnLine ? undefined : this.goal.target;
  }

  private exactTarget(entry: Entry): Version | undefined {
    const targets = this.goal.entries ?? {};
    return Object.hasOwn(targets, entry.name) ? targets[entry.name] : undefined;
  }

  private checkRelease(index: number, step: Step, entry: Entry): void {
    if (compareVersions(step.to, step.from) <= 0) {
      this.report(1, index, `${step.entry} does not go up: ${step.from} to ${step.to}.`, step.entry);
    }
    const why = whyNotTo(
      this.catalog,
      this.inventory.facts,
      entry.component,
      step.to,
      this.goal.prereleases ?? false,
    );
    if (why !== undefined) {
      this.report(1, index, `${step.entry} must not move to ${step.to}: ${why}.`, step.entry);
    }
    const limit = this.limitOf(entry);
    if (limit !== undefined && compareVersions(step.to, limit) > 0) {
      this.report(1, index, `${step.entry} goes past its target ${limit}, to ${step.to}.`, step.entry);
    }
  }

  private checkHop(index: number, step: Step): void {
    const range = closedRange(this.catalog, step.from, step.to);
    if (range === undefined) return;
    if (this.goal.allowSkips !== true) {
      this.report(2, index, `${step.to} only takes servers in ${range}, not ${step.from}.`, step.entry);
    } else if (typeof step.skips !== 'string') {
      this.report(
        2,
        index,
        `The hop to ${step.to} is outside ${range}, and the plan does not say so.`,
        step.entry,
      );
    }
  }

  /** Rule 6, with what is there, and works, before the stage begins: its steps may be done in any order. */
  private checkBuilder(
    index: number,
    step: Step,
    entry: Entry,
    server: Entry,
    before: ReadonlyMap<string, Version>,
  ): void {
    const builtWith = this.catalog.components[entry.component]?.builtWith ?? [];
    const builders = this.inventory.entries.filter((candidate) => builtWith.includes(candidate.component));
    if (entry.source === 'external' || builders.length === 0) return;
    const at = (other: Entry) => before.get(other.name) ?? other.version;
    const isBuilt = builders.some(
      (builder) =>
        compareVersions(at(builder), step.to) >= 0 && this.works(builder, at(builder), server, at(server)),
    );
    if (isBuilt) return;
    this.report(
      6,
      index,
      `Nothing that builds ${step.entry} is at ${step.to} and works with the server when its stage begins.`,
      step.entry,
    );
  }

  private makeStep(index: number, step: Step, server: Entry, before: ReadonlyMap<string, Version>): void {
    const entry = this.entries.get(step.entry);
    if (entry === undefined) {
      this.report('plan', index, `The inventory has no entry "${step.entry}".`, step.entry);
      return;
    }
    if (readVersion(step.to) !== step.to || readVersion(step.from) !== step.from) {
      this.report(
        'plan',
        index,
        `"${step.from}" to "${step.to}" is not from one version to another.`,
        step.entry,
      );
      return;
    }
    if (entry.component !== step.component) {
      this.report(
        'plan',
        index,
        `${step.entry} is a ${entry.component}, not a ${step.component}.`,
        step.entry,
      );
    }
    if (compareVersions(step.from, this.versionOf(entry)) !== 0) {
      this.report(
        'plan',
        index,
        `${step.entry} is at ${this.versionOf(entry)} here, not at ${step.from}.`,
        step.entry,
      );
    }
    if (entry.pinned !== undefined) {
      this.report(7, index, `${step.entry} is pinned and never moves.`, step.entry);
    }
    this.checkRelease(index, step, entry);
    if (entry === server) {
      this.checkHop(index, step);
    } else {
      if (!this.works(entry, step.to, server, this.versionOf(server))) {
        const serverVersion = this.versionOf(server);
        this.report(
          3,
          index,
          `${step.entry} ${step.to} does not work with the server ${serverVersion}.`,
          step.entry,
        );
      }
      this.checkBuilder(index, step, entry, server, before);
    }
    this.versions.set(entry.name, step.to);
    this.inspect(server, index, entry, step.stage);
  }

  /** Rules 5 and 8, once the last step is made. */
  private checkEnd(server: Entry): void {
    for (const name of this.broken.keys()) {
      this.report(5, null, `${name} does not work with the server at the end.`, name);
    }
    if (compareVersions(this.versionOf(server), this.goal.target) !== 0) {
      const at = this.versionOf(server);
      this.report(8, null, `The server ends at ${at}, not at the target ${this.goal.target}.`, server.name);
    }
    for (const entry of this.inventory.entries) {
      const at = this.versionOf(entry);
      const exact = this.exactTarget(entry);
      if (exact !== undefined && compareVersions(at, exact) !== 0) {
        this.report(8, null, `${entry.name} ends at ${at}; the goal asks for ${exact}.`, entry.name);
      }
      if (exact === undefined && this.isLeftBehind(entry, server, at)) {
        this.report(8, null, `${entry.name} is left behind at ${at}.`, entry.name);
      }
    }
  }

  private isLeftBehind(entry: Entry, server: Entry, at: Version): boolean {
    if (this.goal.consumers !== 'align' || entry === server || entry.pinned !== undefined) return false;
    if (this.catalog.components[entry.component]?.releases !== undefined) return false;
    const { facts } = this.inventory;
    const { target, prereleases } = this.goal;
    // A release that must not be moved to does not exist for the entry.
    const exists = whyNotTo(this.catalog, facts, entry.component, target, prereleases ?? false) === undefined;
    return exists && compareVersions(at, target) < 0;
  }

  /** Stages: numbers from 1 that never go down, no entry twice in one, the server alone in its own. */
  private checkStages(steps: readonly Step[], server: Entry): void {
    let last = 1;
    const members = new Map<number, Set<string>>();
    for (const [index, { stage, entry }] of steps.entries()) {
      if (!Number.isInteger(stage) || stage < last) {
        this.report('plan', index, `Stage ${stage} comes after stage ${last}.`, entry);
        continue;
      }
      last = stage;
      const names = members.get(stage) ?? new Set();
      if (names.has(entry)) this.report('plan', index, `${entry} moves twice in stage ${stage}.`, entry);
      const sharesWithServer = names.size > 0 && (names.has(server.name) || entry === server.name);
      if (sharesWithServer) {
        this.report(
          'plan',
          index,
          `The server shares stage ${stage} with others; the order would matter.`,
          entry,
        );
      }
      members.set(stage, names.add(entry));
    }
  }

  run(steps: readonly Step[]): void {
    const { server } = this;
    if (server === undefined) {
      this.report('plan', null, 'The inventory has no server.');
      return;
    }
    this.checkStages(steps, server);
    this.inspect(server, null, server);
    let stage: number | undefined;
    let before: ReadonlyMap<string, Version> = new Map(this.versions);
    for (const [index, step] of steps.entries()) {
      if (step.stage !== stage) before = new Map(this.versions);
      stage = step.stage;
      this.makeStep(index, step, server, before);
    }
    this.checkEnd(server);
  }

  /** Standard: every consumer, as it is deployed, works with every server version visited. */
  kind(): Plan['kind'] {
    const { server } = this;
    const isStandard = this.inventory.entries.every(
      (entry) =>
        server === undefined ||
        entry === server ||
        this.visited.every((version) => this.works(entry, entry.version, server, version)),
    );
    return isStandard ? 'standard' : 'backwards-incompatible';
  }
}
