/** The laws of what the browser keeps: what went in comes out, with all that can be undone, and nothing does any harm. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewerRuns, RUNS } from '../testing/runs';
import { type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type PlanInputs, ROW_FIELDS } from './inputs';
import {
  addRow,
  answerFact,
  chooseCatalog,
  clearInventory,
  deleteRows,
  duplicateRows,
  editCell,
  historyOfNow,
  planOf,
  redo,
  replaceInputs,
  sessionStore,
  setEntryTarget,
  setGoal,
  setParameter,
  setPlanName,
  startWith,
  undo,
} from './store';
import { MOST_HISTORY } from './stored-history';
import { readHead, readStoredPlan, writeStoredPlan } from './stored-plan';

const word = fc.string({ unit: 'grapheme', maxLength: 8 });
const rows = () => sessionStore.getState().rows;
const rowAt = (place: number) => rows()[place % Math.max(1, rows().length)]?.id ?? '';

/** Something that an operator does. */
const deed: fc.Arbitrary<() => void> = fc.oneof(
  word.map((name) => () => void addRow({ name, more: { team: name } })),
  fc.tuple(fc.nat(), fc.constantFrom(...ROW_FIELDS), word).map(
    ([place, field, text]) =>
      () =>
        editCell(rowAt(place), field, text),
  ),
  fc.nat().map((place) => () => deleteRows(new Set([rowAt(place)]))),
  fc.nat().map((place) => () => void duplicateRows(new Set([rowAt(place)]))),
  fc.tuple(fc.nat(), word).map(([place, version]) => () => {
    if (rows().length > 0) setEntryTarget(rowAt(place), version);
  }),
  fc.tuple(fc.constantFrom('disk', 'site'), word).map(
    ([fact, answer]) =>
      () =>
        answerFact(fact, answer),
  ),
  fc.tuple(fc.constantFrom('a', 'b'), word).map(
    ([id, text]) =>
      () =>
        setParameter(id, text),
  ),
  word.map((target) => () => setGoal({ target, consumers: 'align' })),
  word.map((name) => () => setPlanName(name)),
  word.map((id) => () => chooseCatalog(id)),
  fc.constant(() => replaceInputs({ rows: rows().toReversed() })),
  fc.constant(() => clearInventory()),
  fc.constant(undo),
  fc.constant(redo),
);

function statesOf(step: () => void, most: number): PlanInputs[] {
  return Array.from({ length: most }, () => {
    step();
    return planOf(sessionStore.getState());
  });
}

describe('a plan that was kept', () => {
  it('comes back as it was, with each step that can be undone and redone', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        startWith(EMPTY_INPUTS);
        for (const act of deeds) act();
        const inputs = planOf(sessionStore.getState());
        const history = historyOfNow();
        const { past, future } = history;
        const text = writeStoredPlan({ inputs, history }, 7);
        const [undone, redone] = [statesOf(undo, past.length), statesOf(redo, future.length)];

        const kept = readStoredPlan(text);
        expect(kept?.inputs).toEqual(inputs);
        startWith(kept?.inputs ?? EMPTY_INPUTS, kept?.history);
        expect(statesOf(undo, past.length)).toEqual(undone);
        expect(statesOf(redo, future.length)).toEqual(redone);
        expect(readHead(text)).toMatchObject({ planName: inputs.planName, entries: inputs.rows.length });
      }),
      { numRuns: fewerRuns(4) },
    );
  });

  it('is read from any text without an error, and a damaged history costs nothing but itself', () => {
    startWith(EMPTY_INPUTS);
    for (const name of ['a', 'b', 'c']) addRow({ name });
    deleteRows(new Set([rowAt(0)]));
    const inputs = planOf(sessionStore.getState());
    const text = writeStoredPlan({ inputs, history: historyOfNow() }, 7);
    const line = text.split('\n')[2] ?? '';
    const rubbish = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .tuple(fc.nat(line.length), fc.constantFrom('7', 'null', '"', '[', '-1'))
        .map(([at, piece]) => line.slice(0, at) + piece + line.slice(at + 1)),
      fc
        .record({ rows: fc.array(fc.anything()), past: fc.array(fc.record({ rows: fc.anything() })) })
        .map((history) => JSON.stringify(history)),
    );
    fc.assert(
      fc.property(rubbish, (piece) => {
        readHead(piece);
        readStoredPlan(piece);
        const damaged = [...text.split('\n').slice(0, 2), piece.replaceAll('\n', ' ')].join('\n');
        const kept = readStoredPlan(damaged);
        expect(kept?.inputs).toEqual(inputs);
        for (const state of [...(kept?.history.past ?? []), ...(kept?.history.future ?? [])]) {
          expect(state.rows.every((row: DraftRow | undefined) => typeof row?.name === 'string')).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('how much room a plan takes', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({
    ...EMPTY_ROW,
    id: `rmabcdef-${i.toString(36)}`,
    name: `payments-api-${i}`,
    component: 'entrypoint',
    version: '0.10.5',
    count: '12',
    labels: 'team=payments, zone=eu-central-1',
  }));
  const textNow = () =>
    writeStoredPlan({ inputs: planOf(sessionStore.getState()), history: historyOfNow() }, 7);

  it('is little for 10,000 rows and 200 steps: several fit into the 5,200,000 characters of a browser', () => {
    startWith({ ...EMPTY_INPUTS, rows: many });
    const bare = textNow().length;
    for (let i = 0; i < 200; i += 1) editCell(many[i * 7]?.id ?? '', 'version', '0.11.0');
    expect(bare).toBeLessThan(1_600_000);
    expect(textNow().length - bare).toBeLessThan(60_000);
  });

  it('has a bound, however much was changed: what lies farthest back is left out', () => {
    startWith(EMPTY_INPUTS);
    for (let i = 0; i < 6; i += 1) {
      replaceInputs({ rows: many.slice(0, 3_000).map((row) => ({ ...row, count: String(i) })) });
    }
    const history = textNow().split('\n')[2] ?? '';
    expect(history.length).toBeLessThan(MOST_HISTORY + 100);
    const kept = readStoredPlan(textNow())?.history.past ?? [];
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(historyOfNow().past.slice(-kept.length));
  });
});
