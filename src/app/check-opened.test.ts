import { describe, expect, it } from 'vitest';
import { draftEntry } from '../session/draft-entry';
import { EMPTY_GOAL } from '../session/inputs';
import { buildCatalog } from '../testing/build';
import { checkOpened } from './check-opened';

const catalog = buildCatalog({
  facts: { sealed: { question: 'Sealed?', options: { yes: 'Yes', no: 'No' } } },
  parameters: { file: { name: 'File' } },
});
const server = { name: 'server', component: 'server', version: '1.0.0', count: 1 };

function check({
  entries = [server],
  facts = {},
  parameters = {},
  notRead = [],
  goal = {},
}: {
  entries?: readonly (typeof server)[];
  facts?: Record<string, string>;
  parameters?: Record<string, string>;
  notRead?: readonly string[];
  goal?: object;
}) {
  const wanted = { ...EMPTY_GOAL, target: '1.0.0', ...goal };
  const rows = entries.map((entry, i) => draftEntry(entry, `r${i}`));
  const content = {
    catalog: { id: 'demo', updated: '', digest: '' },
    inventory: { facts, entries: [...entries] },
    goal: { target: '1.0.0' },
    plan: { status: 'done' as const, steps: [] },
    parameters,
    progress: [],
    notRead,
  };
  return checkOpened(content, { rows, facts, inventoryName: '', goal: wanted }, catalog);
}

describe('what was opened', () => {
  it('says nothing where all of it means something', () => {
    const answered = check({ facts: { sealed: 'yes' }, parameters: { file: 'a' } });
    expect(answered).toEqual({ isWhole: true, remarks: [] });
  });

  it.each([
    ['an answer', { facts: { sealed: 'perhaps' } }, '"perhaps" is none of the answers'],
    ['a question', { facts: { open: 'yes' } }, 'asks no question "open"'],
    ['a component', { entries: [server, { ...server, name: 'edge', component: 'mesh' }] }, 'edge: "mesh"'],
    ['a version', { entries: [{ ...server, version: 'latest' }] }, 'server: "latest"'],
    ['an order of disruption', { goal: { disruption: ['mesh'] } }, 'no component "mesh"'],
  ] as const)('without a plan by %s that means nothing says so', (_, fields, words) => {
    const { isWhole, remarks } = check(fields);
    expect(isWhole).toBe(false);
    expect(remarks.join()).toContain(words);
  });

  it('that can be planned says all the same what nothing is done with', () => {
    const { isWhole, remarks } = check({ parameters: { tenant: 'x' }, notRead: ['z', 'g.x'] });
    expect(isWhole).toBe(true);
    expect(remarks).toEqual([expect.stringContaining('"tenant"'), expect.stringContaining('"z" and "g.x"')]);
  });

  it('names some of many, and how many there are', () => {
    const entries = Array.from({ length: 9 }, (_, i) => ({ ...server, name: `e${i}`, component: 'mesh' }));
    expect(check({ entries: [server, ...entries] }).remarks).toHaveLength(6);
    expect(check({ entries: [server, ...entries] }).remarks[5]).toBe('And 4 more.');
    const parameters = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`p${i}`, 'x']));
    expect(check({ parameters }).remarks[0]).toContain('"p4" and 4 more');
  });
});
