import { expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';

it('blames nobody who would be free if only another builder could move', () => {
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
    },
    releases: [
      {
        version: '1.0.0',
        protocols: { api: [3, 3], mesh: [1, 2] },
        components: { app: { protocols: { mesh: [2, 4] } } },
      },
      {
        version: '2.0.0',
        protocols: { api: [2, 2], mesh: [1, 1] },
        components: { client: { protocols: { api: [1, 2] } } },
      },
      { version: '3.0.0', protocols: { api: [2, 3], mesh: [1, 3] } },
      { version: '4.0.0', protocols: { api: [1, 1], mesh: [3, 4] } },
      { version: '5.0.0', protocols: { api: [3, 4], mesh: [2, 2] }, upgradeFrom: '>=2.0.0-0' },
    ],
  });
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: '1.0.0' },
    { name: 'e0', component: 'client', version: '1.0.0' },
    { name: 'e1', component: 'client', version: '1.0.0', pinned: 'vendor image' },
    { name: 'e2', component: 'app', version: '1.0.0' },
    { name: 'e3', component: 'app', version: '2.0.0', count: 3 },
  ]);
  const plan = planUpgrade(catalog, inventory, {
    target: '5.0.0',
    entries: { e0: '3.0.0', e2: '5.0.0' },
    allowSkips: true,
  });
  // e3 could be built by e0 if it had to be; e2 asks for what e0 is not to reach.
  expect(plan.causes).toMatchObject([
    { code: 'conflict', entry: 'e1' },
    {
      code: 'builder',
      entry: 'e2',
      needed: '5.0.0',
      held: [
        { entry: 'e0', version: '1.0.0', target: '3.0.0' },
        { entry: 'e1', version: '1.0.0', pinned: 'vendor image' },
      ],
    },
  ]);
  expect(plan.unblock.map((change) => [change.code, 'entry' in change && change.entry])).toEqual([
    ['entry-target', 'e0'],
    ['entry-target', 'e2'],
    ['unpin', 'e1'],
    ['retire', 'e2'],
  ]);
});
