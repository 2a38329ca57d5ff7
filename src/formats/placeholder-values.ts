/** What stands for the placeholders of a procedure, where nobody says otherwise? */
import type { Catalog, Step } from '../engine/model';

/** Values for the placeholders of a procedure: the step's own, and the defaults of the catalog's parameters. */
export function placeholderValues(
  catalog: Catalog,
  step: Pick<Step, 'entry' | 'from' | 'to'>,
): Map<string, string> {
  const values = new Map<string, string>();
  for (const [id, parameter] of Object.entries(catalog.parameters)) {
    const value = parameter.byRelease?.[step.to] ?? parameter.default;
    if (value !== undefined) values.set(id, value);
  }
  return values.set('from', step.from).set('to', step.to).set('entry', step.entry);
}
