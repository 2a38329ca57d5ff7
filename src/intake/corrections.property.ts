/** A row that a person corrects is read as if the file said so. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCatalog, loadShipped } from '../testing/build';
import { RUNS } from '../testing/runs';
import type { CorrectedCells, Correction } from './intake-result';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

const catalog = buildCatalog();

/** A row of the table: beside what is corrected everywhere, the range of one protocol. */
type Cells = Omit<CorrectedCells, 'protocols'> & { readonly range: string };

const cells: fc.Arbitrary<Cells> = fc.record({
  component: fc.constantFrom('server', 'client', 'Client', 'clinet', ''),
  version: fc.constantFrom('1.0.0', 'v1.0.0', 'latest', ''),
  count: fc.constantFrom('', '2', '07', 'many', '0'),
  range: fc.constantFrom('', '1-2', '1–2', '2', '2-1', 'x'),
});
const table = fc.record({
  rows: fc.array(cells, { minLength: 1, maxLength: 12 }),
  named: fc.boolean(),
  corrected: fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), cells),
  group: fc.boolean(),
});

const write = (rows: readonly Cells[], isNamed: boolean) =>
  [
    'name,component,version,count,api',
    ...rows.map(
      ({ component, version, count, range }, i) =>
        `${isNamed ? `e${i}` : ''},${component},${version},${count},${range}`,
    ),
  ].join('\n');

async function read(text: string, group: boolean, corrections: readonly Correction[]) {
  const file = { name: '', material: await prepareMaterial(text), reader: 'table', corrections };
  const { entries, problems, rows } = await readFiles([file], catalog, { group });
  return { entries, rows, problems: problems.map(({ code, line, row }) => ({ code, line, row })) };
}

it('reads corrected rows as if they stood so in the file, and all others as before', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ rows, named, corrected, group }) => {
      const corrections = Object.entries(corrected)
        .map(
          ([number, { range, ...texts }]): Correction => ({
            number: Number(number),
            ...texts,
            protocols: range === '' ? '' : `api ${range}`,
          }),
        )
        .filter(({ number }) => number <= rows.length);
      const asCorrected = rows.map((row, i) => corrected[String(i + 1)] ?? row);
      // A row without any text is no row of a table; a correction leaves it one.
      const isBlank = (row: Cells) => Object.values(row).every((text) => text === '');
      fc.pre(named || ![...rows, ...asCorrected].some(isBlank));
      expect(await read(write(rows, named), group, corrections)).toEqual(
        await read(write(asCorrected, named), group, []),
      );
    }),
    { numRuns: RUNS },
  );
});

it('tells of a wrong row which it is, what stands in its cells, and which cell is wrong', async () => {
  const { problems } = await read('name,component,version\nmain,server,1.0.0\nci,client,latest', false, []);
  expect(problems).toEqual([
    {
      code: 'not-a-version',
      line: 3,
      row: { number: 2, name: 'ci', component: 'client', version: 'latest', count: '', cell: 'version' },
    },
  ]);
});

it('takes a row that tells too little once a person says the rest, and none whose cells are mixed up', async () => {
  const { catalog: waypoint } = loadShipped('waypoint');
  const status = 'ID               Type     Priority  Status\nwaypoint-server  service  50        running\n';
  const correction = { number: 1, component: 'server', version: '0.10.5', count: '' };
  const told = { name: '', material: await prepareMaterial(status), corrections: [correction] };
  const { entries, problems } = await readFiles([told], waypoint);
  expect(entries).toMatchObject([{ name: 'waypoint-server', component: 'server', version: '0.10.5' }]);
  expect(problems).toEqual([]);

  const mixed = await read('name,component,version\nci,client,1.0.0,x', false, [
    { number: 1, component: 'client', version: '1.0.0', count: '' },
  ]);
  expect(mixed.problems).toMatchObject([{ code: 'too-many-cells', row: undefined }]);
});

it('takes a corrected row also where so many are wrong like it that they are listed no more', async () => {
  const rows = Array.from({ length: 1100 }, (_, i) => `e${i},client,latest`);
  const corrections = [{ number: 1100, component: 'client', version: '1.0.0', count: '' }];
  const { entries } = await read(['name,component,version', ...rows].join('\n'), false, corrections);
  expect(entries).toMatchObject([{ name: 'e1099', version: '1.0.0' }]);
});

it.each([
  ['api 1-2', { api: [1, 2] }],
  ['API: 1, 2', { api: [1, 2] }],
  ['api=[1,2]', { api: [1, 2] }],
  ['', undefined],
])('reads %j in the place of a range that was wrong', async (protocols, ranges) => {
  const text = 'name,component,version,api\nci,client,1.0.0,2-1';
  const { problems } = await readFiles([{ name: '', material: await prepareMaterial(text) }], catalog);
  expect(problems).toMatchObject([{ code: 'not-a-range', row: { cell: 'protocols', protocols: 'api 2-1' } }]);
  const correction = { number: 1, component: 'client', version: '1.0.0', count: '', protocols };
  const file = { name: '', material: await prepareMaterial(text), corrections: [correction] };
  const { entries, problems: left } = await readFiles([file], catalog);
  expect(left).toEqual([]);
  expect(entries[0]?.protocols).toEqual(ranges);
});
