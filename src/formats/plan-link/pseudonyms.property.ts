/** The laws of pseudonyms: nothing hidden shows, the plan is the same, and what is around a name does not change what it is called. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVENTORY_FORMAT, type Inventory, planUpgrade } from '../../engine';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { hide } from './pseudonyms';

const ALL = { names: true, labels: true, notes: true };
const GOAL = {
  target: '1.0.0',
  consumers: 'keep',
  entries: {},
  allowSkips: false,
  prereleases: false,
} as const;
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a fleet whose names are hidden', () => {
  it('says nothing of a name, a label, a note or a field that a link does not carry, and plans the same', () => {
    fc.assert(
      fc.property(instances, keys, (raw, key) => {
        const { catalog, inventory, goal } = parseInstance(raw);
        const entries = inventory.entries.map((entry) => ({
          ...entry,
          name: `secret ${entry.name}`,
          labels: { 'secret-key': 'secret value' },
          source: entry.source ?? 'secret origin',
          'secret-field': 'secret host',
          ...(entry.pinned !== undefined && { pinned: 'secret reason' }),
        }));
        const named = { ...inventory, name: 'secret fleet', entries, owner: 'secret owner' };
        const renamed = Object.fromEntries(
          Object.entries(goal.entries).map(([name, version]) => [`secret ${name}`, version]),
        );
        const wanted = { ...goal, entries: renamed };
        const hidden = hide(named, wanted, ALL, key);
        expect(JSON.stringify(hidden)).not.toContain('secret');
        const before = planUpgrade(catalog, named, wanted);
        const after = planUpgrade(catalog, hidden.inventory, hidden.goal);
        expect(after.status).toBe(before.status);
        expect(after.cost).toEqual(before.cost);
      }),
      { numRuns: fewerRuns(4) },
    );
  });

  const drawn = fc.uniqueArray(
    fc.record({
      name: fc.string({ unit: 'binary', minLength: 1 }),
      component: fc.constantFrom('server', 'client'),
      labels: fc.dictionary(fc.constantFrom('team', 'zone', 'x'), fc.constantFrom('a', 'b', 'c')),
    }),
    { selector: ({ name }) => name, maxLength: 8 },
  );
  const fleetOf = (entries: readonly object[]) =>
    ({
      format: INVENTORY_FORMAT,
      product: 'demo',
      facts: {},
      entries: entries.map((entry) => ({ version: '1.0.0', count: 1, ...entry })),
    }) as unknown as Inventory;
  /** What an entry is called, and its labels, by its name. */
  const calledIn = (entries: readonly { readonly name: string }[], key: Uint8Array) => {
    const { inventory } = hide(fleetOf(entries), GOAL, ALL, key);
    return new Map(
      entries.map(({ name }, i) => {
        const { name: pseudonym = '', labels = {} } = inventory.entries[i] ?? {};
        return [name, [pseudonym, ...Object.entries(labels).flat().sort()]] as const;
      }),
    );
  };

  it('calls each name the same, whatever is added, taken away or moved around it', () => {
    fc.assert(
      fc.property(drawn, drawn, keys, (some, others, key) => {
        const known = new Set(some.map(({ name }) => name));
        const more = [...others.filter(({ name }) => !known.has(name)), ...some.toReversed()];
        const before = calledIn(some, key);
        const after = calledIn(more, key);
        for (const { name } of some) expect(after.get(name)).toEqual(before.get(name));
        const all = [...after.values()].map(([pseudonym]) => pseudonym);
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: fewerRuns(4) },
    );
  });

  it('is called otherwise under another key, so that nobody finds a name by trying', () => {
    fc.assert(
      fc.property(drawn, keys, keys, (entries, key, other) => {
        fc.pre(Buffer.compare(key, other) !== 0);
        const here = calledIn(entries, key);
        for (const [name, [elsewhere]] of calledIn(entries, other)) {
          expect(here.get(name)?.[0]).not.toBe(elsewhere);
        }
      }),
      { numRuns: fewerRuns(4) },
    );
  });
});
