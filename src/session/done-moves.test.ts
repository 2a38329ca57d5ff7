import { beforeEach, expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import { findDoneMoves } from './done-moves';
import { EMPTY_INPUTS } from './inputs';
import { readDraft } from './read-draft';
import { addRow, planOf, sessionStore, setDone, startWith, takeUpDone, undo } from './store';

const { catalog } = loadShipped('worked-example');

beforeEach(() => {
  startWith(EMPTY_INPUTS);
  addRow({ name: 'server', component: 'server', version: '5.1.0' });
  addRow({ name: ' ci ', component: 'client', version: '4.0.1', protocols: 'api 4-4' });
});

function movesNow() {
  const { sound } = readDraft(sessionStore.getState(), catalog);
  if (sound === undefined) throw new Error('the rows make no inventory');
  return findDoneMoves(sound, sessionStore.getState().progress);
}

const versions = () => sessionStore.getState().rows.map(({ version }) => version);

it('brings entries to where all steps that are done lead, in whatever order they were ticked', () => {
  setDone([{ entry: 'server', from: '5.4.0', to: '6.0.0' }], true);
  // Nothing is at 5.4.0 yet, as far as is known.
  expect(movesNow()).toEqual([]);
  setDone([{ entry: 'server', from: '5.1.0', to: '5.4.0' }], true);
  setDone([{ entry: 'ci', from: '4.0.1', to: '5.4.0' }], true);
  expect(movesNow().map(({ entry, to }) => [entry, to])).toEqual([
    ['server', '6.0.0'],
    ['ci', '5.4.0'],
  ]);
});

it('takes them up as one step of undo, with what was advertised by the version before', () => {
  const open = { entry: 'billing', from: '3.3.0', to: '5.4.0' };
  setDone([{ entry: 'ci', from: '4.0.1', to: '5.4.0' }, open], true);
  const before = planOf(sessionStore.getState());
  takeUpDone(movesNow());
  expect(versions()).toEqual(['5.1.0', '5.4.0']);
  expect(sessionStore.getState().rows[1]?.protocols).toBe('');
  // What was not taken up is still said to be done.
  expect(sessionStore.getState().progress).toEqual([open]);
  expect(movesNow()).toEqual([]);
  undo();
  expect(planOf(sessionStore.getState())).toEqual(before);
});

it('ends where steps of several plans lead in a circle', () => {
  setDone(
    [
      { entry: 'server', from: '5.1.0', to: '5.4.0' },
      { entry: 'server', from: '5.4.0', to: '5.1.0' },
    ],
    true,
  );
  expect(movesNow().map(({ to }) => to)).toEqual(['5.1.0']);
});
