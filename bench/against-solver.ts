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
/** Enough that what is measured is the planner and not its first compilation, as with the solver, which is loaded once. */
const CALLS = 15;

function sample(arbitrary: typeof instances, numRuns: number): ParsedInstance[] {
  return fc.sample(arbitrary, { numRuns, seed: SEED }).map(parseInstance);
}

function products(releases: number, entries: number, count: number): ParsedInstance[] {
  return Array.from({ length: count }, (_, i) => {
    const problem = makeProblem({ releases, entries, hopWidth: 2, seed: i + 1 });
    return { ...problem, goal: requireGoal(problem.goal, problem.catalog, problem.inventory) };
  });
}

interface Family {
  readonly story: string;
  readonly members: readonly ParsedInstance[];
  /** Whether there is something to search; where there is not, a solver's time is that of starting it. */
  readonly isSearched: boolean;
}

const families: readonly Family[] = [
  { story: 'random: 3–6 releases, 1–4 entries', members: sample(instances, 400), isSearched: false },
  {
    story: 'random: 8–12 releases, 6–10 entries',
    members: sample(instancesOf({ releases: [8, 12], entries: [6, 10] }), 200),
    isSearched: false,
  },
  { story: 'products of 20 releases, 10 entries', members: products(20, 10, 7), isSearched: true },
  { story: 'products of 22 releases, 11 entries', members: products(22, 11, 5), isSearched: true },
  // With a few more the solver takes many minutes for each.
  { story: 'products of 24 releases, 12 entries', members: products(24, 12, 3), isSearched: true },
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
const ratiosOfProducts: number[] = [];
for (const { story, members, isSearched } of families) {
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
  if (isSearched) ratiosOfProducts.push(...solver.map((time, i) => time / (search[i] ?? Number.NaN)));
}
printRow('times faster than the solver on all products, the search alone', spreadOf(ratiosOfProducts));
console.log(`${differing} instances on which the planner and the solver differ`);
// Clingo's worker would keep the process alive.
process.exit(differing > 0 ? 1 : 0);
