import { describe, expect, it } from 'vitest';
import { draftCatalog } from '../../testing/build';
import { parseCatalog } from './parse-catalog';

// biome-ignore lint/suspicious/noExplicitAny: drafts are broken on purpose, field by field
type Draft = any;

function good(): Draft {
  return draftCatalog({
    facts: { site: { question: 'Where?', options: { here: 'Here' } } },
    releases: [
      { version: '1.1.0', protocols: { api: [1, 2] }, upgradeFrom: '>=1.0.0' },
      { version: '1.0.0', protocols: { api: [1, 1] }, note: 'fields we do not know are fine' },
    ],
  });
}

function changed(change: (catalog: Draft) => void): Draft {
  const catalog = good();
  change(catalog);
  return catalog;
}

describe('parseCatalog', () => {
  it('fills in defaults and puts releases in order', () => {
    const parsed = parseCatalog(good());
    expect(parsed).toMatchObject({
      ok: true,
      value: { granularity: 'patch', incidents: [], disruption: [] },
    });
    expect(parsed.ok && parsed.value.releases.map((release) => release.version)).toEqual(['1.0.0', '1.1.0']);
  });

  const rows: [story: string, json: unknown, code: string, path: string][] = [
    ['no object', 'hello', 'unexpected', ''],
    ['null', null, 'unexpected', ''],
    [
      'another format',
      changed((c) => {
        c.format = 'causeway/catalog@9';
      }),
      'unexpected',
      'format',
    ],
    [
      'a field that is missing',
      changed((c) => {
        delete c.name;
      }),
      'missing',
      'name',
    ],
    [
      'a range upside down',
      changed((c) => {
        c.releases[0].protocols.api = [3, 1];
      }),
      'range-inverted',
      'releases[0].protocols.api',
    ],
    [
      'a range from zero',
      changed((c) => {
        c.releases[0].protocols.api = [0, 1];
      }),
      'out-of-bounds',
      'releases[0].protocols.api[0]',
    ],
    [
      'a range of fractions',
      changed((c) => {
        c.releases[0].protocols.api = [1, 1.5];
      }),
      'out-of-bounds',
      'releases[0].protocols.api[1]',
    ],
    [
      'a range of three',
      changed((c) => {
        c.releases[0].protocols.api = [1, 2, 3];
      }),
      'unexpected',
      'releases[0].protocols.api[2]',
    ],
    [
      'a protocol nobody declared',
      changed((c) => {
        c.releases[0].protocols.apo = [1, 1];
      }),
      'unknown-protocol',
      'releases[0].protocols.apo',
    ],
    [
      'an override for no component',
      changed((c) => {
        c.releases[0].components = { clinet: null };
      }),
      'unknown-component',
      'releases[0].components.clinet',
    ],
    [
      'an override upside down',
      changed((c) => {
        c.releases[0].components = { client: { protocols: { api: [2, 1] } } };
      }),
      'range-inverted',
      'releases[0].components.client.protocols.api',
    ],
    [
      'a version that is none',
      changed((c) => {
        c.releases[0].version = 'latest';
      }),
      'not-a-version',
      'releases[0].version',
    ],
    [
      'a version of 10,000 characters',
      changed((c) => {
        c.releases[0].version = '1'.repeat(10_000);
      }),
      'out-of-bounds',
      'releases[0].version',
    ],
    [
      'a release listed twice',
      changed((c) => {
        c.releases[1].version = '1.1.0+again';
      }),
      'duplicate-release',
      'releases[1].version',
    ],
    [
      'a hop range that is none',
      changed((c) => {
        c.releases[0].upgradeFrom = 'the one before';
      }),
      'not-a-range',
      'releases[0].upgradeFrom',
    ],
    [
      'no releases',
      changed((c) => {
        c.releases = [];
      }),
      'no-releases',
      'releases',
    ],
    [
      'no server',
      changed((c) => {
        c.components.server.role = 'client';
      }),
      'server-count',
      'components',
    ],
    [
      'two servers',
      changed((c) => {
        c.components.client.role = 'server';
      }),
      'server-count',
      'components',
    ],
    [
      'a server with its own line',
      changed((c) => {
        c.components.server.releases = [];
      }),
      'server-line',
      'components.server',
    ],
    [
      'speaking what is not there',
      changed((c) => {
        c.components.client.speaks = ['apo'];
      }),
      'unknown-protocol',
      'components.client.speaks[0]',
    ],
    [
      'built with what is not there',
      changed((c) => {
        c.components.client.builtWith = ['odr'];
      }),
      'unknown-component',
      'components.client.builtWith[0]',
    ],
    [
      'built with the server',
      changed((c) => {
        c.components.client.builtWith = ['server'];
      }),
      'not-a-builder',
      'components.client.builtWith[0]',
    ],
    [
      'disruption of nothing',
      changed((c) => {
        c.disruption = ['x'];
      }),
      'unknown-component',
      'disruption[0]',
    ],
    [
      'a condition on no fact',
      changed((c) => {
        c.releases[0].avoid = [{ reason: 'r', source: 's', if: { sight: ['here'] } }];
      }),
      'unknown-fact',
      'releases[0].avoid[0].if.sight',
    ],
    [
      'a condition on no answer',
      changed((c) => {
        c.releases[0].avoid = [{ reason: 'r', source: 's', if: { site: ['there'] } }];
      }),
      'unknown-answer',
      'releases[0].avoid[0].if.site[0]',
    ],
    [
      'an avoidance without a source',
      changed((c) => {
        c.releases[0].avoid = [{ reason: 'r' }];
      }),
      'missing',
      'releases[0].avoid[0].source',
    ],
    [
      'an incident of the server',
      changed((c) => {
        c.incidents = [{ id: 'i', component: 'server', severity: 'broken', summary: 's', source: 's' }];
      }),
      'incident-of-server',
      'incidents[0].component',
    ],
    [
      'a component called __proto__',
      JSON.parse(JSON.stringify(good()).replace('"client":', '"__proto__":')),
      'forbidden-key',
      'components.__proto__',
    ],
  ];

  it.each(rows)('refuses %s', (_, json, code, path) => {
    const parsed = parseCatalog(json);
    expect(
      parsed.ok ? [] : parsed.problems.map((problem) => ({ code: problem.code, path: problem.path })),
    ).toContainEqual({ code, path });
    expect(
      !parsed.ok && parsed.problems.every(({ message }) => message.length > 10 && message.length < 400),
    ).toBe(true);
  });

  it('refuses what nests too deep without running out of stack', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(parseCatalog({ ...good(), extra: deep })).toMatchObject({
      ok: false,
      problems: [{ code: 'too-deep' }],
    });
  });

  it('lists no more than 200 problems', () => {
    const releases = Array.from({ length: 5000 }, () => ({ version: 'no' }));
    const parsed = parseCatalog({ ...good(), releases });
    expect(parsed.ok ? 0 : parsed.problems.length).toBe(200);
  });
});
