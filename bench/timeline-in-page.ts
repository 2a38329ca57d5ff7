/**
 * How long does a keystroke in the inventory keep the page busy, until the plan has been drawn again? For plans of
 * Kubernetes over twelve minor releases, in 25 stages. What the page's thread had of the processor, since others may have
 * the machine too.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { findTasks, TRACED } from './page-tasks';
import { printHead, printRow, spreadOf } from './statistics';

const KEYS = 5;
const TARGET = '1.34.11';
const GOAL_TASK_MS = 50;
const MINORS = ['1.22.17', '1.21.14', '1.20.15'];

interface CatalogFile {
  readonly components: Readonly<Record<string, { readonly role: string }>>;
}

const catalog: CatalogFile = JSON.parse(readFileSync('public/catalogs/kubernetes.json', 'utf8'));
const consumers = Object.keys(catalog.components).filter((id) => catalog.components[id]?.role !== 'server');
const folder = mkdtempSync(join(tmpdir(), 'causeway-'));

/** Each entry another one of few ways, as fleets are; the same ones every time. */
function writeFleet(count: number): string {
  const others = Array.from({ length: count - 1 }, (_, i) => ({
    name: `${consumers[i % consumers.length]}-${i}`,
    component: consumers[i % consumers.length],
    version: MINORS[(i * 7) % (consumers[i % consumers.length] === 'kubectl' ? 2 : 3)],
    count: 1 + (i % 9),
  }));
  const server = { name: 'control-plane', component: 'kube-apiserver', version: '1.22.17', count: 3 };
  const path = join(folder, `fleet-${count}.json`);
  const fleet = { format: 'causeway/inventory@1', product: 'kubernetes', entries: [server, ...others] };
  writeFileSync(path, JSON.stringify(fleet));
  return path;
}

const server = await preview({ preview: { host: '127.0.0.1', port: 4397 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);

async function openFleet(count: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(address);
  await page
    .getByRole('button', { name: /^Upload or paste/ })
    .first()
    .click();
  await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(writeFleet(count));
  await page.getByRole('button', { name: /^Take \d+/ }).click();
  await page.getByRole('radio', { name: new RegExp(`^${TARGET}`) }).check({ force: true });
  await page.getByText(/^Verified:/).waitFor();
  await page.locator('[role="gridcell"][data-field="count"]').first().dblclick();
  return page;
}

printHead();
for (const count of [50, 200, 500]) {
  const page = await openFleet(count);
  const busy: number[] = [];
  const longest: number[] = [];
  for (let key = -1; key < KEYS; key++) {
    // A longer count each time: no plan is known already.
    const cost = await page
      .locator('#plan')
      .getByText(/^\d+ steps? in/)
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
  const isKept = spread.median <= GOAL_TASK_MS;
  printRow('  longest task', spread, `goal ${GOAL_TASK_MS}: ${isKept ? 'kept' : 'MISSED'}`);
  await page.context().close();
}
await browser.close();
await server.close();
