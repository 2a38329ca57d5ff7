/** The law of what is said of rows: what was known of them before changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessInventory } from '../engine/assessment/assess-inventory';
import { findingOf } from '../features/inventory/row-finding';
import { type DraftRow, EMPTY_ROW } from '../session/inputs';
import { readDraft } from '../session/read-draft';
import { buildCatalog } from '../testing/build';
import { fewerRuns } from '../testing/runs';
import { findAll } from './row-findings';

const catalogs = [
  buildCatalog({
    facts: { site: { question: 'Where?', options: { here: 'Here', there: 'There' } } },
    releases: ['1.0.0', '1.1.0', '2.0.0'].map((version, i) => ({
      version,
      protocols: { api: [i + 1, i + 2] },
    })),
    incidents: [
      {
        id: 'odd',
        summary: 'They do not get along there.',
        severity: 'broken',
        component: 'client',
        versions: '1.1.0',
        server: '1.1.0',
        if: { site: ['there'] },
        source: 'made up',
      },
    ],
  }),
  buildCatalog({
    releases: ['1.0.0', '1.1.0', '2.0.0'].map((version) => ({ version, protocols: { api: [1, 1] } })),
  }),
];
const versions = fc.constantFrom('1.0.0', '1.1.0', '2.0.0', '2.1.0', 'latest');
const START: readonly DraftRow[] = ['server', 'a', 'b', 'c'].map((name, i) => ({
  ...EMPTY_ROW,
  id: name,
  name,
  component: i === 0 ? 'server' : 'client',
  version: '1.0.0',
}));

it('of rows that change one after the other the same is said as of rows never seen', () => {
  const moves = fc.array(
    fc.record({
      row: fc.nat({ max: 3 }),
      version: versions,
      site: fc.constantFrom('here', 'there', undefined),
      catalog: fc.nat({ max: 1 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(moves, (all) => {
      let rows = START;
      for (const { row, version, site, catalog: which } of all) {
        const catalog = catalogs[which];
        if (catalog === undefined) throw new Error('no such catalog');
        rows = rows.map((before, i) => (i === row ? { ...before, version } : before));
        const facts = site === undefined || which === 1 ? {} : { site };
        const draft = readDraft({ rows, facts, inventoryName: '' }, catalog);
        const { sound } = draft;
        const fresh =
          sound === undefined
            ? []
            : assessInventory(catalog, sound.inventory).map((assessment, i) => {
                const entry = sound.inventory.entries[i];
                if (entry === undefined) throw new Error('no such entry');
                const server = sound.inventory.entries.find(({ component }) => component === 'server');
                return [
                  sound.rowIds[i],
                  findingOf(catalog, assessment, entry, server?.version ?? ''),
                ] as const;
              });
        expect([...findAll(catalog, draft)]).toEqual(fresh);
      }
    }),
    { numRuns: fewerRuns(4) },
  );
});
