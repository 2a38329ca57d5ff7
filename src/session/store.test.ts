import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_INPUTS } from './inputs';
import {
  addRow,
  answerFact,
  beginEdit,
  chooseCatalog,
  clearInventory,
  deleteRows,
  duplicateRows,
  editCell,
  redo,
  replaceInputs,
  sessionStore,
  setDone,
  setEntryTarget,
  setGoal,
  setView,
  startWith,
  takeBackEdit,
  undo,
} from './store';

const rows = () => sessionStore.getState().rows;

beforeEach(() => {
  startWith(EMPTY_INPUTS);
});

describe('undo', () => {
  it('takes back each change, and redo makes it again', () => {
    const id = addRow({ name: 'ci' });
    editCell(id, 'version', '1.0.0');
    answerFact('platform', 'docker');
    undo();
    expect(sessionStore.getState().facts).toEqual({});
    undo();
    expect(rows()[0]?.version).toBe('');
    undo();
    expect(rows()).toEqual([]);
    redo();
    redo();
    expect(rows()[0]).toMatchObject({ name: 'ci', version: '1.0.0' });
  });

  it('takes keystrokes in one cell back together, and those of another cell apart', () => {
    const id = addRow({ name: 'ci' });
    for (const text of ['1', '1.', '1.2']) editCell(id, 'version', text);
    for (const text of ['4', '40']) editCell(id, 'count', text);
    undo();
    expect(rows()[0]).toMatchObject({ version: '1.2', count: '' });
    undo();
    expect(rows()[0]).toMatchObject({ version: '', count: '' });
  });

  it('takes them back apart where a pause lies between', () => {
    vi.useFakeTimers();
    const id = addRow({ name: 'ci' });
    editCell(id, 'version', '1.0.0');
    vi.advanceTimersByTime(5_000);
    editCell(id, 'version', '2.0.0');
    vi.useRealTimers();
    undo();
    expect(rows()[0]?.version).toBe('1.0.0');
  });

  describe('of a cell that is typed into and given up', () => {
    /** Types, and rests so long after each text that the next one is another step. */
    function typeSlowly(id: string, ...texts: readonly string[]): void {
      vi.useFakeTimers();
      for (const text of texts) {
        editCell(id, 'count', text);
        vi.advanceTimersByTime(1_800);
      }
      vi.useRealTimers();
    }

    it('does not bring back what was typed, however slowly', () => {
      const id = addRow({ name: 'ci', count: '12' });
      answerFact('platform', 'docker');
      const before = beginEdit();
      typeSlowly(id, '9', '99', '12', '998');
      takeBackEdit(id, 'count', '12', before);
      expect(rows()[0]?.count).toBe('12');
      undo();
      expect(rows()[0]?.count).toBe('12');
      expect(sessionStore.getState().facts).toEqual({});
    });

    it('leaves what could be made again', () => {
      const id = addRow({ name: 'ci', count: '12' });
      answerFact('platform', 'docker');
      undo();
      const before = beginEdit();
      typeSlowly(id, '99');
      takeBackEdit(id, 'count', '12', before);
      redo();
      expect(sessionStore.getState().facts).toEqual({ platform: 'docker' });
    });

    it('leaves an earlier text of the same cell a step, even one of a moment ago', () => {
      const id = addRow({ name: 'ci', count: '12' });
      editCell(id, 'count', '13');
      const before = beginEdit();
      typeSlowly(id, '99');
      takeBackEdit(id, 'count', '13', before);
      expect(rows()[0]?.count).toBe('13');
      undo();
      expect(rows()[0]?.count).toBe('12');
    });

    it('keeps what was changed besides', () => {
      const id = addRow({ name: 'ci', count: '12' });
      const before = beginEdit();
      typeSlowly(id, '99');
      addRow({ name: 'web' });
      takeBackEdit(id, 'count', '12', before);
      expect(rows().map(({ name, count }) => [name, count])).toEqual([
        ['ci', '12'],
        ['web', ''],
      ]);
      undo();
      expect(rows()[0]?.count).toBe('99');
    });

    it('holds where steps were undone meanwhile', () => {
      const id = addRow({ name: 'ci', count: '12' });
      const before = beginEdit();
      undo();
      redo();
      takeBackEdit(id, 'count', '12', before);
      expect(rows().map(({ count }) => count)).toEqual(['12']);
      undo();
      expect(rows()).toEqual([]);
    });
  });

  it('does not reach what was there when the page opened, nor the view', () => {
    startWith({ ...EMPTY_INPUTS, inventoryName: 'kept' });
    setView({ theme: 'dark' });
    undo();
    expect(sessionStore.getState()).toMatchObject({ inventoryName: 'kept', view: { theme: 'dark' } });
  });

  it('takes a whole import back in one step', () => {
    addRow({ name: 'mine' });
    replaceInputs({ catalogId: 'other', rows: [], facts: { a: 'b' } });
    undo();
    expect(rows().map(({ name }) => name)).toEqual(['mine']);
    expect(sessionStore.getState().facts).toEqual({});
  });
});

describe('rows', () => {
  it('are duplicated under the next free name, beside the first', () => {
    const id = addRow({ name: 'ci', version: '1.0.0' });
    addRow({ name: 'web' });
    duplicateRows(new Set([id]));
    duplicateRows(new Set([id]));
    expect(rows().map(({ name }) => name)).toEqual(['ci', 'ci-3', 'ci-2', 'web']);
  });

  it('take their exact target with them when they go', () => {
    const id = addRow({ name: 'ci' });
    setEntryTarget(id, '2.0.0');
    setGoal({ target: '2.0.0' });
    deleteRows(new Set([id]));
    expect(sessionStore.getState().goal).toMatchObject({ entries: {}, target: '2.0.0' });
  });
});

describe('what is done', () => {
  const server = { entry: 'server', from: '1.0.0', to: '2.0.0' };
  const ci = { entry: 'ci', from: '1.0.0', to: '2.0.0' };
  const progress = () => sessionStore.getState().progress;

  it('is said of several steps at once, taken back and said again', () => {
    setDone([server, ci], true);
    setDone([ci], true);
    expect(progress()).toEqual([server, ci]);
    setDone([server], false);
    expect(progress()).toEqual([ci]);
    undo();
    expect(progress()).toEqual([server, ci]);
    undo();
    undo();
    expect(progress()).toEqual([]);
    redo();
    expect(progress()).toEqual([server, ci]);
  });

  it('holds nothing but what tells a step, whatever else is known of it', () => {
    setDone([{ ...server, stage: 1, required: true } as typeof server], true);
    expect(progress()).toEqual([server]);
  });

  const told = () => progress().map(({ entry, to }) => `${entry} ${to}`);

  it('follows an entry that is called otherwise, whatever its name is while it is typed', () => {
    const id = addRow({ name: 'ci' });
    addRow({ name: 'ci-1' });
    setDone([ci, { ...ci, entry: 'ci-1', to: '3.0.0' }], true);
    for (const text of ['c', '', 'b', 'bu', 'build']) editCell(id, 'name', text);
    expect(told()).toEqual(['build 2.0.0', 'ci-1 3.0.0']);
    // For one keystroke it is called as the other row is.
    for (const text of ['ci-', 'ci-1', 'ci-12']) editCell(id, 'name', text);
    expect(told()).toEqual(['ci-12 2.0.0', 'ci-1 3.0.0']);
    undo();
    expect(told()).toEqual(['ci 2.0.0', 'ci-1 3.0.0']);
    expect(rows()[0]?.name).toBe('ci');
  });

  it('is as it was where a name is typed and given up, and that is no step of undo', () => {
    const id = addRow({ name: 'ci' });
    setDone([ci], true);
    const before = beginEdit();
    for (const text of ['', 'x', 'xy']) editCell(id, 'name', text);
    expect(told()).toEqual(['xy 2.0.0']);
    takeBackEdit(id, 'name', 'ci', before);
    expect(progress()).toEqual([ci]);
    undo();
    expect(progress()).toEqual([]);
    expect(rows()).toHaveLength(1);
  });

  it('goes with its row, so that another one of that name has done nothing, and comes back with it', () => {
    const id = addRow({ name: 'ci' });
    setDone([server, ci], true);
    deleteRows(new Set([id]));
    expect(progress()).toEqual([server]);
    addRow({ name: 'ci' });
    expect(progress()).toEqual([server]);
    undo();
    undo();
    expect(progress()).toEqual([server, ci]);
  });

  it('stays where the inventory or the goal changes, and goes with another catalog or another fleet', () => {
    setDone([ci], true);
    addRow({ name: 'ci' });
    setGoal({ target: '3.0.0' });
    expect(progress()).toEqual([ci]);
    chooseCatalog('other');
    expect(progress()).toEqual([]);
    undo();
    expect(progress()).toEqual([ci]);
    clearInventory();
    expect(progress()).toEqual([]);
  });
});
