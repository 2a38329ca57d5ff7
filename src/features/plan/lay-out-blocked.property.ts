/** The laws of the drawing of what blocks: what clashes is drawn apart, and no release on the way is missing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import { compareVersions } from '../../engine/model/version';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { layOutBlocked } from './lay-out-blocked';

it('draws each clash with its numbers, where it is', () => {
  fc.assert(
    fc.property(instances, (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      const plan = planUpgrade(catalog, inventory, goal);
      fc.pre(plan.status === 'blocked');
      const bands = layOutBlocked(catalog, inventory, goal, plan.causes);
      for (const cause of plan.causes) {
        if (!('clash' in cause) || cause.clash === undefined || cause.clash.kind === 'incident') continue;
        const { clash, entry, server } = cause;
        const band = bands.find(({ protocol }) => protocol === clash.protocol);
        const bar = band?.bars.find((candidate) => candidate.entry === entry);
        const at = band?.columns.findIndex(
          ({ from, to }) =>
            server !== undefined && compareVersions(from, server) <= 0 && compareVersions(server, to) <= 0,
        );
        const meeting = bar?.meetings[at ?? -1];
        expect(meeting?.status).not.toBe('compatible');
        expect(meeting?.overlaps).toBe(clash.kind === 'unknown' ? null : false);
        if (clash.kind === 'protocol') {
          expect(bar?.range).toEqual(clash.consumer);
          expect(band?.columns[at ?? -1]?.range).toEqual(clash.server);
        }
      }
      for (const { columns, bars, rows } of bands) {
        for (const [i, { from, to }] of columns.entries()) {
          expect(compareVersions(from, to)).toBeLessThanOrEqual(0);
          const next = columns[i + 1];
          if (next !== undefined) expect(compareVersions(to, next.from)).toBeLessThan(0);
        }
        for (const { meetings } of bars) expect(meetings.length).toBe(columns.length);
        for (const range of [...columns, ...bars].map((drawn) => drawn.range)) {
          for (const version of range ?? []) expect(rows).toContain(version);
        }
      }
    }),
    { numRuns: fewerRuns(2) },
  );
});
