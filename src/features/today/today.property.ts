/** The laws of the matrices: nobody is left out or counted twice, and what a cell says is what the pair says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessInventory } from '../../engine/assessment/assess-inventory';
import { protocolsInUse } from '../../engine/assessment/protocols-in-use';
import { rangeOf } from '../../engine/compatibility/assess-pair';
import { negotiate } from '../../engine/compatibility/negotiate';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { groupFindings } from './group-findings';
import { layOutMatrices } from './lay-out-matrix';

const worlds = instances.map((raw) => {
  const { catalog, inventory } = parseInstance(raw);
  const assessments = assessInventory(catalog, inventory);
  const uses = protocolsInUse(catalog, inventory).protocols;
  return { catalog, inventory, assessments, matrices: layOutMatrices(inventory, uses, assessments) };
});

it('each instance that speaks a protocol is in one row, and in the columns of what it speaks and uses', () => {
  fc.assert(
    fc.property(worlds, ({ catalog, inventory, assessments, matrices }) => {
      const server = inventory.entries.find(
        (entry) => catalog.components[entry.component]?.role === 'server',
      );
      for (const { protocol, server: offered, columns, rows } of matrices) {
        const speakers = inventory.entries.filter(
          (entry) =>
            entry !== server && catalog.components[entry.component]?.speaks?.includes(protocol) === true,
        );
        expect(rows.flatMap(({ entries }) => entries.map(({ name }) => name)).toSorted()).toEqual(
          speakers.map(({ name }) => name).toSorted(),
        );
        expect(rows.reduce((sum, row) => sum + row.instances, 0)).toBe(
          speakers.reduce((sum, { count }) => sum + count, 0),
        );
        const spoken = speakers.map((entry) => ({
          entry,
          range: rangeOf(catalog, { ...entry, advertised: entry.protocols }, protocol),
        }));
        const sum = (counts: (range: readonly [number, number]) => boolean) =>
          spoken.reduce(
            (total, { entry, range }) =>
              total + (range !== undefined && counts(range as [number, number]) ? entry.count : 0),
            0,
          );
        const use = (range: readonly [number, number]) => {
          const agreed = offered === null ? undefined : negotiate(range, offered);
          return agreed?.ok === true ? agreed.version : undefined;
        };
        for (const column of columns) {
          for (const version of [column.from, column.to]) {
            expect(column.speaking).toBe(sum(([from, to]) => from <= version && version <= to));
            expect(column.isOffered).toBe(offered !== null && offered[0] <= version && version <= offered[1]);
          }
          expect(column.using).toBe(sum((range) => use(range) === column.from));
        }
        expect(columns.reduce((total, { using }) => total + using, 0)).toBe(
          sum((range) => use(range) !== undefined),
        );
        // Side by side, from the lowest version that anybody speaks to the highest.
        for (const [i, column] of columns.entries()) {
          if (i > 0) expect(column.from).toBe((columns[i - 1]?.to ?? 0) + 1);
        }
        const all = [...spoken.map(({ range }) => range), offered ?? undefined].filter(
          (r) => r !== undefined,
        );
        expect(columns.at(0)?.from).toBe(
          all.length === 0 ? undefined : Math.min(...all.map(([from]) => from)),
        );
        expect(columns.at(-1)?.to).toBe(all.length === 0 ? undefined : Math.max(...all.map(([, to]) => to)));
        for (const { entries, standing } of rows) {
          for (const { name } of entries)
            expect(assessments.find(({ entry }) => entry === name)?.status).toBe(standing);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

it('each entry that does not work, or is not known to, is in one finding with a reason', () => {
  fc.assert(
    fc.property(worlds, ({ catalog, inventory, assessments }) => {
      const findings = groupFindings(catalog, inventory, assessments, '1.0.0');
      for (const [kind, status] of [
        ['broken', 'incompatible'],
        ['unknown', 'unknown'],
      ] as const) {
        const found = findings.filter((finding) => finding.kind === kind);
        expect(found.flatMap(({ entries }) => entries.map(({ name }) => name)).toSorted()).toEqual(
          assessments
            .filter((assessment) => assessment.status === status)
            .map(({ entry }) => entry)
            .toSorted(),
        );
      }
      for (const { entries, reasons, instances: count } of findings) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(count).toBe(entries.reduce((sum, entry) => sum + entry.count, 0));
      }
    }),
    { numRuns: RUNS },
  );
});
