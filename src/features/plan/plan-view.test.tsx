import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Goal,
  goingBack,
  parseCatalog,
  parseGoal,
  parseInventory,
  planUpgrade,
  readVersion,
  tracePlan,
  verifyPlan,
} from '../../engine';
import type { AnsweredPlan } from '../../formats/answered-plan';
import { PlanView } from './plan-view';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function required<T>(parsed: { ok: true; value: T } | { ok: false }): T {
  if (!parsed.ok) throw new Error('the shipped sample does not parse');
  return parsed.value;
}

const catalog = required(parseCatalog(readJson('public/catalogs/worked-example.json')));
const inventory = required(parseInventory(readJson('public/samples/worked-example.inventory.json'), catalog));

function planned(wanted: Goal, fleet = inventory): AnsweredPlan {
  const goal = required(parseGoal(wanted, catalog, fleet));
  const plan = planUpgrade(catalog, fleet, goal);
  return {
    catalog,
    inventory: fleet,
    goal,
    plan,
    verification: verifyPlan(catalog, fleet, goal, plan),
    states: tracePlan(catalog, fleet, plan),
    back: goingBack(catalog, fleet, plan),
  };
}

function show(shown: AnsweredPlan, isStale = false) {
  const apply = vi.fn();
  render(<PlanView shown={shown} isStale={isStale} onApply={apply} onAnswer={vi.fn()} />);
  return apply;
}

beforeAll(() => {
  // The page's own; this environment has none.
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true });
});
afterEach(cleanup);

describe('a plan that the independent check refuses', () => {
  const shown = planned({ target: '6.0.0' });
  // Without its first step the server never comes to the bridge.
  const plan = { ...shown.plan, steps: shown.plan.steps.slice(1) };
  const broken = { ...shown, plan, verification: verifyPlan(catalog, inventory, shown.goal, plan) };

  it('raises an alarm with what is wrong', () => {
    show(broken);
    expect(screen.getByRole('alert').textContent).toMatch(/Not safe: \d+ rule violations? found/);
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  it('shows neither its steps, nor its timeline, nor anything that looks verified', () => {
    show(broken);
    expect(screen.queryByText(/^Verified/)).toBeNull();
    expect(screen.queryByRole('heading', { level: 4 })).toBeNull();
    expect(screen.queryByRole('application')).toBeNull();
    expect(screen.queryByText(/docker/)).toBeNull();
  });
});

it('a plan that holds is shown with what was verified and each step’s reason', () => {
  show(planned({ target: '6.0.0' }));
  expect(screen.getByText(/Verified: 5 states, 20 pairs, none broken\./)).toBeDefined();
  expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(4);
  expect(screen.getByText(/Without it billing would lose the server in stage 4/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a plan beside which something is broken already does not say that nothing is', () => {
  const entries = inventory.entries.map((entry) =>
    entry.name === 'laptops' ? { ...entry, version: readVersion('5.4.0') ?? '', pinned: 'policy' } : entry,
  );
  show(planned({ target: '6.0.0' }, { ...inventory, entries }));
  const words =
    /Verified: 5 states, 20 pairs, none newly broken; laptops is broken already until stage 1\. No safe/;
  expect(screen.getByText(words)).toBeDefined();
  expect(screen.queryByText(/none broken/)).toBeNull();
});

it('a blocked plan that nothing helps says so, or that it is not known', () => {
  const entries = inventory.entries.map((entry) =>
    entry.name === 'billing' ? { ...entry, pinned: 'vendor' } : entry,
  );
  const shown = planned({ target: '6.0.0' }, { ...inventory, entries });
  show({ ...shown, plan: { ...shown.plan, unblock: [] } });
  const help = () => screen.getByRole('region', { name: 'What would open a way' }).textContent;
  expect(help()).toMatch(/None of the changes that Causeway tries opens a way/);
  cleanup();
  show({ ...shown, plan: { ...shown.plan, unblock: [], unblockSearch: 'cut-short' } });
  expect(help()).toMatch(/Whether there is one is not known/);
});

it('a blocked plan is never shown as verified, and offers what opens a way', () => {
  const pinned = {
    ...inventory,
    entries: inventory.entries.map((entry) =>
      entry.name === 'billing' ? { ...entry, pinned: 'vendor' } : entry,
    ),
  };
  const goal = required(parseGoal({ target: '6.0.0' }, catalog, pinned));
  const plan = planUpgrade(catalog, pinned, goal);
  const apply = show({
    catalog,
    inventory: pinned,
    goal,
    plan,
    verification: verifyPlan(catalog, pinned, goal, plan),
    states: tracePlan(catalog, pinned, plan),
    back: goingBack(catalog, pinned, plan),
  });
  expect(screen.getByText('There is no safe plan.')).toBeDefined();
  expect(screen.queryByText(/Verified|Not safe/)).toBeNull();
  screen.getByRole('button', { name: 'Unpin billing' }).click();
  expect(apply).toHaveBeenCalledWith(expect.objectContaining({ code: 'unpin', entry: 'billing' }));
});
