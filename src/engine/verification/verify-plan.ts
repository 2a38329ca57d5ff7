/**
 * Is this plan safe?
 *
 * Replays the steps one by one under the eight rules of engine.md. Small, slow and obvious; it imports the model and nothing
 * else of ours. It takes plans from anywhere, so nothing about their shape is trusted.
 */
import {
  type Catalog,
  type Goal,
  type Inventory,
  type Plan,
  readVersion,
  type Step,
  type Version,
} from '../model';
import { Replay, type Tolerated, type Violation } from './replay';

export type { Tolerated, Violation } from './replay';

export type Verification =
  /**
   * `states` visited with the one now; `pairs` of a consumer and the server in them, each of which works but for those that
   * are `tolerated`: broken before, and not mended yet. Absent where there are none.
   */
  | {
      readonly ok: true;
      readonly states: number;
      readonly pairs: number;
      readonly tolerated?: readonly Tolerated[];
    }
  | { readonly ok: false; readonly violations: readonly Violation[] };

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false;
  const step = value as Record<string, unknown>;
  const texts = [step.entry, step.component, step.from, step.to];
  return texts.every((text) => typeof text === 'string') && typeof step.stage === 'number';
}

function refuse(message: string): Verification {
  return { ok: false, violations: [{ rule: 'plan', step: null, message }] };
}

/** The goal with its versions as the engine keeps them, or `undefined` where one of them is none. */
function readGoal(goal: Goal): Goal | undefined {
  const target = readVersion(goal.target);
  const entries: [string, Version][] = [];
  for (const [name, text] of Object.entries(goal.entries ?? {})) {
    const version = readVersion(text);
    if (version === undefined) return undefined;
    entries.push([name, version]);
  }
  return target === undefined ? undefined : { ...goal, target, entries: Object.fromEntries(entries) };
}

/** Catalog and inventory as parsed; the plan may come from anywhere. Never throws for what a plan says. */
export function verifyPlan(catalog: Catalog, inventory: Inventory, goal: Goal, plan: Plan): Verification {
  const steps: unknown = (plan as Partial<Plan> | null)?.steps;
  if (!Array.isArray(steps) || !steps.every(isStep)) return refuse('The plan has no list of steps.');
  if (plan.status === 'blocked') return refuse('The plan is blocked: it leads nowhere.');
  if (plan.status !== 'ready' && plan.status !== 'done') return refuse('The plan has no status.');
  const wanted = readGoal(goal);
  if (wanted === undefined) return refuse('The goal names something that is not a version.');

  const replay = new Replay(catalog, inventory, wanted);
  replay.run(steps);
  if (plan.status === 'done' && steps.length > 0) {
    replay.report('plan', null, 'The plan says that there is nothing to do, and has steps.');
  }
  if (plan.status === 'ready' && steps.length === 0) {
    replay.report('plan', null, 'The plan says that there is something to do, and has no steps.');
  }
  if (replay.violations.length === 0 && plan.kind !== replay.kind()) {
    replay.report('plan', null, `The plan says ${plan.kind}; it is ${replay.kind()}.`);
  }
  checkOptionalSteps(replay, catalog, inventory, wanted, steps);
  if (replay.violations.length > 0) return { ok: false, violations: replay.violations };
  const { states, pairs, tolerated } = replay;
  return { ok: true, states, pairs, ...(tolerated.length > 0 && { tolerated }) };
}

/** Without the steps that it says are not required, the plan must still be safe and lead to the goal, `align` apart. */
function checkOptionalSteps(
  replay: Replay,
  catalog: Catalog,
  inventory: Inventory,
  goal: Goal,
  steps: readonly Step[],
): void {
  const needed = steps.filter((step) => step.required !== false);
  if (replay.violations.length > 0 || needed.length === steps.length) return;
  const without = new Replay(catalog, inventory, { ...goal, consumers: 'keep' });
  without.run(needed);
  const [first] = without.violations;
  if (first !== undefined) {
    replay.report('plan', null, `Steps that are said not to be required are: without them, ${first.message}`);
  }
}
