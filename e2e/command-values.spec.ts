import { expect, test } from './workspace';

test('a value for the commands is filled in once, quoted, kept and taken back', async ({
  workspace,
  page,
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

  await namespace.fill('other');
  await workspace.undo.click();
  await expect(namespace).toHaveValue('way; point');
});
