/**
 * What becomes of the built page while it reads a million rows? How long, how much longer than papaparse alone in a worker of
 * the same page, the longest task that holds up the page, and the memory of the browser.
 */
import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { withoutQuotes, writeTable } from './large-table';
import { memoryOfChildren } from './own-memory';
import { findTasks, type Task, TRACED } from './page-tasks';
import { printHead, printRow, spreadOf, verdictOn } from './statistics';

const RUNS = 5;
const GOAL_RATIO = 1.5;
const GOAL_TASK_MS = 50;
const GOAL_MB = 300;
/** How often memory is looked at while a file is read. */
const LOOK_MS = 50;

const table = writeTable('without quotes', 'page.csv', 1_000_000, withoutQuotes);
const papaparse = readFileSync('node_modules/papaparse/papaparse.min.js', 'utf8');

const server = await preview({ preview: { host: '127.0.0.1', port: 4398 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);

async function openPage(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${address}#sample=waypoint`);
  await page.getByText(/^Verified:/).waitFor();
  return page;
}

/** Milliseconds that papaparse takes for the file in a worker that does nothing else. */
async function parseAlone(): Promise<number> {
  const page = await openPage();
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'alone' });
    document.body.append(input);
  });
  await page.locator('#alone').setInputFiles(table.path);
  const time = await page.evaluate(async (library) => {
    const code = `${library};onmessage = ({ data }) => {
      let rows = 0;
      Papa.parse(data, {
        delimiter: ',',
        newline: '\\n',
        chunkSize: 256 * 1024,
        chunk: ({ data: found }) => { rows += found.length; },
        complete: () => postMessage(rows),
      });
    };`;
    const input = document.querySelector('#alone') as HTMLInputElement;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    const start = performance.now();
    await new Promise((resolve) => {
      worker.onmessage = resolve;
      worker.postMessage(input.files?.[0]);
    });
    worker.terminate();
    return performance.now() - start;
  }, papaparse);
  await page.context().close();
  return time;
}

function findLongestTask(trace: Buffer): Task {
  return findTasks(trace).reduce((longest, task) => (task.clock > longest.clock ? task : longest));
}

/** Milliseconds from the choice of the file until its rows can be taken. `during` is what goes on meanwhile. */
async function readInPage(during: (page: Page, read: () => Promise<void>) => Promise<void>): Promise<number> {
  const page = await openPage();
  await page.getByRole('button', { name: 'Upload or paste an inventory' }).click();
  const input = page.getByRole('dialog').locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await page.evaluate(() => {
    document.querySelector('input[type=file]')?.addEventListener('change', () => performance.mark('chosen'));
    const seen = new MutationObserver(() => {
      if (!/Take \d+ rows/.test(document.querySelector('dialog')?.textContent ?? '')) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('readable')));
    });
    seen.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await during(page, async () => {
    await input.setInputFiles(table.path);
    await page.waitForFunction(() => performance.getEntriesByName('readable').length > 0);
  });
  const time = await page.evaluate(
    () =>
      (performance.getEntriesByName('readable')[0]?.startTime ?? Number.NaN) -
      (performance.getEntriesByName('chosen')[0]?.startTime ?? Number.NaN),
  );
  await page.context().close();
  return time;
}

async function readTraced(): Promise<{ time: number; longestTask: Task }> {
  let trace: Buffer = Buffer.of();
  const time = await readInPage(async (page, read) => {
    await browser.startTracing(page, { categories: TRACED });
    await read();
    trace = await browser.stopTracing();
  });
  return { time, longestTask: findLongestTask(trace) };
}

/**
 * MB of the whole browser at its peak, beside what it was before. Apart from the time: whose memory is counted waits as long
 * as that takes.
 */
async function readCounted(): Promise<number | undefined> {
  if (memoryOfChildren() === undefined) return undefined;
  let more = 0;
  await readInPage(async (_, read) => {
    const start = memoryOfChildren() ?? 0;
    const looking = setInterval(() => {
      more = Math.max(more, (memoryOfChildren() ?? 0) - start);
    }, LOOK_MS);
    await read();
    clearInterval(looking);
  });
  return more;
}

printHead();
const [alone, read, ratios]: [number[], Awaited<ReturnType<typeof readTraced>>[], number[]] = [[], [], []];
const memories: number[] = [];
// The first of each is not counted.
for (let i = -1; i < RUNS; i++) {
  const [a, b] = [await parseAlone(), await readTraced()];
  const memory = await readCounted();
  if (i < 0) continue;
  alone.push(a);
  read.push(b);
  ratios.push(b.time / a);
  if (memory !== undefined) memories.push(memory);
}
const size = `${(table.bytes / 1e6).toFixed(0)} MB`;
printRow(`1,000,000 rows, ${size}, in a worker of the page: papaparse alone`, spreadOf(alone));
printRow(
  `1,000,000 rows, ${size}, chosen in the page until they can be taken`,
  spreadOf(read.map(({ time }) => time)),
);
const { min, median, max } = spreadOf(ratios);
console.log(
  `${median.toFixed(2)} times as long (${min.toFixed(2)} to ${max.toFixed(2)}; goal ${GOAL_RATIO}: ${verdictOn(median <= GOAL_RATIO)})`,
);
const clock = spreadOf(read.map(({ longestTask }) => longestTask.clock));
const processor = spreadOf(read.map(({ longestTask }) => longestTask.processor));
console.log(
  `Longest task of the page's own thread: ${clock.median.toFixed(0)} ms, ${clock.max.toFixed(0)} ms at most (goal ${GOAL_TASK_MS}: ${verdictOn(clock.max <= GOAL_TASK_MS)}); of the processor it had ${processor.median.toFixed(0)} ms, ${processor.max.toFixed(0)} ms at most`,
);
if (memories.length > 0) {
  const { median: more, max: most } = spreadOf(memories);
  console.log(
    `Memory of the whole browser at its peak: ${more.toFixed(0)} MB more, ${most.toFixed(0)} MB at most (goal ${GOAL_MB}: ${verdictOn(most <= GOAL_MB)})`,
  );
}
await browser.close();
await server.close();
