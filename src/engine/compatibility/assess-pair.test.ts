import { describe, expect, it } from 'vitest';
import { buildCatalog, type Draft } from '../../testing/build';
import type { Catalog } from '../model';
import { assessPair } from './assess-pair';
import { compatibleServersOf } from './compatible-servers';

function catalogOf(overrides: Draft = {}): Catalog {
  return buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      proxy: {
        name: 'Proxy',
        role: 'agent',
        speaks: ['api', 'mesh'],
        releases: [
          { version: '20.1.0', protocols: { api: [1, 2], mesh: [1, 1] } },
          { version: '21.0.0', protocols: { api: [2, 2] } },
        ],
      },
    },
    facts: { site: { question: 'Where?', options: { here: 'Here', there: 'There' } } },
    incidents: [
      {
        id: 'refused',
        component: 'client',
        versions: '>=2.0.0',
        server: '<1.1.0',
        severity: 'broken',
        summary: 's',
        source: 's',
      },
      {
        id: 'slow',
        component: 'client',
        versions: '1.2.0',
        server: '1.2.0',
        severity: 'degraded',
        summary: 's',
        source: 's',
      },
      {
        id: 'only-here',
        component: 'client',
        versions: '1.0.0',
        server: '1.3.0',
        severity: 'broken',
        if: { site: ['here'] },
        summary: 's',
        source: 's',
      },
    ],
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
      {
        version: '1.1.0',
        protocols: { api: [1, 2], mesh: [1, 1] },
        components: { client: { protocols: { api: [2, 3] } } },
      },
      { version: '1.2.0', protocols: { api: [1, 2] } },
      { version: '1.3.0', protocols: { api: [1, 3], mesh: [1, 2] } },
      {
        version: '2.0.0',
        protocols: { api: [2, 3], mesh: [2, 2] },
        components: { client: { protocols: { api: [1, 3] } } },
      },
    ],
    ...overrides,
  });
}

const catalog = catalogOf();
const minor = catalogOf({
  granularity: 'minor',
  releases: [
    { version: '1.1.9', protocols: { api: [7, 7] } },
    { version: '1.1.0', protocols: { api: [1, 2] } },
    { version: '1.1.5', protocols: { api: [5, 5] } },
    { version: '1.2.0', protocols: { api: [9, 9] } },
  ],
});
const broken = { id: 'all', component: 'client', severity: 'broken', summary: 's', source: 's' };

type Row = [
  story: string,
  catalog: Catalog,
  consumer: Parameters<typeof assessPair>[1],
  server: Parameters<typeof assessPair>[2],
  answers: Record<string, string>,
  expected: Partial<ReturnType<typeof assessPair>>,
];

const rows: Row[] = [
  [
    'overlapping ranges',
    catalog,
    { component: 'client', version: '1.0.0' },
    { version: '1.1.0' },
    {},
    { status: 'compatible', negotiated: { api: 1 } },
  ],
  [
    'a range of its own component wins',
    catalog,
    { component: 'client', version: '1.1.0' },
    { version: '1.0.0' },
    {},
    {
      status: 'incompatible',
      clashes: [
        { kind: 'protocol', protocol: 'api', consumer: [2, 3], server: [1, 1], outdated: 'server-outdated' },
      ],
    },
  ],
  [
    'a version that is not listed',
    catalog,
    { component: 'client', version: '1.0.5' },
    { version: '1.1.0' },
    {},
    { status: 'unknown', clashes: [{ kind: 'unknown', protocol: 'api', missing: 'consumer' }] },
  ],
  [
    'a server that is not listed',
    catalog,
    { component: 'client', version: '1.0.0' },
    { version: '9.0.0' },
    {},
    { status: 'unknown', clashes: [{ kind: 'unknown', protocol: 'api', missing: 'server' }] },
  ],
  [
    'neither is listed',
    catalog,
    { component: 'client', version: '1.0.5' },
    { version: '9.0.0' },
    {},
    { status: 'unknown', clashes: [{ kind: 'unknown', protocol: 'api', missing: 'both' }] },
  ],
  [
    'inferred from the last of its series at or below',
    minor,
    { component: 'client', version: '1.1.7' },
    { version: '1.1.0', advertised: { api: [5, 5] } },
    {},
    { status: 'compatible', negotiated: { api: 5 } },
  ],
  [
    'inferred from the last of its series, not of the next one',
    minor,
    { component: 'client', version: '1.1.10' },
    { version: '1.1.0', advertised: { api: [7, 7] } },
    {},
    { status: 'compatible', negotiated: { api: 7 } },
  ],
  [
    'inferred from the first of its series above',
    minor,
    { component: 'client', version: '1.1.0-rc.1' },
    { version: '1.1.0' },
    {},
    { status: 'compatible', negotiated: { api: 2 } },
  ],
  [
    'a series that is not listed stays unknown',
    minor,
    { component: 'client', version: '1.9.0' },
    { version: '1.1.0' },
    {},
    { status: 'unknown' },
  ],
  [
    'advertised ranges win',
    catalog,
    { component: 'client', version: '1.1.0', advertised: { api: [1, 1] } },
    { version: '1.0.0' },
    {},
    { status: 'compatible', negotiated: { api: 1 } },
  ],
  [
    'advertised ranges make up for a missing release',
    catalog,
    { component: 'client', version: '0.1.0', advertised: { api: [1, 1] } },
    { version: '1.0.0' },
    {},
    { status: 'compatible' },
  ],
  [
    'the server may advertise too',
    catalog,
    { component: 'client', version: '1.0.0' },
    { version: '9.0.0', advertised: { api: [1, 4] } },
    {},
    { status: 'compatible' },
  ],
  [
    'a line of its own',
    catalog,
    { component: 'proxy', version: '20.1.0' },
    { version: '1.1.0' },
    {},
    { status: 'compatible', negotiated: { api: 2, mesh: 1 } },
  ],
  [
    'one protocol of two not known',
    catalog,
    { component: 'proxy', version: '20.1.0' },
    { version: '1.2.0' },
    {},
    { status: 'unknown', clashes: [{ kind: 'unknown', protocol: 'mesh', missing: 'server' }] },
  ],
  [
    'known to be wrong comes before not known',
    catalog,
    { component: 'proxy', version: '21.0.0' },
    { version: '1.0.0' },
    {},
    {
      status: 'incompatible',
      clashes: [
        { kind: 'protocol', protocol: 'api', consumer: [2, 2], server: [1, 1], outdated: 'server-outdated' },
        { kind: 'unknown', protocol: 'mesh', missing: 'consumer' },
      ],
    },
  ],
  [
    'known to be wrong comes before not known, whichever protocol is first',
    catalogOf({
      components: {
        server: { name: 'Server', role: 'server' },
        proxy: {
          name: 'Proxy',
          role: 'agent',
          speaks: ['mesh', 'api'],
          releases: [{ version: '21.0.0', protocols: { api: [2, 2] } }],
        },
      },
      incidents: [],
      releases: [{ version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } }],
    }),
    { component: 'proxy', version: '21.0.0' },
    { version: '1.0.0' },
    {},
    {
      status: 'incompatible',
      clashes: [
        { kind: 'protocol', protocol: 'api', consumer: [2, 2], server: [1, 1], outdated: 'server-outdated' },
        { kind: 'unknown', protocol: 'mesh', missing: 'consumer' },
      ],
    },
  ],
  [
    'an incident without versions is about all of them',
    catalogOf({ incidents: [broken] }),
    { component: 'client', version: '1.0.0' },
    { version: '1.1.0' },
    {},
    { status: 'incompatible', clashes: [{ kind: 'incident', incident: 'all' }] },
  ],
  [
    'but not about another component',
    catalogOf({ incidents: [broken] }),
    { component: 'proxy', version: '20.1.0' },
    { version: '1.1.0' },
    {},
    { status: 'compatible', clashes: [] },
  ],
  [
    'a broken incident beats overlapping ranges',
    catalog,
    { component: 'client', version: '2.0.0' },
    { version: '1.0.0' },
    {},
    { status: 'incompatible', clashes: [{ kind: 'incident', incident: 'refused' }] },
  ],
  [
    'and not outside its versions',
    catalog,
    { component: 'client', version: '2.0.0' },
    { version: '1.1.0' },
    {},
    { status: 'compatible' },
  ],
  [
    'an incident range holds pre-releases',
    catalog,
    { component: 'client', version: '2.1.0-rc.1', advertised: { api: [1, 1] } },
    { version: '1.0.0' },
    {},
    { status: 'incompatible' },
  ],
  [
    'a degraded pair works',
    catalog,
    { component: 'client', version: '1.2.0' },
    { version: '1.2.0' },
    {},
    { status: 'compatible', degraded: ['slow'] },
  ],
  [
    'an unanswered fact rules nothing out',
    catalog,
    { component: 'client', version: '1.0.0' },
    { version: '1.3.0' },
    {},
    { status: 'incompatible' },
  ],
  [
    'an answer that matches',
    catalog,
    { component: 'client', version: '1.0.0' },
    { version: '1.3.0' },
    { site: 'here' },
    { status: 'incompatible' },
  ],
  [
    'an answer that does not',
    catalog,
    { component: 'client', version: '1.0.0' },
    { version: '1.3.0' },
    { site: 'there' },
    { status: 'compatible' },
  ],
];

describe('assessPair', () => {
  it.each(rows)('%s', (_, of, consumer, server, answers, expected) => {
    expect(assessPair(of, consumer, server, answers)).toMatchObject(expected);
  });

  it.each(rows)('compatibleServersOf says the same: %s', (_, of, consumer, server, answers, expected) => {
    const works = compatibleServersOf(
      of,
      consumer.component,
      [{ ...server, component: 'server' }],
      answers,
    )(consumer.version, consumer.advertised);
    expect([...works]).toEqual([expected.status === 'compatible' ? 1 : 0]);
  });

  it('agrees with compatibleServersOf for every pair of listed versions', () => {
    const servers = catalog.releases.map(({ version }) => ({ component: 'server', version }));
    for (const component of ['client', 'proxy']) {
      const of = compatibleServersOf(catalog, component, servers, {});
      for (const version of [...servers.map((s) => s.version), '20.1.0', '21.0.0']) {
        const one = servers.map(
          (server) => assessPair(catalog, { component, version }, server, {}).status === 'compatible',
        );
        expect([...of(version)].map((works) => works === 1)).toEqual(one);
      }
    }
  });
});
