/** Fewer moves on more hops: what a consumer needs where the hops are limited. */
import { describe, expect, it } from 'vitest';
import { ANY_HOPS, FIRST, HOPS_FIRST, LaneNeeds, MOVES_FIRST } from './needs';
import { listHops } from './server-graph';

/** One hop to the target, or three. */
const graph = listHops({
  versions: ['1.0.0', '1.1.0', '1.2.0', '2.0.0'],
  sources: [
    [],
    [[0, 0]],
    [[1, 1]],
    [
      [0, 0],
      [2, 2],
    ],
  ],
});
/** Lost at the target; a stopgap that works at both ends; the one that is wanted, which the servers in between know. */
const lane = {
  compatible: [Uint8Array.of(1, 1, 1, 0), Uint8Array.of(1, 0, 0, 1), Uint8Array.of(0, 0, 1, 1)],
  meetsGoal: [false, false, true],
};
const deployed = { works: Uint8Array.of(1, 1, 1, 0), meetsGoal: false, firstRow: 1 };

describe('needs', () => {
  it.each([
    ['no hop more than it takes', 0, 2 * FIRST + 1],
    ['one more, which leads nowhere', 1, 2 * FIRST + 1],
    ['two more', 2, FIRST + 3],
    ['three more', 3, FIRST + 3],
    ['more than there are', 4, FIRST + 3],
    ['as many as it takes', ANY_HOPS, FIRST + 3],
  ])('are the least moves on %s', (_, slack, need) => {
    const needs = new LaneNeeds(graph, lane, MOVES_FIRST);
    expect(needs.need(0, 0, slack)).toBe(need);
    expect(needs.needsWhileDeployed(deployed, slack)[0]).toBe(need);
  });

  it('are the same whichever limit is asked for first', () => {
    const needs = new LaneNeeds(graph, lane, MOVES_FIRST);
    expect([2, 0, 1, ANY_HOPS].map((slack) => needs.need(0, 0, slack))).toEqual([
      FIRST + 3,
      2 * FIRST + 1,
      2 * FIRST + 1,
      FIRST + 3,
    ]);
    // One hop on, the way is what it is.
    expect([0, 1].map((slack) => needs.need(1, 0, slack))).toEqual([FIRST + 2, FIRST + 2]);
  });

  it('are those of one way round where the limit allows for one of two', () => {
    // Twice one hop or three: on both of the long ways one move each is enough.
    const twice = listHops({
      versions: ['1.0.0', '1.1.0', '1.2.0', '2.0.0', '2.1.0', '2.2.0', '3.0.0'],
      sources: [[0], [0], [1], [0, 2], [3], [4], [3, 5]].map((from, to) =>
        from.flatMap((i): [number, number][] => (i < to ? [[i, i]] : [])),
      ),
    });
    const both = {
      compatible: [
        Uint8Array.of(1, 1, 1, 0, 0, 0, 0),
        Uint8Array.of(1, 0, 0, 1, 0, 0, 0),
        Uint8Array.of(0, 0, 1, 1, 1, 1, 0),
        Uint8Array.of(0, 0, 0, 1, 0, 0, 1),
        Uint8Array.of(0, 0, 0, 0, 0, 1, 1),
      ],
      meetsGoal: [false, false, false, false, true],
    };
    const needs = new LaneNeeds(twice, both, MOVES_FIRST);
    expect([0, 2, 4].map((slack) => needs.need(0, 0, slack))).toEqual([
      3 * FIRST + 2,
      3 * FIRST + 2,
      2 * FIRST + 6,
    ]);
  });

  it('are the fewest hops, and the least moves on these', () => {
    const needs = new LaneNeeds(graph, lane, HOPS_FIRST);
    expect(needs.need(0, 0, ANY_HOPS)).toBe(FIRST + 2);
    expect(needs.needsWhileDeployed(deployed, ANY_HOPS)[0]).toBe(FIRST + 2);
  });
});
