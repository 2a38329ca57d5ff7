import { describe, expect, it } from 'vitest';
import type { Entry } from '../engine/model';
import { compareEntries, type Incoming } from './compare-entries';
import { type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type SessionInputs } from './inputs';
import { type TakeOptions, takeEntries } from './take-entries';

const mine: DraftRow = {
  ...EMPTY_ROW,
  id: 'm',
  name: 'ci',
  component: 'client',
  version: '1.0.0',
  count: '3',
};
const half: DraftRow = { ...EMPTY_ROW, id: 'h', name: 'half', component: 'client' };
const blank: DraftRow = { ...EMPTY_ROW, id: 'b', component: 'client' };
const before: SessionInputs = {
  ...EMPTY_INPUTS,
  catalogId: 'demo',
  inventoryName: 'mine',
  rows: [mine, blank, half],
  facts: { site: 'here' },
  goal: { ...EMPTY_INPUTS.goal, target: '2.0.0', entries: { m: '2.0.0', h: '1.0.0' } },
  progress: [{ entry: 'ci', from: '1.0.0', to: '2.0.0' }],
};
const entries: Entry[] = [
  { name: 'ci', component: 'client', version: '1.1.0', count: 4 },
  { name: 'web', component: 'client', version: '1.0.0', count: 1 },
];
const incoming: Incoming = {
  catalogId: 'demo',
  server: 'server',
  entries,
  uncounted: new Set(),
  facts: { disk: 'csi' },
  name: 'theirs',
};
function take(mode: TakeOptions['mode'], isMissingRemoved = false, fields: Partial<Incoming> = {}) {
  const said = { ...incoming, ...fields };
  return takeEntries(before, said, compareEntries(before, said, mode), { mode, isMissingRemoved });
}
const cellsOf = ({ rows }: Pick<SessionInputs, 'rows'>) =>
  rows.map(({ name, version, count }) => [name, version, count]);

describe('replace', () => {
  it('makes the incoming rows the inventory and keeps the target', () => {
    const now = take('replace');
    expect(cellsOf(now)).toEqual([
      ['ci', '1.1.0', '4'],
      ['web', '1.0.0', ''],
    ]);
    expect(now).toMatchObject({
      inventoryName: 'theirs',
      facts: { disk: 'csi' },
      goal: { target: '2.0.0', entries: {} },
    });
  });

  it('drops the target with the catalog that it is of', () => {
    const now = take('replace', false, { catalogId: 'other' });
    expect(now).toMatchObject({ catalogId: 'other', goal: { target: '' } });
  });
});

describe('merge', () => {
  it('updates rows where they are, keeps those in which nothing was typed yet, and adds the others', () => {
    expect(cellsOf(take('merge'))).toEqual([
      ['ci', '1.1.0', '4'],
      ['', '', ''],
      ['half', '', ''],
      ['web', '1.0.0', ''],
    ]);
  });

  it('keeps exact targets, the name, and answers that the files do not give', () => {
    const now = take('merge');
    expect(now.rows[0]?.id).toBe('m');
    expect(now).toMatchObject({
      inventoryName: 'mine',
      facts: { site: 'here', disk: 'csi' },
      goal: before.goal,
    });
  });

  it('removes what is missing where that is asked for, with its exact target', () => {
    const now = take('merge', true);
    expect(now.rows.map(({ name }) => name)).toEqual(['ci', '', 'web']);
    expect(now.goal).toEqual({ ...before.goal, entries: { m: '2.0.0' } });
  });

  it('leaves everything the very same where nothing changes', () => {
    const known: Entry[] = [{ name: 'ci', component: 'client', version: 'v1.0.0', count: 3 }];
    const now = take('merge', false, { entries: known, facts: { site: 'here' } });
    for (const field of ['rows', 'facts', 'goal'] as const) expect(now[field]).toBe(before[field]);
  });
});

it('keeps what is done where entries are merged; another fleet of the same names has done nothing', () => {
  expect(take('merge').progress).toBe(before.progress);
  expect(take('replace').progress).toEqual([]);
  expect(take('merge', false, { catalogId: 'other' }).progress).toEqual([]);
});
