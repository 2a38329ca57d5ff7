/** A step or an action has one number, wherever the plan is told: whoever reads it off the paper may type it after `--from`. */
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { goingBack, parseGoal, planUpgrade, verifyPlan } from '../../engine';
import { renderCsv } from '../../formats/plan-csv';
import { readProgress } from '../../formats/plan-progress';
import { reportPlan } from '../../formats/plan-report';
import { renderMarkdown } from '../../formats/plan-report-markdown';
import { renderText } from '../../formats/plan-report-text';
import { writeRunbook } from '../../formats/runbook/write-runbook';
import { type Draft, loadShipped } from '../../testing/build';
import { fewerRuns } from '../../testing/runs';
import { Checklist } from './checklist';
import { ALL_PARTS } from './choices';

beforeAll(() => {
  document.adoptedStyleSheets ??= [];
});
afterEach(cleanup);

/** `4 entry-2`, in order. */
type Steps = readonly string[];

const match = (text: string, pattern: RegExp): Steps =>
  [...text.matchAll(pattern)].map(([, number, entry]) => `${number} ${entry}`);

function onPaper(article: HTMLElement): Steps {
  const rows = [
    ...article.querySelectorAll('[class*="stepHead"], [class*="steps"] > tbody > tr:first-child'),
  ];
  return rows.map((row) => {
    const number = row.querySelector('[class*="number"]')?.textContent;
    return `${number} ${row.querySelector('bdi')?.textContent}`;
  });
}

/** Numbers of actions, each once: told for one step, or ticked for each of several. */
function actionsOnPaper(article: HTMLElement): string[] {
  const told = [...article.querySelectorAll('[class*="actionNumber"], [class*="ticks"] > span')];
  return [...new Set(told.map((each) => each.textContent ?? ''))].filter((number) => /^\d/.test(number));
}

function tell(entries: readonly Draft[], hosting: string) {
  const { catalog, inventory } = loadShipped('worked-example', ([server]) => [server ?? {}, ...entries]);
  const fleet = { ...inventory, facts: { ...inventory.facts, ...(hosting !== '' && { hosting }) } };
  const goal = parseGoal({ target: '6.0.0', consumers: 'align' }, catalog, fleet);
  if (!goal.ok) throw new Error('this goal is wrong');
  const plan = planUpgrade(catalog, fleet, goal.value);
  const verification = verifyPlan(catalog, fleet, goal.value, plan);
  const mark = { id: catalog.id, updated: catalog.updated, digest: 'ab'.repeat(32) };
  const made = { catalog, inventory: fleet, goal: goal.value, plan, verification, parameters: {}, mark };
  const report = reportPlan(catalog, fleet, goal.value, plan, verification);
  const printed = {
    ...made,
    back: goingBack(catalog, fleet, plan),
    progress: readProgress(plan, []),
    title: 'Worked example',
    file: { name: 'x.plan.json', digest: 'cd'.repeat(32) },
    printedOn: '2026-11-24',
  };
  render(<Checklist printed={printed} choices={ALL_PARTS} timeline={null} />);
  return { plan, report, script: writeRunbook(made), paper: screen.getByRole('article') };
}

function expectOneNumber(entries: readonly Draft[], hosting: string) {
  const { plan, report, script, paper } = tell(entries, hosting);
  const [markdown, text] = [renderMarkdown(report), renderText(report)];
  const steps = match(script, /^ {2}heading 'Step (\d+), stage \d+ of \d+: (\S+) \(/gm);
  expect(steps).toHaveLength(plan.steps.length);
  expect(match(markdown, /^### (\d+)\. `(\S+)` \(/gm)).toEqual(steps);
  expect(match(markdown, /^\| \d+ \| (\d+) \| `(\S+)` \|/gm)).toEqual(steps);
  expect(match(text, /^ {2}(\d+)\. (\S+) \(/gm)).toEqual(steps);
  expect(onPaper(paper)).toEqual(steps);
  const table = Papa.parse<Record<string, string>>(renderCsv(report), { header: true, skipEmptyLines: true });
  expect(table.data.map(({ step, entry }) => `${step} ${entry}`)).toEqual(steps);

  // Where an answer is open, the script has one action for the step and the others have none.
  const actions = match(script, /^ {2}action ([\d.]+) '(?!Taking back|Bring )()/gm).map((each) =>
    each.trim(),
  );
  const unique = [...new Set(actions)];
  expect(unique).toEqual(
    /all_actions='(.*)'/
      .exec(script)?.[1]
      ?.split(' ')
      .filter((id) => unique.includes(id)),
  );
  expect(match(markdown, /^- \[ \] \*\*(\d+\.\d+)\*\*()/gm).map((each) => each.trim())).toEqual(unique);
  expect(match(text, /^ {6}(\d+\.\d+) ()/gm).map((each) => each.trim())).toEqual(unique);
  const ticked = actionsOnPaper(paper);
  const alone = unique.filter((id) => !unique.some((other) => other === `${id.split('.')[0]}.2`));
  expect(unique.filter((id) => !ticked.includes(id) && !alone.includes(id))).toEqual([]);
  expect(ticked.filter((id) => !unique.includes(id))).toEqual([]);
  cleanup();
  return { batches: paper.querySelectorAll('[class*="batch"]').length, actions: unique.length };
}

const client = (name: string, version: string) => ({ name, component: 'client', version });

it('where versions alternate within a stage', () => {
  const entries = ['3.3.0', '4.1.0', '3.3.0', '4.1.0', '3.3.0'].map((version, i) => ({
    name: `app-${'abcde'[i]}`,
    component: 'entrypoint',
    version,
  }));
  expect(expectOneNumber([client('ci', '4.0.1'), ...entries], 'container').actions).toBeGreaterThan(0);
});

it('whatever the fleet is', () => {
  const entry = fc.record({
    component: fc.constantFrom('client', 'entrypoint'),
    version: fc.constantFrom('3.3.0', '4.0.1', '4.1.0', '5.1.0'),
  });
  let batches = 0;
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 9 }),
      fc.constantFrom('container', 'unit', ''),
      (fleet, hosting) => {
        const entries = fleet.map((fields, i) => ({ ...fields, name: `entry-${i}`, count: 1 }));
        batches += expectOneNumber(entries, hosting).batches;
      },
    ),
    { numRuns: fewerRuns(200) },
  );
  expect(batches).toBeGreaterThan(0);
});
