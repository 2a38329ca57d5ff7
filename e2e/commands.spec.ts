import { expect, test } from './workspace';

test('? shows the shortcuts, and they do what they say', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByRole('term').filter({ hasText: 'Share the plan by a link' })).toBeVisible();
  // Those of the grid and of the timeline, too.
  for (const [what, keys] of [
    ['Fill down', 'Ctrl+D'],
    ['Edit the cell', 'F2Enter'],
    ['Into all cells that are chosen', 'Ctrl+Enter'],
    ['To the first or last stage', 'HomeEnd'],
  ] as const) {
    const line = dialog.getByRole('definition').and(page.locator(`dt:text-is("${what}") + dd`));
    await expect(line).toHaveText(keys);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Share this plan by a link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  await expect(workspace.target('6.0.0')).toBeFocused();
  await page.keyboard.press('1');
  await expect(workspace.table.locator(':focus')).toHaveCount(1);
  // There a key is what is typed.
  await page.keyboard.type('o');
  await expect(workspace.editor).toHaveValue('o');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Plans', exact: true }).focus();
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog', { name: 'Plans' })).toBeVisible();
});

test('a key pressed right after a dialog was closed is not lost', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'What to find or do' })).toBeFocused();
  // Both before the page is drawn again.
  await page.evaluate(() => {
    document.querySelector('dialog')?.close();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }));
  });
  await expect(page.getByRole('dialog', { name: 'Share this plan by a link' })).toBeVisible();
});

test('what is typed while a dialog is on its way does nothing else', async ({ workspace, page }) => {
  let send = () => {};
  const isWanted = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route('**/plans-dialog-*.js', async (route) => {
    await isWanted;
    await route.continue();
  });
  await workspace.open('worked-example');
  await page.keyboard.press('o');
  await page.keyboard.press('s');
  await page.keyboard.press('e');
  send();
  await expect(page.getByRole('dialog', { name: 'Plans' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('single keys are text in a field, and can be turned off for good', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByRole('textbox', { name: 'Name of the plan' }).focus();
  await page.keyboard.type('sun? 3');
  await expect(page.getByRole('textbox', { name: 'Name of the plan' })).toHaveValue('sun? 3');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Keyboard shortcuts (?)' }).click();
  await page.getByRole('checkbox', { name: /^Single letters, digits and signs/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts (?)' })).toBeFocused();
  await page.keyboard.press('?');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await workspace.expectVerified();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog', { name: 'Find and do' })).toBeVisible();
});

test('the palette goes to entries, steps, releases and plans, and the keys come back', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const field = page.getByRole('combobox', { name: 'What to find or do' });
  const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option');

  await page.keyboard.press('Control+k');
  await field.fill('5.4.0 target');
  await expect(options.first()).toContainText('5.4.0');
  await page.keyboard.press('Enter');
  await expect(workspace.target('5.4.0')).toBeChecked();

  await page.keyboard.press('Control+k');
  await field.fill('search');
  await expect(options.filter({ hasText: 'Entry' })).toHaveText(/search\s*entrypoint 4\.1\.0/);
  await options.filter({ hasText: 'Entry' }).click();
  await expect(workspace.name('search')).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await field.fill('step server');
  await expect(options.first()).toContainText('server 5.1.0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('li:focus')).toContainText('server');

  await page.keyboard.press('Control+k');
  await field.fill('no such thing at all');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Nothing here has that name.');
  await page.keyboard.press('Escape');
  await expect(page.locator('li:focus')).toContainText('server');

  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Spring');
  await page.keyboard.press('Control+k');
  await field.fill('new plan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Begin with the server' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await field.fill('spring');
  await page.keyboard.press('Enter');
  await workspace.expectVerified();
});
