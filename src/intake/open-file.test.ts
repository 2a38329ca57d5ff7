import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../testing/build';
import { findProduct } from './find-product';
import type { IntakeFile } from './intake-file';
import { prepareMaterial } from './material';
import { openFile } from './open-file';
import { type IntakeOptions, type IntakeProgress, readFiles } from './read-files';
import type { Source } from './source';

const catalog = buildCatalog();
const MEGABYTE = 1024 * 1024;
const HEAD = 'name,component,version,count,label:team\nmain,server,1.0.0,1,\n';

/** A source in memory that counts what is read of it. */
function sourceOf(bytes: Uint8Array): Source & { readonly asked: { bytes: number } } {
  const asked = { bytes: 0 };
  return {
    size: bytes.length,
    asked,
    read: async (from, to) => {
      const part = bytes.slice(from, to);
      asked.bytes += part.length;
      return part;
    },
  };
}

/** One of which nothing is there but its beginning, and zeros. */
function hugeSource(size: number, beginning: string | Uint8Array) {
  const start = typeof beginning === 'string' ? new TextEncoder().encode(beginning) : beginning;
  const asked = { bytes: 0 };
  const read = async (from: number, to: number) => {
    const part = new Uint8Array(Math.min(to, size) - from);
    asked.bytes += part.length;
    part.set(start.subarray(from, to));
    return part;
  };
  return { size, read, asked };
}

async function read(source: Source, options: IntakeOptions = {}, reader?: string) {
  const result = await readFiles(
    [{ name: '', material: await openFile(source, reader), reader }],
    catalog,
    options,
  );
  return { ...result, codes: result.problems.map(({ code, line }) => `${code}@${line}`) };
}

const encode = (text: string) => new TextEncoder().encode(text);

function encodeUtf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(`\uFEFF${text}`.split(''), (unit) => unit.charCodeAt(0)).buffer);
}

/** More than five megabytes of rows, with characters of one to four bytes. */
const rows = Array.from(
  { length: 150_000 },
  (_, i) =>
    `${'é😀ü'.repeat(1 + (i % 3))}-${i},client,1.${i % 3}.0,${1 + (i % 5)},${i % 2 === 0 ? 'a' : 'ß'}${' '.repeat(i % 7)}`,
);
const large = HEAD + rows.join('\n');

describe('a large table', () => {
  it.each([
    ['UTF-8', encode(large)],
    ['UTF-8 with a mark', encode(`\uFEFF${large}`)],
    ['UTF-16', encodeUtf16(large)],
    ['line breaks of Windows', encode(large.replaceAll('\n', '\r\n'))],
    ['quotes', encode(large.replaceAll('client', '"client"'))],
  ])('is read piece by piece as it would be as a whole: %s', async (_, bytes) => {
    expect(bytes.length).toBeGreaterThan(5 * MEGABYTE);
    const source = sourceOf(bytes);
    const material = await openFile(source);
    expect(material.isBeginning).toBe(true);
    expect(source.asked.bytes).toBeLessThan(2 * MEGABYTE);
    for (const options of [{}, { groupBy: ['team'] }]) {
      const whole = await readFiles([{ name: '', material: await prepareMaterial(large) }], catalog, options);
      const pieces = await readFiles([{ name: '', material }], catalog, options);
      expect(pieces).toEqual(whole);
      expect(pieces.rows).toBe(150_001);
      expect(pieces.problems).toEqual([]);
      expect(pieces.entries).toHaveLength(options.groupBy === undefined ? 4 : 7);
    }
  });

  it('says how far it is', async () => {
    const told: IntakeProgress[] = [];
    const { rows: found } = await read(sourceOf(encode(large)), {
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBeGreaterThan(5);
    for (const [i, { bytesRead, rows: soFar }] of told.entries()) {
      expect(bytesRead).toBeGreaterThanOrEqual(told[i - 1]?.bytesRead ?? 0);
      expect(soFar).toBeGreaterThanOrEqual(told[i - 1]?.rows ?? 0);
    }
    const bytes = encode(large).length;
    expect(told.at(-1)).toEqual({ bytesRead: bytes, bytes, rows: found });
  });

  it('names line and column of what is wrong far behind its beginning', async () => {
    const lines = large.split('\n');
    lines[60_000] = 'x,client,latest,1,a';
    lines[70_001] = 'x,client,1.0.0,"1\n",a';
    lines[80_000] = 'x,clinet,1.0.0,1,\uFFFD';
    const result = await read(sourceOf(encode(lines.join('\n'))));
    expect(result.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['not-a-version', 60_001, 3],
      ['not-utf-8', 80_002, 18],
      ['unknown-component', 80_002, 2],
    ]);
  });

  it('says that a quote is never closed, and keeps what comes before it', async () => {
    const lines = large.split('\n');
    lines[10_000] = '"x,client,1.0.0,1,a';
    const { codes, rows: found } = await read(sourceOf(encode(lines.join('\n'))));
    expect(codes).toEqual(['endless-row@10001']);
    expect(found).toBe(9999);
  });

  it('without headings that are known can be read by columns that were chosen', async () => {
    const source = sourceOf(encode(large.replace(HEAD, 'a,b,c,d,e\n')));
    const refused = await read(source);
    expect(refused.codes).toEqual(['no-headings@1']);
    const columns = refused.files[0]?.columns?.map(({ meaning }) => meaning);
    expect(columns?.map(({ kind }) => kind)).toEqual(['none', 'component', 'version', 'none', 'none']);
    const material = await openFile(source);
    const result = await readFiles([{ name: '', material, columns }], catalog);
    expect(result).toMatchObject({ rows: 150_000, problems: [], isGrouped: true });
  });

  it('of more entries than are kept is refused, and not read to its end', async () => {
    const source = sourceOf(encode(large));
    const { entries, codes } = await read(source, { group: false });
    expect([entries, codes]).toEqual([[], ['too-many-rows@undefined']]);
    expect(source.asked.bytes).toBeLessThan(source.size + 1.5 * MEGABYTE);
  });

  it('that becomes shorter while it is read is not taken for whole', async () => {
    const bytes = encode(large);
    const source = {
      ...sourceOf(bytes),
      read: async (from: number, to: number) => bytes.slice(from, Math.min(to, 4_000_000)),
    };
    await expect(read(source)).rejects.toThrow('shorter');
  });
});

describe('a large file of another kind', () => {
  it('is read as a whole where its reader needs that', async () => {
    const entries = Array.from({ length: 70_000 }, (_, i) => ({
      name: `c${i}`,
      component: 'client',
      version: '1.0.0',
      x: '…'.repeat(9),
    }));
    const bytes = encode(JSON.stringify(entries));
    expect(bytes.length).toBeGreaterThan(5 * MEGABYTE);
    expect(await read(sourceOf(bytes))).toMatchObject({ rows: 70_000, isGrouped: true, problems: [] });
  });

  it('is read by the reader that was chosen by hand', async () => {
    const { files, problems } = await read(sourceOf(encode(large)), {}, 'image-list');
    expect(files[0]?.recognised?.reader ?? problems[0]?.code).not.toBe('table');
    const byHand = await read(sourceOf(encode(large)), {}, 'table');
    expect(byHand.rows).toBe(150_001);
  });
});

describe('a file that nobody should read', () => {
  const noise = Uint8Array.from({ length: MEGABYTE }, (_, i) => (i * 7919) % 251);
  const gigabytes = 2 * 1024 * MEGABYTE;

  it.each([
    ['2 GB of noise', gigabytes, noise, 'not-recognised', /2,048 MB.*a binary file/],
    ['2 GB of zeros', gigabytes, '', 'not-recognised', /2,048 MB/],
    [
      'a gzip bomb',
      10 * MEGABYTE,
      Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0),
      'damaged-gzip',
      /gzip file is damaged/,
    ],
    [
      '2 GB of a table',
      gigabytes,
      large.slice(0, 900_000),
      'too-large',
      /2,048 MB; up to 1,024 MB.*Split it/,
    ],
    [
      '100 MB of JSON',
      100 * MEGABYTE,
      `{"entries": [${' '.repeat(MEGABYTE)}`,
      'too-large',
      /100 MB.*Split it/,
    ],
    [
      'UTF-16 without a mark',
      10 * MEGABYTE,
      encodeUtf16(large).slice(2, 2_000_000),
      'not-recognised',
      /UTF-16/,
    ],
  ])('%s: only its beginning is looked at, and it is said why', async (_, size, beginning, code, message) => {
    const source = hugeSource(size, beginning);
    const { entries, problems } = await read(source);
    expect(entries).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.message).toMatch(message);
    expect(source.asked.bytes).toBeLessThanOrEqual(2 * MEGABYTE);
  });

  it.each([
    ['ten million columns', `name,component,version${',x'.repeat(10_000_000)}\nmain,server,1.0.0,1\n`],
    ['ten million cells in one row', `${HEAD}x,client,1.0.0,1,a${',x'.repeat(10_000_000)}\n`],
  ])('%s: said, and not held in memory', async (_, text) => {
    const { codes, entries } = await read(sourceOf(encode(text)));
    expect(codes).toEqual([text.startsWith(HEAD) ? 'endless-row@3' : 'endless-row@1']);
    expect(entries.length).toBe(text.startsWith(HEAD) ? 1 : 0);
  });

  it.each([
    ['line breaks', '\n', 1, 0],
    ['blank cells', ' , ,\n', 1, 0],
    ['one column', 'abcdef\n', 857_144, 1001],
    ['one column in quotes', '"abcdef"\n', 666_668, 1001],
    ['quotes within quotes', '"a""b",client,1.0.0,1\n', 272_729, 0],
    ['cells over several lines', '"a\nb",client,1.0.0,1\n', 285_716, 0],
  ])('six megabytes of %s: read to the end', async (_, line, found, problems) => {
    const text = HEAD + line.repeat(Math.ceil((6 * 1_000_000) / line.length));
    const result = await read(sourceOf(encode(text)));
    expect([result.rows, result.problems.length]).toEqual([found, problems]);
  });

  it.each([
    ['blanks', ' '.repeat(500_000)],
    ['equals signs', '='.repeat(500_000)],
    ['blanks between letters', `a${' '.repeat(500_000)}b`],
  ])('a cell of 500,000 %s: said at once, in any column', async (_, cell) => {
    for (const heading of ['labels', 'protocols', 'count', 'pinned', 'label:team', 'api']) {
      const text = `component,version,${heading}\nclient,1.0.0,${cell}\nclient,1.0.0,\n`;
      const { rows: found, entries } = await read(sourceOf(encode(text)));
      expect([found, entries.length]).toEqual([2, 1]);
    }
  });
});

describe('many files', () => {
  const names = Array.from({ length: 200 }, (_, i) => `host-${i}`);
  /** Files that count how often one was opened while what was opened before was still being read. */
  function closeFiles() {
    const counts = { opened: 0, atOnce: 0 };
    let isReading = false;
    const files = names.map((name): IntakeFile => {
      const source = sourceOf(encode(`${HEAD.replace('main', `${name}-main`)}${name},client,1.0.0,1,a\n`));
      const open = async () => {
        counts.opened += 1;
        const material = await openFile(source);
        async function* pieces() {
          if (isReading) counts.atOnce += 1;
          isReading = true;
          yield* material.pieces();
          isReading = false;
        }
        return { ...material, lines: material.lines, pieces };
      };
      return { name: `${name}.csv`, material: { size: source.size, open } };
    });
    return { files, counts };
  }

  it('opens each when its turn comes, and none before', async () => {
    const { files, counts } = closeFiles();
    const openAtProgress: number[] = [];
    const result = await readFiles(files, catalog, { onProgress: () => openAtProgress.push(counts.opened) });
    expect(result.files.map(({ rows }) => rows)).toEqual(names.map(() => 2));
    expect(counts).toEqual({ opened: 200, atOnce: 0 });
    expect([...new Set(openAtProgress)]).toEqual(names.map((_, i) => i + 1));
  });

  it('looks for a product no further than the first file that tells one', async () => {
    const { files, counts } = closeFiles();
    const telling = { name: 'version', material: await prepareMaterial('CLI: v0.10.3\n') };
    expect(await findProduct([...files.slice(0, 3), telling, ...files.slice(3)])).toBe('waypoint');
    expect(counts.opened).toBe(3);
  });
});
