import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './workspace';

async function expectNoFindings(page: Page): Promise<void> {
  // Targets of at least 24 pixels (WCAG 2.2, 2.5.8) are not asked for by default.
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
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

    test('while a plan is on its way, and where its catalog is broken', async ({ page }) => {
      await page.route('**/catalogs/worked-example.json', () => {});
      await page.goto('./#sample=worked-example');
      await expect(page.getByText('Opening…')).toBeVisible();
      await expectNoFindings(page);
      await page.route('**/catalogs/waypoint.json', (route) => route.fulfill({ json: { releases: 'none' } }));
      await page.goto('./?');
      await expect(page.getByRole('alert')).toContainText('cannot be used');
      await expectNoFindings(page);
    });

    test('in a row that was just begun', async ({ workspace, page }) => {
      await workspace.open();
      await workspace.beginTyping('Worked example (fictional)');
      await expect(workspace.version('server')).toBeFocused();
      await expect(workspace.version('server')).toHaveAttribute('aria-selected', 'true');
      await expectNoFindings(page);
    });

    test('in what prints, exports and shares a plan', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      for (const name of ['Print', 'Export', 'Share']) {
        await workspace.plan.getByRole('button', { name, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog.getByRole('heading').first()).toBeVisible();
        await openAllDetails(page);
        await expectNoFindings(page);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
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
      await workspace.enter(workspace.version('laptops'), '5.4.0');
      await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
      await expect(workspace.remarks('is known not to work')).toBeVisible();
      await expectNoFindings(page);
      await workspace.enter(workspace.version('ci'), 'latest');
      await expect(workspace.plan.getByText('This is the plan from before your last change.')).toBeVisible();
      await expectNoFindings(page);
    });

    test('in the dialog for files, with problems', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      await workspace.bringFile('x.csv', 'name,component,version\nserver,server,5.1.0\nci,client,latest');
      await expect(workspace.dialog.getByRole('list', { name: 'Problems' })).toBeVisible();
      await expectNoFindings(page);
    });

    test('in the lists of plans and of shortcuts, and in the palette', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      for (const [key, name] of [
        ['o', 'Plans'],
        ['?', 'Keyboard shortcuts'],
        ['Control+k', 'Find and do'],
      ] as const) {
        await page.keyboard.press(key);
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        await expectNoFindings(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });

    test('in how it stands today, with what is broken and what is not known', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      await workspace.enter(workspace.version('laptops'), '5.4.0');
      await workspace.enter(workspace.version('ci'), '5.0.9');
      await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Today').click();
      await expect(page.getByRole('table', { name: /^API: which versions/ })).toBeVisible();
      await openAllDetails(page);
      await expectNoFindings(page);
    });

    test('in two ways side by side', async ({ workspace, page }) => {
      await workspace.open('worked-example');
      await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Compare').click();
      await expect(page.getByRole('region', { name: 'Compare' }).getByText(/Verified: \d/)).toHaveCount(2);
      await openAllDetails(page);
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

/** Pairs of boxes that cover each other. */
async function overlaps(page: Page, parts: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const boxes = [...document.querySelectorAll(selector)]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    return boxes.flatMap(({ element, box: a }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ element: other, box: b }) =>
            !element.contains(other) &&
            a.left < b.right - 1 &&
            b.left < a.right - 1 &&
            a.top < b.bottom - 1 &&
            b.top < a.bottom - 1,
        )
        .map((other) => `${element.textContent || element.ariaLabel}, ${other.element.textContent}`),
    );
  }, parts);
}

for (const width of [1280, 1024, 640, 390, 320]) {
  // At 200 % zoom a window has half as many points, at 400 % a quarter.
  test(`in a window of 1280 points at ${Math.round(128_000 / width)} % nothing is beyond the edge or covered`, async ({
    workspace,
    page,
  }) => {
    await page.setViewportSize({ width, height: 600 });
    const expectWithin = async () => {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await overlaps(page, 'header button, header input[type="text"], header select')).toEqual([]);
    };
    await workspace.open();
    await expectWithin();
    await workspace.open('waypoint');
    await expectWithin();
    for (const key of ['o', '?', 'Control+k']) {
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog');
      const beyond = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });
}

test('in the reader’s own colours one sees what is chosen', async ({ workspace, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await workspace.open('worked-example');
  const colourOf = (name: string) =>
    page
      .locator('label')
      .filter({ has: page.getByRole('radio', { name }) })
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colourOf('Move only what must')).not.toBe(await colourOf('Bring everything along'));

  await workspace.version('ci').click();
  await page.keyboard.press('Shift+ArrowDown');
  const backgroundOf = (cell: Locator) =>
    cell.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await backgroundOf(workspace.version('ci'))).not.toBe(
    await backgroundOf(workspace.version('billing')),
  );
});

test('in the reader’s own colours lanes, what is broken, and where the keys are can be told apart', async ({
  workspace,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await workspace.openBroken();
  const drawing = page.getByRole('application', { name: /^Timeline of/ });
  await expect(drawing.getByText('point of no return')).toBeVisible();
  await drawing.focus();
  await page.keyboard.press('ArrowDown');
  const paper = await drawing
    .locator('svg')
    .first()
    .evaluate((svg) => getComputedStyle(svg).backgroundColor);
  for (const [part, property] of [
    ['line[class*="trackBroken"]', 'stroke'],
    ['text[class*="markBroken"]', 'fill'],
    ['line[class*="trackStays"]', 'stroke'],
    ['text[class*="laneName"]', 'fill'],
    ['rect[class*="cursor"]', 'stroke'],
  ] as const) {
    const mark = drawing.locator(part).first();
    await expect(mark, part).toBeAttached();
    const colour = await mark.evaluate((element, name) => getComputedStyle(element)[name], property);
    expect(colour, part).toMatch(/^(rgb|color)/);
    expect(colour, part).not.toBe(paper);
  }
  // Not by colour alone: what is broken is dashed.
  const dashes = await drawing
    .locator('line[class*="trackBroken"]')
    .first()
    .evaluate((line) => getComputedStyle(line).strokeDasharray);
  expect(dashes).not.toBe('none');
});

test('where less motion is asked for nothing moves', async ({ workspace, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await workspace.open('worked-example');
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0)
        .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'a transition')),
    );
  await workspace.more('billing');
  expect(await moving()).toEqual([]);
  await workspace.enter(workspace.version('laptops'), 'latest');
  expect(await moving()).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});
