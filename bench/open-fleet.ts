/** Opens fleets of Kubernetes on the page, each entry another one of few ways, as fleets are; the same ones every time. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** The machine may be busy with other things, too. */
const PATIENCE_MS = 120_000;
const MINORS = ['1.22.17', '1.21.14', '1.20.15'];

interface CatalogFile {
  readonly components: Readonly<Record<string, { readonly role: string }>>;
}

const catalog: CatalogFile = JSON.parse(readFileSync('public/catalogs/kubernetes.json', 'utf8'));
const consumers = Object.keys(catalog.components).filter((id) => catalog.components[id]?.role !== 'server');

function writeFleet(count: number): string {
  const others = Array.from({ length: count - 1 }, (_, i) => ({
    name: `${consumers[i % consumers.length]}-${i}`,
    component: consumers[i % consumers.length],
    version: MINORS[(i * 7) % (consumers[i % consumers.length] === 'kubectl' ? 2 : 3)],
    count: 1 + (i % 9),
  }));
  const server = { name: 'control-plane', component: 'kube-apiserver', version: '1.22.17', count: 3 };
  return JSON.stringify({
    format: 'causeway/inventory@1',
    product: 'kubernetes',
    entries: [server, ...others],
  });
}

/** Presses the line of a release, once it stays where it is. */
export async function chooseTarget(page: Page, target: string): Promise<void> {
  const name = new RegExp(`^${target.replaceAll('.', '\\.')}`);
  await page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name }) })
    .first()
    .click();
}

/** A page with so many entries, and their plan to a release where one is named. */
export async function openFleet(
  browser: Browser,
  address: string,
  count: number,
  target?: string,
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page
    .getByRole('button', { name: /^Upload or paste/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'fleet.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeFleet(count)),
    });
  await page.getByRole('button', { name: /^Take [\d,]+ rows/ }).click();
  if (target !== undefined) {
    await chooseTarget(page, target);
    await page.getByText(/^Verified:/).waitFor();
  }
  return page;
}
