/** The laws of links: what went in comes out, and nothing that is read does any harm. */

import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVENTORY_FORMAT, type Inventory, parseGoal, parseInventory, planUpgrade } from '../../engine';
import { instances } from '../../testing/instances';
import { contentWithMuch, KINDS_OF_MUCH } from '../../testing/link-bombs';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { fewerRuns, READING_RUNS } from '../../testing/runs';
import { sealLink } from '../../testing/seal-link';
import { writeContent } from './link-content';
import { MAX_VALUES } from './link-wire';
import { readLink, writeLink } from './plan-link';

const EMPTY: Inventory = { format: INVENTORY_FORMAT, product: 'demo', facts: {}, entries: [] };
const GOAL = {
  target: '1.0.0',
  consumers: 'keep',
  entries: {},
  allowSkips: false,
  prereleases: false,
} as const;
const MARK = { id: 'demo', updated: '2026-01-01', digest: 'ab'.repeat(32) };

function contentOf({ catalog, inventory, goal }: ParsedInstance): string {
  const plan = planUpgrade(catalog, inventory, goal);
  return writeContent({ catalog: MARK, inventory, goal, plan, parameters: {}, view: { lanes: 'folded' } });
}

describe('a link', () => {
  it('gives the same inventory, goal and plan to whoever opens it', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (raw) => {
        const instance = parseInstance(raw);
        const { catalog, inventory, goal } = instance;
        const read = await readLink(await writeLink(contentOf(instance)));
        if (!read.ok) throw new Error(read.message);
        const again = parseInventory({ ...read.content.inventory, product: catalog.id }, catalog);
        if (!again.ok) throw new Error(JSON.stringify(again.problems));
        expect(again.value.entries).toEqual(inventory.entries);
        expect(again.value.facts).toEqual(inventory.facts);
        expect(parseGoal(read.content.goal, catalog, again.value)).toEqual({ ok: true, value: goal });
        const { status, steps } = planUpgrade(catalog, inventory, goal);
        expect(read.content.plan).toEqual({
          status,
          steps: steps.map(({ entry, to, stage }) => ({ entry, to, stage })),
        });
      }),
      { numRuns: fewerRuns(10) },
    );
  });

  it('says which steps are done, and nothing of what is no step of the plan', async () => {
    await fc.assert(
      fc.asyncProperty(instances, fc.array(fc.nat(), { maxLength: 5 }), async (raw, places) => {
        const { catalog, inventory, goal } = parseInstance(raw);
        const plan = planUpgrade(catalog, inventory, goal);
        const some = plan.steps.filter((_, i) => places.some((place) => place % plan.steps.length === i));
        const other = { entry: 'nobody', from: '1.0.0', to: '9.9.9' };
        const parts = {
          catalog: MARK,
          inventory,
          goal,
          plan,
          parameters: {},
          view: { lanes: 'each' },
        } as const;
        const read = await readLink(await writeLink(writeContent({ ...parts, progress: [other, ...some] })));
        if (!read.ok) throw new Error(read.message);
        expect(read.content.progress).toEqual(some.map(({ entry, from, to }) => ({ entry, from, to })));
        const none = writeContent({ ...parts, progress: [other] });
        expect(none).toBe(writeContent(parts));
      }),
      { numRuns: fewerRuns(10) },
    );
  });

  it('gives the same values for commands, view and catalog', async () => {
    const texts = fc.string({ unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,6}$/), texts),
        fc.constantFrom('folded' as const, 'each' as const),
        fc.option(texts, { nil: undefined }),
        async (parameters, lanes, ownCatalog) => {
          const plan = { status: 'done' as const, steps: [] };
          const parts = {
            catalog: MARK,
            inventory: EMPTY,
            goal: GOAL,
            plan,
            parameters,
            view: { lanes },
            ownCatalog,
          };
          const read = await readLink(await writeLink(writeContent(parts)));
          if (!read.ok) throw new Error(read.message);
          const filled = Object.entries(parameters).filter(([, value]) => value.trim() !== '');
          expect(read.content).toMatchObject({ view: { lanes }, ownCatalog });
          expect(new Map(Object.entries(read.content.parameters))).toEqual(new Map(filled));
        },
      ),
      { numRuns: fewerRuns(4) },
    );
  });

  it('that lost, won or changed a character is known to be damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        instances,
        fc.nat(),
        fc.constantFrom('cut', 'drop', 'change', 'double'),
        async (raw, place, damage) => {
          const link = await writeLink(contentOf(parseInstance(raw)));
          const at = 2 + (place % (link.length - 2));
          const other = link[at] === 'A' ? 'B' : 'A';
          const damaged = {
            cut: link.slice(0, at),
            drop: link.slice(0, at) + link.slice(at + 1),
            change: link.slice(0, at) + other + link.slice(at + 1),
            double: link.slice(0, at) + link.slice(at - 1),
          }[damage];
          const read = await readLink(damaged);
          // The last character of base64 has bits that mean nothing.
          if (read.ok) expect(read).toEqual(await readLink(link));
          else expect(read.code).toBe('damaged');
        },
      ),
      { numRuns: fewerRuns(2, READING_RUNS) },
    );
  });

  it('that is any text at all is refused, with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `1.${text}`),
          fc.uint8Array().map((bytes) => `1.${Buffer.from(bytes).toString('base64url')}`),
          fc.uint8Array().map(sealLink),
          fc.json().map((text) => sealLink(deflateRawSync(text))),
        ),
        async (text) => {
          const read = await readLink(text);
          expect(read.ok).toBe(false);
          if (!read.ok) expect(read.message).not.toBe('');
        },
      ),
      { numRuns: READING_RUNS },
    );
  });

  it('that has more of anything than it may hold is refused, however much more it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...KINDS_OF_MUCH),
        fc.integer({ min: MAX_VALUES, max: 3 * MAX_VALUES }),
        async (kind, values) => {
          const bomb = sealLink(deflateRawSync(JSON.stringify(contentWithMuch(kind, values))));
          expect(await readLink(bomb)).toMatchObject({ ok: false, code: 'too-large' });
        },
      ),
      { numRuns: fewerRuns(50) },
    );
  });
});
