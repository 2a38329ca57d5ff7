import { describe, expect, it } from 'vitest';
import { keptServers, worthwhileRows } from './reduce';
import { listHops, type ReleaseGraph, selectVersions } from './server-graph';

/** Hops as pairs `from>to` over versions 0…n-1. */
function graphOf(count: number, hops: readonly (readonly [number, number])[]): ReleaseGraph {
  const versions = Array.from({ length: count }, (_, i) => `1.${i}.0`);
  const sources = versions.map((_, to) => {
    const intervals: [number, number][] = [];
    for (const from of hops.flatMap((hop) => (hop[1] === to ? [hop[0]] : [])).sort((a, b) => a - b)) {
      const last = intervals.at(-1);
      if (last !== undefined && last[1] === from - 1) last[1] = from;
      else intervals.push([from, from]);
    }
    return intervals;
  });
  return { versions, sources };
}

const all = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => i).flatMap((from) =>
    Array.from({ length: count - from - 1 }, (_, i): [number, number] => [from, from + i + 1]),
  );
const row = (...works: number[]) => Uint8Array.from(works);

describe('keptServers', () => {
  it('keeps only both ends where nothing depends on what is between', () => {
    expect(keptServers(graphOf(5, all(5)), [row(1, 1, 1, 1, 1)], [])).toEqual([0, 4]);
  });

  it('keeps versions with which some consumer stands otherwise', () => {
    const rows = [row(1, 0, 1, 1, 0), row(1, 1, 0, 0, 0)];
    expect(keptServers(graphOf(5, all(5)), rows, [])).toEqual([0, 1, 3, 4]);
  });

  it('leaves out a version in favour of a newer one that works with more', () => {
    expect(keptServers(graphOf(5, all(5)), [row(1, 0, 0, 1, 0)], [row(1, 1, 0, 1, 1)])).toEqual([0, 3, 4]);
  });

  it('keeps a version that leaves broken what the newer one mends, which would have to stay mended', () => {
    expect(keptServers(graphOf(5, all(5)), [], [row(0, 0, 0, 1, 1)])).toEqual([0, 2, 4]);
  });

  it('keeps a version that is the only way into another', () => {
    expect(
      keptServers(
        graphOf(4, [
          [0, 1],
          [1, 2],
          [2, 3],
        ]),
        [],
        [],
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  it('leaves out patches of a series in favour of its last one', () => {
    // 0 | 1 2 3 | 4: each patch takes servers of the series before and of its own.
    const hops: [number, number][] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
      [1, 4],
      [2, 4],
      [3, 4],
    ];
    expect(keptServers(graphOf(5, hops), [row(1, 1, 1, 1, 1)], [])).toEqual([0, 3, 4]);
  });

  it('keeps a patch from which a hop leads that the last one lacks', () => {
    const hops: [number, number][] = [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 3],
      [2, 4],
      [3, 4],
    ];
    expect(keptServers(graphOf(5, hops), [row(1, 1, 1, 0, 1)], [])).toEqual([0, 1, 2, 3, 4]);
  });
});

it('of what is kept a version takes those that are kept, and nothing where none is', () => {
  const hops: [number, number][] = [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
    [1, 4],
    [3, 4],
  ];
  expect(selectVersions(graphOf(5, hops), [0, 3, 4])).toEqual({
    versions: ['1.0.0', '1.3.0', '1.4.0'],
    sources: [[], [], [[1, 1]]],
  });
});

it('hops between what is kept stay, and those left are counted', () => {
  expect(listHops(selectVersions(graphOf(5, all(5)), [0, 3, 4]))).toEqual({
    versions: ['1.0.0', '1.3.0', '1.4.0'],
    hops: [[2, 1], [2], []],
    hopsLeft: [1, 1, 0],
  });
});

describe('worthwhileRows', () => {
  const always = [true, true, true, true, true];

  it('keeps the last of each run of rows that are alike', () => {
    const rows = [row(1, 1, 0), row(1, 1, 0), row(0, 1, 1), row(1, 0, 1), row(1, 0, 1)];
    expect(worthwhileRows(rows, always)).toEqual([1, 2, 4]);
  });

  it('leaves out a row where the next one works with more', () => {
    const rows = [row(0, 1, 0), row(1, 1, 0), row(0, 1, 1), row(0, 1, 0), row(0, 1, 1)];
    expect(worthwhileRows(rows, always)).toEqual([1, 4]);
  });

  it('keeps a row that meets the goal where the next one does not', () => {
    const rows = [row(1, 1), row(1, 1), row(1, 1), row(1, 1), row(1, 1)];
    expect(worthwhileRows(rows, [false, true, false, true, false])).toEqual([3, 4]);
  });

  it('keeps the last row of each kind', () => {
    const rows = [row(1, 1), row(1, 1), row(1, 1), row(1, 1), row(1, 1)];
    expect(worthwhileRows(rows, always, [0, 0, 1, 1, 2])).toEqual([1, 3, 4]);
  });
});
