import { makeHardProblem } from '../src/testing/hard-problem';
import { expect, test } from './workspace';

const LONG = 'x'.repeat(10_000);
const HOSTILE = [
  '<img src=x onerror="document.title=\'taken\'">',
  '\u202Eesrever 😀 العربية',
  LONG,
  '$(reboot) {{from}} `rm -rf`',
];

test('names of any kind are text, and stay as they are', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  for (const name of HOSTILE) {
    await page.getByRole('button', { name: 'entrypoint', exact: true }).click();
    await workspace.editor.fill(name);
    await workspace.editor.press('Control+Enter');
    await workspace.enter(workspace.table.locator('[role="gridcell"][data-field="version"]').last(), '3.3.0');
  }
  await workspace.expectVerified();
  await workspace.expectEntries(['server', 'ci', 'laptops', 'billing', 'search', ...HOSTILE]);
  await expect(page).toHaveTitle(/ · Causeway$/);
  await expect(page.locator('img')).toHaveCount(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('200 entries: planned, folded, and typed into without a wait', async ({ workspace, page }) => {
  await workspace.open();
  const rows = Array.from(
    { length: 200 },
    (_, i) => `app-${i},entrypoint,${i % 2 === 0 ? '3.3.0' : '4.1.0'},${(i % 5) + 1}`,
  );
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  await workspace.bringFile(
    'many.csv',
    ['name,component,version,count', 'server,server,5.1.0,1', 'ci,client,4.0.1,3', ...rows].join('\n'),
  );
  await workspace.dialog.getByRole('button', { name: 'Take 202 rows' }).click();
  await workspace.chooseTarget('6.0.0');
  await workspace.expectVerified();
  // 100 entries that move alike are one step to read.
  await expect(workspace.plan.getByRole('heading', { level: 4 })).toHaveCount(4);
  await workspace.plan.getByRole('button', { name: 'Show a lane for each entry' }).click();
  await workspace.plan.getByRole('button', { name: 'Fold entries that go the same way' }).click();
  await workspace.enter(workspace.count('app-7'), '77');
  await workspace.expectVerified();
  await expect(workspace.count('app-7')).toHaveText('77');
});

test('a catalog that does not arrive: which one, why, and another try', async ({ workspace, page }) => {
  let isDown = true;
  await page.route('**/catalogs/worked-example.json', async (route) => {
    if (isDown) await route.fulfill({ status: 503, body: 'down' });
    else await route.continue();
  });
  await page.goto('./');
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('catalogs/worked-example.json cannot be used.');
  await expect(alert).toContainText('the server answered 503');
  isDown = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await workspace.beginTyping();
});

test('a catalog that is broken: each problem with its place', async ({ page }) => {
  await page.route('**/catalogs/worked-example.json', async (route) => {
    const catalog = await (await route.fetch()).json();
    catalog.releases[0].protocols.api = [3, 1];
    catalog.components.client.speaks = ['apo'];
    await route.fulfill({ json: catalog });
  });
  await page.goto('./');
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  await expect(page.getByRole('alert')).toContainText('It has 2 problems.');
  await expect(page.getByRole('listitem').filter({ hasText: 'releases[0].protocols.api' })).toContainText(
    'upside down',
  );
  await expect(page.getByRole('listitem').filter({ hasText: 'components.client.speaks[0]' })).toContainText(
    'no protocol "apo"',
  );
});

test('an unknown sample in the address is said to be one', async ({ workspace, page }) => {
  await workspace.open();
  await page.goto('./#sample=nonsense');
  await expect(page.getByRole('status')).toContainText(
    'There is no sample "nonsense". There are: waypoint, kubernetes, docker-engine, consul, worked-example.',
  );
});

test('a plan that takes long says how far it is, and can be stopped and gone on with', async ({
  workspace,
  page,
}) => {
  const hard = makeHardProblem(8, 200, 3);
  await page.route('**/catalogs/worked-example.json', (route) =>
    route.fulfill({
      json: {
        format: 'causeway/catalog@1',
        id: 'worked-example',
        name: 'Hard',
        updated: '2026-01-01',
        ...hard.catalog,
      },
    }),
  );
  await workspace.open();
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  const inventory = {
    format: 'causeway/inventory@1',
    product: 'worked-example',
    entries: hard.entries,
  };
  await workspace.bringFile('hard.json', JSON.stringify(inventory));
  await workspace.dialog.getByRole('button', { name: 'Take 25 rows' }).click();
  await workspace.chooseTarget(hard.target);
  // Pressed as soon as it is there: on a busy machine the plan is done before the pointer has been brought to it.
  await workspace.plan.getByRole('button', { name: 'Stop' }).dispatchEvent('click');
  await expect(workspace.plan.getByRole('status')).toContainText('Stopped. No plan was worked out');
  await workspace.plan.getByRole('button', { name: 'Work it out' }).click();
  await workspace.plan.getByRole('progressbar', { name: 'Searched' }).waitFor();
  // The search has a budget of work, not of time: on a busy machine it takes longer.
  await expect(workspace.plan.getByText(/^Verified: /)).toBeVisible({ timeout: 40_000 });
});

test('where the drawings of a blocked plan do not arrive, the words say it all', async ({
  workspace,
  page,
}) => {
  const refused = page.waitForEvent('requestfailed', (request) => request.url().includes('blocked-drawings'));
  await page.route('**/blocked-drawings-*.js', (route) => route.abort());
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await refused;
  const causes = workspace.plan.getByRole('region', { name: 'What stands in the way' });
  await expect(causes.getByText(/^billing is pinned at 3\.3\.0 \(vendor image\)/)).toBeVisible();
  await expect(causes.getByRole('img')).toHaveCount(0);
  await expect(workspace.plan.getByRole('button', { name: 'Unpin billing' })).toBeVisible();
});

test('a planner that cannot start is not an endless wait', async ({ page }) => {
  await page.route('**/engine.worker-*.js', (route) => route.abort());
  await page.goto('./#sample=worked-example');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('No plan could be worked out.');
  await page.unroute('**/engine.worker-*.js');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/^Verified:/)).toBeVisible();
});
