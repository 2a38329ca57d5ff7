import { beforeEach, expect, it } from 'vitest';
import { applyUnblock } from './apply-unblock';
import { EMPTY_INPUTS } from './inputs';
import { addRow, planOf, redo, sessionStore, startWith, undo } from './store';

beforeEach(() => {
  startWith(EMPTY_INPUTS);
});

it('changes that are made together are one step of undo, and what comes after is another', () => {
  addRow({ name: 'ci', pinned: 'vendor image' });
  addRow({ name: 'hall' });
  const before = planOf(sessionStore.getState());
  applyUnblock({
    code: 'together',
    changes: [{ code: 'unpin', entry: 'ci' }, { code: 'allow-skips' }, { code: 'retire', entry: 'hall' }],
  });
  const after = planOf(sessionStore.getState());
  expect(after.rows.map(({ name, pinned }) => [name, pinned])).toEqual([['ci', '']]);
  expect(after.goal.allowSkips).toBe(true);
  applyUnblock({ code: 'prereleases' });
  undo();
  expect(planOf(sessionStore.getState())).toEqual(after);
  undo();
  expect(planOf(sessionStore.getState())).toEqual(before);
  redo();
  expect(planOf(sessionStore.getState())).toEqual(after);
});
