/** Which of the parts that build are moved for the sake of what they build, and what of it could be left out? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import type { Goal } from '../model';
import { planUpgrade } from '../plan-upgrade';

/** Clients build apps; everything works with everything but for clients of 1.0.0, which the server of 3.0.0 drops. */
const catalog = buildCatalog({
  protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    robot: { name: 'Robot', role: 'client', speaks: ['api'] },
    app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client', 'robot'] },
  },
  disruption: ['app', 'server', 'client', 'robot'],
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
    { version: '2.0.0', protocols: { api: [1, 2], mesh: [1, 1] } },
    { version: '3.0.0', protocols: { api: [2, 2], mesh: [1, 1] } },
  ],
});
const server = (version: string): Draft => ({ name: 'server', component: 'server', version });
const client = (name: string, version: string, count = 1): Draft => ({
  name,
  component: 'client',
  version,
  count,
});
const app = (name: string, version: string): Draft => ({ name, component: 'app', version });

/** Apps of 1.0.0 are lost at the server of 3.0.0; clients never are. */
const dropping = buildCatalog({
  protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
  },
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
    { version: '2.0.0', protocols: { api: [1, 1], mesh: [1, 2] } },
    { version: '3.0.0', protocols: { api: [1, 1], mesh: [2, 2] } },
  ],
});

/** `ci→3.0.0 builder web 3.0.0`; in brackets what could be left out. */
function stepsOf(entries: readonly Draft[], goal: Goal, of = catalog): string[] {
  return planUpgrade(of, buildInventory(of, entries), goal).steps.map(({ entry, to, reason, required }) => {
    const built = reason?.code === 'builder' ? ` ${reason.entry} ${reason.version}` : '';
    const text = `${entry}→${to} ${reason?.code}${built}`;
    return required ? text : `(${text})`;
  });
}

describe('where all come along', () => {
  it('of several builders the one with the fewest instances is needed for what the goal names', () => {
    const entries = [
      server('2.0.0'),
      client('ci', '2.0.0', 12),
      client('desk', '2.0.0', 3),
      app('web', '1.0.0'),
    ];
    const goal: Goal = { target: '3.0.0', consumers: 'align', entries: { web: '3.0.0' } };
    expect(stepsOf(entries, goal)).toEqual([
      'server→3.0.0 target',
      '(ci→3.0.0 align)',
      'desk→3.0.0 builder web 3.0.0',
      'web→3.0.0 goal',
    ]);
  });

  it('of builders that are alike the first is needed', () => {
    const entries = [server('2.0.0'), client('b', '2.0.0'), client('a', '2.0.0'), app('web', '1.0.0')];
    const goal: Goal = { target: '3.0.0', consumers: 'align', entries: { web: '3.0.0' } };
    expect(stepsOf(entries, goal)).toEqual([
      'server→3.0.0 target',
      'a→3.0.0 builder web 3.0.0',
      '(b→3.0.0 align)',
      'web→3.0.0 goal',
    ]);
  });

  it('what the goal names comes before what only comes along', () => {
    const entries = [server('2.0.0'), client('ci', '2.0.0'), app('web', '1.0.0'), app('job', '1.0.0')];
    const goal: Goal = { target: '3.0.0', consumers: 'align', entries: { web: '3.0.0' } };
    expect(stepsOf(entries, goal)).toEqual([
      'server→3.0.0 target',
      'ci→3.0.0 builder web 3.0.0',
      '(job→3.0.0 align)',
      'web→3.0.0 goal',
    ]);
  });

  it('none is needed beside one that moves for a reason of its own', () => {
    const entries = [
      server('2.0.0'),
      client('ci', '1.0.0', 12),
      client('desk', '2.0.0'),
      app('web', '1.0.0'),
    ];
    const goal: Goal = { target: '3.0.0', consumers: 'align', entries: { web: '3.0.0' } };
    expect(stepsOf(entries, goal)).toEqual([
      'ci→3.0.0 keep-compatible',
      'server→3.0.0 target',
      '(desk→3.0.0 align)',
      'web→3.0.0 goal',
    ]);
  });

  it('one is needed where the one that moves for a reason of its own is not far enough', () => {
    const entries = [
      server('1.0.0'),
      client('old', '1.0.0', 12),
      client('new', '2.0.0'),
      app('web', '1.0.0'),
    ];
    const goal: Goal = { target: '3.0.0', consumers: 'align', entries: { web: '3.0.0', old: '2.0.0' } };
    expect(stepsOf(entries, goal)).toEqual([
      'old→2.0.0 keep-compatible',
      'server→3.0.0 target',
      'new→3.0.0 builder web 3.0.0',
      'web→3.0.0 goal',
    ]);
  });

  it('none is needed where what could be left out is all there is to build', () => {
    const entries = [server('2.0.0'), client('ci', '2.0.0'), app('web', '1.0.0')];
    expect(stepsOf(entries, { target: '3.0.0', consumers: 'align' })).toEqual([
      'server→3.0.0 target',
      '(ci→3.0.0 builder web 3.0.0)',
      '(web→3.0.0 align)',
    ]);
  });
});

describe('where the others stay', () => {
  it('a builder is there for what could not be built without it, not for what could', () => {
    const entries = [server('2.0.0'), client('ci', '2.0.0'), app('job', '1.0.0'), app('web', '1.0.0')];
    expect(stepsOf(entries, { target: '3.0.0', entries: { job: '2.0.0', web: '3.0.0' } })).toEqual([
      'server→3.0.0 target',
      'ci→3.0.0 builder web 3.0.0',
      'job→2.0.0 goal',
      'web→3.0.0 goal',
    ]);
  });

  it('what builds is needed for what the goal names', () => {
    const entries = [server('2.0.0'), client('ci', '2.0.0'), app('web', '1.0.0')];
    expect(stepsOf(entries, { target: '3.0.0', entries: { web: '3.0.0' } })).toEqual([
      'server→3.0.0 target',
      'ci→3.0.0 builder web 3.0.0',
      'web→3.0.0 goal',
    ]);
  });

  it('what builds is needed for what the server would drop', () => {
    const entries = [server('1.0.0'), client('ci', '1.0.0'), app('web', '1.0.0')];
    for (const consumers of ['keep', 'align'] as const) {
      const steps = stepsOf(entries, { target: '3.0.0', consumers }, dropping);
      expect(steps.slice(0, 3)).toEqual([
        'ci→3.0.0 builder web 2.0.0',
        'web→2.0.0 keep-compatible',
        'server→3.0.0 target',
      ]);
    }
  });
});
