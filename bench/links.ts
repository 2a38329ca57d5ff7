/** How long does a link take: to write, to read, to refuse where it is a bomb, and from its opening to the drawn plan? */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { parseGoal, planUpgrade } from '../src/engine';
import { digestText } from '../src/formats/digest-text';
import { writeContent } from '../src/formats/plan-link/link-content';
import { MAX_VALUES } from '../src/formats/plan-link/link-wire';
import { readLink, writeLink } from '../src/formats/plan-link/plan-link';
import { contentWithMuch, KINDS_OF_MUCH } from '../src/testing/link-bombs';
import { sealLink } from '../src/testing/seal-link';
import { printHead, printRow, type Spread, spreadOf, verdictOn } from './statistics';
import { fleetOf, loadWaypoint, WAYPOINT } from './waypoint-fleet';

const RUNS = 60;
const OPENINGS = 7;

async function timeAwaited(call: () => Promise<unknown>, runs = RUNS): Promise<Spread> {
  const samples: number[] = [];
  for (let i = -Math.ceil(runs / 5); i < runs; i++) {
    const start = performance.now();
    await call();
    if (i >= 0) samples.push(performance.now() - start);
  }
  return spreadOf(samples);
}

function printAgainst(name: string, spread: Spread, goalMs: number): void {
  const isKept = spread.median <= goalMs;
  if (!isKept) process.exitCode = 1;
  printRow(name, spread, `(at most ${goalMs}: ${verdictOn(isKept)})`);
}

const catalog = loadWaypoint();
const inventory = fleetOf(catalog, 50);
const parsed = parseGoal({ target: '0.11.4', consumers: 'align' }, catalog, inventory);
if (!parsed.ok) throw new Error('the goal is wrong');
const shared = {
  catalog: { id: catalog.id, updated: catalog.updated, digest: digestText(readFileSync(WAYPOINT, 'utf8')) },
  inventory,
  goal: parsed.value,
  plan: planUpgrade(catalog, inventory, parsed.value),
  parameters: {},
  view: { lanes: 'folded' as const },
};
const link = await writeLink(writeContent(shared));

printHead();
printAgainst(
  `write a link of 50 different entries (${link.length} characters)`,
  await timeAwaited(() => writeLink(writeContent(shared))),
  5,
);
printAgainst('read it', await timeAwaited(() => readLink(link)), 5);
/** As many bytes of content as a link may have. */
const most = 400_000;
const bombs = [
  ['nests', '['.repeat(most)],
  ['is made of empty lists', `[${'[],'.repeat(most / 3 - 1)}[]]`],
  ['is made of empty objects', `[${'{},'.repeat(most / 3 - 1)}{}]`],
  ['is 800 times what may be', ' '.repeat(most * 800)],
  ...KINDS_OF_MUCH.flatMap((kind) =>
    // As much as may be, and as much as fits into the bytes.
    ([MAX_VALUES - 50, 4 * MAX_VALUES] as const).map(
      (values) => [`has ${values} values of ${kind}`, JSON.stringify(contentWithMuch(kind, values))] as const,
    ),
  ),
] as const;
for (const [story, text] of bombs) {
  const bomb = sealLink(deflateRawSync(text));
  const spread = await timeAwaited(() => readLink(bomb), 20);
  printAgainst(`read or refuse a link of ${bomb.length} characters whose content ${story}`, spread, 20);
}

const server = await preview({ preview: { host: '127.0.0.1', port: 4395 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(LAUNCH_OPTIONS);

/** Milliseconds from the opening of a link, in a page that has loaded, until its plan is drawn. */
async function openInPage(): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const time = await page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const seen = new MutationObserver(() => {
          if (!document.body.textContent?.includes('Verified:')) return;
          seen.disconnect();
          // One frame later it has been drawn.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        seen.observe(document, { childList: true, subtree: true, characterData: true });
        location.hash = hash;
      }),
    `plan=${link}`,
  );
  await context.close();
  return time;
}

const openings: number[] = [];
for (let i = -1; i < OPENINGS; i++) {
  const time = await openInPage();
  if (i >= 0) openings.push(time);
}
printAgainst('open it in a page that has loaded, until the plan is drawn', spreadOf(openings), 300);
await browser.close();
await server.close();
