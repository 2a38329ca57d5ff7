import { describe, expect, it } from 'vitest';
import { buildCatalog, draftInventory } from '../../testing/build';
import { parseGoal } from './parse-goal';
import { parseInventory } from './parse-inventory';

const catalog = buildCatalog({ facts: { site: { question: 'Where?', options: { here: 'Here' } } } });

const SENTENCE = expect.stringMatching(/^[^\s].* .*[.]$/);
const SERVER = { name: 'server', component: 'server', version: '1.0.0' };

// biome-ignore lint/suspicious/noExplicitAny: drafts are broken on purpose, field by field
type Draft = any;

function good(): Draft {
  return draftInventory(
    [
      { name: 'server', component: 'server', version: 'v1.0.0' },
      { name: 'ci', component: 'client', version: '0.9.9', owner: 'kept as it is' },
    ],
    { facts: { site: 'here' } },
  );
}

function changed(change: (inventory: Draft) => void): unknown {
  const inventory = good();
  change(inventory);
  return inventory;
}

describe('parseInventory', () => {
  it('fills in counts, drops a leading v, keeps fields that it does not know', () => {
    const parsed = parseInventory(good(), catalog);
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        entries: [
          { version: '1.0.0', count: 1 },
          { version: '0.9.9', owner: 'kept as it is' },
        ],
      },
    });
  });

  it('knows the word for what is built elsewhere in any case', () => {
    const sourceOf = (source: string) => {
      const parsed = parseInventory(
        changed((i) => {
          i.entries[1].source = source;
        }),
        catalog,
      );
      return parsed.ok && parsed.value.entries[1]?.source;
    };
    expect(['External', ' EXTERNAL', 'external', 'externally'].map(sourceOf)).toEqual([
      'external',
      'external',
      'external',
      'externally',
    ]);
  });

  const rows: [story: string, json: unknown, code: string, path: string][] = [
    ['a list', [], 'unexpected', ''],
    [
      'another product',
      changed((i) => {
        i.product = 'other';
      }),
      'other-product',
      'product',
    ],
    [
      'no server',
      changed((i) => {
        i.entries.shift();
      }),
      'no-server',
      'entries',
    ],
    [
      'two servers',
      changed((i) => {
        i.entries[1].component = 'server';
      }),
      'second-server',
      'entries[1].component',
    ],
    [
      'an unknown component',
      changed((i) => {
        i.entries[1].component = 'clinet';
      }),
      'unknown-component',
      'entries[1].component',
    ],
    [
      'a component named like an object property',
      changed((i) => {
        i.entries[1].component = 'toString';
      }),
      'unknown-component',
      'entries[1].component',
    ],
    [
      'latest',
      changed((i) => {
        i.entries[1].version = 'latest';
      }),
      'not-a-version',
      'entries[1].version',
    ],
    [
      'a digest',
      changed((i) => {
        i.entries[1].version = 'sha256:0123';
      }),
      'not-a-version',
      'entries[1].version',
    ],
    [
      'the same name twice',
      changed((i) => {
        i.entries[1].name = 'server';
      }),
      'duplicate-name',
      'entries[1].name',
    ],
    [
      'no name',
      changed((i) => {
        i.entries[1].name = '';
      }),
      'out-of-bounds',
      'entries[1].name',
    ],
    [
      'a count of zero',
      changed((i) => {
        i.entries[1].count = 0;
      }),
      'out-of-bounds',
      'entries[1].count',
    ],
    [
      'a count that is text',
      changed((i) => {
        i.entries[1].count = '12';
      }),
      'unexpected',
      'entries[1].count',
    ],
    [
      'a range upside down',
      changed((i) => {
        i.entries[1].protocols = { api: [2, 1] };
      }),
      'range-inverted',
      'entries[1].protocols.api',
    ],
    [
      'a protocol nobody declared',
      changed((i) => {
        i.entries[1].protocols = { apo: [1, 1] };
      }),
      'unknown-protocol',
      'entries[1].protocols.apo',
    ],
    [
      'an answer to no question',
      changed((i) => {
        i.facts.sight = 'here';
      }),
      'unknown-fact',
      'facts.sight',
    ],
    [
      'an answer that is none',
      changed((i) => {
        i.facts.site = 'there';
      }),
      'unknown-answer',
      'facts.site',
    ],
    [
      'a __proto__ key',
      JSON.parse(JSON.stringify(good()).replace('"owner"', '"__proto__"')),
      'forbidden-key',
      'entries[1].__proto__',
    ],
  ];

  it.each(rows)('refuses %s', (_, json, code, path) => {
    const parsed = parseInventory(json, catalog);
    expect(parsed).toMatchObject({ ok: false, problems: [{ code, path, message: SENTENCE }] });
  });

  it.each([
    ['another product', { product: 'other' }, ['"other"', '"demo"']],
    ['an answer that is none', { facts: { site: 'there' } }, ['"there"', '"site"', 'here']],
    [
      'an unknown component',
      { entries: [SERVER, { ...SERVER, name: 'x', component: 'clinet' }] },
      ['"clinet"', 'server, client'],
    ],
    ['no server', { entries: [] }, ['"server"']],
    ['a second server', { entries: [SERVER, { ...SERVER, name: 'x' }] }, ['entries[0]']],
    [
      'a name that is taken',
      { entries: [SERVER, { ...SERVER, component: 'client' }] },
      ['"server"', 'entries[0]'],
    ],
    [
      'a protocol nobody declared',
      { entries: [{ ...SERVER, protocols: { apo: [1, 1] } }] },
      ['"apo"', 'api'],
    ],
  ])('says of %s what was found and what there is', (_, fields, words) => {
    const parsed = parseInventory({ ...good(), ...fields }, catalog);
    for (const word of words) expect(parsed.ok ? '' : parsed.problems[0]?.message).toContain(word);
  });
});

describe('parseGoal', () => {
  const parsed = parseInventory(good(), catalog);
  if (!parsed.ok) throw new Error('the inventory of this test is wrong');
  const inventory = parsed.value;

  it('fills in defaults', () => {
    expect(parseGoal({ target: 'v1.0.0' }, catalog, inventory)).toEqual({
      ok: true,
      value: { target: '1.0.0', consumers: 'keep', entries: {}, allowSkips: false, prereleases: false },
    });
  });

  it.each([
    ['no target', {}, 'missing', 'target'],
    ['latest', { target: 'latest' }, 'not-a-version', 'target'],
    ['latest for an entry', { target: '1.0.0', entries: { ci: 'latest' } }, 'not-a-version', 'entries.ci'],
    [
      'a component named like an object property',
      { target: '1.0.0', disruption: ['toString'] },
      'unknown-component',
      'disruption[0]',
    ],
    ['a target below the server', { target: '0.9.0' }, 'below-deployed', 'target'],
    [
      'a version below the entry',
      { target: '1.0.0', entries: { ci: '0.9.0' } },
      'below-deployed',
      'entries.ci',
    ],
    [
      'an entry that is not there',
      { target: '1.0.0', entries: { cd: '1.0.0' } },
      'unknown-entry',
      'entries.cd',
    ],
    [
      'two targets for the server',
      { target: '1.0.0', entries: { server: '1.1.0' } },
      'two-targets',
      'entries.server',
    ],
    [
      'a word that is neither keep nor align',
      { target: '1.0.0', consumers: 'all' },
      'unexpected',
      'consumers',
    ],
    ['disruption of nothing', { target: '1.0.0', disruption: ['x'] }, 'unknown-component', 'disruption[0]'],
  ])('refuses %s', (_, json, code, path) => {
    const goal = parseGoal(json, catalog, inventory);
    expect(goal).toMatchObject({ ok: false, problems: [{ code, path, message: SENTENCE }] });
  });

  it('takes a target that the catalog does not list: that is blocked, not unusable', () => {
    expect(parseGoal({ target: '7.0.0' }, catalog, inventory).ok).toBe(true);
  });

  it('takes what is deployed for the server and for entries, in any spelling', () => {
    expect(
      parseGoal({ target: '1.0.0', entries: { server: 'v1.0.0', ci: 'v0.9.9' } }, catalog, inventory),
    ).toMatchObject({
      ok: true,
      value: { target: '1.0.0', entries: { server: '1.0.0', ci: '0.9.9' } },
    });
  });

  it('says one thing of a server target that is no version', () => {
    const goal = parseGoal({ target: '1.0.0', entries: { server: 'latest' } }, catalog, inventory);
    expect(goal.ok ? [] : goal.problems.map(({ code }) => code)).toEqual(['not-a-version']);
  });
});
