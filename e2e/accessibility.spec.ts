import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './workspace';

async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`)).toEqual(
    [],
  );
}

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours axe finds nothing`, () => {
    test.use({ colorScheme });

    test('at the start', async ({ workspace, page }) => {
      await workspace.open();
      await expect(page.getByRole('button', { name: /^Worked example/ })).toBeVisible();
      await expectNoFindings(page);
    });

    test('in a plan with all its details', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      await workspace.more('billing');
      await openAllDetails(page);
      await expectNoFindings(page);
    });

    test('in a plan with open questions', async ({ workspace, page }) => {
      await workspace.open('waypoint');
      await expect(page.getByRole('button', { name: 'Answer it' })).toBeVisible();
      await openAllDetails(page);
      await expectNoFindings(page);
    });

    test('where a plan is blocked, and where a row is wrong', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      await workspace.more('billing');
      await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
      await workspace.version('laptops').fill('5.4.0');
      await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
      await expect(workspace.remarks('is known not to work')).toBeVisible();
      await expectNoFindings(page);
      await workspace.version('ci').fill('latest');
      await expect(workspace.plan.getByText('This is the plan from before your last change.')).toBeVisible();
      await expectNoFindings(page);
    });

    test('in the dialog for files, with problems', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      await workspace.bringFile('x.csv', 'name,component,version\nserver,server,5.1.0\nci,client,latest');
      await expect(workspace.dialog.getByRole('list', { name: 'Problems' })).toBeVisible();
      await expectNoFindings(page);
    });

    test('at a phone’s width', async ({ workspace, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await workspace.open('worked-example');
      await openAllDetails(page);
      await expectNoFindings(page);
    });
  });
}
