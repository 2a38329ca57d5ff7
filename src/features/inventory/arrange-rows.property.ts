import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../engine/model/version';
import { type DraftRow, EMPTY_ROW, ROW_FIELDS } from '../../session/inputs';
import { buildCatalog } from '../../testing/build';
import { arrangeRows, NO_FILTER, type RowFacts } from './arrange-rows';
import type { RowFinding } from './row-finding';

const catalog = buildCatalog();
const finding = (status: RowFinding['status']): RowFinding => ({
  status,
  remarks: [],
  isListed: true,
  key: status,
});

const fleet = fc
  .array(
    fc.record({
      name: fc.constantFrom('', 'ci', 'web-2', 'web-10', 'Élan', 'billing'),
      component: fc.constantFrom('', 'server', 'client', 'clinet'),
      version: fc.constantFrom('', '1.0.0', 'v1.10.0', '1.9.0', 'latest', '2'),
      count: fc.constantFrom('', '1', '12', '9', 'a dozen'),
      status: fc.constantFrom<RowFinding['status'][]>('compatible', 'incompatible', 'unknown', 'server'),
    }),
    { maxLength: 12 },
  )
  .map((cells) => {
    const rows = cells.map(
      ({ status: _, ...fields }, i): DraftRow => ({ ...EMPTY_ROW, ...fields, id: `r${i}` }),
    );
    const facts: RowFacts = {
      problems: new Map(),
      findings: new Map(cells.map(({ status }, i) => [`r${i}`, finding(status)])),
    };
    return { rows, facts };
  });
const by = fc.constantFrom(...ROW_FIELDS, 'today' as const);

describe('sorting', () => {
  it('shows every row once, in an order that sorting again does not change', () => {
    fc.assert(
      fc.property(fleet, by, fc.boolean(), ({ rows, facts }, column, isDescending) => {
        const sort = { by: column, isDescending };
        const order = arrangeRows(rows, sort, NO_FILTER, catalog, facts) ?? [];
        expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
        const sorted = order.flatMap((i) => rows[i] ?? []);
        expect(arrangeRows(sorted, sort, NO_FILTER, catalog, facts)).toEqual(sorted.map((_, i) => i));
      }),
    );
  });

  it('puts versions in the order of versions, and those that are none behind them, both ways', () => {
    fc.assert(
      fc.property(fleet, fc.boolean(), ({ rows, facts }, isDescending) => {
        const order = arrangeRows(rows, { by: 'version', isDescending }, NO_FILTER, catalog, facts) ?? [];
        const versions = order.map((i) => rows[i]?.version.replace('v', '') ?? '');
        const good = versions.filter((text) => /^\d+\.\d/.test(text));
        for (const [i, version] of good.entries()) {
          const next = good[i + 1];
          if (next === undefined) continue;
          const compared = compareVersions(version, next);
          expect(isDescending ? compared >= 0 : compared <= 0).toBe(true);
        }
        const isOther = versions.map((text) => !/^\d+\.\d/.test(text));
        if (isOther.includes(true)) expect(isOther.indexOf(true)).toBe(good.length);
      }),
    );
  });
});

describe('a filter', () => {
  it('shows the rows that hold all words, of that component, with something to say, and no others', () => {
    fc.assert(
      fc.property(
        fleet,
        fc.constantFrom('', 'web', 'w b', '1. ci', '12'),
        fc.constantFrom('', 'client'),
        fc.boolean(),
        ({ rows, facts }, text, component, hasFinding) => {
          const filter = { text, component, hasFinding };
          const shown = arrangeRows(rows, undefined, filter, catalog, facts) ?? rows.map((_, i) => i);
          const expected = rows.filter((row) => {
            const all = `${row.name}\n${row.component}\n${row.version}`.toLowerCase();
            const status = facts.findings.get(row.id)?.status;
            return (
              text.split(' ').every((word) => all.includes(word)) &&
              (component === '' || row.component === component) &&
              (!hasFinding || status === 'incompatible' || status === 'unknown')
            );
          });
          expect(shown.map((i) => rows[i])).toEqual(expected);
        },
      ),
    );
  });
});
