/** What does a file seem to be, where no reader knows it? */
import type { Material } from './material';

const SAMPLE = 4096;

const UTF_16 = 'text in UTF-16 without a byte order mark';
const HTML_PAGE = 'an HTML page';
const HTML_PIECE = 'a piece of an HTML page';
const BINARY = 'a binary file';

/** What files begin with, as it is when it was decoded as UTF-8. */
const BEGINNINGS: readonly (readonly [beginning: string, words: string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or an Excel file'],
  ['\u001f', 'a gzip file'],
  ['%PDF', 'a PDF file'],
  ['\uFFFDPNG\r\n', 'a picture (PNG)'],
  ['GIF8', 'a picture (GIF)'],
  ['\u007fELF', 'a program'],
  ['SQLite format 3\u0000', 'an SQLite database'],
];

/** What text has none of, but for what `isUtf16` and `isBinary` count: found in a fraction of the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\uFFFD]/;

const isControl = (c: string) => c < ' ' && !'\t\n\r\u001b'.includes(c);

/**
 * Every other byte of text in UTF-16 is mostly zero, and the others are what text is made of; in binary files zeros stand
 * beside each other, or beside bytes that are no text.
 */
function isUtf16(head: string): boolean {
  const characters = [...head];
  const nulls = characters.filter((c) => c === '\u0000').length;
  const pairs = characters.filter((c, i) => c === '\u0000' && characters[i + 1] === '\u0000').length;
  const controls = characters.filter((c) => c !== '\u0000' && isControl(c)).length;
  return nulls > characters.length / 4 && pairs < nulls / 10 && controls < characters.length / 20;
}

function isBinary(head: string): boolean {
  const characters = [...head];
  return characters.filter((c) => c === '\uFFFD' || isControl(c)).length > characters.length / 20;
}

const PAGE_TAGS: ReadonlySet<string> = new Set(['html', 'head', 'body', 'frameset']);
const PIECE_TAGS: ReadonlySet<string> = new Set(
  'a article br button center code div dl font footer form h1 h2 h3 h4 header hr iframe img input li link main meta nav ol p pre script section span strong style table tbody td th thead title tr ul'.split(
    ' ',
  ),
);

/** Past what may stand before the first tag: a declaration, comments. */
function skipProlog(start: string): string {
  let rest = start;
  for (;;) {
    const [opened, ended] = rest.startsWith('<!--') ? ['<!--', '-->'] : ['<?', '?>'];
    const end = rest.startsWith(opened) ? rest.indexOf(ended, opened.length) : -1;
    if (end < 0) return rest;
    rest = rest.slice(end + ended.length).trimStart();
  }
}

function describeMarkup(start: string): string | undefined {
  if (!start.startsWith('<')) return undefined;
  const rest = skipProlog(start);
  if (/^<!doctype\s+html/i.test(rest)) return HTML_PAGE;
  const tag = /^<([a-z][\w:.-]*)(?=[\s/>])/i.exec(rest)?.[1]?.toLowerCase();
  if (tag !== undefined && PAGE_TAGS.has(tag)) return HTML_PAGE;
  // Tools write <none> and the like into their tables: nothing closes that.
  if (tag !== undefined && PIECE_TAGS.has(tag) && /<\/|\/>|<\w+\s+\w+=/.test(rest)) return HTML_PIECE;
  if (rest !== start || /^<[?!]/.test(rest)) return 'XML';
  return tag !== undefined && /<\/|\/>/.test(rest) ? 'XML' : undefined;
}

/** What a text seems to be that none of the readers of text knows; `undefined` where nothing speaks against it. */
export function describeForeign(text: string): string | undefined {
  const head = text.slice(0, SAMPLE);
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return 'an empty file';
  const known = BEGINNINGS.find(([beginning]) => head.startsWith(beginning));
  if (known !== undefined) return known[1];
  if (NO_TEXT.test(head)) {
    if (isUtf16(head)) return UTF_16;
    if (isBinary(head)) return BINARY;
  }
  return describeMarkup(start);
}

/** What to do with what `describeForeign` names: a sentence, or ''. */
export function adviseOn(foreign: string): string {
  if (foreign === UTF_16) return 'Save it as UTF-8.';
  if (foreign === HTML_PAGE || foreign === HTML_PIECE) {
    return 'If it is what came instead of a file, sign in and download that again; the rows of a table in it can be copied and pasted.';
  }
  return '';
}

const LOG_LINE = /^\S*\d{1,4}[-/:]\d{2}[-/:]\d{2}|\[?\b(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b\]?/;

/** What it seems to be, in words: `a log`, `an HTML page`. */
export function describeContent({ foreign, documents, lines }: Material): string {
  if (foreign !== undefined) return foreign;
  if (documents.kind === 'yaml') return 'YAML';
  if (documents.kind !== 'none') return 'JSON';
  const first = lines.slice(0, 200).filter((line) => line.trim() !== '');
  if (first.filter((line) => LOG_LINE.test(line)).length > first.length / 2) return 'a log';
  return 'plain text';
}
