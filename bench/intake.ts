/**
 * How long does it take to read a million rows, beside papaparse alone in the same run, and how much memory?
 *
 * Both get the same pieces of the same file, one after the other, so that what else the machine does meets both.
 */
import { spawnSync } from 'node:child_process';
import Papa from 'papaparse';
import { build } from 'vite';
import { openFile } from '../src/intake/open-file';
import { readFiles } from '../src/intake/read-files';
import { decodePieces } from '../src/intake/source';
import { openSource } from './file-source';
import { inQuotes, type LargeTable, withoutQuotes, writeTable } from './large-table';
import { printHead, printRow, spreadOf, verdictOn } from './statistics';
import { loadWaypoint } from './waypoint-fleet';

const catalog = loadWaypoint();

const ROWS = 1_000_000;
const RUNS = 7;
const GOAL_RATIO = 1.5;
const GOAL_MB = 300;
const BUILT = '.cache/bench-intake';

async function parseAlone({ path, rows }: LargeTable): Promise<number> {
  const source = await openSource(path);
  const start = performance.now();
  let rest = '';
  let found = 0;
  for await (const { text, isLast } of decodePieces(source)) {
    const whole = rest + text;
    const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
    const { data, meta } = parser.parse(whole, 0, !isLast) as Papa.ParseResult<string[]>;
    found += data.length;
    rest = whole.slice(meta.cursor);
  }
  const time = performance.now() - start;
  await source.close();
  if (found !== rows + 1) throw new Error(`papaparse found ${found} rows, not ${rows + 1}`);
  return time;
}

async function readGrouped({ path, rows, instances }: LargeTable): Promise<number> {
  const source = await openSource(path);
  const start = performance.now();
  const result = await readFiles([{ name: '', material: await openFile(source) }], catalog);
  const time = performance.now() - start;
  await source.close();
  const counted = result.entries.reduce((sum, { count }) => sum + count, 0);
  if (result.rows !== rows || counted !== instances || result.problems.length > 0) {
    throw new Error(`${result.rows} rows with ${counted} instances, not ${rows} with ${instances}`);
  }
  return time;
}

async function measureTime(table: LargeTable): Promise<void> {
  const [alone, grouped, ratios]: [number[], number[], number[]] = [[], [], []];
  // The first of each is not counted.
  for (let i = -1; i < RUNS; i++) {
    const [a, b] = [await parseAlone(table), await readGrouped(table)];
    if (i < 0) continue;
    alone.push(a);
    grouped.push(b);
    ratios.push(b / a);
  }
  const size = `${(table.bytes / 1e6).toFixed(0)} MB`;
  printRow(`1,000,000 rows ${table.story}, ${size}: papaparse alone`, spreadOf(alone));
  printRow(`1,000,000 rows ${table.story}, ${size}: read and grouped`, spreadOf(grouped));
  const { min, median, max } = spreadOf(ratios);
  console.log(
    `${median.toFixed(2)} times as long (${min.toFixed(2)} to ${max.toFixed(2)}; goal ${GOAL_RATIO}: ${verdictOn(median <= GOAL_RATIO)})`,
  );
}

function measureMemory(paths: readonly string[], what: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${BUILT}/intake-memory.js`, ...paths], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the memory could not be measured: ${stderr}`);
  const { before, peak } = JSON.parse(stdout) as { before: number; peak: number };
  const more = peak - before;
  console.log(
    `A process of its own that reads ${what} has ${peak.toFixed(0)} MB at its peak, ${more.toFixed(0)} MB of them for that (goal ${GOAL_MB}: ${verdictOn(more <= GOAL_MB)})`,
  );
}

const tables = [
  writeTable('without quotes', 'plain.csv', ROWS, withoutQuotes),
  writeTable('in quotes', 'quoted.csv', ROWS, inQuotes),
];
await build({
  configFile: false,
  logLevel: 'silent',
  build: { ssr: 'bench/intake-memory.ts', outDir: BUILT, emptyOutDir: true },
  ssr: { noExternal: true },
});
printHead();
for (const table of tables) await measureTime(table);
for (const { path, story } of tables) measureMemory([path], `the rows ${story}`);
// As large as a file may be that is held as a whole while it is read; each names other parts.
const smaller = Array.from({ length: 40 }, (_, i) =>
  writeTable('without quotes', `smaller-${i}.csv`, 72_000, (cells) =>
    withoutQuotes(cells.map((cell) => cell.replace(/^app-/, `app-${i}-`))),
  ),
);
for (const count of [1, 10, 40]) {
  const some = smaller.slice(0, count);
  const size = `${(some.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)} MB`;
  measureMemory(
    some.map(({ path }) => path),
    `${count} ${count === 1 ? 'table' : 'tables'} of together ${size}`,
  );
}
