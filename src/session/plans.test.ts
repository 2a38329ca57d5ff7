import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '../testing/memory-storage';
import { EMPTY_INPUTS } from './inputs';
import { type KeepingEvents, keepPlans, writeNow } from './keeping';
import { planOpenNow } from './open-plan';
import { addPlan, copyPlan, deletePlan, listAllPlans, nameOfPlan, openPlan, startSession } from './plans';
import { addRow, historyOfNow, sessionStore, setGoal, setPlanName, startWith, undo } from './store';

const rowNames = () => sessionStore.getState().rows.map(({ name }) => name);
const planNames = () => listAllPlans().map(nameOfPlan).sort();
let heard: string[] = [];
const hears = (name: keyof KeepingEvents) => () => void heard.push(name);
let stop = () => {};

/** A visit with this storage, as a page begins one. */
function visit(storage: MemoryStorage): { readonly isUnreadable: boolean } {
  stop();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('sessionStorage', new MemoryStorage());
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  startWith(EMPTY_INPUTS);
  const begun = startSession();
  stop = keepPlans({
    onFailure: hears('onFailure'),
    onLittleRoom: hears('onLittleRoom'),
    onForeign: hears('onForeign'),
    onForeignDelete: hears('onForeignDelete'),
  });
  return begun;
}

let storage = new MemoryStorage();

beforeEach(() => {
  heard = [];
  storage = new MemoryStorage();
  visit(storage);
  addPlan();
});

describe('several plans', () => {
  it('keep what was entered into each, and what can be undone in it, across visits', () => {
    setPlanName('first');
    addRow({ name: 'ci' });
    const first = planOpenNow();
    addPlan();
    expect(rowNames()).toEqual([]);
    setPlanName('second');
    addRow({ name: 'web' });
    writeNow();

    visit(storage);
    expect(rowNames()).toEqual(['web']);
    expect(openPlan(first)).toBe(true);
    expect(rowNames()).toEqual(['ci']);
    undo();
    expect(rowNames()).toEqual([]);
    expect(sessionStore.getState().planName).toBe('first');
    expect(planNames()).toEqual(['first', 'second']);
  });

  it('are not there as long as nothing was entered', () => {
    addPlan();
    addPlan();
    writeNow();
    expect(listAllPlans()).toHaveLength(1);
  });

  it('are copied with a name of their own, and then go their own way', () => {
    setPlanName('spring');
    addRow({ name: 'ci' });
    copyPlan();
    copyPlan();
    setGoal({ target: '2.0.0' });
    expect(planNames()).toEqual(['spring', 'spring (2)', 'spring (3)']);
    openPlan(listAllPlans().find((plan) => plan.planName === 'spring')?.id ?? '');
    expect(sessionStore.getState().goal.target).toBe('');
  });

  it('come back after they were deleted, with what can be undone', () => {
    setPlanName('kept');
    addRow({ name: 'web' });
    const kept = planOpenNow();
    addPlan();
    setPlanName('gone');
    addRow({ name: 'ci' });
    const bringBack = deletePlan(planOpenNow());
    expect(planOpenNow()).toBe(kept);
    expect(planNames()).toEqual(['kept']);
    bringBack();
    expect(rowNames()).toEqual(['ci']);
    undo();
    expect(rowNames()).toEqual([]);
  });

  it('leave an empty one where the last was deleted', () => {
    addRow({ name: 'ci' });
    const bringBack = deletePlan(planOpenNow());
    expect(rowNames()).toEqual([]);
    bringBack();
    expect(rowNames()).toEqual(['ci']);
  });
});

describe('the one plan of before there were several', () => {
  const first = JSON.stringify({
    version: 1,
    inputs: {
      ...EMPTY_INPUTS,
      inventoryName: 'production',
      rows: [{ id: 'r1', name: 'ci', component: 'client', version: 'not yet ri', more: { a: [1] } }],
      goal: { ...EMPTY_INPUTS.goal, target: '2.0.0', entries: { r1: '1.5.0' } },
      view: { theme: 'dark', lanes: 'each' },
    },
  });

  it('is one of them, and open, with all that was entered and the view', () => {
    const before = new MemoryStorage();
    before.setItem('causeway/session', first);
    visit(before);
    expect(sessionStore.getState()).toMatchObject({
      inventoryName: 'production',
      rows: [{ id: 'r1', name: 'ci', version: 'not yet ri', more: { a: [1] } }],
      goal: { target: '2.0.0', entries: { r1: '1.5.0' } },
      view: { theme: 'dark', lanes: 'each' },
    });
    visit(before);
    expect(planNames()).toEqual(['production']);
    expect(rowNames()).toEqual(['ci']);
  });

  it('stays where it is when there is no room for it as a plan', () => {
    const full = new MemoryStorage(first.length + 20);
    full.setItem('causeway/session', first);
    visit(full);
    expect(full.getItem('causeway/session')).toBe(first);
  });
});

describe('a browser without room', () => {
  it('keeps the plan rather than what can be undone in it, and says so', () => {
    const little = new MemoryStorage(1_500);
    visit(little);
    addPlan();
    for (let i = 0; i < 30; i += 1) setGoal({ target: `${i}.0.0` });
    writeNow();
    expect(heard).toContain('onLittleRoom');
    visit(little);
    expect(sessionStore.getState().goal.target).toBe('29.0.0');
    expect(historyOfNow().past).toEqual([]);
  });

  it('says so where not even that fits, and has what it had before', () => {
    const little = new MemoryStorage(1_500);
    visit(little);
    addPlan();
    addRow({ name: 'ci' });
    writeNow();
    expect(heard).toEqual([]);
    addRow({ name: 'x'.repeat(2_000) });
    writeNow();
    expect(heard).toContain('onFailure');
    // In the page it is there all the same.
    expect(rowNames()).toHaveLength(2);
    visit(little);
    expect(rowNames()).toEqual(['ci']);
  });
});

it('what cannot be read as a plan stays where it is', () => {
  addRow({ name: 'ci' });
  writeNow();
  const key = `causeway/plan/${planOpenNow()}`;
  storage.setItem(key, 'half a pl');
  expect(visit(storage)).toEqual({ isUnreadable: true });
  addRow({ name: 'another' });
  writeNow();
  expect(storage.getItem(key)).toBe('half a pl');
});
