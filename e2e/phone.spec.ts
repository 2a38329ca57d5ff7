import { expect, test } from './workspace';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const sample of ['worked-example', 'waypoint']) {
  test(`${sample} at a phone’s width: all of it there, nothing beyond the edge`, async ({
    workspace,
    page,
  }) => {
    await workspace.open(sample);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);

    await page
      .getByRole('navigation', { name: 'Parts of the page' })
      .getByRole('button', { name: 'Plan' })
      .tap();
    await expect(workspace.plan.getByText(/^Verified:/)).toBeInViewport();
    // The steps stand for the plan; the timeline is one tap away and scrolls in its own box.
    await expect(workspace.plan.getByRole('heading', { level: 4 }).first()).toBeVisible();
    await expect(workspace.plan.getByRole('application')).toBeHidden();
    await workspace.plan.getByRole('heading', { name: 'Timeline' }).tap();
    await expect(workspace.plan.getByRole('application')).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}

test('a fleet is typed in with a thumb', async ({ workspace, page }) => {
  await workspace.open();
  await workspace.beginTyping('Worked example (fictional)');
  await workspace.enter(workspace.version('server'), '5.1.0');
  await workspace.addEntry('entrypoint', { name: 'billing', version: '3.3.0' });
  await workspace.chooseTarget('6.0.0');
  await workspace.expectVerified();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, input:not([type="radio"], [type="checkbox"])')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent),
  );
  expect(small).toEqual([]);
});

test('a notice is a strip that the page can be scrolled past, and that can be dismissed', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.paste(workspace.name('search'), 'search\tentrypoint\t4.1.0\t13');
  const notice = page.getByRole('status').filter({ hasText: '4 cells were pasted.' });
  await expect(notice).toBeVisible();
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [plan, strip] = [await workspace.plan.boundingBox(), await notice.boundingBox()];
    const end = (plan?.y ?? 0) + (plan?.height ?? Number.NaN);
    expect(Math.floor(end)).toBeLessThanOrEqual(strip?.y ?? 0);
  }).toPass({ timeout: 10_000 });
  await notice.getByRole('button', { name: 'Dismiss' }).tap();
  await expect(notice).toBeHidden();
});
