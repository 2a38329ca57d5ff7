/** The laws of planning, held against the oracle and the verifier on random small instances. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../testing/instances';
import { askOracle, orderOf } from '../testing/oracle';
import { type ParsedInstance, parseInstance } from '../testing/parse-instance';
import { RUNS } from '../testing/runs';
import { applyUnblock } from './explanation/apply-unblock';
import type { Plan, Unblock } from './model';
import { compareVersions } from './model';
import { planUpgrade } from './plan-upgrade';
import { verifyPlan } from './verification/verify-plan';

const planOf = ({ catalog, inventory, goal }: ParsedInstance) => planUpgrade(catalog, inventory, goal);
const check = ({ catalog, inventory, goal }: ParsedInstance, plan: Plan) =>
  verifyPlan(catalog, inventory, goal, plan);

/** What the steps cost, counted from the steps alone. */
function costOf({ catalog, inventory, goal }: ParsedInstance, plan: Plan): number[] {
  const counts = new Map(inventory.entries.map((entry) => [entry.name, entry.count]));
  const moved = orderOf(catalog, goal).map((component) =>
    plan.steps.reduce(
      (sum, step) => sum + (step.component === component ? (counts.get(step.entry) ?? 0) : 0),
      0,
    ),
  );
  return [...moved, plan.steps.length];
}

function holds(property: (instance: ParsedInstance, seed: number) => void, runs = RUNS): void {
  fc.assert(
    fc.property(instances, fc.nat(), (instance, seed) => {
      property(parseInstance(instance), seed);
    }),
    { numRuns: runs },
  );
}

describe('every plan', () => {
  it('is as good as the best that trying everything finds, or blocked where that finds none', () => {
    holds((instance) => {
      const plan = planOf(instance);
      const best = askOracle(instance.catalog, instance.inventory, instance.goal);
      expect(plan.status).toBe(best.status);
      if (best.status === 'blocked') return;
      expect(plan.optimality).toBe('proven');
      expect(costOf(instance, plan)).toEqual(best.cost);
      const server = instance.inventory.entries[0]?.name;
      expect(plan.steps.filter((step) => step.entry === server).map((step) => step.to)).toEqual(
        best.serverStops,
      );
    });
  });

  it('passes the verifier, or is blocked with causes and without steps', () => {
    holds((instance) => {
      const plan = planOf(instance);
      if (plan.status === 'blocked') {
        expect(plan.steps).toEqual([]);
        expect(plan.causes.length).toBeGreaterThan(0);
      } else {
        expect(check(instance, plan)).toMatchObject({ ok: true, states: plan.steps.length + 1 });
      }
    });
  });

  it('says of each step why it is there', () => {
    holds((instance) => {
      for (const step of planOf(instance).steps) {
        expect(step.reason).toBeDefined();
        if (step.reason?.code === 'keep-compatible') expect(step.reason.stage).toBeGreaterThan(step.stage);
      }
    });
  });

  it('is the same, byte for byte, in whatever order entries and releases are listed', () => {
    fc.assert(
      fc.property(
        instances.chain((instance) =>
          fc.record({
            instance: fc.constant(instance),
            entries: fc.shuffledSubarray([...instance.inventory.entries], {
              minLength: instance.inventory.entries.length,
            }),
            releases: fc.shuffledSubarray([...instance.catalog.releases], {
              minLength: instance.catalog.releases.length,
            }),
          }),
        ),
        ({ instance, entries, releases }) => {
          const shuffled = {
            ...instance,
            inventory: { ...instance.inventory, entries },
            catalog: { ...instance.catalog, releases },
          };
          expect(JSON.stringify(planOf(parseInstance(shuffled)))).toBe(
            JSON.stringify(planOf(parseInstance(instance))),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('a plan that is carried out in part', () => {
  it('goes on from there at the cost of what is left', () => {
    holds((instance, seed) => {
      const plan = planOf(instance);
      if (plan.steps.length === 0) return;
      const done = plan.steps.slice(0, 1 + (seed % plan.steps.length));
      const versions = new Map(done.map(({ entry, to }) => [entry, to]));
      const entries = instance.inventory.entries.map((entry) => {
        const version = versions.get(entry.name);
        // What it advertised was said of the version that it left.
        return version === undefined ? entry : { ...entry, version, protocols: undefined };
      });
      const there = { ...instance, inventory: { ...instance.inventory, entries } };
      const left = planOf(there);
      expect(left.status).toBe(done.length === plan.steps.length ? 'done' : 'ready');
      expect(costOf(there, left)).toEqual(
        costOf(instance, { ...plan, steps: plan.steps.slice(done.length) }),
      );
    });
  });
});

describe('plans broken on purpose', () => {
  it('are rejected, unless what was left out was not required', () => {
    holds((instance, seed) => {
      const plan = planOf(instance);
      if (plan.steps.length === 0) return;
      const at = seed % plan.steps.length;
      const steps = plan.steps.filter((_, i) => i !== at);
      const isHarmless = instance.goal.consumers === 'align' ? false : plan.steps[at]?.required === false;
      expect(check(instance, { ...plan, steps }).ok).toBe(isHarmless);
    });
  });

  it('are rejected when a step that keeps a pair together comes too late', () => {
    holds((instance) => {
      const plan = planOf(instance);
      const late = plan.steps.find((step) => step.reason?.code === 'keep-compatible');
      if (late === undefined) return;
      const last = plan.steps.at(-1)?.stage ?? 0;
      const steps = [...plan.steps.filter((step) => step !== late), { ...late, stage: last + 1 }];
      const verification = check(instance, { ...plan, steps });
      expect(verification.ok).toBe(false);
      expect(
        !verification.ok &&
          verification.violations.some(({ rule, entry }) => rule === 4 && entry === late.entry),
      ).toBe(true);
    });
  });

  it('are rejected when a builder comes after what it builds', () => {
    holds((instance) => {
      const plan = planOf(instance);
      const builder = plan.steps.find((step) => step.reason?.code === 'builder' && step.required);
      if (builder === undefined) return;
      const last = plan.steps.at(-1)?.stage ?? 0;
      const steps = [...plan.steps.filter((step) => step !== builder), { ...builder, stage: last + 1 }];
      expect(check(instance, { ...plan, steps }).ok).toBe(false);
    });
  });

  it('are rejected when a version is another one than the entry has', () => {
    holds((instance, seed) => {
      const plan = planOf(instance);
      if (plan.steps.length === 0) return;
      const at = seed % plan.steps.length;
      const steps = plan.steps.map((step, i) => (i === at ? { ...step, from: '0.0.1' } : step));
      expect(check(instance, { ...plan, steps }).ok).toBe(false);
    });
  });
});

describe('changes of the question', () => {
  it('a pin less never loses a plan', () => {
    holds((instance) => {
      if (planOf(instance).status === 'blocked') return;
      const entries = instance.inventory.entries.map(
        ({ pinned: _, ...entry }) => entry as typeof entry & { name: string },
      );
      const unpinned = {
        ...instance,
        inventory: { ...instance.inventory, entries } as typeof instance.inventory,
      };
      // Without `align`: what is not pinned any more has to come along there, and may not be able to.
      const goal = { ...instance.goal, consumers: 'keep' as const };
      if (planOf({ ...instance, goal }).status === 'blocked') return;
      expect(planOf({ ...unpinned, goal }).status).not.toBe('blocked');
    });
  });

  it('waiving the hop rule never loses a plan, nor makes it dearer', () => {
    holds((instance) => {
      const plan = planOf(instance);
      if (plan.status === 'blocked') return;
      const waived = { ...instance, goal: { ...instance.goal, allowSkips: true } };
      const free = planOf(waived);
      expect(free.status).toBe(plan.status);
      const [before, after] = [costOf(instance, plan), costOf(waived, free)];
      const at = before.findIndex((value, i) => value !== after[i]);
      expect(at < 0 || (after[at] ?? 0) < (before[at] ?? 0)).toBe(true);
    });
  });

  it('a release that nobody may move to changes nothing', () => {
    holds((instance) => {
      const withdrawn = {
        version: '99.0.0',
        withdrawn: 'never',
        protocols: { api: [1, 9] as [number, number] },
      };
      const catalog = { ...instance.catalog, releases: [...instance.catalog.releases, withdrawn] };
      const steps = (of: ParsedInstance) => JSON.stringify(planOf(of).steps);
      expect(steps({ ...instance, catalog })).toBe(steps(instance));
    });
  });
});

describe('causes', () => {
  const blocked = (instance: ParsedInstance) => planOf(instance).status === 'blocked';
  const only = (instance: ParsedInstance, names: ReadonlySet<string>): ParsedInstance => ({
    ...instance,
    inventory: {
      ...instance.inventory,
      entries: instance.inventory.entries.filter((entry, i) => i === 0 || names.has(entry.name)),
    },
    goal: {
      ...instance.goal,
      entries: Object.fromEntries(Object.entries(instance.goal.entries).filter(([name]) => names.has(name))),
    },
  });
  const namesOf = (plan: Plan) =>
    new Set(
      plan.causes.flatMap((cause) =>
        'entry' in cause && cause.code !== 'server-pinned' ? [cause.entry] : [],
      ),
    );

  it('alone still block, and without any one of them they do not', () => {
    holds((instance) => {
      const plan = planOf(instance);
      if (plan.status !== 'blocked') return;
      const names = namesOf(plan);
      expect(blocked(only(instance, names))).toBe(true);
      for (const name of names) {
        expect(blocked(only(instance, new Set([...names].filter((other) => other !== name))))).toBe(false);
      }
    });
  });

  it('block whoever else could build', () => {
    holds((instance) => {
      const plan = planOf(instance);
      if (plan.status !== 'blocked') return;
      const names = namesOf(plan);
      const { catalog, inventory } = instance;
      const builders = new Set(
        inventory.entries
          .filter(({ name }) => names.has(name))
          .flatMap(({ component }) => catalog.components[component]?.builtWith ?? []),
      );
      const building = inventory.entries.filter(({ component }) => builders.has(component));
      const all = new Set([...names, ...building.map(({ name }) => name)]);
      expect(blocked(only(instance, all))).toBe(true);
    });
  });

  it('name the hop where waiving it frees the entries named', () => {
    holds((instance) => {
      const plan = planOf(instance);
      if (plan.status !== 'blocked' || instance.goal.allowSkips) return;
      const names = namesOf(plan);
      if (names.size === 0) return;
      const waived = only({ ...instance, goal: { ...instance.goal, allowSkips: true } }, names);
      expect(plan.causes.some((cause) => cause.code === 'hop')).toBe(!blocked(waived));
    });
  });

  it('are helped by what is offered, at the cost that it says', () => {
    holds((instance) => {
      for (const offer of planOf(instance).unblock) {
        const changed = {
          ...instance,
          ...applyUnblock(instance.catalog, instance.inventory, instance.goal, offer),
        };
        const plan = planOf(changed);
        expect(check(changed, plan)).toMatchObject({ ok: true });
        expect(offer.cost).toEqual(plan.cost);
      }
    });
  });

  it('are offered a way wherever letting go or taking out one entry opens one', () => {
    holds((instance) => {
      const plan = planOf(instance);
      if (plan.status !== 'blocked') return;
      const [, ...consumers] = instance.inventory.entries;
      const building = new Set(
        Object.values(instance.catalog.components).flatMap(({ builtWith }) => builtWith ?? []),
      );
      for (const { name, component, pinned } of consumers) {
        const changes: Unblock[] = [
          // Without any builder what it builds need not wait: that is no reason to take one out.
          ...(building.has(component) ? [] : [{ code: 'retire' as const, entry: name }]),
          ...(pinned === undefined ? [] : [{ code: 'unpin' as const, entry: name }]),
        ];
        for (const change of changes) {
          const { inventory, goal } = applyUnblock(
            instance.catalog,
            instance.inventory,
            instance.goal,
            change,
          );
          const helps = askOracle(instance.catalog, inventory, goal).status !== 'blocked';
          const isOffered = plan.unblock.some(
            (offer) =>
              offer.code === change.code && 'entry' in offer && offer.entry === name && !('also' in offer),
          );
          expect(isOffered).toBe(helps);
        }
      }
    });
  });
});

it('offers to move an entry on a line of its own by hand wherever another release of it opens a way', () => {
  holds((instance) => {
    const { catalog, inventory, goal } = instance;
    const plan = planOf(instance);
    if (plan.status !== 'blocked') return;
    for (const { name, component, version, pinned } of inventory.entries) {
      if (component !== 'proxy' || pinned !== undefined) continue;
      const helps = (catalog.components.proxy?.releases ?? []).some((release) => {
        if (release.version === version) return false;
        const change = { code: 'move' as const, entry: name, version: release.version, worksNow: true };
        const changed = applyUnblock(catalog, inventory, goal, change);
        return askOracle(catalog, changed.inventory, changed.goal).status !== 'blocked';
      });
      const offered = plan.unblock.some(
        (offer) => (offer.code === 'move' || offer.code === 'put-back') && offer.entry === name,
      );
      expect(offered).toBe(helps);
    }
  });
});

it('lets go of pins together where all of them open a way and none does alone, and of none for nothing', () => {
  holds((instance) => {
    const { catalog, inventory } = instance;
    // What is let go has to come along under `align`, so that there a pin less can also shut a way.
    const goal = { ...instance.goal, consumers: 'keep' as const };
    const plan = planUpgrade(catalog, inventory, goal);
    if (plan.status !== 'blocked') return;
    const opens = (names: readonly string[]) => {
      const [entry = '', ...also] = names;
      const changed = applyUnblock(catalog, inventory, goal, { code: 'unpin', entry, also });
      return askOracle(catalog, changed.inventory, changed.goal).status !== 'blocked';
    };
    const pinned = inventory.entries.filter((entry) => entry.pinned !== undefined).map(({ name }) => name);
    const together = plan.unblock.find((offer) => offer.code === 'unpin' && offer.also !== undefined);
    const isAlone = pinned.some((name) => opens([name]));
    expect(together !== undefined).toBe(!isAlone && opens(pinned));
    if (together?.code !== 'unpin') return;
    const names = [together.entry, ...(together.also ?? [])];
    for (const name of names) expect(opens(names.filter((other) => other !== name))).toBe(false);
  });
});

it('never moves an entry past the target, nor backwards', () => {
  holds((instance) => {
    for (const step of planOf(instance).steps) {
      expect(compareVersions(step.to, step.from)).toBeGreaterThan(0);
      if (step.component === 'proxy') continue;
      const limit = instance.goal.entries[step.entry] ?? instance.goal.target;
      expect(compareVersions(step.to, limit)).toBeLessThanOrEqual(0);
    }
  });
});
