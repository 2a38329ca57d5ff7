/**
 * What does Lighthouse say of the built page with a sample open, on a phone of middling speed?
 *
 * Lighthouse would add half as much again to what is installed, and newer ones want a newer Node: so it is installed
 * apart from the rest, where it is missing, and for this alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { LAUNCH_OPTIONS } from '../scripts/launch-options.mjs';
import { printRow, spreadOf, verdictOn } from './statistics';

const VERSION = '12.8.2';
const FOLDER = `node_modules/.cache/lighthouse-${VERSION}`;
const RUNS = 3;
const DEBUGGING_PORT = 4389;
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly numericValue?: number;
}

interface Category {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

/** As much of a report as is read here. */
interface Report {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

type Lighthouse = (
  address: string,
  flags: { readonly port: number; readonly logLevel: 'error' },
) => Promise<{ readonly lhr: Report } | undefined>;

async function loadLighthouse(): Promise<Lighthouse> {
  const entry = resolve(FOLDER, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry)) {
    console.log(`Installing Lighthouse ${VERSION} in ${FOLDER} …`);
    mkdirSync(FOLDER, { recursive: true });
    const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    const command = ['install', '--prefix', FOLDER, ...options, `lighthouse@${VERSION}`];
    if (spawnSync('npm', command, { stdio: 'inherit' }).status !== 0)
      throw new Error('Lighthouse could not be installed: see what npm says above.');
  }
  const { default: lighthouse } = await import(pathToFileURL(entry).href);
  return lighthouse;
}

const lighthouse = await loadLighthouse();
const server = await preview({ preview: { host: '127.0.0.1', port: 4390 }, logLevel: 'silent' });
const [address = ''] = server.resolvedUrls?.local ?? [];

async function audit(sample: string): Promise<Report> {
  // A browser of its own for each run: nothing is kept from the one before.
  const browser = await chromium.launch({
    ...LAUNCH_OPTIONS,
    args: [...LAUNCH_OPTIONS.args, `--remote-debugging-port=${DEBUGGING_PORT}`],
  });
  const result = await lighthouse(`${address}#sample=${sample}`, {
    port: DEBUGGING_PORT,
    logLevel: 'error',
  }).finally(() => browser.close());
  if (result === undefined) throw new Error('Lighthouse gave no report.');
  return result.lhr;
}

const numberOf = (report: Report, id: string) => report.audits[id]?.numericValue ?? Number.NaN;

console.log(`Lighthouse ${VERSION}, mobile, with its simulated network and processor`);
for (const sample of ['worked-example', 'waypoint']) {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run++) reports.push(await audit(sample));
  console.log(`sample ${sample}: min, median, max`);
  const short = new Set<string>();
  for (const [id, goal] of Object.entries(GOALS)) {
    const scores = spreadOf(reports.map(({ categories }) => (categories[id]?.score ?? Number.NaN) * 100));
    const isKept = scores.median >= goal;
    printRow(`  ${id}`, scores, `goal ${goal}: ${verdictOn(isKept)}`);
    if (isKept) continue;
    for (const { categories, audits } of reports)
      for (const { id: part, weight } of categories[id]?.auditRefs ?? []) {
        const { title, score, displayValue = '' } = audits[part] ?? { title: part, score: null };
        if (weight > 0 && score !== null && score < 0.9) short.add(`${title} ${displayValue}`.trim());
      }
  }
  const shift = spreadOf(reports.map((report) => numberOf(report, 'cumulative-layout-shift')));
  printRow('  layout shift', shift, `goal 0: ${verdictOn(shift.max === 0)}`);
  printRow(
    '  largest paint, milliseconds',
    spreadOf(reports.map((report) => numberOf(report, 'largest-contentful-paint'))),
  );
  printRow(
    '  blocked, milliseconds',
    spreadOf(reports.map((report) => numberOf(report, 'total-blocking-time'))),
  );
  for (const line of short) console.log(`    short of it: ${line}`);
}
await server.close();
