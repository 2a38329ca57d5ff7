import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG_FORMAT, type Catalog, INVENTORY_FORMAT } from '../engine/model';
import { parseCatalog } from '../engine/parsing/parse-catalog';
import { loadShipped } from '../testing/build';
import { RUNS } from '../testing/runs';
import { prepareMaterial } from './material';
import { type IntakeOptions, readFiles } from './read-files';

function demoCatalog(): Catalog {
  const parsed = parseCatalog({
    format: CATALOG_FORMAT,
    id: 'demo',
    name: 'Demo',
    updated: '2026-01-01',
    protocols: { api: { name: 'API' }, entrypoint: { name: 'Entrypoint' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Command line', role: 'client', speaks: ['api'], aliases: ['CLI'] },
      entrypoint: { name: 'Entrypoint', role: 'agent', speaks: ['entrypoint'], aliases: ['ceb'] },
    },
    facts: { site: { question: 'Where?', options: { here: 'Here' } } },
    releases: [{ version: '1.0.0', protocols: { api: [1, 1], entrypoint: [1, 1] } }],
  });
  if (!parsed.ok) throw new Error('the catalog of this test is wrong');
  return parsed.value;
}

const catalog = demoCatalog();
async function read(content: string | Uint8Array, options?: IntakeOptions) {
  const result = await readFiles([{ name: '', material: await prepareMaterial(content) }], catalog, options);
  return { ...result, recognised: result.files[0]?.recognised };
}
const json = (entries: unknown, more: object = {}) =>
  JSON.stringify({ format: INVENTORY_FORMAT, product: 'demo', entries, ...more });

const fleet = [
  { name: 'server', component: 'server', version: '1.0.0', count: 1 },
  { name: 'ci', component: 'client', version: '0.9.1', count: 12 },
];

describe('tables', () => {
  const rows: [story: string, text: string][] = [
    ['commas', 'name,component,version,count\nserver,server,1.0.0,1\nci,client,0.9.1,12\n'],
    [
      'semicolons and CRLF',
      'name;component;version;count\r\nserver;server;1.0.0;1\r\nci;client;0.9.1;12\r\n',
    ],
    [
      'a pasted range with tabs',
      'name\tcomponent\tversion\tcount\nserver\tserver\t1.0.0\t1\nci\tclient\t0.9.1\t12',
    ],
    ['a byte order mark', '\uFEFFname,component,version,count\nserver,server,1.0.0,1\nci,client,0.9.1,12\n'],
    [
      'headings in any order and case',
      'Instances,VERSION,Kind,Host\n1,1.0.0,server,server\n12,0.9.1,client,ci\n',
    ],
    [
      'names and aliases of components, a leading v',
      'name,component,version,count\nserver,SERVER,v1.0.0,\nci,cli,v0.9.1,12\n',
    ],
    [
      'blank lines',
      '\n\nname,component,version,count\n\nserver,server,1.0.0,1\n\nci,command line,0.9.1,12\n\n',
    ],
    ['old line ends', 'name,component,version,count\rserver,server,1.0.0,1\rci,client,0.9.1,12\r'],
    ['mixed line ends', 'name,component,version,count\r\nserver,server,1.0.0,1\nci,client,0.9.1,12\r\n'],
    [
      'a line that names the delimiter',
      'sep=;\r\nname;component;version;count\r\nserver;server;1.0.0;1\r\nci;client;0.9.1;12\r\n',
    ],
    [
      'commas in the cells of a table with semicolons',
      'name;component;version;count;owner\nserver;server;1.0.0;1;"a, b, c"\nci;client;0.9.1;12;d, e, f\n',
    ],
    [
      'the heading that says it best, where several mean the same',
      'app,name,component,version,tag,count\nx,server,server,1.0.0,latest,1\ny,ci,client,0.9.1,edge,12\n',
    ],
    [
      'columns that mean nothing to us',
      'name,owner,component,version,count\nserver,x,server,1.0.0,1\nci,y,client,0.9.1,12\n',
    ],
  ];
  it.each(rows)('reads %s', async (_, text) => {
    expect(await read(text)).toMatchObject({
      recognised: { reader: 'table' },
      entries: fleet,
      rows: 2,
      problems: [],
    });
  });

  it('reads pins, ranges and labels', async () => {
    const text =
      'name,component,version,pinned,api,Entrypoint min,Entrypoint current,label:team,labels\n' +
      'a,entrypoint,1.0.0,"vendor\nimage",,1,2,payments,"tier=1; zone=eu"\n' +
      'b,client,1.0.0,,2-3,,,,\n';
    expect((await read(text)).entries).toEqual([
      {
        name: 'a',
        component: 'entrypoint',
        version: '1.0.0',
        count: 1,
        pinned: 'vendor\nimage',
        protocols: { entrypoint: [1, 2] },
        labels: { team: 'payments', tier: '1', zone: 'eu' },
      },
      { name: 'b', component: 'client', version: '1.0.0', count: 1, protocols: { api: [2, 3] } },
    ]);
  });

  it('tells which rows say nothing of their number, unless they are counted by being grouped', async () => {
    const text = 'name,component,version,count\na,client,1.0.0,1\nb,client,1.0.0,\nc,client,1.0.0, \n';
    expect((await read(text)).uncounted).toEqual(['b', 'c']);
    expect((await read(text, { group: true })).uncounted).toEqual([]);
  });

  it('takes what a column of yes and no says of pins', async () => {
    const words = ['no', 'False', '0', '-', 'n/a', 'yes', 'vendor image'];
    const text = `name,component,version,pinned\n${words.map((word, i) => `c${i},client,1.0.0,${word}`).join('\n')}\n`;
    const { entries } = await read(`${text}server,server,1.0.0,\n`);
    expect(entries.map(({ pinned }) => pinned)).toEqual([
      ...Array.from({ length: 5 }, () => undefined),
      'yes',
      'vendor image',
      undefined,
    ]);
  });

  it('takes a build between two releases for neither, wherever it is told', async () => {
    const { entries, problems } = await read(
      `${'name,component,version\n'}server,server,v0.4.0-663-g4bc86276\n`,
    );
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([{ code: 'development-build', line: 2 }]);
  });

  it('says which columns were not read', async () => {
    const { recognised } = await read('owner;name;component;version\nus;a;server;1.0.0\n');
    expect(recognised?.why).toContain('semicolons');
    expect(recognised?.why).toContain('Not read: "owner"');
  });

  it('keeps labels that have no text', async () => {
    const { entries } = await read('name,component,version,tags\na,client,1.0.0,"prod, zone=eu"\n');
    expect(entries[0]?.labels).toEqual({ prod: '', zone: 'eu' });
  });

  it('takes the ranges of a column by id or name of the protocol', async () => {
    const { entries } = await read(
      'name,component,version,protocols\na,client,1.0.0,"API 1-2; entrypoint: [1, 3]"\nb,client,1.0.0,"api 2, Entrypoint 1..2"\n',
    );
    expect(entries.map(({ protocols }) => protocols)).toEqual([
      { api: [1, 2], entrypoint: [1, 3] },
      { api: [2, 2], entrypoint: [1, 2] },
    ]);
  });

  const unfit: [story: string, heading: string, cell: string, code: string, column: number | undefined][] = [
    ['a count with a separator', 'count', '"1,000"', 'not-a-count', 4],
    ['a count that is no decimal number', 'count', '0x10', 'not-a-count', 4],
    ['a count of nothing', 'count', '0', 'not-a-count', 4],
    ['half a range', 'api min', '1', 'not-a-range', 4],
    ['a range upside down', 'api', '3-1', 'not-a-range', 4],
    ['a range of no protocol', 'protocols', '1-2', 'not-a-range', 4],
    ['a range of an unknown protocol', 'protocols', 'grpc 1-2', 'unknown-protocol', 4],
    ['a range that is there twice', 'protocols', '"api 1, API 2"', 'range-twice', 4],
    ['a label that reaches for the prototype', 'label:__proto__', 'x', 'forbidden-key', 4],
    ['a label of a list that does so', 'labels', 'constructor=x', 'forbidden-key', 4],
    ['more cells than headings', 'count', '1,000', 'too-many-cells', undefined],
    ['a text that goes on after its quote', 'pinned', '"a" b,"c"', 'stray-quote', undefined],
    ['a component named like what every object has', 'owner', '', 'unknown-component', 2],
  ];
  it.each(unfit)('leaves out a row with %s, and no other', async (_, heading, cell, code, column) => {
    const component = code === 'unknown-component' ? 'toString' : 'client';
    const text = `name,component,version,${heading}\nx,${component},1.0.0,${cell}\ny,client,1.0.0,\n`;
    const { entries, problems } = await read(text);
    expect(entries.map(({ name }) => name)).toEqual(['y']);
    expect(
      problems.map((problem) => [problem.code, problem.line, problem.column, problem.isDropped]),
    ).toEqual([[code, 2, column, true]]);
  });

  it('says that a quote is never closed, and keeps what comes before it', async () => {
    const { entries, problems } = await read(
      'name,component,version\na,client,1.0.0\n"b,client,1.0.0\nc,client,1.0.0\n',
    );
    expect(entries.map(({ name }) => name)).toEqual(['a']);
    expect(problems).toMatchObject([{ code: 'open-quote', line: 3, isDropped: true }]);
  });

  it('says that characters were lost where the file is not UTF-8, and keeps the rows', async () => {
    const { entries, problems } = await read('name,component,version\nna\uFFFDve,client,1.0.0\n');
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'not-utf-8', line: 2, column: 3, isDropped: false }]);
  });

  it('names line and column of what is wrong, and keeps the rest', async () => {
    const text =
      'name,component,version,count\n"quoted\nname",client,1.0.0,1\nb,client,latest,1\nc,clinet,1.0.0,1\nd,client,1.0.0,many\ne,client,1.0.0,2\n';
    const { entries, rows, problems } = await read(text);
    expect(entries.map((entry) => entry.name)).toEqual(['quoted\nname', 'e']);
    expect(rows).toBe(5);
    expect(problems.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
      { code: 'not-a-version', line: 4, column: 3 },
      { code: 'unknown-component', line: 5, column: 2 },
      { code: 'not-a-count', line: 6, column: 4 },
    ]);
    expect(problems[0]?.message).toContain('Ask the running part');
    expect(problems[1]?.message).toContain('server, client, entrypoint');
  });

  it('makes names unique and says so, and keeps one server', async () => {
    const { entries, problems } = await read(
      'name,component,version\na,server,1.0.0\nb,client,1.0.0\nb,client,1.0.0\nc,server,1.0.0\n',
    );
    expect(entries.map((entry) => entry.name)).toEqual(['a', 'b', 'b (2)']);
    expect(problems.map(({ code, line, isDropped }) => ({ code, line, isDropped }))).toEqual([
      { code: 'renamed', line: 4, isDropped: false },
      { code: 'second-server', line: 5, isDropped: true },
    ]);
  });
});

describe('JSON', () => {
  it('reads an inventory with its name and answers, and keeps fields that it does not know', async () => {
    const text = json([{ ...fleet[0], owner: 'us' }, fleet[1]], {
      name: 'production',
      facts: { site: 'here' },
    });
    expect(await read(text)).toMatchObject({
      recognised: { reader: 'inventory' },
      name: 'production',
      facts: { site: 'here' },
      entries: [{ ...fleet[0], owner: 'us' }, fleet[1]],
      problems: [],
    });
  });

  it('refuses a format of which it does not know what it means', async () => {
    const { entries, problems } = await read(json(fleet, { format: 'causeway/inventory@2' }));
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([{ code: 'not-an-inventory', path: 'format' }]);
    expect(problems[0]?.message).toContain('Expected an inventory');
  });

  it('reads a bare list of entries', async () => {
    expect(await read(JSON.stringify(fleet))).toMatchObject({
      recognised: { reader: 'entry-list' },
      entries: fleet,
    });
  });

  it.each([
    ['latest', [fleet[0], { ...fleet[1], version: 'latest' }], 'not-a-version', 'entries[1].version'],
    [
      'an unknown component',
      [fleet[0], { ...fleet[1], component: 'clinet' }],
      'unknown-component',
      'entries[1].component',
    ],
    ['no name', [fleet[0], { component: 'client', version: '1.0.0' }], 'unexpected', 'entries[1].name'],
    ['a second server', [fleet[0], { ...fleet[0], name: 'other' }], 'second-server', 'entries[1]'],
    [
      'a range upside down',
      [fleet[0], { ...fleet[1], protocols: { api: [2, 1] } }],
      'range-inverted',
      'entries[1].protocols.api',
    ],
    ['an entry that is none', [fleet[0], 7], 'unexpected', 'entries[1]'],
  ])('keeps the others beside %s', async (_, entries, code, path) => {
    const result = await read(json(entries));
    expect(result.entries).toMatchObject([fleet[0]]);
    expect(result.problems.map((problem) => ({ code: problem.code, path: problem.path }))).toEqual([
      { code, path },
    ]);
  });

  it('says where it stops being JSON, and what was expected there', async () => {
    const { problems } = await read('{\n  "entries": [\n    { "name": "a" "component": "client" }\n  ]\n}');
    expect(problems).toMatchObject([{ code: 'not-json', line: 3, column: 19 }]);
    expect(problems[0]?.message).toContain('expected "," or "}", but found a double quote.');
  });

  it('keeps fields of the file that mean nothing to us', async () => {
    const { unknownFields } = await read(json(fleet, { $schema: 'x.json', ticket: 7 }));
    expect(unknownFields).toEqual({ $schema: 'x.json', ticket: 7 });
  });

  it.each([
    ['answers that are none', { facts: ['here'] }, 'unexpected', 'facts'],
    ['an answer to no question', { facts: { moon: 'full' } }, 'unknown-fact', 'facts.moon'],
    ['an answer that is not offered', { facts: { site: 'there' } }, 'unknown-fact', 'facts.site'],
    ['a name that is no text', { name: 7 }, 'unexpected', 'name'],
  ])('keeps the entries beside %s', async (_, more, code, path) => {
    const { entries, problems } = await read(json(fleet, more));
    expect(entries).toEqual(fleet);
    expect(problems).toMatchObject([{ code, path, isDropped: true }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', '', 'not-recognised', 'empty'],
    ['HTML', '<!DOCTYPE html><html><body>name,component,version</body></html>', 'not-recognised', 'HTML'],
    ['a ZIP archive', 'PK\u0003\u0004\u0014\u0000\u0000', 'not-recognised', 'ZIP'],
    ['gzip', '\u001f\uFFFD\u0008\u0000', 'not-recognised', 'gzip'],
    ['UTF-16', '\uFFFD\uFFFDn\u0000a\u0000m\u0000e\u0000,\u0000c\u0000', 'not-recognised', 'UTF-16'],
    [
      'noise',
      Array.from({ length: 500 }, (_, i) => String.fromCharCode((i * 7) % 32)).join(''),
      'not-recognised',
      'binary',
    ],
    ['YAML of something else', 'kind: Secret\ndata:\n  a: b\n', 'not-recognised', 'YAML'],
    ['a table of something else', 'city,people\nOslo,700000\n', 'no-headings', 'component and version'],
    ['another product', json([], { product: 'other' }), 'other-product', 'other'],
    [
      'another format',
      JSON.stringify({ format: 'causeway/plan@1', entries: [] }),
      'not-an-inventory',
      'causeway/plan@1',
    ],
    ['a __proto__ key', '{"entries": [{"__proto__": {}}]}', 'forbidden-key', '__proto__'],
    ['a list that is never closed', '[', 'not-json', 'but it ends'],
    [
      'noise that looks like text',
      'QWxhZGRpbjpvcGVuIHNlc2FtZQ'.repeat(10_000),
      'not-recognised',
      'plain text',
    ],
  ])('%s: says what it seems to be', async (_, text, code, word) => {
    const result = await read(text);
    expect(result).toMatchObject({ recognised: undefined, entries: [] });
    expect(result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(result.problems[0]?.message).toContain(word);
  });

  const manyRows = (count: number, row: string) => `name,component,version\n${`${row}\n`.repeat(count)}`;

  it('takes thousands of equal names, and refuses what no person keeps', async () => {
    const { entries } = await read(manyRows(20_000, 'c,client,1.0.0'), { group: false });
    expect(new Set(entries.map(({ name }) => name)).size).toBe(20_000);
    for (const text of [
      manyRows(50_001, 'c,client,1.0.0'),
      json(Array.from({ length: 50_001 }, () => fleet[1])),
    ]) {
      const refused = await read(text, { group: false });
      expect(refused.entries).toEqual([]);
      expect(refused.problems).toMatchObject([
        { code: 'too-many-rows', message: expect.stringContaining('50,000') },
      ]);
    }
  });

  it('lists a thousand problems, and says how many more there are', async () => {
    const { problems, rows } = await read(manyRows(1500, 'c,client,latest'));
    expect(rows).toBe(1500);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({
      code: 'more-problems',
      message: expect.stringContaining('500 more'),
    });
  });

  it('never throws, and never makes up a version', async () => {
    const whole = json(fleet);
    const table = 'name,component,version,count\nserver,server,1.0.0,1\nci,client,0.9.1,12\n';
    const mutated = fc
      .tuple(
        fc.constantFrom(whole, table),
        fc.nat(),
        fc.nat({ max: 20 }),
        fc.string({ maxLength: 10, unit: 'binary' }),
      )
      .map(
        ([text, at, drop, add]) =>
          text.slice(0, at % text.length) + add + text.slice((at % text.length) + drop),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, fc.string({ maxLength: 300 })), async (text) => {
        const { entries } = await read(text);
        for (const { version } of entries) expect(text).toContain(version);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('several files', () => {
  const names = ['one', 'two', 'three'];
  const waypoint = loadShipped('waypoint').catalog;

  async function readAll(texts: readonly string[], readers: readonly (string | undefined)[] = []) {
    const files = await Promise.all(
      texts.map(async (text, i) => ({
        name: names[i] ?? '',
        material: await prepareMaterial(text),
        reader: readers[i],
      })),
    );
    const result = await readFiles(files, waypoint);
    return {
      entries: result.entries.map(
        ({ name, component, version, count }) => `${name} ${component} ${version} ${count}`,
      ),
      problems: result.problems.map(({ file, code, isDropped }) => `${file} ${code} ${isDropped}`),
      known: result.files.map(({ alreadyKnown }) => alreadyKnown),
      result,
    };
  }

  const ps = (server: string) => `NAMES             IMAGE
waypoint-server   hashicorp/waypoint:${server}
`;
  const table = (rows: string) => `name,component,version,count\n${rows}`;

  it('takes the same thing in two files for one', async () => {
    const { entries, problems, known } = await readAll([
      ps('0.10.5'),
      'CLI: v0.10.3 (136a885b9)\nServer: v0.10.5\n',
      table('ci,cli,0.9.1,3\n'),
    ]);
    expect(entries).toEqual([
      'waypoint-server server 0.10.5 1',
      'client client 0.10.3 1',
      'ci client 0.9.1 3',
    ]);
    expect(problems).toEqual([]);
    expect(known).toEqual([0, 1, 0]);
  });

  it('believes what the server reported rather than the tag of an image, and says so', async () => {
    const version = 'CLI: v0.10.3 (136a885b9)\nServer: v0.9.1\n';
    const later = await readAll([ps('0.10.5'), version]);
    expect(later.entries[0]).toBe('waypoint-server server 0.9.1 1');
    expect(later.problems).toEqual(['two contradiction false']);
    const earlier = await readAll([version, ps('0.10.5')]);
    expect(earlier.entries).toContain('server server 0.9.1 1');
    expect(earlier.problems).toEqual(['two contradiction true']);
  });

  it('lets no member of a cluster speak for those that are older, and counts them all', async () => {
    const kubernetes = loadShipped('kubernetes').catalog;
    const pods = (...versions: string[]) =>
      `NAME NAMESPACE IMAGE\n${versions.map((version, i) => `kube-apiserver-cp-${i}\tkube-system\tregistry.k8s.io/kube-apiserver:v${version}`).join('\n')}\n`.replaceAll(
        ' ',
        '\t',
      );
    const answered = (version: string) => `Client Version: v1.27.3\nServer Version: v${version}\n`;
    const readServer = async (...texts: string[]) => {
      const files = await Promise.all(
        texts.map(async (text) => ({ name: 'f', material: await prepareMaterial(text) })),
      );
      const { entries, problems } = await readFiles(files, kubernetes);
      const server = entries.find(({ component }) => component === 'kube-apiserver');
      return [server?.version, server?.count, problems.map(({ code }) => code)];
    };
    const said = ['rolling-upgrade', 'contradiction'];
    expect(await readServer(pods('1.27.3', '1.26.3'), answered('1.27.3'))).toEqual(['1.26.3', 2, said]);
    expect(await readServer(answered('1.27.3'), pods('1.27.3', '1.26.3'))).toEqual(['1.26.3', 2, said]);
    expect(await readServer(pods('1.27.3', '1.27.3'), answered('1.26.3'))).toEqual([
      '1.26.3',
      2,
      said.slice(1),
    ]);
    expect(await readServer(answered('1.26.3'), pods('1.27.3', '1.27.3'))).toEqual([
      '1.26.3',
      2,
      said.slice(1),
    ]);
    expect(await readServer(answered('1.27.3'), pods('1.27.3', '1.27.3', '1.27.3'))).toEqual([
      '1.27.3',
      3,
      [],
    ]);
    expect(await readServer(pods('1.27.3', '1.27.3', '1.27.3'), answered('1.27.3'))).toEqual([
      '1.27.3',
      3,
      [],
    ]);
  });

  it('keeps both of a consumer that two files contradict each other about', async () => {
    const { entries, problems } = await readAll([table('ci,cli,0.9.1,3\n'), table('ci,cli,0.10.3,3\n')]);
    expect(entries).toEqual(['ci client 0.9.1 3', 'ci (2) client 0.10.3 3']);
    expect(problems).toEqual(['two contradiction false']);
  });

  it('adds nothing twice, and says where the counts differ', async () => {
    const { entries, problems, known } = await readAll([
      table('ci,cli,0.9.1,3\n'),
      table('ci,cli,v0.9.1,5\n'),
    ]);
    expect(entries).toEqual(['ci client 0.9.1 3']);
    expect(problems).toEqual(['two contradiction true']);
    expect(known).toEqual([0, 1]);
  });

  it('takes parts without a name of their own for several', async () => {
    const { entries, problems } = await readAll(['CLI: v0.10.3\n', 'CLI: v0.10.3\n']);
    expect(entries).toEqual(['client client 0.10.3 1', 'client (2) client 0.10.3 1']);
    expect(problems).toEqual([]);
  });

  it('counts containers of the server as its replicas, and no container twice', async () => {
    const rows = (a: string, b: string) => `NAMES               IMAGE
waypoint-server-0   hashicorp/waypoint:${a}
waypoint-server-1   hashicorp/waypoint:${b}
`;
    expect((await readAll([rows('0.10.5', '0.10.5')])).entries).toEqual([
      'waypoint-server-0 server 0.10.5 2',
    ]);
    const mixed = await readAll([rows('0.10.5', '0.10.3')]);
    expect(mixed.entries).toEqual(['waypoint-server-0 server 0.10.5 1']);
    expect(mixed.problems).toEqual(['one contradiction true']);
    const twice = await readAll([ps('0.10.5'), ps('0.10.5')]);
    expect(twice.entries).toEqual(['waypoint-server server 0.10.5 1']);
  });

  it('reads by the reader that was chosen by hand, and says what else a file could be', async () => {
    const { result } = await readAll(['CLI: v0.10.3\n', 'CLI: v0.10.3\n'], [undefined, 'inventory']);
    expect(result.files.map(({ recognised }) => recognised?.reader)).toEqual(['waypoint-version', undefined]);
    expect(result.files[1]?.alternatives.map(({ reader }) => reader)).toContain('waypoint-version');
    expect(result.problems).toMatchObject([{ file: 'two', code: 'not-an-inventory' }]);
  });

  it('does not take the daemon’s own line for one of Kubernetes', async () => {
    const info =
      'Client: Docker Engine - Community\n Version:    25.0.1\nServer:\n Containers: 14\n Server Version: 25.0.1\n';
    const { result } = await readAll([info]);
    expect(result.problems.map(({ message }) => message).join()).not.toMatch(/kubernetes/i);
  });

  it('does not read output of one product by the catalog of another', async () => {
    const files = [{ name: 'x', material: await prepareMaterial('CLI: v1.0.0\nServer: v1.0.0\n') }];
    const { entries, problems } = await readFiles(files, catalog);
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([{ code: 'other-product', file: 'x' }]);
  });

  it.each([
    [
      'bytes of UTF-16 without a mark',
      new TextEncoder().encode([...'name,version'].join('\0')),
      'text in UTF-16',
    ],
    ['a log', '2023-02-20T10:12:01Z [INFO] started\n2023-02-20T10:12:02Z [WARN] slow\n', 'a log'],
    ['a PDF', '%PDF-1.7\n', 'a PDF file'],
    ['JSON of something else', '{"kind":"Secret"}', 'JSON'],
  ])('says of %s what it seems to be, and what would be read', async (_, content, word) => {
    const { entries, problems, recognised } = await read(content);
    expect({ entries, recognised }).toEqual({ entries: [], recognised: undefined });
    expect(problems[0]?.message).toContain(`This seems to be ${word}`);
    expect(problems[0]?.message).toContain('`docker ps`');
  });
});
