import { expect, it } from 'vitest';
import { findFurthestBehind } from '../../engine/assessment/furthest-behind';
import { protocolsInUse } from '../../engine/assessment/protocols-in-use';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { describeHeld } from './describe-held';

const catalog = buildCatalog({
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1] } },
    { version: '2.0.0', protocols: { api: [1, 2] } },
    { version: '3.0.0', protocols: { api: [1, 3] } },
  ],
});

function tell(...clients: readonly Draft[]): readonly string[] {
  const { entries } = buildInventory(catalog, [
    { name: 's', component: 'server', version: '3.0.0' },
    ...clients.map((client) => ({ component: 'client', ...client })),
  ]);
  const inventory = buildInventory(catalog, entries);
  const byName = new Map(inventory.entries.map((entry) => [entry.name, entry]));
  return protocolsInUse(catalog, inventory).protocols.flatMap((use) =>
    describeHeld(
      findFurthestBehind(catalog, '3.0.0', use),
      'API',
      use.negotiated.length > 0,
      catalog,
      byName,
    ).map(
      (line) => `${line.lead}${line.before}${line.entries.map(({ name }) => name).join(', ')}${line.after}`,
    ),
  );
}

it('names the furthest behind first, and what could go once they moved', () => {
  expect(tell({ name: 'a', version: '1.0.0', count: 2 }, { name: 'b', version: '2.0.0' })).toEqual([
    'Furthest behind, at API 1: a (2 × Client). Once they use 2 or newer, API 1 could go.',
    'Then, at API 2: b (1 × Client). Once they and those before them use 3 or newer, API 1–2 could go.',
  ]);
});

it('says that nothing is certain while somebody is not known', () => {
  expect(tell({ name: 'a', version: '2.0.0' }, { name: 'odd', version: '2.5.0' })).toEqual([
    'Furthest behind, at API 2: a (1 × Client). Once they use 3 or newer, API 1–2 could go, as far as is known.',
    'Nothing is certain to go while it is not known what is spoken by odd, or by the server with them.',
  ]);
});

it('says that nobody is behind, and nothing where nobody uses it', () => {
  expect(tell({ name: 'a', version: '3.0.0' })).toEqual([
    'API 1–2 could go today: nobody here uses it.',
    'Nobody is behind: all that work with the server use the newest version that it offers.',
  ]);
  expect(tell()).toEqual([]);
});
