import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../testing/build';
import { conditionState, openFactsOf } from './condition';
import { refusalOf } from './refusal';
import { factsOf, releaseLine } from './release-line';

const avoid = (components?: readonly string[]) => [{ reason: 'it hangs', source: 's', components }];

const catalog = buildCatalog({
  granularity: 'minor',
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    app: { name: 'App', role: 'agent', speaks: ['api'], granularity: 'major' },
    proxy: {
      name: 'Proxy',
      role: 'agent',
      speaks: ['api'],
      releases: [
        { version: '21.0.0', avoid: avoid(['client']) },
        { version: '20.0.0', avoid: avoid(['proxy']) },
      ],
    },
  },
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1] } },
    { version: '1.0.4', protocols: { api: [1, 2] }, avoid: avoid(['client']) },
    { version: '1.2.0', protocols: { api: [1, 3] }, avoid: avoid() },
  ],
});

describe('the line of a component', () => {
  it('ascends, in whatever order it is listed', () => {
    expect(releaseLine(catalog, 'proxy').releases.map(({ version }) => version)).toEqual([
      '20.0.0',
      '21.0.0',
    ]);
  });

  it('has no notes where the catalog has none', () => {
    for (const id of ['client', 'proxy']) {
      for (const { notes } of releaseLine(catalog, id).releases) expect(notes).toEqual([]);
    }
  });

  it('is built once', () => {
    expect(releaseLine(catalog, 'client')).toBe(releaseLine(catalog, 'client'));
  });

  it.each([
    ['client', '1.0.4', 'avoided'],
    ['server', '1.0.4', undefined],
    ['server', '1.2.0', 'avoided'],
    ['proxy', '20.0.0', 'avoided'],
    ['proxy', '21.0.0', undefined],
  ])('%s %s: an avoidance holds for the components that it names', (id, version, refusal) => {
    expect(refusalOf(releaseLine(catalog, id), version, {}, false)?.refusal).toBe(refusal);
  });
});

describe('the facts of a version', () => {
  it.each([
    ['server', '1.0.0', '1.0.0', false],
    ['server', '1.0.3', '1.0.0', true],
    ['server', '1.0.9', '1.0.4', true],
    ['server', '1.2.0-rc.1', '1.2.0', true],
    ['app', '1.1.0', '1.0.4', true],
  ])('%s %s: those of %s, inferred: %s', (id, version, stands, inferred) => {
    const facts = factsOf(releaseLine(catalog, id), version);
    expect([facts?.release.version, facts?.inferred]).toEqual([stands, inferred]);
  });

  it('are not known where its series is not listed', () => {
    expect(factsOf(releaseLine(catalog, 'server'), '1.1.0')).toBeUndefined();
  });
});

describe('a condition', () => {
  const both = { site: ['here', 'there'], disk: ['slow'] };

  it.each([
    [undefined, {}, 'holds', []],
    [both, { site: 'there', disk: 'slow' }, 'holds', []],
    [both, { site: 'there' }, 'open', ['disk']],
    [both, { disk: 'fast' }, 'fails', ['site']],
    [both, {}, 'open', ['site', 'disk']],
  ])('%j with %j %s', (condition, answers, state, open) => {
    expect(conditionState(condition, answers)).toBe(state);
    expect(openFactsOf(condition, answers)).toEqual(open);
  });
});
