/**
 * Where does a text stop being JSON, and what was expected there?
 *
 * Engines word their errors as they like, and some name no place at all; this scan names the same place everywhere. It
 * keeps its own stack, so that deep input cannot overflow ours. Source: RFC 8259.
 */

export interface JsonError {
  /** Index of the first character that cannot be there; the text's length where it ends too early. */
  readonly at: number;
  /** What was expected there, in words. */
  readonly expected: string;
}

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Characters that stand for themselves within a string: all but quote, backslash and control characters. */
const PLAIN = /[ !#-[\]-\uFFFF]+/y;

const A_VALUE = 'a value';
const A_KEY = 'a name in double quotes';

/** Where the match ends, or -1 where there is none. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function skipBlanks(text: string, from: number): number {
  return Math.max(from, skip(BLANK, text, from));
}

/** Past a string that begins at `from`, or what is wrong in it. */
function readString(text: string, from: number): number | JsonError {
  let at = from + 1;
  for (;;) {
    at = Math.max(at, skip(PLAIN, text, at));
    if (text[at] === '"') return at + 1;
    if (at >= text.length) return { at, expected: 'the closing quote of a text' };
    if (text[at] !== '\\') {
      return { at, expected: 'the closing quote of a text; a line break within is written \\n' };
    }
    const end = skip(ESCAPE, text, at);
    if (end < 0) return { at, expected: 'an escape such as \\n or \\"; a backslash is written \\\\' };
    at = end;
  }
}

/** `undefined` where the text is JSON. */
export function findJsonError(text: string): JsonError | undefined {
  const end = scanJsonValue(text, 0);
  if (typeof end !== 'number') return end;
  return end < text.length ? { at: end, expected: 'the end of the file' } : undefined;
}

/** Past the value that begins at `from`, or past blanks there, and past the blanks that follow; or what is wrong in it. */
export function scanJsonValue(text: string, from: number): number | JsonError {
  const open: ('{' | '[')[] = [];
  let at = skipBlanks(text, from);
  let isFirst = false;
  for (;;) {
    // A value, or the end of a list or an object that has just begun.
    const innermost = open.at(-1);
    if (!(isFirst && text[at] === (innermost === '{' ? '}' : ']'))) {
      if (innermost === '{') {
        if (text[at] !== '"') return { at, expected: isFirst ? `${A_KEY}, or "}"` : A_KEY };
        const end = readString(text, at);
        if (typeof end !== 'number') return end;
        at = skipBlanks(text, end);
        if (text[at] !== ':') return { at, expected: '":" between a name and its value' };
        at = skipBlanks(text, at + 1);
      }
      const character = text[at];
      if (character === '{' || character === '[') {
        open.push(character);
        isFirst = true;
        at = skipBlanks(text, at + 1);
        continue;
      }
      const end =
        character === '"' ? readString(text, at) : Math.max(skip(NUMBER, text, at), skip(WORD, text, at));
      if (typeof end !== 'number') return end;
      if (end < 0) return { at, expected: isFirst && innermost === '[' ? `${A_VALUE}, or "]"` : A_VALUE };
      at = skipBlanks(text, end);
    }
    // What follows a value: the ends of what is open, a comma, or the end of the text.
    isFirst = false;
    while (open.length > 0 && text[at] === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop();
      at = skipBlanks(text, at + 1);
    }
    const outer = open.at(-1);
    if (outer === undefined) return at;
    if (text[at] !== ',') return { at, expected: outer === '{' ? '"," or "}"' : '"," or "]"' };
    at = skipBlanks(text, at + 1);
  }
}
