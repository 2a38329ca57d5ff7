/**
 * What stands for the placeholders of a procedure?
 *
 * A value that the catalog knows for the very release first, then what the operator said, then the catalog's default. What
 * differs from step to step is not taken from what was said once.
 */
import type { Catalog, Step } from '../engine/model';

/** Values that the operator gave, by parameter. */
export type Parameters = Readonly<Record<string, string>>;

export function placeholderValues(
  catalog: Catalog,
  step: Pick<Step, 'entry' | 'from' | 'to'>,
  said: Parameters,
): Map<string, string> {
  const values = new Map<string, string>();
  for (const [id, parameter] of Object.entries(catalog.parameters)) {
    const own = parameter.perStep === true || !Object.hasOwn(said, id) ? '' : (said[id] ?? '').trim();
    const value = parameter.byRelease?.[step.to] ?? (own === '' ? parameter.default : own);
    if (value !== undefined) values.set(id, value);
  }
  return values.set('from', step.from).set('to', step.to).set('entry', step.entry);
}
