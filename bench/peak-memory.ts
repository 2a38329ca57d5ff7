/** How much memory does one plan take? In a process of its own, so that nothing else counts; called by scale.ts. */
import { planUpgrade } from '../src/engine';
import { makeProblem, type Problem } from './synthetic';

/** In MB, as the operating system counts it. */
const peakMemory = () => process.resourceUsage().maxRSS / 1024;

const { catalog, inventory, goal } = makeProblem(JSON.parse(process.argv[2] ?? '') as Problem);
const before = peakMemory();
planUpgrade(catalog, inventory, goal);
console.log(JSON.stringify({ before, peak: peakMemory() }));
