/** How does planning grow with the entries, the releases and the instances, and how much memory does it take? */
import { spawnSync } from 'node:child_process';
import { build } from 'vite';
import { planUpgrade } from '../src/engine';
import { printHead, printRow, timeCalls, verdictOn } from './statistics';
import { makeProblem, type Problem } from './synthetic';

const RUNS = 10;
const LARGEST: Problem = { releases: 500, entries: 500, hopWidth: 1 };
const GOAL_MS = 250;
const GOAL_MB = 100;
const BUILT = '.cache/bench';

function timePlan(
  story: string,
  problem: Problem,
  instances?: number,
  verdict?: (median: number) => string,
): number {
  const { catalog, inventory, goal } = makeProblem(problem, instances);
  const { status, optimality } = planUpgrade(catalog, inventory, goal);
  const isProven = status === 'ready' && optimality === 'proven';
  if (!isProven) process.exitCode = 1;
  const spread = timeCalls(() => planUpgrade(catalog, inventory, goal), RUNS);
  const said = isProven ? `${status}, ${optimality}` : `${status}, ${optimality}: NOT PROVEN`;
  printRow(story, spread, `${said} ${verdict?.(spread.median) ?? ''}`.trim());
  return spread.median;
}

printHead();
for (const hopWidth of [1, 5]) {
  const hops = hopWidth === 1 ? 'hops from one series to the next' : `hops over up to ${hopWidth} series`;
  for (const entries of [50, 100, 200, 400, 500, 800]) {
    const isLargest = hopWidth === LARGEST.hopWidth && entries === LARGEST.entries;
    const verdict = (median: number) => `(goal ${GOAL_MS}: ${verdictOn(median <= GOAL_MS)})`;
    timePlan(
      `500 releases, ${entries} different entries, ${hops}`,
      { ...LARGEST, entries, hopWidth },
      undefined,
      isLargest ? verdict : undefined,
    );
  }
}
for (const releases of [50, 100, 200, 400, 800]) {
  timePlan(`${releases} releases, 50 different entries`, { releases, entries: 50, hopWidth: 1 });
}
const few = timePlan('200 groups of 1 instance', { releases: 200, entries: 200, hopWidth: 1 });
const many = timePlan(
  '200 groups, 1,000,000 instances',
  { releases: 200, entries: 200, hopWidth: 1 },
  1_000_000,
);
console.log(`1,000,000 instances take ${(many / few).toFixed(2)} times as long as 200`);

// Built first, so that the memory is that of the engine and not of what translates it.
await build({
  configFile: false,
  logLevel: 'silent',
  build: { ssr: 'bench/peak-memory.ts', outDir: BUILT, emptyOutDir: true },
  ssr: { noExternal: true },
});
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [`${BUILT}/peak-memory.js`, JSON.stringify(LARGEST)],
  { encoding: 'utf8' },
);
if (status !== 0) throw new Error(`the memory could not be measured: ${stderr}`);
const { before, peak, first } = JSON.parse(stdout) as { before: number; peak: number; first: number };
const isKept = peak <= GOAL_MB;
console.log(
  `A process of its own that plans 500 releases × 500 entries once: ${first.toFixed(0)} ms, and at its peak`,
);
console.log(
  `${peak.toFixed(0)} MB (goal ${GOAL_MB}: ${verdictOn(isKept)}), ${(peak - before).toFixed(0)} MB of them for planning`,
);
