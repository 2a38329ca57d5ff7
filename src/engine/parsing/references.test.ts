/** Whatever in a catalog names something else, or is a version or a range, is checked in its place. */
import { describe, expect, it } from 'vitest';
import { type Draft, draftCatalog } from '../../testing/build';
import { parseCatalog } from './parse-catalog';

const condition = { site: ['here'] };
const avoidance = { reason: 'r', source: 's', components: ['client'], if: condition };
const note = {
  id: 'n',
  kind: 'info',
  summary: 's',
  source: 's',
  applies: ['client'],
  affects: '*',
  if: condition,
};

/** A catalog with everything that can refer to something. */
const full = (): Draft =>
  draftCatalog({
    facts: { site: { question: 'Where?', options: { here: 'Here', there: 'There' } } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: {
        name: 'App',
        role: 'agent',
        speaks: ['api'],
        builtWith: ['client'],
        releases: [{ version: '20.0.0', protocols: { api: [1, 1] }, avoid: [avoidance], notes: [note] }],
      },
    },
    disruption: ['client'],
    incidents: [
      {
        id: 'i',
        component: 'client',
        versions: '*',
        server: '*',
        severity: 'broken',
        if: condition,
        summary: 's',
        source: 's',
      },
    ],
    procedures: [
      { id: 'p', component: 'server', from: '*', to: '*', if: condition, actions: [{ title: 'Do it' }] },
    ],
    charts: [{ name: 'demo', version: '0.1.0', components: { client: '1.0.0' } }],
    releases: [
      {
        version: '1.0.0',
        protocols: { api: [1, 1] },
        upgradeFrom: '*',
        avoid: [avoidance],
        notes: [note],
        components: { client: { protocols: { api: [1, 1] } } },
      },
    ],
  });

/** `a.b[0].c` as keys. */
const keysOf = (path: string) => path.split(/[.[\]]+/).filter((key) => key !== '');

function withValue(path: string, value: unknown): Draft {
  // Through text, so that no two places share a value.
  const draft = JSON.parse(JSON.stringify(full())) as Draft;
  const keys = keysOf(path);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Draft, draft);
  parent[last] = value;
  return draft;
}

const ofRelease = (at: string): [path: string, value: unknown, code: string, place?: string][] => [
  [`${at}.version`, 'latest', 'not-a-version'],
  [`${at}.protocols.apo`, [1, 1], 'unknown-protocol'],
  [`${at}.protocols.toString`, [1, 1], 'unknown-protocol'],
  [`${at}.protocols.api`, [2, 1], 'range-inverted'],
  [`${at}.avoid[0].components[0]`, 'clinet', 'unknown-component'],
  [`${at}.avoid[0].if.sight`, ['here'], 'unknown-fact'],
  [`${at}.avoid[0].if.site[0]`, 'nowhere', 'unknown-answer'],
  [`${at}.notes[0].applies[0]`, 'clinet', 'unknown-component'],
  [`${at}.notes[0].affects`, 'some', 'not-a-range'],
  [`${at}.notes[0].if.sight`, ['here'], 'unknown-fact'],
];

describe('a catalog', () => {
  it('in which everything refers to something is fine', () => {
    expect(parseCatalog(full())).toMatchObject({ ok: true });
  });

  it.each<[path: string, value: unknown, code: string, place?: string]>([
    ...ofRelease('releases[0]'),
    ...ofRelease('components.app.releases[0]'),
    ['releases[0].upgradeFrom', 'before', 'not-a-range'],
    ['releases[0].components.clinet', {}, 'unknown-component'],
    ['releases[0].components.client.protocols.apo', [1, 1], 'unknown-protocol'],
    ['releases[0].components.client.protocols.api', [2, 1], 'range-inverted'],
    ['components.client.speaks[0]', 'apo', 'unknown-protocol'],
    ['components.app.builtWith[0]', 'clinet', 'unknown-component'],
    ['components.app.builtWith[0]', 'server', 'not-a-builder'],
    ['components.app.builtWith[0]', 'app', 'not-a-builder'],
    ['components.server.builtWith', ['client'], 'server-line', 'components.server'],
    ['components.server.releases', [], 'server-line', 'components.server'],
    ['components.server.role', 'client', 'server-count', 'components'],
    ['disruption[0]', 'clinet', 'unknown-component'],
    ['incidents[0].component', 'clinet', 'unknown-component'],
    ['incidents[0].component', 'server', 'incident-of-server'],
    ['incidents[0].versions', 'some', 'not-a-range'],
    ['incidents[0].server', 'some', 'not-a-range'],
    ['incidents[0].if.site[0]', 'nowhere', 'unknown-answer'],
    ['charts[0].components.clinet', '1.0.0', 'unknown-component'],
    ['charts[0].components.client', 'latest', 'not-a-version'],
    ['procedures[0].component', 'clinet', 'unknown-component'],
    ['procedures[0].from', 'some', 'not-a-range'],
    ['procedures[0].to', 'some', 'not-a-range'],
    ['procedures[0].if.toString', ['here'], 'unknown-fact'],
  ])('%s: %j is refused', (path, value, code, place = path) => {
    const parsed = parseCatalog(withValue(path, value));
    // Nothing else is wrong with it, and the message is a sentence that says what was found.
    expect(parsed).toEqual({
      ok: false,
      problems: [{ code, path: place, message: expect.stringMatching(/^[^\s].* .*[.]$/) }],
    });
    const found = typeof value === 'string' && !path.endsWith('clinet') && place === path ? value : '';
    expect(parsed.ok ? '' : parsed.problems[0]?.message).toContain(found);
  });

  it('says which answers there are, and which servers it found', () => {
    const messageOf = (draft: Draft) => {
      const parsed = parseCatalog(draft);
      return parsed.ok ? '' : parsed.problems.map(({ message }) => message).join(' ');
    };
    expect(messageOf(withValue('procedures[0].if.site[0]', 'nowhere'))).toContain('here, there');
    expect(messageOf(withValue('components.server.role', 'client'))).toContain('found none');
    expect(messageOf(withValue('components.client.role', 'server'))).toContain('server, client');
    const twice = withValue('releases[1]', { version: '1.0.0' });
    expect(messageOf(twice)).toContain('releases[0]');
  });
});
