import type { Page } from '@playwright/test';
import { expect, test, type Workspace } from './workspace';

async function openToday(page: Page) {
  await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Today').click();
  const today = page.getByRole('region', { name: 'Today', exact: true });
  await expect(today.getByRole('heading', { level: 2 })).toBeVisible();
  return today;
}

async function leaveTheServerOut(workspace: Workspace, page: Page) {
  await page.getByRole('button', { name: 'Delete server', exact: true }).click();
  await expect(workspace.name('server')).toHaveCount(0);
}

test('says who speaks and uses which versions, and how many', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const today = await openToday(page);
  await expect(today).toContainText('All 99 instances beside the server work with it.');
  const api = today.getByRole('table', { name: /^API: which versions/ });
  await expect(api.getByRole('columnheader')).toHaveText(['API', '3', '4', '5']);
  await expect(api.getByRole('row', { name: /^The server 5\.1\.0 offers/ }).getByRole('cell')).toHaveText([
    'offers',
    'offers',
    'offers',
    '',
  ]);
  await expect(api.getByRole('row', { name: /^ci CLI × 12/ }).getByRole('cell')).toHaveText([
    'speaks',
    'uses',
    '',
    '',
  ]);
  await expect(api.getByRole('row', { name: /^Instances that speak it/ }).getByRole('cell')).toHaveText([
    '12',
    '47',
    '35',
    '',
  ]);
  await expect(api.getByRole('row', { name: /^that use it/ }).getByRole('cell')).toHaveText([
    '0',
    '12',
    '35',
    '',
  ]);

  // Who is furthest behind, what could go if they moved, and which release will no longer wait for them.
  const held = today.getByRole('list', { name: 'Who holds API back' });
  await expect(held).toContainText('API 3 could go today: nobody here uses it.');
  await expect(held).toContainText(
    'Furthest behind, at API 4: ci (12 × CLI). Once they use 5 or newer, API 3–4 could go. The server 6.0.0 is the first release that no longer speaks API 4.',
  );

  // Each keystroke in the inventory is followed.
  await workspace.enter(workspace.count('ci'), '20');
  await expect(held).toContainText('ci (20 × CLI)');

  // It comes back after a reload, and the plan is there all the same.
  await page.reload();
  await expect(held).toContainText('ci (20 × CLI)');
  await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Plan').click();
  await workspace.expectVerified();
});

test('an entry leads to its row', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const today = await openToday(page);
  await today
    .getByRole('list', { name: 'Who holds Entrypoint back' })
    .getByRole('button', { name: 'billing' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Why billing is pinned' })).toBeVisible();
});

test('what is broken is told from what is not known, each with its reason', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.enter(workspace.version('laptops'), '5.0.9');
  await workspace.more('search');
  await page.getByRole('textbox', { name: 'Protocol ranges that search advertises' }).fill('entrypoint 7-8');
  const today = await openToday(page);
  await expect(today).toContainText(
    'Of 99 instances beside the server, 12 are broken, 35 are not known to work and 52 work.',
  );
  const findings = today
    .getByRole('region', { name: 'What does not work, or not for certain' })
    .getByRole('listitem');
  await expect(findings).toHaveText([
    /Broken.*search.*speaks Entrypoint 7–8; the server 5\.1\.0 speaks 1–3\./s,
    /Not known to work.*laptops.*what it speaks of API is not known\./s,
  ]);
  // Versions that nobody speaks share a column.
  const entrypoint = today.getByRole('table', { name: /^Entrypoint: which versions/ });
  await expect(entrypoint.getByRole('columnheader')).toHaveText(['Entrypoint', '1', '2', '3', '4–6', '7–8']);
  await expect(entrypoint.getByRole('row', { name: /^search/ })).toContainText('broken');
  // Unknown is never compatible, and nothing is certain before it is known.
  const api = today.getByRole('table', { name: /^API: which versions/ });
  await expect(api.getByRole('row', { name: /^laptops/ })).toContainText('what it speaks is not known');
  await expect(today.getByRole('list', { name: 'Who holds API back' })).toContainText(
    'Nothing is certain to go while it is not known what is spoken by laptops',
  );
  await expect(today).not.toContainText('API 3 could go today');
});

test('rows that are wrong are not counted, and without a server nothing is said', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const today = await openToday(page);
  await workspace.enter(workspace.version('laptops'), 'latest');
  await expect(today).toContainText('1 row is not counted here');
  await expect(today).toContainText('All 64 instances beside the server work with it.');
  await leaveTheServerOut(workspace, page);
  await expect(page.getByText('Nothing can be said of today yet.')).toBeVisible();
});

test('says what works only partly, and who it is about', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.enter(workspace.version('server'), '4.2.0');
  const today = await openToday(page);
  await expect(today).toContainText('35 of them within limits');
  const limited = today.getByRole('listitem').filter({ hasText: 'Works within limits' });
  await expect(limited).toHaveCount(1);
  await expect(limited).toContainText('laptops');
  await expect(limited).toContainText('example list of CLI 5 shows no history on a server of series 4.');
});

for (const width of [1440, 1024, 390]) {
  test(`the newest version and who speaks it are in sight in a window of ${width}`, async ({
    workspace,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await workspace.open('docker-engine');
    const today = await openToday(page);
    const table = today.getByRole('table', { name: /^Engine API: which versions/ });
    await table.scrollIntoViewIfNeeded();
    await expect(table.getByRole('columnheader').last()).toHaveText('43');
    await expect(table.getByRole('columnheader').last()).toBeInViewport({ ratio: 1 });
    await expect(table.getByRole('rowheader', { name: /^docker-cli/ })).toBeInViewport({ ratio: 1 });
    // Where there is room for all versions nothing scrolls.
    if (width > 390)
      await expect(table.getByRole('columnheader', { name: '12–23' })).toBeInViewport({ ratio: 1 });
  });
}
