/**
 * Does parsed JSON hold keys that could reach an object's prototype, or nest deeper than anything we read?
 *
 * The walk keeps its own stack, so that deep input cannot overflow ours.
 */
import { formatPath, type Problem } from '../model';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 64;
const MAX_PROBLEMS = 20;

interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly outer: Place | undefined;
  readonly depth: number;
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.outer !== undefined; at = at.outer) path.unshift(at.key);
  return path;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export function findForbiddenKeys(json: unknown): Problem[] {
  if (!isObject(json)) return [];
  const problems: Problem[] = [];
  const pending: Place[] = [{ value: json, key: '', outer: undefined, depth: 0 }];
  while (pending.length > 0 && problems.length < MAX_PROBLEMS) {
    const outer = pending.pop();
    if (outer === undefined) break;
    const { value } = outer;
    const depth = outer.depth + 1;
    if (outer.depth > MAX_DEPTH) {
      problems.push({
        code: 'too-deep',
        path: formatPath(pathOf(outer).slice(0, 6)),
        message: `Nests more than ${MAX_DEPTH} levels deep; nothing in this format does.`,
      });
      break;
    }
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) {
        const item: unknown = value[i];
        if (isObject(item)) pending.push({ value: item, key: i, outer, depth });
      }
      continue;
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.has(key)) {
        problems.push({
          code: 'forbidden-key',
          path: formatPath([...pathOf(outer), key]),
          message: `The key "${key}" is not allowed: it has a meaning of its own in JavaScript. Use another name.`,
        });
        continue;
      }
      const item = (value as Record<string, unknown>)[key];
      if (isObject(item)) pending.push({ value: item, key, outer, depth });
    }
  }
  return problems;
}
