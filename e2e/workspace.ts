/** The page as an operator finds it: parts by role and label. Every journey fails on an error in the console. */
import { readFileSync } from 'node:fs';
import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test';

/** A version, and no longer one that begins like it. */
function beginsWith(version: string): RegExp {
  return new RegExp(`^${version.replaceAll('.', '\\.')}(?![\\d.])`);
}

export class Workspace {
  readonly plan: Locator;
  readonly targets: Locator;
  readonly table: Locator;
  readonly dialog: Locator;
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(readonly page: Page) {
    this.plan = page.getByRole('region', { name: 'Plan', exact: true });
    this.targets = page.getByRole('radiogroup', { name: 'Release to reach' });
    this.table = page.getByRole('grid', { name: 'What runs now' });
    this.dialog = page.getByRole('dialog', { name: 'Upload or paste an inventory' });
    this.undo = page.getByRole('button', { name: 'Undo (Ctrl+Z)' });
    this.redo = page.getByRole('button', { name: 'Redo (Ctrl+Shift+Z)' });
  }

  async open(sample?: string): Promise<void> {
    await this.page.goto(sample === undefined ? './' : `./#sample=${sample}`);
    if (sample === undefined) await expect(this.page.getByRole('heading', { level: 1 })).toBeAttached();
    else await this.expectVerified();
  }

  async beginTyping(product?: string): Promise<void> {
    if (product !== undefined)
      await this.page.getByRole('combobox', { name: 'Product' }).selectOption(product);
    await this.page.getByRole('button', { name: 'Begin with the server' }).click();
    await expect(this.version('server')).toBeVisible();
  }

  row(entry: string): Locator {
    const name = new RegExp(`^${escapeForPattern(entry)}(\\s*, pinned)?$`);
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  name(entry: string): Locator {
    return this.row(entry).getByRole('rowheader');
  }

  version(entry: string): Locator {
    return this.cell(entry, 'version');
  }

  count(entry: string): Locator {
    return this.cell(entry, 'count');
  }

  cell(entry: string, field: string): Locator {
    return this.row(entry).locator(`[role="gridcell"][data-field="${field}"]`);
  }

  /** The one field of the grid, in the cell that is edited. */
  get editor(): Locator {
    return this.table.locator(':is(input, select)[data-field]');
  }

  /** Puts a text into a cell, and leaves the keys there. */
  async enter(cell: Locator, text: string): Promise<void> {
    await cell.click();
    await this.page.keyboard.press('F2');
    await this.editor.fill(text);
    await this.editor.press('Control+Enter');
    await expect(this.editor).toBeHidden();
  }

  /** The row of an entry, with what is said below it. */
  remarks(words: string | RegExp): Locator {
    return this.table.getByRole('listitem').filter({ hasText: words });
  }

  async addEntry(
    component: string,
    fields: { name: string; version: string; count?: number },
  ): Promise<void> {
    await this.page.getByRole('button', { name: component, exact: true }).click();
    // The new row's name has the focus, selected.
    await expect(this.editor).toBeFocused();
    await this.page.keyboard.type(fields.name);
    await this.page.keyboard.press('Control+Enter');
    await this.enter(this.version(fields.name), fields.version);
    if (fields.count !== undefined) await this.enter(this.count(fields.name), String(fields.count));
  }

  async chooseTarget(version: string): Promise<void> {
    // The radio button is covered by what is drawn for it, and the rows around it: pressed is its line.
    await this.targets
      .locator('label')
      .filter({ has: this.page.getByRole('radio', { name: beginsWith(version) }) })
      .click();
    await expect(this.target(version)).toBeChecked();
  }

  target(version: string): Locator {
    return this.targets.getByRole('radio', { name: beginsWith(version) });
  }

  step(words: string | RegExp): Locator {
    return this.plan
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { level: 4, name: words }) })
      .last();
  }

  async more(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `More of ${entry}`, exact: true }).click();
  }

  /** The worked example with laptops that the server refuses until stage 2; nothing waits for them to build it. */
  async openBroken(): Promise<void> {
    await this.open('worked-example');
    await this.more('billing');
    await this.page.getByRole('checkbox', { name: /^Built outside/ }).check();
    await this.more('billing');
    await this.enter(this.version('laptops'), '5.4.0');
  }

  async expectVerified(): Promise<void> {
    await expect(
      this.plan.getByText(/^Verified: [\d,]+ states?, [\d,]+ pairs?, none broken\./),
    ).toBeVisible();
    await this.expectFresh();
  }

  /** That the plan is of the inputs as they are. */
  async expectFresh(): Promise<void> {
    await expect(this.plan.getByText('This is the plan from before your last change.')).toBeHidden();
  }

  async expectEntries(names: readonly string[]): Promise<void> {
    await expect(this.table.getByRole('rowheader')).toHaveText(
      names.map((name) => new RegExp(`^${escapeForPattern(name)}(\\s*, pinned)?$`)),
    );
  }

  /** The plan as one line for each step: `ci 4.0.1 to 5.4.0`. */
  async expectSteps(steps: readonly string[]): Promise<void> {
    await expect(this.plan.getByRole('heading', { level: 4 })).toHaveText(
      steps.map((step) => new RegExp(`^${step.split(' ').map(escapeForPattern).join('\\s*')}`)),
    );
  }

  /** Files dropped anywhere on the page. */
  async drop(files: Readonly<Record<string, string>>): Promise<void> {
    const transfer = await this.page.evaluateHandle((contents) => {
      const data = new DataTransfer();
      for (const [name, content] of Object.entries(contents)) data.items.add(new File([content], name));
      return data;
    }, files);
    await this.page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await expect(this.page.getByText('Drop inventories, plans or catalogs here')).toBeAttached();
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** Text pasted where a cell or anything else has the keys. */
  async paste(where: Locator, text: string): Promise<void> {
    await where.evaluate((element, pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  async bringFile(name: string, content: string | Buffer): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Upload or paste/ })
      .first()
      .click();
    await this.dialog.getByLabel('Choose files').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
  }
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The file that comes of a press of a button. */
export async function savedFile(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** The link that the dialog shows. */
export async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#plan=2\./);
  return field.inputValue();
}

/** Somebody else, with nothing of one's own. */
export async function openElsewhere(browser: Browser, link: string): Promise<Workspace> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  return new Workspace(page);
}

export const test = base.extend<{ workspace: Workspace }>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // A file that a journey takes away on purpose is the journey's own business.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
  workspace: async ({ page }, use) => {
    await use(new Workspace(page));
  },
});

export { expect };
