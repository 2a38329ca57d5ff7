import type { Page } from '@playwright/test';
import { expect, test } from './workspace';

async function openCompare(page: Page) {
  await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Compare').click();
  const compare = page.getByRole('region', { name: 'Compare', exact: true });
  const row = (name: string) => compare.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
  return { compare, row };
}

test('two ways to one target, and another target, side by side; a click takes the other one', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const { compare, row } = await openCompare(page);
  // At first the same target, with all brought along.
  await expect(row('Moves, CLI')).toHaveText(['12', '59, which differs']);
  await expect(row('Moves, Entrypoint')).toHaveText(['40', /^\d+, which differs/]);
  await expect(row('Server hops')).toHaveText(['2', '2']);
  await expect(row('CLI at the end')).toHaveText([/5\.4\.0 × 12/, /6\.0\.0 × 47/]);

  await compare.getByRole('combobox', { name: 'Other release' }).selectOption('5.4.0');
  await compare
    .getByRole('combobox', { name: 'What else moves in the other way' })
    .selectOption('Move only what must');
  await expect(row('Moves, CLI')).toHaveText(['12', '0, which differs']);
  await expect(row('Steps, stages')).toHaveText(['4 in 4 stages', '1 in 1 stage, which differs']);

  await compare.getByRole('button', { name: 'Take this one instead' }).click();
  await expect(workspace.target('5.4.0')).toBeChecked();
  // What was chosen before stands beside it: the same click takes it back, and so does undo.
  await expect(row('Steps, stages')).toHaveText(['1 in 1 stage', '4 in 4 stages, which differs']);
  await workspace.undo.click();
  await expect(workspace.target('6.0.0')).toBeChecked();
  await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Plan').click();
  await workspace.expectSteps([
    'server 5.1.0 to 5.4.0',
    'ci 4.0.1 to 5.4.0',
    'billing 3.3.0 to 5.4.0',
    'server 5.4.0 to 6.0.0',
  ]);
});

test('a way that is blocked says why beside the one that is not', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await workspace.chooseTarget('5.4.0');
  await workspace.expectVerified();
  const { compare, row } = await openCompare(page);
  await compare.getByRole('combobox', { name: 'Other release' }).selectOption('6.0.0');
  await expect(row('Outcome').nth(1)).toContainText('There is no safe plan. billing is pinned at 3.3.0');
  await expect(row('Server hops')).toHaveText(['1', '–']);
});

test('skipping says which stops it would pass, and what it would save', async ({ workspace, page }) => {
  await workspace.open('waypoint');
  const option = page.getByRole('checkbox', { name: /^Allow the server to skip required stops/ });
  await expect(option).toHaveAccessibleDescription(
    /The server would go from 0\.7\.2 straight to 0\.11\.4, which only takes servers in .*It would not stop at 0\.8\.2, 0\.9\.1 and 0\.10\.3\..*saves 3 steps/s,
  );
  await option.check();
  await workspace.expectVerified();
  await expect(workspace.plan.getByRole('heading', { level: 4 })).toHaveCount(1);
  await expect(option).toHaveAccessibleDescription(/saves 3 steps/);
});

test('a blocked plan draws its numbers, and one click opens a way that one undo takes back', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
  await expect(
    workspace.plan.getByRole('img', {
      name: /^Entrypoint: the server 5\.1\.0 speaks 1–3.*6\.0\.0 speaks 3–4; billing 3\.3\.0 speaks 1–2 and does not work with 6\.0\.0\.$/,
    }),
  ).toBeVisible();
  const undoLast = page.getByRole('button', { name: 'Undo', exact: true });
  const offers = workspace.plan.getByRole('region', { name: 'What would open a way' }).getByRole('button');
  for (const offer of await offers.allTextContents()) {
    await workspace.plan.getByRole('button', { name: offer, exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: /6\.0\.0|5\.\d\.\d/ }).last()).toBeFocused();
    await workspace.expectVerified();
    await undoLast.last().click();
    await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
    await expect(offers.first()).toBeVisible();
  }
});

test('two that block in their own ways are offered one change of both, which one undo takes back', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await page.getByText('Exact versions for single entries').click();
  await page.getByRole('combobox', { name: 'Entry', exact: true }).fill('ci');
  await page.getByRole('combobox', { name: 'Exact version', exact: true }).selectOption('4.2.0');
  const both = workspace.plan.getByRole('button', {
    name: 'Ask for ci 5.1.0 instead; and unpin billing',
    exact: true,
  });
  await expect(both).toBeVisible();
  await both.click();
  await workspace.expectVerified();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
  await expect(both).toBeVisible();
});

test('what blocks by an incident, by a pin or by its target is drawn too, with the same in words', async ({
  workspace,
  page,
}) => {
  const causes = workspace.plan.getByRole('region', { name: 'What stands in the way' });
  await workspace.open('worked-example');

  const pin = async (entry: string, why: string) => {
    await workspace.more(entry);
    await page.getByRole('textbox', { name: `Why ${entry} is pinned` }).fill(why);
  };

  // An incident: the band that both speak, with a cross at each server release that does not work with it.
  await workspace.enter(workspace.version('laptops'), '5.4.0');
  await pin('laptops', 'policy');
  await workspace.chooseTarget('5.3.2');
  await expect(causes.getByRole('listitem').first()).toContainText(
    /although they speak the same API versions\.$/,
  );
  const band = causes.getByRole('img', { name: /^API: the server 5\.1\.0 speaks 3–5/ });
  await expect(band).toHaveAccessibleName(
    /laptops 5\.4\.0 speaks 4–5 and does not work with 5\.1\.0 and 5\.3\.2\./,
  );

  // The server is pinned: its releases, and the way that it cannot go.
  await workspace.chooseTarget('6.0.0');
  await pin('server', 'frozen');
  await expect(
    causes.getByRole('img', {
      name: 'server: 5.1.0, deployed, pinned; 5.3.2 to 5.4.0; 6.0.0, target. It cannot get from 5.1.0 to 6.0.0.',
    }),
  ).toBeVisible();
  await expect(causes.locator('figure')).toHaveCount(1);

  // The target is to be avoided.
  await page.goto('about:blank');
  await workspace.open('waypoint');
  await workspace.chooseTarget('0.8.0');
  await expect(
    causes.getByRole('img', {
      name: /^server: 0\.7\.2, deployed; 0\.8\.0, target, to be avoided\. It cannot get from 0\.7\.2 to 0\.8\.0\.$/,
    }),
  ).toBeVisible();
});
