/** Workbooks that are none, broken, or made to do harm; and columns that a person chooses. */
import { expect, it } from 'vitest';
import { loadShipped } from '../../testing/build';
import { buildWorkbook, buildZip, type PackedPart, partsOfWorkbook } from '../../testing/build-workbook';
import { prepareMaterial } from '../material';
import { openFile } from '../open-file';
import { readFiles } from '../read-files';
import { readerByHand } from '../reader-list';

const { catalog } = loadShipped('waypoint');
const ROWS = [
  ['name', 'component', 'version'],
  ['main', 'server', '0.10.5'],
];
const PARTS = partsOfWorkbook([{ name: 'Fleet', rows: ROWS }]);

async function read(content: Uint8Array) {
  return readFiles([{ name: '', material: await prepareMaterial(content) }], catalog);
}

async function problemOf(content: Uint8Array) {
  const { entries, problems } = await read(content);
  expect(entries).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0];
}

const replace = (name: string, part: Partial<PackedPart>) =>
  buildZip(PARTS.map((one) => (one.name === name ? { ...one, ...part } : one)));

/** A compound file with streams of these names. */
const compound = (...streams: string[]) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      ...streams.map((stream) => Buffer.from(`${stream}\0`, 'utf16le')),
    ]),
  );

it.each([
  ['an old workbook', compound('Root Entry', 'Workbook'), 'not-xlsx', /old kind \(\.xls\).*save it as/i],
  [
    'an encrypted workbook',
    compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    'encrypted',
    /password/,
  ],
  [
    'a binary workbook',
    buildZip([{ name: 'xl/workbook.bin', content: 'x' }]),
    'not-xlsx',
    /\.xlsb\).*save it as/i,
  ],
  [
    'an OpenDocument spreadsheet',
    buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'content.xml', content: '<x/>' },
    ]),
    'not-xlsx',
    /\.ods\).*save it as/i,
  ],
  ['a document', buildZip([{ name: 'word/document.xml', content: '<x/>' }]), 'not-xlsx', /Word/],
  ['any archive', buildZip([{ name: 'fleet.csv', content: 'a' }]), 'not-xlsx', /Unpack it/],
  ['an empty archive', buildZip([]), 'not-xlsx', /Unpack it/],
  ['an empty workbook', buildWorkbook({ name: 'x', rows: [] }), 'empty-workbook', /anything in it/],
])('says of %s what it is and what to do', async (_, content, code, message) => {
  const problem = await problemOf(content);
  expect(problem).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(problem?.path).toBeTruthy();
});

it.each([
  ['one that is cut off', buildZip(PARTS).slice(0, 900)],
  ['an encrypted part', replace('xl/workbook.xml', { says: { flags: 1 } })],
  ['a method that is not known', replace('xl/workbook.xml', { says: { method: 99 } })],
  ['a part twice', buildZip([...PARTS, ...PARTS.slice(1, 2)])],
  ['a part that is larger than it says', replace('xl/workbook.xml', { says: { size: 10 } })],
  ['a part that is smaller than it says', replace('xl/workbook.xml', { says: { size: 700 } })],
  ['a size that no part has', replace('xl/workbook.xml', { says: { size: 0xffffffff } })],
  [
    'entities of its own',
    replace('xl/workbook.xml', { content: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
  ],
  [
    'a tag that does not end',
    replace('xl/worksheets/sheet1.xml', { content: '<worksheet><sheetData><row r="1' }),
  ],
  ['a sheet that is missing', buildZip(PARTS.filter(({ name }) => !name.endsWith('sheet1.xml')))],
])('refuses %s', async (_, content) => {
  expect(await problemOf(content)).toMatchObject({ code: 'broken-workbook' });
});

it('unpacks no bomb, whatever it says of its size', async () => {
  const large = ' '.repeat(4 * 1024 * 1024);
  const told = replace('xl/worksheets/sheet1.xml', { content: large, says: { size: 200 * 1024 * 1024 } });
  expect(await problemOf(told)).toMatchObject({
    code: 'broken-workbook',
    message: expect.stringMatching(/too large/),
  });
  const lied = replace('xl/worksheets/sheet1.xml', { content: large, says: { size: 1000 } });
  expect(await problemOf(lied)).toMatchObject({
    code: 'broken-workbook',
    message: expect.stringMatching(/larger/),
  });
});

it('goes through no more of merged cells than there can be of a table', async () => {
  const merged = Array.from({ length: 2000 }, () => 'B3:ZZZ1048576');
  const last = Array.from({ length: 1_000 }, () => []);
  const rows = [...ROWS, ['ci', 'client'], ...last, ['web', 'client', '0.10.5']];
  const { entries, problems } = await read(buildWorkbook({ name: 'Fleet', rows, merged }));
  expect(entries.map(({ name }) => name)).toEqual(['main', 'web']);
  expect(problems).toMatchObject([{ code: 'merged-cell', path: 'C3' }]);
});

it('takes no version from a part whose bytes were changed', async () => {
  const content = replace('xl/sharedStrings.xml', { isStored: true });
  const at = Buffer.from(content).indexOf('0.10.5');
  content[at + 5] = 0x36;
  expect(await problemOf(content)).toMatchObject({ message: expect.stringMatching(/checksum/) });
});

it('leaves out how texts are pronounced, and keeps names that mean something to JavaScript', async () => {
  const strings = (text: string) => `<si>${text}</si>`;
  const shared = [
    strings('<r><t>comp</t></r><r><t>onent</t></r><rPh sb="0" eb="2"><t>コンポ</t></rPh><phoneticPr/>'),
    strings('<t>version</t>'),
    strings('<t>name</t>'),
    strings('<t>server</t>'),
    strings('<t>0.10.5</t>'),
    strings('<t>__proto__&#x20;&lt;_x0041_&gt;</t>'),
  ];
  const cell = (index: number) => ({ xml: `<c t="s"><v>${index}</v></c>` });
  const parts = partsOfWorkbook([
    {
      name: '__proto__',
      rows: [
        [cell(0), cell(1), cell(2)],
        [cell(3), cell(4), cell(5)],
      ],
    },
  ]);
  const content = buildZip(
    parts.map((part) =>
      part.name === 'xl/sharedStrings.xml' ? { ...part, content: `<sst>${shared.join('')}</sst>` } : part,
    ),
  );
  const { entries, problems } = await read(content);
  expect(problems).toEqual([]);
  expect(entries).toMatchObject([{ name: '__proto__ <A>', component: 'server', version: '0.10.5' }]);
});

it('offers its columns where headings are missing, and reads those that are chosen', async () => {
  const rows = [
    ['Box', 'What', 'Runs'],
    ['main', 'server', '0.10.5'],
  ];
  const material = await prepareMaterial(buildWorkbook({ name: 'Fleet', rows }));
  const { files, problems } = await readFiles([{ name: '', material }], catalog);
  expect(problems).toMatchObject([{ code: 'no-headings', path: 'row 1' }]);
  const columns = files[0]?.columns?.map(({ meaning }) => meaning);
  expect(columns).toMatchObject([{ kind: 'none' }, { kind: 'component' }, { kind: 'version' }]);
  const chosen = await readFiles([{ name: '', material, columns }], catalog);
  expect(chosen.problems).toEqual([]);
  expect(chosen.entries).toMatchObject([{ component: 'server', version: '0.10.5' }]);
});

it('reads a large one as a whole, also where its columns are chosen', async () => {
  const noise = new Uint8Array(5 * 1024 * 1024);
  const bytes = buildZip([{ name: 'xl/media/photo.png', content: noise, isStored: true }, ...PARTS]);
  const source = { size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) };
  const columns = [{ kind: 'none' }, { kind: 'component' }, { kind: 'version' }] as const;
  const byHeadings = { name: '', material: await openFile(source) };
  const byHand = { name: '', material: await openFile(source, readerByHand(undefined, columns)), columns };
  for (const [file, name] of [
    [byHeadings, 'main'],
    [byHand, 'server 1'],
  ] as const) {
    const { entries, problems } = await readFiles([file], catalog);
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ name, component: 'server', version: '0.10.5' }]);
  }
});

it('says which sheet was read, and which were not', async () => {
  const { files } = await read(
    buildWorkbook({ name: 'Notes', rows: [['Hello']] }, { name: 'Fleet', rows: [[], ...ROWS] }),
  );
  expect(files[0]?.recognised?.why).toContain(
    'The sheet "Fleet" is read from its row 2 on. Not read: the sheet "Notes".',
  );
});

it('lets a version that became a number be corrected by hand', async () => {
  const content = buildWorkbook({ name: 'Fleet', rows: [...ROWS, ['ci', 'client', 0.1]] });
  const { problems } = await read(content);
  expect(problems).toMatchObject([
    { code: 'number-cell', path: 'C3', row: { number: 2, name: 'ci', component: 'client', cell: 'version' } },
  ]);
});
