/**
 * Reads YAML, any number of documents. Numbers with a point stay as they are written: 0.10 is a version, not 0.1. Loaded
 * only where a file looks like it.
 */
import {
  isScalar,
  LineCounter,
  parseAllDocuments,
  type ScalarTag,
  Schema,
  visit,
  type Document as YamlDocument,
} from 'yaml';
import { type Document, type Documents, keepSafe, NO_DOCUMENTS } from './documents';
import type { Remark } from './reader';

/** A megabyte takes about a second. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** Aliases of one anchor that are followed, all that they bring with them counted. */
const MAX_ALIASES = 100;
const MERGE_KEY = '<<';
const REPEATED_KEY = 'a key of a map stands there twice';

/** Whole decimal numbers are numbers, all others texts. */
const isKept = ({ tag, format }: Partial<ScalarTag>) =>
  !(tag ?? '').endsWith(':float') && !((tag ?? '').endsWith(':int') && format !== undefined);

/** Made once: a file may have thousands of documents. */
const SCHEMA = new Schema({
  schema: 'core',
  merge: true,
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || isKept(tag as ScalarTag)),
});

function failed(message: string, line?: number): Remark {
  return { code: 'not-yaml', message, ...(line !== undefined && { line }), isDropped: true };
}

/** Where a key stands for the second time in its map. The library's own check takes as long as the square of the keys. */
function findRepeatedKey(document: YamlDocument): number | undefined {
  let found: number | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === MERGE_KEY) continue;
        if (seen.has(key.value)) {
          found = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

/** What is wrong first in a document, and where. */
function findError(document: YamlDocument): { pos: number; message: string } | undefined {
  const [error] = document.errors;
  if (error !== undefined) return { pos: error.pos[0], message: error.message };
  const pos = findRepeatedKey(document);
  return pos === undefined ? undefined : { pos, message: REPEATED_KEY };
}

/** A key that is not indented, or the beginning of another document. */
const OUTERMOST = /^([\w./-]+):(?:\s|$)|^---/gm;

/**
 * Where an outermost key of the only document stands for the second time. Outputs that look like YAML and are none are
 * known by it, without the time that their parsing would take.
 */
function findRepeatedOutermostKey(source: string): number | undefined {
  const seen = new Set<string>();
  for (const { 1: key, index } of source.matchAll(OUTERMOST)) {
    if (key === undefined) {
      if (seen.size > 0) return undefined;
    } else if (seen.has(key)) return source.indexOf('\n---', index) < 0 ? index : undefined;
    else seen.add(key);
  }
  return undefined;
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
  const repeated = findRepeatedOutermostKey(source);
  if (repeated !== undefined) {
    const line = source.slice(0, repeated).split(/\r\n?|\n/).length;
    return { ...NO_DOCUMENTS, problems: [failed(`This is not YAML: ${REPEATED_KEY}`, line)] };
  }
  try {
    const parsed = parseAllDocuments(source, {
      lineCounter: counter,
      schema: SCHEMA,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    for (const document of Array.isArray(parsed) ? parsed : []) {
      const error = findError(document);
      const line = counter.linePos(error?.pos ?? document.contents?.range?.[0] ?? 0).line;
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
