/** How much memory does one plan take, and how long, when nothing is warm? In a process of its own, so that nothing else counts; called by scale.ts. */
import { planUpgrade } from '../src/engine';
import { peakMemory } from './own-memory';
import { makeProblem, type Problem } from './synthetic';

const { catalog, inventory, goal } = makeProblem(JSON.parse(process.argv[2] ?? '') as Problem);
const before = peakMemory();
const start = performance.now();
planUpgrade(catalog, inventory, goal);
const first = performance.now() - start;
console.log(JSON.stringify({ before, peak: peakMemory(), first }));
