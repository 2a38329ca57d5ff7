/** The laws of how the fleet stands today: what is said to be needed is, and an answer that is asked for decides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { negotiate } from '../compatibility/negotiate';
import { serverEntryOf } from '../compatibility/server-entry';
import type { ProtocolRange } from '../model';
import { assessInventory } from './assess-inventory';
import { findFurthestBehind } from './furthest-behind';
import { findOpenToday } from './open-today';
import { protocolsInUse } from './protocols-in-use';

describe('who is furthest behind', () => {
  it('is lost, and nobody else, where the server drops what they hold', () => {
    fc.assert(
      fc.property(instances, (raw) => {
        const { catalog, inventory } = parseInstance(raw);
        const { version } = serverEntryOf(catalog, inventory);
        for (const use of protocolsInUse(catalog, inventory).protocols) {
          const { levels, unneeded, unknown } = findFurthestBehind(catalog, version, use);
          const { server } = use;
          const speaking = use.spoken.flatMap(({ range, entries }) =>
            range === null ? [] : entries.map((entry) => ({ entry, range })),
          );
          const agreeing = (offered: ProtocolRange | null) =>
            offered === null
              ? []
              : speaking.filter(({ range }) => negotiate(range, offered).ok).map(({ entry }) => entry);
          const today = agreeing(server);
          const held: string[] = [];
          for (const { entries, next, drops } of levels) {
            held.push(...entries);
            if (server === null) throw new Error('nothing is held where the server is not known');
            expect(drops).toEqual([server[0], next - 1]);
            expect(next).toBeLessThanOrEqual(server[1]);
            const after = new Set(agreeing([next, server[1]]));
            expect(today.filter((entry) => !after.has(entry)).toSorted()).toEqual(held.toSorted());
          }
          if (server !== null)
            expect(agreeing([server[1], server[1]]).length).toBe(today.length - held.length);
          if (unneeded !== undefined && server !== null) {
            expect(unknown.entries).toEqual([]);
            expect(agreeing([unneeded[1] + 1, server[1]])).toEqual(today);
          }
          const open = use.spoken.filter(({ range }) => range === null || server === null);
          expect(unknown.instances).toBe(open.reduce((sum, { instances: count }) => sum + count, 0));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a question that is open today', () => {
  it('is one whose answers can make a difference, and no other one is', () => {
    fc.assert(
      fc.property(instances, (raw) => {
        const { catalog, inventory } = parseInstance(raw);
        const open = new Map(findOpenToday(catalog, inventory).map(({ fact, entries }) => [fact, entries]));
        const standing = (facts: typeof inventory.facts) =>
          assessInventory(catalog, { ...inventory, facts }).map(({ entry, status, clashes, degraded }) => ({
            entry,
            told: JSON.stringify([status, clashes, degraded]),
          }));
        const now = standing(inventory.facts);
        for (const [fact, { options }] of Object.entries(catalog.facts)) {
          if (Object.hasOwn(inventory.facts, fact)) {
            expect(open.has(fact)).toBe(false);
            continue;
          }
          for (const answer of Object.keys(options)) {
            const changed = standing({ ...inventory.facts, [fact]: answer })
              .filter(({ told }, i) => told !== now[i]?.told)
              .map(({ entry }) => entry);
            expect(open.get(fact) ?? []).toEqual(expect.arrayContaining(changed));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
