/**
 * Does parsed JSON hold keys that could reach an object's prototype, or nest deeper than anything we read?
 *
 * The walk keeps its own stack, so that deep input cannot overflow ours.
 */
import { formatPath, type Problem } from '../model';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 64;
const MAX_PROBLEMS = 20;

export function findForbiddenKeys(json: unknown): Problem[] {
  const problems: Problem[] = [];
  const pending: { value: unknown; path: (string | number)[] }[] = [{ value: json, path: [] }];
  while (pending.length > 0 && problems.length < MAX_PROBLEMS) {
    const next = pending.pop();
    if (next === undefined) break;
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > MAX_DEPTH) {
      problems.push({
        code: 'too-deep',
        path: formatPath(path.slice(0, 6)),
        message: `Nests more than ${MAX_DEPTH} levels deep; nothing in this format does.`,
      });
      break;
    }
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) pending.push({ value: value[i], path: [...path, i] });
      continue;
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.has(key)) {
        problems.push({
          code: 'forbidden-key',
          path: formatPath([...path, key]),
          message: `The key "${key}" is not allowed: it has a meaning of its own in JavaScript. Use another name.`,
        });
      } else {
        pending.push({ value: (value as Record<string, unknown>)[key], path: [...path, key] });
      }
    }
  }
  return problems;
}
