import { expect, test, Workspace } from './workspace';

test('a reload loses nothing, not even what is not right yet', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.enter(workspace.version('ci'), '4.0.');
  await workspace.enter(workspace.count('billing'), 'forty');
  await workspace.more('search');
  await page.getByRole('textbox', { name: 'Labels of search' }).fill('team=discovery, oncall');
  await page
    .getByRole('combobox', { name: 'How does the server run?' })
    .selectOption('As a service of the machine');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.reload();

  await expect(workspace.version('ci')).toHaveText('4.0.');
  await expect(workspace.count('billing')).toHaveText('forty');
  await workspace.more('search');
  await expect(page.getByRole('textbox', { name: 'Labels of search' })).toHaveValue('team=discovery, oncall');
  await expect(page.getByRole('combobox', { name: 'How does the server run?' })).toHaveValue('unit');
  await expect(workspace.target('6.0.0')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('what the storage holds is repaired, whatever it is', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.reload();
  await workspace.expectVerified();

  const [key, damaged] = await page.evaluate(() => {
    const name = Object.keys(localStorage).find((each) => each.startsWith('causeway/plan/')) ?? '';
    const [head, plan, history] = (localStorage.getItem(name) ?? '').split('\n');
    const inputs = JSON.parse(plan ?? '');
    inputs.goal = 'rubbish';
    inputs.rows.push(null, 'row', { name: 7 });
    return [name, [head, JSON.stringify(inputs), history].join('\n')];
  });
  const store = (text: string) =>
    page.addInitScript(([name, value]) => localStorage.setItem(name ?? '', value ?? ''), [key, text]);
  await store(damaged ?? '');
  await page.reload();
  await workspace.expectEntries(['server', 'ci', 'laptops', 'billing', 'search', '7']);

  await store('{"half');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Begin with the server' })).toBeVisible();
  await expect(
    page.getByRole('status').getByText('The plan that was open last cannot be read.'),
  ).toBeVisible();
});

test('a sample does not destroy what was typed', async ({ workspace, page }) => {
  await workspace.open();
  await workspace.beginTyping();
  await workspace.enter(workspace.version('server'), '0.9.1');
  await page.goto('./#sample=worked-example');
  await workspace.expectVerified();
  await page
    .getByRole('status')
    .filter({ hasText: 'What you had is kept as "Unnamed plan".' })
    .getByRole('button', { name: 'Go back' })
    .click();
  await expect(workspace.version('server')).toHaveText('0.9.1');
  await workspace.expectEntries(['server']);
});

test('a sample in the address is opened once: a reload keeps what became of it', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.enter(workspace.version('search'), '5.4.0');
  await page.reload();
  await expect(workspace.version('search')).toHaveText('5.4.0');
});

test('two tabs don’t overwrite each other silently', async ({ workspace, page, context }) => {
  await workspace.open('worked-example');
  const other = await context.newPage();
  await other.goto('./');
  await new Workspace(other).enter(new Workspace(other).version('search'), '5.4.0');
  const notice = page.getByRole('status').filter({ hasText: 'Another tab has changed this plan.' });
  await expect(workspace.version('search')).toHaveText('4.1.0');
  await notice.getByRole('button', { name: 'Take theirs' }).click();
  await expect(workspace.version('search')).toHaveText('5.4.0');
});

test('undo and redo, by keys and by buttons', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.version('ci').click();
  await page.keyboard.type('5.3.2');
  await page.keyboard.press('Enter');
  await expect(workspace.step(/^ci\s*5\.3\.2/)).toContainText(
    'billing can be built at 5.4.0 only once this is there.',
  );
  await page.keyboard.press('Control+z');
  await expect(workspace.version('ci')).toHaveText('4.0.1');
  await expect(workspace.plan.getByText('4 steps in 4 stages.')).toBeVisible();
  await workspace.redo.click();
  await expect(workspace.version('ci')).toHaveText('5.3.2');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(workspace.version('ci')).toHaveText('5.3.2');

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('button', { name: 'Begin with the server' })).toBeVisible();
  await workspace.undo.click();
  await workspace.expectEntries(['server', 'ci', 'laptops', 'billing', 'search']);
  await workspace.expectVerified();
});
