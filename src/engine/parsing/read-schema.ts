/** Reads unknown JSON by a schema and tells, in the operator's words, what does not fit and where. */
import * as v from 'valibot';
import { formatPath, type Parsed, type Problem } from '../model';
import { findForbiddenKeys } from './forbidden-keys';

const MAX_PROBLEMS = 100;

function quote(received: string): string {
  return received.length > 60 ? `${received.slice(0, 60)}…` : received;
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const path = formatPath((issue.path ?? []).map((item) => item.key as string | number));
  if (issue.received === 'undefined') {
    return { code: 'missing', path, message: `Missing: expected ${issue.expected ?? 'a value'}.` };
  }
  switch (issue.type) {
    case 'regex':
    case 'check':
      return { code: 'malformed', path, message: `Found ${quote(issue.received)}: ${issue.message}.` };
    case 'max_length':
    case 'min_length':
    case 'max_value':
    case 'min_value':
    case 'integer':
      return {
        code: 'out-of-bounds',
        path,
        message:
          `Found ${quote(issue.received)}, expected ${issue.type.replace('_', ' ')} ${issue.expected ?? ''}`
            .trimEnd()
            .concat('.'),
      };
    default:
      return {
        code: 'unexpected',
        path,
        message: `Found ${quote(issue.received)}, expected ${issue.expected ?? 'something else'}.`,
      };
  }
}

export function readSchema<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
): Parsed<v.InferOutput<Schema>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const found = json === null ? 'null' : Array.isArray(json) ? 'a list' : `a ${typeof json}`;
    return {
      ok: false,
      problems: [{ code: 'unexpected', path: '', message: `Found ${found}, expected an object.` }],
    };
  }
  const forbidden = findForbiddenKeys(json);
  if (forbidden.length > 0) return { ok: false, problems: forbidden };
  const result = v.safeParse(schema, json);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.slice(0, MAX_PROBLEMS).map(toProblem) };
}
