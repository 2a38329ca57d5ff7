/** How much faster is the planner than a general solver, and do both find plans of the same cost? */
import fc from 'fast-check';
import { planUpgrade } from '../src/engine';
import { requireGoal } from '../src/engine/parsing/parse-goal';
import { solve } from '../src/engine/planning/solve';
import { instances, instancesOf } from '../src/testing/instances';
import { type ParsedInstance, parseInstance } from '../src/testing/parse-instance';
import { askSolver } from './general-solver';
import { compareCosts, costOfSteps } from './plan-cost';
import { printHead, printRow, spreadOf, timeCalls } from './statistics';
import { makeProblem } from './synthetic';

const SEED = 20_261_123;
const CALLS = 5;

function sample(arbitrary: typeof instances, numRuns: number): ParsedInstance[] {
  return fc.sample(arbitrary, { numRuns, seed: SEED }).map(parseInstance);
}

function products(releases: number, entries: number, count: number): ParsedInstance[] {
  return Array.from({ length: count }, (_, i) => {
    const problem = makeProblem({ releases, entries, hopWidth: 2, seed: i + 1 });
    return { ...problem, goal: requireGoal(problem.goal, problem.catalog, problem.inventory) };
  });
}

const families: [story: string, members: ParsedInstance[]][] = [
  ['random: 3–6 releases, 1–4 entries', sample(instances, 400)],
  ['random: 8–12 releases, 6–10 entries', sample(instancesOf({ releases: [8, 12], entries: [6, 10] }), 200)],
  ['products of 20 releases, 10 entries', products(20, 10, 9)],
  // With a few more the solver takes many minutes for each.
  ['products of 24 releases, 12 entries', products(24, 12, 3)],
];

/** Whether planner and solver agree: blocked both, or plans of the same cost. */
function isSame(instance: ParsedInstance, answer: Awaited<ReturnType<typeof askSolver>>): boolean {
  const { catalog, inventory, goal } = instance;
  const { status, steps } = planUpgrade(catalog, inventory, goal);
  if (answer.isBlocked || status === 'blocked') return answer.isBlocked === (status === 'blocked');
  return compareCosts(answer.cost, costOfSteps(instance, steps)) === 0;
}

// The first call loads the solver.
for (const instance of sample(instances, 1)) await askSolver(instance);

printHead();
let differing = 0;
for (const [story, members] of families) {
  const whole: number[] = [];
  const search: number[] = [];
  const solver: number[] = [];
  let blocked = 0;
  for (const instance of members) {
    const { catalog, inventory, goal } = instance;
    const answer = await askSolver(instance);
    if (!isSame(instance, answer)) {
      differing += 1;
      console.error(`differs from ${JSON.stringify(answer)}: ${JSON.stringify(instance)}`);
    }
    blocked += Number(answer.isBlocked);
    solver.push(answer.milliseconds);
    whole.push(timeCalls(() => planUpgrade(catalog, inventory, goal), CALLS).median);
    search.push(timeCalls(() => solve(catalog, inventory, goal), CALLS).median);
  }
  const ratios = (ours: readonly number[]) =>
    spreadOf(solver.map((time, i) => time / (ours[i] ?? Number.NaN)));
  console.log(`${members.length} ${story}, ${blocked} of them blocked`);
  printRow('  planner, with reasons, causes and what would help', spreadOf(whole));
  printRow('  planner, the search alone', spreadOf(search));
  printRow('  general solver (clingo)', spreadOf(solver));
  printRow('  times faster than the solver, planner as a whole', ratios(whole));
  printRow('  times faster than the solver, the search alone', ratios(search));
}
console.log(`${differing} instances on which the planner and the solver differ`);
// Clingo's worker would keep the process alive.
process.exit(differing > 0 ? 1 : 0);
