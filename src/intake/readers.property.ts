/**
 * What holds for every reader of the list: each has samples (src/testing/samples), the detector takes them for what they
 * are, they read the same whatever their line breaks and encoding, and whatever is done to them, also within what is packed,
 * no reader fails or hangs and no version is made up or cut short.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog, Entry } from '../engine/model';
import { loadShipped } from '../testing/build';
import { measureCpu } from '../testing/cpu-time';
import { type Unpacked, unpack } from '../testing/repack';
import { fewerRuns, READING_RUNS } from '../testing/runs';
import type { Sample, SampleSet } from '../testing/sample';
import { wordsIn } from '../testing/whole-words';
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
  const others = fc.oneof(cut, remove, double, swap, insert, makeAnother(content));
  return fc.oneof({ weight: 19, arbitrary: others }, { weight: 1, arbitrary: repeatPart(content) });
}

/** One of its versions becomes another, of which it is a part. */
function makeAnother(content: Bytes): fc.Arbitrary<Bytes> {
  const text = Buffer.from(content).toString('latin1');
  const ends = [...text.matchAll(/\d+\.\d+\.\d+/g)].map(({ 0: version, index }) => [
    index,
    index + version.length,
  ]);
  const before = ['1', '1.', '1-', 'rc'].map((added) => [0, added] as const);
  const after = ['0', '.1', '-1', '-rc1', '+ent', '-alpine', '_1', '~rc1', 'a', '\u00e9'].map(
    (added) => [1, added] as const,
  );
  const made = fc.constantFrom(...before, ...after);
  return fc.tuple(fc.nat({ max: Math.max(0, ends.length - 1) }), made).map(([i, [end, added]]) => {
    const at = ends[i]?.[end] ?? 0;
    return [...content.slice(0, at), ...new TextEncoder().encode(added), ...content.slice(at)];
  });
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

/** A damaged file, and what its versions may come from beside its own text: what was packed in it. */
interface Damaged {
  readonly content: string | Uint8Array;
  readonly packed: readonly Uint8Array[];
}

/** As far as it can be unpacked. */
function damageNothing(content: string | Uint8Array): Damaged {
  const unpacked = typeof content === 'string' ? undefined : unpack(content);
  return { content, packed: unpacked?.parts.map((part) => part.content) ?? [] };
}

/** What is packed is damaged, and packed again: else nothing but the packing would ever be seen to be wrong. */
function damagePacked({ parts, pack }: Unpacked): fc.Arbitrary<Damaged> {
  return fc.nat({ max: parts.length - 1 }).chain((chosen) =>
    damageTwice([...(parts[chosen]?.content ?? [])]).map((made) => {
      const contents = parts.map(({ content }, i) => (i === chosen ? Uint8Array.from(made) : content));
      return { content: pack(contents), packed: contents };
    }),
  );
}

function mutate(content: string | Uint8Array): fc.Arbitrary<Damaged> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  const unpacked = typeof content === 'string' ? undefined : unpack(content);
  const packed = unpacked?.parts.map((part) => part.content) ?? [];
  const mutated = damageTwice(bytes).map((made): Damaged => {
    const whole = Uint8Array.from(made);
    return { content: typeof content === 'string' ? new TextDecoder().decode(whole) : whole, packed };
  });
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

/** The texts of cells in a workbook, each of which may come in several runs. */
function cellsIn(xml: string): string {
  const joined = xml
    .replace(/(<\/?)[\w.-]+:/g, '$1')
    .replace(/<\/[tv]>(?:[^<]*<(?!\/?(?:si|c)\b|[tv]\b)[^>]*>)*[^<]*<[tv]\b[^>]*>/g, '');
  return joined.replace(/<\/?(?:si|c)\b[^>]*>/g, '\n').replace(/<[^>]*>/g, '');
}

/** What stands in JSON and YAML, without their escapes. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function sourcesOf({ text, lines, documents }: Material, packed: readonly Uint8Array[]): string[] {
  const inner = packed.map((content) => new TextDecoder().decode(content));
  return [
    text,
    lines.join('\n'),
    ...documents.values.flatMap(({ value }) => textsIn(value)),
    ...inner,
    ...inner.map(cellsIn),
  ];
}

/** Whether what a reader gives stands there whole, with a `v` that may be before it and what the reader takes off its end. */
function isThere(told: string, words: ReadonlySet<string>, { endings = [], versionsAlsoFrom }: SampleSet) {
  const isWord = (word: string) =>
    ['', ...endings].some((ending) => words.has(`${word}${ending}`) || words.has(`v${word}${ending}`));
  return [...wordsIn([told])].every(isWord) || versionsAlsoFrom?.(words).includes(told) === true;
}

/** Whether a version is all of what a reader gives, but for a `v` before it and what a vendor puts behind it. */
function isMeant(told: string, { version, component }: Entry, { components }: Catalog): boolean {
  const bare = told.replace(/^[v=]+\s*/i, '');
  const { vendorBuilds = [] } = components[component]?.signs ?? {};
  return bare === version || vendorBuilds.some((sign) => bare.startsWith(`${version}${sign}`));
}

/** A version stands in the file as a whole: a part of one is another version, and may be safe where that which runs is not. */
async function expectNothingMadeUp(
  reader: Reader,
  { content, packed }: Damaged,
  catalog: Catalog,
  set: SampleSet,
): Promise<void> {
  const material = await prepareMaterial(content);
  // Asked directly: nothing catches what it throws.
  reader.recognise(material);
  const reading = await reader.read(material, catalog);
  if ('refused' in reading) return;
  let words: ReadonlySet<string> | undefined;
  for (const { cells, problem, fallbackName } of await rowsOf(reading, material)) {
    const made = problem === undefined ? readRow(cells, catalog, fallbackName) : undefined;
    if (made?.ok !== true) continue;
    const { entry } = made;
    const told = (cells.version ?? '').trim();
    words ??= wordsIn(sourcesOf(material, packed));
    const { version } = entry;
    expect({ told, isThere: isThere(told, words, set) }).toEqual({ told, isThere: true });
    expect({ told, version, isWhole: isMeant(told, entry, catalog) }).toEqual({
      told,
      version,
      isWhole: true,
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
  const others = new Set(set.samples.flatMap((sample) => sample.catalog ?? []));
  const catalogs = new Map([...others].map((other) => [other, loadShipped(other).catalog]));
  const catalogOf = (sample: { readonly catalog?: string | undefined }) =>
    catalogs.get(sample.catalog ?? '') ?? catalog;
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
      ...set.samples.map(({ content, catalog: by }) =>
        fc.tuple(mutate(content), fc.constant({ catalog: by })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async ([made, by]) => {
        const spent = await measureCpu(() => expectNothingMadeUp(reader, made, catalogOf(by), set));
        expect(spent).toBeLessThan(MAX_CPU_MS);
      }),
      { numRuns: READING_RUNS },
    );
  });

  it('never fails on anything at all', async () => {
    const anything = fc.oneof(fc.string({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(anything, (content) =>
        expectNothingMadeUp(reader, damageNothing(content), catalog, set),
      ),
      { numRuns: fewerRuns(10, READING_RUNS) },
    );
  });

  it('never fails on what others read', async () => {
    for (const other of sets.values()) {
      for (const { content } of other.samples) {
        await expectNothingMadeUp(reader, damageNothing(content), catalog, set);
      }
    }
  });
});
