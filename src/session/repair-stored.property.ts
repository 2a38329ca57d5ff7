import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRowId, type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type SessionInputs } from './inputs';
import { readStored, repairInputs } from './repair-stored';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const row: fc.Arbitrary<DraftRow> = fc
  .record({
    name: text,
    component: text,
    version: text,
    count: text,
    pinned: text,
    protocols: text,
    source: text,
    labels: text,
    more: fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.string()),
  })
  .map((fields) => ({ ...fields, id: createRowId() }));
const inputs: fc.Arbitrary<SessionInputs> = fc
  .record({
    catalogId: text,
    inventoryName: text,
    rows: fc.array(row, { maxLength: 6 }),
    facts: fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), text),
    parameters: fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), text),
    target: text,
    consumers: fc.constantFrom('keep' as const, 'align' as const),
    allowSkips: fc.boolean(),
    prereleases: fc.boolean(),
    theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
    lanes: fc.constantFrom('folded' as const, 'each' as const),
  })
  .map(({ target, consumers, allowSkips, prereleases, theme, lanes, ...rest }) => ({
    ...rest,
    goal: {
      target,
      consumers,
      allowSkips,
      prereleases,
      entries: Object.fromEntries(rest.rows.slice(0, 2).map(({ id }) => [id, '1.2.3'])),
    },
    view: { theme, lanes },
  }));

it('gives back what was stored', () => {
  fc.assert(
    fc.property(inputs, (stored) => {
      expect(readStored(JSON.stringify({ version: 1, inputs: stored }))).toEqual(stored);
    }),
  );
});

it('makes inputs of anything, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      const repaired = repairInputs(anything);
      expect(Object.keys(repaired)).toEqual(Object.keys(EMPTY_INPUTS));
      for (const found of repaired.rows) {
        expect(Object.keys(found).sort()).toEqual(['id', ...Object.keys(EMPTY_ROW)].sort());
      }
      expect(new Set(repaired.rows.map(({ id }) => id)).size).toBe(repaired.rows.length);
    }),
  );
});

it('keeps the good part of what is damaged', () => {
  fc.assert(
    fc.property(
      inputs,
      fc.constantFrom('goal', 'view', 'facts', 'catalogId'),
      fc.anything(),
      (stored, field, rubbish) => {
        const repaired = repairInputs({ ...stored, [field]: rubbish });
        expect(repaired.rows).toEqual(stored.rows);
        expect(repaired.inventoryName).toBe(stored.inventoryName);
      },
    ),
  );
});

it('holds no text for stored inputs that is none', () => {
  for (const broken of [null, '', '{', '[]', '"x"', 'null', '{"inputs"', '{}']) {
    expect(readStored(broken)).toBeUndefined();
  }
});
