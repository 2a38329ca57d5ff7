/** The laws of batches: each step stands once, and what is told once for several is what each of them says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planUpgrade, verifyPlan } from '../../engine';
import { type PlanReport, reportPlan } from '../../formats/plan-report';
import { loadShipped } from '../../testing/build';
import { fewerRuns } from '../../testing/runs';
import { batchSteps } from './step-batches';

const { catalog, inventory } = loadShipped('worked-example');
const goal = { target: '6.0.0', consumers: 'align' } as const;
const consumers = fc.record({
  component: fc.constantFrom('client', 'entrypoint'),
  version: fc.constantFrom('3.3.0', '4.0.1', '4.1.0', '5.1.0'),
});

const reports: fc.Arbitrary<PlanReport> = fc
  .tuple(fc.array(consumers, { maxLength: 12 }), fc.constantFrom({}, { hosting: 'unit' }))
  .map(([fleet, facts]) => {
    const [server] = inventory.entries;
    const entries = [
      ...(server === undefined ? [] : [server]),
      ...fleet.map((entry, i) => ({ ...entry, name: `entry-${i}`, count: 1 })),
    ];
    const problem = { ...inventory, facts, entries };
    const plan = planUpgrade(catalog, problem, goal);
    return reportPlan(catalog, problem, goal, plan, verifyPlan(catalog, problem, goal, plan));
  });

it('each step stands once, in its stage, numbered through', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const stages = report.stages.map(({ steps }) => batchSteps(steps));
      const numbers = stages.flat().flatMap(({ steps }) => steps.map((s) => s.number));
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      for (const [i, batches] of stages.entries()) {
        const placed = batches.flatMap(({ steps }) => steps.map(({ step }) => step.entry));
        expect(placed).toEqual(report.stages[i]?.steps.map(({ step }) => step.entry));
        const alike = batches.map(({ steps: [first] }) =>
          JSON.stringify([first?.component, first?.step.from, first?.remarks, first?.builder]),
        );
        expect(new Set(alike).size, 'those that are alike are told once').toBe(alike.length);
      }
    }),
    { numRuns: fewerRuns(20) },
  );
});

it('what is told once for several is to the letter what each of them says', () => {
  let shared = 0;
  fc.assert(
    fc.property(reports, (report) => {
      const batches = report.stages.flatMap((stage) => batchSteps(stage.steps));
      for (const { steps, notes, remarks, builder, reason, procedures } of batches) {
        if (steps.length > 1) shared += 1;
        for (const member of steps) {
          expect(member.notes).toEqual(notes);
          expect(member.remarks).toEqual(remarks);
          expect(member.builder).toBe(builder);
          if (reason !== undefined) expect(member.reason).toBe(reason);
          if (procedures !== undefined) expect(member.procedures).toEqual(procedures);
        }
        expect(new Set(steps.map(({ step }) => `${step.component} ${step.from} ${step.to}`)).size).toBe(1);
      }
    }),
    { numRuns: fewerRuns(20) },
  );
  expect(shared).toBeGreaterThan(0);
});
