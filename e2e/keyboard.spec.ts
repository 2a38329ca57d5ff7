import type { Locator } from '@playwright/test';
import { expect, test } from './workspace';

test('from an empty page to a plan by keyboard alone', async ({ workspace, page }) => {
  await workspace.open();
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  const goTo = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    for (let i = 0; i < 80; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`never came to ${wanted}`);
  };
  const tabTo = (name: string | RegExp, role: 'button' | 'combobox' | 'radio' | 'textbox') =>
    goTo(page.getByRole(role, { name, exact: typeof name === 'string' }).first());

  await tabTo('Product', 'combobox');
  await page.keyboard.type('Worked');
  await tabTo('Begin with the server', 'button');
  await press('Enter');
  // The cell that is missing has the keys.
  await expect(workspace.version('server')).toBeFocused();
  await page.keyboard.type('5.1.0');
  await tabTo('entrypoint', 'button');
  await press('Enter');
  // The new row's name is selected: typing replaces it. Tab goes on through the row.
  await page.keyboard.type('billing');
  await press('Tab', 2);
  await page.keyboard.type('3.3.0');
  await press('Tab');
  await page.keyboard.type('40');
  // Enter in the last row adds one more of its kind.
  await press('Enter');
  await expect(workspace.editor).toHaveValue('entrypoint');
  await page.keyboard.type('search');
  await press('Tab', 2);
  await page.keyboard.type('4.1.0');

  await tabTo(/^6\.0\.0/, 'radio');
  await press('Space');
  await press('ArrowDown', 2);
  await expect(workspace.target('5.3.2')).toBeChecked();
  await press('ArrowUp', 2);
  await expect(workspace.target('6.0.0')).toBeChecked();
  await workspace.expectVerified();

  // The plan is one key away from the top of the page.
  await goTo(page.getByRole('button', { name: 'Skip to the plan' }), 'Shift+Tab');
  await press('Enter');
  await goTo(workspace.step(/^billing/).getByText(/^Notes/));
  await press('Enter');
  await expect(
    workspace.step(/^billing/).getByText('Rebuild applications whose entrypoint is older'),
  ).toBeVisible();

  await press('Control+z');
  await expect(workspace.target('6.0.0')).not.toBeChecked();
});

test('a dialog keeps the keys to itself and gives them back', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const opener = page.getByRole('button', { name: 'Upload or paste an inventory' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(workspace.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(workspace.dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('an opened sample gives the keys to its plan, where no letter is typed into a cell', async ({
  workspace,
  page,
}) => {
  await workspace.open();
  await page.getByRole('button', { name: /^Worked example/ }).click();
  await expect(page.getByRole('region', { name: 'Plan', exact: true })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('what goes while it has the keys hands them on', async ({ workspace, page }) => {
  await workspace.open();
  const pressOn = async (button: Locator, key = 'Enter') => {
    await button.focus();
    await page.keyboard.press(key);
  };
  const title = page.getByRole('heading', { level: 1 });

  await pressOn(page.getByRole('main').getByRole('button', { name: 'Upload or paste' }));
  await workspace.dialog.getByLabel('Choose files').setInputFiles({
    name: 'fleet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,component,version\nserver,server,5.1.0\nci,cli,4.0.1\n'),
  });
  await pressOn(workspace.dialog.getByRole('button', { name: 'Take 2 rows' }));
  await expect(workspace.name('server')).toBeFocused();

  await pressOn(page.getByRole('button', { name: 'Clear' }));
  await expect(title).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(workspace.name('server')).toBeFocused();
  await pressOn(page.getByRole('button', { name: 'Clear' }));
  await expect(title).toBeFocused();
  await pressOn(page.getByRole('button', { name: 'Undo', exact: true }));
  await expect(workspace.name('server')).toBeFocused();

  // A notice that goes gives them back; to the grid, where what had them goes with the change.
  const takeBack = page.getByRole('button', { name: 'Undo', exact: true });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await pressOn(takeBack);
  await expect(workspace.version('ci')).toHaveText('4.0.1');
  await expect(workspace.count('ci')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page
    .getByRole('form', { name: 'Rows that are chosen' })
    .getByRole('button', { name: 'Duplicate' })
    .click();
  await expect(workspace.name('server-2')).toBeFocused();
  await pressOn(takeBack);
  await expect(workspace.name('ci')).toBeFocused();
});
