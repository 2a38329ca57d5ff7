/** How long does every reader take for 100 kB: each of its samples over and over, and texts made to be slow? */
import { readdirSync } from 'node:fs';
import type { Catalog } from '../src/engine';
import { prepareMaterial } from '../src/intake/material';
import { readFiles } from '../src/intake/read-files';
import { loadShipped } from '../src/testing/build';
import type { SampleSet } from '../src/testing/sample';
import { printHead, printRow, type Spread, spreadOf, verdictOn } from './statistics';

const SIZE = 100_000;
const RUNS = 7;
const GOAL_MS = 50;
const SHOWN = 8;
const SAMPLES = 'src/testing/samples';

interface Case {
  readonly name: string;
  readonly content: Uint8Array;
  readonly catalog: Catalog;
}

function repeat(content: string | Uint8Array, between = '\n'): Uint8Array {
  const once = Buffer.concat([Buffer.from(content), Buffer.from(between)]);
  return new Uint8Array(Buffer.alloc(SIZE, once));
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

async function casesOfSamples(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const file of readdirSync(SAMPLES)) {
    const { sampleSet }: { sampleSet: SampleSet } = await import(`../${SAMPLES}/${file}`);
    for (const { story, content, catalog = 'waypoint' } of sampleSet.samples) {
      const name = `${file.replace(/\.ts$/, '')}: ${story}`;
      cases.push({ name, content: repeat(content), catalog: loadShipped(catalog).catalog });
    }
  }
  return cases;
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
  ];
  return texts.map(([name, once, between]) => ({
    name: `only ${name}`,
    content: repeat(once, between),
    catalog,
  }));
}

let isKept = true;
printHead();
for (const [story, cases] of [
  ['samples of readers', await casesOfSamples()],
  ['texts made to be slow', casesMadeToBeSlow()],
] as const) {
  const timed: { name: string; spread: Spread }[] = [];
  for (const each of cases) timed.push({ name: each.name, spread: await timeReading(each) });
  timed.sort((a, b) => b.spread.median - a.spread.median);
  isKept &&= timed.every(({ spread }) => spread.median <= GOAL_MS);
  console.log(`${story}: ${timed.length}, each filling ${SIZE / 1000} kB; the slowest`);
  for (const { name, spread } of timed.slice(0, SHOWN)) printRow(`  ${name.slice(0, 68)}`, spread);
}
console.log(`Goal ${GOAL_MS} ms each: ${verdictOn(isKept)}`);
if (!isKept) process.exitCode = 1;
