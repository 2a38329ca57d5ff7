/** Of what blocks together: which pins have to go, and what an entry's own goal has to do with it. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';

const components = {
  server: { name: 'Server', role: 'server' },
  client: { name: 'Client', role: 'client', speaks: ['api'] },
  app: { name: 'App', role: 'agent', speaks: ['mesh'] },
};
const pinned = (name: string, component: string): Draft => ({
  name,
  component,
  version: '1.0.0',
  pinned: 'in use',
});
const server = { name: 'server', component: 'server', version: '1.0.0' };

it('of pins none of which blocks alone, no more are let go than open one of two ways', () => {
  const serverOnly = { components: { client: null, app: null }, upgradeFrom: '=1.0.0' };
  // Over 1.1.0 clients of 1.0.0 are lost, over 1.2.0 apps are.
  const forked = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components,
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
      { version: '1.1.0', protocols: { api: [2, 2], mesh: [1, 1] }, ...serverOnly },
      { version: '1.2.0', protocols: { api: [1, 1], mesh: [2, 2] }, ...serverOnly },
      { version: '2.0.0', protocols: { api: [1, 2], mesh: [1, 2] }, upgradeFrom: '=1.1.0 || =1.2.0' },
    ],
  });
  const entries = [pinned('a', 'client'), pinned('b', 'app'), pinned('c', 'client'), pinned('d', 'app')];
  const blocked = planUpgrade(forked, buildInventory(forked, [server, ...entries]), { target: '2.0.0' });
  expect(blocked.causes.map((cause) => [cause.code, 'entry' in cause && cause.entry])).toEqual([
    ['conflict', expect.stringMatching(/^[ac]$/)],
    ['conflict', expect.stringMatching(/^[bd]$/)],
    ['hop', false],
  ]);
  const [first] = blocked.unblock.filter(({ code }) => code === 'unpin');
  expect(first).toMatchObject({ code: 'unpin', entry: 'b', also: ['d'] });
  // Three of them, of which one opens no way that the others don't.
  const three = planUpgrade(forked, buildInventory(forked, [server, ...entries.slice(0, 3)]), {
    target: '2.0.0',
  });
  expect(three.unblock.filter(({ code }) => code === 'unpin')).toMatchObject([{ entry: 'b' }]);
});

it('of entries that differ in the pin alone only the pinned one blocks on its own', () => {
  const catalog = buildCatalog({
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 2] } },
      { version: '3.0.0', protocols: { api: [2, 2] } },
    ],
  });
  const free = { name: 'b', component: 'client', version: '1.0.0' };
  const plan = planUpgrade(catalog, buildInventory(catalog, [server, free, pinned('a', 'client')]), {
    target: '3.0.0',
  });
  expect(plan.causes).toMatchObject([{ code: 'entry', entry: 'a' }]);
  expect(plan.alsoBlocking).toEqual([]);
});

it('where all come along, that one cannot is the goal of it', () => {
  const catalog = buildCatalog({
    releases: [
      { version: '1.0.0', protocols: { api: [1, 2] } },
      { version: '2.0.0', protocols: { api: [1, 3] } },
    ],
    incidents: [
      { id: 'i', component: 'client', versions: '>=2.0.0', severity: 'broken', summary: 's', source: 's' },
    ],
  });
  const ci = { name: 'ci', component: 'client', version: '1.0.0' };
  const plan = planUpgrade(catalog, buildInventory(catalog, [server, ci]), {
    target: '2.0.0',
    consumers: 'align',
  });
  expect(plan.causes).toEqual([
    {
      code: 'entry-goal',
      entry: 'ci',
      component: 'client',
      version: '1.0.0',
      target: '2.0.0',
      server: '2.0.0',
      clash: { kind: 'incident', incident: 'i' },
    },
  ]);
});

describe('a version that the goal names', () => {
  const catalog = buildCatalog({
    components,
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
      { version: '1.1.0', protocols: { api: [1, 1], mesh: [1, 1] }, withdrawn: 'it loses data' },
      { version: '1.2.0-rc.1', protocols: { api: [1, 1], mesh: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
    ],
  });
  const ci = { name: 'ci', component: 'client', version: '1.0.0' };
  const causesOf = (target: string, entry: Draft = ci) =>
    planUpgrade(catalog, buildInventory(catalog, [server, entry]), {
      target: '2.0.0',
      entries: { ci: target },
    }).causes;

  it('and nobody may be moved to is a cause, with what is wrong with it where the catalog says so', () => {
    expect(causesOf('1.1.0')).toEqual([
      {
        code: 'entry-goal',
        entry: 'ci',
        component: 'client',
        version: '1.0.0',
        target: '1.1.0',
        refusal: 'withdrawn',
        detail: 'it loses data',
      },
    ]);
    expect(causesOf('1.2.0-rc.1')).toEqual([
      {
        code: 'entry-goal',
        entry: 'ci',
        component: 'client',
        version: '1.0.0',
        target: '1.2.0-rc.1',
        refusal: 'prerelease',
      },
    ]);
  });

  it('is a cause with the pin where that alone keeps the entry from it', () => {
    expect(causesOf('2.0.0', { ...ci, pinned: 'in use' })).toEqual([
      {
        code: 'entry-goal',
        entry: 'ci',
        component: 'client',
        version: '1.0.0',
        pinned: 'in use',
        target: '2.0.0',
      },
    ]);
  });
});
