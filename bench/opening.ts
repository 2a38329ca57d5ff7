/** How long does the built page take from the first request to a sample plan that can be used? */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { printHead, printRow, spreadOf } from './statistics';

const RUNS = 7;

const server = await preview({ preview: { host: '127.0.0.1', port: 4399 }, logLevel: 'silent' });
const [address] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);

/** Milliseconds from the start of the navigation until the plan says that it was verified. */
async function openSample(sample: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.body?.textContent?.includes('Verified:')) return;
      seen.disconnect();
      // One frame later it has been drawn, and answers to input.
      requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
    });
    seen.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(`${address}#sample=${sample}`);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  const time = await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN);
  await context.close();
  return time;
}

printHead();
for (const sample of ['worked-example', 'waypoint']) {
  await openSample(sample);
  const samples: number[] = [];
  for (let i = 0; i < RUNS; i++) samples.push(await openSample(sample));
  printRow(`page opened to a usable plan, sample ${sample}`, spreadOf(samples));
}
await browser.close();
await server.close();
