/**
 * Reads YAML, any number of documents. Numbers with a point stay as they are written: 0.10 is a version, not 0.1. Loaded
 * only where a file looks like it.
 */
import { LineCounter, parseAllDocuments, type ScalarTag } from 'yaml';
import { type Document, type Documents, keepSafe, NO_DOCUMENTS } from './documents';
import type { Remark } from './reader';

/** A megabyte takes about a second. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** Aliases of one anchor that are followed, all that they bring with them counted. */
const MAX_ALIASES = 100;

/** Whole decimal numbers are numbers, all others texts. */
const isKept = ({ tag, format }: Partial<ScalarTag>) =>
  !(tag ?? '').endsWith(':float') && !((tag ?? '').endsWith(':int') && format !== undefined);

function failed(message: string, line?: number): Remark {
  return { code: 'not-yaml', message, ...(line !== undefined && { line }), isDropped: true };
}

export function parseYamlDocuments(text: string): Documents {
  if (text.length > MAX_LENGTH) {
    const message = `It has ${Math.round(text.length / (1024 * 1024))} MB; up to ${MAX_LENGTH / (1024 * 1024)} MB of YAML are read. JSON may be larger.`;
    return { ...NO_DOCUMENTS, problems: [failed(message)] };
  }
  const counter = new LineCounter();
  const values: Document[] = [];
  const problems: Remark[] = [];
  const source = text.replace(/^(?=\S*[$%>❯]\s)/gm, '# ');
  try {
    const parsed = parseAllDocuments(source, {
      lineCounter: counter,
      merge: true,
      prettyErrors: false,
      logLevel: 'silent',
      customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || isKept(tag as ScalarTag)),
    });
    for (const document of Array.isArray(parsed) ? parsed : []) {
      const [error] = document.errors;
      const line = counter.linePos(error?.pos[0] ?? document.contents?.range?.[0] ?? 0).line;
      if (error !== undefined) {
        problems.push(failed(`This is not YAML: ${error.message}`, line));
        continue;
      }
      const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
      if (typeof value === 'object' && value !== null) values.push({ value, line });
    }
  } catch (error) {
    const detail = error instanceof RangeError ? 'it nests too deep' : String(error);
    problems.push(failed(`This YAML is not read: ${detail}.`));
  }
  const safe = keepSafe('yaml', values);
  return { ...safe, problems: [...problems, ...safe.problems] };
}
