/** The law of reading an inventory entry by entry: it is the same as reading it at once. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { fewerRuns } from '../../testing/runs';
import { INVENTORY_FORMAT } from '../model';
import { parseCatalog } from './parse-catalog';
import { joinInventory, parseEntry, parseInventory } from './parse-inventory';

/** What makes an entry wrong only together with others or with the catalog, or in no way at all. */
const changes = fc.array(
  fc.record({
    place: fc.nat(),
    change: fc.constantFrom(
      {},
      { name: 'server' },
      { version: 'v1.2.0' },
      { version: 'latest' },
      { component: 'nobody' },
      { component: 'server' },
      { protocols: { api: [3, 1] as const } },
      { protocols: { other: [1, 2] as const } },
    ),
  }),
  { maxLength: 3 },
);

it('entry by entry is the same as at once, and changes no entry', () => {
  fc.assert(
    fc.property(
      instances,
      changes,
      fc.dictionary(fc.constantFrom('a', 'b'), fc.string()),
      (raw, all, facts) => {
        const parsed = parseCatalog(raw.catalog);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const catalog = parsed.value;
        const drafts: Record<string, unknown>[] = raw.inventory.entries.map((entry) => ({ ...entry }));
        for (const { place, change } of all) Object.assign(drafts[place % drafts.length] ?? {}, change);
        const head = { format: INVENTORY_FORMAT, product: catalog.id, facts };
        const entries = drafts.map((draft) => {
          const entry = parseEntry(draft);
          if (!entry.ok) throw new Error(JSON.stringify(entry.problems));
          return entry.value;
        });
        const before = JSON.stringify(entries);
        const joined = joinInventory(head, entries, catalog);
        expect(joined).toEqual(parseInventory({ ...head, entries: drafts }, catalog));
        expect(JSON.stringify(entries)).toBe(before);
      },
    ),
    { numRuns: fewerRuns(4) },
  );
});
