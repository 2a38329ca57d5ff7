/** What does the search get to see of an inventory? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { releaseLine } from '../compatibility/release-line';
import type { Catalog, Goal } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { buildFleet } from './build-fleet';
import { disruptionOrder } from './cost';
import { ANY_HOPS, FIRST } from './needs';
import { buildServerGraph } from './server-graph';

const components = {
  server: { name: 'Server', role: 'server' },
  client: { name: 'Client', role: 'client', speaks: ['api'] },
  app: { name: 'App', role: 'agent', speaks: ['api'] },
};
/** Nothing of 1.0.0 works with 4.0.0, and the other way round. */
const releases = [
  { version: '1.0.0', protocols: { api: [1, 1] } },
  { version: '2.0.0', protocols: { api: [1, 2] } },
  { version: '3.0.0', protocols: { api: [1, 2] } },
  { version: '4.0.0', protocols: { api: [2, 2] } },
];
const plain = buildCatalog({ components, disruption: ['app', 'server', 'client'], releases });
const building = buildCatalog({
  components: { ...components, app: { ...components.app, builtWith: ['client'] } },
  disruption: ['app', 'server', 'client'],
  releases,
});

function fleetOf(catalog: Catalog, consumers: readonly Draft[], goal: Omit<Goal, 'target'> = {}) {
  const inventory = buildInventory(catalog, [
    ...consumers,
    { name: 'server', component: 'server', version: '1.0.0' },
  ]);
  const parsed = requireGoal({ target: '4.0.0', ...goal }, catalog, inventory);
  const graph = buildServerGraph(releaseLine(catalog, 'server'), '1.0.0', parsed, {});
  if (graph === undefined) throw new Error('there is a way of the server');
  return buildFleet(catalog, inventory, parsed, graph, disruptionOrder(catalog, parsed));
}

const client = (name: string, version: string, fields: Draft = {}): Draft => ({
  name,
  component: 'client',
  version,
  ...fields,
});
const app = (name: string, version: string, fields: Draft = {}): Draft => ({
  ...client(name, version, fields),
  component: 'app',
});
const namesOf = ({ groups }: ReturnType<typeof fleetOf>) =>
  groups.map(({ members }) => members.map(({ name }) => name).join('+'));

describe('groups', () => {
  it('are of what nothing tells apart, with the sum of their counts', () => {
    const fleet = fleetOf(plain, [
      client('b', '1.0.0', { count: 2 }),
      client('a', '1.0.0', { count: 3 }),
      app('web', '1.0.0'),
    ]);
    expect(namesOf(fleet)).toEqual(['web', 'a+b']);
    expect(fleet.groups.map(({ instances, component }) => [instances, component])).toEqual([
      [1, 'app'],
      [5, 'client'],
    ]);
  });

  it('come in the order of disruption, then by name', () => {
    const entries = [
      client('c', '1.0.0'),
      client('b', '1.0.0', { pinned: 'in use' }),
      app('z', '1.0.0', { pinned: 'in use' }),
      app('y', '1.0.0'),
    ];
    expect(namesOf(fleetOf(plain, entries))).toEqual(['y', 'z', 'b', 'c']);
    expect(namesOf(fleetOf(plain, [...entries].reverse(), { disruption: ['client'] }))).toEqual([
      'b',
      'c',
      'y',
      'z',
    ]);
  });

  it.each<[what: string, fields: Draft, goal?: Omit<Goal, 'target'>]>([
    ['a pin', { pinned: 'in use' }],
    ['ranges of its own', { protocols: { api: [2, 2] } }],
    ['a goal of its own', {}, { entries: { b: '3.0.0' } }],
  ])('part by %s', (_, fields, goal) => {
    expect(namesOf(fleetOf(plain, [client('a', '1.0.0'), client('b', '1.0.0', fields)], goal))).toHaveLength(
      2,
    );
  });

  it('are the same in whatever order ranges are written', () => {
    const two = buildCatalog({
      protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
      components: { ...components, client: { ...components.client, speaks: ['api', 'mesh'] } },
      releases: releases.map(({ version, protocols }) => ({
        version,
        protocols: { ...protocols, mesh: protocols.api },
      })),
    });
    const protocols = { api: [1, 1], mesh: [1, 2] };
    const fleet = fleetOf(two, [
      client('a', '1.0.0', { protocols }),
      client('b', '1.0.0', { protocols: { mesh: protocols.mesh, api: protocols.api } }),
    ]);
    expect(namesOf(fleet)).toEqual(['a+b']);
  });

  it('join where only what makes no difference told them apart', () => {
    // From 1.0.0 and 2.0.0 of a client there is nothing worth moving to but 3.0.0 and 4.0.0.
    const shut = buildCatalog({
      components,
      releases: [{ version: '0.9.0', protocols: { api: [1, 1] } }, ...releases],
    });
    const fleet = fleetOf(shut, [client('a', '0.9.0'), client('b', '1.0.0')]);
    expect(namesOf(fleet)).toEqual(['a+b']);
    expect(fleet.groups[0]?.versions).toEqual(['0.9.0', '3.0.0', '4.0.0']);
  });

  it('leave out who works with every server and is where it is wanted', () => {
    const entries = [client('old', '1.0.0'), client('fine', '3.0.0')];
    expect(namesOf(fleetOf(plain, entries))).toEqual(['old']);
    expect(namesOf(fleetOf(plain, entries, { consumers: 'align' }))).toEqual(['fine', 'old']);
    expect(
      fleetOf(plain, entries, { entries: { fine: '3.0.0' } }).groups.map((g) => g.hasExactTarget),
    ).toEqual([false]);
    expect(
      fleetOf(plain, entries, { entries: { fine: '4.0.0' } }).groups.map((g) => g.hasExactTarget),
    ).toEqual([true, false]);
  });
});

describe('builders', () => {
  it('stay, each for itself, though they need not move, where something may have to be built', () => {
    const entries = [client('b', '3.0.0'), client('a', '3.0.0'), app('web', '1.0.0')];
    const fleet = fleetOf(building, entries);
    expect(namesOf(fleet)).toEqual(['web', 'a', 'b']);
    expect(fleet.groups.map(({ builders }) => builders)).toEqual([['client'], [], []]);
    expect([...fleet.builders]).toEqual([['client', '3.0.0']]);
    // Who builds 2.0.0 builds 3.0.0 as well; 4.0.0 has to wait for a client of its own.
    expect(fleet.groups[0]?.versions).toEqual(['1.0.0', '3.0.0', '4.0.0']);
    expect(namesOf(fleetOf(building, [client('a', '3.0.0'), app('web', '3.0.0')]))).toEqual([]);
  });

  it('tell apart what they build only where one of them could be in between', () => {
    const versionsOf = (name: string, component: Draft, entries: readonly Draft[]) => {
      const chain = buildCatalog({
        components: { ...components, app: { ...components.app, builtWith: ['client'] }, job: component },
        releases,
      });
      return fleetOf(chain, entries).groups.find(({ members }) => members[0]?.name === name)?.versions;
    };
    const job = { name: 'Job', role: 'agent', speaks: ['api'], builtWith: ['app'] };
    const night = { ...app('night', '1.0.0'), component: 'job' };
    // Clients have nowhere to go but 3.0.0 and 4.0.0.
    expect(versionsOf('web', job, [client('a', '1.0.0'), app('web', '1.0.0')])).toEqual([
      '1.0.0',
      '3.0.0',
      '4.0.0',
    ]);
    expect(versionsOf('web', job, [client('a', '2.0.0'), app('web', '1.0.0')])).toEqual([
      '1.0.0',
      '2.0.0',
      '3.0.0',
      '4.0.0',
    ]);
    // An app is built itself, so that it counts with every version.
    expect(versionsOf('night', job, [client('a', '1.0.0'), app('web', '1.0.0'), night])).toEqual([
      '1.0.0',
      '2.0.0',
      '3.0.0',
      '4.0.0',
    ]);
  });

  it('are as far as they can get: what they build is looked at up to there', () => {
    const versionsOf = (builder: Draft) =>
      fleetOf(building, [builder, app('web', '1.0.0')]).groups.find(({ component }) => component === 'app')
        ?.versions;
    expect(versionsOf(client('a', '2.0.0'))).toEqual(['1.0.0', '2.0.0', '3.0.0', '4.0.0']);
    expect(versionsOf(client('a', '2.0.0', { pinned: 'in use' }))).toEqual(['1.0.0', '2.0.0']);
  });

  it('are known by the highest version deployed', () => {
    for (const versions of [
      ['1.0.0', '3.0.0', '2.0.0'],
      ['3.0.0', '1.0.0'],
      ['2.0.0', '3.0.0'],
    ]) {
      const clients = versions.map((version, i) => client(`c${i}`, version));
      expect([...fleetOf(building, [...clients, app('web', '1.0.0')]).builders]).toEqual([
        ['client', '3.0.0'],
      ]);
    }
    expect([...fleetOf(plain, [client('a', '1.0.0'), app('web', '1.0.0')]).builders]).toEqual([]);
  });

  it('are of no account to what is built elsewhere', () => {
    const fleet = fleetOf(building, [client('a', '3.0.0'), app('web', '1.0.0', { source: 'external' })]);
    expect(namesOf(fleet)).toEqual(['web']);
    expect(fleet.groups[0]?.builders).toEqual([]);
    expect([...fleet.builders]).toEqual([]);
    const both = [app('own', '1.0.0'), app('theirs', '1.0.0', { source: 'external' }), client('a', '3.0.0')];
    expect(namesOf(fleetOf(building, both))).toEqual(['own', 'theirs', 'a']);
  });
});

describe('what is worth visiting', () => {
  const fleet = fleetOf(plain, [
    client('old', '1.0.0'),
    client('held', '1.0.0', { pinned: 'in use' }),
    app('new', '4.0.0'),
  ]);
  const groupOf = (name: string) => {
    const group = fleet.groups.find(({ members }) => members[0]?.name === name);
    if (group === undefined) throw new Error(`there is no ${name}`);
    return group;
  };

  it('is the newest server of each kind', () => {
    expect(fleet.graph).toEqual({
      versions: ['1.0.0', '3.0.0', '4.0.0'],
      hops: [[2, 1], [2], []],
      hopsLeft: [1, 1, 0],
    });
  });

  it('is of a consumer what it has, and above it what does what none above does; of a pinned one what it has', () => {
    expect(groupOf('old').versions).toEqual(['1.0.0', '3.0.0', '4.0.0']);
    expect(groupOf('old').compatible.map((row) => row.join(''))).toEqual(['110', '111', '011']);
    expect(groupOf('old').meetsGoal).toEqual([true, true, true]);
    expect(groupOf('held').versions).toEqual(['1.0.0']);
    expect(groupOf('new').versions).toEqual(['4.0.0']);
    expect(groupOf('new').compatible.map((row) => row.join(''))).toEqual(['011']);
  });

  it('takes the server at its word, for as long as it stays where it is', () => {
    const inventory = buildInventory(plain, [
      client('new', '4.0.0'),
      { name: 'server', component: 'server', version: '1.0.0', protocols: { api: [1, 2] } },
      client('old', '1.0.0'),
    ]);
    const goal = requireGoal({ target: '4.0.0' }, plain, inventory);
    const graph = buildServerGraph(releaseLine(plain, 'server'), '1.0.0', goal, {});
    if (graph === undefined) throw new Error('there is a way of the server');
    const { groups } = buildFleet(plain, inventory, goal, graph, disruptionOrder(plain, goal));
    // So nothing is wrong with what is new, and only the old one has to be looked after.
    expect(groups.map(({ members }) => members[0]?.name)).toEqual(['old']);
  });

  it('comes with what is needed from there', () => {
    const { movesFirst, hopsFirst } = groupOf('old');
    // One move and one hop; once moved to 3.0.0 one hop; at the target one move.
    expect([movesFirst(0, 0, ANY_HOPS), hopsFirst(0, 0)]).toEqual([FIRST + 1, FIRST + 1]);
    expect([movesFirst(0, 1, ANY_HOPS), hopsFirst(0, 1)]).toEqual([1, FIRST]);
    expect([movesFirst(2, 0, ANY_HOPS), hopsFirst(2, 0)]).toEqual([FIRST, 1]);
    expect(movesFirst(0, 0, ANY_HOPS)).toBe(movesFirst(0, 0, 0));
  });
});
