/** The laws of the file of all plans: what is written is read again, and what cannot be read is named. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatPath } from '../engine/model/problem';
import { fewerRuns, RUNS } from '../testing/runs';
import { createRowId, type DraftRow, EMPTY_GOAL, type PlanInputs, ROW_FIELDS } from './inputs';
import { PLANS_FORMAT, readPlansFile, writePlansFile } from './plans-file';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const texts = fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), text, { maxKeys: 3 });
const row: fc.Arbitrary<DraftRow> = fc
  .record({
    ...(Object.fromEntries(ROW_FIELDS.map((field) => [field, text])) as Record<
      (typeof ROW_FIELDS)[number],
      typeof text
    >),
    more: texts,
  })
  .map((cells) => ({ ...cells, id: createRowId() }));
const plan: fc.Arbitrary<PlanInputs> = fc
  .record({
    planName: text,
    catalogId: text,
    inventoryName: text,
    rows: fc.array(row, { maxLength: 4 }),
    facts: texts,
    parameters: texts,
    progress: fc.uniqueArray(fc.record({ entry: text, from: text, to: text }), {
      maxLength: 4,
      selector: (step) => JSON.stringify([step.entry, step.from, step.to]),
    }),
    target: text,
    consumers: fc.constantFrom('keep' as const, 'align' as const),
    allowSkips: fc.boolean(),
    prereleases: fc.boolean(),
    disruption: fc.uniqueArray(text, { maxLength: 3 }),
  })
  .map(({ target, consumers, allowSkips, prereleases, disruption, ...rest }) => ({
    ...rest,
    goal: {
      ...EMPTY_GOAL,
      target,
      consumers,
      allowSkips,
      prereleases,
      disruption,
      entries: Object.fromEntries(rest.rows.slice(1, 3).map(({ id }) => [id, '1.2.3'])),
    },
  }));
const plans = fc.array(plan, { minLength: 1, maxLength: 3 });

/** Rows have ids of their own in each session: named by their places they can be compared. */
function byPlaces({ rows, goal, ...rest }: PlanInputs) {
  const places = new Map(rows.map(({ id }, i) => [id, i]));
  return {
    ...rest,
    rows: rows.map(({ id: _, ...cells }) => cells),
    goal: {
      ...goal,
      entries: Object.fromEntries(Object.entries(goal.entries).map(([id, to]) => [places.get(id), to])),
    },
  };
}

it('what is written is read again, without a problem', () => {
  fc.assert(
    fc.property(plans, (written) => {
      const file = writePlansFile(written);
      const read = readPlansFile(JSON.parse(file));
      expect(read.problems).toEqual([]);
      expect(read.plans.map(byPlaces)).toEqual(written.map(byPlaces));
      expect(writePlansFile(read.plans)).toBe(file);
    }),
    { numRuns: fewerRuns(2) },
  );
});

type Place = (string | number)[];

/** All places in a value, `['plans', 0, 'rows']`, with what stands there. */
function placesIn(value: unknown, place: Place = []): { place: Place; value: unknown }[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    { place, value },
    ...inside.flatMap(([key, item]) => placesIn(item, [...place, Array.isArray(value) ? Number(key) : key])),
  ];
}

function isLeaf(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? false : value !== '';
}

it('what was damaged anywhere arrives or is named, and all else arrives', () => {
  fc.assert(
    fc.property(plans, fc.nat(), fc.jsonValue({ maxDepth: 2 }), (written, at, rubbish) => {
      const file = JSON.parse(writePlansFile(written));
      const inside = placesIn(file.plans, ['plans']).slice(1);
      const place = inside[at % inside.length]?.place ?? [];
      const holder = place.slice(0, -1).reduce((inner, key) => inner[key], file);
      holder[place.at(-1) ?? ''] = rubbish;
      const read = readPlansFile(file);

      const arrived = placesIn(read.plans).flatMap((found) =>
        isLeaf(found.value) ? [String(found.value)] : [],
      );
      const isThere = (text: string) => arrived.some((leaf) => leaf.includes(text));
      const named = read.problems.map(({ path }) => path);
      for (const leaf of placesIn(file.plans, ['plans'])) {
        if (!isLeaf(leaf.value)) continue;
        const path = formatPath(leaf.place);
        const isNamed = named.some((problem) => path.startsWith(problem));
        const text = String(leaf.value);
        expect(isNamed || isThere(text) || isThere(JSON.stringify(text).slice(1, -1)), path).toBe(true);
      }

      const [, number, field, rowNumber] = place;
      const after = read.plans.map(byPlaces);
      for (const [i, before] of written.map(byPlaces).entries()) {
        if (i !== number) expect(after).toContainEqual(before);
        else if (field === 'rows' && typeof rowNumber === 'number') {
          const rows = after.flatMap((found) => found.rows);
          for (const other of before.rows.toSpliced(rowNumber, 1)) expect(rows).toContainEqual(other);
        } else if (field !== undefined && field !== 'rows') {
          expect(after.map((found) => found.rows)).toContainEqual(before.rows);
        }
      }
    }),
    { numRuns: fewerRuns(2) },
  );
});

it('anything at all is read without an error', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      for (const json of [
        anything,
        { format: PLANS_FORMAT, plans: anything },
        { plans: [{ rows: anything }] },
      ]) {
        expect(Array.isArray(readPlansFile(json).plans)).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});
