import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import type { Goal, Unblock } from '../model';
import { planUpgrade } from '../plan-upgrade';

function catalogOf(releases: readonly Draft[], more: Draft = {}) {
  return buildCatalog({
    protocols: { api: { name: 'API' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      proxy: {
        name: 'Proxy',
        role: 'agent',
        speaks: ['api'],
        releases: [
          { version: '19.0.0', protocols: { api: [1, 1] } },
          { version: '20.0.0', protocols: { api: [1, 2] } },
          { version: '21.0.0', protocols: { api: [3, 3] } },
        ],
      },
    },
    releases,
    ...more,
  });
}

const rising = catalogOf([
  { version: '1.0.0', protocols: { api: [1, 2] } },
  { version: '1.5.0', protocols: { api: [1, 3] } },
  { version: '2.0.0', protocols: { api: [3, 3] } },
]);
const server = { name: 'server', component: 'server', version: '1.0.0' };
const ci = { name: 'ci', component: 'client', version: '1.0.0' };

function offersOf(catalog: ReturnType<typeof catalogOf>, entries: readonly Draft[], goal: Goal): Unblock[] {
  const { unblock } = planUpgrade(catalog, buildInventory(catalog, entries), goal);
  return unblock.map(({ cost: _, ...change }) => change);
}

describe('pins', () => {
  it('are let go together where none of them stands alone in the way, the server among them', () => {
    const entries = [
      { ...server, pinned: 'frozen' },
      { ...ci, pinned: 'vendor image' },
      { name: 'harmless', component: 'client', version: '1.0.0', pinned: 'x', protocols: { api: [1, 9] } },
    ];
    expect(offersOf(rising, entries, { target: '2.0.0' })[0]).toEqual({
      code: 'unpin',
      entry: 'ci',
      also: ['server'],
    });
  });

  it('of a server that is where it should be stay', () => {
    const entries = [
      { ...server, version: '2.0.0', pinned: 'frozen' },
      { ...ci, pinned: 'x' },
      { ...ci, name: 'laptops', pinned: 'y' },
    ];
    expect(offersOf(rising, entries, { target: '2.0.0' })[0]).toEqual({
      code: 'unpin',
      entry: 'ci',
      also: ['laptops'],
    });
  });

  it('are let go by twos where two are enough, whatever else is pinned', () => {
    const forked = catalogOf([
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '1.1.0', protocols: { api: [1, 2] }, components: { client: null } },
      { version: '2.0.0', protocols: { api: [2, 2] } },
    ]);
    const pinned = (name: string, more: Draft = {}) => ({ ...ci, name, pinned: 'x', ...more });
    const entries = [server, pinned('a'), pinned('b', { protocols: { api: [1, 2] } }), pinned('c')];
    expect(offersOf(forked, entries, { target: '2.0.0' })[0]).toEqual({
      code: 'unpin',
      entry: 'a',
      also: ['c'],
    });
  });
});

describe('where all are to come along', () => {
  const catalog = catalogOf(
    [
      { version: '1.0.0', protocols: { api: [1, 2] } },
      { version: '2.0.0', protocols: { api: [1, 3] } },
    ],
    {
      incidents: [
        {
          id: 'broken',
          component: 'client',
          versions: '>=2.0.0',
          severity: 'broken',
          summary: 's',
          source: 'https://example.com',
        },
      ],
    },
  );

  it('one may stay, or all', () => {
    expect(offersOf(catalog, [server, ci], { target: '2.0.0', consumers: 'align' })).toEqual([
      { code: 'entry-target', entry: 'ci', target: '1.0.0' },
      { code: 'keep' },
      { code: 'retire', entry: 'ci' },
    ]);
  });
});

describe('a range that is not known', () => {
  const custom = { ...ci, version: '1.0.9', pinned: 'own build' };

  it('is to be looked up where it could be the one that is needed', () => {
    expect(offersOf(rising, [server, custom], { target: '1.5.0' })[0]).toEqual({
      code: 'look-up',
      entry: 'ci',
      protocols: { api: [1, 3] },
    });
  });

  it('is not asked for where no range would do', () => {
    const far = { ...custom, version: '3.0.0' };
    const incidents = [
      { id: 'i', component: 'client', severity: 'broken', summary: 's', source: 'https://example.com' },
    ];
    const broken = catalogOf(
      [
        { version: '1.0.0', protocols: { api: [1, 2] } },
        { version: '1.5.0', protocols: { api: [1, 3] } },
      ],
      { incidents },
    );
    expect(offersOf(broken, [server, far], { target: '1.5.0' }).map(({ code }) => code)).not.toContain(
      'look-up',
    );
  });
});

it('puts back what is too new for the server, to the newest that is not', () => {
  const entries = [server, { name: 'edge', component: 'proxy', version: '21.0.0' }];
  expect(offersOf(rising, entries, { target: '1.0.0' })).toEqual([
    { code: 'target', target: '1.5.0' },
    { code: 'put-back', entry: 'edge', version: '20.0.0' },
    { code: 'retire', entry: 'edge' },
  ]);
});

describe('a line of its own', () => {
  const jump = catalogOf([
    { version: '1.0.0', protocols: { api: [1, 2] } },
    { version: '2.0.0', protocols: { api: [3, 3] } },
  ]);
  const edge = { name: 'edge', component: 'proxy', version: '19.0.0' };

  it('is moved to a newer release by hand where the plan cannot, which says that it breaks until then', () => {
    // Only 21 works with the target, and it does not work before.
    const offers = offersOf(jump, [server, edge], { target: '2.0.0', consumers: 'keep' });
    expect(offers).toContainEqual({ code: 'move', entry: 'edge', version: '21.0.0', worksNow: false });
    expect(offers.map(({ code }) => code)).toEqual(['move', 'retire']);
  });

  it('is not moved past the version that the goal asks of it, nor where it is pinned, nor on the server’s line', () => {
    const goal = { target: '2.0.0', entries: { edge: '20.0.0' } };
    expect(offersOf(jump, [server, edge], goal).map(({ code }) => code)).not.toContain('move');
    const pinned = { ...edge, pinned: 'x' };
    for (const entry of [pinned, { ...ci, pinned: 'x' }])
      expect(offersOf(jump, [server, entry], { target: '2.0.0' }).map(({ code }) => code)).not.toContain(
        'move',
      );
  });

  it('is not moved to a newer release that others would have to build', () => {
    const components = {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      proxy: {
        name: 'Proxy',
        role: 'agent',
        speaks: ['api'],
        builtWith: ['client'],
        releases: [
          { version: '19.0.0', protocols: { api: [1, 1] } },
          { version: '21.0.0', protocols: { api: [3, 3] } },
        ],
      },
    };
    const built = catalogOf(
      [
        { version: '1.0.0', protocols: { api: [1, 2] } },
        { version: '2.0.0', protocols: { api: [3, 3] } },
      ],
      { components },
    );
    const builder = { ...ci, protocols: { api: [1, 3] } };
    expect(
      offersOf(built, [server, builder, edge], { target: '2.0.0' }).map(({ code }) => code),
    ).not.toContain('move');
    expect(offersOf(built, [server, edge], { target: '2.0.0' }).map(({ code }) => code)).toContain('move');
  });
});

it('offers another target where the goal names the one that is not reached for the server too', () => {
  const goal = { target: '2.0.0', entries: { server: '2.0.0' } };
  const entries = [server, { ...ci, pinned: 'vendor image' }];
  expect(offersOf(rising, entries, goal)).toContainEqual({ code: 'target', target: '1.5.0' });
});

it('finds the nearest target that works for who cannot move, however far it is', () => {
  const releases = Array.from({ length: 2000 }, (_, i) => ({
    version: `1.${i}.0`,
    protocols: { api: i === 0 ? [1, 1] : [i === 137 ? 1 : 8, 9] },
  }));
  const catalog = catalogOf(releases);
  expect(offersOf(catalog, [server, { ...ci, pinned: 'x' }], { target: '1.1999.0' })).toContainEqual({
    code: 'target',
    target: '1.137.0',
  });
});

it('never offers to stay where it is as another target', () => {
  const entries = [{ ...server, pinned: 'frozen' }, ci];
  expect(offersOf(rising, entries, { target: '1.5.0' })).toEqual([{ code: 'unpin', entry: 'server' }]);
});
