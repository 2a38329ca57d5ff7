/**
 * What holds for every reader of the list: each has samples (src/testing/samples), the detector takes them for what they
 * are, they read the same whatever their line breaks and encoding, and whatever is done to them, also within what is packed,
 * no reader fails or hangs and no version is made up.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../engine/model';
import { loadShipped } from '../testing/build';
import { measureCpu } from '../testing/cpu-time';
import { type Unpacked, unpack } from '../testing/repack';
import { fewerRuns, READING_RUNS } from '../testing/runs';
import type { Sample, SampleSet } from '../testing/sample';
import { type Material, prepareMaterial } from './material';
import { readFiles } from './read-files';
import { readRow } from './read-row';
import type { FoundRow, Reader, Reading, RowSink } from './reader';
import { READERS } from './reader-list';

const modules = import.meta.glob<{ sampleSet: SampleSet }>('../testing/samples/*.ts', { eager: true });
const sets = new Map(
  Object.entries(modules).map(([path, { sampleSet }]) => [path.replace(/^.*\/|\.ts$/g, ''), sampleSet]),
);
function requireSet(id: string): SampleSet {
  const set = sets.get(id);
  if (set === undefined) throw new Error(`there is no src/testing/samples/${id}.ts`);
  return set;
}

async function read(content: string | Uint8Array, catalog: Catalog, reader?: string) {
  return readFiles([{ name: '', material: await prepareMaterial(content), reader }], catalog);
}

function toUtf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

/** Other spellings of the same file. */
function spellings(
  content: string | Uint8Array,
): readonly (readonly [how: string, content: string | Uint8Array])[] {
  if (typeof content !== 'string') return [];
  return [
    ['line breaks of Windows', content.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${content}`],
    ['bytes of UTF-8', new TextEncoder().encode(content)],
    ['UTF-16', toUtf16(content)],
  ];
}

type Bytes = readonly number[];

/** Many times what any of these takes, whatever else the machine does. */
const MAX_CPU_MS = 2000;

/** The most that a part that is repeated comes to: enough for a pattern that goes over it again and again to be seen. */
const MAX_REPEATED = 20_000;

/** What becomes of a file that was copied by hand, cut, sent through the wrong program, or made up to do harm. */
function damage(content: Bytes): fc.Arbitrary<Bytes> {
  const at = fc.nat({ max: content.length });
  const some = fc.array(fc.nat({ max: 255 }), { maxLength: 12 });
  const telling = fc
    .constantFrom('"', '{', '}', '[', ']', ':', ',', '\n', '\r\n', '\t', '  ', '|', '9', '.', '-', 'v', '=')
    .map((text): number[] => [...new TextEncoder().encode(text)]);
  const cut = fc.tuple(at, at).map(([a, b]) => content.slice(Math.min(a, b), Math.max(a, b)));
  const remove = fc
    .tuple(at, fc.nat({ max: 30 }))
    .map(([a, n]) => [...content.slice(0, a), ...content.slice(a + n)]);
  const double = fc
    .tuple(at, fc.nat({ max: 200 }))
    .map(([a, n]) => [...content.slice(0, a + n), ...content.slice(a)]);
  const swap = fc.tuple(at, at).map(([a, b]) => {
    const made = [...content];
    [made[a], made[b]] = [made[b] ?? 32, made[a] ?? 32];
    return made;
  });
  const insert = fc
    .tuple(at, fc.oneof(some, telling))
    .map(([a, bytes]) => [...content.slice(0, a), ...bytes, ...content.slice(a)]);
  const others = fc.oneof(cut, remove, double, swap, insert);
  return fc.oneof({ weight: 19, arbitrary: others }, { weight: 1, arbitrary: repeatPart(content) });
}

/** A few characters of it, or a single one, again and again. */
function repeatPart(content: Bytes): fc.Arbitrary<Bytes> {
  const at = fc.nat({ max: content.length });
  return fc
    .tuple(at, fc.integer({ min: 1, max: 24 }), fc.nat({ max: MAX_REPEATED }))
    .map(([a, n, length]) => {
      const part = content.slice(a, a + n);
      const times = part.length === 0 ? 0 : Math.floor(length / part.length);
      return [
        ...content.slice(0, a),
        ...Array.from({ length: times }, () => part).flat(),
        ...content.slice(a),
      ];
    });
}

const damageTwice = (content: Bytes) => fc.oneof(damage(content), damage(content).chain(damage));

/** A damaged file, and what its versions may come from beside its own text. */
interface Damaged {
  readonly content: string | Uint8Array;
  readonly inner: readonly string[];
}

/** What is packed is damaged, and packed again: else nothing but the packing would ever be seen to be wrong. */
function damagePacked({ parts, pack }: Unpacked): fc.Arbitrary<Damaged> {
  return fc.nat({ max: parts.length - 1 }).chain((chosen) =>
    damageTwice([...(parts[chosen]?.content ?? [])]).map((made) => {
      const contents = parts.map(({ content }, i) => (i === chosen ? Uint8Array.from(made) : content));
      const texts = contents.map((content) => new TextDecoder().decode(content));
      return {
        content: pack(contents),
        inner: [...texts, ...texts.map((text) => text.replace(/<[^>]*>/g, ''))],
      };
    }),
  );
}

function mutate(content: string | Uint8Array): fc.Arbitrary<Damaged> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  const mutated = damageTwice(bytes).map((made): Damaged => {
    const whole = Uint8Array.from(made);
    return { content: typeof content === 'string' ? new TextDecoder().decode(whole) : whole, inner: [] };
  });
  const unpacked = typeof content === 'string' ? undefined : unpack(content);
  return unpacked === undefined
    ? mutated
    : fc.oneof({ weight: 3, arbitrary: damagePacked(unpacked) }, { weight: 1, arbitrary: mutated });
}

async function rowsOf({ rows }: Reading, material: Material): Promise<readonly FoundRow[]> {
  if (!('isOver' in rows)) return rows;
  const found: FoundRow[] = [];
  const sink: RowSink = {
    tellingLabels: [],
    add: (row) => {
      found.push(row);
      return undefined;
    },
    report: () => {},
  };
  for await (const { text, isLast } of material.pieces()) rows.read(text, isLast, sink);
  return found;
}

/** The text of a cell in a workbook may come in several runs. */
const joinRuns = (xml: string) => xml.replace(/<\/t>(?:[^<]*<(?!\/si\b|t\b)[^>]*>)*[^<]*<t\b[^>]*>/g, '');

async function expectNothingMadeUp(
  reader: Reader,
  { content, inner }: Damaged,
  catalog: Catalog,
  set: SampleSet,
): Promise<void> {
  const material = await prepareMaterial(content);
  // Asked directly: nothing catches what it throws.
  reader.recognise(material);
  const reading = await reader.read(material, catalog);
  if ('refused' in reading) return;
  for (const row of await rowsOf(reading, material)) {
    const made = row.problem === undefined ? readRow(row.cells, catalog, row.fallbackName) : undefined;
    if (made?.ok !== true) continue;
    const { version } = made.entry;
    const packed = [...inner, ...inner.map(joinRuns)];
    const sources = [material.text, material.lines.join('\n'), ...packed, ...(set.versionsAlsoFrom ?? [])];
    expect({ version, isThere: sources.some((source) => source.includes(version)) }).toEqual({
      version,
      isThere: true,
    });
  }
}

const codeOf = ({ code, line, path }: { code: string; line?: number; path?: string }, withPlace: boolean) =>
  withPlace ? `${code}@${line ?? path}` : code;

it('has no samples of readers that there are not', () => {
  expect([...sets.keys()].filter((id) => !READERS.some((reader) => reader.id === id))).toEqual([]);
});

it('takes apart what is packed, and packs it again', async () => {
  const packed: string[] = [];
  for (const [id, { samples, catalog: product }] of sets) {
    for (const { content, catalog = product, entries } of samples) {
      const unpacked = typeof content === 'string' ? undefined : unpack(content);
      if (unpacked === undefined) continue;
      packed.push(id);
      const again = unpacked.pack(unpacked.parts.map((part) => part.content));
      expect((await read(again, loadShipped(catalog).catalog)).entries).toMatchObject(entries);
    }
  }
  expect([...new Set(packed)].sort()).toEqual(['waypoint-snapshot', 'xlsx']);
  expect(packed.length).toBeGreaterThan(5);
});

describe.each(READERS.map((reader) => [reader.id, reader] as const))('%s', (id, reader) => {
  const set = requireSet(id);
  const { catalog } = loadShipped(set.catalog);
  const catalogOf = (sample: Sample) =>
    sample.catalog === undefined ? catalog : loadShipped(sample.catalog).catalog;
  const cases = set.samples.map((sample): [string, Sample] => [sample.story, sample]);

  it('has samples in several shapes', () => {
    expect(set.samples.length).toBeGreaterThan(1);
  });

  it.each(cases)('reads %s', async (_, sample) => {
    const result = await read(sample.content, catalogOf(sample));
    const [file] = result.files;
    expect(file?.recognised?.reader).toBe(id);
    expect(result.entries).toMatchObject(sample.entries);
    expect(result.entries).toHaveLength(sample.entries.length);
    const expected = sample.problems ?? [];
    expect(result.problems.map((problem, i) => codeOf(problem, expected[i]?.includes('@') ?? true))).toEqual(
      expected,
    );
    expect(file?.secrets).toEqual(sample.secrets ?? []);
    expect(file?.ignored).toEqual(sample.ignored ?? []);
  });

  it.each(cases)('reads %s in every spelling', async (_, sample) => {
    const plain = await read(sample.content, catalogOf(sample));
    for (const [how, spelling] of spellings(sample.content)) {
      const { entries, files } = await read(spelling, catalogOf(sample));
      expect({ how, entries, reader: files[0]?.recognised?.reader }).toEqual({
        how,
        entries: plain.entries,
        reader: id,
      });
    }
  });

  it('never fails, never makes up a version and never hangs, whatever is done to them', async () => {
    const damaged = fc.oneof(
      ...set.samples.map((sample) => fc.tuple(mutate(sample.content), fc.constant(catalogOf(sample)))),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async ([made, by]) => {
        const spent = await measureCpu(() => expectNothingMadeUp(reader, made, by, set));
        expect(spent).toBeLessThan(MAX_CPU_MS);
      }),
      { numRuns: READING_RUNS },
    );
  });

  it('never fails on anything at all', async () => {
    const anything = fc.oneof(fc.string({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(anything, (content) =>
        expectNothingMadeUp(reader, { content, inner: [] }, catalog, set),
      ),
      { numRuns: fewerRuns(10, READING_RUNS) },
    );
  });

  it('never fails on what others read', async () => {
    for (const other of sets.values()) {
      for (const { content } of other.samples) {
        await expectNothingMadeUp(reader, { content, inner: [] }, catalog, set);
      }
    }
  });
});
