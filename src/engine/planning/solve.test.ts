/** Which of the plans that cost the same is it, and in which order are its steps? (engine.md, Best plans.) */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import type { Catalog, Goal } from '../model';
import { parseGoal } from '../parsing/parse-goal';
import { solve } from './solve';

function solutionOf(catalog: Catalog, entries: readonly Draft[], goal: Goal) {
  const inventory = buildInventory(catalog, entries);
  const parsed = parseGoal(goal, catalog, inventory);
  if (!parsed.ok) throw new Error("this test's goal is wrong");
  const solution = solve(catalog, inventory, parsed.value);
  if (solution === 'not-found') throw new Error('small fleets are planned for within any budget');
  return solution;
}

/** `1 server→2.0.0, 2 ci→2.0.0`; `blocked` where there is no plan. */
function stepsOf(catalog: Catalog, entries: readonly Draft[], goal: Goal): string {
  const solution = solutionOf(catalog, entries, goal);
  if (solution === undefined) return 'blocked';
  return solution.steps.map(({ stage, entry, from, to }) => `${stage} ${entry} ${from}→${to}`).join(', ');
}

const server = (version: string, fields: Draft = {}) => ({
  name: 'server',
  component: 'server',
  version,
  ...fields,
});
const client = (name: string, version: string, fields: Draft = {}) => ({
  name,
  component: 'client',
  version,
  ...fields,
});

/** Releases `1.0.0`, `2.0.0` … with these ranges of the one protocol. */
const ranged = (...ranges: readonly (readonly [number, number] | Draft)[]): Draft[] =>
  ranges.map((api, i) => ({
    version: `${i + 1}.0.0`,
    ...(Array.isArray(api) ? { protocols: { api } } : api),
  }));

describe('of plans that cost the same', () => {
  it('the one with the newest first stop is taken, then the newest second one', () => {
    // 5.0.0 takes servers of 3 and 4, these take servers of 1 and 2: four ways of two stops before the target.
    const hop = (upgradeFrom: string) => ({ protocols: { api: [1, 1] }, upgradeFrom });
    const catalog = buildCatalog({
      releases: ranged(
        [1, 1],
        hop('=1.0.0'),
        hop('=1.0.0'),
        hop('=2.0.0 || =3.0.0'),
        hop('=2.0.0 || =3.0.0'),
        hop('=4.0.0 || =5.0.0'),
      ),
    });
    expect(stepsOf(catalog, [server('1.0.0')], { target: '6.0.0' })).toBe(
      '1 server 1.0.0→3.0.0, 2 server 3.0.0→5.0.0, 3 server 5.0.0→6.0.0',
    );
  });

  it('the one with the newest versions of consumers is taken, from the first move on', () => {
    const catalog = buildCatalog({ releases: ranged([1, 1], [1, 2], [1, 2], [2, 2]) });
    // 4.0.0 does not work with the server as it is, 3.0.0 does.
    expect(stepsOf(catalog, [server('1.0.0'), client('ci', '1.0.0')], { target: '4.0.0' })).toBe(
      '1 ci 1.0.0→3.0.0, 2 server 1.0.0→4.0.0',
    );
  });

  it('an entry moves twice only where no version works from the start to the end', () => {
    const catalog = buildCatalog({
      releases: ranged([1, 1], [1, 2], { protocols: { api: [2, 3] }, components: { client: null } }, [3, 3]),
    });
    expect(stepsOf(catalog, [server('1.0.0'), client('ci', '1.0.0')], { target: '4.0.0' })).toBe(
      '1 ci 1.0.0→2.0.0, 2 server 1.0.0→3.0.0, 3 ci 2.0.0→4.0.0, 4 server 3.0.0→4.0.0',
    );
  });
});

describe('the steps', () => {
  const catalog = buildCatalog({
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['api'] },
    },
    disruption: ['app', 'server', 'client'],
    releases: ranged([1, 1], [1, 2], [1, 2], [2, 2]),
  });

  it('of one stage begin with what hurts least, then go by name; entries keep the version that each has', () => {
    const entries = [
      { name: 'zoo', component: 'app', version: '1.0.0' },
      { name: 'api', component: 'app', version: '1.0.0' },
      server('1.0.0'),
      client('ci', '1.0.0'),
      client('alone', '1.0.0', { count: 7 }),
    ];
    expect(stepsOf(catalog, entries, { target: '4.0.0' })).toBe(
      '1 alone 1.0.0→3.0.0, 1 ci 1.0.0→3.0.0, 1 api 1.0.0→3.0.0, 1 zoo 1.0.0→3.0.0, 2 server 1.0.0→4.0.0',
    );
  });

  it('of one stage go by name whoever is alike to the search', () => {
    const entries = [
      server('1.0.0'),
      client('c', '1.0.0'),
      client('b', '2.0.0', { protocols: { api: [1, 1] } }),
      client('a', '1.0.0'),
    ];
    expect(stepsOf(catalog, entries, { target: '4.0.0' })).toBe(
      '1 a 1.0.0→3.0.0, 1 b 2.0.0→3.0.0, 1 c 1.0.0→3.0.0, 2 server 1.0.0→4.0.0',
    );
  });

  it('of entries that are alike to the search are of their own versions', () => {
    const alike = buildCatalog({ releases: ranged([1, 1], [1, 1], [1, 2], [2, 2]) });
    const entries = [server('1.0.0'), client('b', '1.0.0', { count: 2 }), client('a', '2.0.0', { count: 5 })];
    const solution = solutionOf(alike, entries, { target: '4.0.0' });
    expect(solution?.steps.map(({ entry, from, to }) => `${entry} ${from}→${to}`)).toEqual([
      'a 2.0.0→3.0.0',
      'b 1.0.0→3.0.0',
      'server 1.0.0→4.0.0',
    ]);
    // In the order of disruption: the server's one and the clients' seven, or the other way round; then the steps.
    expect(solution?.cost).toEqual([1, 7, 3]);
    expect(solution?.bound).toEqual([1, 7, 3]);
  });

  it('share a stage where they may: what cannot wait takes along what may be done at that stop', () => {
    // The app has to move before 3.0.0, the client may move before 3.0.0 or before 4.0.0.
    const shared = buildCatalog({
      protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
      components: {
        server: { name: 'Server', role: 'server' },
        client: { name: 'Client', role: 'client', speaks: ['api'] },
        app: { name: 'App', role: 'agent', speaks: ['mesh'] },
      },
      disruption: ['app', 'server', 'client'],
      releases: [
        { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
        { version: '2.0.0', protocols: { api: [1, 2], mesh: [1, 2] }, upgradeFrom: '=1.0.0' },
        { version: '3.0.0', protocols: { api: [1, 2], mesh: [2, 2] }, upgradeFrom: '=2.0.0' },
        { version: '4.0.0', protocols: { api: [2, 2], mesh: [2, 2] }, upgradeFrom: '=3.0.0' },
      ],
    });
    const entries = [
      server('1.0.0'),
      client('ci', '1.0.0'),
      { name: 'web', component: 'app', version: '1.0.0' },
    ];
    expect(stepsOf(shared, entries, { target: '4.0.0' })).toBe(
      '1 server 1.0.0→2.0.0, 2 ci 1.0.0→4.0.0, 2 web 1.0.0→4.0.0, 3 server 2.0.0→3.0.0, 4 server 3.0.0→4.0.0',
    );
  });

  it('that only the wish asks for come when the server is there', () => {
    const entries = [
      server('2.0.0'),
      client('ci', '2.0.0'),
      { name: 'web', component: 'app', version: '1.0.0' },
    ];
    expect(stepsOf(catalog, entries, { target: '4.0.0', consumers: 'align' })).toBe(
      '1 web 1.0.0→4.0.0, 2 server 2.0.0→4.0.0, 3 ci 2.0.0→4.0.0',
    );
  });

  it('go to the version that the goal names, in two where that spares the server a stop', () => {
    const entries = [server('1.0.0'), client('ci', '1.0.0')];
    expect(stepsOf(catalog, entries, { target: '3.0.0', entries: { ci: '2.0.0' } })).toBe(
      '1 server 1.0.0→3.0.0, 2 ci 1.0.0→2.0.0',
    );
    expect(stepsOf(catalog, entries, { target: '4.0.0', entries: { ci: '4.0.0' } })).toBe(
      '1 ci 1.0.0→3.0.0, 2 server 1.0.0→4.0.0, 3 ci 3.0.0→4.0.0',
    );
    expect(stepsOf(catalog, entries, { target: '4.0.0', entries: { ci: '1.0.0' } })).toBe('blocked');
  });
});

describe('what moves', () => {
  /** A proxy with a line of its own beside the server's. */
  const catalog = buildCatalog({
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      proxy: {
        name: 'Proxy',
        role: 'agent',
        speaks: ['api'],
        releases: [
          { version: '20.0.0', protocols: { api: [1, 1] } },
          { version: '21.0.0', protocols: { api: [1, 2] } },
          { version: '22.0.0', protocols: { api: [1, 2] }, withdrawn: 'it loses data' },
          { version: '23.0.0-rc.1', protocols: { api: [1, 2] } },
        ],
      },
    },
    releases: ranged([1, 1], [1, 2], [2, 2]),
  });
  const proxy = (version: string, fields: Draft = {}) => ({
    name: 'edge',
    component: 'proxy',
    version,
    ...fields,
  });

  it('on a line of its own goes past the target of the server, but to no release that is withdrawn or too early', () => {
    expect(stepsOf(catalog, [server('1.0.0'), proxy('20.0.0')], { target: '3.0.0' })).toBe(
      '1 edge 20.0.0→21.0.0, 2 server 1.0.0→3.0.0',
    );
    expect(stepsOf(catalog, [server('1.0.0'), proxy('20.0.0')], { target: '3.0.0', prereleases: true })).toBe(
      '1 edge 20.0.0→23.0.0-rc.1, 2 server 1.0.0→3.0.0',
    );
  });

  it('does not come along on a line of its own, nor where it is pinned', () => {
    const entries = [
      server('2.0.0'),
      proxy('21.0.0'),
      client('old', '2.0.0', { pinned: 'in use' }),
      client('ci', '2.0.0'),
    ];
    expect(stepsOf(catalog, entries, { target: '3.0.0', consumers: 'align' })).toBe(
      '1 server 2.0.0→3.0.0, 2 ci 2.0.0→3.0.0',
    );
  });

  it('does not come along to a release that it may not be moved to', () => {
    const gap = buildCatalog({
      releases: ranged([1, 2], {
        protocols: { api: [1, 2] },
        avoid: [{ reason: 'it hangs', source: 's', components: ['client'] }],
      }),
    });
    const entries = [server('1.0.0'), client('ci', '1.0.0')];
    expect(stepsOf(gap, entries, { target: '2.0.0', consumers: 'align' })).toBe('1 server 1.0.0→2.0.0');
  });

  it('is not the server where it is pinned, unless it is there', () => {
    const pinned = [server('2.0.0', { pinned: 'frozen' }), client('ci', '1.0.0')];
    expect(stepsOf(catalog, pinned, { target: '3.0.0' })).toBe('blocked');
    expect(stepsOf(catalog, pinned, { target: '2.0.0' })).toBe('');
    expect(stepsOf(catalog, pinned, { target: '2.0.0', consumers: 'align' })).toBe('1 ci 1.0.0→2.0.0');
  });

  it('is the server alone where everything works with every version, which is known without looking further', () => {
    const entries = [server('1.0.0'), client('ci', '2.0.0')];
    expect(solutionOf(catalog, entries, { target: '2.0.0' })?.isFleetAtRest).toBe(true);
    expect(
      solutionOf(catalog, [server('1.0.0'), client('ci', '1.0.0')], { target: '3.0.0' })?.isFleetAtRest,
    ).toBe(false);
  });
});

describe('builders', () => {
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
    },
    disruption: ['app', 'server', 'client'],
    releases: [
      { version: '1.0.0', protocols: { api: [1, 9], mesh: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 9], mesh: [1, 2] } },
      { version: '3.0.0', protocols: { api: [1, 9], mesh: [2, 2] } },
    ],
  });
  const app = (name: string, version: string, fields: Draft = {}) => ({
    name,
    component: 'app',
    version,
    ...fields,
  });

  it('come first, in a stage of their own, and of those that would do the one that costs least', () => {
    const entries = [
      server('1.0.0'),
      client('many', '1.0.0', { count: 9 }),
      client('one', '1.0.0'),
      app('web', '1.0.0'),
    ];
    expect(stepsOf(catalog, entries, { target: '3.0.0' })).toBe(
      '1 one 1.0.0→3.0.0, 2 web 1.0.0→2.0.0, 3 server 1.0.0→3.0.0',
    );
  });

  it('of the same cost are taken by name', () => {
    const entries = [server('1.0.0'), client('b', '1.0.0'), client('a', '1.0.0'), app('web', '1.0.0')];
    const taken = solutionOf(catalog, entries, { target: '3.0.0' })?.steps.map(({ entry }) => entry);
    expect(taken).toEqual(['a', 'web', 'server']);
  });

  it('are not needed where one is far enough already, or what it builds comes from elsewhere', () => {
    const entries = [server('1.0.0'), client('old', '1.0.0'), client('new', '2.0.0'), app('web', '1.0.0')];
    expect(stepsOf(catalog, entries, { target: '3.0.0' })).toBe('1 web 1.0.0→2.0.0, 2 server 1.0.0→3.0.0');
    const external = [server('1.0.0'), client('old', '1.0.0'), app('web', '1.0.0', { source: 'external' })];
    expect(stepsOf(catalog, external, { target: '3.0.0' })).toBe('1 web 1.0.0→2.0.0, 2 server 1.0.0→3.0.0');
  });

  it('block what they build where they are pinned', () => {
    const entries = [server('1.0.0'), client('ci', '1.0.0', { pinned: 'in use' }), app('web', '1.0.0')];
    expect(stepsOf(catalog, entries, { target: '3.0.0' })).toBe('blocked');
  });
});

it('moves of one stage come in the order of disruption, then of names, however they are listed', () => {
  const catalog = buildCatalog({
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['api'] },
    },
    disruption: ['app', 'client'],
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '1.1.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 2] } },
      { version: '3.0.0', protocols: { api: [2, 2] } },
    ],
  });
  const app = { name: 'web', component: 'app', version: '1.0.0' };
  const entries = [server('2.0.0'), app, client('c', '1.0.0'), client('a', '1.0.0'), client('b', '1.1.0')];
  for (const listed of [entries, entries.toReversed()]) {
    expect(stepsOf(catalog, listed, { target: '3.0.0' })).toBe(
      '1 a 1.0.0→3.0.0, 1 b 1.1.0→3.0.0, 1 c 1.0.0→3.0.0, 1 web 1.0.0→3.0.0, 2 server 2.0.0→3.0.0',
    );
  }
});
