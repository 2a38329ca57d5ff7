/** Files that are no inventory, or made to do harm: each is said to be what it seems to be, with what would be read instead. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../testing/build';
import { openFile } from './open-file';
import { readFiles } from './read-files';

const catalog = buildCatalog();
const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
const TABLE = 'name,component,version,count\nmain,server,1.0.0,1\n';

const encode = (text: string) => new TextEncoder().encode(text);
const toUtf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0)).buffer);
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7919) % 251);
/** Numbers of four bytes, as they lie in memory: three of four bytes are zero. */
const numbers = new Uint8Array(Uint32Array.from({ length: 500 }, (_, i) => 60 + (i % 60)).buffer);
/** Numbers of two bytes, none of which is a letter. */
const shorts = new Uint8Array(Uint16Array.from({ length: 500 }, (_, i) => 1 + (i % 8)).buffer);

function explodingYaml(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++) {
    const each = Array.from({ length: 9 }, () => `*a${i - 1}`);
    lines.push(`a${i}: &a${i} [${each.join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}

const nested = (depth: number) => `{"entries": ${'['.repeat(depth)}${']'.repeat(depth)}}`;

/** A file of which nothing is there but its beginning, and zeros: whatever its size, it costs nothing to make. */
async function readSized(size: number, beginning: Uint8Array) {
  const asked = { bytes: 0 };
  const read = async (from: number, to: number) => {
    const part = new Uint8Array(Math.min(to, size) - from);
    asked.bytes += part.length;
    part.set(beginning.subarray(from, to));
    return part;
  };
  const material = await openFile({ size, read });
  return { asked, result: await readFiles([{ name: '', material }], catalog) };
}

interface Hostile {
  readonly story: string;
  readonly content: string | Uint8Array;
  readonly code: string;
  /** What it seems to be. */
  readonly seems: RegExp;
  /** What would be read. */
  readonly wanted: RegExp;
  /** In bytes, where it is more than what is there. */
  readonly size?: number;
}

const ANY = /Causeway reads an inventory.*; a table/;
const DOCUMENTS = /Causeway reads an inventory(?!.*; a table)/;

const cases: readonly Hostile[] = [
  { story: 'nothing', content: ' \n\n', code: 'not-recognised', seems: /an empty file\./, wanted: ANY },
  { story: 'noise', content: noise(5000), code: 'not-recognised', seems: /a binary file\./, wanted: ANY },
  { story: 'numbers', content: numbers, code: 'not-recognised', seems: /a binary file\./, wanted: ANY },
  { story: 'short numbers', content: shorts, code: 'not-recognised', seems: /a binary file\./, wanted: ANY },
  {
    story: 'zeros',
    content: new Uint8Array(5000),
    code: 'not-recognised',
    seems: /a binary file\./,
    wanted: ANY,
  },
  {
    story: 'a picture',
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    code: 'not-recognised',
    seems: /a picture \(PNG\)\./,
    wanted: ANY,
  },
  {
    story: 'a database',
    content: encode('SQLite format 3\0\u0010\0\u0001\u0001\0@  '),
    code: 'not-recognised',
    seems: /an SQLite database\./,
    wanted: ANY,
  },
  {
    story: '2 GB of noise',
    content: noise(MEGABYTE),
    size: 2 * GIGABYTE,
    code: 'not-recognised',
    seems: /2,048 MB, and by its beginning seems to be a binary file\./,
    wanted: ANY,
  },
  {
    story: '2 GB of a table',
    content: encode(TABLE + 'ci,client,1.0.0,2\n'.repeat(60_000)),
    size: 2 * GIGABYTE,
    code: 'too-large',
    seems: /taken for a table.*2,048 MB/,
    wanted: /up to 1,024 MB of that are read\. Split it/,
  },
  {
    story: 'a gzip bomb',
    content: gzipSync(new Uint8Array(64 * MEGABYTE)),
    code: 'not-a-snapshot',
    seems: /a gzip file and no snapshot/,
    wanted: /unpack it and read that/,
  },
  {
    story: 'UTF-16 without a byte order mark',
    content: toUtf16(TABLE),
    code: 'not-recognised',
    seems: /text in UTF-16 without a byte order mark\. Save it as UTF-8\./,
    wanted: ANY,
  },
  {
    story: 'ten million columns',
    content: `name,component,version${',x'.repeat(10_000_000)}\nmain,server,1.0.0\n`,
    code: 'endless-row',
    seems: /does not end within a million characters; it has [\d,]{7,} cells by then/,
    wanted: /Read are tables with a row for each part and a few columns/,
  },
  {
    story: 'a table in one line of a million cells',
    content: 'name,component,version,'.repeat(150_000),
    code: 'endless-row',
    seems: /it has [\d,]{7,} cells by then, as a table has whose line breaks were lost/,
    wanted: /Read are tables/,
  },
  {
    story: 'a quote that is never closed, with many cells behind it',
    content: `name,component,version\n"main${',x'.repeat(6_000_000)}\n`,
    code: 'endless-row',
    seems: /most often a quote is never closed/,
    wanted: /Nothing from here on was read/,
  },
  ...[
    ['an HTML page instead of CSV', `<!DOCTYPE html>\n<html><body>${TABLE}</body></html>`, 'an HTML page'],
    ['a page after a comment', `<!-- saved -->\n<html><body>${TABLE}</body></html>`, 'an HTML page'],
    ['a page in XHTML', '<?xml version="1.0"?>\n<html lang="en"><body></body></html>', 'an HTML page'],
    ['a table of HTML', '<table>\n<tr><td>main</td></tr></table>', 'a piece of an HTML page'],
    ['another piece of HTML', '<div class="a">\n<p>Sign in', 'a piece of an HTML page'],
  ].map(([story = '', content = '', words]) => ({
    story,
    content,
    code: 'not-recognised',
    seems: new RegExp(`^This seems to be ${words}\\. .*sign in and download that again`),
    wanted: ANY,
  })),
  {
    story: 'XML',
    content: '<?xml version="1.0"?>\n<fleet><server/></fleet>',
    code: 'not-recognised',
    seems: /This seems to be XML\./,
    wanted: ANY,
  },
  {
    story: 'deep JSON',
    content: nested(70),
    code: 'too-deep',
    seems: /This seems to be JSON, and is not read\. Nests more than 64 levels/,
    wanted: DOCUMENTS,
  },
  {
    story: 'JSON of 200,000 levels',
    content: nested(200_000),
    code: 'too-deep',
    seems: /This seems to be JSON/,
    wanted: DOCUMENTS,
  },
  {
    story: 'JSON that is cut off',
    content: nested(9).slice(0, -2),
    code: 'not-json',
    seems: /This is not JSON: expected .*, but it ends/,
    wanted: DOCUMENTS,
  },
  {
    story: 'YAML aliases that explode',
    content: explodingYaml(),
    code: 'exploding-yaml',
    seems: /This YAML is not read: its aliases stand for more than 50,000 values/,
    wanted: DOCUMENTS,
  },
  {
    story: '__proto__ in JSON',
    content: '{"entries": [{"__proto__": {"component": "server"}}]}',
    code: 'forbidden-key',
    seems: /This seems to be JSON, and is not read\. The key "__proto__" is not allowed/,
    wanted: DOCUMENTS,
  },
  {
    story: '__proto__ in YAML',
    content: 'entries:\n  - __proto__: {component: server}\n',
    code: 'forbidden-key',
    seems: /This seems to be YAML, and is not read\. The key "__proto__"/,
    wanted: DOCUMENTS,
  },
];

describe('a file that nobody should read', () => {
  it.each(cases)('$story: said, and nothing is taken', async ({ content, size, code, seems, wanted }) => {
    const bytes = typeof content === 'string' ? encode(content) : content;
    const { result, asked } = await readSized(size ?? bytes.length, bytes);
    expect(result.entries).toEqual([]);
    expect(result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(result.problems[0]?.message).toMatch(seems);
    expect(result.problems[0]?.message).toMatch(wanted);
    // Of what is large only the beginning is looked at.
    if (size !== undefined) expect(asked.bytes).toBeLessThanOrEqual(2 * MEGABYTE);
  });

  it('reads UTF-16 that says so', async () => {
    const bytes = toUtf16(`\uFEFF${TABLE}`);
    const { result } = await readSized(bytes.length, bytes);
    expect(result.entries).toMatchObject([{ name: 'main', version: '1.0.0' }]);
  });

  it('takes the <none> of a table for what it is', async () => {
    const { result } = await readSized(99, encode(`<none>  main\n${' '.repeat(86)}`));
    expect(result.problems[0]?.message).not.toMatch(/XML|HTML/);
  });
});
