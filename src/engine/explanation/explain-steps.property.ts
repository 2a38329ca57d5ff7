/** What is said of a step is so: each reason is checked against the plan, the catalog and the verifier. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { assessPair } from '../compatibility/assess-pair';
import { compareVersions, isInRange, type Plan, type Step, type StepReason } from '../model';
import { planUpgrade } from '../plan-upgrade';
import { verifyPlan } from '../verification/verify-plan';

class Told {
  readonly plan: Plan;
  readonly server: ParsedInstance['inventory']['entries'][number];

  constructor(readonly instance: ParsedInstance) {
    const [server] = instance.inventory.entries;
    if (server === undefined) throw new Error('no server');
    this.server = server;
    this.plan = planUpgrade(instance.catalog, instance.inventory, instance.goal);
  }

  isServerStep(step: Step): boolean {
    return step.entry === this.server.name;
  }

  entryOf(step: Pick<Step, 'entry'>) {
    return this.instance.inventory.entries.find(({ name }) => name === step.entry);
  }

  serverBefore(index: number): string {
    return (
      this.plan.steps.slice(0, index).findLast((step) => this.isServerStep(step))?.to ?? this.server.version
    );
  }

  /** The first thing that is wrong between an entry at a version and the server at one. */
  clashOf(name: string, version: string, server: string) {
    const entry = this.entryOf({ entry: name });
    if (entry === undefined) throw new Error(`no entry ${name}`);
    return assessPair(
      this.instance.catalog,
      {
        component: entry.component,
        version,
        advertised: version === entry.version ? entry.protocols : undefined,
      },
      { version: server, advertised: server === this.server.version ? this.server.protocols : undefined },
      this.instance.inventory.facts,
    ).clashes[0];
  }

  /** Whether the plan without some of its steps breaks this rule. */
  breaks(rule: number, without: (step: Step, index: number) => boolean): boolean {
    const { catalog, inventory, goal } = this.instance;
    const steps = this.plan.steps.filter((step, i) => !without(step, i));
    const verified = verifyPlan(catalog, inventory, goal, { ...this.plan, steps });
    return !verified.ok && verified.violations.some((violation) => violation.rule === rule);
  }
}

function holds(check: (told: Told, step: Step, index: number, reason: StepReason) => void): number {
  let checked = 0;
  fc.assert(
    fc.property(instances, (raw) => {
      const told = new Told(parseInstance(raw));
      for (const [i, step] of told.plan.steps.entries()) {
        if (step.reason === undefined) throw new Error(`no reason for ${step.entry}`);
        check(told, step, i, step.reason);
        checked += 1;
      }
    }),
    { numRuns: Math.max(RUNS, 60) },
  );
  return checked;
}

describe('the reason of a step', () => {
  it('of the server is the target, the hop rule, or an entry that meets a clash on the way', () => {
    holds((told, step, index, reason) => {
      const { goal, catalog } = told.instance;
      const isServer = told.isServerStep(step);
      expect(['target', 'required-stop', 'bridge'].includes(reason.code)).toBe(isServer);
      const next = told.plan.steps.slice(index + 1).find((later) => told.isServerStep(later));
      if (reason.code === 'target') {
        expect(step.to).toBe(goal.target);
        expect(next).toBeUndefined();
      }
      if (reason.code === 'required-stop') {
        expect(next?.to).toBe(reason.next);
        const release = catalog.releases.find(({ version }) => version === reason.next);
        expect(release?.upgradeFrom).toBe(reason.upgradeFrom);
        expect(isInRange(step.from, reason.upgradeFrom)).toBe(false);
      }
      if (reason.code === 'bridge') {
        const moved = told.plan.steps.find(
          (other, i) => i > index && other.entry === reason.entry && other.stage < (next?.stage ?? 0),
        );
        // It moves here, as it could not have gone on.
        expect(told.clashOf(reason.entry, moved?.from ?? '', reason.next)).toEqual(reason.clash);
        expect(told.clashOf(reason.entry, moved?.to ?? '', step.to)).toBeUndefined();
      }
    });
  });

  it('of a consumer is the first server version that it would have lost, and when', () => {
    holds((told, step, index, reason) => {
      if (told.isServerStep(step)) return;
      const now = told.clashOf(step.entry, step.from, told.serverBefore(index));
      const lost = told.plan.steps.find(
        (later, i) =>
          i > index &&
          told.isServerStep(later) &&
          told.clashOf(step.entry, step.from, later.to) !== undefined,
      );
      expect(reason.code === 'mend').toBe(now !== undefined);
      if (reason.code === 'mend')
        expect(reason).toMatchObject({ server: told.serverBefore(index), clash: now });
      expect(reason.code === 'keep-compatible').toBe(now === undefined && lost !== undefined);
      if (reason.code === 'keep-compatible') {
        expect(reason).toMatchObject({
          server: lost?.to,
          stage: lost?.stage,
          clash: told.clashOf(step.entry, step.from, lost?.to ?? ''),
        });
        expect(told.breaks(4, (other, i) => i >= index && other.entry === step.entry)).toBe(true);
      }
    });
  });

  it('is the goal where it names the entry, and that all come along where they do', () => {
    holds(({ instance: { goal } }, step, _, reason) => {
      if (reason.code === 'goal') expect(Object.hasOwn(goal.entries, step.entry)).toBe(true);
      if (reason.code === 'align') expect(goal.consumers).toBe('align');
      if (reason.code === 'align') expect(Object.hasOwn(goal.entries, step.entry)).toBe(false);
    });
  });

  it('is what has to be built, where nothing else could build it', () => {
    holds((told, step, index, reason) => {
      if (reason.code !== 'builder') return;
      const { catalog } = told.instance;
      const built = told.plan.steps.find(
        (later, i) => i > index && later.entry === reason.entry && later.to === reason.version,
      );
      expect(built).toBeDefined();
      expect(catalog.components[built?.component ?? '']?.builtWith).toContain(step.component);
      expect(compareVersions(step.to, reason.version)).toBeGreaterThanOrEqual(0);
      const isLeftOut = (other: Step, i: number) =>
        !other.required || (i >= index && other.entry === step.entry);
      if (step.required && built?.required === true) expect(told.breaks(6, isLeftOut)).toBe(true);
    });
  });

  it('comes with the first that could not be built without it, where something else is the reason', () => {
    holds((told, step, index, reason) => {
      const { catalog, inventory } = told.instance;
      const built = told.plan.steps.find((later, i) => {
        const server = told.serverBefore(i);
        const couldBuild = (name: string, version: string) =>
          compareVersions(version, later.to) >= 0 && told.clashOf(name, version, server) === undefined;
        const builtWith = catalog.components[later.component]?.builtWith ?? [];
        if (i <= index || told.entryOf(later)?.source === 'external') return false;
        if (!builtWith.includes(step.component)) return false;
        const others = inventory.entries.filter(
          ({ name, component }) => name !== step.entry && builtWith.includes(component),
        );
        const before = told.plan.steps.slice(0, i);
        return (
          couldBuild(step.entry, step.to) &&
          !couldBuild(step.entry, step.from) &&
          !others.some(({ name, version }) =>
            couldBuild(name, before.findLast(({ entry }) => entry === name)?.to ?? version),
          )
        );
      });
      const isSaid = built !== undefined && reason.code !== 'builder';
      expect(step.builds).toEqual(isSaid ? { entry: built.entry, version: built.to } : undefined);
    });
  });

  it('is the wish alone where a step is not needed, and what is needed cannot be left out', () => {
    holds((told, step, index, reason) => {
      const { catalog, inventory, goal } = told.instance;
      if (!step.required) expect(['align', 'builder']).toContain(reason.code);
      else expect(reason.code).not.toBe('align');
      const lastHop = told.plan.steps.findLastIndex((other) => told.isServerStep(other));
      if (!step.required || index <= lastHop) return;
      const steps = told.plan.steps.filter(
        (other, i) => other.required && (i < index || other.entry !== step.entry),
      );
      const keeping = { ...goal, consumers: 'keep' as const };
      const verified = verifyPlan(catalog, inventory, keeping, { ...told.plan, steps });
      expect(verified.ok || verified.violations.every(({ rule }) => rule === 'plan')).toBe(false);
    });
  });

  it('comes with what to install where nobody deployed could build it', () => {
    holds(({ instance: { catalog, inventory } }, step) => {
      const builtWith = catalog.components[step.component]?.builtWith ?? [];
      const entry = inventory.entries.find(({ name }) => name === step.entry);
      const hasBuilder = inventory.entries.some(({ component }) => builtWith.includes(component));
      const isNeeded = builtWith.length > 0 && !hasBuilder && entry?.source !== 'external';
      expect(step.installFirst).toEqual(isNeeded ? { components: builtWith, version: step.to } : undefined);
    });
  });

  it('says which range a hop leaves where the goal waives it, and only there', () => {
    holds((told, step) => {
      const release = told.instance.catalog.releases.find(({ version }) => version === step.to);
      const isOutside =
        told.isServerStep(step) &&
        release?.upgradeFrom !== undefined &&
        !isInRange(step.from, release.upgradeFrom);
      expect(step.skips).toBe(isOutside ? release?.upgradeFrom : undefined);
    });
  });
});
