/** The law of hops: a server gets over them where the rules let it, and nowhere that leads to nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCatalog } from '../../testing/build';
import { RUNS } from '../../testing/runs';
import { releaseLine } from '../compatibility/release-line';
import { buildServerGraph, listHops } from './server-graph';

const versionAt = (i: number) => `${i + 1}.0.0`;
/** From which releases a hop may come. */
const range = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 0, max: 6 }).map((i) => `>=${versionAt(i)}`),
  fc.integer({ min: 0, max: 6 }).map((i) => `=${versionAt(i)}`),
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([a, b]) => `=${versionAt(a)} || =${versionAt(b)}`),
  fc.constant('<1.0.0'),
);
const line = fc.array(
  fc.record({ upgradeFrom: range, isWithdrawn: fc.nat({ max: 7 }).map((n) => n === 0) }),
  {
    minLength: 2,
    maxLength: 7,
  },
);

it('holds all hops between versions on some way from what is deployed to the target, and no others', () => {
  fc.assert(
    fc.property(line, fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.boolean(), (drawn, at, to, allowSkips) => {
      const catalog = buildCatalog({
        releases: drawn.map(({ upgradeFrom, isWithdrawn }, i) => ({
          version: versionAt(i),
          protocols: { api: [1, 1] },
          ...(upgradeFrom !== undefined && { upgradeFrom }),
          ...(isWithdrawn && { withdrawn: 'it loses data' }),
        })),
      });
      const last = drawn.length - 1;
      const [from, target] = [Math.min(at, to, last), Math.min(Math.max(at, to), last)];
      const mayHop = (a: number, b: number) => {
        const { upgradeFrom, isWithdrawn } = drawn[b] ?? { isWithdrawn: true };
        if (b <= a || b > target || isWithdrawn) return false;
        if (allowSkips || upgradeFrom === undefined) return true;
        if (upgradeFrom.startsWith('>=')) return a >= Number.parseInt(upgradeFrom.slice(2), 10) - 1;
        return upgradeFrom.split(' || ').includes(`=${versionAt(a)}`);
      };
      /** The least hops from one to another; `Infinity` where there is no way. */
      const distance = (a: number, b: number): number =>
        a === b
          ? 0
          : 1 +
            Math.min(
              ...drawn.map((_, next) => (mayHop(a, next) ? distance(next, b) : Number.POSITIVE_INFINITY)),
            );
      const useful = drawn.flatMap((_, i) =>
        Number.isFinite(distance(from, i) + distance(i, target)) && i >= from ? [i] : [],
      );
      const graph = buildServerGraph(
        releaseLine(catalog, 'server'),
        versionAt(from),
        { target: versionAt(target), prereleases: false, allowSkips },
        {},
      );
      if (!Number.isFinite(distance(from, target))) {
        expect(graph).toBeUndefined();
        return;
      }
      expect(graph).toBeDefined();
      expect(listHops(graph ?? { versions: [], sources: [] })).toEqual({
        versions: useful.map(versionAt),
        hops: useful.map((a) => useful.flatMap((b, i) => (mayHop(a, b) ? [i] : [])).reverse()),
        hopsLeft: useful.map((i) => distance(i, target)),
      });
    }),
    { numRuns: RUNS },
  );
});
