import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../testing/build';
import { draftEntry, exportEntries } from './draft-entry';
import { type DraftRow, EMPTY_ROW } from './inputs';
import { readAhead, readDraft, readGoal } from './read-draft';

const catalog = buildCatalog({
  facts: { site: { question: 'Where?', options: { here: 'Here' } } },
});

function row(id: string, fields: Partial<DraftRow>): DraftRow {
  return { ...EMPTY_ROW, ...fields, id };
}
const server = row('s', { name: 'server', component: 'server', version: '1.0.0' });
const ci = row('c', { name: 'ci', component: 'client', version: '1.0.0', count: '12' });

function read(rows: readonly DraftRow[], facts: Record<string, string> = {}) {
  const draft = readDraft({ rows, facts, inventoryName: '' }, catalog);
  return {
    ...draft,
    problems: Object.fromEntries(
      [...draft.rowProblems].map(([id, found]) => [id, found.map(({ field, code }) => `${field}: ${code}`)]),
    ),
    others: draft.otherProblems.map(({ code }) => code),
  };
}

it('rows are read ahead as far as there is time, one at least, and say the same then', () => {
  const rows = () => [{ ...server }, { ...ci }, row('x', { name: 'x', version: 'latest' })];
  const ahead = rows();
  const isDone = Array.from({ length: 4 }, () => readAhead(ahead, -1));
  expect(isDone).toEqual([false, false, false, true]);
  expect(readAhead(rows(), 10_000)).toBe(true);
  expect(read(ahead)).toEqual(read(rows()));
});

describe('rows that are right', () => {
  it('are an inventory, with blanks and a leading v left out', () => {
    const { whole, problems } = read([
      server,
      row('x', { ...ci, id: 'x', name: ' ci ', version: ' v1.0.0' }),
    ]);
    expect(problems).toEqual({});
    expect(whole?.inventory.entries[1]).toMatchObject({ name: 'ci', version: '1.0.0', count: 12 });
    expect(whole?.rowIds).toEqual(['s', 'x']);
  });

  it('may stand among rows in which nothing was typed', () => {
    expect(read([row('b', { component: 'client' }), server]).whole?.rowIds).toEqual(['s']);
  });
});

describe('what is wrong stands in the row and cell it concerns', () => {
  it.each<[string, Partial<DraftRow>, string[]]>([
    ['no version', { version: '' }, ['version: missing']],
    ['no name', { name: '' }, ['name: missing']],
    ['a version that is none', { version: 'latest' }, ['version: not-a-version']],
    ['a component that is none', { component: 'clinet' }, ['component: unknown-component']],
    ['a count in words', { count: 'a dozen' }, ['count: not-a-count']],
    ['ranges that are none', { protocols: 'api' }, ['protocols: not-a-range']],
    ['a range upside down', { protocols: 'api 3-1' }, ['protocols: range-inverted']],
    ['a protocol that is none', { protocols: 'apo 1' }, ['protocols: unknown-protocol']],
    ['the name of another row', { name: 'server' }, ['name: duplicate-name']],
    ['a second server', { component: 'server' }, ['component: second-server']],
    ['10,001 characters', { name: 'x'.repeat(10_001) }, ['name: too-long']],
    ['several at once', { version: 'latest', count: '-1' }, ['count: not-a-count', 'version: not-a-version']],
  ])('%s', (_, fields, expected) => {
    const { problems, whole, sound } = read([server, { ...ci, ...fields }]);
    expect(problems).toEqual({ c: expected });
    expect(whole).toBeUndefined();
    expect(sound?.rowIds).toEqual(['s']);
  });

  it('one bad cell does not hide another row’s', () => {
    const { problems } = read([
      server,
      { ...ci, count: 'x' },
      row('d', { name: 'd', component: 'client', version: 'latest' }),
    ]);
    expect(problems).toEqual({ c: ['count: not-a-count'], d: ['version: not-a-version'] });
  });

  it('nor does one that the format does not allow', () => {
    const { problems, sound } = read([
      server,
      { ...ci, labels: `zone=${'x'.repeat(10_001)}` },
      row('d', { name: 'd', component: 'client', version: 'latest' }),
    ]);
    expect(problems).toEqual({ c: ['labels: out-of-bounds'], d: ['version: not-a-version'] });
    expect(sound?.rowIds).toEqual(['s']);
  });

  it('names other rows by their number, as the table counts them', () => {
    const blank = row('b', {});
    const { rowProblems } = read([blank, server, { ...ci, name: 'server' }]);
    expect(rowProblems.get('c')?.[0]?.message).toContain('row 2');
  });
});

describe('what is wrong with the whole', () => {
  it('no server', () => {
    expect(read([ci]).others).toEqual(['no-server']);
  });

  it('but not while the server’s row is being typed', () => {
    expect(read([{ ...server, version: 'x'.repeat(300) }, ci]).others).toEqual([]);
  });

  it('an answer to no question', () => {
    expect(read([server], { platform: 'mars' }).others).toEqual(['unknown-fact']);
  });
});

describe('a row and an entry', () => {
  it('are each other’s way back, with fields that have no cell', () => {
    const entry = {
      name: 'billing',
      component: 'client',
      version: '1.0.0',
      count: 40,
      protocols: { api: [1, 2] as const },
      pinned: 'vendor image',
      source: 'external',
      labels: { team: 'a,b' },
      region: { zone: 'eu' },
    };
    expect(exportEntries([draftEntry(entry as never, 'x')])).toEqual([entry]);
  });

  it('that is not right yet is exported as it was typed', () => {
    expect(exportEntries([{ ...ci, count: 'a dozen', version: 'latest' }])).toEqual([
      { name: 'ci', component: 'client', version: 'latest', count: 'a dozen' },
    ]);
  });
});

it('the goal names entries as they are called now', () => {
  const goal = {
    target: '1.0.0',
    consumers: 'keep',
    entries: { c: '1.0.0', gone: '1.0.0' },
    allowSkips: false,
    prereleases: false,
    disruption: [],
  } as const;
  expect(readGoal({ rows: [server, { ...ci, name: 'pipelines' }], goal }).entries).toEqual({
    pipelines: '1.0.0',
  });
});
