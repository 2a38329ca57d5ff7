import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, linkOf, openElsewhere, savedFile, test, Workspace } from './workspace';

test('a plan is shared by a link, and is the same elsewhere', async ({ workspace, page, browser }) => {
  await workspace.open('waypoint');
  await expect(workspace.plan.getByRole('heading', { level: 4 }).first()).toBeVisible();
  const steps = await workspace.plan.getByRole('heading', { level: 4 }).allTextContents();
  const link = await linkOf(page);
  const theirs = await openElsewhere(browser, link);
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await expect(theirs.plan.getByRole('heading', { level: 4 })).toHaveText(steps);
  await theirs.expectVerified();
  // The address is clean again: a reload comes back to what became of it.
  expect(new URL(theirs.page.url()).hash).toBe('');
  // With another fleet it is not the plan of the link any more; with the same again it is.
  await theirs.target('0.10.5').check({ force: true });
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeHidden();
  await theirs.undo.click();
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await expect(theirs.page).toHaveTitle(/^HashiCorp Waypoint .* → 0\.11\.4.* · Causeway$/);
  await theirs.page.context().close();
});

const firstHop = ({ plan }: Workspace) =>
  plan.getByRole('checkbox', { name: 'Done: server 5.1.0 to 5.4.0', exact: true });

test('how far a plan is goes along, by link and by file', async ({ workspace, page, browser }) => {
  await workspace.open('worked-example');
  await firstHop(workspace).check();
  await expect(workspace.plan.getByRole('status').filter({ hasText: '1 of 4 steps done' })).toBeVisible();
  const link = await linkOf(page);
  const dialog = page.getByRole('dialog', { name: 'Share this plan by a link' });
  await expect(dialog.getByText('which steps are done: 1 of 4')).toBeVisible();
  const file = await saved(page, 'Save as a file');
  const theirs = await openElsewhere(browser, link);
  await expect(firstHop(theirs)).toBeChecked();
  await expect(theirs.plan.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await theirs.page.context().close();

  // Left out where that is wanted; what is done here stays as it is.
  await dialog.getByRole('checkbox', { name: 'Which steps are done' }).check();
  await expect(page.getByRole('textbox', { name: 'Link' })).not.toHaveValue(link);
  const others = await openElsewhere(browser, await page.getByRole('textbox', { name: 'Link' }).inputValue());
  await others.expectVerified();
  await expect(others.plan.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await others.drop({ [file.name]: file.text });
  await expect(firstHop(others)).toBeChecked();
  await others.page.context().close();
});

test('what is shared is shown first, and names, labels and notes can be replaced', async ({
  workspace,
  page,
  browser,
}) => {
  await workspace.open('worked-example');
  await page.getByRole('textbox', { name: 'Name of the inventory' }).fill('Secret fleet');
  await workspace.more('ci');
  await page.getByRole('textbox', { name: 'Labels of ci' }).fill('team=secret');
  await workspace.enter(workspace.name('billing'), 'secret-billing');
  await workspace.expectVerified();
  await linkOf(page);
  const dialog = page.getByRole('dialog', { name: 'Share this plan by a link' });
  await expect(dialog.getByRole('listitem').first()).toHaveText(
    '5 entries by name: server, ci, laptops and 2 more',
  );
  await expect(dialog.getByText('labels: team')).toBeVisible();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await expect(dialog.getByRole('listitem').first()).toHaveText('5 entries without their names');
  const field = page.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#plan=2\./);
  const theirs = await openElsewhere(browser, await field.inputValue());
  await theirs.expectVerified();
  await expect(theirs.table.getByRole('rowheader')).toHaveText([
    /^server-\w{6}$/,
    /^client-\w{6}$/,
    /^client-\w{6}$/,
    /^entrypoint-\w{6}$/,
    /^entrypoint-\w{6}$/,
  ]);
  await expect(theirs.page.getByText('secret')).toHaveCount(0);
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await theirs.page.context().close();

  // Nor does it stand in what is copied beside the link, nor in the file or its name.
  expect(await copied(page)).toEqual({
    text: await field.inputValue(),
    html: expect.stringMatching(/>Worked example \(fictional\) 5\.1\.0 → 6\.0\.0<\/a>/),
  });
  const file = await saved(page, 'Save as a file');
  expect(file.name).toBe('Worked-example-fictional-5.1.0-6.0.0.plan.json');
  expect(file.text.toLowerCase()).not.toContain('secret');
});

/** What is in the clipboard once the link was copied. */
async function copied(page: Page): Promise<{ text: string; html: string }> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('dialog').getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Copied' })).toBeVisible();
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}

test('a link is copied with its name, for programs that show that', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByRole('textbox', { name: 'Name of the inventory' }).fill('<b>north & south</b>');
  await workspace.expectVerified();
  const link = await linkOf(page);
  const { text, html } = await copied(page);
  expect(text).toBe(link);
  expect(html).toContain(`href="${link}"`);
  const name = await page.evaluate(
    (markup) => new DOMParser().parseFromString(markup, 'text/html').querySelector('a')?.textContent,
    html,
  );
  expect(name).toBe('Worked example (fictional) 5.1.0 → 6.0.0, <b>north & south</b>');
});

test('a link that programs may cut says so, and the plan goes by a file', async ({
  workspace,
  page,
  browser,
}) => {
  await workspace.open('worked-example');
  const rows = Array.from({ length: 700 }, (_, i) => `${(i * 7919).toString(36)}-${i * i},entrypoint,3.3.0`);
  await workspace.bringFile('fleet.csv', ['name,component,version', ...rows].join('\n'));
  await workspace.dialog.getByRole('button', { name: /^Take/ }).click();
  await workspace.expectVerified();
  const link = await linkOf(page);
  expect(link.length).toBeGreaterThan(8000);
  const dialog = page.getByRole('dialog', { name: 'Share this plan by a link' });
  await expect(dialog.getByText(/^[\d,]+ characters: longer than some programs carry$/)).toBeVisible();
  await expect(dialog.getByText(/Save the plan as a file instead/)).toBeVisible();
  const file = await saved(page, 'Save as a file');
  const context = await browser.newContext();
  const theirs = new Workspace(await context.newPage());
  await theirs.open();
  await theirs.drop({ [file.name]: file.text });
  await expect(theirs.plan.getByText('This is the plan of the file, step by step.')).toBeVisible();
  await context.close();
});

test('a plan that is more than a link may hold goes into a file', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const rows = Array.from({ length: 45 }, (_, i) => `${i}${'n'.repeat(9990)},entrypoint,3.3.0`);
  await workspace.bringFile('fleet.csv', ['name,component,version', ...rows].join('\n'));
  await workspace.dialog.getByRole('button', { name: /^Take/ }).click();
  await workspace.expectVerified();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this plan by a link' });
  await expect(dialog.getByText(/^The plan is more than a link may hold\./)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Copy the link' })).toBeDisabled();
  const { text } = await savedFile(page, () =>
    dialog.getByRole('button', { name: 'Save as a file' }).click(),
  );
  expect(JSON.parse(text).inventory.entries).toHaveLength(50);
});

test('where the catalog has changed, it says so, and shows both plans', async ({
  workspace,
  page,
  browser,
}) => {
  await workspace.open('worked-example');
  const link = await linkOf(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.route('**/catalogs/worked-example.json', async (route) => {
    const catalog = await (await route.fetch()).json();
    catalog.updated = '2027-01-31';
    for (const release of catalog.releases)
      if (release.version === '5.4.0') release.withdrawn = 'It loses data.';
    await route.fulfill({ json: catalog });
  });
  await other.goto(link);
  const theirs = new Workspace(other);
  await expect(theirs.plan.getByRole('alert')).toContainText('This is not the plan of the link.');
  await expect(theirs.plan.getByRole('alert')).toContainText('now 2027-01-31');
  await theirs.plan.getByText('Both plans side by side').click();
  const before = theirs.plan.getByRole('region', { name: 'As it was shared' });
  await expect(before.getByRole('row').nth(1)).toHaveText(/1\s*server\s*5\.4\.0/);
  await context.close();
});

for (const [story, change, words] of [
  ['was cut', (link: string) => link.slice(0, -20), 'The link is not whole'],
  ['was altered', (link: string) => link.replace(/.{9}$/, 'AAAAAAAAA'), 'The link is not whole'],
  ['is of a later format', (link: string) => link.replace('#plan=2.', '#plan=7.'), 'Load the page again'],
] as const) {
  test(`a link that ${story} says so, and changes nothing`, async ({ workspace, page }) => {
    await workspace.open('worked-example');
    await workspace.enter(workspace.count('billing'), '41');
    const link = await linkOf(page);
    await page.keyboard.press('Escape');
    await page.evaluate((address) => location.assign(address), change(link));
    await expect(page.getByRole('status').filter({ hasText: words })).toContainText('What you had is kept.');
    await expect(workspace.count('billing')).toHaveText('41');
  });
}

test('a link over what is there: that is kept as a plan of its own', async ({ workspace, page }) => {
  await workspace.open('waypoint');
  const link = await linkOf(page);
  await page.keyboard.press('Escape');
  await workspace.open('worked-example');
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Mine');
  await page.evaluate((address) => location.assign(address), link);
  await expect(workspace.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await page
    .getByRole('status')
    .filter({ hasText: 'What you had is kept as "Mine".' })
    .getByRole('button', { name: 'Go back' })
    .click();
  await workspace.expectEntries(['server', 'ci', 'laptops', 'billing', 'search']);
});

function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  return savedFile(page, () => page.getByRole('dialog').getByRole('button', { name: button }).click());
}

test('a plan is exported for a ticket, a spreadsheet, a program and a calendar', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this plan' });
  const markdown = await saved(page, 'Save as Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain('billing');
  expect((await saved(page, 'Save as CSV')).text).toContain('3,3,billing,');
  expect(JSON.parse((await saved(page, 'Save as JSON')).text)).toMatchObject({
    format: 'causeway/plan@1',
    goal: { target: '6.0.0' },
    catalog: { id: 'worked-example' },
  });

  const script = await saved(page, 'Save as a script');
  expect(script.name).toMatch(/\.sh$/);
  expect(script.text).toContain("action 1.1 'Take a snapshot'");

  // How long a stage takes is said by the operator, and by nobody else.
  const save = dialog.getByRole('button', { name: 'Save for a calendar' });
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Begins').fill('2027-03-01T22:00');
  for (const [i, field] of (
    await dialog.getByRole('textbox', { name: /^Minutes for stage/ }).all()
  ).entries()) {
    await expect(field).toHaveValue('');
    await field.fill(String(15 * (i + 1)));
  }
  await expect(dialog.getByText(/^Ends /)).toBeVisible();
  const calendar = await saved(page, 'Save for a calendar');
  expect(calendar.name).toMatch(/\.ics$/);
  expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(4);
});

test('names are exported as they are, and do nothing in a calendar or a table', async ({
  workspace,
  page,
}) => {
  const names = [
    'עברית',
    '\u202egnp.exe',
    '=HYPERLINK("http://x";"y")',
    'a;=1+1',
    'two\nlines, "quoted"; BEGIN:VEVENT',
    '＝1+1',
    '<b>bold</b> `id` $(id)',
  ];
  await workspace.open('worked-example');
  const apps = names.map((name) => ({ name, component: 'entrypoint', version: '3.3.0' }));
  const entries = [{ name: 'server', component: 'server', version: '5.1.0' }, ...apps];
  await workspace.bringFile(
    'fleet.json',
    JSON.stringify({ format: 'causeway/inventory@1', product: 'worked-example', entries }),
  );
  await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
  await workspace.dialog.getByRole('button', { name: /^Take/ }).click();
  await workspace.expectVerified();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this plan' });

  const { text: table } = await saved(page, 'Save as CSV');
  const { data, errors } = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  const apostrophes = /(?<=^|;)'(?=[=＝])/g;
  const read = data.map(({ entry = '' }) => entry.replaceAll(apostrophes, ''));
  expect(read.filter((name) => name !== 'server').sort()).toEqual([...names].sort());
  for (const cell of [',', ';'].flatMap((delimiter) =>
    Papa.parse<string[]>(table, { delimiter }).data.flat(),
  ))
    expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);

  await dialog.getByLabel('Begins').fill('2027-03-01T22:00');
  for (const field of await dialog.getByRole('textbox', { name: /^Minutes for stage/ }).all())
    await field.fill('15');
  const { text: calendar } = await saved(page, 'Save for a calendar');
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
  expect(events.length).toBe(await dialog.getByRole('textbox', { name: /^Minutes for stage/ }).count());
  const told = events.map((event) => new ICAL.Event(event).description).join('\n');
  for (const name of names) expect(told).toContain(`${name}: 3.3.0 to 6.0.0`);
});

test('a script says which answer it needs before there is one', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByRole('combobox', { name: /How does the server run/ }).selectOption('');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this plan' });
  await expect(
    dialog.getByText(/There is no script before this is answered.*How does the server run/),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save as a script' })).toBeHidden();
});
