/**
 * How long does every reader take for 100 kB? Each of its samples over and over; each as one valid output that is as long,
 * by what it lists; and texts made to be slow. `node scripts/run-built.mjs bench/readers.ts yaml`: those alone in whose name that is.
 */
import { readdirSync } from 'node:fs';
import { dump } from 'js-yaml';
import type { Catalog } from '../src/engine';
import { type Documents, NO_DOCUMENTS } from '../src/intake/documents';
import { prepareMaterial } from '../src/intake/material';
import { readFiles } from '../src/intake/read-files';
import { READERS } from '../src/intake/reader-list';
import { loadShipped } from '../src/testing/build';
import { buildWorkbook } from '../src/testing/build-workbook';
import type { Sample, SampleSet } from '../src/testing/sample';
import { printHead, printRow, type Spread, spreadOf, verdictOn } from './statistics';

const SIZE = 100_000;
const RUNS = 7;
const GOAL_MS = 50;
const SHOWN = 8;
const SAMPLES = 'src/testing/samples';
const wanted = process.argv[2] ?? '';

interface Case {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly catalog: Catalog;
}

function repeat(content: string | Uint8Array, between = '\n'): Uint8Array {
  const once = Buffer.concat([Buffer.from(content), Buffer.from(between)]);
  return new Uint8Array(Buffer.alloc(SIZE, once));
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const sizeOf = (value: unknown) => JSON.stringify(value).length;

/** Lists of objects and maps of named objects, at any depth. */
function findLists(value: unknown): Json[] {
  if (!isObject(value)) return [];
  const items = Object.values(value);
  const isList = items.length > 0 && items.every((item) => isObject(item) && !Array.isArray(item));
  return [...(isList ? [value] : []), ...items.flatMap(findLists)];
}

/** Lets the longest list go on, or the longest map of objects, until the value is as long as is wanted. */
function growValue(value: unknown, length: number): boolean {
  const [longest] = findLists(value).sort((a, b) => sizeOf(b) - sizeOf(a));
  if (longest === undefined) return false;
  const items = Object.entries(longest);
  for (let i = 0, left = length - sizeOf(value); left > 0; i++) {
    const [key = '', item] = items[i % items.length] ?? [];
    if (Array.isArray(longest)) longest.push(item);
    else longest[`${key}-${i}`] = item;
    left -= sizeOf(item);
  }
  return true;
}

/** One output that is as long: its list goes on, or its last line is there again and again. */
function grow(content: string, documents: Documents): string | undefined {
  if (documents.kind === 'none') {
    const lines = content.trimEnd().split('\n');
    const last = `${lines.at(-1)}\n`;
    return `${lines.join('\n')}\n${last.repeat(Math.floor((SIZE - content.length) / last.length))}`;
  }
  const [first] = documents.values;
  const value = structuredClone(first?.value);
  if (!growValue(value, documents.kind === 'yaml' ? SIZE / 2 : SIZE)) return undefined;
  if (documents.kind !== 'yaml') return JSON.stringify(value);
  const once = dump(value, { noRefs: true });
  return once.length >= SIZE || !growValue(value, (SIZE * sizeOf(value)) / once.length)
    ? once
    : dump(value, { noRefs: true });
}

async function timeReading({ content, catalog }: Case): Promise<Spread> {
  const samples: number[] = [];
  for (let i = -RUNS; i < RUNS; i++) {
    const start = performance.now();
    await readFiles([{ name: 'input', material: await prepareMaterial(content) }], catalog);
    if (i >= 0) samples.push(performance.now() - start);
  }
  return spreadOf(samples);
}

/** Of a case that is said to be valid all documents are read. */
async function requireWhole(name: string, content: string): Promise<void> {
  const { documents } = await prepareMaterial(content);
  if (documents.kind !== 'none' && documents.problems.length === 0) return;
  const [why] = documents.problems;
  throw new Error(`${name} is not valid: ${documents.kind}, ${why?.message} (line ${why?.line})`);
}

async function casesOf(id: string, { story, content }: Sample, catalog: Catalog): Promise<Case[]> {
  const name = `${id}: ${story}`;
  if (typeof content !== 'string') return [{ name, content: repeat(content), catalog }];
  const material = await prepareMaterial(content);
  const isOfDocuments = READERS.some((reader) => reader.id === id && reader.looksAt === 'documents');
  const isYaml = isOfDocuments && material.documents.kind === 'yaml';
  const between = isYaml && !/^---/.test(content) ? '---\n' : '';
  const each = `${content.trimEnd()}\n${isYaml ? between : '\n'}`;
  const repeated = each.repeat(Math.max(1, Math.floor(SIZE / each.length)));
  const grown = grow(content, isOfDocuments ? material.documents : NO_DOCUMENTS);
  const isWhole =
    isOfDocuments && material.documents.problems.length === 0 && material.documents.kind !== 'none';
  if (isWhole && grown !== undefined) await requireWhole(name, grown);
  if (isYaml && isWhole) await requireWhole(name, repeated);
  return [
    { name, content: repeated, catalog },
    ...(grown === undefined ? [] : [{ name: `one ${name}`, content: grown, catalog }]),
  ];
}

async function casesOfSamples(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const file of readdirSync(SAMPLES)) {
    const name = file.replace(/\.ts$/, '');
    const { sampleSet }: { sampleSet: SampleSet } = await import(`../src/testing/samples/${name}.ts`);
    for (const sample of sampleSet.samples) {
      const { catalog } = loadShipped(sample.catalog ?? sampleSet.catalog);
      cases.push(...(await casesOf(name, sample, catalog)));
    }
  }
  const rows = Array.from({ length: 6000 }, (_, i) => [`host-${i}`, 'CLI', `0.10.${i % 6}`, 1 + (i % 9)]);
  const sheet = { name: 'Fleet', rows: [['Name', 'Component', 'Version', 'Count'], ...rows] };
  const { catalog } = loadShipped('waypoint');
  return [...cases, { name: 'one xlsx: 6,000 rows', content: buildWorkbook(sheet), catalog }];
}

function casesMadeToBeSlow(): Case[] {
  const { catalog } = loadShipped('waypoint');
  const unlike = Array.from({ length: SIZE / 10 }, (_, i) => `k${i}: v${i}`).join('\n');
  const texts: [string, string | Uint8Array, string?][] = [
    ['one line of letters', 'a', ''],
    ['blanks', ' ', ''],
    ['line ends', '\n', ''],
    ['tabs', '\t', ''],
    ['opening brackets', '[', ''],
    ['opening braces', '{"a":', ''],
    ['quotes', '"', ''],
    ['lists of lists in YAML', '- ', ''],
    ['deeper at each line in YAML', Array.from({ length: 440 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['keys that all differ', unlike],
    ['keys that are all the same', 'a: b'],
    ['digits', '1', ''],
    ['versions in one line', 'v0.10.3 '],
    ['prompts', '$ '],
    ['pairs in one line', 'a=b ', ''],
    ['commas', ',', ''],
    ['bars', '|', ''],
    ['zeros', new Uint8Array(1), ''],
    ['empty documents of YAML', '---\n', ''],
    ['documents of one line', '---\na: 1\n', ''],
  ];
  return texts.map(([name, once, between]) => ({
    name: `only ${name}`,
    content: repeat(once, between),
    catalog,
  }));
}

const timed: { name: string; spread: Spread }[] = [];
printHead();
for (const [story, cases] of [
  ['samples of readers', await casesOfSamples()],
  ['texts made to be slow', casesMadeToBeSlow()],
] as const) {
  const chosen = cases.filter(({ name }) => name.includes(wanted));
  console.log(`${story}: ${chosen.length}, each of ${SIZE / 1000} kB`);
  for (const each of chosen) {
    const spread = await timeReading(each);
    timed.push({ name: each.name, spread });
    printRow(`  ${each.name.slice(0, 68)}`, spread);
  }
}
timed.sort((a, b) => b.spread.median - a.spread.median);
console.log(`the slowest of all ${timed.length}`);
for (const { name, spread } of timed.slice(0, SHOWN)) printRow(`  ${name.slice(0, 68)}`, spread);
const isKept = timed.every(({ spread }) => spread.median <= GOAL_MS);
console.log(`Goal ${GOAL_MS} ms each: ${verdictOn(isKept)}`);
if (!isKept) process.exitCode = 1;
