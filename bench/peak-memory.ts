/** How much memory does one plan take, and how long, when nothing is warm? In a process of its own, so that nothing else counts; called by scale.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { planUpgrade } from '../src/engine';
import { makeProblem, type Problem } from './synthetic';

const STATUS = '/proc/self/status';

/** In MB. Where Linux keeps it apart for this program: the usual count begins with that of the program that started it. */
function peakMemory(): number {
  const own = existsSync(STATUS) && /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(STATUS, 'utf8'))?.[1];
  return (own ? Number(own) : process.resourceUsage().maxRSS) / 1024;
}

const { catalog, inventory, goal } = makeProblem(JSON.parse(process.argv[2] ?? '') as Problem);
const before = peakMemory();
const start = performance.now();
planUpgrade(catalog, inventory, goal);
const first = performance.now() - start;
console.log(JSON.stringify({ before, peak: peakMemory(), first }));
