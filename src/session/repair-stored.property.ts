import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRowId, type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type SessionInputs } from './inputs';
import { repairPlan, repairView } from './repair-stored';
import { planOf } from './store';

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
    planName: text,
    catalogId: text,
    inventoryName: text,
    rows: fc.array(row, { maxLength: 6 }),
    facts: fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), text),
    parameters: fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), text),
    progress: fc.uniqueArray(fc.record({ entry: text, from: text, to: text }), {
      maxLength: 4,
      selector: (step) => JSON.stringify([step.entry, step.from, step.to]),
    }),
    target: text,
    consumers: fc.constantFrom('keep' as const, 'align' as const),
    allowSkips: fc.boolean(),
    prereleases: fc.boolean(),
    disruption: fc.uniqueArray(text, { maxLength: 4 }),
    theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
    lanes: fc.constantFrom('folded' as const, 'each' as const),
    singleKeys: fc.boolean(),
    beside: fc.constantFrom('today' as const, 'plan' as const, 'compare' as const),
  })
  .map(
    ({
      target,
      consumers,
      allowSkips,
      prereleases,
      disruption,
      theme,
      lanes,
      beside,
      singleKeys,
      ...rest
    }) => ({
      ...rest,
      goal: {
        target,
        consumers,
        allowSkips,
        prereleases,
        disruption,
        entries: Object.fromEntries(rest.rows.slice(0, 2).map(({ id }) => [id, '1.2.3'])),
      },
      view: { theme, lanes, beside, singleKeys },
    }),
  );

it('gives back what was stored', () => {
  fc.assert(
    fc.property(inputs, (stored) => {
      const again = JSON.parse(JSON.stringify(stored));
      expect(repairPlan(again)).toEqual(planOf(stored));
      expect(repairView(again.view)).toEqual(stored.view);
    }),
  );
});

it('makes inputs of anything, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      const repaired = repairPlan(anything);
      expect(Object.keys(repaired).sort()).toEqual(Object.keys(planOf(EMPTY_INPUTS)).sort());
      expect(Object.keys(repairView(anything))).toEqual(Object.keys(EMPTY_INPUTS.view));
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
      fc.constantFrom('goal', 'parameters', 'facts', 'catalogId', 'progress'),
      fc.anything(),
      (stored, field, rubbish) => {
        const repaired = repairPlan({ ...stored, [field]: rubbish });
        expect(repaired.rows).toEqual(stored.rows);
        expect(repaired.inventoryName).toBe(stored.inventoryName);
      },
    ),
  );
});
