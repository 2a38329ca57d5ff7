import { readFileSync } from 'node:fs';
import { expect, test } from './workspace';

const shipped = readFileSync('public/catalogs/worked-example.json', 'utf8');
const changed = (fields: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(shipped), ...fields });
const OWN = changed({ id: 'mine', name: 'My product', updated: '2026-01-02' });

test('a catalog of one’s own is opened, planned with, kept, replaced and removed', async ({
  workspace,
  page,
}) => {
  const product = page.getByRole('combobox', { name: 'Product' });
  await workspace.open();
  await workspace.drop({ 'mine.json': OWN });
  await expect(page.getByText(/My product \(of 2026-01-02, .*\) is among your catalogs now/)).toBeVisible();
  await expect(product).toHaveValue('mine');
  await workspace.beginTyping();
  await workspace.enter(workspace.version('server'), '5.1.0');
  await workspace.chooseTarget('5.4.0');
  await workspace.expectVerified();
  await page.reload();
  await workspace.expectVerified();
  await expect(product).toHaveValue('mine');
  await expect(page.getByRole('banner').getByText('your catalog', { exact: true })).toBeVisible();

  await workspace.drop({
    'newer.json': changed({ id: 'mine', name: 'My product', updated: '2026-02-03' }),
  });
  await expect(
    page.getByText(/was replaced: it was of 2026-01-02, .* now it is of 2026-02-03/),
  ).toBeVisible();
  await expect(page.getByText(/a catalog of your own, as of 2026-02-03/)).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What to find or do' }).fill('Remove My product');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no catalog "mine" here')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await workspace.expectVerified();
});

test('a broken catalog is refused with its places, and so is one with the id of a shipped one', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.drop({ 'broken.json': changed({ id: 'mine', releases: [{ version: 'one' }] }) });
  await expect(page.getByText(/"broken.json" was not taken\. .*releases\[0\]/)).toBeVisible();
  await workspace.drop({ 'same.json': shipped });
  await expect(page.getByText(/A catalog ships with the page under its id, "worked-example"/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Product' }).locator('optgroup')).toHaveCount(0);
  await workspace.expectVerified();
});
