/** Does what is done with the plan of a large fleet hold up the page? For 500 entries in 12 stages. */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { chooseTarget, openFleet } from './open-fleet';
import { type Action, timeActions } from './page-actions';
import { printHead } from './statistics';

const ENTRIES = 500;
const TARGET = '1.28.15';
const OTHER_TARGET = '1.27.16';
const GOAL_TASK_MS = 50;
const RUNS = 3;

const server = await preview({ preview: { host: '127.0.0.1', port: 4396 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);
let page = await openFleet(browser, address, ENTRIES, TARGET);

const inPlan = (name: string) =>
  page.getByRole('region', { name: 'Plan', exact: true }).getByRole('button', { name, exact: true });
const tableTitle = () => page.getByText('The timeline as a table');
const wholeTable = () => page.locator('[role="table"][aria-busy="false"]').first().waitFor();
const release = (version: string) =>
  page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: new RegExp(`^${version.replaceAll('.', '\\.')}`) }) })
    .first();

async function closeDialog() {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function isPlanTo(target: string) {
  const isThere = (wanted: string) =>
    document.querySelector('#plan-heading')?.textContent?.endsWith(wanted) === true;
  await page.waitForFunction(isThere, target);
}

const time = (...actions: readonly Omit<Action, 'goal'>[]) =>
  timeActions(browser, page, RUNS, ...actions.map((action) => ({ ...action, goal: GOAL_TASK_MS })));

printHead();
console.log(`${ENTRIES} entries in 12 stages`);
// What was opened once is kept: each run has a page of its own.
await time({
  name: 'open the timeline as a table',
  press: tableTitle,
  until: wholeTable,
  back: async () => {
    await page.context().close();
    page = await openFleet(browser, address, ENTRIES, TARGET);
    return page;
  },
});
await tableTitle().click();
await wholeTable();
await page.locator('[role="gridcell"][data-field="count"]').first().dblclick();
await time({ name: 'a key while it is open', press: '1', until: wholeTable });
await page.keyboard.press('Escape');
await time({ name: 'close it', press: tableTitle, back: () => tableTitle().click() });
await tableTitle().click();
const [each, fold] = ['Show a lane for each entry', 'Fold entries that go the same way'];
await time({ name: 'show every lane', press: () => inPlan(each), back: () => inPlan(fold).click() });
await inPlan(each).click();
await time({ name: 'fold them', press: () => inPlan(fold), back: () => inPlan(each).click() });
await inPlan(fold).click();
await time(
  {
    name: 'open the export dialog',
    press: () => inPlan('Export'),
    until: () => page.getByRole('button', { name: 'Save as PNG' }).waitFor(),
    back: closeDialog,
  },
  {
    name: 'open the palette',
    press: 'Control+k',
    until: () => page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().waitFor(),
    back: closeDialog,
  },
  {
    name: 'another target',
    press: () => release(OTHER_TARGET),
    until: () => isPlanTo(OTHER_TARGET),
    back: async () => {
      await chooseTarget(page, TARGET);
      await isPlanTo(TARGET);
    },
  },
);
await browser.close();
await server.close();
