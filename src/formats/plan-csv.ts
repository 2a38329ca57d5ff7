/** A plan report as a table, a row for each step, for a spreadsheet or a change request. */
import { writeCsv } from './csv';
import type { PlanReport } from './plan-report';

const HEADINGS = ['stage', 'step', 'entry', 'component', 'instances', 'from', 'to', 'required', 'why'];

/** Of a plan that the verifier rejected no step is written: a table has no place to say so. */
export function renderCsv({ stages, violations }: PlanReport): string {
  const rows = (violations.length > 0 ? [] : stages).flatMap(({ number, steps }) =>
    steps.map(({ number: stepNumber, step, component, instances, reason }) => [
      number,
      stepNumber,
      step.entry,
      component,
      instances,
      step.from,
      step.to,
      step.required ? 'yes' : 'no',
      reason,
    ]),
  );
  return writeCsv([HEADINGS, ...rows]);
}
