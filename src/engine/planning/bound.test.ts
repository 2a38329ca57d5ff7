/** What a way of the server costs at least, on two groups whose needs are given. */
import { describe, expect, it } from 'vitest';
import { type Arrival, Bound, type Scope } from './bound';
import type { Group } from './fleet';
import { DEAD, Fronts } from './fronts';
import { FIRST, NEVER } from './needs';

const SERVERS = 2;
/** One hop is left from the first server, two servers move with each. */
const fleet = {
  server: { name: 'server', component: 'server', version: '1.0.0', count: 2 },
  graph: { versions: ['1.0.0', '2.0.0'], hops: [[1], []], hopsLeft: [1, 0] },
};
const member = (name: string, count: number) => ({ name, component: 'any', version: '1.0.0', count });

/** Three versions, all of which work with both servers; only the last one is where the goal wants it. */
function groupOf(component: string, members: Group['members'], needs: Partial<Group>): Fronts {
  return new Fronts(
    {
      component,
      members,
      instances: members.reduce((sum, { count }) => sum + count, 0),
      hasExactTarget: false,
      versions: ['1.0.0', '2.0.0', '3.0.0'],
      compatible: Array.from({ length: 3 }, () => Uint8Array.from([1, 1])),
      meetsGoal: [false, false, true],
      movesFirst: () => FIRST + 1,
      hopsFirst: () => FIRST + 1,
      builders: [],
      ...needs,
    },
    SERVERS,
  );
}

/** Three instances, two entries: one move and one hop. */
const app = groupOf('app', [member('a', 1), member('b', 2)], {});
/** Five instances: two moves on one hop, on two hops one is enough. */
const client = groupOf('client', [member('c', 5)], {
  movesFirst: (_server, _at, slack) => (slack === 0 ? 2 * FIRST + 1 : FIRST + 2),
  hopsFirst: () => FIRST + 2,
});
const ORDER = ['app', 'server', 'client'];

function boundOf(scope: Scope = {}, order = ORDER, fronts = [app, client], hops = 0) {
  const arrival: Arrival = { server: 0, hops, fronts: fronts.map((of) => of.start()) };
  return new Bound(fleet, order, fronts, scope).of(arrival);
}

describe('the bound of a way', () => {
  it('is what the groups need on as few hops as the server needs, in the order of disruption, then the steps', () => {
    expect(boundOf()).toEqual([3, 2, 10, 1 + 2 + 2]);
    expect(boundOf({}, ORDER, [app, client], 3)).toEqual([3, 8, 10, 4 + 2 + 2]);
  });

  it('does with fewer moves after the server where more hops are needed before it', () => {
    const patient = groupOf('app', [member('a', 1)], { movesFirst: () => FIRST + 2 });
    expect(boundOf({}, ORDER, [patient, client])).toEqual([1, 4, 5, 2 + 1 + 1]);
    // It need not wait for what hurts less.
    expect(boundOf({}, ['server', 'app', 'client'], [patient, client])).toEqual([2, 1, 10, 1 + 1 + 2]);
    const late = groupOf('app', [member('a', 1)], { hopsFirst: () => 2 * FIRST + 1 });
    expect(boundOf({}, ['server', 'app', 'client'], [late, client])).toEqual([4, 1, 5, 2 + 1 + 1]);
  });

  it('is of the components that count', () => {
    expect(boundOf({ counted: 1 }, ORDER, [app])).toEqual([3, 0, 0, 0]);
    expect(boundOf({ counted: 2 }, ORDER, [app])).toEqual([3, 2, 0, 0]);
    expect(boundOf({ counted: 3 })).toEqual([3, 2, 10, 0]);
  });

  it('is lifted by a floor for as long as it stands on it', () => {
    expect(boundOf({ floor: [3, 2, 12] })).toEqual([3, 2, 12, 5]);
    // As many hops as the floor asks for, with which the clients do with one move.
    expect(boundOf({ floor: [3, 4] })).toEqual([3, 4, 5, 2 + 2 + 1]);
    expect(boundOf({ floor: [3, 4] }, ORDER, [app, client], 1)).toEqual([3, 4, 10, 2 + 2 + 2]);
    expect(boundOf({ floor: [4, 4] })).toEqual([4, 4, 5, 2 + 2 + 1]);
    // Past the floor of one component those of the next mean nothing.
    expect(boundOf({ floor: [2, 4, 50] })).toEqual([3, 2, 10, 5]);
    expect(boundOf({ floor: [3, 3, 50] })).toEqual([3, 4, 5, 5]);
  });

  it('does not ask for the hops of the least moves where the floor allows for more', () => {
    const patient = groupOf('app', [member('a', 1)], { movesFirst: () => FIRST + 2 });
    expect(boundOf({ floor: [1] }, ORDER, [patient, client])?.[1]).toBe(4);
    expect(boundOf({ floor: [2] }, ORDER, [patient, client])?.[1]).toBe(2);
  });

  it('is none where some group cannot get to its goal', () => {
    const stuck = groupOf('client', [member('c', 5)], { movesFirst: () => NEVER, hopsFirst: () => NEVER });
    expect(boundOf({}, ORDER, [app, stuck])).toBeUndefined();
  });
});

describe('the cost of a way that is finished', () => {
  const bound = new Bound(fleet, ORDER, [app, client]);
  const arrivalAt = (a: number, c: number): Arrival => ({
    server: 1,
    hops: 2,
    fronts: [app.only(a, 1), client.only(c, 2)],
  });

  it('is of the moves and hops made', () => {
    expect(bound.ofFinished(arrivalAt(2, 2))).toEqual([3, 4, 10, 2 + 2 + 2]);
  });

  it('is none where some group is not at its goal', () => {
    expect(bound.ofFinished(arrivalAt(1, 2))).toBeUndefined();
    expect(bound.ofFinished(arrivalAt(2, 1))).toBeUndefined();
  });
});

describe('of two ways to the same stop', () => {
  const both = new Bound(fleet, ORDER, [app, client]);
  const way = (a: number, c: number, hops: number) => ({ fronts: [app.only(1, a), client.only(1, c)], hops });

  it('the one that moved less of what hurts most costs less, then the one with fewer hops, then the rest', () => {
    const ordered = [way(0, 2, 3), way(1, 1, 2), way(1, 0, 3), way(1, 1, 3), way(2, 0, 1)];
    for (const [i, a] of ordered.entries()) {
      for (const [j, b] of ordered.entries()) {
        expect(Math.sign(both.compareArrivals(a, b))).toBe(Math.sign(i - j));
      }
    }
  });

  it('the one that may be where the other cannot is not dearer, whatever it costs', () => {
    const moved = { fronts: [app.only(2, 0), client.only(1, 0)], hops: 1 };
    expect(both.compareArrivals(way(0, 0, 1), moved)).toBeGreaterThan(0);
    expect(both.compareArrivals(moved, way(9, 9, 9))).toBeGreaterThan(0);
    expect(both.compareArrivals({ ...moved, fronts: [DEAD, client.only(1, 0)] }, moved)).toBeGreaterThan(0);
  });

  it('steps tell apart what costs the same otherwise, where they count', () => {
    const one = groupOf('app', [member('x', 2)], {});
    const two = groupOf('app', [member('y', 1), member('z', 1)], {});
    const moved = (x: number, yz: number) => ({ fronts: [one.only(1, x), two.only(1, yz)], hops: 1 });
    const compare = (scope: Scope) =>
      new Bound(fleet, ORDER, [one, two], scope).compareArrivals(moved(1, 0), moved(0, 1));
    expect(compare({})).toBeLessThan(0);
    expect(compare({ counted: 1 })).toBe(0);
  });
});
