/** The laws of fronts: a group is where its moves can have brought it, and no work is done twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import type { Group } from './fleet';
import { DEAD, Fronts, hopAll } from './fronts';
import { ANY_HOPS, FIRST, IMPOSSIBLE, NEVER } from './needs';

const bit = fc.integer({ min: 0, max: 2 }).map((n) => Math.min(n, 1));
const bits = (length: number) => fc.array(bit, { minLength: length, maxLength: length });
const SERVERS = 4;

/** What is needed from a server and a version on, made up; nothing meets it now and then. */
const needs = fc.array(fc.oneof(fc.constant(NEVER), fc.integer({ min: 0, max: 4 })), {
  minLength: 16,
  maxLength: 16,
});

const group: fc.Arbitrary<Group> = fc
  .record({
    versions: fc.integer({ min: 1, max: 4 }),
    works: bits(16),
    goals: bits(4),
    moves: needs,
    hops: needs,
  })
  .map(({ versions, works, goals, moves, hops }) => {
    const rows = Array.from({ length: versions }, (_, i) => i);
    const first = (need: number) => (need === NEVER ? NEVER : need * FIRST + 1);
    return {
      component: 'client',
      members: [],
      instances: 1,
      hasExactTarget: false,
      versions: rows.map((i) => `1.${i}.0`),
      compatible: rows.map((i) => Uint8Array.from(works.slice(i * SERVERS, (i + 1) * SERVERS))),
      meetsGoal: rows.map((i) => goals[i] === 1),
      movesFirst: (server, at, slack) =>
        first(moves[server * 4 + at] ?? NEVER) + (slack === ANY_HOPS ? 0 : slack + 1),
      hopsFirst: (server, at) => first(hops[server * 4 + at] ?? NEVER),
      builders: [],
    };
  });

/** A stop: the server's version, and how many versions can be built there. */
const way = fc.array(
  fc.record({ server: fc.nat({ max: SERVERS - 1 }), buildable: fc.integer({ min: 0, max: 5 }) }),
  {
    minLength: 1,
    maxLength: 5,
  },
);
type Way = readonly { readonly server: number; readonly buildable: number }[];

/** By version: the least moves to be there, `Infinity` where it cannot be. */
type Counts = readonly number[];

const movedAt = ({ compatible }: Group, counts: Counts, server: number, buildable: number): Counts =>
  counts.map((here, at) =>
    at < buildable && compatible[at]?.[server] === 1
      ? Math.min(here, 1 + Math.min(...counts.slice(0, at)))
      : here,
  );
const hoppedTo = ({ compatible }: Group, counts: Counts, from: number, to: number): Counts =>
  counts.map((here, at) =>
    compatible[at]?.[to] === 1 || (at === 0 && compatible[0]?.[from] !== 1) ? here : Number.POSITIVE_INFINITY,
  );

/** Goes the way with fronts and with plain counts; `check` sees both at every stop, before and after the moves. */
function walk(of: Fronts, steps: Way, check: (front: number, counts: Counts, server: number) => void): void {
  let counts: Counts = of.group.versions.map((_, at) => (at === 0 ? 0 : Number.POSITIVE_INFINITY));
  let front = of.start();
  for (const [i, { server, buildable }] of steps.entries()) {
    const before = steps[i - 1];
    if (before !== undefined) {
      counts = hoppedTo(of.group, counts, before.server, server);
      front = of.afterHop(front, before.server, server);
      check(front, counts, server);
    }
    counts = movedAt(of.group, counts, server, buildable);
    front = of.afterMoves(front, server, buildable);
    check(front, counts, server);
  }
}

function holds(law: (of: Fronts, steps: Way) => void): void {
  fc.assert(
    fc.property(group, way, (one, steps) => law(new Fronts(one, SERVERS), steps)),
    { numRuns: RUNS },
  );
}

const finite = (count: number) => (Number.isFinite(count) ? count : IMPOSSIBLE);

describe('a front', () => {
  it('counts the least moves to every version, and is dead where none is left', () => {
    holds((of, steps) => {
      walk(of, steps, (front, counts) => {
        expect(of.group.versions.map((_, at) => of.movesTo(front, at))).toEqual(counts.map(finite));
        expect(front === DEAD).toBe(!counts.some(Number.isFinite));
      });
    });
  });

  it('is one where the counts are, whatever way led to it', () => {
    holds((of, steps) => {
      const seen = new Map<string, number>();
      walk(of, steps, (front, counts) => {
        const name = counts.join();
        expect(seen.get(name) ?? front).toBe(front);
        seen.set(name, front);
      });
      walk(of, steps, (front, counts) => expect(seen.get(counts.join())).toBe(front));
    });
  });

  it('needs what the best of its versions needs, with the moves made', () => {
    holds((of, steps) => {
      const { movesFirst, hopsFirst, meetsGoal, compatible } = of.group;
      const leastOf = (counts: Counts, needOf: (moves: number, at: number) => number, none: number) =>
        Math.min(none, ...counts.map((moves, at) => (Number.isFinite(moves) ? needOf(moves, at) : none)));
      const add = (need: number, more: number) => (need >= NEVER ? NEVER : need + more);
      walk(of, steps, (front, counts, server) => {
        for (const slack of [ANY_HOPS, 2, ANY_HOPS]) {
          const expected = leastOf(
            counts,
            (moves, at) => add(movesFirst(server, at, slack), moves * FIRST),
            NEVER,
          );
          expect(of.leastMoves(front, server, slack)).toBe(expected);
        }
        expect(of.leastMoves(front, server)).toBe(of.leastMoves(front, server, ANY_HOPS));
        const hops = leastOf(counts, (moves, at) => add(hopsFirst(server, at), moves), NEVER);
        expect(of.fewestHops(front, server)).toBe(hops);
        expect(of.fewestHops(front, server)).toBe(hops);
        const isThere = (at: number) => meetsGoal[at] === true && compatible[at]?.[server] === 1;
        const there = leastOf(counts, (moves, at) => (isThere(at) ? moves : IMPOSSIBLE), IMPOSSIBLE);
        expect(of.movesAtGoal(front, server)).toBe(there);
      });
    });
  });

  it('exceeds another by the most moves that one of its versions lies behind, whatever follows', () => {
    holds((of, steps) => {
      const met = new Map<number, Counts>();
      walk(of, steps, (front, counts) => {
        if (front !== DEAD) met.set(front, counts);
      });
      for (const [a, ours] of met) {
        for (const [b, theirs] of met) {
          const behind = theirs.flatMap((other, at) =>
            Number.isFinite(other) ? [(ours[at] ?? Number.POSITIVE_INFINITY) - other] : [],
          );
          expect(of.excess(a, b)).toBe(Math.max(...behind));
          expect(of.excess(a, b)).toBe(Math.max(...behind));
        }
      }
    });
  });

  it('lives only while those of all groups do', () => {
    fc.assert(
      fc.property(group, group, way, (one, other, steps) => {
        const groups = [new Fronts(one, SERVERS), new Fronts(other, SERVERS)];
        const [{ server: from } = { server: 0 }, { server: to } = { server: 0 }] = steps;
        const starts = groups.map((of) => of.start());
        const alone = groups.map((of, i) => of.afterHop(starts[i] ?? DEAD, from, to));
        expect(hopAll(groups, starts, from, to)).toEqual(alone.includes(DEAD) ? undefined : alone);
      }),
      { numRuns: RUNS },
    );
  });
});

it('looks up every version once for all servers that it cannot tell apart', () => {
  let looked = 0;
  const versions = Array.from({ length: 50 }, (_, i) => `1.${i}.0`);
  const works = new Proxy(new Uint8Array(100).fill(1), {
    get(row, key) {
      if (typeof key === 'string' && Number.isInteger(Number(key))) looked += 1;
      const value: unknown = Reflect.get(row, key);
      return value;
    },
  });
  const of = new Fronts(
    {
      component: 'client',
      members: [],
      instances: 1,
      hasExactTarget: false,
      versions,
      compatible: versions.map(() => works),
      meetsGoal: versions.map(() => true),
      movesFirst: () => 0,
      hopsFirst: () => 0,
      builders: [],
    },
    100,
  );
  looked = 0;
  const first = of.afterMoves(of.start(), 0, versions.length);
  const once = looked;
  for (let server = 1; server < 100; server++)
    expect(of.afterMoves(of.start(), server, versions.length)).toBe(first);
  expect(looked).toBe(once);
});
