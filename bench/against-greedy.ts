/** How often does a greedy planner fail where a safe best plan exists? */
import fc from 'fast-check';
import { type Plan, planUpgrade, verifyPlan } from '../src/engine';
import { instances } from '../src/testing/instances';
import { type ParsedInstance, parseInstance } from '../src/testing/parse-instance';
import { planGreedily } from './greedy';
import { compareCosts, costOfSteps } from './plan-cost';

const COUNT = 10_000;
const SEED = 20_261_123;
/** Rules of engine.md that a plan breaks by passing through a state in which a part has lost its server. */
const LOSES_THE_SERVER: ReadonlySet<unknown> = new Set([3, 4]);

type Outcome = 'unsafe' | 'stuck' | 'dearer' | 'as good' | 'cheaper';

/** How a greedy plan does beside the best one. */
function judgeGreedy(parsed: ParsedInstance, best: Plan, looksAhead: boolean): Outcome {
  const { catalog, inventory, goal } = parsed;
  // It does not say of which kind its plan is: either will do.
  const candidates = (['standard', 'backwards-incompatible'] as const).map((kind) => {
    const plan = planGreedily(catalog, inventory, goal, kind, looksAhead);
    return { plan, verification: verifyPlan(catalog, inventory, goal, plan) };
  });
  const accepted = candidates.find(({ verification }) => verification.ok);
  if (accepted !== undefined) {
    const difference = compareCosts(
      costOfSteps(parsed, accepted.plan.steps),
      costOfSteps(parsed, best.steps),
    );
    return difference > 0 ? 'dearer' : difference < 0 ? 'cheaper' : 'as good';
  }
  const isUnsafe = candidates.some(
    ({ verification }) =>
      !verification.ok && verification.violations.some(({ rule }) => LOSES_THE_SERVER.has(rule)),
  );
  return isUnsafe ? 'unsafe' : 'stuck';
}

const counts = [new Map<Outcome, number>(), new Map<Outcome, number>()];
let plans = 0;
let rejected = 0;
for (const instance of fc.sample(instances, { numRuns: COUNT, seed: SEED })) {
  const parsed = parseInstance(instance);
  const { catalog, inventory, goal } = parsed;
  const best = planUpgrade(catalog, inventory, goal);
  if (best.status === 'blocked') continue;
  plans += 1;
  if (!verifyPlan(catalog, inventory, goal, best).ok) rejected += 1;
  for (const [i, count] of counts.entries()) {
    const outcome = judgeGreedy(parsed, best, i === 1);
    count.set(outcome, (count.get(outcome) ?? 0) + 1);
  }
}

console.log(`${COUNT} random catalogs with a fleet; there is a safe plan for ${plans}. The greedy planner`);
console.log(`${''.padEnd(56)}${'plain'.padStart(16)}${'a hop ahead'.padStart(16)}`);
const rows: [string, Outcome][] = [
  ['goes through a state in which a part loses its server', 'unsafe'],
  ['gets stuck', 'stuck'],
  ['costs more than it has to', 'dearer'],
  ['is as good', 'as good'],
  ['costs less than ours (must be none)', 'cheaper'],
];
for (const [story, outcome] of rows) {
  const cells = counts.map((count) => {
    const times = count.get(outcome) ?? 0;
    return `${times} (${((100 * times) / plans).toFixed(1)} %)`.padStart(16);
  });
  console.log(`${story.padEnd(56)}${cells.join('')}`);
}
console.log(`plans of ours that the verifier rejects (must be none): ${rejected}`);
if (rejected > 0 || counts.some((count) => count.has('cheaper'))) process.exitCode = 1;
