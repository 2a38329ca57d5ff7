import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './workspace';

const drawing = (page: Page) => page.getByRole('application', { name: /^Timeline of/ });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const SERVER = 'Done: server 5.1.0 to 5.4.0';
const CI = 'Done: ci 4.0.1 to 5.4.0';
const BILLING = 'Done: billing 3.3.0 to 5.4.0';

test('steps are ticked as they are done, kept over a reload and undone; the timeline says where one is', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const status = workspace.plan.getByRole('status').filter({ hasText: 'steps done' });
  await expect(status).toHaveText('0 of 4 steps done; next: server to 5.4.0, in stage 1.');
  await expect(drawing(page).getByText(/^(you are )?here$/)).toHaveCount(0);

  // By keys, as any box.
  await box(page, SERVER).focus();
  await page.keyboard.press('Space');
  await expect(box(page, SERVER)).toBeChecked();
  await expect(status).toHaveText('1 of 4 steps done; next: ci to 5.4.0, in stage 2.');
  await expect(drawing(page).getByText(/^(you are )?here$/)).toHaveCount(1);
  await box(page, CI).check();
  await expect(status).toHaveText('2 of 4 steps done; next: billing to 5.4.0, in stage 3.');
  await expect(workspace.plan.locator('h3 [data-done]')).toHaveText(['1', '2']);

  await page.reload();
  await expect(box(page, CI)).toBeChecked();
  await expect(box(page, BILLING)).not.toBeChecked();
  await drawing(page).focus();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(
    page.getByText(/^Stage 2: CLI, ci to 5\.4\.0\. Done\. You are here\. You may pause here/),
  ).toBeVisible();
  await expect(drawing(page).getByText('✓ 2 · CLI')).toHaveCount(1);

  await page.getByText('The timeline as a table').click();
  const table = page.getByRole('table', { name: /^Versions of every entry/ });
  await expect(table.getByRole('row', { name: /^Carried out/ }).getByRole('cell')).toHaveText([
    '',
    'done',
    'done You are here.',
    '',
    '',
  ]);

  // Undone one by one, and said again.
  await workspace.undo.click();
  await expect(box(page, CI)).not.toBeChecked();
  await expect(box(page, SERVER)).toBeChecked();
  await workspace.redo.click();
  await expect(box(page, CI)).toBeChecked();

  // What has nothing to do with it takes no tick away; a step that is another one is not done.
  await workspace.enter(workspace.count('laptops'), '36');
  await workspace.expectVerified();
  await expect(box(page, CI)).toBeChecked();
  // Called otherwise, it is the same entry.
  await workspace.enter(workspace.name('ci'), 'build');
  await expect(box(page, 'Done: build 4.0.1 to 5.4.0')).toBeChecked();
  await workspace.enter(workspace.name('build'), 'ci');
  await expect(box(page, CI)).toBeChecked();
  await workspace.enter(workspace.version('ci'), '4.1.0');
  await workspace.expectVerified();
  await expect(box(page, 'Done: ci 4.1.0 to 5.4.0')).not.toBeChecked();
  await expect(box(page, SERVER)).toBeChecked();
});

test('what is done before its turn is allowed, and said plainly', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await box(page, BILLING).check();
  const words =
    /^Out of order: billing to 5\.4\.0 is done, while 2 earlier steps from stage 1 on are still open\./;
  await expect(workspace.plan.getByText(words)).toBeVisible();
  await expect(drawing(page).getByText(/^(you are )?here$/)).toHaveCount(1);
  await box(page, SERVER).check();
  await box(page, CI).check();
  await expect(workspace.plan.getByText(words)).toHaveCount(0);
});

test('steps alike and whole stages are ticked together, or one by one', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const rows = ['server,server,5.1.0', ...Array.from({ length: 6 }, (_, i) => `ci-${i},client,4.0.1`)];
  await workspace.bringFile(
    'many.csv',
    ['name,component,version', ...rows, 'billing,entrypoint,3.3.0'].join('\n'),
  );
  await page.getByRole('radio', { name: /^Replace/ }).check({ force: true });
  await page.getByRole('button', { name: /^Take / }).click();
  await workspace.expectVerified();
  const all = box(page, 'All 6 done: ci-0 and others, 4.0.1 to 5.4.0');
  await page.getByText('0 of 6 done, one by one').click();
  await box(page, 'ci-3').check();
  await expect(page.getByText('1 of 6 done, one by one')).toBeVisible();
  await expect(all).not.toBeChecked();
  expect(await all.evaluate((element: HTMLInputElement) => element.indeterminate)).toBe(true);
  await all.check();
  await expect(box(page, 'ci-5')).toBeChecked();
  await expect(page.getByText('6 of 6 done, one by one')).toBeVisible();
  // One change, one undo.
  await workspace.undo.click();
  await expect(page.getByText('1 of 6 done, one by one')).toBeVisible();
});

test('paper and picture say what is done', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await box(page, SERVER).check();
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG', exact: true }).click(),
  ]);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('>you are here</text>');
  expect(svg).toContain('1 of 4 steps done; next: ci to 5.4.0, in stage 2.');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = page.getByRole('article');
  await expect(paper.getByText('1 of 4 steps done; next: ci to 5.4.0, in stage 2.')).toBeVisible();
  await expect(paper.getByText('✓', { exact: true })).toHaveCount(1);
  await expect(paper.getByText('you are here', { exact: true }).first()).toBeVisible();
});

test('the inventory follows what is done, and the plan goes on from there', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const update = page.getByRole('button', { name: 'Bring the inventory up to date' });
  await expect(update).toHaveCount(0);
  await box(page, SERVER).check();
  await box(page, CI).check();

  // What goes by the inventory says that it is from before.
  const target = page.getByRole('region', { name: 'Where to', exact: true });
  await expect(target.getByText(/^2 entries have moved since/)).toBeVisible();
  await page.getByRole('radio', { name: 'Today', exact: true }).check({ force: true });
  const today = page.getByRole('region', { name: 'Today', exact: true });
  await expect(today.getByText(/^2 entries have moved since/)).toBeVisible();
  await today.getByRole('button', { name: 'Bring the inventory up to date' }).click();
  await expect(workspace.version('server')).toHaveText('5.4.0');
  await expect(workspace.version('ci')).toHaveText('5.4.0');
  await expect(update).toHaveCount(0);
  await expect(today.getByRole('heading', { level: 2 })).toBeFocused();

  await page.getByRole('radio', { name: 'Plan', exact: true }).check({ force: true });
  await workspace.expectVerified();
  await expect(workspace.plan.getByText(/^0 of 2 steps done; next: billing to 5\.4\.0/)).toBeVisible();
  await workspace.undo.click();
  await expect(box(page, CI)).toBeChecked();
  await expect(workspace.version('ci')).toHaveText('4.0.1');

  // The same from the plan, by keys: they stay with the plan.
  await workspace.plan.getByRole('button', { name: 'Plan on from here' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^The inventory has what is done: server 5\.4\.0, and 1 other/)).toBeVisible();
  await expect(workspace.plan.getByText(/^0 of 2 steps done/)).toBeVisible();
  await expect(workspace.plan.getByRole('heading', { level: 2 })).toBeFocused();
});

test('a plan that begins before what is done is none to go by', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await box(page, SERVER).check();
  await box(page, CI).check();
  await workspace.chooseTarget('5.3.2');
  const alert = page.getByRole('alert').filter({ hasText: 'no plan for how it stands now' });
  await expect(alert).toBeVisible();
  await expect(box(page, 'Done: server 5.1.0 to 5.3.2')).toBeDisabled();
  await expect(workspace.plan.getByText(/steps? done; next/)).toHaveCount(0);
  for (const name of ['Print', 'Export', 'Share'])
    await expect(workspace.plan.getByRole('button', { name, exact: true })).toHaveCount(0);

  // A target on the way of what is done brings the plan back as it was.
  await workspace.chooseTarget('6.0.0');
  await expect(alert).toHaveCount(0);
  await expect(box(page, CI)).toBeChecked();

  // Where there is no plan at all it is said, too, and two ways are compared from where it was.
  await workspace.enter(workspace.version('billing'), '3.3.1');
  await workspace.chooseTarget('5.3.2');
  await page.getByRole('radio', { name: 'Compare', exact: true }).check({ force: true });
  const compare = page.getByRole('region', { name: 'Compare', exact: true });
  await expect(compare.getByText(/^2 entries have moved since/)).toBeVisible();
  await page.getByRole('radio', { name: 'Plan', exact: true }).check({ force: true });
  await alert.getByRole('button', { name: 'Bring the inventory up to date' }).click();
  await expect(workspace.version('server')).toHaveText('5.4.0');
  await expect(alert).toHaveCount(0);
});

test('a second hop is done with the first, and what is broken by then is named', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const last = box(page, 'Done: server 5.4.0 to 6.0.0');
  await last.check();
  await expect(box(page, SERVER)).toBeChecked();
  await expect(
    workspace.plan.getByText('As it is now, ci and billing do not work with the server.'),
  ).toBeVisible();
  await box(page, SERVER).uncheck();
  await expect(last).not.toBeChecked();
});
