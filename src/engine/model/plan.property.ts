/** The shape of plans is the one that is published: whatever the planner returns, nothing in it is unknown to the schema. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { planUpgrade } from '../plan-upgrade';
import { type Plan, PlanSchema } from './plan';

/** One wrong thing at every place: a text where none is expected, a number for a text, a field less. */
function* spoil(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) for (const spoilt of spoil(item)) yield value.with(i, spoilt);
    yield { wrong: value };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      for (const spoilt of spoil(field)) yield { ...value, [key]: spoilt };
    }
  } else {
    yield typeof value === 'string' ? 17 : 'wrong';
  }
}

function forPlans(check: (plan: Plan) => void, leastRuns: number): void {
  fc.assert(
    fc.property(instances, (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      check(planUpgrade(catalog, inventory, goal));
    }),
    { numRuns: Math.max(RUNS, leastRuns) },
  );
}

describe('the schema of plans', () => {
  it('takes every plan, and knows every field of it', () => {
    forPlans((plan) => {
      const parsed = v.safeParse(PlanSchema, plan);
      expect(parsed.issues).toBeUndefined();
      expect(parsed.output).toEqual(plan);
    }, 100);
  });

  it('takes no plan in which anything is of another kind', () => {
    forPlans((plan) => {
      for (const spoilt of spoil(plan)) expect(v.safeParse(PlanSchema, spoilt).success).toBe(false);
    }, 40);
  });
});
