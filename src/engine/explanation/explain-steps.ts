/**
 * Why is each step of a plan there?
 *
 * A server step leads to the target, is asked for by the hop rule, or is a bridge for a consumer that moves before the
 * next hop. A consumer's step mends a pair that is broken, keeps one from breaking at a later server version, lets
 * something else be built, or is what the goal asks for. The answers are data; formats/wording turns them into words.
 */
import { assessPair, type PairAssessment, partyAt } from '../compatibility/assess-pair';
import { type LineRelease, listedRelease, releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Entry, Inventory, ParsedGoal, Step, StepReason, Version } from '../model';
import { buildersOf } from '../planning/fleet';
import { acceptsHop, skippedRange } from '../planning/server-graph';
import type { PlannedStep } from '../planning/stages';
import { BridgeNeeds } from './bridge-needs';
import { BuilderHistory, type Works } from './builder-history';
import { findNeeds } from './required-steps';

type Kept = Extract<StepReason, { code: 'keep-compatible' }>;

class StepExplainer {
  private readonly server: Entry;
  /** The server's steps. */
  private readonly hops: readonly PlannedStep[];
  /** By step: how many hops there are up to it, itself included. */
  private readonly hopsUpTo: readonly number[];
  /** By step: the stage in which its entry moves again. */
  private readonly movesAgain: readonly (number | undefined)[];
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly builderHistory: BuilderHistory;
  private readonly bridgeNeeds: BridgeNeeds;
  /** By step: where the server is once the hops up to it are made. */
  readonly servers: readonly Version[];

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
    private readonly steps: readonly PlannedStep[],
  ) {
    this.server = serverEntryOf(catalog, inventory);
    this.hops = steps.filter((step) => this.isServerStep(step));
    let count = 0;
    this.hopsUpTo = steps.map((step) => {
      if (this.isServerStep(step)) count += 1;
      return count;
    });
    const next = new Map<string, number>();
    this.movesAgain = steps
      .toReversed()
      .map(({ entry, stage }) => {
        const again = next.get(entry);
        next.set(entry, stage);
        return again;
      })
      .reverse();
    this.entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
    this.servers = steps.map((_, i) => this.serverBefore(i));
    this.builderHistory = new BuilderHistory(catalog, inventory, steps, this.servers, this.works);
    this.bridgeNeeds = new BridgeNeeds(catalog, inventory, goal, this.works);
  }

  private isServerStep(step: PlannedStep): boolean {
    return step.entry === this.server.name;
  }

  private assess(entry: Entry, version: Version, server: Version): PairAssessment {
    const { catalog, inventory } = this;
    return assessPair(catalog, partyAt(entry, version), partyAt(this.server, server), inventory.facts);
  }

  readonly works: Works = (entry, version, server) =>
    this.assess(entry, version, server).clashes.length === 0;

  /** The hops from the first one of the steps after this index. */
  private hopsAfter(index: number): readonly PlannedStep[] {
    return this.hops.slice(this.hopsUpTo[index]);
  }

  private serverBefore(index: number): Version {
    return this.hops[(this.hopsUpTo[index] ?? 0) - 1]?.to ?? this.server.version;
  }

  /** What would break first if the step at this index were left out, among the server steps after it. */
  private firstBreak(index: number, entry: Entry, version: Version): Kept | undefined {
    for (const later of this.hopsAfter(index)) {
      const [clash] = this.assess(entry, version, later.to).clashes;
      if (clash !== undefined) {
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
    const builds = this.buildsWith(index);
    return builds === undefined ? { code: 'align' } : { code: 'builder', ...builds };
  }

  /** Whether the step keeps nothing: its entry moves again before it would be lost. */
  movesAgainInTime(index: number, reason: StepReason | undefined): boolean {
    const again = this.movesAgain[index];
    return reason?.code === 'keep-compatible' && again !== undefined && again < reason.stage;
  }

  /** The first later step that could not be made without this one: what it brings the builder for. */
  buildsWith(index: number): Step['builds'] {
    const waiting = this.steps[this.builderHistory.waitingFor(index)[0] ?? -1];
    return waiting && { entry: waiting.entry, version: waiting.to };
  }

  /** None where the server could as well have gone on: what was found best within a budget may have such a stop. */
  private serverReason(index: number, step: PlannedStep): StepReason | undefined {
    const next = this.hops[this.hopsUpTo[index] ?? 0];
    if (next === undefined) return { code: 'target' };
    const release = this.releaseOf(next);
    if (release?.upgradeFrom !== undefined && !this.goal.allowSkips && !acceptsHop(release, step.from)) {
      return { code: 'required-stop', next: next.to, upgradeFrom: release.upgradeFrom };
    }
    return this.bridgeReason(index, step, next);
  }

  /** Of those that move here and could not have gone on, the first that could not have moved before either. */
  private bridgeReason(index: number, step: PlannedStep, next: PlannedStep): StepReason | undefined {
    const passage = { before: step.from, here: step.to, next: next.to };
    let first: StepReason | undefined;
    for (const [i, move] of this.steps.entries()) {
      if (i <= index) continue;
      if (move === next) break;
      const entry = this.entries.get(move.entry);
      const kept = entry && this.firstBreak(i, entry, move.from);
      if (entry === undefined || kept === undefined) continue;
      const reason = { code: 'bridge', next: kept.server, entry: entry.name, clash: kept.clash } as const;
      if (this.bridgeNeeds.needsBridge({ ...entry, version: move.from }, passage)) return reason;
      first ??= reason;
    }
    return first;
  }

  reasonFor(index: number, step: PlannedStep): StepReason | undefined {
    const entry = this.entries.get(step.entry);
    if (entry === undefined || this.isServerStep(step)) return this.serverReason(index, step);
    return this.consumerReason(index, step, entry);
  }

  private releaseOf(hop: PlannedStep): LineRelease | undefined {
    return listedRelease(releaseLine(this.catalog, this.server.component), hop.to);
  }

  /** The range that a hop is outside of, where the goal waives rule 2. */
  skipOf(step: PlannedStep): string | undefined {
    if (!this.isServerStep(step)) return undefined;
    return skippedRange(this.releaseOf(step), step.from);
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

/** One object for reasons that are the same, so that many steps are sent and told apart quickly. */
function reasonSharer(): (reason: StepReason) => StepReason {
  const shared = new Map<string, StepReason>();
  return (reason) => {
    const key = JSON.stringify(reason);
    const known = shared.get(key);
    if (known === undefined) shared.set(key, reason);
    return known ?? reason;
  };
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
  const needs = findNeeds(catalog, inventory, steps, reasons, explainer.servers, explainer.works);
  const share = reasonSharer();
  return steps.map((step, i) => {
    const skips = explainer.skipOf(step);
    const installFirst = explainer.installFirst(step);
    const { isRequired = true, builds: neededFor } = needs[i] ?? {};
    const builds = neededFor ? { entry: neededFor.entry, version: neededFor.to } : explainer.buildsWith(i);
    const isWhy = neededFor !== undefined || explainer.movesAgainInTime(i, reasons[i]);
    const reason: StepReason | undefined = builds && isWhy ? { code: 'builder', ...builds } : reasons[i];
    return {
      ...step,
      required: isRequired,
      ...(reason && { reason: share(reason) }),
      ...(skips !== undefined && { skips }),
      ...(builds && reason?.code !== 'builder' && { builds }),
      ...(installFirst && { installFirst }),
    };
  });
}
