/** How long does the built page take to print a plan of 200 steps, from the call to the whole PDF? */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { printHead, printRow, spreadOf, verdictOn } from './statistics';

const RUNS = 7;
const GOAL_MS = 3000;
const FLEET = [
  'name,component,version',
  'server,server,5.1.0',
  'ci,client,4.0.1',
  ...Array.from({ length: 197 }, (_, i) => `app-${i},entrypoint,3.3.0`),
].join('\n');

const server = await preview({ preview: { host: '127.0.0.1', port: 4397 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${address}#sample=worked-example`);
await page.getByText(/^Verified:/).waitFor();
await page.getByRole('button', { name: 'Upload or paste an inventory' }).click();
const dialog = page.getByRole('dialog', { name: 'Upload or paste an inventory' });
await dialog
  .locator('input[type=file]')
  .first()
  .setInputFiles({ name: 'fleet.csv', mimeType: 'text/csv', buffer: Buffer.from(FLEET) });
await dialog.getByRole('radio', { name: /^Replace/ }).check();
await dialog.getByRole('button', { name: /^Take/ }).click();
await page.getByText('200 steps in 4 stages.').waitFor();
// Once it opens, what draws the checklist is there.
await page.getByRole('button', { name: 'Print', exact: true }).click();
await page.getByRole('dialog', { name: 'Print this plan' }).waitFor();
await page.keyboard.press('Escape');

printHead();
let isKept = true;
for (const format of ['A4', 'Letter'] as const) {
  const samples: number[] = [];
  for (let i = -1; i < RUNS; i++) {
    const start = performance.now();
    await page.pdf({ format });
    if (i >= 0) samples.push(performance.now() - start);
  }
  const spread = spreadOf(samples);
  isKept &&= spread.median <= GOAL_MS;
  printRow(`a checklist of 200 steps as a PDF, ${format}`, spread);
}
console.log(`Goal ${GOAL_MS} ms: ${verdictOn(isKept)}`);
await browser.close();
await server.close();
