/** The checklist on paper, as the browser prints it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type PdfPage, readPdf } from './read-pdf';
import { expect, test, type Workspace } from './workspace';

const APPS = Array.from({ length: 197 }, (_, i) => `app-${String(i).padStart(3, '0')}`);
const NODES = Array.from({ length: 200 }, (_, i) => `node-${String(i).padStart(3, '0')}`);
const FLEET = [
  'name,component,version',
  'server,server,5.1.0',
  'ci,client,4.0.1',
  ...APPS.map((name) => `${name},entrypoint,3.3.0`),
].join('\n');
const SIZES = { A4: [595, 842], Letter: [612, 792] } as const;

/** In place of what was there. */
async function replaceBy(workspace: Workspace, file: string, content: string): Promise<void> {
  await workspace.bringFile(file, content);
  await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
  await workspace.dialog.getByRole('button', { name: /^Take/ }).click();
}

/** Whatever the browser's own command prints. */
async function printed(page: Page, format: keyof typeof SIZES = 'A4'): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ format }));
}

/** The checklist: what draws it comes once the plan is there, and is waited for. */
async function printedChecklist(page: Page, format: keyof typeof SIZES = 'A4'): Promise<PdfPage[]> {
  let pages: PdfPage[] = [];
  await expect(async () => {
    pages = await printed(page, format);
    expect(pages[0]?.text).toMatch(/Upgrade (checklist|plan) ·/);
  }).toPass();
  return pages;
}

async function choose(page: Page, part: RegExp, isWanted: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Print this plan' });
  await dialog.getByRole('checkbox', { name: part }).setChecked(isWanted);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
}

/** Where a step belongs that goes on over the page. */
const PLACE = /^Stage \d+, steps? \d+(?:–\d+)?: .* → [\d.]+$/;

/** Without what stands in the margins of each page, or again at its top. */
const body = (pages: readonly PdfPage[]) =>
  pages.flatMap((page) => page.lines.slice(1, -1).filter((line) => !PLACE.test(line))).join('');
const all = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join(' ');
const lines = (pages: readonly PdfPage[]) => pages.flatMap((page) => page.lines);

for (const [size, [width, height]] of Object.entries(SIZES)) {
  const format = size as keyof typeof SIZES;

  test(`a checklist of 200 steps on ${size}: each step once, and none on two pages`, async ({
    workspace,
    page,
  }) => {
    await workspace.open('worked-example');
    await replaceBy(workspace, 'fleet.csv', FLEET);
    await workspace.expectVerified();
    await expect(workspace.plan.getByText('200 steps in 4 stages.')).toBeVisible();
    const pages = await printedChecklist(page, format);

    // The rows, by their number: 1 to 200, one after the other.
    const rows = lines(pages).filter((line) => /^\d+ .* → .* Owner Time Signature$/.test(line));
    const numbers = rows.map((row) => Number.parseInt(row, 10));
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    const named = rows.map((row) => / (app-\d+) 3\.3\.0 → 5\.4\.0 /.exec(row)?.[1]).filter(Boolean);
    expect(named).toEqual(APPS);
    // A step from its head to its last line: built, deployed, and the way back.
    const own = /^\d+ (app-\d+) |example (?:build|deploy)(?: --previous)? (app-\d+)$/;
    const placed = pages.flatMap((paper, i) =>
      paper.lines.flatMap((line) => {
        const [, head, command] = own.exec(line) ?? [];
        return head === undefined && command === undefined ? [] : [`${head ?? command} on page ${i + 1}`];
      }),
    );
    expect(placed).toHaveLength(4 * APPS.length);
    expect(new Set(placed).size).toBe(APPS.length);

    expect(pages.map((paper) => [Math.floor(paper.width), Math.floor(paper.height)])).toEqual(
      pages.map(() => [width, height]),
    );
    expect(pages.map((paper) => /Page \d+ of \d+$/.exec(paper.text)?.[0])).toEqual(
      pages.map((_, i) => `Page ${i + 1} of ${pages.length}`),
    );
    const titles = new Set(pages.map((paper) => paper.lines[0]));
    expect([...titles]).toEqual([
      expect.stringMatching(/^Worked example \(fictional\) 5\.1\.0 → 6\.0\.0.* Printed \d{4}-\d\d-\d\d$/),
    ]);
    // Nothing is cut off by the edge of the paper.
    const cut = pages.flatMap((paper) =>
      paper.items.filter(
        ({ x, y, width: wide }) => x < 28 || x + wide > paper.width - 28 || y > paper.height - 14,
      ),
    );
    expect(cut).toEqual([]);
  });
}

test('where the same is done at each, it is told once, and each has a row with a box for every action', async ({
  workspace,
  page,
}) => {
  await workspace.open('kubernetes');
  const nodes = NODES.map((name) => `${name},kubelet,1.24.17`);
  await replaceBy(
    workspace,
    'nodes.csv',
    ['name,component,version', 'control-plane,kube-apiserver,1.24.17', ...nodes].join('\n'),
  );
  await workspace.chooseTarget('1.25.16');
  await page.getByRole('radio', { name: /Bring them along|along/ }).check({ force: true });
  await workspace.expectVerified();
  const pages = await printedChecklist(page);
  const rows = lines(pages).flatMap(
    (line) => /^\d+ (node-\d+) 1\.24\.17 → 1\.25\.\d+$/.exec(line)?.[1] ?? [],
  );
  expect(rows).toEqual(NODES);
  expect(all(pages).match(/Drain the node/g)).toHaveLength(1);
  // The head of the rows stands on each of their pages.
  const withRows = pages.filter((paper) => paper.lines.some((line) => /^\d+ node-/.test(line)));
  expect(withRows.length).toBeGreaterThan(1);
  for (const paper of withRows) expect(paper.lines).toContain('Step Entry From → to Owner Time Signature');
});

test('everything that the plan says is on the paper, in the order of doing it', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const pages = await printedChecklist(page);
  const text = all(pages);
  for (const part of [
    '5 states, 20 pairs, none broken',
    'worked-example, updated 2026-11-23',
    'Summary',
    'Timeline',
    '› docker pull example/server:5.4.0 && docker rm -f example-server && docker run -d',
    'Verify The server says 5.4.0, and the fleet is connected.',
    'You may pause here: everything works together.',
    'All the way back: ci to 4.0.1, then server to 5.1.0 (snapshot from before stage 1).',
    'Rebuild applications whose entrypoint is older than 4.1.0',
    'What happened',
  ])
    expect(text).toContain(part);
  expect(text).toMatch(/Catalog .*? [0-9a-f]{64} Plan file .*?\.plan\.json [0-9a-f]{64}/);
  const places = ['Stage 1 ·', 'Stage 1 is done.', 'Stage 2 ·', 'Stage 4 is done.', 'What happened'].map(
    (words) => text.indexOf(words),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  // The page itself is not: neither its inputs nor its buttons.
  expect(text).not.toMatch(/Share|Undo|What runs now/);
  await expect(page.getByText('Upgrade checklist ·')).toHaveCount(0);
});

test('what is not wanted is left out, and the paper is the one that was chosen', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  for (const [part, words] of [
    [/^Timeline/, 'what is deployed'],
    [/^Notes that apply/, 'Rebuild applications whose'],
    [/^Commands and checks/, 'docker pull'],
    [/^Way back/, 'All the way back:'],
    [/^A last page/, 'What happened'],
    [/^Summary/, 'No safe plan costs less.'],
  ] as const) {
    expect(all(await printedChecklist(page))).toContain(words);
    await choose(page, part, false);
    expect(all(await printed(page))).not.toContain(words);
  }
  const bare = await printed(page);
  expect(lines(bare).filter((line) => /^\d+ .* → .* Owner Time Signature$/.test(line))).toHaveLength(4);
  expect(all(bare)).toContain('You may pause here');

  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Print this plan' });
  await dialog.getByRole('radio', { name: 'Letter' }).check({ force: true });
  // While the page itself still prints nobody else can: here it only says so, as a browser does.
  await page.evaluate(() => {
    window.print = () => {
      for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name));
      document.documentElement.dataset.printed = 'once';
    };
  });
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'once');
  await expect(dialog).toBeHidden();
  const [first] = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect([first?.width, first?.height].map((points) => Math.floor(points ?? 0))).toEqual(SIZES.Letter);
});

test('the plan file that the paper names is the one that can be saved', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  const text = all(await printedChecklist(page));
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save that file' }).click(),
  ]);
  const digest = createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');
  expect(text).toContain(`Plan file ${download.suggestedFilename()} ${digest}`);
});

test('the link is printed as a code when that is wanted, and says what it holds first', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  expect(all(await printedChecklist(page))).not.toContain('Scan to open this plan');
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Print this plan' });
  await dialog.getByRole('checkbox', { name: /^The link to this plan/ }).check();
  await expect(dialog.getByText('5 entries by name: server, ci, laptops and 2 more')).toBeVisible();
  const size = dialog.getByRole('status');
  await expect(size).toHaveText(/^\d+ characters, as a code of \d+ mm\.$/);
  const whole = await size.innerText();
  await dialog.getByRole('checkbox', { name: /^Labels/ }).check();
  await dialog.getByRole('checkbox', { name: /^Notes: / }).check();
  await expect(dialog.getByText('labels: team')).toBeHidden();
  await expect(size).not.toHaveText(whole);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  expect(all(await printed(page))).toContain('Scan to open this plan');

  // Too long for a phone: the dialog and the paper say so.
  const unlike = APPS.map((name) => createHash('sha256').update(name).digest('hex').slice(0, 24));
  await replaceBy(
    workspace,
    'fleet.csv',
    [
      'name,component,version',
      'server,server,5.1.0',
      ...unlike.map((name) => `${name},entrypoint,4.1.0`),
    ].join('\n'),
  );
  await workspace.expectVerified();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(size).toHaveText(/^The link does not fit: /);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  const [first] = await printed(page);
  expect(first?.text).toContain('too many for a code that can be read from paper');
});

test('names do nothing on paper: they print as they are', async ({ workspace, page }) => {
  const long = `L${'o'.repeat(9_998)}g`;
  const names = [
    `it's "quoted"`,
    'back`tick` $(reboot)',
    '<b>bold</b><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x")',
    'עברית',
    '\u202egnp.exe',
    'two\nlines',
    '🚀 rocket',
    long,
  ];
  page.on('dialog', () => expect(null, 'a name was carried out').not.toBeNull());
  await workspace.open('worked-example');
  const entries = [
    { name: 'server', component: 'server', version: '5.1.0' },
    { name: 'ci', component: 'client', version: '4.0.1' },
    ...names.map((name) => ({ name, component: 'entrypoint', version: '3.3.0' })),
  ];
  await replaceBy(
    workspace,
    'fleet.json',
    JSON.stringify({
      format: 'causeway/inventory@1',
      product: 'worked-example',
      name: '"; } body { display: none }',
      entries,
    }),
  );
  await workspace.expectVerified();
  const pages = await printedChecklist(page);
  const text = all(pages);
  for (const name of names.slice(0, 4)) expect(text).toContain(name);
  expect(text).toContain('rocket');
  expect(text).toContain('עברית');
  // What would turn the order round is shown where the order matters.
  expect(text).toContain("example build '\\u202egnp.exe'");
  expect(pages[1]?.lines[0]).toContain('"; } body { display: none }');
  // All of it, over as many lines and pages as it takes.
  expect(body(pages).replace(/\s/g, '').includes(`exampledeploy${long}`)).toBe(true);
  // A page that begins in the middle of a step says of which.
  const within = pages.filter((paper) => /^o{50}/.test(paper.lines[2] ?? ''));
  expect(within.length).toBeGreaterThan(0);
  for (const paper of within)
    expect(paper.lines[1]).toMatch(/^Stage \d+, step \d+: Lo{39}… \(Entrypoint\), 3\.3\.0 → \d/);
  expect(pages.at(-1)?.text).toContain('What happened');
});

test('a blocked plan prints why, and what would help', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
  const text = all(await printedChecklist(page));
  expect(text).toContain('There is no safe plan.');
  expect(text).toContain('billing is pinned at 3.3.0 (vendor image)');
  expect(text).toContain('Unpin billing');
  expect(text).not.toMatch(/Verified|Stage \d|What happened/);
  // Nothing else that it can be taken as speaks of steps.
  await page.getByRole('button', { name: 'Export' }).click();
  const forms = page.getByRole('dialog', { name: 'Export this plan' });
  await expect(forms.getByText('Why there is no plan, and what would help, for a ticket.')).toBeVisible();
  await expect(forms.getByText(/boxes to tick/)).toHaveCount(0);
});

test('a plan of what was entered before is never printed as a checklist', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await printedChecklist(page);
  await workspace.enter(workspace.version('ci'), 'latest');
  await expect(workspace.plan.getByText('This is the plan from before your last change.')).toBeVisible();
  const text = all(await printed(page));
  expect(text).not.toContain('Upgrade checklist');
  expect(text).toContain('This is the plan from before your last change.');
});
