import { readFile } from 'node:fs/promises';
import { buildWorkbook } from '../src/testing/build-workbook';
import { expect, test } from './workspace';

const SAMPLE = ['server', 'ci', 'laptops', 'billing', 'search'];
const CSV = [
  'name;component;version;count;pinned;label:team',
  'server;server;v5.1.0;1;;',
  'ci;cli;4.0.1;12;;platform',
  'billing;entrypoint;3.3.0;40;;"payments; retail"',
].join('\r\n');

test('an inventory as JSON, with its product recognised', async ({ workspace, page }) => {
  await workspace.open();
  const text = await readFile('public/samples/worked-example.inventory.json', 'utf8');
  await workspace.bringFile('fleet.json', text);
  await expect(workspace.dialog).toContainText(
    '5 rows for Worked example (fictional), 5 of them can be taken.',
  );
  await workspace.dialog.getByRole('button', { name: 'Take 5 rows' }).click();
  await workspace.expectEntries(SAMPLE);
  await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue('worked-example');
  await workspace.chooseTarget('6.0.0');
  await workspace.expectVerified();
});

test('a table as CSV, replacing what is there in one step', async ({ workspace }) => {
  await workspace.open('worked-example');
  await workspace.bringFile('fleet.csv', CSV);
  await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
  await workspace.dialog.getByRole('button', { name: 'Take 3 rows' }).click();
  await workspace.expectEntries(['server', 'ci', 'billing']);
  await expect(workspace.version('server')).toHaveText('5.1.0');
  await workspace.expectVerified();
  await workspace.undo.click();
  await workspace.expectEntries(SAMPLE);
});

test('a workbook of Excel, with a version that became a number', async ({ workspace }) => {
  await workspace.open('worked-example');
  const content = buildWorkbook({
    name: 'Fleet',
    rows: [
      ['Name', 'Component', 'Version', 'Count'],
      ['server', 'server', '5.1.0', 1],
      ['ci', 'cli', '4.0.1', 12],
      ['laptops', 'cli', 0.1, 3],
    ],
  });
  await workspace.bringFile('fleet.xlsx', Buffer.from(content));
  await expect(workspace.dialog).toContainText('no number is a version');
  await expect(workspace.dialog).toContainText('C4');
  await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
  await workspace.dialog.getByRole('button', { name: 'Take 2 rows' }).click();
  await workspace.expectEntries(['server', 'ci']);
  await workspace.expectVerified();
});

test('merged: rows of the same name are updated, others are added', async ({ workspace }) => {
  await workspace.open('worked-example');
  await workspace.bringFile(
    'more.csv',
    'name,component,version,count\nsearch,entrypoint,5.4.0,13\nweb,entrypoint,5.4.0,2\n',
  );
  await workspace.dialog.getByRole('radio', { name: /^Merge/ }).check();
  await workspace.dialog.getByRole('button', { name: 'Take 2 rows' }).click();
  await workspace.expectEntries([...SAMPLE, 'web']);
  await expect(workspace.count('search')).toHaveText('13');
});

test.describe('what cannot be read says why, and nothing is lost', () => {
  const entries = (rows: string) =>
    `{"format":"causeway/inventory@1","product":"worked-example","entries":[${rows}]}`;
  const server = '{"name":"server","component":"server","version":"5.1.0"}';

  const refused: [story: string, name: string, content: string | Buffer, message: RegExp][] = [
    ['text that is no JSON', 'broken.json', '{"entries": [', /line 1/],
    [
      'a key that reaches for the prototype',
      'proto.json',
      entries(`${server},{"__proto__":{"a":1},"name":"x"}`),
      /__proto__/,
    ],
    ['an empty file', 'empty.json', '', /empty/i],
    [
      'a picture',
      'picture.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
      /seems to be/,
    ],
  ];
  for (const [story, name, content, message] of refused) {
    test(story, async ({ workspace }) => {
      await workspace.open('worked-example');
      await workspace.bringFile(name, content);
      await expect(workspace.dialog.getByText(message).first()).toBeVisible();
      const take = workspace.dialog.getByRole('button', { name: /^Take/ });
      await expect(take).toBeDisabled();
      await workspace.dialog.getByRole('button', { name: 'Cancel' }).click();
      await workspace.expectEntries(SAMPLE);
      await workspace.expectVerified();
    });
  }

  const partial: [story: string, name: string, content: string, message: RegExp, kept: number][] = [
    [
      'two servers',
      'two.json',
      entries(`${server},{"name":"other","component":"server","version":"5.1.0"}`),
      /is a second server beside server/,
      1,
    ],
    [
      'an unknown component',
      'unknown.csv',
      'name,component,version\nserver,server,5.1.0\nx,clinet,5.1.0',
      /line 3.*"clinet".*Known: server, client, entrypoint/,
      1,
    ],
    [
      'a version like latest',
      'latest.csv',
      'name,component,version\nserver,server,5.1.0\nci,client,latest',
      /line 3.*"latest"/,
      1,
    ],
  ];
  for (const [story, name, content, message, kept] of partial) {
    test(`${story}: the good rows can be taken`, async ({ workspace }) => {
      await workspace.open('worked-example');
      await workspace.bringFile(name, content);
      await expect(workspace.dialog.getByRole('list', { name: 'Problems' }).getByText(message)).toBeVisible();
      await workspace.expectEntries(SAMPLE);
      await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
      await workspace.dialog
        .getByRole('button', { name: kept === 1 ? 'Take 1 row' : `Take ${kept} rows` })
        .click();
      await workspace.expectEntries(['server']);
    });
  }

  test('200 MB of noise, without a freeze', async ({ workspace, page }) => {
    await workspace.open('worked-example');
    await page.getByRole('button', { name: 'Upload or paste an inventory' }).click();
    // Made in the page: it would take longest to get it there.
    await workspace.dialog.getByLabel('Choose files').evaluate((input: HTMLInputElement) => {
      const megabyte = new Uint8Array(1_000_000).map((_, i) => (i * 7919) % 251);
      const files = new DataTransfer();
      files.items.add(new File(new Array(200).fill(megabyte), 'noise.csv'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(workspace.dialog.getByRole('list', { name: 'Problems' })).toContainText(
      'This file has 191 MB, and by its beginning seems to be a binary file.',
    );
    await workspace.dialog.getByRole('button', { name: 'Cancel' }).click();
    await workspace.expectEntries(SAMPLE);
  });
});

test('a large table: progress is told, calling it off changes nothing, and many rows become few', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const choose = async (rows: number) => {
    await page.getByRole('button', { name: 'Upload or paste an inventory' }).click();
    // Made in the page: it would take longest to get it there.
    await workspace.dialog.getByLabel('Choose files').evaluate((input: HTMLInputElement, count) => {
      const lines = Array.from(
        { length: count },
        (_, i) => `app-${i}.prod.example.com,entrypoint,${i % 2 === 0 ? '3.3.0' : '4.1.0'},2\n`,
      );
      const files = new DataTransfer();
      files.items.add(
        new File(['name,component,version,count\nmain,server,5.1.0,1\n', ...lines], 'large.csv'),
      );
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, rows);
  };
  // What is told on the way is gone soon: all of it is written down, so that none can be missed by looking too late.
  const told = await page.evaluateHandle(() => {
    const texts = { dialog: new Set<string>(), status: new Set<string>() };
    new MutationObserver(() => {
      const dialog = document.querySelector('dialog');
      texts.dialog.add(dialog?.textContent ?? '');
      texts.status.add(dialog?.querySelector('[role=status]')?.textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  const toldIn = (part: 'dialog' | 'status') => told.evaluate((texts, name) => [...texts[name]], part);
  await choose(1_000_000);
  await expect(workspace.dialog).toContainText(
    '1,000,001 rows for Worked example (fictional), grouped to 3.',
  );
  expect(await toldIn('dialog')).toContainEqual(
    expect.stringMatching(/Reading: [\d.]+ of \d+\.\d MB, [\d,]+ rows so far/),
  );
  expect(await toldIn('status')).toContainEqual(expect.stringMatching(/^Reading, (25|50|75) percent\.$/));
  await workspace.dialog.getByRole('button', { name: 'Cancel' }).click();

  await choose(1_000_000);
  await expect(workspace.dialog.getByRole('progressbar', { name: 'Reading' })).toBeVisible();
  await workspace.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(workspace.dialog).toBeHidden();
  await workspace.expectEntries(SAMPLE);

  await choose(100_000);
  await expect(workspace.dialog).toContainText('100,001 rows for Worked example (fictional), grouped to 3.');
  await workspace.dialog.getByRole('button', { name: 'Take 3 rows' }).click();
  await workspace.expectEntries(['main', 'entrypoint 3.3.0', 'entrypoint 4.1.0']);
  await expect(workspace.count('entrypoint 4.1.0')).toHaveText('100000');
  await workspace.expectVerified();
});
