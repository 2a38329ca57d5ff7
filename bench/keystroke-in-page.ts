/**
 * What does a keystroke in the inventory cost the page's own thread, until the plan is drawn again? At 200 and 2,000 entries, by
 * the trace of the browser: all that the thread did from the key until the new plan stood there and was painted. And how long
 * a key waits for its answer where the processor is four times slower.
 */
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { openWorkedExample } from './open-worked-example';
import { printHead, printRow, spreadOf, verdictOn } from './statistics';

const KEYS = 12;
/** Of as many INP leaves the slowest one out. */
const KEYS_IN_A_ROW = 60;
/** A row whose instances the plan moves, behind the headings and the server. */
const FIRST_TO_MOVE = 2;
const SIZES = [
  { entries: 200, goal: 16 },
  { entries: 2000, goal: 50 },
] as const;
const GOAL_TASK_MS = 50;
const GOAL_INP_MS = 100;
const SLOWER = 4;

const server = await preview({ preview: { host: '127.0.0.1', port: 4397 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);

async function openToType(entries: number): Promise<Page> {
  const page = await openWorkedExample(browser, address, entries, '6.0.0');
  await page.evaluate(() => {
    Object.assign(window, { interactions: [] as number[] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.name === 'keydown')
          (window as unknown as { interactions: number[] }).interactions.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    document.addEventListener('keydown', () => performance.mark('key'), true);
    // The plan counts the instances that it moves: with every key that changes one of them it reads differently.
    const told = [...document.querySelectorAll('#plan p')].find((p) => p.textContent?.includes('Moves '));
    if (told === undefined) throw new Error('the plan does not say what it moves');
    new MutationObserver(() => {
      requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')));
    }).observe(told, { childList: true, subtree: true, characterData: true });
  });
  return page;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly message?: string } };
}

interface Cost {
  /** Milliseconds of the thread, from the key to the painted plan, for each key. */
  readonly works: readonly number[];
  readonly longestTask: number;
}

/** Marks are set by the page when a key goes down, and when the plan has been drawn anew. */
function costOf(trace: Buffer): Cost {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) =>
    main.some((thread) => thread.pid === pid && thread.tid === tid);
  const marks = (name: string) => events.filter((event) => event.name === name).map(({ ts }) => ts);
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && isMain(event));
  if (tasks.length === 0) throw new Error('the trace has no task of the page');
  const [keys, drawn] = [marks('key'), marks('drawn')];
  const spans = keys.map((from, i) => [from, drawn[i] ?? Number.NaN] as const);
  const works = spans.map(([from, to]) =>
    tasks
      .filter(({ ts, dur = 0 }) => ts + dur >= from && ts <= to)
      .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
  );
  const inSpans = tasks.filter(({ ts, dur = 0 }) => spans.some(([from, to]) => ts + dur >= from && ts <= to));
  return { works, longestTask: Math.max(...inSpans.map(({ tdur = 0 }) => tdur / 1000)) };
}

async function editCount(page: Page): Promise<void> {
  const row = page.getByRole('grid').getByRole('row').nth(FIRST_TO_MOVE);
  await row.locator('[role="gridcell"][data-field="count"]').click();
  await page.keyboard.press('F2');
}

/** Types counts into a cell, one key after the other, each once the plan of the one before is there. */
async function typeKeys(page: Page): Promise<Cost> {
  await editCount(page);
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  for (let i = 0; i < KEYS; i++) {
    const before = await page.evaluate(() => performance.getEntriesByName('drawn').length);
    await page.keyboard.press(i % 2 === 0 ? '1' : 'Backspace');
    await page.waitForFunction((seen) => performance.getEntriesByName('drawn').length > seen, before);
  }
  const cost = costOf(await browser.stopTracing());
  await page.keyboard.press('Escape');
  return cost;
}

/** How long a key of those typed in a row waits for its answer, as INP counts it. */
async function waitForKeys(page: Page): Promise<number> {
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(() => {
    (window as unknown as { interactions: number[] }).interactions.length = 0;
  });
  await editCount(page);
  for (let i = 0; i < KEYS_IN_A_ROW; i++)
    await page.keyboard.press(i % 2 === 0 ? '1' : 'Backspace', { delay: 60 });
  await page.waitForTimeout(1000);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const seen = await page.evaluate(() => (window as unknown as { interactions: number[] }).interactions);
  return seen.toSorted((a, b) => b - a)[1] ?? 16;
}

printHead();
for (const { entries, goal } of SIZES) {
  const page = await openToType(entries);
  await typeKeys(page);
  const { works, longestTask } = await typeKeys(page);
  const spread = spreadOf(works);
  printRow(`${entries} entries: a keystroke to the plan drawn anew, work of the page's thread`, spread);
  console.log(
    `  goal ${goal} ms: ${verdictOn(spread.median <= goal)}; its longest task ${longestTask.toFixed(0)} ms (goal ${GOAL_TASK_MS}: ${verdictOn(longestTask <= GOAL_TASK_MS)})`,
  );
  const inp = await waitForKeys(page);
  console.log(
    `  a key with a processor ${SLOWER} times slower waits ${inp.toFixed(0)} ms at most (goal ${GOAL_INP_MS}: ${verdictOn(inp <= GOAL_INP_MS)})`,
  );
  await page.context().close();
}
await browser.close();
await server.close();
