/** Reads names and values, one pair a line, as `waypoint … inspect` prints them: `       Adoption State: adopted`. */
import { cutText } from './text-limit';

export interface NamedValues {
  /** By name as printed. Names whose value is empty are not printed at all. */
  readonly values: ReadonlyMap<string, string>;
  /** Of the first pair, from 1. */
  readonly line: number;
}

const PAIR = /^\s*([A-Za-z][A-Za-z ]{0,40}?):\s+(\S.*)$/;
const MAX_LINE = 4000;

/** Each run of lines with pairs that has all of these names; a name that comes again begins another run. */
export function findNamedValues(lines: readonly string[], names: readonly string[]): readonly NamedValues[] {
  // Most often one of them is nowhere, and that is found in a fraction of the time.
  if (!names.every((name) => lines.some((line) => line.includes(name)))) return [];
  const found: { values: Map<string, string>; line: number }[] = [];
  let open: Map<string, string> | undefined;
  for (const [i, text] of lines.entries()) {
    const [, name, value = ''] = PAIR.exec(cutText(text, MAX_LINE)) ?? [];
    if (name === undefined) {
      open = undefined;
      continue;
    }
    if (open === undefined || open.has(name)) {
      open = new Map();
      found.push({ values: open, line: i + 1 });
    }
    open.set(name, value.trim());
  }
  return found.filter(({ values }) => names.every((name) => values.has(name)));
}
