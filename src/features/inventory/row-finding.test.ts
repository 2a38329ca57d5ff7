import { expect, it } from 'vitest';
import { assessEntry } from '../../engine/assessment/assess-inventory';
import { buildCatalog, buildInventory } from '../../testing/build';
import { findingOf } from './row-finding';

const catalog = buildCatalog({
  granularity: 'minor',
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1] } },
    { version: '1.0.1', protocols: { api: [1, 1] }, components: { client: null } },
    { version: '2.0.0', protocols: { api: [1, 1] }, components: { client: null } },
  ],
});

it.each([
  ['1.0.0', []],
  [
    '1.0.1',
    ['The catalog lists 1.0.1 for other components only, not for client. The facts of 1.0.0 stand in.'],
  ],
  ['1.0.2', ['The catalog does not list 1.0.2. The facts of 1.0.0 stand in.']],
  ['2.0.0', ['The catalog lists 2.0.0 for other components only, not for client.']],
  ['3.0.0', ['The catalog does not list 3.0.0.']],
])('says what the catalog lists of %s, and of which component', (version, said) => {
  const { entries, facts } = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    { name: 'ci', component: 'client', version },
  ]);
  const [server, entry] = entries;
  if (server === undefined || entry === undefined) throw new Error('there are two');
  const { remarks } = findingOf(catalog, assessEntry(catalog, facts, server, entry), entry, '1.0.0');
  expect(remarks.map(({ words }) => words).filter((words) => words.startsWith('The catalog'))).toEqual(said);
});
