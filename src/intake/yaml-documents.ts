/**
 * Reads YAML, any number of documents. Numbers with a point stay as they are written: 0.10 is a version, not 0.1. Loaded
 * only where a file looks like it.
 */
import {
  boolCoreTag,
  constructFromEvents,
  defineScalarTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  Schema,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';
import { type Document, type Documents, keepSafe, NO_DOCUMENTS } from './documents';
import type { Remark } from './reader';
import { checkEvents, findPlaces, MAX_GROWTH, NO_KEY, YamlFault } from './yaml-events';

/** A megabyte takes about a third of a second. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** Documents of one file that have something in them. What is exported has hundreds, and each of them takes its time. */
const MAX_DOCUMENTS = 2000;
/** Far beyond what the values of a document may nest. */
const MAX_DEPTH = 100;

/** What else it may be by its tag (`!Ref x`, `!!float 1.10`) stays the text, the list or the map that it is written as. */
const ANY_TAG = ['!', 'tag:'].flatMap((prefix) => [
  defineScalarTag(prefix, { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
  { ...seqTag, tagName: prefix, matchByTagPrefix: true },
  { ...mapTag, tagName: prefix, matchByTagPrefix: true },
]);

/** Whole decimal numbers are numbers, all others texts; so is what would not be the same when it is written again. */
const wholeNumberTag = defineScalarTag<number | string>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: ['-', '+', ...'0123456789'],
  resolve: (text, isExplicit) => {
    if (/^[-+]?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
    return isExplicit ? text : NOT_RESOLVED;
  },
  identify: () => false,
});

/** A key that is not there would be called "null". */
const namedMapTag: typeof mapTag = {
  ...mapTag,
  addPair: (map, key, value) => (key === null ? NO_KEY : mapTag.addPair(map, key, value)),
};

const SCHEMA = new Schema([
  strTag,
  nullCoreTag,
  boolCoreTag,
  wholeNumberTag,
  mergeTag,
  seqTag,
  namedMapTag,
  ...ANY_TAG,
]);

/** Documents that may be broken before the rest is left alone, and attempts to find them among thousands. */
const MAX_BROKEN = 20;
const MAX_FAILURES = 400;

function failed(message: string, line?: number): Remark {
  return { code: 'not-yaml', message, ...(line !== undefined && { line }), isDropped: true };
}

const KEY_TWICE = 'a key of a map stands there twice';

/** In our words where the library's are none for people, and without what stands in the file: that may be a secret. */
function describeReason(reason: string): string {
  if (reason.startsWith('duplicated mapping key')) return KEY_TWICE;
  if (reason.startsWith('nesting exceeded')) return 'it nests too deep';
  if (reason.includes('complex keys')) return 'a list or a map is no key';
  return reason.replace(/ !<[^>]*>/g, '').replace(/(?:: | ").*$/s, '');
}

const isBreak = (character: string | undefined) =>
  character === undefined || character === '\n' || character === '\r';

/** Where parts begin that can be read each by itself, so that one that is broken does no harm to the others. */
function findParts(text: string): number[] {
  const starts = [0];
  for (const mark of ['---', '...']) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 3)) {
      if (!isBreak(text[at - 1]) || !/^\s?$/.test(text[at + 3] ?? '')) continue;
      starts.push(mark === '---' ? at : at + 3);
    }
  }
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** Line breaks from one place to another. */
function countLines(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && (at + 1 === to || text.charCodeAt(at + 1) !== LF))) count += 1;
  }
  return count;
}

const KEY = /^[A-Za-z_][\w.-]*(?=:[ \t\r\n])/gm;
/** Lines that may stand before the first key. */
const BEFORE_KEYS = /^(?:(?:---)?[ \t]*(?:#[^\r\n]*)?\r?\n)*/;

/**
 * Where a key at the beginning of a line stands there twice, of one document. Outputs that look like YAML, one after another,
 * are no YAML by that, and it is found in a fraction of the time.
 */
function findKeyTwice(part: string): number | undefined {
  const first = BEFORE_KEYS.exec(part)?.[0].length;
  const keys = new Set<string>();
  for (const { 0: key, index } of part.matchAll(KEY)) {
    // Within the text of something else it would be no key.
    if (keys.size === 0 && index !== first) return undefined;
    if (!isBreak(part[index - 1])) continue;
    if (keys.has(key)) return index;
    keys.add(key);
  }
  return undefined;
}

const LF = 10;
const CR = 13;

const NOT_INDENTED = 'deficient indentation';
/** The bracket that ends a list or a map on a line of its own; many indent it no more than what the list belongs to. */
const CLOSING_LINE = /^(?=[ \t]*[\]}])/gm;

/** Prompts, and what documents say of their own form: nothing that is read depends on it. */
const NO_CONTENT = /^(?=\S*[$%>❯]\s|%(?:YAML|TAG)\s)/gm;

/** The beginning of a document that has nothing in it: a file may have thousands. */
const EMPTY = /^---[ \t]*(?=[\r\n]+---[\r\n])/gm;

/** A text whose brackets at the beginning of lines have to be moved before it can be read. */
class BracketsOut extends Error {}

/** Reads the parts of a text, many at once: a part that is broken is found by halving. */
class PartReader {
  readonly values: Document[] = [];
  readonly problems: Remark[] = [];
  private growth = 0;
  private failures = 0;
  private isOver = false;
  private readonly starts: readonly number[];
  private readonly lines: readonly number[];

  constructor(
    private readonly text: string,
    private readonly isMoved: boolean,
  ) {
    this.starts = findParts(text);
    let line = 1;
    this.lines = this.starts.map((start, i) => {
      if (i > 0) line += countLines(text, this.starts[i - 1], start);
      return line;
    });
  }

  read(from = 0, to = this.starts.length): void {
    if (this.isOver) return;
    const part = this.text.slice(this.starts[from], this.starts[to]);
    const line = this.lines[from] ?? 1;
    const twice = to - from === 1 ? findKeyTwice(part) : undefined;
    if (twice !== undefined) {
      this.report(failed(`This is not YAML: ${KEY_TWICE}.`, line + countLines(part, 0, twice)));
      return;
    }
    try {
      const events = parseEvents(part, { maxDepth: MAX_DEPTH });
      const growth = checkEvents(events, part, MAX_GROWTH - this.growth);
      // What merging brings is bounded with the aliases.
      const values = constructFromEvents(events, { source: part, schema: SCHEMA, maxTotalMergeKeys: -1 });
      this.growth += growth;
      this.take(values, findPlaces(events), part, line);
    } catch (error) {
      if (!this.isMoved && error instanceof YAMLException && error.reason === NOT_INDENTED)
        throw new BracketsOut();
      this.failures += 1;
      if (to - from === 1 || this.failures > MAX_FAILURES) this.report(describeFault(error, part, line));
      else {
        const half = Math.floor((from + to) / 2);
        this.read(from, half);
        this.read(half, to);
      }
    }
  }

  private take(values: readonly unknown[], places: readonly number[], part: string, first: number): void {
    let line = first;
    let before = 0;
    for (const [i, value] of values.entries()) {
      const at = places[i] ?? before;
      line += countLines(part, before, at);
      before = at;
      if (typeof value === 'object' && value !== null) this.values.push({ value, line });
    }
  }

  private report(problem: Remark): void {
    this.problems.push(problem);
    if (this.problems.length <= MAX_BROKEN && this.failures <= MAX_FAILURES) return;
    const message = `${problem.message} Too many documents are broken; nothing from here on was read.`;
    this.problems[this.problems.length - 1] = { ...problem, message };
    this.isOver = true;
  }
}

function readParts(text: string): PartReader {
  for (const isMoved of [false, true]) {
    const reader = new PartReader(
      isMoved ? text.replace(CLOSING_LINE, ' '.repeat(MAX_DEPTH)) : text,
      isMoved,
    );
    try {
      reader.read();
      return reader;
    } catch (error) {
      if (!(error instanceof BracketsOut)) throw error;
    }
  }
  throw new Error('brackets were moved, and have to be moved');
}

function describeFault(error: unknown, text: string, line: number): Remark {
  if (error instanceof YamlFault) {
    const { message, at, code } = error;
    return { ...failed(`This YAML is not read: ${message}.`, line + countLines(text, 0, at)), code };
  }
  if (error instanceof YAMLException) {
    return failed(`This is not YAML: ${describeReason(error.reason)}.`, line + (error.mark?.line ?? 0));
  }
  throw error;
}

export function parseYamlDocuments(text: string): Documents {
  if (text.length > MAX_LENGTH) {
    const message = `It has ${Math.round(text.length / (1024 * 1024))} MB; up to ${MAX_LENGTH / (1024 * 1024)} MB of YAML are read. JSON may be larger.`;
    return { ...NO_DOCUMENTS, problems: [failed(message)] };
  }
  const prepared = text.replace(NO_CONTENT, '# ').replace(EMPTY, '');
  if (findParts(prepared).length > MAX_DOCUMENTS) {
    const message = `This YAML has more than ${MAX_DOCUMENTS.toLocaleString('en')} documents, and is not read. \`kubectl get … -o yaml\` prints one list instead; or split the file, and bring its parts together.`;
    return { ...NO_DOCUMENTS, problems: [{ ...failed(message), code: 'too-many-documents' }] };
  }
  const { values, problems } = readParts(prepared);
  const safe = keepSafe('yaml', values);
  return { ...safe, problems: [...problems, ...safe.problems] };
}
