/**
 * A law of all readers: what stands where secrets stand, or is of no concern to what is read, is in no message. Nor is it
 * where the file is cut off, and so may be read as something else. Only names of what was dropped are said.
 */
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import { fewerRuns } from '../testing/runs';
import type { SampleSet } from '../testing/sample';
import { type Material, prepareMaterial } from './material';
import { readFiles } from './read-files';

const modules = import.meta.glob<{ sampleSet: SampleSet }>('../testing/samples/*.ts', { eager: true });

interface Text {
  readonly reader: string;
  readonly story: string;
  readonly content: string;
  readonly catalog: string;
}

const texts: readonly Text[] = Object.entries(modules).flatMap(([path, { sampleSet }]) =>
  sampleSet.samples.flatMap(({ story, content, catalog = sampleSet.catalog }): Text[] =>
    typeof content === 'string'
      ? [{ reader: path.replace(/^.*\/|\.ts$/g, ''), story, content, catalog }]
      : [],
  ),
);

const MARKER = 'kQ7xWv9ZpL3mRt';
const LENGTH = 6;
/** Any part of it that tells it. */
const SOME_OF_IT = new RegExp(
  Array.from({ length: MARKER.length - LENGTH + 1 }, (_, i) => MARKER.slice(i, i + LENGTH)).join('|'),
);

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tools have in their objects that is secret, or nobody's business here; each says where it goes. */
const PLANTS: readonly (readonly [story: string, plant: (object: Json) => void])[] = [
  ['a field that nobody reads', (object) => Object.assign(object, { foreignField: MARKER })],
  ['fields within it', (object) => Object.assign(object, { foreignField: { inner: [MARKER, 1] } })],
  [
    'variables of Kubernetes and ECS',
    (object) => {
      const variables = [
        { name: 'API_TOKEN', value: MARKER },
        { name: 'MODE', value: MARKER },
      ];
      if ('image' in object) Object.assign(object, { env: variables, environment: variables });
    },
  ],
  [
    'variables of Docker',
    (object) => {
      if ('Image' in object) Object.assign(object, { Env: [`API_TOKEN=${MARKER}`, `MODE=${MARKER}`] });
    },
  ],
  [
    'variables of Compose',
    (object) => {
      if ('image' in object) Object.assign(object, { environment: { API_TOKEN: MARKER, MODE: MARKER } });
    },
  ],
  [
    'variables of Nomad',
    (object) => {
      if ('Config' in object) Object.assign(object, { Env: { API_TOKEN: MARKER, MODE: MARKER } });
    },
  ],
  [
    'words of a command',
    (object) => {
      for (const field of ['command', 'args', 'entrypoint', 'entryPoint', 'Cmd', 'Args', 'Entrypoint']) {
        if (field in object) object[field] = ['run', MARKER, `-token=${MARKER}`];
      }
    },
  ],
  [
    'words of a command beside an image, or a driver',
    (object) => {
      if ('image' in object) object.command = ['login', MARKER];
      if ('Driver' in object) object.Config = { command: '/usr/bin/waypoint', args: ['login', MARKER] };
    },
  ],
  [
    'annotations',
    (object) => {
      if (isObject(object.metadata)) object.metadata.annotations = { 'example.com/key': MARKER };
    },
  ],
];

/** Of these every name and value is read, and said. */
const READ_WHOLE: ReadonlySet<string> = new Set(['labels', 'facts', 'protocols']);

function plantIn(value: unknown, plant: (object: Json) => void): void {
  if (Array.isArray(value)) for (const item of value) plantIn(item, plant);
  else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) if (!READ_WHOLE.has(name)) plantIn(inner, plant);
    plant(value);
  }
}

/** Lines that are none of an output's, and what a shell shows of a command that is none of those that are read. */
const LINES: readonly string[] = [
  `token: ${MARKER}`,
  `Authorization: Bearer ${MARKER}`,
  `export WAYPOINT_SERVER_TOKEN=${MARKER}`,
  `{"token": "${MARKER}"}`,
  `{"token": "${MARKER}`,
  `2023-02-20T10:12:01.000Z [DEBUG] waypoint: auth: token=${MARKER}`,
  `$ curl -sH "Authorization: Bearer ${MARKER}" https://example.com/version\nok`,
  `$ curl -s https://alice:${MARKER}@example.com/version\nok`,
  `$ waypoint login ${MARKER}\nok`,
  `$ docker login -u alice -p ${MARKER}\nok`,
  `$ consul kv put key ${MARKER}\nok`,
];

interface Planted {
  readonly text: Text;
  readonly story: string;
  readonly content: string;
}

/** Those that have documents, with the secret planted in all objects of them. */
async function plantInDocuments(): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const text of texts) {
    const { documents }: Material = await prepareMaterial(text.content);
    if (documents.kind === 'none') continue;
    for (const [story, plant] of PLANTS) {
      const values = documents.values.map(({ value }) => {
        const copy: unknown = structuredClone(value);
        plantIn(copy, plant);
        return copy;
      });
      const isYaml = documents.kind === 'yaml';
      const parts = values.map((value) => (isYaml ? dump(value) : JSON.stringify(value, undefined, 2)));
      const content = parts.join(isYaml ? '---\n' : '\n');
      if (content.includes(MARKER)) planted.push({ text, story, content });
    }
  }
  return planted;
}

/** Of each reader one. Of a table every line is a row of it, and its cells are what is read. */
const firstTexts = texts.filter(({ reader }, i) => reader !== 'table' && reader !== texts[i - 1]?.reader);
const plantedLines: readonly Planted[] = firstTexts.flatMap((text) =>
  LINES.flatMap((line): Planted[] => [
    { text, story: `before it: ${line}`, content: `${line}\n\n${text.content}` },
    { text, story: `behind it: ${line}`, content: `${text.content}\n\n${line}\n` },
  ]),
);

/** Columns that nobody reads, in rows that are good, wrong, or have a cell too many. */
const plantedColumns: readonly Planted[] = [',', ';', '\t', '|'].map((delimiter) => {
  const content = [
    'name,component,version,count,password',
    `main,server,0.10.3,1,${MARKER}`,
    `ci,cli,latest,many,${MARKER}`,
    `web,nothing,,1,"${MARKER}"`,
    `old,cli,0.9.1,1,2,${MARKER}`,
    `odd,cli,0.9.1,1,"x" ${MARKER}`,
    `end,cli,0.9.1,1,"${MARKER}`,
  ]
    .join('\n')
    .replaceAll(',', delimiter);
  const text = { reader: 'table', story: `parted by ${delimiter}`, content, catalog: 'waypoint' };
  return { text, story: 'a column', content };
});

const planted = [...(await plantInDocuments()), ...plantedLines, ...plantedColumns];

/**
 * All that is said. What is kept of an inventory's own fields is no message, nor are the first cells of each column, by which a
 * person chooses what is read.
 */
async function saidOf({ text, content }: Planted): Promise<string> {
  const { catalog } = loadShipped(text.catalog);
  const material = await prepareMaterial(content);
  const { files, problems, entries } = await readFiles([{ name: 'file', material }], catalog);
  const names = entries.map(({ name, component, version, labels }) => ({ name, component, version, labels }));
  return JSON.stringify({ files: files.map(({ columns: _, ...file }) => file), problems, names });
}

describe('what is secret or foreign', () => {
  it('is planted in outputs of every reader of documents and lines', () => {
    expect(new Set(planted.map(({ text }) => text.reader)).size).toBeGreaterThan(20);
    expect(new Set(planted.map(({ story }) => story)).size).toBe(PLANTS.length + 2 * LINES.length + 1);
  });

  it('is in no message', async () => {
    const leaks: string[] = [];
    for (const one of planted) {
      const [leak] = SOME_OF_IT.exec(await saidOf(one)) ?? [];
      if (leak !== undefined) leaks.push(`${one.text.reader}: ${one.text.story}: ${one.story}`);
    }
    expect(leaks).toEqual([]);
  });

  it('is in no message where the file is cut off', async () => {
    const cut = fc
      .constantFrom(...planted)
      .chain((one) =>
        fc.nat({ max: one.content.length }).map((end) => ({ ...one, content: one.content.slice(0, end) })),
      );
    await fc.assert(
      fc.asyncProperty(cut, async (one) => {
        expect(await saidOf(one)).not.toMatch(SOME_OF_IT);
      }),
      { numRuns: fewerRuns(8) },
    );
  });

  it('leaves the names by which a person finds it', async () => {
    const { content = '' } = texts.find(({ reader }) => reader === 'nomad-job') ?? {};
    const job: unknown = JSON.parse(content);
    plantIn(job, (object) => {
      if ('Driver' in object) {
        object.Config = { command: '/usr/bin/waypoint', args: ['login', MARKER] };
        object.Env = { API_TOKEN: MARKER };
      }
    });
    const { catalog } = loadShipped('waypoint');
    const material = await prepareMaterial(JSON.stringify(job));
    const { files, problems } = await readFiles([{ name: '', material }], catalog);
    expect(problems[0]?.message).toContain('without an image (docker /usr/bin/waypoint)');
    expect(files[0]?.secrets[0]).toContain('the variable API_TOKEN of the task');
  });
});
