import { expect, test } from './workspace';

test('a value for the commands is filled in once, quoted, kept, taken back and shared', async ({
  workspace,
  page,
  browser,
}) => {
  await workspace.open('waypoint');
  await workspace.plan.getByText(/^Values for the commands/).click();
  const namespace = workspace.plan.getByRole('textbox', { name: 'Kubernetes namespace' });
  await expect(namespace).toHaveAttribute('placeholder', 'default');
  await namespace.fill('way; point');
  const step = workspace.step(/0\.10\.3\s*to\s*0\.11\.4/);
  await step.getByText(/^Procedure/).click();
  await expect(step.getByText("-k8s-namespace='way; point'").first()).toBeVisible();

  await page.reload();
  await workspace.expectVerified();
  await workspace.plan.getByText(/^Values for the commands/).click();
  await expect(namespace).toHaveValue('way; point');

  await workspace.plan.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this plan by a link' });
  await expect(dialog.getByText('1 value for commands: Kubernetes namespace')).toBeVisible();
  const field = dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#plan=2\./);
  const link = await field.inputValue();
  await dialog.getByRole('checkbox', { name: /^Values for commands/ }).check();
  await expect(dialog.getByText(/value for commands/)).toBeHidden();
  await expect(field).not.toHaveValue(link);
  const bare = await field.inputValue();

  for (const [address, value] of [
    [link, 'way; point'],
    [bare, ''],
  ] as const) {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(address);
    await expect(other.getByText('This is the plan of the link, step by step.')).toBeVisible();
    await other.getByText(/^Values for the commands/).click();
    await expect(other.getByRole('textbox', { name: 'Kubernetes namespace' })).toHaveValue(value);
    await elsewhere.close();
  }

  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await namespace.fill('other');
  await workspace.undo.click();
  await expect(namespace).toHaveValue('way; point');
});
