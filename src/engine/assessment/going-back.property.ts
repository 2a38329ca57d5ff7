/** The laws of going back, held against a walk through every fleet that single moves back can lead to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { assessPair } from '../compatibility/assess-pair';
import type { Plan } from '../model';
import { planUpgrade } from '../plan-upgrade';
import { type GoingBack, goingBack } from './going-back';

/** By name; the first entry is the server. */
type Fleet = ReadonlyMap<string, string>;

class Reference {
  private readonly server: string;

  constructor(private readonly instance: ParsedInstance) {
    this.server = instance.inventory.entries[0]?.name ?? '';
  }

  get start(): Fleet {
    return new Map(this.instance.inventory.entries.map((entry) => [entry.name, entry.version]));
  }

  /** Names of the consumers that work. */
  working(fleet: Fleet): string[] {
    const { catalog, inventory } = this.instance;
    const [server, ...consumers] = inventory.entries.map((entry) => {
      const version = fleet.get(entry.name) ?? '';
      const advertised = version === entry.version ? entry.protocols : undefined;
      return { name: entry.name, component: entry.component, version, advertised };
    });
    if (server === undefined) return [];
    return consumers
      .filter((party) => assessPair(catalog, party, server, inventory.facts).status === 'compatible')
      .map(({ name }) => name);
  }

  /** Whether a single move from one fleet to another is safe. */
  isSafe(from: Fleet, to: Fleet): boolean {
    const works = new Set(this.working(to));
    const moved = [...from].filter(([name, version]) => to.get(name) !== version);
    return (
      moved.length === 1 &&
      moved.every(([name]) => name === this.server || works.has(name)) &&
      this.working(from).every((name) => works.has(name))
    );
  }

  isBack(fleet: Fleet): boolean {
    const needed = [this.server, ...this.working(this.start)];
    const works = new Set(this.working(fleet));
    return needed.every(
      (name) => fleet.get(name) === this.start.get(name) && (name === this.server || works.has(name)),
    );
  }

  hasWayBack(fleet: Fleet, pasts: ReadonlyMap<string, readonly string[]>): boolean {
    const seen = new Set<string>();
    const open = [fleet];
    for (let now = open.pop(); now !== undefined; now = open.pop()) {
      if (this.isBack(now)) return true;
      for (const [name, versions] of pasts) {
        const at = versions.lastIndexOf(now.get(name) ?? '');
        for (const version of versions.slice(0, at)) {
          const next = new Map(now).set(name, version);
          const key = [...next.values()].join(' ');
          if (seen.has(key) || !this.isSafe(now, next)) continue;
          seen.add(key);
          open.push(next);
        }
      }
    }
    return false;
  }
}

function holds(
  property: (instance: ParsedInstance, plan: Plan, back: GoingBack) => void,
  leastRuns = 1,
): void {
  fc.assert(
    fc.property(instances, (raw) => {
      const instance = parseInstance(raw);
      const plan = planUpgrade(instance.catalog, instance.inventory, instance.goal);
      property(instance, plan, goingBack(instance.catalog, instance.inventory, plan));
    }),
    { numRuns: Math.max(RUNS, leastRuns) },
  );
}

/** The fleet after each stage, and the versions that each entry has had by then. */
function walk(reference: Reference, plan: Plan, stage: number) {
  const fleet = new Map(reference.start);
  const pasts = new Map([...fleet].map(([name, version]) => [name, [version]]));
  for (const step of plan.steps) {
    if (step.stage > stage) break;
    fleet.set(step.entry, step.to);
    pasts.get(step.entry)?.push(step.to);
  }
  return { fleet, pasts };
}

describe('goingBack', () => {
  it('finds a way back where trying everything finds one, and only then', () => {
    let lost = 0;
    holds((instance, plan, back) => {
      const reference = new Reference(instance);
      for (const { stage, wayBack } of back.states) {
        const { fleet, pasts } = walk(reference, plan, stage);
        expect(wayBack !== undefined).toBe(reference.hasWayBack(fleet, pasts));
        if (wayBack === undefined) lost += 1;
      }
      expect(back.pointOfNoReturn).toBe(back.states.find(({ wayBack }) => wayBack === undefined)?.stage);
      // So many that some lose it.
    }, 300);
    expect(lost).toBeGreaterThan(0);
  });

  it('finds ways that are safe move by move, end where the fleet started, and use each snapshot at its place', () => {
    holds((instance, plan, back) => {
      const reference = new Reference(instance);
      for (const { stage, wayBack = [] } of back.states) {
        let now: Fleet = walk(reference, plan, stage).fleet;
        for (const { entry, from, to, snapshot } of wayBack) {
          expect(now.get(entry)).toBe(from);
          const next = new Map(now).set(entry, to);
          expect(reference.isSafe(now, next)).toBe(true);
          if (snapshot !== undefined)
            expect(plan.steps).toContainEqual(expect.objectContaining({ entry, from: to, stage: snapshot }));
          now = next;
        }
        if (back.states[0]?.stage === stage || wayBack.length > 0) expect(reference.isBack(now)).toBe(true);
      }
    });
  });

  it('never loses the way back where everything worked at the start', () => {
    holds(({ inventory }, _, { states, pointOfNoReturn }) => {
      if (states[0]?.broken.length !== 0) return;
      expect(inventory.entries.length).toBeGreaterThan(0);
      expect(pointOfNoReturn).toBeUndefined();
    });
  });

  it('says of each part whether it could go back at once, and where the operator may pause', () => {
    holds((instance, plan, back) => {
      const reference = new Reference(instance);
      const [server] = instance.inventory.entries;
      for (const state of back.states) {
        const { fleet, pasts } = walk(reference, plan, state.stage);
        const works = new Set(reference.working(fleet));
        const consumers = [...fleet.keys()].filter((name) => name !== server?.name);
        expect(state.broken).toEqual(consumers.filter((name) => !works.has(name)));
        const moved = consumers.filter((name) => (pasts.get(name)?.length ?? 0) > 1);
        expect(state.entries.map(({ entry }) => entry)).toEqual(moved);
        for (const { entry, to, status, clashes } of state.entries) {
          const back = new Set(reference.working(new Map(fleet).set(entry, to)));
          expect(status === 'compatible').toBe(back.has(entry));
          expect(clashes.length > 0).toBe(status !== 'compatible');
        }
        const older = pasts.get(server?.name ?? '')?.at(-2);
        expect(state.server?.to).toBe(older);
        if (older === undefined || server === undefined) continue;
        const then = new Set(reference.working(new Map(fleet).set(server.name, older)));
        expect(state.server?.breaks.map(({ entry }) => entry)).toEqual(
          consumers.filter((name) => works.has(name) && !then.has(name)),
        );
      }
    });
  });
});
