/** Opens fleets of the worked example on the page, each entry with a label of its own. */
import type { Browser, Page } from '@playwright/test';

/** The machine may be busy with other things, too. */
const PATIENCE_MS = 120_000;

function writeFleet(entries: number): string {
  const apps = Array.from(
    { length: entries - 1 },
    (_, i) =>
      `app-${i + 1},${i % 10 === 3 ? 'client' : 'entrypoint'},${i % 10 === 3 ? '4.0.1' : i % 2 === 0 ? '3.3.0' : '4.1.0'},${(i % 5) + 2},zone=${i}`,
  );
  return ['name,component,version,count,labels', 'server,server,5.1.0,1,', ...apps].join('\n');
}

/** A page with so many entries, a row for each, and their plan to a release where one is named. */
export async function openWorkedExample(
  browser: Browser,
  address: string,
  entries: number,
  target?: string,
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Worked example (fictional)');
  await page
    .getByRole('button', { name: /^Upload or paste/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Upload or paste an inventory' });
  await dialog
    .getByLabel('Choose files')
    .setInputFiles({ name: 'fleet.csv', mimeType: 'text/csv', buffer: Buffer.from(writeFleet(entries)) });
  await dialog.getByRole('button', { name: /^Take [\d,]+ rows?$/ }).waitFor();
  await dialog.getByRole('checkbox', { name: /^One row for all that are alike/ }).uncheck();
  await dialog.getByRole('button', { name: `Take ${entries.toLocaleString('en')} rows` }).click();
  if (target !== undefined) {
    await page
      .getByRole('radio', { name: new RegExp(`^${target.replaceAll('.', '\\.')}`) })
      .check({ force: true });
    await page.getByText(/^Verified:/).waitFor();
  }
  return page;
}
