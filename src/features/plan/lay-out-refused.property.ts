/** The laws of the drawing of refused moves: each cause is drawn that no band shows, and no release on the way is missing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cause, planUpgrade } from '../../engine';
import { releaseLine } from '../../engine/compatibility/release-line';
import { serverEntryOf } from '../../engine/compatibility/server-entry';
import { compareVersions } from '../../engine/model/version';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { layOutBlocked } from './lay-out-blocked';
import { layOutRefused } from './lay-out-refused';

/** Causes that name a clash are drawn as bands, and some conflicts have no numbers of their own. */
function hasNumbers(cause: Cause): boolean {
  return cause.code !== 'conflict' || cause.clash !== undefined;
}

it('draws every cause that has numbers, and each release that is passed once', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(instances, (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      const plan = planUpgrade(catalog, inventory, goal);
      fc.pre(plan.status === 'blocked');
      const server = serverEntryOf(catalog, inventory);
      for (const cause of plan.causes.filter(hasNumbers)) {
        const moves = layOutRefused(catalog, inventory, goal, [cause]);
        const bands = layOutBlocked(catalog, inventory, goal, [cause]);
        const isKept = cause.code === 'entry-goal' && cause.target === cause.version;
        if (!isKept) expect(moves.length + bands.length).toBeGreaterThan(0);
        const [move] = moves;
        if (move === undefined) continue;
        seen.add(cause.code);
        const line = move.lines.at(-1);
        if (cause.code === 'hop') {
          const ends = line?.jump?.map((index) => line.stops[index]?.from);
          expect(ends).toEqual([cause.from, cause.to]);
          expect(line?.stops[line.jump?.[0] ?? -1]?.isTaken).toBe(cause.upgradeFrom === undefined);
        }
        if (cause.code === 'target') {
          const refused = line?.stops.find(({ isWanted }) => isWanted);
          expect(refused).toMatchObject({ from: goal.target, refusal: cause.refusal });
        }
        if (cause.code === 'server-pinned')
          expect(line).toMatchObject({ entry: server.name, isPinned: true });
        if (cause.code === 'builder') {
          const builders = inventory.entries.filter(({ component }) => cause.builders.includes(component));
          expect(move.lines.map(({ entry }) => entry)).toEqual([
            ...builders.map(({ name }) => name),
            cause.entry,
          ]);
        }
        for (const { entry: name, stops } of move.lines) {
          const entry = inventory.entries.find((candidate) => candidate.name === name) ?? server;
          expect(stops.filter(({ isHere }) => isHere).map(({ from }) => from)).toEqual([entry.version]);
          for (const [i, { from, to }] of stops.entries()) {
            expect(compareVersions(from, to)).toBeLessThanOrEqual(0);
            const next = stops[i + 1];
            if (next !== undefined) expect(compareVersions(to, next.from)).toBeLessThan(0);
          }
          const [first, last] = [stops[0]?.from ?? '', stops.at(-1)?.to ?? ''];
          for (const { version } of releaseLine(catalog, entry.component).releases) {
            if (compareVersions(version, entry.version) < 0 || compareVersions(version, last) > 0) continue;
            expect(compareVersions(first, version)).toBeLessThanOrEqual(0);
            const holders = stops.filter(
              ({ from, to }) => compareVersions(from, version) <= 0 && compareVersions(version, to) <= 0,
            );
            expect(holders).toHaveLength(1);
          }
        }
      }
    }),
    // One in sixty of them waits for a builder.
    { numRuns: Math.max(fewerRuns(2), 1000) },
  );
  // Or it would say little.
  expect([...seen].toSorted()).toEqual(['builder', 'entry-goal', 'hop', 'server-pinned', 'target']);
});
