import { expect, test, type Workspace } from './workspace';

const list = ({ page }: Workspace) => page.getByRole('list', { name: 'What is worst to move' });

async function expectOrder(workspace: Workspace, names: readonly string[]) {
  await expect(list(workspace).getByRole('listitem')).toHaveText(
    names.map((name) => new RegExp(`${name}(×|none)`)),
  );
}

test('what is worst to move is said by keys, with buttons and by dragging; undo and reset take it back', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await page.getByText('What is worst to move').click();
  await expectOrder(workspace, ['Entrypoint', 'Server', 'CLI']);

  // A button keeps the keys, also at the end, and what it did is told.
  const less = page.getByRole('button', { name: 'Spare Entrypoint less' });
  await less.focus();
  await page.keyboard.press('Enter');
  await expectOrder(workspace, ['Server', 'Entrypoint', 'CLI']);
  await expect(less).toBeFocused();
  await expect(page.getByText('Entrypoint is number 2 of 3 now.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowDown');
  await expectOrder(workspace, ['Server', 'CLI', 'Entrypoint']);
  await expect(less).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Entrypoint is last already.')).toBeAttached();

  await workspace.undo.click();
  await expectOrder(workspace, ['Server', 'Entrypoint', 'CLI']);

  const grip = (name: string) =>
    list(workspace).getByRole('listitem').filter({ hasText: name }).locator('[aria-hidden="true"]').first();
  await grip('CLI').scrollIntoViewIfNeeded();
  const from = await grip('CLI').boundingBox();
  const to = await grip('Server').boundingBox();
  if (from === null || to === null) throw new Error('there is nothing to drag');
  await page.mouse.move(from.x + 8, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + to.height / 2, { steps: 6 });
  await page.mouse.move(to.x + 8, to.y + 2, { steps: 2 });
  await page.mouse.up();
  await expectOrder(workspace, ['CLI', 'Server', 'Entrypoint']);

  await page.reload();
  await expectOrder(workspace, ['CLI', 'Server', 'Entrypoint']);
  await page.getByRole('button', { name: 'As the catalog says' }).click();
  await expectOrder(workspace, ['Entrypoint', 'Server', 'CLI']);
  await workspace.expectVerified();
});

test('a link carries the order', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByText('What is worst to move').click();
  await page.getByRole('button', { name: 'Spare CLI more' }).click();
  await expectOrder(workspace, ['Entrypoint', 'CLI', 'Server']);
  await workspace.expectVerified();
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('what is worst to move');
  const link = await dialog.getByRole('textbox', { name: /link/i }).inputValue();
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await workspace.expectVerified();
  await expectOrder(workspace, ['Entrypoint', 'CLI', 'Server']);
});
