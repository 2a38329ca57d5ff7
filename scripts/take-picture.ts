/**
 * Takes the README's picture from the built app: `npm run build && npx tsx scripts/take-picture.ts`.
 *
 * The sample is a shipped one, so that the picture shows what whoever opens it will see.
 */
import { mkdirSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureBrowser } from './bootstrap.mjs';

const FILE = 'docs/workspace.png';
const MAX_KB = 300;

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
const address = server.resolvedUrls?.local[0];
const executablePath = await ensureBrowser();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  if (address === undefined) throw new Error('the built app is not served; was it built?');
  const page = await browser.newPage({
    viewport: { width: 1440, height: 960 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${address}#sample=worked-example`);
  await page.getByText(/^Verified:/).waitFor();
  await page.getByText(/2 server hops, moves/).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  mkdirSync('docs', { recursive: true });
  await page.screenshot({ path: FILE });
  const size = statSync(FILE).size / 1000;
  if (size > MAX_KB) throw new Error(`${FILE} has ${size.toFixed(0)} kB; expected at most ${MAX_KB}`);
  console.log(`${FILE}: ${size.toFixed(0)} kB`);
} finally {
  await browser.close();
  await server.close();
}
