import type { Page } from '@playwright/test';
import { expect, test, type Workspace } from './workspace';

const SAMPLE = ['server', 'ci', 'laptops', 'billing', 'search'];

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** A fleet of the worked example with so many applications. */
async function bringFleet(workspace: Workspace, page: Page, apps: number): Promise<void> {
  await workspace.open();
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  const rows = Array.from(
    { length: apps },
    (_, i) =>
      `app-${i + 1},${i % 10 === 3 ? 'client' : 'entrypoint'},${i % 2 === 0 ? '3.3.0' : '4.1.0'},${(i % 5) + 1},zone=${i}`,
  );
  const table = ['name,component,version,count,labels', 'server,server,5.1.0,1,', ...rows].join('\n');
  await workspace.bringFile('fleet.csv', table);
  const { dialog } = workspace;
  await expect(dialog.getByRole('button', { name: /^Take [\d,]+ rows$/ })).toBeEnabled();
  // Many rows that are alike would be one.
  await dialog.getByRole('checkbox', { name: /^One row for all that are alike/ }).uncheck();
  await dialog.getByRole('button', { name: `Take ${(apps + 1).toLocaleString('en')} rows` }).click();
  await expect(workspace.table).toBeVisible();
}

test('a table is one stop of Tab; keys move in it, edit, choose, and change', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByRole('button', { name: 'Clear' }).focus();
  await press(page, 'Tab');
  await expect(workspace.name('server')).toBeFocused();
  await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await expect(workspace.version('ci')).toBeFocused();
  await press(page, 'End');
  await expect(workspace.count('ci')).toBeFocused();
  await press(page, 'Control+End');
  await expect(workspace.count('search')).toBeFocused();
  await press(page, 'Control+Home');
  await expect(workspace.name('server')).toBeFocused();
  await press(page, 'Tab');
  await expect(page.getByRole('button', { name: 'client', exact: true })).toBeFocused();
  await press(page, 'Shift+Tab');

  // What is typed takes the place of what is there, and Escape brings it back.
  await press(page, 'ArrowDown', 'End');
  await page.keyboard.type('99');
  await expect(workspace.editor).toHaveValue('99');
  await press(page, 'Escape');
  await expect(workspace.count('ci')).toHaveText('12');
  await expect(workspace.count('ci')).toBeFocused();
  await press(page, 'F2');
  await page.keyboard.type('0');
  await press(page, 'Enter');
  await expect(workspace.count('ci')).toHaveText('120');
  await expect(workspace.count('laptops')).toBeFocused();

  // Three counts are chosen, cleared at once, and come back at once.
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(workspace.table.getByRole('gridcell', { selected: true })).toHaveCount(3);
  await press(page, 'Delete');
  for (const name of ['laptops', 'billing', 'search']) await expect(workspace.count(name)).toHaveText('1');
  await press(page, 'Control+z');
  await expect(workspace.count('billing')).toHaveText('40');

  // The heading sorts, and the rows themselves stay as they were entered.
  await press(page, 'Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'Enter');
  await expect(workspace.table.getByRole('columnheader', { name: 'Version' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await workspace.expectEntries(['billing', 'ci', 'search', 'server', 'laptops']);
  await press(page, 'Enter', 'Enter');
  await workspace.expectEntries(SAMPLE);
  await workspace.expectVerified();

  // Whole rows are chosen, and go.
  await press(page, 'Control+End', 'Shift+Space', 'Shift+ArrowUp', 'Delete');
  await workspace.expectEntries(['server', 'ci', 'laptops']);
});

test('cells of a spreadsheet are pasted over those that are there, and add rows behind the last', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.version('billing').click();
  await workspace.paste(workspace.version('billing'), '4.1.0\t41\r\n3.3.0\t13\r\n');
  await expect(workspace.version('billing')).toHaveText('4.1.0');
  await expect(workspace.count('search')).toHaveText('13');
  await workspace.undo.click();
  await expect(workspace.version('billing')).toHaveText('3.3.0');
  await expect(workspace.count('search')).toHaveText('12');

  await workspace.name('search').click();
  await workspace.paste(
    workspace.name('search'),
    'search\tEntrypoint\t4.1.0\t12\nweb\tentrypoint\t3.3.0\t7\nedge\tclient\t5.3.2\t2\n',
  );
  await workspace.expectEntries([...SAMPLE, 'web', 'edge']);
  // A component is known by its name, too.
  await expect(workspace.cell('search', 'component')).toHaveText('entrypoint');
  await expect(
    page.getByRole('status').filter({ hasText: '12 cells were pasted. 2 rows were added.' }),
  ).toBeVisible();
  // All of it is chosen, and the keys are where it begins.
  await expect(workspace.table.locator('[data-field][aria-selected="true"]')).toHaveCount(12);
  await expect(workspace.name('search')).toBeFocused();
  await workspace.expectVerified();
  await workspace.undo.click();
  await workspace.expectEntries(SAMPLE);

  // Rows with headings, and rows wider than the table, are looked at first.
  await workspace.paste(workspace.name('search'), 'name\tcomponent\tversion\nweb\tentrypoint\t3.3.0\n');
  await expect(workspace.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await workspace.expectEntries(SAMPLE);
});

test('what is copied are cells, and come back into other cells as they were', async ({
  workspace,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await workspace.open('worked-example');
  await workspace.version('ci').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('4.0.1\t12\n5.3.2\t35\n');
  await workspace.version('billing').click();
  await page.keyboard.press('Control+v');
  await expect(workspace.version('billing')).toHaveText('4.0.1');
  await expect(workspace.count('search')).toHaveText('35');
});

test('cells are filled by the handle and by a key; names stay names of their own', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.version('laptops').click();
  const handle = workspace.table.locator('[data-handle]');
  await handle.hover();
  await page.mouse.down();
  await workspace.version('search').hover();
  await page.mouse.up();
  for (const name of ['billing', 'search']) await expect(workspace.version(name)).toHaveText('5.3.2');
  await workspace.undo.click();
  await expect(workspace.version('billing')).toHaveText('3.3.0');

  await workspace.name('laptops').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await workspace.expectEntries(['server', 'ci', 'laptops', 'laptops-2', 'laptops-3']);
  await page.keyboard.press('Control+z');
  await workspace.expectEntries(SAMPLE);
});

test('several rows are changed, duplicated and deleted at once', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.version('billing').click();
  await page.keyboard.press('Shift+ArrowDown');
  const chosen = page.getByRole('form', { name: 'Rows that are chosen' });
  await expect(chosen).toContainText('2 rows');
  await chosen.getByRole('combobox', { name: 'Cell to set' }).selectOption('labels');
  await chosen.getByRole('textbox', { name: 'set', exact: true }).fill('team=payments');
  await chosen.getByRole('button', { name: 'Set' }).click();
  await page.getByRole('button', { name: 'More of search' }).click();
  await expect(page.getByRole('textbox', { name: 'Labels of search' })).toHaveValue('team=payments');
  await workspace.undo.click();
  await expect(page.getByRole('textbox', { name: 'Labels of search' })).toHaveValue('team=discovery');

  await workspace.version('billing').click();
  await workspace.version('search').click({ modifiers: ['Shift'] });
  await chosen.getByRole('button', { name: 'Duplicate' }).click();
  await workspace.expectEntries([...SAMPLE, 'billing-2', 'search-2']);
  await workspace.name('laptops').click();
  await workspace.name('search').click({ modifiers: ['Shift'] });
  await chosen.getByRole('button', { name: 'Delete' }).click();
  await workspace.expectEntries(['server', 'ci', 'billing-2', 'search-2']);
  await workspace.undo.click();
  await workspace.expectEntries([...SAMPLE, 'billing-2', 'search-2']);
});

test('a filter finds rows by their words and by what is said of them, and what is chosen is what is shown', async ({
  workspace,
  page,
}) => {
  await bringFleet(workspace, page, 40);
  const find = page.getByRole('searchbox', { name: 'Filter rows by their text' });
  await find.fill('app-1 client');
  await workspace.expectEntries(['app-14']);
  await find.fill('');
  await page.getByRole('combobox', { name: 'Filter rows by component' }).selectOption('client');
  await workspace.expectEntries(['app-4', 'app-14', 'app-24', 'app-34']);
  await workspace.table.getByRole('button', { name: 'Count' }).click();

  // All that is shown is chosen and set; what is hidden stays.
  await workspace.version('app-4').click();
  await press(page, 'Control+a');
  const chosen = page.getByRole('form', { name: 'Rows that are chosen' });
  await expect(chosen).toContainText('4 rows');
  await chosen.getByRole('combobox', { name: 'set', exact: true }).fill('5.3.2');
  await chosen.getByRole('button', { name: 'Set' }).click();
  await page.getByRole('combobox', { name: 'Filter rows by component' }).selectOption('all components');
  await find.fill('5.3.2');
  await expect(workspace.table.getByRole('rowheader')).toHaveCount(4);

  await find.fill('');
  await workspace.enter(workspace.version('app-7'), 'latest');
  await page.getByRole('button', { name: 'With remarks' }).click();
  await workspace.expectEntries(['app-7']);
  // Mended, it has nothing more to say.
  await workspace.enter(workspace.version('app-7'), '4.1.0');
  await expect(page.getByText('No row is like that.')).toBeVisible();
  await page.getByRole('button', { name: 'With remarks' }).click();
  await expect(workspace.version('app-7')).toHaveText('4.1.0');
});

test('a heading stays readable beside the arrow of its order', async ({ workspace }) => {
  await workspace.open('worked-example');
  for (const title of ['Name', 'Component', 'Version', 'Count', 'Today']) {
    const heading = workspace.table.getByRole('columnheader', { name: title });
    await heading.getByRole('button').click();
    await expect(heading).toHaveAttribute('aria-sort', 'ascending');
    const words = heading.getByText(title);
    expect(await words.evaluate((element) => element.scrollWidth <= element.clientWidth), title).toBe(true);
  }
});

test('a notice covers nothing of the plan', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.version('billing').click();
  await press(page, 'Shift+ArrowDown', 'Delete');
  const notice = page.getByRole('status').filter({ hasText: '2 cells were cleared.' });
  await expect(notice).toBeVisible();
  const [strip, plan] = [await notice.boundingBox(), await workspace.plan.boundingBox()];
  expect((strip?.x ?? 0) + (strip?.width ?? Number.NaN)).toBeLessThanOrEqual(plan?.x ?? 0);
});

for (const width of [1440, 1024])
  test(`headings stay in sight, with no row above them, in a window ${width} wide`, async ({
    workspace,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await bringFleet(workspace, page, 50);
    await workspace.name('app-20').hover();
    await page.mouse.wheel(0, 600);
    await expect(workspace.name('app-5')).not.toBeInViewport();
    const seen = await workspace.table.getByRole('columnheader', { name: 'Name' }).evaluate((heading) => {
      const { left, top } = heading.getBoundingClientRect();
      const rowAt = (y: number) => document.elementFromPoint(left + 40, y)?.closest('[role="row"]');
      return {
        isOnTop: rowAt(top + 4) === heading.closest('[role="row"]'),
        isRowAbove: rowAt(top - 4) != null,
      };
    });
    expect(seen).toEqual({ isOnTop: true, isRowAbove: false });
  });

test('10,000 rows: few are drawn, all are reached by the keys, and typed into', async ({
  workspace,
  page,
}) => {
  await bringFleet(workspace, page, 9999);
  await expect(workspace.table).toHaveAttribute('aria-rowcount', '10001');
  const drawn = workspace.table.getByRole('rowheader');
  expect(await drawn.count()).toBeLessThan(100);

  await workspace.name('server').click();
  await press(page, 'Control+End');
  await expect(workspace.count('app-9999')).toBeFocused();
  await expect(workspace.count('app-9999')).toBeInViewport();
  expect(await drawn.count()).toBeLessThan(100);
  await page.keyboard.type('77');
  await press(page, 'Control+Enter');
  await expect(workspace.count('app-9999')).toHaveText('77');

  // The keys stay in the row while it is scrolled away.
  await workspace.table.evaluate((box) => box.scrollTo(0, 0));
  await expect(workspace.name('app-3')).toBeVisible();
  await press(page, 'ArrowUp');
  await expect(workspace.count('app-9998')).toBeFocused();
  await expect(workspace.count('app-9998')).toBeInViewport();

  await page.getByRole('searchbox', { name: 'Filter rows by their text' }).fill('app-5000');
  await workspace.expectEntries(['app-5000']);
});

test('a notice takes back what it is about, and goes once that is no longer the latest step', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const pasted = page.getByRole('status').filter({ hasText: '4 cells were pasted.' });
  const takeBack = pasted.getByRole('button', { name: 'Undo', exact: true });
  const pasteTwoRows = async () => {
    await workspace.version('billing').click();
    await workspace.paste(workspace.version('billing'), '4.1.0\t41\r\n3.3.0\t13\r\n');
    await expect(takeBack).toBeVisible();
  };
  await pasteTwoRows();
  await takeBack.click();
  await expect(workspace.version('billing')).toHaveText('3.3.0');
  await expect(pasted).toBeHidden();

  await pasteTwoRows();
  await page.keyboard.press('Control+z');
  await expect(workspace.version('billing')).toHaveText('3.3.0');
  await expect(pasted).toBeHidden();

  await pasteTwoRows();
  await workspace.enter(workspace.count('laptops'), '34');
  await expect(pasted).toBeHidden();

  // What changes nothing is no step, and has nothing to take back.
  await workspace.version('billing').click();
  await workspace.paste(workspace.version('billing'), '4.1.0\t41\r\n3.3.0\t13\r\n');
  await expect(pasted).toBeVisible();
  await expect(takeBack).toBeHidden();
  await expect(workspace.count('laptops')).toHaveText('34');
});

test('a button that is pressed stays under the pointer, also close below the headings', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.more('laptops');
  const button = page.getByRole('button', { name: 'More of server', exact: true });
  const box = await button.evaluate(async (element) => {
    element.scrollIntoView({ block: 'start' });
    const pane = element.closest('main')?.querySelector('#inventory')?.parentElement;
    // Right below what stays above it.
    pane?.scrollBy(0, -44);
    await new Promise(requestAnimationFrame);
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(box.x, box.y);
  await page.mouse.down();
  await expect(button).toBeFocused();
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Why server is pinned' })).toBeVisible();
});
