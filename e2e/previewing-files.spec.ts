/** What is shown of files before anything changes, and what can be said about it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Workspace } from './workspace';

const SAMPLE = ['server', 'ci', 'laptops', 'billing', 'search'];
const TOKEN = 'c2VjcmV0LXRva2Vu';
const PODS = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'waypoint-server-0', namespace: 'default' },
      spec: {
        containers: [
          {
            name: 'server',
            image: 'hashicorp/waypoint:0.8.2',
            env: [{ name: 'WAYPOINT_SERVER_TOKEN', value: TOKEN }],
          },
          { name: 'proxy', image: 'nginx:1.27' },
        ],
      },
      status: { phase: 'Running' },
    },
  ],
});
const FILES = {
  'fleet.csv': 'name,component,version,count\nci,cli,0.9.1,12\nweb,entrypoint,0.7.2,40\n',
  'pods.json': PODS,
  'version.txt': 'CLI: v0.10.3 (abc)\nServer: v0.8.2\n',
};

const source = ({ dialog }: Workspace, name: string): Locator =>
  dialog
    .getByRole('list', { name: 'What was brought' })
    .getByRole('listitem')
    .filter({ has: dialog.page().locator('strong', { hasText: name }) });
const problem = ({ dialog }: Workspace, words: string): Locator =>
  dialog.getByRole('list', { name: 'Problems' }).getByRole('listitem').filter({ hasText: words });
const change = ({ dialog }: Workspace, name: string): Locator =>
  dialog
    .getByRole('table', { name: 'What becomes of each row' })
    .getByRole('row')
    .filter({ has: dialog.page().getByRole('rowheader', { name, exact: true }) });

test('three files dropped at once: what each is and why, what was left out, and another one beside', async ({
  workspace,
}) => {
  await workspace.open('waypoint');
  await workspace.drop(FILES);
  await expect(source(workspace, 'fleet.csv')).toContainText('2 rows');
  await expect(source(workspace, 'fleet.csv')).toContainText('Its first line has headings of an inventory');
  await expect(source(workspace, 'pods.json')).toContainText('It has an object of Kubernetes');
  await expect(source(workspace, 'pods.json')).toContainText('1 thing of no concern here');
  await expect(source(workspace, 'version.txt')).toContainText('as waypoint version prints it');
  await expect(source(workspace, 'version.txt')).toContainText('1 row said what was said before');

  // A secret is named; nobody sees it.
  await expect(source(workspace, 'pods.json')).toContainText(
    'Left out, because secret: the variable WAYPOINT_SERVER_TOKEN',
  );
  await expect(workspace.dialog).not.toContainText(TOKEN);

  // Another file is dropped while these are looked at, and one is left out again.
  await workspace.drop({ 'more.csv': 'name,component,version\nedge,runner,0.10.5\n' });
  await expect(change(workspace, 'edge')).toContainText('added');
  await workspace.dialog.getByRole('button', { name: 'Leave out fleet.csv' }).click();
  await expect(workspace.dialog.getByLabel('Choose files')).toBeFocused();
  await expect(change(workspace, 'edge')).toBeVisible();
  await expect(change(workspace, 'web')).toBeHidden();

  await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
  await workspace.dialog.getByRole('button', { name: 'Take 3 rows' }).click();
  await workspace.expectEntries(['waypoint-server-0', 'client', 'edge']);
  await workspace.undo.click();
  await expect(workspace.name('checkout')).toBeVisible();
});

test('a folder, with what is hidden in it left alone', async ({ workspace, page }, info) => {
  const folder = info.outputPath('fleet');
  await mkdir(`${folder}/.cache`, { recursive: true });
  await writeFile(`${folder}/a.csv`, 'name,component,version\nmain,server,5.1.0\n');
  await writeFile(`${folder}/b.csv`, 'name,component,version\nci,client,4.0.1\n');
  await writeFile(`${folder}/.cache/old.csv`, 'name,component,version\nold,client,4.0.1\n');
  await workspace.open();
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  await page
    .getByRole('button', { name: /^Upload or paste/ })
    .first()
    .click();
  await workspace.dialog.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(source(workspace, 'fleet/a.csv')).toBeVisible();
  await workspace.dialog.getByRole('button', { name: 'Take 2 rows' }).click();
  await workspace.expectEntries(['main', 'ci']);
});

test('services of ECS and what they run, in two files: joined, and said in both', async ({ workspace }) => {
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/waypoint-server:7';
  await workspace.open('waypoint');
  await workspace.drop({
    'services.json': JSON.stringify({
      services: [{ serviceName: 'main', desiredCount: 1, taskDefinition: arn }],
    }),
  });
  await expect(problem(workspace, 'it does not tell which version it runs')).toBeVisible();
  await workspace.drop({
    'definition.json': JSON.stringify({
      taskDefinition: {
        taskDefinitionArn: arn,
        family: 'waypoint-server',
        containerDefinitions: [
          { name: 'server', image: 'hashicorp/waypoint:0.10.5', command: ['server', 'run'] },
        ],
      },
    }),
  });
  await expect(source(workspace, 'services.json')).toContainText(
    'The images of waypoint-server:7 were taken from definition.json.',
  );
  await expect(source(workspace, 'definition.json')).toContainText(
    'How many run of waypoint-server:7 is told by services.json; the rows are there.',
  );
  await expect(problem(workspace, 'does not tell')).toBeHidden();
  await workspace.dialog.getByRole('radio', { name: /^Replace/ }).check();
  await workspace.dialog.getByRole('button', { name: 'Take 1 row' }).click();
  await workspace.expectEntries(['main']);
  await expect(workspace.version('main')).toContainText('0.10.5');
});

test('200 files at once are one list; of more it is said that they were left out', async ({ workspace }) => {
  const files = Array.from({ length: 201 }, (_, i): [string, string] => [
    `host-${i}.csv`,
    `name,component,version\nhost-${i},client,4.0.${i % 2}\n`,
  ]);
  const { dialog } = workspace;
  await workspace.open('worked-example');
  await workspace.drop(Object.fromEntries(files));
  await expect(dialog.getByText('Up to 200 files are read at once.')).toContainText('The first 200 are here');
  await expect(dialog.getByRole('list', { name: 'What was brought' }).locator(':scope > li')).toHaveCount(
    200,
  );
  await expect(dialog.getByRole('status')).toContainText('200 rows for Worked example (fictional)');
  await dialog.getByRole('button', { name: 'Take 200 rows' }).click();
  await expect(workspace.name('host-0')).toBeVisible();
  await workspace.undo.click();
  await workspace.expectEntries(SAMPLE);
});

test('another reader chosen by hand, and back to what the content says', async ({ workspace }) => {
  await workspace.open('worked-example');
  await workspace.bringFile('fleet.csv', 'name,component,version\nweb,entrypoint,5.4.0\n');
  const reader = workspace.dialog.getByRole('combobox', { name: 'Read as fleet.csv' });
  await reader.selectOption({ value: 'nomad-job' });
  await expect(workspace.dialog.getByRole('button', { name: /^Take/ })).toBeDisabled();
  await expect(source(workspace, 'fleet.csv')).toContainText(/chosen by hand|not read/);
  await reader.selectOption('what its content says');
  await expect(workspace.dialog.getByRole('button', { name: 'Take 1 row' })).toBeEnabled();
});

test('rows without headings pasted beside the table: columns are asked for, and nothing is guessed', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.paste(page.locator('body'), 'web\tentrypoint\t4.1.0\t7\nedge\tclient\t5.3.2\t2');
  const { dialog } = workspace;
  await expect(
    dialog.getByRole('heading', { name: 'What do the columns of Pasted text hold?' }),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take it' })).toBeDisabled();
  const columns = dialog.getByRole('region', { name: 'Columns of Pasted text' });
  await expect(columns.getByRole('combobox', { name: 'column 3 holds' })).toHaveValue('version');
  await columns.getByRole('combobox', { name: 'column 4 holds' }).selectOption('not read');
  // A choice is a confirmation of all of them.
  await expect(change(workspace, 'web')).toContainText('1');
  await dialog.getByText('4 columns').click();
  await columns.getByRole('combobox', { name: 'column 4 holds' }).selectOption('count');
  await expect(change(workspace, 'web')).toContainText('7');
  // Without a server it is a part of the fleet: it is added to what is there.
  await expect(dialog.getByRole('radio', { name: /^Merge/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Take 2 rows' }).click();
  await workspace.expectEntries([...SAMPLE, 'web', 'edge']);
  await expect(workspace.count('web')).toHaveText('7');
  await workspace.undo.click();
  await workspace.expectEntries(SAMPLE);
});

test('columns that were suggested are read at one click', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.paste(page.locator('body'), 'web\tentrypoint\t4.1.0\t7\nedge\tclient\t5.3.2\t2');
  await workspace.dialog.getByRole('button', { name: 'Read these columns' }).click();
  await expect(workspace.dialog.locator('[data-outcome]')).toBeFocused();
  await expect(change(workspace, 'web')).toContainText('7');
  await workspace.dialog.getByRole('button', { name: 'Take 2 rows' }).click();
  await workspace.expectEntries([...SAMPLE, 'web', 'edge']);
});

test('problems are corrected in place, and the row is taken', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.bringFile(
    'fleet.csv',
    'name,component,version,count,api\nserver,server,5.1.0,1,\nci,client,latest,many,\nweb,entrypont,4.1.0,3,\nold,client,4.0.1,2,2-1\n',
  );
  const { dialog } = workspace;
  await expect(dialog.getByRole('button', { name: 'Take 1 row' })).toBeEnabled();
  await expect(problem(workspace, 'ci')).toContainText('line 3');
  await expect(problem(workspace, 'ci')).toContainText('"latest" is a moving tag');
  await expect(problem(workspace, 'ci')).toContainText('"many" is not a count');

  // Only with the keys; what is still wrong is said, and the keys stay where they are.
  const version = dialog.getByRole('combobox', { name: 'Version of ci' });
  await expect(version).toHaveAttribute('aria-invalid', 'true');
  await version.fill('4.0.1');
  await version.press('Enter');
  await expect(problem(workspace, 'ci')).not.toContainText('moving tag');
  await expect(problem(workspace, 'ci')).toContainText('"many" is not a count');
  await expect(version).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(problem(workspace, 'ci')).toContainText('Corrected: it is taken.');
  await expect(change(workspace, 'ci')).toContainText('12');

  // A range; only where it is wrong there is a field for it.
  await expect(problem(workspace, 'old')).toContainText('"2-1" is not a range of api');
  await expect(dialog.getByLabel('Protocols of ci')).toBeHidden();
  await dialog.getByRole('textbox', { name: 'Protocols of old' }).fill('api 1-2');
  await page.keyboard.press('Enter');
  await expect(problem(workspace, 'old')).toContainText('Corrected: it is taken.');

  // A component from the list; leaving the row is enough.
  await dialog.getByRole('combobox', { name: 'Component of web' }).selectOption('entrypoint');
  await dialog.getByRole('combobox', { name: 'Version of web' }).focus();
  await dialog.getByRole('combobox', { name: 'Version of ci' }).focus();
  await expect(dialog.getByRole('button', { name: 'Take 4 rows' })).toBeEnabled();

  // And left out again.
  await problem(workspace, 'web').getByRole('button', { name: 'Leave it out again' }).click();
  await expect(problem(workspace, 'web')).toContainText('"entrypont" is no component');
  await expect(dialog.getByLabel('Version of web')).toBeFocused();
  await expect(dialog.getByRole('combobox', { name: 'Component of web' })).toHaveValue('entrypont');
  await dialog.getByRole('radio', { name: /^Replace/ }).check();
  await dialog.getByRole('button', { name: 'Take 3 rows' }).click();
  await workspace.expectEntries(['server', 'ci', 'old']);
  await expect(
    workspace.plan.getByText(/^Verified: .* none newly broken; old is broken already until stage \d/),
  ).toBeVisible();
});

test('what a file does not tell is not taken until a person has said it', async ({ workspace }) => {
  await workspace.open('waypoint');
  await workspace.drop({
    'status.txt': 'ID               Type     Priority  Status\nwaypoint-server  service  50        running\n',
  });
  const { dialog } = workspace;
  const version = dialog.getByRole('combobox', { name: 'Version of waypoint-server' });
  await expect(problem(workspace, 'waypoint-server')).toContainText('does not tell which version it runs');
  // Another cell is no word about the version, and leaving the row is none either.
  await dialog.getByRole('textbox', { name: 'Count of waypoint-server' }).fill('3');
  await dialog.getByRole('combobox', { name: 'Read as status.txt' }).focus();
  await expect(problem(workspace, 'waypoint-server')).toContainText('Left out.');
  await version.fill('0.10.5');
  await dialog.getByRole('combobox', { name: 'Read as status.txt' }).focus();
  await expect(problem(workspace, 'waypoint-server')).toContainText('Corrected: it is taken.');
  await expect(change(workspace, 'waypoint-server')).toBeHidden();
  await expect(change(workspace, 'server')).toContainText('was 0.7.2 → , becomes 0.10.5');
  await expect(dialog.getByRole('button', { name: 'Take 1 row' })).toBeEnabled();
});

const AGAIN = [
  'name,component,version,count',
  'server,server,5.1.0,1',
  'ci,client,v4.0.1,12',
  'billing,entrypoint,4.1.0,44',
  'web,entrypoint,5.4.0,2',
].join('\n');

test('the same fleet again: added, updated, the same, missing; pins are kept, and all is one step', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await workspace.bringFile('today.csv', AGAIN);
  const { dialog } = workspace;
  await expect(dialog.getByRole('radio', { name: /^Merge/ })).toBeChecked();
  await expect(dialog).toContainText('1 added, 1 updated, 2 the same, 2 missing and kept.');
  await expect(change(workspace, 'billing')).toContainText('was 3.3.0 → , becomes 4.1.0');
  await expect(change(workspace, 'billing')).toContainText('was 40 → , becomes 44');
  await expect(change(workspace, 'ci')).toContainText('same');
  await expect(change(workspace, 'laptops')).toContainText('missing, kept');

  await dialog.getByRole('radio', { name: '2 missing' }).check({ force: true });
  await expect(change(workspace, 'search')).toBeVisible();
  await expect(change(workspace, 'billing')).toBeHidden();
  await dialog.getByRole('checkbox', { name: 'Remove the 2 rows that are missing in it' }).check();
  await expect(change(workspace, 'search')).toContainText('missing, removed');

  // Replacing would lose the pin, and says so.
  await dialog.getByRole('radio', { name: /^Replace/ }).check();
  await dialog.getByRole('radio', { name: '2 updated' }).check({ force: true });
  await expect(change(workspace, 'billing')).toContainText('pinned: was vendor image → , becomes nothing');
  await dialog.getByRole('radio', { name: /^Merge/ }).check();

  await dialog.getByRole('button', { name: 'Take 4 rows' }).click();
  await workspace.expectEntries(['server', 'ci', 'billing', 'web']);
  await expect(page.getByRole('textbox', { name: 'Why billing is pinned' })).toHaveValue('vendor image');
  await workspace.undo.click();
  await workspace.expectEntries(SAMPLE);
  await expect(workspace.version('billing')).toHaveText('3.3.0');
  await workspace.redo.click();

  // Once more, and there is nothing to do: no step of undo is made of it.
  await workspace.bringFile('today.csv', AGAIN);
  await expect(dialog).toContainText('4 the same.');
  await dialog.getByRole('button', { name: 'Take 4 rows' }).click();
  await expect(page.getByText('Nothing had to be changed')).toBeVisible();
  await workspace.undo.click();
  await workspace.expectEntries(SAMPLE);
});

test('many rows are grouped by what a person chooses, and not at all where that is asked for', async ({
  workspace,
}) => {
  const row = (i: number) =>
    `app-${i},entrypoint,${i % 2 === 0 ? '3.3.0' : '4.1.0'},1,${['payments', 'search', 'media'][i % 3]}`;
  const rows = Array.from({ length: 2400 }, (_, i) => row(i));
  await workspace.open('worked-example');
  await workspace.bringFile(
    'many.csv',
    ['name,component,version,count,label:team', 'server,server,5.1.0,1,', ...rows].join('\n'),
  );
  const { dialog } = workspace;
  const alike = dialog.getByRole('checkbox', { name: /^One row for all that are alike/ });
  await expect(alike).toBeChecked();
  await expect(dialog).toContainText('2,401 rows for Worked example (fictional), grouped to 3.');
  await dialog.getByRole('checkbox', { name: 'team' }).check();
  await expect(dialog).toContainText('grouped to 7.');
  await expect(change(workspace, 'entrypoint 3.3.0, team=payments')).toContainText('400');

  // Ungrouped, all of it can be seen page by page.
  await alike.uncheck();
  await expect(dialog).toContainText(
    '2,401 rows for Worked example (fictional), 2,401 of them can be taken.',
  );
  await expect(dialog.getByRole('navigation', { name: 'Pages of rows' })).toContainText('1–100 of 2,405');
  await dialog.getByRole('button', { name: 'Next rows' }).click();
  await expect(change(workspace, 'app-150')).toBeVisible();
  await alike.check();
  await dialog.getByRole('button', { name: 'Take 7 rows' }).click();
  await expect(workspace.count('entrypoint 4.1.0, team=media')).toHaveText('400');
});

test('a screen reader hears what came of it; Escape goes back to where the keys were', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  const button = page.getByRole('button', { name: 'Upload or paste an inventory' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(workspace.dialog.getByLabel('Choose files')).toBeFocused();
  await workspace.dialog
    .getByLabel('Text')
    .fill('name,component,version\nci,client,latest\nweb,entrypoint,5.4.0');
  await expect(workspace.dialog.getByRole('status')).toHaveText(
    '2 rows for Worked example (fictional), 1 of them can be taken, 1 problem. 1 added, 5 missing and kept.',
  );
  await page.keyboard.press('Escape');
  await expect(workspace.dialog).toBeHidden();
  await expect(button).toBeFocused();
  await workspace.expectEntries(SAMPLE);
});

test('where files cannot be read at all, it says that nothing has changed', async ({ workspace, page }) => {
  await page.route('**/intake.worker-*.js', (route) => route.abort());
  await workspace.open('worked-example');
  await workspace.bringFile('fleet.csv', AGAIN);
  await expect(workspace.dialog.getByRole('alert')).toContainText('Nothing of what you had has changed.');
  await expect(workspace.dialog.getByRole('button', { name: /^Take/ })).toBeDisabled();
  await page.unroute('**/intake.worker-*.js');
  await workspace.dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(workspace.dialog.getByRole('button', { name: 'Take 4 rows' })).toBeEnabled();
});

async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
  expect(found).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours axe finds nothing`, () => {
    test.use({ colorScheme });

    test('in a preview with all that it can have, on a desk and on a phone', async ({ workspace, page }) => {
      await workspace.open('waypoint');
      await workspace.drop({
        ...FILES,
        'bad.csv':
          'name,component,version,count,label:team\nci,cli,0.9.0,6,platform\nx,entrypont,latest,1,\ny,entrypoint,latest,1,\n',
        'bare.csv': 'edge,runner,0.10.5,2\nfar,runner,0.9.1,3\n',
      });
      await expect(workspace.dialog.getByRole('button', { name: 'Read these columns' })).toBeVisible();
      await workspace.dialog.getByRole('combobox', { name: 'Version of y' }).fill('0.7.2');
      await workspace.dialog.getByRole('combobox', { name: 'Version of y' }).press('Enter');
      await expect(problem(workspace, 'Corrected: it is taken.')).toBeVisible();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await expectNoFindings(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}
