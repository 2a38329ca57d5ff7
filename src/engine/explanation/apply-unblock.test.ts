/** What do inventory and goal become with each kind of change? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory } from '../../testing/build';
import type { ParsedGoal, Unblock } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { applyUnblock } from './apply-unblock';

const catalog = buildCatalog({
  facts: { site: { question: 'Where?', options: { here: 'Here', there: 'There' } } },
  releases: ['1.0.0', '2.0.0', '3.0.0'].map((version) => ({ version, protocols: { api: [1, 1] } })),
});
const inventory = buildInventory(catalog, [
  { name: 'server', component: 'server', version: '1.0.0', pinned: 'frozen' },
  { name: 'ci', component: 'client', version: '2.0.0', pinned: 'in use', protocols: { api: [1, 1] } },
  { name: 'desk', component: 'client', version: '2.0.0', pinned: 'in use' },
]);
const wanted = {
  target: '3.0.0',
  consumers: 'align' as const,
  entries: { ci: '3.0.0', server: '3.0.0' },
};
const goal = requireGoal(wanted, catalog, inventory);
const [server, ci, desk] = inventory.entries;

function changedBy(change: Unblock): { entries: readonly object[]; facts: object; goal: ParsedGoal } {
  const before = JSON.stringify([inventory, goal]);
  const changed = applyUnblock(catalog, inventory, goal, change);
  expect(JSON.stringify([inventory, goal])).toBe(before);
  return { entries: changed.inventory.entries, facts: changed.inventory.facts, goal: changed.goal };
}
const same = { entries: inventory.entries, facts: {}, goal };

describe('what would unblock a plan', () => {
  it.each<[what: string, change: Unblock, changed: object]>([
    ['an answer', { code: 'answer', fact: 'site', answer: 'here' }, { facts: { site: 'here' } }],
    ['that the others stay', { code: 'keep' }, { goal: { ...goal, consumers: 'keep' } }],
    ['pre-releases', { code: 'prereleases' }, { goal: { ...goal, prereleases: true } }],
    ['hops outside the rule', { code: 'allow-skips' }, { goal: { ...goal, allowSkips: true } }],
    [
      'another target, which the goal may name for the server as well',
      { code: 'target', target: '2.0.0' },
      { goal: { ...goal, target: '2.0.0', entries: { ci: '3.0.0' } } },
    ],
    [
      'another version for an entry',
      { code: 'entry-target', entry: 'ci', target: '2.0.0' },
      { goal: { ...goal, entries: { ci: '2.0.0', server: '3.0.0' } } },
    ],
    [
      'none for it',
      { code: 'entry-target', entry: 'ci' },
      { goal: { ...goal, entries: { server: '3.0.0' } } },
    ],
    [
      'an entry less, which the goal names no more',
      { code: 'retire', entry: 'ci' },
      { entries: [server, desk], goal: { ...goal, entries: { server: '3.0.0' } } },
    ],
    [
      'a range looked up',
      { code: 'look-up', entry: 'desk', protocols: { api: [1, 4] } },
      { entries: [server, ci, { ...desk, protocols: { api: [1, 4] } }] },
    ],
  ])('is %s', (_, change, changed) => {
    expect(changedBy(change)).toEqual({ ...same, ...changed });
  });

  it('is one pin less, or several', () => {
    const { pinned: _, ...free } = ci ?? {};
    const { pinned: __, ...other } = desk ?? {};
    expect(changedBy({ code: 'unpin', entry: 'ci' }).entries).toEqual([server, free, desk]);
    expect(changedBy({ code: 'unpin', entry: 'ci', also: ['desk'] }).entries).toEqual([server, free, other]);
  });

  it('is an older version, of which nobody says what it speaks', () => {
    const { protocols: _, ...silent } = ci ?? {};
    expect(changedBy({ code: 'put-back', entry: 'ci', version: '1.0.0' }).entries).toEqual([
      server,
      { ...silent, version: '1.0.0' },
      desk,
    ]);
  });
});
