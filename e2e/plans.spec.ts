import type { Page } from '@playwright/test';
import { expect, savedFile, test, Workspace } from './workspace';

const planName = (page: Page) => page.getByRole('textbox', { name: 'Name of the plan' });

async function openPlans(page: Page) {
  await page.getByRole('button', { name: 'Plans', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Plans' });
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  return dialog;
}

test('several plans, each with its name and with what can be undone, also after a reload', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await planName(page).fill('Spring');
  await workspace.chooseTarget('5.4.0');
  await workspace.enter(workspace.count('billing'), '41');
  await (await openPlans(page)).getByRole('button', { name: 'New plan' }).click();
  await expect(page.getByRole('button', { name: 'Begin with the server' })).toBeVisible();
  await page.goto('./#sample=waypoint');
  await workspace.expectVerified();
  await planName(page).fill('Autumn');
  await page.reload();

  await expect(planName(page)).toHaveValue('Autumn');
  const dialog = await openPlans(page);
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: /^Autumn/ })).toHaveAttribute('aria-current', 'true');
  await dialog.getByRole('button', { name: /^Spring/ }).click();
  await expect(planName(page)).toHaveValue('Spring');
  await expect(workspace.count('billing')).toHaveText('41');
  await workspace.undo.click();
  await expect(workspace.count('billing')).toHaveText('40');
  await page.reload();
  await expect(workspace.target('5.4.0')).toBeChecked();
  await workspace.undo.click();
  await expect(workspace.target('6.0.0')).toBeChecked();
  await workspace.redo.click();
  await workspace.redo.click();
  await expect(workspace.count('billing')).toHaveText('41');
  await expect(workspace.target('5.4.0')).toBeChecked();
});

test('a plan is copied, and deleted, and brought back', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await planName(page).fill('Spring');
  await (await openPlans(page)).getByRole('button', { name: 'Copy the open plan' }).click();
  await expect(planName(page)).toHaveValue('Spring (2)');
  await workspace.expectVerified();
  const dialog = await openPlans(page);
  await dialog.getByRole('button', { name: 'Delete Spring (2)' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(planName(page)).toHaveValue('Spring');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(planName(page)).toHaveValue('Spring (2)');
});

test('two tabs with different plans have nothing to do with each other', async ({
  workspace,
  page,
  context,
}) => {
  await workspace.open('worked-example');
  await planName(page).fill('Mine');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Mine');
  const other = new Workspace(await context.newPage());
  await other.page.goto('./');
  await expect(planName(other.page)).toHaveValue('Mine');
  await (await openPlans(other.page)).getByRole('button', { name: 'New plan' }).click();
  await other.beginTyping();
  await planName(other.page).fill('Theirs');
  await workspace.enter(workspace.count('billing'), '44');
  await (await openPlans(page)).getByRole('button', { name: /^Theirs/ }).waitFor();
  await expect(page.getByRole('status').filter({ hasText: 'Another tab' })).toHaveCount(0);
  await page.reload();
  await expect(workspace.count('billing')).toHaveText('44');
  await other.page.reload();
  await other.expectEntries(['server']);
});

test('all plans as one file, and back in another browser', async ({ workspace, page, browser }) => {
  await workspace.open('worked-example');
  await planName(page).fill('Spring');
  await workspace.enter(workspace.version('ci'), 'not yet ri');
  await (await openPlans(page)).getByRole('button', { name: 'New plan' }).click();
  await workspace.beginTyping();
  await planName(page).fill('Autumn');
  const dialog = await openPlans(page);
  const { name, text } = await savedFile(page, () =>
    dialog.getByRole('button', { name: 'Save all as one file' }).click(),
  );
  expect(name).toMatch(/^causeway-\d{4}-\d\d-\d\d\.plans\.json$/);

  const elsewhere = new Workspace(await (await browser.newContext()).newPage());
  await elsewhere.open();
  await elsewhere.drop({ [name]: text });
  await expect(elsewhere.page.getByRole('status').getByText('2 plans added.')).toBeVisible();
  const theirs = await openPlans(elsewhere.page);
  await theirs.getByRole('button', { name: /^Spring/ }).click();
  await expect(elsewhere.version('ci')).toHaveText('not yet ri');
  // Again: what is there already is not there twice.
  await elsewhere.drop({ [name]: text });
  await expect(elsewhere.page.getByText(`All plans of "${name}" are there already.`)).toBeVisible();
  await elsewhere.page.context().close();
});

test('a damaged file of plans: what can be read is there, and what cannot is named', async ({
  workspace,
  page,
}) => {
  await workspace.open();
  const file = {
    format: 'causeway/plans@1',
    plans: [
      {
        name: 'Whole',
        product: 'worked-example',
        rows: [{ name: 'server', component: 'server', version: 5 }],
      },
      { name: 'Half', goal: { target: ['5.4.0'] }, rows: ['no row', { name: 'ci' }] },
      null,
    ],
  };
  await workspace.drop({ 'plans.json': JSON.stringify(file) });
  const notice = page.getByRole('status').filter({ hasText: '2 plans added.' });
  await expect(notice).toContainText('plans[1].rows[0]: Found "no row"');
  await expect(notice).toContainText('plans[1].goal.target: Found ["5.4.0"]');
  await expect(notice).toContainText('plans[2]: Found null');
  await expect(workspace.version('server')).toHaveText('5');
});

test('an exported plan file opens beside the plan that is there, and is compared with what it holds', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const { name, text } = await savedFile(page, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Save as JSON' }).click(),
  );
  await page.keyboard.press('Escape');
  await planName(page).fill('Mine');
  await workspace.enter(workspace.count('billing'), '41');
  await workspace.drop({ [name]: text });
  await expect(workspace.plan.getByText('This is the plan of the file, step by step.')).toBeVisible();
  await expect(workspace.count('billing')).toHaveText('40');
  await page
    .getByRole('status')
    .filter({ hasText: 'What you had is kept as "Mine".' })
    .getByRole('button', { name: 'Go back' })
    .click();
  await expect(workspace.count('billing')).toHaveText('41');

  const other = JSON.parse(text);
  other.steps = other.steps.slice(1);
  await workspace.drop({ 'other.plan.json': JSON.stringify(other) });
  await expect(workspace.plan.getByRole('alert')).toContainText('This is not the plan of the file.');

  // The same by the dialog for files, which makes way.
  await workspace.bringFile(name, text);
  await expect(workspace.dialog).toBeHidden();
  await expect(workspace.plan.getByText('This is the plan of the file, step by step.')).toBeVisible();

  const { inventory: _, ...bare } = other;
  await workspace.drop({ 'bare.plan.json': JSON.stringify(bare) });
  await expect(page.getByRole('status').getByText('It has no inventory, only steps')).toBeVisible();
});

test('what was kept before there were several plans is one of them', async ({ workspace, page }) => {
  const inputs = {
    catalogId: 'worked-example',
    inventoryName: 'production',
    rows: [{ id: 'r1', name: 'server', component: 'server', version: '5.1.0', count: '2' }],
    goal: { target: '5.4.0' },
    view: { theme: 'dark' },
  };
  await page.addInitScript(
    (text) => {
      if (sessionStorage.length === 0) localStorage.setItem('causeway/session', text);
    },
    JSON.stringify({ version: 1, inputs }),
  );
  await page.goto('./');
  await workspace.expectEntries(['server']);
  await expect(workspace.target('5.4.0')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  const dialog = await openPlans(page);
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('listitem')).toContainText('production');
});

test('a browser without room says so, and what was entered is still there', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await workspace.enter(workspace.count('billing'), '43');
  await expect(
    page.getByRole('status').getByText('This browser refuses to keep what you entered.'),
  ).toBeVisible();
  const dialog = await openPlans(page);
  const { text } = await savedFile(page, () =>
    dialog.getByRole('button', { name: 'Save all as one file' }).click(),
  );
  expect(text).toContain('"count": "43"');
});
