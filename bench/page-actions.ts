/** How long is the page's thread busy at once while something is done, by a trace of the browser? */
import type { Browser, Locator, Page } from '@playwright/test';
import { findTasks, TRACED } from './page-tasks';
import { printRow, spreadOf, verdictOn } from './statistics';

export interface Action {
  readonly name: string;
  /** Milliseconds of the processor for the longest task. */
  readonly goal: number;
  /** What is pressed: something on the page, or keys. Found beforehand, since looking for it keeps the page busy, too. */
  readonly press: (() => Locator) | string | { readonly act: () => Promise<unknown> };
  /** Comes to an end once what was asked for is there. */
  readonly until?: () => Promise<unknown>;
  /** Makes it possible to do it again; not measured. */
  readonly back?: () => Promise<unknown>;
}

/** A page that `back` opened takes the place of the one before. */
const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'keyboard' in value;

/** So long is watched what follows, with nothing asked of the page. */
const WATCHED_MS = 1500;

async function pressing({ press }: Action, page: Page): Promise<() => Promise<unknown>> {
  if (typeof press === 'string') return () => page.keyboard.press(press);
  if ('act' in press) return press.act;
  const pressed = press();
  await pressed.scrollIntoViewIfNeeded();
  const box = await pressed.boundingBox();
  if (box === null) throw new Error(`${pressed} is not there`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Does each so many times, after one that is not counted. */
export async function timeActions(
  browser: Browser,
  first: Page,
  runs: number,
  ...actions: readonly Action[]
): Promise<void> {
  let page = first;
  for (const action of actions) {
    const { name, goal, until, back } = action;
    const longest: number[] = [];
    for (let run = -1; run < runs; run++) {
      const act = await pressing(action, page);
      await page.waitForTimeout(WATCHED_MS);
      await browser.startTracing(page, { categories: TRACED });
      await act();
      await page.waitForTimeout(WATCHED_MS);
      const tasks = findTasks(await browser.stopTracing());
      if (run >= 0) longest.push(Math.max(...tasks.map(({ processor }) => processor)));
      await until?.();
      const next = await back?.();
      if (isPage(next)) page = next;
    }
    const spread = spreadOf(longest);
    printRow(`  ${name}: longest task`, spread, `goal ${goal}: ${verdictOn(spread.median <= goal)}`);
  }
}
