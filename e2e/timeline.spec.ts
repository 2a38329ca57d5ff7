import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './workspace';

const drawing = (page: Page) =>
  page.getByRole('application', { name: /^(Timeline of|How [\d,]+ entries stand today)/ });
const figure = (page: Page) =>
  page.getByRole('figure', { name: /^(Timeline of the plan|How it stands today)$/ });
/** What is said of the place that is looked at, beside the drawing. */
const told = (page: Page, words: string | RegExp) => figure(page).getByText(words);

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** The middle of a text in the drawing. */
async function middleOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const box = await drawing(page).locator('svg text', { hasText: text }).last().boundingBox();
  if (box === null) throw new Error(`${text} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the keys walk through the timeline, open a step and come back', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await drawing(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(told(page, /^Stage 1: Server, to the bridge 5\.4\.0\. You may pause here/)).toBeVisible();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  const why = /^billing: 3\.3\.0 to 5\.4\.0 in stage 3\. Without it billing would lose the server in stage 4/;
  await expect(told(page, why)).toBeVisible();
  // A screen reader is told the same.
  await expect(drawing(page).getByRole('img', { name: why })).toHaveId(
    (await drawing(page).getAttribute('aria-activedescendant')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(workspace.step(/^billing/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawing(page)).toBeFocused();
  await expect(told(page, why)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(told(page, /^billing: 3\.3\.0 now\./)).toBeVisible();
  await page.keyboard.press('Control+End');
  await expect(
    told(page, /^Entrypoint after stage 4: the server speaks 3–4\..*Stage 3 is why it holds\./),
  ).toBeVisible();
  // One stop of the Tab key: the next one leads out of it.
  await page.keyboard.press('Tab');
  await expect(drawing(page)).not.toBeFocused();
  await expect(drawing(page).locator(':focus')).toHaveCount(0);
});

/** Corners of the marked place that something else covers, or that are outside the window. */
async function hiddenCorners(page: Page): Promise<string[]> {
  return drawing(page)
    .locator('rect[class*="cursor"]')
    .evaluate((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const box = mark.closest('[role="application"]');
      return [left + 2, right - 2].flatMap((x) =>
        [top + 2, bottom - 2].flatMap((y) => {
          const seen = document.elementFromPoint(x, y);
          return seen !== null && box?.contains(seen) ? [] : [`${x}, ${y}: ${seen?.textContent}`];
        }),
      );
    });
}

for (const [width, height] of [
  [1440, 900],
  [1440, 700],
  // What is left of 1440 × 900 at 200 %, and less.
  [720, 450],
  [1024, 600],
  [640, 400],
] as const) {
  test(`wherever the keys are in the timeline is seen in a window of ${width} × ${height}`, async ({
    workspace,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await workspace.open('worked-example');
    await drawing(page).focus();
    const rows = 8;
    const columns = 5;
    for (let column = 0; column < columns; column++) {
      for (let row = 0; row < rows; row++) {
        expect(await hiddenCorners(page), `row ${row} of column ${column}`).toEqual([]);
        if (row < rows - 1) await page.keyboard.press(column % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
      }
      await page.keyboard.press('ArrowRight');
    }
    // All of it was walked through.
    await expect(told(page, /^Entrypoint after stage 4: the server speaks/)).toBeVisible();
  });
}

test('pointing at a move shows what would fall out of which band without it', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const fallen = drawing(page).locator('svg text', { hasText: 'billing 1–2' });
  await expect(fallen).toHaveCount(0);
  const { x, y } = await middleOf(page, '3 · Entrypoint');
  await page.mouse.move(x, y + 1);
  await expect(fallen).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(fallen).toHaveCount(0);
  const station = await middleOf(page, '5.4.0');
  await page.mouse.move(station.x, station.y);
  await expect(fallen).toBeVisible();
  await page.mouse.click(station.x, station.y);
  await expect(workspace.step(/^billing/)).toBeFocused();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a first tap says what is there, a second opens it', async ({ workspace, page }) => {
    await workspace.open('worked-example');
    await page.getByRole('heading', { name: 'Timeline' }).click();
    const station = drawing(page)
      .locator('svg text', { hasText: /^5\.4\.0$/ })
      .first();
    await station.tap();
    await expect(told(page, /^server: 5\.1\.0 to 5\.4\.0 in stage 1\. 5\.4\.0 is a bridge/)).toBeVisible();
    await expect(workspace.step(/^server/).first()).not.toBeFocused();
    await station.tap();
    await expect(workspace.plan.locator('li:focus')).toContainText('is a bridge');
  });
});

test('many entries fold, and have a lane each where that is asked for', async ({ workspace, page }) => {
  const versions = ['4.0.1', '4.1.0', '5.1.0', '5.3.2'];
  const rows = Array.from({ length: 40 }, (_, i) => {
    const component = i % 2 === 0 ? 'client' : 'entrypoint';
    return `app-${i},${component},${versions[i % 4]},${i % 3 === 0 ? 'vendor' : ''}`;
  });
  await workspace.open('worked-example');
  await workspace.bringFile('many.csv', ['name,component,version,pinned', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Take 40 rows' }).click();
  await page.getByRole('button', { name: 'Show a lane for each entry' }).click();
  await expect(drawing(page).locator('svg text', { hasText: /^app-7$/ })).toHaveCount(1);
  // A summary folds the lanes below it, and shows them again, as it says.
  await drawing(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect(told(page, /^22 entries of CLI now: .* Enter folds them\.$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(told(page, /^22 entries of CLI now: .* Enter shows them one by one\.$/)).toBeVisible();
  await expect(drawing(page).locator('svg text', { hasText: /^app-0$/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(drawing(page).locator('svg text', { hasText: /^app-0$/ })).toHaveCount(1);

  // From the bottom of the lanes the keys lead to their top, and so does what is seen.
  await page.keyboard.press('Control+End');
  expect(await drawing(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press('Control+Home');
  await expect(told(page, /^Now: what is deployed\./)).toBeVisible();
  expect(await drawing(page).evaluate((element) => element.scrollTop)).toBe(0);

  await page.getByRole('button', { name: 'Fold entries that go the same way' }).click();
  await expect(drawing(page).locator('svg text', { hasText: /^app-7$/ })).toHaveCount(0);
});

test('from the head of a stage Enter leads to its steps', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await drawing(page).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(workspace.step(/^ci/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawing(page)).toBeFocused();
});

test('the point of no return is drawn and told, and stands in the table', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await expect(drawing(page).getByText('point of no return')).toHaveCount(0);
  await workspace.openBroken();
  await expect(drawing(page).getByText('point of no return')).toHaveCount(1);
  await expect(
    workspace.plan.getByText(/^Stage 2 is the point of no return: after it no safe way/),
  ).toBeVisible();
  await drawing(page).focus();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(told(page, /^Stage 2: .* This is the point of no return\./)).toBeVisible();
  await page.getByText('The timeline as a table').click();
  const table = page.getByRole('table', { name: /^Versions of every entry/ });
  const row = table.getByRole('row', { name: /^Pause and way back/ });
  await expect(row.getByRole('cell').nth(2)).toHaveText('Point of no return.');
  await expect(
    workspace.plan.getByRole('listitem').getByText('Point of no return', { exact: true }),
  ).toBeVisible();
});

test.describe('exports', () => {
  async function save(page: Page, name: string): Promise<Download> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return download;
  }

  test('the timeline as SVG, the same as the command line', async ({ workspace, page }) => {
    await workspace.open('worked-example');
    await page.getByRole('button', { name: 'Export' }).click();
    const svg = await textOf(await save(page, 'Save as SVG'));
    const command = ['src/cli/main.ts', 'plan', '--catalog', 'worked-example', '--target', '6.0.0'];
    const sample = ['--inventory', 'public/samples/worked-example.inventory.json', '--format', 'svg'];
    expect(svg).toBe(execFileSync('node_modules/.bin/tsx', [...command, ...sample], { encoding: 'utf8' }));
  });

  test('the timeline as PNG, twice as large as the SVG', async ({ workspace, page }) => {
    await workspace.open('worked-example');
    await page.getByRole('button', { name: 'Export' }).click();
    const svg = await textOf(await save(page, 'Save as SVG'));
    const png = readFileSync(await (await save(page, 'Save as PNG')).path());
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.floor(Number(width) * 2));
    expect(png.readUInt32BE(20)).toBe(Math.floor(Number(height) * 2));
    // Something is on it: one colour alone would be far smaller.
    expect(png.length).toBeGreaterThan(20_000);
  });

  test('names stay names in the SVG, whatever they are made of', async ({ workspace, page }) => {
    const name = '</text><a href="x">&"\u202e\u0001';
    await workspace.open('worked-example');
    await workspace.enter(workspace.name('billing'), name);
    await workspace.expectVerified();
    await page.getByRole('button', { name: 'Export' }).click();
    const svg = await textOf(await save(page, 'Save as SVG'));
    const { texts, isSound } = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        isSound: parsed.querySelector('parsererror') === null && parsed.querySelector('a') === null,
        texts: Array.from(parsed.querySelectorAll('desc'), (element) => element.textContent),
      };
    }, svg);
    expect(isSound).toBe(true);
    expect(texts.join()).toContain(name.replace('\u0001', '\ufffd'));
  });
});

test('what is broken already is said and drawn as such until the stage that mends it', async ({
  workspace,
  page,
}) => {
  await workspace.openBroken();
  const verified =
    /^Verified: 4 states, 16 pairs, none newly broken; laptops is broken already until stage 2\./;
  await expect(workspace.plan.getByText(verified)).toBeVisible();
  await expect(workspace.plan.getByText(/none broken/)).toHaveCount(0);
  // The lane has it, and the band below with a cross and no version in use.
  await expect(drawing(page).getByText('✕ broken')).toHaveCount(1);
  await drawing(page).focus();
  for (const key of ['Control+End', 'ArrowUp', 'Home']) await page.keyboard.press(key);
  const now = /^API now: the server speaks 3–5\..*laptops: 4–5, would agree on 5, broken all the same\./;
  await expect(told(page, now)).toBeVisible();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(told(page, /^API after stage 2: .*laptops: 4–5, uses 5[.;]/)).toBeVisible();
});

test('what works only partly is told apart in Today, on its lane and in its band', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.enter(workspace.version('server'), '4.2.0');
  await workspace.expectVerified();
  await expect(drawing(page).getByText('△ limited')).toHaveCount(1);
  await drawing(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  const why = /^laptops: 5\.3\.2 now\. Limited\. `example list` of CLI 5 shows no history/;
  await expect(told(page, why)).toBeVisible();
  for (const key of ['Control+End', 'ArrowUp', 'Home']) await page.keyboard.press(key);
  await expect(told(page, /^API now: .*laptops: 4–5, uses 4, limited[.;]/)).toBeVisible();
  await page.getByText('The timeline as a table').click();
  const row = page
    .getByRole('table', { name: /^Versions of every entry/ })
    .getByRole('row', { name: /^laptops/ });
  await expect(row.getByRole('cell').first()).toContainText('5.3.2 limited');
  await expect(row.getByRole('cell').nth(1)).not.toContainText('limited');
});
