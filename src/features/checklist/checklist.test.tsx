import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { goingBack, parseGoal, planUpgrade, verifyPlan } from '../../engine';
import { type DoneStep, readProgress } from '../../formats/plan-progress';
import { type Draft, loadShipped } from '../../testing/build';
import { Checklist } from './checklist';
import { ALL_PARTS, PARTS, type Part } from './choices';

function show(
  wanted: Draft,
  change?: (entries: readonly Draft[]) => readonly Draft[],
  { id = 'worked-example', without = [] as readonly Part[], marks = [] as readonly DoneStep[] } = {},
): HTMLElement {
  const { catalog, inventory } = loadShipped(id, change);
  const goal = parseGoal(wanted, catalog, inventory);
  if (!goal.ok) throw new Error('this goal is wrong');
  const plan = planUpgrade(catalog, inventory, goal.value);
  const printed = {
    catalog,
    inventory,
    goal: goal.value,
    plan,
    verification: verifyPlan(catalog, inventory, goal.value, plan),
    back: goingBack(catalog, inventory, plan),
    parameters: {},
    progress: readProgress(plan, marks),
    mark: { id: catalog.id, updated: catalog.updated, digest: 'ab'.repeat(32) },
    title: 'Worked example',
    file: { name: 'x.plan.json', digest: 'cd'.repeat(32) },
    printedOn: '2026-11-24',
  };
  const parts = { ...ALL_PARTS.parts, ...Object.fromEntries(without.map((part) => [part, false])) };
  render(<Checklist printed={printed} choices={{ ...ALL_PARTS, parts }} timeline={null} />);
  return screen.getByRole('article');
}

beforeAll(() => {
  document.adoptedStyleSheets ??= [];
});
afterEach(cleanup);

const textOf = (element: HTMLElement) => element.textContent?.replace(/\s+/g, ' ') ?? '';

describe('a checklist', () => {
  it('says which plan it is, and that it was verified', () => {
    const text = textOf(show({ target: '6.0.0' }));
    for (const part of ['5.1.0 → 6.0.0', '5 states, 20 pairs, none broken', 'cd'.repeat(32), '2026-11-24'])
      expect(text).toContain(part);
  });

  it('says what is broken already, and until when', () => {
    const text = textOf(
      show({ target: '6.0.0' }, (entries) =>
        entries.map((entry) =>
          entry.name === 'laptops' ? { ...entry, version: '5.4.0', pinned: 'policy' } : entry,
        ),
      ),
    );
    expect(text).toContain('20 pairs, none newly broken; laptops is broken already until stage 1');
    expect(text).not.toContain('none broken');
  });

  it('ticks the boxes of what is done, and of nothing else', () => {
    const boxes = () =>
      Array.from(document.querySelectorAll('[class*="stepHead"]'), (head) => textOf(head as HTMLElement));
    const marks = [
      { entry: 'server', from: '5.1.0', to: '5.4.0' },
      // Of another plan.
      { entry: 'ci', from: '4.0.1', to: '6.0.0' },
    ];
    const text = textOf(show({ target: '6.0.0' }, undefined, { marks }));
    expect(boxes().filter((head) => head.startsWith('✓'))).toEqual([expect.stringMatching(/^✓1\s*server/)]);
    expect(boxes()).toHaveLength(4);
    expect(text).toContain('Carried out1 of 4 steps done; next: ci to 5.4.0, in stage 2.');
    cleanup();
    expect(textOf(show({ target: '6.0.0' }))).not.toMatch(/✓|Carried out/);
  });

  it('leaves out what is not wanted, but never an open question or where one may pause', () => {
    const without = [...PARTS];
    const text = textOf(show({ target: '0.11.4' }, undefined, { id: 'waypoint', without }));
    expect(text).toContain('Not answered, so the plan reckons with the worst.');
    expect(text).toContain('You may pause here');
    expect(text).toContain('none broken');
    expect(text).not.toMatch(/waypoint server snapshot|All the way back|What happened|No safe plan costs/);
  });

  it('tells what is the same for several once, and has a row for each', () => {
    const article = show({ target: '6.0.0' }, (entries) =>
      entries.map((entry) => (entry.name === 'laptops' ? { ...entry, version: '4.0.1' } : entry)),
    );
    const table = within(article)
      .getAllByRole('table')
      .find((candidate) => candidate.textContent?.includes('laptops'));
    expect(
      within(table ?? article)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      expect.stringContaining('Signature'),
      expect.stringMatching(/^\d+ci.*4\.0\.1 → 5\.4\.0/),
      expect.stringContaining('Without it ci would lose the server'),
      expect.stringMatching(/^\d+laptops.*4\.0\.1 → 5\.4\.0/),
      expect.stringContaining('Without it laptops would lose the server'),
    ]);
    expect(textOf(article).match(/sudo apt-get install -y example-cli=5\.4\.0/g)).toHaveLength(1);
  });

  it('shows names as they were typed, markup, backticks and all', () => {
    const name = '<b>x</b> `id` $(id)';
    const article = show({ target: '6.0.0' }, (entries) =>
      entries.map((entry) => (entry.name === 'billing' ? { ...entry, name } : entry)),
    );
    expect(article.querySelector('bdi b')).toBeNull();
    expect(textOf(article)).toContain(`Without it ${name} would lose the server`);
    expect(textOf(article)).toContain(`example deploy --previous '${name}'`);
  });

  it('shows what would turn a command round', () => {
    const article = show({ target: '6.0.0' }, (entries) =>
      entries.map((entry) => (entry.name === 'billing' ? { ...entry, name: '\u202egnp' } : entry)),
    );
    expect(textOf(article)).toContain("example build '\\u202egnp'");
  });
});

it('a blocked plan says why, and nothing of steps', () => {
  const text = textOf(
    show({ target: '6.0.0' }, (entries) =>
      entries.map((entry) => (entry.name === 'billing' ? { ...entry, pinned: 'vendor image' } : entry)),
    ),
  );
  expect(text).toContain('There is no safe plan.');
  expect(text).toContain('billing is pinned at 3.3.0 (vendor image)');
  expect(text).not.toMatch(/Verified|Stage 1|What happened|Signature/);
});

it('where there is nothing to do, it says so', () => {
  const text = textOf(show({ target: '5.1.0' }));
  expect(text).toContain('There is nothing to do.');
  expect(text).not.toMatch(/Stage 1|What happened/);
});
