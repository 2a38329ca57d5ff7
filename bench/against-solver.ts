/** How much faster is the planner than a general solver, and do both find plans of the same cost? */
import fc from 'fast-check';
import { planUpgrade } from '../src/engine';
import { instances, instancesOf } from '../src/testing/instances';
import { parseInstance } from '../src/testing/parse-instance';
import { askSolver } from './general-solver';
import { compareCosts, costOfSteps } from './plan-cost';
import { printHead, printRow, spreadOf, timeCalls } from './statistics';

const SEED = 20_261_123;
const CALLS = 5;
const SIZES = [
  { story: '3–6 releases, 1–4 entries', arbitrary: instances, count: 400 },
  {
    story: '8–12 releases, 6–10 entries',
    arbitrary: instancesOf({ releases: [8, 12], entries: [6, 10] }),
    count: 200,
  },
];

/** The first call loads the solver. */
const [first] = fc.sample(instances, { numRuns: 1, seed: SEED });
if (first !== undefined) await askSolver(parseInstance(first));

printHead();
let differing = 0;
for (const { story, arbitrary, count } of SIZES) {
  const ours: number[] = [];
  const theirs: number[] = [];
  const ratios: number[] = [];
  let blocked = 0;
  for (const instance of fc.sample(arbitrary, { numRuns: count, seed: SEED })) {
    const parsed = parseInstance(instance);
    const { catalog, inventory, goal } = parsed;
    const plan = planUpgrade(catalog, inventory, goal);
    const answer = await askSolver(parsed);
    const isSame =
      answer.isBlocked === (plan.status === 'blocked') &&
      (answer.isBlocked || compareCosts(answer.cost, costOfSteps(parsed, plan.steps)) === 0);
    if (!isSame) {
      differing += 1;
      console.error(`differs (${plan.status}, ${answer.cost}): ${JSON.stringify(instance)}`);
    }
    const { median } = timeCalls(() => planUpgrade(catalog, inventory, goal), CALLS);
    blocked += Number(answer.isBlocked);
    ours.push(median);
    theirs.push(answer.milliseconds);
    ratios.push(answer.milliseconds / median);
  }
  printRow(`the planner, ${count} random instances of ${story} (${blocked} blocked)`, spreadOf(ours));
  printRow(`a general solver (clingo), the same instances`, spreadOf(theirs));
  printRow(`how many times faster the planner is`, spreadOf(ratios));
}
console.log(`${differing} instances on which the planner and the solver differ`);
if (differing > 0) process.exitCode = 1;
// Clingo's worker would keep the process alive.
process.exit();
