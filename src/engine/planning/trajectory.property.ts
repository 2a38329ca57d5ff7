/** The law of trajectories: with the way fixed, a group makes the fewest moves, to the newest versions, when it may. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import type { Fleet, Group } from './fleet';
import { NEVER } from './needs';
import type { Route } from './search';
import { builtByStop, followRoute } from './trajectory';

const bit = fc.integer({ min: 0, max: 3 }).map((n) => Math.min(n, 1));
const bits = (length: number) => fc.array(bit, { minLength: length, maxLength: length });
const STOPS = 4;
const VERSIONS = 4;

function groupOf(
  component: string,
  works: readonly number[],
  goals: readonly number[],
  builders: string[],
): Group {
  const rows = Array.from({ length: VERSIONS }, (_, i) => i);
  return {
    component,
    members: [{ name: component, component, version: '1.0.0', count: 1 }],
    instances: 1,
    hasExactTarget: false,
    versions: rows.map((i) => `${i + 1}.0.0`),
    compatible: rows.map((i) => Uint8Array.from(works.slice(i * STOPS, (i + 1) * STOPS))),
    meetsGoal: rows.map((i) => goals[i] === 1),
    movesFirst: () => NEVER,
    hopsFirst: () => NEVER,
    builders,
  };
}

const problem = fc.record({
  works: bits(STOPS * VERSIONS),
  goals: bits(VERSIONS),
  /** Where the group is committed itself, and where its builder gets further. */
  own: fc.option(fc.record({ stop: fc.nat({ max: STOPS - 1 }), at: fc.nat({ max: VERSIONS - 1 }) }), {
    freq: 3,
  }),
  builder: fc.option(fc.array(fc.nat({ max: VERSIONS - 1 }), { minLength: STOPS, maxLength: STOPS })),
  stops: fc.integer({ min: 1, max: STOPS }),
  hasExactTarget: fc.boolean(),
});

it('takes the fewest moves, then the newest versions, each at every stop from which the rest can still be made', () => {
  fc.assert(
    fc.property(problem, ({ works, goals, own, builder, stops, hasExactTarget }) => {
      const group = { ...groupOf('app', works, goals, builder === null ? [] : ['client']), hasExactTarget };
      const client = groupOf('client', [], [], []);
      const way = Array.from({ length: stops }, (_, i) => i);
      const last = stops - 1;
      // The builder only ever gets further.
      const reached = way.map((stop) => Math.max(0, ...(builder ?? []).slice(0, stop + 1)));
      const route: Route = {
        way,
        commitments: [
          ...(builder === null ? [] : reached.map((at, stop) => ({ stop, group: client, at }))),
          ...(own === null || own.stop > last ? [] : [{ ...own, group }]),
        ],
        cost: [],
        bound: [],
      };
      const [server] = groupOf('server', [], [], []).members;
      if (server === undefined) throw new Error('a group has members');
      const graph = { versions: [], hops: [], hopsLeft: [] };
      const fleet: Fleet = {
        graph,
        server,
        groups: [client, group],
        builders: new Map([['client', '1.0.0']]),
      };

      const isThere = (at: number, stop: number) => works[at * STOPS + stop] === 1;
      const mayBeAfter = (at: number, stop: number) => own?.stop !== stop || own.at === at;
      const mayMove = (at: number, stop: number) =>
        isThere(at, stop) && mayBeAfter(at, stop) && (builder === null || at <= (reached[stop] ?? 0));
      /** Whether it may be at a version from after the moves of a stop until before those of a later one. */
      const mayStay = (at: number, from: number, to: number) =>
        way.every(
          (stop) =>
            stop < from ||
            stop >= to ||
            (mayBeAfter(at, stop) && (isThere(at, stop + 1) || (at === 0 && !isThere(0, stop)))),
        );
      /** Every way to get to the goal from there: the versions moved to and the stops. */
      function* goOn(at: number, from: number): Generator<readonly { to: number; stop: number }[]> {
        if (mayStay(at, from, last) && mayBeAfter(at, last) && goals[at] === 1 && isThere(at, last)) yield [];
        for (let stop = from; stop <= last; stop++) {
          if (!mayStay(at, from, stop)) continue;
          // Nobody moves twice at one stop.
          if (at > 0 && stop === from) continue;
          for (let to = at + 1; to < VERSIONS; to++) {
            if (mayMove(to, stop)) for (const rest of goOn(to, stop)) yield [{ to, stop }, ...rest];
          }
        }
      }
      const all = [...goOn(0, 0)];
      const fewest = Math.min(...all.map((moves) => moves.length));
      const versionsOf = (moves: (typeof all)[number]) => moves.map(({ to }) => to);
      const newest = all
        .filter((moves) => moves.length === fewest)
        .map(versionsOf)
        .sort((a, b) => b.map((to, i) => to - (a[i] ?? 0)).find((difference) => difference !== 0) ?? 0)[0];
      const follow = () => followRoute(group, route, builtByStop(fleet, route));
      if (newest === undefined) {
        expect(follow).toThrow('no trajectory for a group of app');
        return;
      }
      const { moves, canStay, canRest } = follow();
      expect(moves.map(({ to }) => to)).toEqual(newest);
      expect(moves.map(({ from }) => from)).toEqual([0, ...newest].slice(0, -1));
      for (const [i, move] of moves.entries()) {
        const rest = newest.slice(i + 1);
        const open = way.filter(
          (stop) =>
            mayMove(move.to, stop) &&
            [...goOn(move.to, stop)].some((others) => versionsOf(others).join() === rest.join()),
        );
        expect(move.stops).toEqual(open);
      }
      for (let at = 0; at < VERSIONS; at++) {
        for (const from of way) {
          for (const to of way) if (to >= from) expect(canStay(at, from, to)).toBe(mayStay(at, from, to));
          const rests = mayStay(at, from, last) && mayBeAfter(at, last) && isThere(at, last);
          expect(canRest(at, from)).toBe(rests && !hasExactTarget);
        }
      }
    }),
    { numRuns: RUNS },
  );
});
