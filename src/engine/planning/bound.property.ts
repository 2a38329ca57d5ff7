/** The laws of what the search spares itself: bounds, the floor, and ways that another one makes needless. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { askOracle } from '../../testing/oracle';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { fewerRuns, RUNS } from '../../testing/runs';
import { releaseLine } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import { type Arrival, Bound } from './bound';
import { buildFleet } from './build-fleet';
import { type Cost, compareCosts, disruptionOrder } from './cost';
import type { Fleet } from './fleet';
import { findFloor } from './floor';
import { Fronts, hopAll } from './fronts';
import { findRoutes } from './search';
import { buildServerGraph } from './server-graph';

/** What the search is asked, where the server has any way at all. */
function questionOf({ catalog, inventory, goal }: ParsedInstance) {
  const server = serverEntryOf(catalog, inventory);
  const line = releaseLine(catalog, server.component);
  const graph = buildServerGraph(line, server.version, goal, inventory.facts);
  if (graph === undefined || server.pinned !== undefined) return undefined;
  const order = disruptionOrder(catalog, goal);
  const fleet = buildFleet(catalog, inventory, goal, graph, order);
  const fronts = fleet.groups.map((group) => new Fronts(group, fleet.graph.versions.length));
  return { fleet, order, fronts };
}

const oracleOf = ({ catalog, inventory, goal }: ParsedInstance) => askOracle(catalog, inventory, goal);

/** Bounds leave out that builders have to be waited for (rule 6): here nobody waits. */
function withoutBuilding(instance: ParsedInstance): ParsedInstance {
  const components = Object.entries(instance.catalog.components).map(
    ([id, { builtWith: _, ...component }]) => [id, component] as const,
  );
  return { ...instance, catalog: { ...instance.catalog, components: Object.fromEntries(components) } };
}

/** The server and these consumers alone. */
function only(instance: ParsedInstance, isKept: (name: string, component: string) => boolean) {
  const { inventory, goal } = instance;
  const entries = inventory.entries.filter(({ name, component }, i) => i === 0 || isKept(name, component));
  const names = new Set(entries.map(({ name }) => name));
  return {
    ...instance,
    inventory: { ...inventory, entries },
    goal: {
      ...goal,
      entries: Object.fromEntries(Object.entries(goal.entries).filter(([name]) => names.has(name))),
    },
  };
}

type Question = NonNullable<ReturnType<typeof questionOf>>;

function startOf({ fronts }: Question): Arrival {
  return { server: 0, hops: 0, fronts: fronts.map((of) => of.start()) };
}

/** Each law asks the oracle, some of them for every consumer; few instances hold ways of the server that compete. */
const OFTEN_ENOUGH = Math.max(fewerRuns(4), 40);

function holds(law: (instance: ParsedInstance, question: Question) => void): void {
  fc.assert(
    fc.property(instances, (raw) => {
      const instance = withoutBuilding(parseInstance(raw));
      const question = questionOf(instance);
      if (question !== undefined) law(instance, question);
    }),
    { numRuns: OFTEN_ENOUGH },
  );
}

describe('the bound of a fleet', () => {
  it('is what the best plan costs, where there is one consumer', () => {
    holds((instance) => {
      for (const { name } of instance.inventory.entries.slice(1)) {
        const alone = only(instance, (other) => other === name);
        const question = questionOf(alone);
        if (question === undefined) continue;
        const bound = new Bound(question.fleet, question.order, question.fronts).of(startOf(question));
        const best = oracleOf(alone);
        expect(bound).toEqual(best.status === 'blocked' ? undefined : best.cost);
      }
    });
  });

  it('adds up, before the server, what each consumer needs alone, and asks for the hops of who needs most', () => {
    holds((instance, question) => {
      const { fleet, order, fronts } = question;
      const bound = new Bound(fleet, order, fronts).of(startOf(question));
      const alone = instance.inventory.entries
        .slice(1)
        .map(({ name }) => oracleOf(only(instance, (other) => other === name)));
      const isHopeless = alone.some(({ status }) => status === 'blocked');
      expect(bound === undefined).toBe(isHopeless);
      if (bound === undefined) return;
      const at = order.indexOf(fleet.server.component);
      for (let i = 0; i < at; i++)
        expect(bound[i]).toBe(alone.reduce((sum, { cost }) => sum + (cost[i] ?? 0), 0));
      expect(bound[at]).toBe(Math.max(0, ...alone.map(({ cost }) => cost[at] ?? 0)));
    });
  });

  it('is lifted by a floor, up to the floor and no further', () => {
    holds((instance, question) => {
      const { cost: floor, status } = oracleOf(instance);
      if (status === 'blocked') return;
      const { fleet, order, fronts } = question;
      const lifted = new Bound(fleet, order, fronts, { floor }).of(startOf(question));
      expect(lifted?.slice(0, -1)).toEqual(floor.slice(0, -1));
      expect(lifted?.at(-1)).toBeLessThanOrEqual(floor.at(-1) ?? 0);
    });
  });
});

/** Where every way of the server arrives that no consumer rules out, with all that can follow: what it costs in the end. */
function waysOf({ fleet, order, fronts }: Question) {
  const bound = new Bound(fleet, order, fronts);
  const target = fleet.graph.versions.length - 1;
  const ends = new Map<string, Cost>();
  const arrivals: { readonly arrival: Arrival; readonly way: readonly number[] }[] = [];
  const walk = (arrival: Arrival, way: readonly number[]) => {
    arrivals.push({ arrival, way });
    const { server, hops } = arrival;
    const after = fronts.map((of, i) =>
      of.afterMoves(arrival.fronts[i] ?? 0, server, of.group.versions.length),
    );
    const cost = server === target ? bound.ofFinished({ ...arrival, fronts: after }) : undefined;
    if (cost !== undefined) ends.set(way.join(), cost);
    for (const to of fleet.graph.hops[server] ?? []) {
      const hopped = hopAll(fronts, after, server, to);
      if (hopped !== undefined) walk({ server: to, hops: hops + 1, fronts: hopped }, [...way, to]);
    }
  };
  walk({ server: 0, hops: 0, fronts: fronts.map((of) => of.start()) }, [0]);
  return { bound, arrivals, ends };
}

const goesOnFrom = (end: string, way: readonly number[]) => `${end},`.startsWith(`${way.join()},`);

describe('a way of the server', () => {
  it('costs in the end at least its bound at every stop, and the cheapest what the best plan costs', () => {
    holds((instance, question) => {
      const { bound, arrivals, ends } = waysOf(question);
      for (const { arrival, way } of arrivals) {
        const least = bound.of(arrival);
        for (const [end, cost] of ends) {
          if (!goesOnFrom(end, way)) continue;
          expect(least).toBeDefined();
          expect(compareCosts(least ?? [], cost)).toBeLessThanOrEqual(0);
        }
      }
      const [cheapest] = [...ends.values()].sort(compareCosts);
      expect(cheapest ?? []).toEqual(oracleOf(instance).cost);
    });
  });

  it('makes another one to the same stop needless only where it costs no more, whatever follows', () => {
    holds((_, question) => {
      const { bound, arrivals, ends } = waysOf(question);
      for (const a of arrivals) {
        expect(bound.compareArrivals(a.arrival, a.arrival)).toBe(0);
        for (const b of arrivals) {
          if (a === b || a.arrival.server !== b.arrival.server) continue;
          const difference = bound.compareArrivals(a.arrival, b.arrival);
          if (difference > 0) continue;
          for (const [end, cost] of ends) {
            if (!goesOnFrom(end, b.way)) continue;
            const instead = ends.get([...a.way, ...end.split(',').slice(b.way.length)].join());
            expect(instead).toBeDefined();
            const sign = compareCosts(instead ?? [], cost);
            if (difference < 0) expect(sign).toBeLessThan(0);
            else expect(sign).toBeLessThanOrEqual(0);
          }
        }
      }
    });
  });
});

/** All but the last component in the order of disruption of which something may have to move. */
function precedingLast({ server, groups }: Fleet, order: readonly string[]): string[] {
  const moving = new Set([server, ...groups].map(({ component }) => component));
  return order.slice(
    0,
    order.findLastIndex((component) => moving.has(component)),
  );
}

describe('the floor', () => {
  it('is what the best plan would cost without the least disruptive component', () => {
    holds((instance, { fleet, order, fronts }) => {
      const counted = precedingLast(fleet, order);
      const floor = findFloor(fleet, order, fronts, Number.POSITIVE_INFINITY, () => {});
      const best = oracleOf(only(instance, (_, component) => counted.includes(component)));
      if (best.status === 'blocked') {
        expect(floor).toBeUndefined();
        return;
      }
      const met = order.map((_, i) => floor?.cost[i] ?? 0);
      expect(met).toEqual(order.map((_, i) => (i < counted.length ? best.cost[i] : 0)));
    });
  });

  it('found within a budget is none too high', () => {
    holds((instance, { fleet, order, fronts }) => {
      const best = oracleOf(instance);
      if (best.status === 'blocked') return;
      for (const budget of [0, 5, 20]) {
        const floor = findFloor(fleet, order, fronts, budget, () => {});
        expect(floor).toBeDefined();
        expect(compareCosts(floor?.cost ?? [], best.cost)).toBeLessThanOrEqual(0);
      }
    });
  });
});

describe('findRoutes', () => {
  it('finds the same, whether it looks for a floor first or not', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const question = questionOf(parseInstance(instance));
        if (question === undefined) return;
        const { fleet, order } = question;
        expect(findRoutes(fleet, order, {}, 0)).toEqual(findRoutes(fleet, order));
      }),
      { numRuns: RUNS },
    );
  });
});
