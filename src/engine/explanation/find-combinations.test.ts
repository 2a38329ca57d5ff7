import { expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import type { Goal, Plan } from '../model';
import { planUpgrade } from '../plan-upgrade';

const components = {
  server: { name: 'Server', role: 'server' },
  client: { name: 'Client', role: 'client', speaks: ['api'] },
  kiosk: {
    name: 'Kiosk',
    role: 'agent',
    speaks: ['api'],
    releases: [{ version: '9.0.0', protocols: { api: [1, 1] } }],
  },
};
const catalogOf = (releases: readonly Draft[], more: Draft = {}) =>
  buildCatalog({ components, releases, ...more });

const rising = catalogOf([
  { version: '1.0.0', protocols: { api: [1, 2] } },
  { version: '1.5.0', protocols: { api: [1, 3] } },
  { version: '2.0.0', protocols: { api: [3, 3] } },
]);
const server = { name: 'server', component: 'server', version: '1.0.0' };
const ci = { name: 'ci', component: 'client', version: '1.0.0', pinned: 'vendor image' };
const hall = { name: 'hall', component: 'kiosk', version: '9.0.0' };

function planFor(catalog: typeof rising, entries: readonly Draft[], goal: Goal): Plan {
  return planUpgrade(catalog, buildInventory(catalog, entries), goal);
}

/** The offers of changes that have to be made together, but for their cost. */
function togetherOf({ unblock }: Plan) {
  return unblock.flatMap((offer) => (offer.code === 'together' ? [offer.changes] : []));
}

it('lets go of one and takes out another where each blocks on its own, and another target is not wanted', () => {
  const plan = planFor(rising, [server, ci, hall], { target: '2.0.0' });
  expect(plan.unblock[0]).toMatchObject({ code: 'target', target: '1.5.0' });
  expect(togetherOf(plan)).toEqual([
    [
      { code: 'unpin', entry: 'ci' },
      { code: 'retire', entry: 'hall' },
    ],
  ]);
  expect(plan.unblock[1]?.cost).toEqual({
    moved: [
      { component: 'server', instances: 1 },
      { component: 'client', instances: 1 },
    ],
    steps: 2,
  });
  expect(plan.unblockSearch).toBe('done');
});

const strict = catalogOf([
  { version: '1.0.0', protocols: { api: [1, 2] } },
  { version: '1.5.0', protocols: { api: [1, 3] }, upgradeFrom: '>=1.4.0' },
  { version: '2.0.0', protocols: { api: [3, 3] }, upgradeFrom: '>=1.4.0' },
]);

it('waives the hop rule for the server, and for whoever blocks then what asks least comes first', () => {
  expect(togetherOf(planFor(strict, [server, ci], { target: '2.0.0' }))).toEqual([
    [{ code: 'unpin', entry: 'ci' }, { code: 'allow-skips' }],
    [{ code: 'target', target: '1.5.0' }, { code: 'allow-skips' }],
  ]);
});

it('asks for another target where with it, and only with it, another change helps', () => {
  const plan = planFor(
    catalogOf([
      { version: '1.0.0', protocols: { api: [1, 1] } },
      {
        version: '1.1.0',
        protocols: { api: [1, 1] },
        components: { server: { protocols: { api: [2, 2] } }, client: { protocols: { api: [1, 2] } } },
      },
      { version: '1.2.0', protocols: { api: [2, 2] }, withdrawn: 'it loses data' },
    ]),
    [server, { ...ci, version: '1.0.0' }, hall],
    { target: '1.2.0' },
  );
  expect(togetherOf(plan)[0]?.map(({ code }) => code)).toContain('target');
});

it('offers no more than twelve changes at once', () => {
  const halls = (count: number) => Array.from({ length: count }, (_, i) => ({ ...hall, name: `hall-${i}` }));
  const [changes] = togetherOf(planFor(rising, [server, ...halls(12)], { target: '2.0.0' }));
  expect(changes?.map(({ code }) => code)).toEqual(Array.from({ length: 12 }, () => 'retire'));
  expect(togetherOf(planFor(rising, [server, ...halls(13)], { target: '2.0.0' }))).toEqual([]);
});

it('says where nothing that was tried helps, and where not all was tried', () => {
  const kiosk = { ...components.kiosk, builtWith: ['client'] };
  // Who builds others is no one to take out.
  const blockedWith = (count: number) => {
    const releases = Array.from({ length: count }, (_, i) => ({
      version: `1.${i}.0`,
      protocols: { api: i === 0 ? [1, 1] : [2, 2] },
    }));
    const catalog = catalogOf(releases, { components: { ...components, kiosk } });
    return planFor(catalog, [server, ci], { target: `1.${count - 1}.0` });
  };
  expect(blockedWith(2)).toMatchObject({ status: 'blocked', unblock: [], unblockSearch: 'done' });
  expect(blockedWith(1500)).toMatchObject({ status: 'blocked', unblock: [], unblockSearch: 'cut-short' });
});

it('offers one target with the same other changes, the nearest', () => {
  const catalog = catalogOf([
    { version: '1.0.0', protocols: { api: [1, 2] } },
    { version: '1.5.0', protocols: { api: [2, 3] } },
    { version: '1.6.0', protocols: { api: [2, 3] } },
    { version: '2.0.0', protocols: { api: [3, 3] } },
  ]);
  expect(togetherOf(planFor(catalog, [server, ci, hall], { target: '2.0.0' }))).toEqual([
    [
      { code: 'unpin', entry: 'ci' },
      { code: 'retire', entry: 'hall' },
    ],
    [
      { code: 'target', target: '1.6.0' },
      { code: 'retire', entry: 'hall' },
    ],
  ]);
});

it('lets the others stay where they need not come along, and only where they were asked to', () => {
  const catalog = catalogOf(
    [
      { version: '1.0.0', protocols: { api: [1, 2] } },
      { version: '2.0.0', protocols: { api: [2, 3] } },
    ],
    {
      incidents: [
        { id: 'i', component: 'client', versions: '2.0.0', severity: 'broken', summary: 's', source: 's' },
      ],
    },
  );
  const { pinned: _, ...free } = ci;
  const planTogether = (consumers: 'align' | 'keep') =>
    planFor(catalog, [server, free, { ...hall, pinned: 'x' }], { target: '2.0.0', consumers });
  expect(togetherOf(planTogether('align'))).toContainEqual([
    { code: 'keep' },
    { code: 'retire', entry: 'hall' },
  ]);
  expect(JSON.stringify(planTogether('keep').unblock)).not.toContain('keep');
});

it('of parts that block only together it changes those of one side, each in its way', () => {
  // One way takes clients that speak 1, the other those that speak 3; who speaks mesh has to stop on one of them.
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components: {
      server: components.server,
      client: components.client,
      kiosk: components.kiosk,
      proxy: { name: 'Proxy', role: 'agent', speaks: ['mesh'] },
      // So that no proxy can be taken out.
      app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['proxy'] },
    },
    releases: [
      ['1.0.0', [1, 3], [1, 1], [1, 1]],
      ['1.1.0', [1, 2], [1, 2], [3, 3]],
      ['1.2.0', [2, 3], [1, 2], [3, 3]],
      ['2.0.0', [1, 3], [2, 2], [3, 3]],
    ].map(([version, api, mesh, own]) => ({
      version,
      protocols: { api, mesh },
      components: {
        client: { protocols: { api: own } },
        proxy: { protocols: { mesh: version === '1.0.0' ? [1, 1] : [2, 2] } },
      },
    })),
  });
  const pinned = (name: string, version: string) => ({ name, component: 'client', version, pinned: 'x' });
  const plan = planFor(
    catalog,
    [
      server,
      { name: 'edge', component: 'proxy', version: '1.0.0' },
      pinned('old', '1.0.0'),
      hall,
      pinned('new-1', '1.2.0'),
      pinned('new-2', '1.2.0'),
    ],
    { target: '2.0.0' },
  );
  expect(plan.status).toBe('blocked');
  expect(plan.unblock.filter(({ code }) => code !== 'together')).toEqual([]);
  expect(togetherOf(plan)[0]).toEqual([
    { code: 'unpin', entry: 'old' },
    { code: 'retire', entry: 'hall' },
  ]);
});
