import { expect, test } from './workspace';

test('the worked example needs its bridge, and says why', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await expect(page.getByText('made up', { exact: true })).toBeVisible();
  await workspace.expectSteps([
    'server 5.1.0 to 5.4.0',
    'ci 4.0.1 to 5.4.0',
    'billing 3.3.0 to 5.4.0',
    'server 5.4.0 to 6.0.0',
  ]);
  await expect(workspace.plan.getByText('Verified: 5 states, 20 pairs, none broken.')).toBeVisible();
  await expect(workspace.plan).toContainText('A backwards incompatible upgrade');
  await expect(workspace.step(/^server\s*5\.1\.0/)).toContainText('is a bridge');
  await expect(workspace.step(/^billing/)).toContainText(
    'Without it billing would lose the server in stage 4',
  );

  // Where one may pause, and the way back from there.
  await expect(workspace.plan).toContainText('A safe way leads back from every stage; from stage 1 on');
  await expect(workspace.plan.getByRole('paragraph').filter({ hasText: 'You may pause here' })).toHaveCount(
    3,
  );
  await workspace.plan.getByText('Way back after this stage').nth(1).click();
  await expect(workspace.plan.getByText('Can go back at once: ci to 4.0.1.')).toBeVisible();
  await expect(
    workspace.plan
      .getByText(/^The server can go back to 5\.1\.0 only after ci does, with the snapshot/)
      .first(),
  ).toBeVisible();

  // The timeline and its table say the same.
  const drawing = workspace.plan.getByRole('application', { name: /4 stages and 5 entries/ });
  await expect(drawing).toBeVisible();
  await workspace.plan.getByText('The timeline as a table').click();
  const table = workspace.plan.getByRole('table', { name: /Versions of every entry/ });
  await expect(table.getByRole('row', { name: /^billing/ })).toContainText(
    '3.3.0Entrypoint 1–2, uses 23.3.0Entrypoint 1–2, uses 23.3.0Entrypoint 1–2, uses 25.4.0 movesEntrypoint 2–4, uses 4',
  );
});

test('a real Waypoint goes from series to series, with its notes and its commands', async ({
  workspace,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await workspace.open('waypoint');
  await workspace.expectSteps([
    'server 0.7.2 to 0.8.2',
    'server 0.8.2 to 0.9.1',
    'server 0.9.1 to 0.10.3',
    'server 0.10.3 to 0.11.4',
  ]);
  const step = workspace.step(/0\.8\.2\s*to\s*0\.9\.1/);
  await expect(step).toContainText('so the server has to stop here on its way');

  // Notes that apply, with their sources; the others one click away, with why not.
  await step.getByText(/^Notes/).click();
  await expect(step.getByText('breaking', { exact: true }).first()).toBeVisible();
  await step.getByText(/notes of these releases don’t apply/).click();
  await expect(step.getByText('Left out: it is about other components.').first()).toBeVisible();

  // The procedure of this platform: on Kubernetes 0.9 means a reinstall.
  await step.getByText(/^Procedure/).click();
  await expect(step.getByText(/snapshot/i).first()).toBeVisible();
  const copy = step.getByRole('button', { name: /^Copy the command:/ }).first();
  await copy.click();
  await expect(step.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('waypoint');
});

test('an answer that would change the plan is asked for, and does change it', async ({ workspace, page }) => {
  await workspace.open('waypoint');
  const open = workspace.plan.getByText(
    /Has a config source been set.*Not answered, so the plan reckons with the worst\./,
  );
  await expect(open).toBeVisible();
  await expect(workspace.step(/0\.10\.3/).first()).toBeVisible();
  await workspace.plan.getByRole('button', { name: 'Answer it' }).click();
  const question = page.getByRole('combobox', { name: /Has a config source been set/ });
  await expect(question).toBeFocused();
  await question.selectOption('No');
  await expect(open).toBeHidden();
  await expect(workspace.step(/to\s*0\.10\.5/)).toBeVisible();
  await workspace.expectVerified();
});

test('a fact that was not answered leaves several ways to do a step', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await page.getByRole('combobox', { name: 'How does the server run?' }).selectOption('');
  const step = workspace.step(/5\.1\.0/);
  await step.getByText(/^Procedure/).click();
  await expect(
    step.getByText('Which of these is yours depends on an answer: How does the server run?'),
  ).toBeVisible();
  await expect(step.getByText('Server as a service')).toBeVisible();
});

test('a blocked plan names its cause with the numbers, and a click opens a way', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
  await expect(
    workspace.plan.getByText(
      'billing is pinned at 3.3.0 (vendor image) and speaks Entrypoint 1–2; 6.0.0 speaks 3–4, and no server release on the way helps.',
    ),
  ).toBeVisible();
  await expect(workspace.plan.getByText(/Verified/)).toBeHidden();
  await expect(workspace.target('6.0.0')).toHaveAccessibleName(/blocked: billing is pinned/);

  await workspace.plan.getByRole('button', { name: 'Unpin billing' }).click();
  await expect(workspace.plan.getByRole('heading', { level: 2 })).toBeFocused();
  await workspace.expectVerified();
  await page.keyboard.press('Control+z');
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
  await workspace.plan.getByRole('button', { name: 'Target 5.4.0 instead' }).click();
  await workspace.expectSteps(['server 5.1.0 to 5.4.0']);

  // Risky changes say so before; what they change can be taken back.
  await page.keyboard.press('Control+z');
  await expect(
    workspace.plan.getByText('Only if it is switched off before the upgrade begins'),
  ).toBeVisible();
  await workspace.plan.getByRole('button', { name: 'Take billing out of the inventory' }).click();
  await workspace.expectVerified();
  await expect(workspace.name('billing')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(workspace.name('billing')).toBeVisible();
});

test('what stands in the way in other ways is named, with what each change asks', async ({
  workspace,
  page,
}) => {
  await workspace.open('worked-example');
  // Nothing is known of a version of one's own: it is to be looked up, and there is where.
  await workspace.enter(workspace.version('billing'), '3.3.7');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await workspace.more('billing');
  await workspace.plan.getByRole('button', { name: /^Find out what billing speaks of Entrypoint/ }).click();
  await expect(page.getByRole('textbox', { name: 'Protocol ranges that billing advertises' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Protocol ranges that billing advertises' }).fill('entrypoint 1-3');
  await workspace.expectVerified();
});

test('where nothing has to be done, it says so', async ({ workspace, page }) => {
  await workspace.open('worked-example');
  await workspace.chooseTarget('5.1.0');
  await expect(workspace.plan.getByText('There is nothing to do.')).toBeVisible();
  // Nor is what is drawn a plan.
  const drawn = workspace.plan.getByRole('figure', { name: 'How it stands today' });
  await expect(drawn.getByRole('application', { name: /^How 5 entries stand today\./ })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Timeline of the plan' })).toBeHidden();
  await workspace.expectVerified();
});

test('a skip is allowed only knowingly, and the step says so', async ({ workspace, page }) => {
  await workspace.open('waypoint');
  const skips = page.getByRole('checkbox', { name: /Allow the server to skip required stops/ });
  await expect(skips).toHaveAccessibleDescription(/does not promise that such a hop works/);
  await skips.check();
  await workspace.expectSteps(['server 0.7.2 to 0.11.4']);
  await expect(workspace.step(/0\.11\.4/)).toContainText('outside of what the vendor promises');
});

test('other products are catalogs: Kubernetes, Docker Engine and Consul, each with its commands', async ({
  workspace,
}) => {
  await workspace.open('kubernetes');
  await expect(workspace.plan).toContainText('17 steps in 8 stages.');
  await expect(workspace.step(/^batch-pool\s*1\.22\.17/)).toContainText('sudo kubeadm upgrade node');

  await workspace.open('docker-engine');
  await workspace.expectSteps([
    'integration-tests 2.0.1 to 2.0.3',
    'edge-proxy 3.6.0 to 3.6.13',
    'dockerd 24.0.0 to 29.7.0',
  ]);

  await workspace.open('consul');
  await expect(workspace.step(/^servers\s*1\.8\.19/)).toContainText('1.9.17 is a bridge');
  await expect(workspace.step(/^servers\s*1\.8\.19/)).toContainText('consul snapshot save');
});
