/**
 * Why is each step of a plan there?
 *
 * A server step leads to the target, is asked for by the hop rule, or is a bridge for a consumer that moves before the
 * next hop. A consumer's step mends a pair that is broken, keeps one from breaking at a later server version, lets
 * something else be built, or is what the goal asks for. The answers are data; formats/wording turns them into words.
 */
import { assessPair, type PairAssessment } from '../compatibility/assess-pair';
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type Step,
  type StepReason,
  type Version,
} from '../model';
import { buildersOf } from '../planning/fleet';
import { acceptsHop } from '../planning/server-graph';
import type { PlannedStep } from '../planning/stages';
import { BuilderHistory } from './builder-history';
import { findNeeds } from './required-steps';

class StepExplainer {
  private readonly server: Entry;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly builderHistory: BuilderHistory;

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
    private readonly steps: readonly PlannedStep[],
  ) {
    this.server = serverEntryOf(catalog, inventory);
    this.entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
    this.builderHistory = new BuilderHistory(catalog, inventory, steps);
  }

  private isServerStep(step: PlannedStep): boolean {
    return step.entry === this.server.name;
  }

  private assess(entry: Entry, version: Version, server: Version): PairAssessment {
    const advertised = version === entry.version ? entry.protocols : undefined;
    const serverAdvertised = server === this.server.version ? this.server.protocols : undefined;
    return assessPair(
      this.catalog,
      { component: entry.component, version, advertised },
      { version: server, advertised: serverAdvertised },
      this.inventory.facts,
    );
  }

  private serverBefore(index: number): Version {
    return this.steps.slice(0, index).findLast((step) => this.isServerStep(step))?.to ?? this.server.version;
  }

  /** What would break first if the step at this index were left out, among the server steps after it. */
  private firstBreak(index: number, entry: Entry, version: Version): StepReason | undefined {
    for (const later of this.steps.slice(index + 1)) {
      if (!this.isServerStep(later)) continue;
      const { status, clashes } = this.assess(entry, version, later.to);
      const [clash] = clashes;
      if (status !== 'compatible' && clash !== undefined) {
        return { code: 'keep-compatible', server: later.to, stage: later.stage, clash };
      }
    }
    return undefined;
  }

  private consumerReason(index: number, step: PlannedStep, entry: Entry): StepReason {
    const server = this.serverBefore(index);
    const [broken] = this.assess(entry, step.from, server).clashes;
    if (broken !== undefined) return { code: 'mend', server, clash: broken };
    const kept = this.firstBreak(index, entry, step.from);
    if (kept !== undefined) return kept;
    if (Object.hasOwn(this.goal.entries, entry.name)) return { code: 'goal' };
    const waiting = this.steps[this.builderHistory.waitingFor(index)[0] ?? -1];
    if (waiting !== undefined) return { code: 'builder', entry: waiting.entry, version: waiting.to };
    return { code: 'align' };
  }

  private serverReason(index: number, step: PlannedStep): StepReason {
    if (compareVersions(step.to, this.goal.target) === 0) return { code: 'target' };
    const next = this.steps.slice(index + 1).find((later) => this.isServerStep(later));
    if (next === undefined) return { code: 'target' };
    const release = releaseLine(this.catalog, this.server.component).releases.find(
      ({ version }) => version === next.to,
    );
    if (release?.upgradeFrom !== undefined && !this.goal.allowSkips && !acceptsHop(release, step.from)) {
      return { code: 'required-stop', next: next.to, upgradeFrom: release.upgradeFrom };
    }
    const waiting: StepReason[] = [];
    for (const [i, later] of this.steps.entries()) {
      if (i <= index || later.stage >= next.stage || this.isServerStep(later)) continue;
      const entry = this.entries.get(later.entry);
      const kept = entry && this.firstBreak(i, entry, later.from);
      if (kept?.code === 'keep-compatible') {
        waiting.push({ code: 'bridge', next: kept.server, entry: later.entry, clash: kept.clash });
      }
    }
    const [first] = waiting;
    if (first !== undefined) return first;
    for (const entry of this.inventory.entries) {
      if (entry === this.server) continue;
      const [clash] = this.assess(entry, entry.version, step.from).clashes;
      if (clash !== undefined) return { code: 'bridge', next: next.to, entry: entry.name, clash };
    }
    return { code: 'required-stop', next: next.to, upgradeFrom: release?.upgradeFrom ?? '*' };
  }

  reasonFor(index: number, step: PlannedStep): StepReason {
    const entry = this.entries.get(step.entry);
    if (entry === undefined || this.isServerStep(step)) return this.serverReason(index, step);
    return this.consumerReason(index, step, entry);
  }

  /** The range that a hop is outside of, where the goal waives rule 2. */
  skipOf(step: PlannedStep): string | undefined {
    if (!this.isServerStep(step)) return undefined;
    const release = releaseLine(this.catalog, step.component).releases.find(
      ({ version }) => version === step.to,
    );
    return release === undefined || acceptsHop(release, step.from) ? undefined : release.upgradeFrom;
  }

  /** Components to install at the version first, where rule 6 is off because none is deployed. */
  installFirst(step: PlannedStep): Step['installFirst'] {
    const entry = this.entries.get(step.entry);
    const builtWith = this.catalog.components[step.component]?.builtWith ?? [];
    if (entry === undefined || entry.source === 'external' || builtWith.length === 0) return undefined;
    if (buildersOf(this.catalog, this.inventory, entry).length > 0) return undefined;
    return { components: [...builtWith], version: step.to };
  }
}

/** The steps with their reasons, and what else the operator has to be told of each. */
export function explainSteps(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  steps: readonly PlannedStep[],
): Step[] {
  const explainer = new StepExplainer(catalog, inventory, goal, steps);
  const reasons = steps.map((step, i) => explainer.reasonFor(i, step));
  const server = serverEntryOf(catalog, inventory);
  const lastHop = steps.findLastIndex((step) => step.entry === server.name);
  const needs = findNeeds(catalog, inventory, steps, reasons, lastHop);
  return steps.map((step, i) => {
    const skips = explainer.skipOf(step);
    const installFirst = explainer.installFirst(step);
    const { isRequired = true, builds } = needs[i] ?? {};
    const reason: StepReason | undefined = builds
      ? { code: 'builder', entry: builds.entry, version: builds.to }
      : reasons[i];
    return {
      ...step,
      required: isRequired,
      ...(reason && { reason }),
      ...(skips !== undefined && { skips }),
      ...(installFirst && { installFirst }),
    };
  });
}
