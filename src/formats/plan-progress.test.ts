import { describe, expect, it } from 'vitest';
import { planUpgrade } from '../engine';
import { loadShipped } from '../testing/build';
import { isOvertaken, readProgress, saidWith } from './plan-progress';
import { describeAhead, describeBrokenNow, describeProgress } from './wording/describe-progress';

const { catalog, inventory } = loadShipped('worked-example');
const plan = planUpgrade(catalog, inventory, { target: '6.0.0' });
const SERVER = { entry: 'server', from: '5.1.0', to: '5.4.0' };
const CI = { entry: 'ci', from: '4.0.1', to: '5.4.0' };
const BILLING = { entry: 'billing', from: '3.3.0', to: '5.4.0' };
const LAST = { entry: 'server', from: '5.4.0', to: '6.0.0' };

function tell(...marks: readonly (typeof CI)[]) {
  const progress = readProgress(plan, marks);
  return { ...progress, words: describeProgress(plan, progress), warning: describeAhead(plan, progress) };
}

describe('how far a plan is', () => {
  it('stands before the first stage until that is done, and after the last once all is', () => {
    expect(tell()).toMatchObject({
      reached: 0,
      next: 0,
      words: '0 of 4 steps done; next: server to 5.4.0, in stage 1.',
    });
    expect(tell(CI, SERVER)).toMatchObject({ reached: 2, next: 2, ahead: [], warning: '' });
    expect(tell(SERVER, CI, BILLING, LAST)).toMatchObject({
      reached: 4,
      next: undefined,
      words: '4 of 4 steps done.',
      warning: '',
    });
  });

  it('counts nothing that is no step of this plan', () => {
    const progress = tell({ ...SERVER, from: '5.0.0' }, { ...CI, to: '6.0.0' }, { ...CI, entry: 'desk' });
    expect(progress.words).toBe('0 of 4 steps done; next: server to 5.4.0, in stage 1.');
  });

  it('says plainly what was done before its turn', () => {
    expect(tell(BILLING)).toMatchObject({
      reached: 0,
      next: 0,
      ahead: [2],
      warning:
        'Out of order: billing to 5.4.0 is done, while 2 earlier steps from stage 1 on are still open. Only the order of the stages was verified.',
    });
    expect(tell(SERVER, BILLING, LAST)).toMatchObject({
      reached: 1,
      warning:
        'Out of order: 2 steps are done, while 1 earlier step from stage 2 on is still open. Only the order of the stages was verified.',
    });
  });

  it('stays within a stage of which some is done', () => {
    const two = loadShipped('worked-example', (entries) =>
      entries.map((entry) => (entry.name === 'laptops' ? { ...entry, version: '4.0.1' } : entry)),
    ).inventory;
    const wide = planUpgrade(catalog, two, { target: '6.0.0' });
    const progress = readProgress(wide, [SERVER, { ...CI, entry: 'laptops' }]);
    expect(progress).toMatchObject({ reached: 1, ahead: [] });
    expect(describeProgress(wide, progress)).toBe('2 of 5 steps done; next: ci to 5.4.0, in stage 2.');
  });
});

describe('what is said along with a step', () => {
  it('that it is done, of what its entry did before; that it is not, of what its entry does after', () => {
    const names = (steps: readonly (typeof CI)[]) =>
      steps.map(({ entry, to }) => `${entry} ${to}`).toSorted();
    expect(names(saidWith(plan.steps, [LAST], true))).toEqual(['server 5.4.0', 'server 6.0.0']);
    expect(names(saidWith(plan.steps, [SERVER, CI], true))).toEqual(['ci 5.4.0', 'server 5.4.0']);
    expect(names(saidWith(plan.steps, [SERVER], false))).toEqual(['server 5.4.0', 'server 6.0.0']);
  });
});

describe('a plan is overtaken', () => {
  it('where something was done that is no step of it', () => {
    expect(isOvertaken(plan, [SERVER, CI])).toBe(false);
    expect(isOvertaken(plan, [])).toBe(false);
    expect(isOvertaken(plan, [SERVER, { ...CI, to: '5.3.2' }])).toBe(true);
    expect(isOvertaken({ steps: [] }, [SERVER])).toBe(true);
  });
});

it('who does not work with the server by now is named', () => {
  expect(describeBrokenNow(catalog, inventory, [])).toBe('');
  expect(describeBrokenNow(catalog, inventory, [SERVER])).toBe('');
  expect(describeBrokenNow(catalog, inventory, [CI])).toBe('As it is now, ci does not work with the server.');
  expect(describeBrokenNow(catalog, inventory, [SERVER, LAST])).toBe(
    'As it is now, ci and billing do not work with the server.',
  );
});
