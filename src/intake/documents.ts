/** Which values of JSON or YAML are in a text? */
import { findForbiddenKeys } from '../engine/parsing/forbidden-keys';
import type { Remark } from './reader';

export interface Document {
  readonly value: unknown;
  /** The line that it begins on, from 1. */
  readonly line: number;
}

export interface Documents {
  /** `json`: one value is the whole text. `json-sequence`: several, one a line or one after another. */
  readonly kind: 'json' | 'json-sequence' | 'yaml' | 'none';
  readonly values: readonly Document[];
  /** What could not be read, and why. */
  readonly problems: readonly Remark[];
}

export const NO_DOCUMENTS: Documents = { kind: 'none', values: [], problems: [] };

/** Leaves out documents that nest too deep or hold keys that mean something to JavaScript. */
export function keepSafe(kind: Documents['kind'], values: readonly Document[]): Documents {
  const problems: Remark[] = [];
  const safe = values.filter(({ value, line }) => {
    const [wrong] = findForbiddenKeys(value);
    if (wrong !== undefined) {
      const { code, path, message } = wrong;
      problems.push({ code, message, path, ...(values.length > 1 && { line }), isDropped: true });
    }
    return wrong === undefined;
  });
  return { kind: safe.length === 0 ? 'none' : kind, values: safe, problems };
}
