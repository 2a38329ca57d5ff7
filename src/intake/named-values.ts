/** Reads names and values, one pair a line, as `waypoint … inspect` prints them: `       Adoption State: adopted`. */

export interface NamedValues {
  /** By name as printed. Names whose value is empty are not printed at all. */
  readonly values: ReadonlyMap<string, string>;
  /** Of the first pair, from 1. */
  readonly line: number;
}

const PAIR = /^\s*([A-Za-z][A-Za-z ]{0,40}?):\s+(\S.*)$/;
const MAX_LINE = 4000;

/** Each run of lines with pairs; a name that comes again begins another one. */
export function findNamedValues(lines: readonly string[]): readonly NamedValues[] {
  const found: { values: Map<string, string>; line: number }[] = [];
  let open: Map<string, string> | undefined;
  for (const [i, text] of lines.entries()) {
    const [, name, value = ''] = PAIR.exec(text.slice(0, MAX_LINE)) ?? [];
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
  return found;
}
