import { readFile } from 'node:fs/promises';
import { expect, test } from './workspace';

test('a fleet is typed in, and its plan follows', async ({ workspace, page }) => {
  await workspace.open();
  await workspace.beginTyping('Worked example (fictional)');
  await workspace.enter(workspace.version('server'), '5.1.0');
  await workspace.addEntry('client', { name: 'ci', version: '4.0.1', count: 12 });
  await workspace.addEntry('entrypoint', { name: 'billing', version: '3.3.0', count: 40 });

  // What each release costs stands there before one is chosen.
  await expect(workspace.targets).toContainText('5.4.0');
  await expect(workspace.target('6.0.0')).toHaveAccessibleName(
    /2 server hops, moves 40 × Entrypoint, 12 × CLI/,
  );
  await expect(workspace.plan).toContainText('Choose where to go.');

  await workspace.chooseTarget('6.0.0');
  await workspace.expectVerified();
  await workspace.expectSteps([
    'server 5.1.0 to 5.4.0',
    'ci 4.0.1 to 5.4.0',
    'billing 3.3.0 to 5.4.0',
    'server 5.4.0 to 6.0.0',
  ]);
  await expect(workspace.step('billing')).toContainText('speaks Entrypoint 1–2; the server 6.0.0 speaks 3–4');

  // It is saved as a file that says the same.
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the inventory as a file' }).click();
  const saved = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
  expect(saved).toEqual({
    format: 'causeway/inventory@1',
    product: 'worked-example',
    entries: [
      { name: 'server', component: 'server', version: '5.1.0', count: 1 },
      { name: 'ci', component: 'client', version: '4.0.1', count: 12 },
      { name: 'billing', component: 'entrypoint', version: '3.3.0', count: 40 },
    ],
  });
});

test('rows are duplicated and deleted, and what is wrong stands in the row', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByRole('button', { name: 'Duplicate ci' }).click();
  await expect(workspace.editor).toBeFocused();
  await expect(workspace.editor).toHaveValue('ci-2');
  await page.keyboard.press('Control+Enter');
  await workspace.expectEntries(['server', 'ci', 'ci-2', 'laptops', 'billing', 'search']);
  await workspace.enter(workspace.version('ci-2'), 'latest');
  await expect(workspace.remarks('"latest" is not a version.')).toBeVisible();
  await expect(workspace.version('ci-2')).toHaveAttribute('aria-invalid', 'true');

  // The plan of before stays in sight, and says that it is one.
  await expect(workspace.plan.getByText('This is the plan from before your last change.')).toBeVisible();
  await expect(workspace.plan).toContainText('1 row of the inventory needs something.');

  await page.getByRole('button', { name: 'Delete ci-2' }).click();
  await workspace.expectEntries(['server', 'ci', 'laptops', 'billing', 'search']);
  await workspace.expectVerified();
});

test('a version that the catalog does not list is taken, marked, and never counted as compatible', async ({
  workspace,
}) => {
  await workspace.open('worked-example');
  await workspace.enter(workspace.version('search'), '9.9.9');
  await expect(workspace.remarks('The catalog does not list 9.9.9.')).toBeVisible();
  await expect(workspace.remarks('Unknown never counts as compatible')).toBeVisible();
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();

  // Its own ranges make it known.
  await workspace.more('search');
  await workspace.page
    .getByRole('textbox', { name: 'Protocol ranges that search advertises' })
    .fill('entrypoint 2-4');
  await workspace.expectVerified();
});

test('where the product has no release for the server, it says so', async ({ workspace, page }) => {
  await workspace.open();
  await page.getByRole('button', { name: 'Begin with the server' }).click();
  await page.keyboard.type('5.1.0');
  await page.keyboard.press('Enter');
  const target = page.getByRole('region', { name: 'Where to', exact: true });
  await expect(
    target.getByText(
      /^The catalog of HashiCorp Waypoint .* has no release at 5\.1\.0 or above\. Is it the right product\?/,
    ),
  ).toBeVisible();
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  await expect(workspace.target('6.0.0')).toBeVisible();
});

test('exact versions, everything along, and skips are asked for', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByText('Bring everything along').click();
  await expect(workspace.plan.getByText('8 steps in 6 stages.')).toBeVisible();
  await page.getByText('Move only what must').click();
  await expect(workspace.plan.getByText('4 steps in 4 stages.')).toBeVisible();

  await page.getByText('Exact versions for single entries').click();
  const entry = page.getByRole('combobox', { name: 'Entry', exact: true });
  const version = page.getByRole('combobox', { name: 'Exact version', exact: true });
  await entry.fill('laptop');
  await expect(version).toBeDisabled();
  // What it says has room in it.
  const [room, needed] = await version.evaluate((select: HTMLElement) => {
    const widest = select.cloneNode(true) as HTMLElement;
    widest.style.width = 'max-content';
    select.after(widest);
    const widths = [select.offsetWidth, widest.offsetWidth];
    widest.remove();
    return widths;
  });
  expect(room).toBeGreaterThanOrEqual(needed ?? Number.POSITIVE_INFINITY);
  await expect(page.locator('datalist option[value="laptops"]')).toBeAttached();
  await expect(page.locator('datalist option[value="search"]')).not.toBeAttached();
  await entry.fill('nobody');
  await expect(page.getByText('No other entry has that name.')).toBeVisible();
  await entry.fill('laptops');
  await version.selectOption('6.0.0');
  await expect(workspace.step('laptops')).toContainText('The goal asks for 6.0.0.');
  await workspace.expectVerified();
  await page.getByRole('button', { name: 'No exact version for laptops' }).click();
  await expect(workspace.plan.getByText('4 steps in 4 stages.')).toBeVisible();
});

test('before there is a plan the page says what it takes, how far that is, and leads there', async ({
  workspace,
  page,
}) => {
  await workspace.open();
  await workspace.beginTyping('Worked example (fictional)');
  const need = (title: string) =>
    workspace.plan
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: title, exact: true }) });
  await expect(need('What runs now')).not.toContainText('done');
  await workspace.enter(workspace.version('server'), '5.1.0');
  await expect(need('What runs now')).toContainText('done');
  await expect(need('Questions that decide')).toContainText('0 of 1 answered.');
  await need('Where to').getByRole('button').click();
  await expect(workspace.targets.getByRole('radio').first()).toBeFocused();
  await workspace.chooseTarget('5.4.0');
  await workspace.expectVerified();
  await expect(need('Where to')).toHaveCount(0);
});
