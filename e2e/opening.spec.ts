import { expect, test } from './workspace';

for (const sample of ['worked-example', 'waypoint'])
  test(`on a phone nothing moves while the sample ${sample} opens`, async ({ workspace, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[])
          performance.mark('moved', { startTime: shift.startTime, detail: shift.value });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await workspace.open(sample);
    await expect(workspace.plan.getByRole('heading', { level: 4 }).first()).toBeAttached();
    // Two frames later whatever moved has been told.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
    const moved = await page.evaluate(() =>
      performance.getEntriesByName('moved').map((mark) => (mark as PerformanceMark).detail),
    );
    expect(moved).toEqual([]);
  });
