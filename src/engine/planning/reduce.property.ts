/** The law of what is left out: a server for a newer one that can do all that it can, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import { columnSelector, keptServers, worthwhileRows } from './reduce';

const bit = fc.integer({ min: 0, max: 3 }).map((n) => Math.min(n, 1));
const rows = (count: number) =>
  fc.array(
    fc.array(bit, { minLength: count, maxLength: count }).map((works) => Uint8Array.from(works)),
    { maxLength: 2 },
  );
const graph = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    hops: fc.array(
      fc.nat({ max: 5 }).map((n) => n > 0),
      { minLength: count * count, maxLength: count * count },
    ),
    released: rows(count),
    deployed: rows(count),
  }),
);

/** Ascending numbers as intervals that don't touch. */
function intervalsOf(numbers: readonly number[]): [number, number][] {
  const intervals: [number, number][] = [];
  for (const number of numbers) {
    const last = intervals.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else intervals.push([number, number]);
  }
  return intervals;
}

describe('keptServers', () => {
  it('leaves a server out only for the nearest newer one that does for consumers and hops all that it does', () => {
    fc.assert(
      fc.property(graph, ({ count, hops, released, deployed }) => {
        const indices = Array.from({ length: count }, (_, i) => i);
        const mayHop = (from: number, to: number) => from < to && hops[to * count + from] === true;
        const standsFor = new Map<number, number>();
        const doesAll = (newer: number, older: number) =>
          released.every((row) => row[older] !== 1 || row[newer] === 1) &&
          deployed.every((row) =>
            row[0] === 1 ? row[older] !== 1 || row[newer] === 1 : row[older] === row[newer],
          ) &&
          indices.every((from) => !mayHop(from, older) || mayHop(from, newer)) &&
          indices.every(
            (to) =>
              !mayHop(older, to) ||
              to === newer ||
              standsFor.get(to) === newer ||
              (to > newer && mayHop(newer, to)),
          );
        const kept = [count - 1];
        for (let server = count - 2; server > 0; server--) {
          const newer = kept.find((candidate) => doesAll(candidate, server));
          if (newer === undefined) kept.unshift(server);
          else standsFor.set(server, newer);
        }
        const sources = indices.map((to) => intervalsOf(indices.filter((from) => mayHop(from, to))));
        const versions = indices.map((i) => `1.${i}.0`);
        const expected = count === 1 ? [0] : [0, ...kept];
        expect(keptServers({ versions, sources }, released, deployed)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('minds every consumer where there are hundreds of them', () => {
    const versions = Array.from({ length: 102 }, (_, i) => `1.${i}.0`);
    const sources = versions.map((_, to): [number, number][] => (to === 0 ? [] : [[0, to - 1]]));
    // Each works with all servers but one of its own: no server does all that another one does.
    const released = Array.from({ length: 100 }, (_, i) =>
      Uint8Array.from(versions, (_, server) => (server === i + 1 ? 0 : 1)),
    );
    const all = versions.map((_, i) => i);
    expect(keptServers({ versions, sources }, [...released, ...released], [])).toEqual([0, 101]);
    // With the last server none of them works, so that nothing but the others could stand for one.
    const shut = released.map((row) => row.with(101, 0));
    expect(keptServers({ versions, sources }, shut, [])).toEqual(all);
  });
});

it('a row is left out only where the next one kept does all that it does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ works: fc.array(bit, { minLength: 3, maxLength: 3 }), meets: fc.boolean() })),
      (drawn) => {
        const kept: number[] = [];
        for (let i = drawn.length - 1; i >= 0; i--) {
          const [row, next] = [drawn[i], drawn[kept[0] ?? drawn.length]];
          const isNeedless =
            next !== undefined &&
            (next.meets || row?.meets === false) &&
            row?.works.every((does, server) => does === 0 || next.works[server] === 1);
          if (!isNeedless) kept.unshift(i);
        }
        expect(
          worthwhileRows(
            drawn.map(({ works }) => Uint8Array.from(works)),
            drawn.map(({ meets }) => meets),
          ),
        ).toEqual(kept);
      },
    ),
    { numRuns: RUNS },
  );
});

it('cuts rows down to some servers, and one row to one row', () => {
  const select = columnSelector([0, 2, 3]);
  const row = Uint8Array.from([1, 0, 0, 1, 1]);
  expect([...select(row)]).toEqual([1, 0, 1]);
  expect(select(row)).toBe(select(row));
  expect(select(Uint8Array.from(row))).not.toBe(select(row));
});
