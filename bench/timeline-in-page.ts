/**
 * How long does a keystroke in the inventory keep the page busy, until the plan has been drawn again? For plans of
 * Kubernetes over twelve minor releases, in 25 stages. What the page's thread had of the processor, since others may have
 * the machine too.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { openFleet } from './open-fleet';
import { findTasks, TRACED } from './page-tasks';
import { printHead, printRow, spreadOf, verdictOn } from './statistics';

const KEYS = 5;
const TARGET = '1.34.11';
const GOAL_TASK_MS = 50;

const server = await preview({ preview: { host: '127.0.0.1', port: 4397 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);

printHead();
for (const count of [50, 200, 500]) {
  const page = await openFleet(browser, address, count, TARGET);
  await page.locator('[role="gridcell"][data-field="count"]').first().dblclick();
  const busy: number[] = [];
  const longest: number[] = [];
  for (let key = -1; key < KEYS; key++) {
    // A longer count each time: no plan is known already.
    const cost = await page
      .locator('#plan')
      .getByText(/^[\d,]+ steps? in/)
      .evaluate((line) => line.parentElement?.textContent);
    await browser.startTracing(page, { categories: TRACED });
    await page.keyboard.press('1');
    await page.waitForFunction(
      (before) => !document.querySelector('#plan')?.textContent?.includes(before ?? ''),
      cost,
    );
    // What follows what is seen: painting, and storing what was entered.
    await page.waitForTimeout(600);
    const tasks = findTasks(await browser.stopTracing());
    if (key < 0) continue;
    busy.push(tasks.reduce((sum, { processor }) => sum + processor, 0));
    longest.push(Math.max(...tasks.map(({ processor }) => processor)));
  }
  printRow(`a keystroke, ${count} entries in 25 stages: busy in all`, spreadOf(busy));
  const spread = spreadOf(longest);
  printRow('  longest task', spread, `goal ${GOAL_TASK_MS}: ${verdictOn(spread.median <= GOAL_TASK_MS)}`);
  await page.context().close();
}
await browser.close();
await server.close();
