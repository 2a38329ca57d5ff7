/**
 * Reads JSON: one value; one a line (`docker ps --format json`); or several one after another that are no list
 * (`waypoint runner list -json`). Lines between them, prompts and warnings, are passed over. A value begins a line, so that
 * what stands within a broken one is never taken for one of its own.
 */
import { type Document, type Documents, keepSafe, NO_DOCUMENTS } from './documents';
import { scanJsonValue } from './find-json-error';
import { describeJsonError } from './parse-json-text';
import type { Remark } from './reader';

const MAX_PROBLEMS = 20;
/** How often a text is gone over for values that turn out to be broken. */
const MAX_SCANS = 2;
const STARTS_VALUE = /^[ \t]*[{[]/m;

function parseWhole(text: string): Documents | undefined {
  try {
    return keepSafe('json', [{ value: JSON.parse(text), line: 1 }]);
  } catch {
    return undefined;
  }
}

function lineStartAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function isFirstOnLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t' || text[before] === '\r') before -= 1;
  return before < 0 || text[before] === '\n';
}

/** Line numbers of places that only go forward. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return (at) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}

function parseSequence(text: string): Documents {
  const values: Document[] = [];
  const problems: Remark[] = [];
  const report = (at: number, expected: string) => {
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push({ ...describeJsonError(text, { at, expected }), isDropped: true });
  };
  const lineOf = lineCounter(text);
  let scanned = 0;
  let at = /^\s*/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const first = text[at];
    if (first !== '{' && first !== '[') {
      at = lineStartAfter(text, at);
      continue;
    }
    const found = scanJsonValue(text, at);
    if (typeof found !== 'number') {
      report(found.at, found.expected);
      scanned += found.at - at;
      const next = lineStartAfter(text, at);
      // On with the next line; where that has been done too often, not before the error.
      at =
        scanned < MAX_SCANS * text.length ? next : Math.max(next, text.lastIndexOf('\n', found.at - 1) + 1);
      continue;
    }
    values.push({ value: JSON.parse(text.slice(at, found)), line: lineOf(at) });
    at = found;
    if (at >= text.length || text[at] === '{' || text[at] === '[') continue;
    if (!isFirstOnLine(text, at)) report(at, 'the end of the line');
    at = lineStartAfter(text, at);
  }
  const safe = keepSafe('json-sequence', values);
  return { ...safe, problems: [...problems, ...safe.problems] };
}

export function parseJsonDocuments(text: string): Documents {
  if (!STARTS_VALUE.test(text)) return NO_DOCUMENTS;
  return (/^\s*[{[]/.test(text) ? parseWhole(text) : undefined) ?? parseSequence(text);
}
