/** The whole of what each assessment says, field by field, for a small fleet with one of everything. */
import { expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';
import { assessInventory } from './assess-inventory';
import { protocolsInUse } from './protocols-in-use';
import { reach } from './reach';
import { tracePlan } from './trace-plan';

const build = () => {
  const catalog = buildCatalog({
    granularity: 'minor',
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' }, logs: { name: 'Logs' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['mesh', 'api'] },
      tool: { name: 'Tool', role: 'client' },
    },
    disruption: ['app', 'server', 'client'],
    incidents: [
      {
        id: 'refused',
        component: 'tool',
        severity: 'broken',
        versions: '3.0.0',
        server: '1.0.0',
        summary: 's',
        source: 's',
      },
      { id: 'slow', component: 'client', severity: 'degraded', server: '1.0.0', summary: 's', source: 's' },
    ],
    releases: [
      { version: '1.0.0', date: '2026-01-01', protocols: { api: [1, 3], mesh: [1, 1] } },
      { version: '2.0.0', protocols: { api: [2, 4], mesh: [1, 2] } },
      {
        version: '3.0.0',
        date: '2026-03-01',
        upgradeFrom: '>=2.0.0',
        protocols: { api: [3, 5], mesh: [2, 3] },
      },
    ],
  });
  const inventory = buildInventory(catalog, [
    { name: 'client-1', component: 'client', version: '1.0.2', count: 2, protocols: { api: [1, 2] } },
    { name: 'server', component: 'server', version: '1.0.0' },
    { name: 'client-2', component: 'client', version: '1.0.0', count: 3, protocols: { api: [2, 2] } },
    { name: 'client-3', component: 'client', version: '1.0.4', count: 4 },
    { name: 'web', component: 'app', version: '1.0.0', count: 7 },
  ]);
  return { catalog, inventory };
};

it('assessInventory', () => {
  const { catalog, inventory } = build();
  const client = { status: 'compatible', clashes: [], degraded: ['slow'] };
  expect(assessInventory(catalog, inventory)).toStrictEqual([
    { entry: 'client-1', listed: false, inferredFrom: '1.0.0', ...client, negotiated: { api: 2 } },
    { entry: 'server', listed: true, status: 'server', clashes: [], degraded: [], negotiated: {} },
    { entry: 'client-2', listed: true, ...client, negotiated: { api: 2 } },
    { entry: 'client-3', listed: false, inferredFrom: '1.0.0', ...client, negotiated: { api: 3 } },
    {
      entry: 'web',
      listed: true,
      status: 'compatible',
      clashes: [],
      degraded: [],
      negotiated: { mesh: 1, api: 3 },
    },
  ]);
});

it('protocolsInUse: oldest first, what is not known before all, and who does not get through', () => {
  const { catalog } = build();
  const inventory = buildInventory(catalog, [
    { name: 'c5', component: 'client', version: '3.0.0', count: 6 },
    { name: 'c9', component: 'client', version: '9.0.0', count: 7 },
    { name: 'c3', component: 'client', version: '1.0.0', count: 2 },
    { name: 'c1', component: 'client', version: '1.0.0', count: 1, protocols: { api: [1, 1] } },
    { name: 'c23', component: 'client', version: '1.0.0', count: 3, protocols: { api: [2, 3] } },
    { name: 'c8', component: 'client', version: '9.0.0', count: 4, protocols: { api: [8, 8] } },
    { name: 'server', component: 'server', version: '1.0.0' },
    { name: 'broken', component: 'tool', version: '3.0.0', count: 9 },
    { name: 'web', component: 'app', version: '3.0.0', count: 5 },
  ]);
  const unknown = { kind: 'unknown', protocol: 'api', missing: 'consumer' };
  const tooNew = {
    kind: 'protocol',
    protocol: 'api',
    consumer: [8, 8],
    server: [1, 3],
    outdated: 'server-outdated',
  };
  const tooNewMesh = {
    kind: 'protocol',
    protocol: 'mesh',
    consumer: [2, 3],
    server: [1, 1],
    outdated: 'server-outdated',
  };
  expect(protocolsInUse(catalog, inventory)).toStrictEqual({
    protocols: [
      {
        protocol: 'api',
        server: [1, 3],
        spoken: [
          { range: null, entries: ['c9'], instances: 7 },
          { range: [1, 1], entries: ['c1'], instances: 1 },
          { range: [1, 3], entries: ['c3'], instances: 2 },
          { range: [2, 3], entries: ['c23'], instances: 3 },
          { range: [3, 5], entries: ['c5', 'web'], instances: 11 },
          { range: [8, 8], entries: ['c8'], instances: 4 },
        ],
        negotiated: [
          { version: 1, entries: ['c1'], instances: 1 },
          { version: 3, entries: ['c5', 'c3', 'c23', 'web'], instances: 16 },
        ],
        clashing: [
          { entry: 'c9', instances: 7, clash: unknown },
          { entry: 'c8', instances: 4, clash: tooNew },
        ],
      },
      {
        protocol: 'mesh',
        server: [1, 1],
        spoken: [{ range: [2, 3], entries: ['web'], instances: 5 }],
        negotiated: [],
        clashing: [{ entry: 'web', instances: 5, clash: tooNewMesh }],
      },
      { protocol: 'logs', server: null, spoken: [], negotiated: [], clashing: [] },
    ],
  });
});

it('reach', () => {
  const { catalog, inventory } = build();
  const found = reach(catalog, inventory);
  expect(
    found.map(({ version, date, status, hops, causes }) => [version, date, status, hops, causes]),
  ).toEqual([
    ['1.0.0', '2026-01-01', 'here', 0, []],
    ['2.0.0', undefined, 'standard', 1, []],
    ['3.0.0', '2026-03-01', 'moves', 2, []],
  ]);
  expect(found.map((release) => 'date' in release)).toEqual([true, false, true]);
  // client-3 speaks what 3.0.0 still takes.
  expect(found.map(({ moved }) => moved)).toEqual([
    [],
    [],
    [
      { component: 'app', instances: 7 },
      { component: 'client', instances: 5 },
    ],
  ]);
});

it('tracePlan', () => {
  const { catalog, inventory } = build();
  const two = { ...inventory, entries: inventory.entries.slice(0, 2) };
  const plan = planUpgrade(catalog, two, { target: '3.0.0' });
  // Stages count, not the order in which steps are listed.
  const [now, first, , last] = tracePlan(catalog, two, { steps: [...plan.steps].reverse() });
  const server = (version: string, api: [number, number], mesh: [number, number], moved: boolean) => ({
    entry: 'server',
    component: 'server',
    version,
    moved,
    ranges: { api, mesh, logs: null },
    status: 'server',
    negotiated: {},
    clashes: [],
    degraded: [],
  });
  const client = { entry: 'client-1', component: 'client', status: 'compatible', clashes: [] };
  expect([now, first, last]).toStrictEqual([
    {
      stage: 0,
      server: '1.0.0',
      serverRanges: { api: [1, 3], mesh: [1, 1], logs: null },
      entries: [
        {
          ...client,
          version: '1.0.2',
          moved: false,
          ranges: { api: [1, 2] },
          negotiated: { api: 2 },
          degraded: ['slow'],
        },
        server('1.0.0', [1, 3], [1, 1], false),
      ],
    },
    {
      stage: 1,
      server: '2.0.0',
      serverRanges: { api: [2, 4], mesh: [1, 2], logs: null },
      entries: [
        {
          ...client,
          version: '1.0.2',
          moved: false,
          ranges: { api: [1, 2] },
          negotiated: { api: 2 },
          degraded: [],
        },
        server('2.0.0', [2, 4], [1, 2], true),
      ],
    },
    {
      stage: 3,
      server: '3.0.0',
      serverRanges: { api: [3, 5], mesh: [2, 3], logs: null },
      entries: [
        {
          ...client,
          version: '3.0.0',
          moved: false,
          ranges: { api: [3, 5] },
          negotiated: { api: 5 },
          degraded: [],
        },
        server('3.0.0', [3, 5], [2, 3], true),
      ],
    },
  ]);
});
