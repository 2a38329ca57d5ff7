import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
  GOLDEN_1,
  GOLDEN_2,
  GOLDEN_2_DONE,
  GOLDEN_2_OWN,
  GOLDEN_2_SHIPPED,
} from '../src/testing/golden-links';
import { sealLink } from '../src/testing/seal-link';
import { expect, linkOf, openElsewhere, test, Workspace } from './workspace';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The worked example under a name of one's own, with text that hardly gets smaller. */
const largeCatalog = (fields: object = {}) =>
  JSON.stringify({
    ...JSON.parse(readFileSync('public/catalogs/worked-example.json', 'utf8')),
    id: 'mine',
    name: 'My product',
    updated: '2026-01-02',
    fictional: false,
    sources: Array.from({ length: 150 }, (_, i) => digestOf(String(i))),
    ...fields,
  });

/** So little of it that a link has room for it. */
const smallCatalog = (fields: object = {}) =>
  JSON.stringify({
    format: 'causeway/catalog@1',
    id: 'mine',
    name: 'My product',
    updated: '2026-01-02',
    protocols: { api: { name: 'API' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
    },
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 2] } },
      { version: '3.0.0', protocols: { api: [2, 2] } },
    ],
    ...fields,
  });

async function planWithOwn(workspace: Workspace, catalog: string, from: string, to: string): Promise<void> {
  await workspace.open();
  await workspace.drop({ 'mine.json': catalog });
  await expect(workspace.page.getByRole('combobox', { name: 'Product' })).toHaveValue('mine');
  await workspace.beginTyping();
  await workspace.enter(workspace.version('server'), from);
  await workspace.chooseTarget(to);
  await workspace.expectVerified();
}

test('a catalog of one’s own goes along in the link, and the plan is the same elsewhere', async ({
  workspace,
  page,
  browser,
}) => {
  await planWithOwn(workspace, smallCatalog(), '1.0.0', '3.0.0');
  const link = await linkOf(page);
  const dialog = page.getByRole('dialog', { name: 'Share this plan by a link' });
  await expect(dialog.getByText('in the link, the file of your catalog My product')).toBeVisible();
  const theirs = await openElsewhere(browser, link);
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await expect(
    theirs.page.getByText(/My product \(of 2026-01-02, .*\) is among your catalogs now/),
  ).toBeVisible();
  await expect(theirs.page.getByRole('banner').getByText('your catalog', { exact: true })).toBeVisible();
  await theirs.page.reload();
  await theirs.expectVerified();

  // Whoever has another one of the same id keeps it until they say otherwise.
  const newer = smallCatalog({ updated: '2026-02-03' });
  await theirs.drop({ 'newer.json': newer });
  await expect(theirs.page.getByText(/was replaced: it was of 2026-01-02/)).toBeVisible();
  await theirs.page.evaluate((address) => location.assign(address), link);
  await expect(theirs.plan.getByText(/The catalog has changed since the link was made/)).toBeVisible();
  await expect(theirs.plan.getByText(digestOf(newer))).toBeVisible();
  await theirs.plan.getByRole('button', { name: 'Use its catalog' }).click();
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await theirs.page
    .getByRole('status')
    .filter({ hasText: 'now it is of 2026-01-02' })
    .getByRole('button', { name: 'Undo' })
    .last()
    .click();
  await expect(theirs.plan.getByText(/The catalog has changed since the link was made/)).toBeVisible();
  await theirs.page.context().close();

  // It can be left out.
  await dialog.getByRole('checkbox', { name: 'The file of your catalog' }).check();
  await expect(dialog.getByText('Not in it: the file of your catalog.')).toBeVisible();
  await expect(dialog.getByText('in the link, the file of your catalog')).toBeHidden();
});

test('a catalog that is too much for a link is asked for by its digest, and the plan follows its file', async ({
  workspace,
  page,
  browser,
}) => {
  const catalog = largeCatalog();
  await planWithOwn(workspace, catalog, '5.1.0', '5.4.0');
  const link = await linkOf(page);
  await expect(page.getByText('with which the link would be too long')).toBeVisible();
  const theirs = await openElsewhere(browser, link);
  const asked = theirs.page.getByRole('dialog', { name: 'The link needs its catalog' });
  await expect(asked).toContainText('"mine" of 2026-01-02');
  await expect(asked.getByText(digestOf(catalog))).toBeVisible();
  await theirs.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await asked.getByRole('button', { name: 'Copy the digest' }).click();
  await expect(asked.getByText('Copied')).toBeVisible();
  expect(await theirs.page.evaluate(() => navigator.clipboard.readText())).toBe(digestOf(catalog));
  // Another one does not pass for it.
  const newer = largeCatalog({ updated: '2026-02-03' });
  await theirs.drop({ 'newer.json': newer });
  await expect(asked.getByRole('alert')).toContainText('That is another one.');
  await expect(asked.getByRole('alert')).toContainText(digestOf(newer));
  await expect(theirs.plan).toBeHidden();
  const chooser = theirs.page.waitForEvent('filechooser');
  await asked.getByRole('button', { name: 'Choose the file' }).click();
  await (await chooser).setFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(catalog),
  });
  await expect(asked).toBeHidden();
  await expect(theirs.plan.getByText('This is the plan of the link, step by step.')).toBeVisible();
  await theirs.page.context().close();
});

test('a link that waits for its catalog opens with another one where that is wanted, and says so', async ({
  workspace,
  page,
  browser,
}) => {
  await planWithOwn(workspace, largeCatalog(), '5.1.0', '5.4.0');
  const theirs = await openElsewhere(browser, await linkOf(page));
  await theirs.drop({ 'newer.json': largeCatalog({ updated: '2026-02-03' }) });
  await theirs.page.getByRole('button', { name: 'Open the plan with it' }).click();
  await expect(
    theirs.plan.getByText(
      'The catalog has changed since the link was made (2026-01-02; now 2026-02-03). The plan has not',
    ),
  ).toBeVisible();
  await theirs.page.context().close();
});

test('a link whose answer is none any more shows what was shared, until that is dismissed', async ({
  workspace,
  page,
  browser,
}) => {
  await workspace.open('worked-example');
  const link = await linkOf(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.route('**/catalogs/worked-example.json', async (route) => {
    const text = await (await route.fetch()).text();
    const catalog = JSON.parse(text.replaceAll('"container"', '"pod"'));
    await route.fulfill({ json: { ...catalog, updated: '2027-01-31' } });
  });
  await other.goto(link);
  const theirs = new Workspace(other);
  const alert = theirs.plan.getByRole('alert');
  await expect(alert).toContainText('No plan has come of the link yet.');
  await expect(alert).toContainText('The catalog has changed since the link was made');
  await expect(alert).toContainText('"container" is none of the answers to "hosting"');
  await expect(theirs.plan.getByText('0 of 1 answered')).toBeVisible();
  const shared = theirs.plan.getByRole('region', { name: 'As it was shared' });
  await expect(shared.getByRole('row').nth(1)).toHaveText(/1\s*server\s*5\.4\.0/);
  // Put right, there is a plan, and beside it still the one that was shared.
  await other.getByRole('button', { name: 'Remove that answer' }).click();
  await theirs.expectVerified();
  const told = theirs.plan.getByText(/What is entered has been changed since/);
  await expect(told).toBeVisible();
  await theirs.plan.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toBeHidden();
  await context.close();
});

/** A link with other content than the page would write. */
const linkTo = (page: Page, content: object) =>
  new URL(`./#plan=${sealLink(deflateRawSync(JSON.stringify(content)))}`, page.url()).href;
const CONTENT = {
  c: ['worked-example', '2026-11-22', '0f'.repeat(32)],
  e: [
    ['server', 'server', '5.1.0', 1],
    ['ci', 'client', '4.0.1', 12],
  ],
  g: { t: '5.4.0' },
  p: ['ready', [[0, '5.4.0', 1]]],
};

for (const [story, content, words] of [
  ['a field', { ...CONTENT, z: 7 }, 'does not know what "z" in it means'],
  ['a field of the goal', { ...CONTENT, g: { t: '5.4.0', when: 'soon' } }, 'what "g.when" in it means'],
  ['a value for commands', { ...CONTENT, m: { tenant: 'x' } }, 'asks for a value called "tenant"'],
  [
    'an order of disruption',
    { ...CONTENT, g: { t: '5.4.0', d: ['mesh'] } },
    'The catalog has no component "mesh"',
  ],
  [
    'a component',
    { ...CONTENT, e: [...CONTENT.e, ['edge', 'mesh', '1.0.0', 1]] },
    'edge: "mesh" is no component',
  ],
] as const) {
  test(`a link with ${story} that means nothing here says so`, async ({ workspace, page }) => {
    await workspace.open();
    await page.goto(linkTo(page, content));
    await expect(workspace.plan.getByText(words).first()).toBeVisible();
    await expect(workspace.plan.getByText('Not all of the link means something here')).toBeVisible();
    await expect(workspace.name('ci')).toBeVisible();
  });
}

test('a link whose content is no plan says where', async ({ workspace, page }) => {
  await workspace.open();
  await page.goto(linkTo(page, { ...CONTENT, p: ['paused', []] }));
  await expect(page.getByRole('status').filter({ hasText: 'at "p.0"' })).toBeVisible();
});

for (const [story, link, product, step, done] of [
  ['of format 1', GOLDEN_1, 'worked-example', /server.*5\.1\.0.*5\.4\.0/, 0],
  ['of format 2', GOLDEN_2_SHIPPED, 'worked-example', /server.*5\.1\.0.*5\.4\.0/, 0],
  ['that says what is done', GOLDEN_2_DONE, 'worked-example', /server.*5\.1\.0.*5\.4\.0/, 1],
  ['that brings its catalog', GOLDEN_2_OWN, 'lighthouse', /north.*1\.0\.0.*1\.1\.0/, 1],
] as const) {
  test(`a link ${story} opens with its plan`, async ({ workspace, page }) => {
    await page.goto(`./#plan=${link}`);
    await workspace.expectVerified();
    await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue(product);
    await expect(workspace.plan.getByRole('heading', { level: 4 }).first()).toHaveText(step);
    await expect(workspace.plan.getByRole('checkbox', { checked: true })).toHaveCount(done);
  });
}

test('a link of format 2 whose catalog was changed on the way asks for that', async ({ page }) => {
  await page.goto(`./#plan=${GOLDEN_2}`);
  await expect(page.getByRole('status').filter({ hasText: 'was left out' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'The link needs its catalog' })).toContainText(
    '0f'.repeat(32),
  );
});
