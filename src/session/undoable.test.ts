import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_INPUTS } from './inputs';
import {
  addRow,
  answerFact,
  clearInventory,
  editCell,
  editCells,
  redo,
  sessionStore,
  setView,
  startWith,
  undo,
} from './store';
import { type Undoing, undoable } from './undoable';

const rows = () => sessionStore.getState().rows;

function made(undoing: Undoing | undefined): Undoing {
  if (undoing === undefined) throw new Error('nothing was changed');
  return undoing;
}

beforeEach(() => {
  startWith(EMPTY_INPUTS);
});

describe('what takes a change back', () => {
  it('takes back that change', () => {
    addRow({ name: 'ci' });
    const undoing = made(undoable(clearInventory));
    expect(rows()).toEqual([]);
    undoing.run();
    expect(rows()).toHaveLength(1);
  });

  it('is not there where nothing was changed: the step before would be taken back', () => {
    const id = addRow({ name: 'ci', count: '12' });
    expect(undoable(() => editCells([{ id, field: 'count', text: '12' }]))).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ['something else is changed', () => answerFact('platform', 'docker')],
    ['it is taken back', undo],
    ['another plan is opened', () => startWith(EMPTY_INPUTS)],
  ])('ends, once, when %s', (_, goOn) => {
    const id = addRow({ name: 'ci' });
    const undoing = made(undoable(() => editCell(id, 'count', '12')));
    const onEnd = vi.fn();
    undoing.until(onEnd);
    expect(onEnd).not.toHaveBeenCalled();
    goOn();
    redo();
    addRow();
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('does not end with another look at the page', () => {
    const undoing = made(undoable(() => addRow()));
    const onEnd = vi.fn();
    undoing.until(onEnd);
    setView({ theme: 'dark' });
    expect(onEnd).not.toHaveBeenCalled();
  });
});
