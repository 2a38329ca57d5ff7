import { describe, expect, it } from 'vitest';
import type { Entry } from '../engine/model';
import { type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type SessionInputs } from './inputs';
import { takeEntries } from './take-entries';

const mine: DraftRow = {
  ...EMPTY_ROW,
  id: 'm',
  name: 'ci',
  component: 'client',
  version: '1.0.0',
  count: '3',
};
const half: DraftRow = { ...EMPTY_ROW, id: 'h', name: 'half', component: 'client' };
const before: SessionInputs = {
  ...EMPTY_INPUTS,
  catalogId: 'demo',
  inventoryName: 'mine',
  rows: [mine, half],
  facts: { site: 'here' },
  goal: { ...EMPTY_INPUTS.goal, target: '2.0.0', entries: { m: '2.0.0' } },
};
const entries: Entry[] = [
  { name: 'ci', component: 'client', version: '1.1.0', count: 4 },
  { name: 'web', component: 'client', version: '1.0.0', count: 1 },
];
const incoming = { catalogId: 'demo', entries, facts: { disk: 'csi' }, name: 'theirs' };

describe('replace', () => {
  it('makes the incoming rows the inventory and keeps the target', () => {
    const now = takeEntries(before, incoming, 'replace');
    expect(now.rows?.map(({ name, version, count }) => [name, version, count])).toEqual([
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
    const now = takeEntries(before, { ...incoming, catalogId: 'other' }, 'replace');
    expect(now).toMatchObject({ catalogId: 'other', goal: { target: '' } });
  });
});

describe('merge', () => {
  const now = takeEntries(before, incoming, 'merge');

  it('updates rows of the same name where they are, and adds the others after what is there', () => {
    expect(now.rows?.map(({ name, version }) => [name, version])).toEqual([
      ['ci', '1.1.0'],
      ['half', ''],
      ['web', '1.0.0'],
    ]);
  });

  it('keeps their exact targets, the name, and answers that the file does not give', () => {
    expect(now.rows?.[0]?.id).toBe('m');
    expect(now).toMatchObject({
      inventoryName: 'mine',
      facts: { site: 'here', disk: 'csi' },
      goal: { entries: { m: '2.0.0' } },
    });
  });
});
