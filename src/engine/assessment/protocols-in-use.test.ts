/** What is spoken where something does not work, or is not known? */
import { expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { protocolsInUse } from './protocols-in-use';

const range = (api: readonly [number, number]) => ({ protocols: { api } });

it('who clashes is listed with the numbers, whose range is not known without; an incident is of no protocol', () => {
  const catalog = buildCatalog({
    releases: [
      { version: '1.0.0', ...range([2, 3]) },
      { version: '2.0.0', ...range([2, 3]) },
    ],
    incidents: [
      { id: 'i', component: 'client', versions: '2.0.0', severity: 'broken', summary: 's', source: 's' },
    ],
  });
  const client = (name: string, version: string, count: number, api?: readonly [number, number]) => ({
    name,
    component: 'client',
    version,
    count,
    ...(api && range(api)),
  });
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    client('new', '1.0.0', 5, [3, 9]),
    client('known', '2.0.0', 4),
    client('old', '1.0.0', 3, [1, 1]),
    client('odd', '7.0.0', 2),
    client('wide', '1.0.0', 1, [1, 9]),
  ]);
  expect(protocolsInUse(catalog, inventory).protocols).toEqual([
    {
      protocol: 'api',
      server: [2, 3],
      spoken: [
        { range: null, entries: ['odd'], instances: 2 },
        { range: [1, 1], entries: ['old'], instances: 3 },
        { range: [2, 3], entries: ['known'], instances: 4 },
        { range: [1, 9], entries: ['wide'], instances: 1 },
        { range: [3, 9], entries: ['new'], instances: 5 },
      ],
      negotiated: [{ version: 3, entries: ['new', 'known', 'wide'], instances: 10 }],
      clashing: [
        {
          entry: 'old',
          instances: 3,
          clash: {
            kind: 'protocol',
            protocol: 'api',
            consumer: [1, 1],
            server: [2, 3],
            outdated: 'client-outdated',
          },
        },
        { entry: 'odd', instances: 2, clash: { kind: 'unknown', protocol: 'api', missing: 'consumer' } },
      ],
    },
  ]);
});

it('who clashes over one protocol is not listed with another', () => {
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api', 'mesh'] },
    },
    releases: [{ version: '1.0.0', protocols: { api: [1, 1], mesh: [2, 2] } }],
  });
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    { name: 'ci', component: 'client', version: '1.0.0', protocols: { mesh: [1, 1] } },
  ]);
  expect(
    protocolsInUse(catalog, inventory).protocols.map(({ protocol, negotiated, clashing }) => [
      protocol,
      negotiated.map(({ version }) => version),
      clashing.map(({ entry }) => entry),
    ]),
  ).toEqual([
    ['api', [1], []],
    ['mesh', [], ['ci']],
  ]);
});
