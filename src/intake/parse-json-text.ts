/** Reads text as JSON, and says where it is broken and what it looks like instead. */
import { findJsonError } from './find-json-error';

/** Characters that are read at most; more is refused before anything is done with it. */
export const MAX_TEXT_LENGTH = 64 * 1024 * 1024;

export interface TextProblem {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: TextProblem };

const SAMPLE = 4096;

/** What a text seems to be that is neither JSON nor a table; `undefined` where nothing speaks against it. */
export function describeForeignText(text: string): string | undefined {
  const head = text.slice(0, SAMPLE);
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return 'an empty file';
  if (head.startsWith('PK\u0003\u0004')) return 'a ZIP archive or an Excel file';
  if (head.startsWith('\u001f')) return 'a gzip file';
  if (head.startsWith('%PDF')) return 'a PDF file';
  const nulls = head.split('\u0000').length - 1;
  if (nulls > head.length / 4) return 'text in UTF-16; save it as UTF-8';
  const strange = [...head].filter((c) => c === '\uFFFD' || (c < ' ' && !'\t\n\r'.includes(c))).length;
  if (strange > head.length / 20) return 'a binary file';
  if (/^<(!doctype|html|head|body)/i.test(start)) return 'an HTML page';
  if (/^<\?xml|^<[a-z]+[\s>]/i.test(start)) return 'XML';
  return undefined;
}

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

function describeJsonError(text: string): TextProblem {
  const { at, expected } = findJsonError(text) ?? { at: 0, expected: 'JSON' };
  const found = text
    .slice(at, at + 20)
    .split(/[\r\n]/)[0]
    ?.trim();
  const but = at >= text.length ? 'it ends' : found === '' ? 'the line ends' : `found ${found}`;
  return {
    code: 'not-json',
    message: `This is not JSON: expected ${expected}, but ${but}.`,
    ...locate(text, at),
  };
}

export function parseJsonText(text: string): ParsedJson {
  if (text.length > MAX_TEXT_LENGTH) {
    const size = Math.round(text.length / (1024 * 1024));
    const message = `It has ${size} MB; up to ${MAX_TEXT_LENGTH / (1024 * 1024)} MB are read.`;
    return { ok: false, problem: { code: 'too-large', message } };
  }
  const foreign = describeForeignText(text);
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
    return { ok: false, problem: describeJsonError(bare) };
  }
}
