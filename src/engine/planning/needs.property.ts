/** The law of needs: what the tables say of one consumer is what trying everything finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import { ANY_HOPS, HOPS_FIRST, LaneNeeds, MOVES_FIRST, NEVER, type Weights } from './needs';
import { listHops, type ServerGraph } from './server-graph';

const bit = fc.integer({ min: 0, max: 3 }).map((n) => Math.min(n, 1));

interface Small {
  readonly graph: ServerGraph;
  readonly compatible: readonly Uint8Array[];
  readonly meetsGoal: readonly boolean[];
  readonly works: Uint8Array;
  readonly isThere: boolean;
}

/** Up to five servers, with any hops between them, and up to three versions of a consumer. */
const small: fc.Arbitrary<Small> = fc
  .record({
    servers: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 0, max: 3 }),
    hops: fc.array(bit, { minLength: 25, maxLength: 25 }),
    works: fc.array(bit, { minLength: 20, maxLength: 20 }),
    goals: fc.array(bit, { minLength: 4, maxLength: 4 }),
  })
  .map(({ servers, rows, hops, works, goals }) => {
    const indices = Array.from({ length: servers }, (_, i) => i);
    const rowOf = (row: number) => Uint8Array.from(works.slice(row * 5, row * 5 + servers));
    return {
      graph: listHops({
        versions: indices.map((i) => `1.${i}.0`),
        sources: indices.map((to) =>
          indices.flatMap((from): [number, number][] =>
            from < to && hops[to * 5 + from] === 1 ? [[from, from]] : [],
          ),
        ),
      }),
      compatible: Array.from({ length: rows }, (_, row) => rowOf(row)),
      meetsGoal: goals.slice(0, rows).map((does) => does === 1),
      works: rowOf(3),
      isThere: goals[3] === 1,
    };
  });

/** With so many hops left: what a consumer at a row needs on arriving at a server, by trying everything. */
function tryAll({ graph, compatible, meetsGoal }: Small, { move, hop }: Weights) {
  const target = graph.versions.length - 1;
  const stay = (server: number, row: number, left: number): number => {
    if (compatible[row]?.[server] !== 1) return Number.POSITIVE_INFINITY;
    if (server === target) return meetsGoal[row] ? 0 : Number.POSITIVE_INFINITY;
    const next = left === 0 ? [] : (graph.hops[server] ?? []);
    return Math.min(...next.map((to) => hop + arrive(to, row, left - 1)));
  };
  const moved = (server: number, first: number, left: number): number =>
    Math.min(
      ...compatible.map((_, row) => (row < first ? Number.POSITIVE_INFINITY : stay(server, row, left))),
    );
  const arrive = (server: number, row: number, left: number): number =>
    compatible[row]?.[server] === 1
      ? Math.min(stay(server, row, left), move + moved(server, row + 1, left))
      : Number.POSITIVE_INFINITY;
  return { arrive, moved };
}

const asNeed = (need: number) => (Number.isFinite(need) ? need : NEVER);
/** Hops that are left with this slack; with `ANY_HOPS` as many as there can be. */
const hopsWith = ({ hopsLeft, versions }: ServerGraph, server: number, slack: number) =>
  slack === ANY_HOPS ? versions.length : (hopsLeft[server] ?? 0) + slack;

describe.each([
  ['moves first', MOVES_FIRST],
  ['hops first', HOPS_FIRST],
])('needs, %s', (_, weights) => {
  it('of a version that may be moved to are what trying everything finds', () => {
    fc.assert(
      fc.property(small, (world) => {
        const { graph, compatible } = world;
        const needs = new LaneNeeds(graph, world, weights);
        const { arrive } = tryAll(world, weights);
        for (const slack of [1, ANY_HOPS, 0, 2]) {
          for (const server of graph.versions.keys()) {
            if (!Number.isFinite(graph.hopsLeft[server])) continue;
            for (const row of compatible.keys()) {
              const expected = asNeed(arrive(server, row, hopsWith(graph, server, slack)));
              expect(needs.need(server, row, slack)).toBe(expected);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('of what is deployed are so too: what is broken may stay so until a step mends it', () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 3 }), (world, above) => {
        const { graph, works, isThere, compatible } = world;
        const target = graph.versions.length - 1;
        const firstRow = above < compatible.length ? above : undefined;
        const needs = new LaneNeeds(graph, world, weights);
        const { moved } = tryAll(world, weights);
        const need = (server: number, left: number): number => {
          const isDone = server === target && isThere && works[server] === 1;
          const stays = (left === 0 ? [] : (graph.hops[server] ?? []))
            .filter((next) => works[next] === 1 || works[server] !== 1)
            .map((next) => weights.hop + need(next, left - 1));
          const moves = firstRow === undefined ? [] : [weights.move + moved(server, firstRow, left)];
          return Math.min(isDone ? 0 : Number.POSITIVE_INFINITY, ...stays, ...moves);
        };
        for (const slack of [ANY_HOPS, 0, 1]) {
          const found = needs.needsWhileDeployed({ works, meetsGoal: isThere, firstRow }, slack);
          for (const server of graph.versions.keys()) {
            if (!Number.isFinite(graph.hopsLeft[server])) continue;
            expect(found[server]).toBe(asNeed(need(server, hopsWith(graph, server, slack))));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
