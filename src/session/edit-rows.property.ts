import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeCells, copyRows, nameGiver, newRow } from './edit-rows';
import { EMPTY_INPUTS, ROW_FIELDS } from './inputs';
import { deleteRows, editCells, sessionStore, startWith, undo } from './store';

const name = fc.constantFrom('ci', 'ci-2', 'ci-3', 'web', '');
const rows = fc.array(name, { maxLength: 8 }).map((names) => names.map((one) => newRow({ name: one })));
const edits = fc.array(
  fc.record({ at: fc.nat(9), field: fc.constantFrom(...ROW_FIELDS), text: fc.constantFrom('', 'x', 'y') }),
);

describe('many cells at once', () => {
  it('are what one edit after the other would make of them, and what does not change is the very same', () => {
    fc.assert(
      fc.property(rows, edits, (before, wanted) => {
        const list = wanted.map(({ at, ...edit }) => ({ ...edit, id: before[at]?.id ?? 'gone' }));
        const now = changeCells(before, list);
        const expected = before.map((row) => {
          const mine = list.filter(({ id }) => id === row.id).map(({ field, text }) => [field, text]);
          return { ...row, ...Object.fromEntries(mine) };
        });
        expect(now).toEqual(expected);
        for (const [i, row] of before.entries())
          if (JSON.stringify(row) === JSON.stringify(expected[i])) expect(now[i]).toBe(row);
        if (JSON.stringify(before) === JSON.stringify(expected)) expect(now).toBe(before);
      }),
    );
  });
});

describe('names', () => {
  it('that are given are free, and given once', () => {
    fc.assert(
      fc.property(rows, fc.array(name.filter(Boolean), { maxLength: 8 }), (before, wanted) => {
        const giveName = nameGiver(before);
        const given = wanted.map(giveName);
        const taken = before.map((row) => row.name);
        expect(new Set([...taken, ...given]).size).toBe(new Set(taken).size + given.length);
      }),
    );
  });
});

describe('copies', () => {
  it('stand behind the last of the rows that they are of, alike but for name and id', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (before, isChosen) => {
        const chosen = before.filter((_, i) => isChosen[i]);
        const { rows: now, copies } = copyRows(before, new Set(chosen.map(({ id }) => id)));
        const last = before.findLastIndex((_, i) => isChosen[i]);
        expect(now.toSpliced(last + 1, chosen.length)).toEqual(before);
        const block = now.slice(last + 1, last + 1 + chosen.length);
        expect(block.map(({ id }) => id)).toEqual(copies);
        const plain = (list: typeof block) => list.map(({ id: _, name: __, ...others }) => others);
        expect(plain(block)).toEqual(plain(chosen));
        expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
      }),
    );
  });
});

describe('a change of many', () => {
  beforeEach(() => startWith(EMPTY_INPUTS));

  it('is one step of undo: cells, rows that are added, rows that go', () => {
    fc.assert(
      fc.property(rows, edits, rows, (before, wanted, added) => {
        startWith({ ...EMPTY_INPUTS, rows: before });
        editCells(
          wanted.map(({ at, ...edit }) => ({ ...edit, id: before[at]?.id ?? 'gone' })),
          added,
        );
        const between = sessionStore.getState().rows;
        expect(between).toHaveLength(before.length + added.length);
        const isSame = between === before;
        deleteRows(new Set(between.slice(1).map(({ id }) => id)));
        undo();
        expect(sessionStore.getState().rows).toBe(between);
        if (!isSame) undo();
        expect(sessionStore.getState().rows).toEqual(before);
      }),
    );
  });
});
