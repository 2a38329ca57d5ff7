/** Is there a field that the format does not name? It is ignored, and often a slip of the pen. */
import * as v from 'valibot';
import { CatalogSchema } from '../../../engine';
import type { Path, Report, Rule } from '../rule';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(written: unknown, read: unknown, path: Path, report: Report): void {
  if (Array.isArray(written)) {
    for (const [i, item] of written.entries()) compare(item, (read as unknown[])[i], [...path, i], report);
  } else if (isRecord(written) && isRecord(read)) {
    for (const [field, value] of Object.entries(written)) {
      if (Object.hasOwn(read, field)) compare(value, read[field], [...path, field], report);
      else if (field !== '$schema')
        report('warning', [...path, field], `The format has no field "${field}" here; it is ignored.`);
    }
  }
}

export const unknownFields: Rule = {
  id: 'unknown-fields',
  check({ json }, report) {
    compare(json, v.parse(CatalogSchema, json), [], report);
  },
};
