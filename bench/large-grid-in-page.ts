/** Does what is done in an inventory of 10,000 rows hold up the page? */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { openWorkedExample } from './open-worked-example';
import { type Action, timeActions } from './page-actions';
import { printHead } from './statistics';

const ROWS = 10_000;
const PASTED = 1000;
const GOAL_TASK_MS = 50;
const RUNS = 3;
/** Points of one turn of a wheel, and turns. */
const TURN = 600;
const TURNS = 12;

const server = await preview({ preview: { host: '127.0.0.1', port: 4395 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);
const page = await openWorkedExample(browser, address, ROWS);
await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

const grid = page.getByRole('grid', { name: 'What runs now' });
const filter = page.getByRole('searchbox', { name: 'Filter rows by their text' });
const heading = () => grid.getByRole('columnheader', { name: 'Version' }).getByRole('button');
const cell = (field: string) => grid.locator(`[role="gridcell"][data-field="${field}"]`).nth(1);

const time = (...actions: readonly Omit<Action, 'goal'>[]) =>
  timeActions(browser, page, RUNS, ...actions.map((action) => ({ ...action, goal: GOAL_TASK_MS })));

async function toTop(): Promise<void> {
  await page.keyboard.press('Control+Home');
}

printHead();
console.log(`${ROWS.toLocaleString('en')} rows`);
await cell('count').click();
await time({ name: 'to the last row, by a key', press: 'Control+End', back: toTop });
await time({
  name: `${TURNS} turns of the wheel`,
  press: {
    act: async () => {
      for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, TURN);
    },
  },
  back: () => grid.evaluate((box) => box.scrollTo(0, 0)),
});
await cell('count').click();
await time({
  name: 'a count typed over',
  press: { act: () => page.keyboard.type('7') },
  back: () => page.keyboard.press('Escape'),
});
await time({ name: 'the next row, once it was typed', press: 'ArrowDown' });
await time({ name: 'sorted by version', press: heading });
await time({
  name: 'filtered by a word',
  press: { act: () => filter.fill('app-77') },
  back: () => filter.fill(''),
});
await page.evaluate(
  (lines) => navigator.clipboard.writeText(lines),
  Array.from({ length: PASTED }, (_, i) => `4.1.0\t${i + 2}`).join('\n'),
);
/** Where rows are sorted by what is pasted they change their places. */
async function timePasting(where: string): Promise<void> {
  await toTop();
  await cell('version').click();
  await time({
    name: `${PASTED.toLocaleString('en')} rows of two cells pasted, ${where}`,
    press: 'Control+v',
    back: async () => {
      await page.keyboard.press('Control+z');
      await toTop();
      await cell('version').click();
    },
  });
  await page.keyboard.press('Control+v');
  await page.getByText(/cells were pasted/).waitFor();
  await time({
    name: 'that undone',
    press: 'Control+z',
    back: () => page.keyboard.press('Control+Shift+z'),
  });
  await page.keyboard.press('Control+z');
}

await timePasting('sorted by version');
const sorted = grid.locator('[aria-sort="ascending"], [aria-sort="descending"]');
while ((await sorted.count()) > 0) await heading().click();
await timePasting('as they were entered');
await browser.close();
await server.close();
