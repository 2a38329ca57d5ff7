/** Reads text as JSON, and says where it is broken and what it looks like instead. */
import { describeForeign } from './describe-content';
import { findJsonError, type JsonError } from './find-json-error';
import { formatSize, MAX_TEXT_LENGTH } from './text-limit';

export interface TextProblem {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: TextProblem };

/** Line and column, from 1, of a character. */
export function locate(text: string, position: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', start)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: position - start + 1 };
}

/** What stands there instead. Only punctuation is shown: words and numbers may be part of a secret. */
function describeFound(text: string, at: number): string {
  const character = text[at];
  if (character === undefined) return 'it ends';
  if (/[\r\n]/.test(character)) return 'the line ends';
  if (/[{}[\]:,]/.test(character)) return `found ${character}`;
  if (/["']/.test(character)) return `found a ${character === '"' ? 'double' : 'single'} quote`;
  return /\d/.test(character)
    ? 'found a digit'
    : /\s/.test(character)
      ? 'found a blank'
      : 'found something else';
}

/** What is wrong with a text as JSON, and where. */
export function describeJsonError(text: string, { at, expected }: JsonError): TextProblem {
  const but = describeFound(text, at);
  return {
    code: 'not-json',
    message: `This is not JSON: expected ${expected}, but ${but}.`,
    ...locate(text, at),
  };
}

export function parseJsonText(text: string): ParsedJson {
  if (text.length > MAX_TEXT_LENGTH) {
    const message = `It has ${formatSize(text.length)}; up to ${formatSize(MAX_TEXT_LENGTH)} are read.`;
    return { ok: false, problem: { code: 'too-large', message } };
  }
  const foreign = describeForeign(text);
  if (foreign !== undefined) {
    return {
      ok: false,
      problem: { code: 'not-json', message: `This seems to be ${foreign}; expected JSON.` },
    };
  }
  const bare = text.replace(/^\uFEFF/, '');
  try {
    return { ok: true, value: JSON.parse(bare) };
  } catch {
    return {
      ok: false,
      problem: describeJsonError(bare, findJsonError(bare) ?? { at: 0, expected: 'JSON' }),
    };
  }
}
