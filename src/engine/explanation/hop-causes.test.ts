/** Of what is said to block: the hop rule beside an entry, and the ranges that a server advertises itself. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';

const entry = (name: string, component: string, version: string, more: Draft = {}): Draft => ({
  name,
  component,
  version,
  ...more,
});

/** Nothing works with the server of 2.0.0, which every hop to 3.0.0 leads through; clients of 3.0.0 work with all others. */
const walled = buildCatalog({
  releases: [
    { version: '0.9.0', protocols: { api: [1, 1] } },
    { version: '1.0.0', protocols: { api: [1, 1] } },
    { version: '2.0.0', protocols: { api: [9, 9] }, upgradeFrom: '=1.0.0' },
    { version: '3.0.0', protocols: { api: [1, 3] }, upgradeFrom: '=2.0.0' },
    { version: '3.1.0', protocols: { api: [2, 3] }, upgradeFrom: '=2.0.0', components: { client: null } },
  ],
});
const causesOf = (catalog: typeof walled, entries: readonly Draft[], target: string, allowSkips = false) =>
  planUpgrade(catalog, buildInventory(catalog, entries), { target, allowSkips });

describe('the hop rule', () => {
  it('is a cause beside the entry that cannot go where it leads, and waiving it is offered', () => {
    const entries = [
      entry('server', 'server', '1.0.0'),
      entry('ci', 'client', '1.0.0', { pinned: 'in use' }),
    ];
    const plan = causesOf(walled, entries, '3.0.0');
    expect(plan.causes).toMatchObject([
      { code: 'entry', entry: 'ci', server: '2.0.0', clash: { consumer: [1, 1], server: [9, 9] } },
      { code: 'hop', from: '1.0.0', to: '3.0.0', upgradeFrom: '=2.0.0' },
    ]);
    expect(plan.unblock.map(({ code }) => code)).toContain('allow-skips');
  });

  it('is of the server alone: what an entry moves past is not a hop', () => {
    const entries = [entry('server', 'server', '1.0.0'), entry('ci', 'client', '0.9.0')];
    // Without the rule ci would go from 0.9.0 to 3.0.0, and the server then from 1.0.0 to 3.1.0.
    expect(causesOf(walled, entries, '3.1.0').causes).toMatchObject([
      { code: 'entry', entry: 'ci' },
      { code: 'hop', from: '1.0.0', to: '3.1.0', upgradeFrom: '=2.0.0' },
    ]);
  });

  it('is none where it is waived, or where waiving it would not help', () => {
    const own = { pinned: 'in use', protocols: { api: [7, 7] } };
    const entries = [entry('server', 'server', '1.0.0'), entry('ci', 'client', '1.0.0', own)];
    for (const isWaived of [false, true]) {
      const { status, causes } = causesOf(walled, entries, '3.0.0', isWaived);
      expect(status).toBe('blocked');
      expect(causes.map(({ code }) => code)).toEqual(['entry']);
    }
  });
});

describe('a server that says itself what it speaks', () => {
  const catalog = buildCatalog({
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [3, 3] } },
    ],
  });
  const ci = entry('ci', 'client', '1.0.0', { pinned: 'in use' });

  it('is taken at its word where it is', () => {
    const entries = [entry('server', 'server', '1.0.0', { protocols: { api: [2, 4] } }), ci];
    expect(causesOf(catalog, entries, '1.0.0').causes).toMatchObject([
      { code: 'entry', entry: 'ci', server: '1.0.0', clash: { consumer: [1, 1], server: [2, 4] } },
    ]);
  });

  it('is not where it goes', () => {
    const entries = [entry('server', 'server', '1.0.0', { protocols: { api: [1, 2] } }), ci];
    expect(causesOf(catalog, entries, '2.0.0').causes).toMatchObject([
      { code: 'entry', entry: 'ci', server: '2.0.0', clash: { consumer: [1, 1], server: [3, 3] } },
    ]);
  });
});
