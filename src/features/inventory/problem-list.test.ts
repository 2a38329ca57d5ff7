import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../testing/build';
import type { BroughtSource, CorrectedRow } from './import-source';
import { addSources, TYPED_ID, typeText } from './import-source';
import { listProblems } from './problem-list';
import type { ReadProblem, WrongRow } from './reading';

const catalog = buildCatalog();

function answer(sources: readonly BroughtSource[], problems: readonly ReadProblem[]) {
  const result = {
    files: [],
    entries: [],
    uncounted: [],
    isGrouped: false,
    labels: [],
    rows: 0,
    problems,
    readers: [],
    catalog,
  };
  return { sources, result };
}

function list(sources: readonly BroughtSource[], problems: readonly ReadProblem[]) {
  return listProblems(answer(sources, problems)).map((item) =>
    'problems' in item
      ? `${item.file}#${item.number} ${item.cells.version} ${item.problems.map(({ code }) => code).join('+') || 'corrected'}`
      : `${item.file} ${item.message}`,
  );
}

const source = (id: string, corrections: readonly CorrectedRow[] = []): BroughtSource => ({
  id,
  name: `${id}.csv`,
  content: '',
  corrections,
});
const corrected = (number: number, version: string): CorrectedRow => ({
  number,
  name: '',
  place: '',
  component: 'client',
  version,
  count: '',
});
const wrong = (
  file: string | undefined,
  number: number,
  code: string,
  cell: WrongRow['cell'] = 'version',
): ReadProblem => ({
  ...(file !== undefined && { file }),
  code,
  message: code,
  isDropped: true,
  row: { number, name: '', component: 'client', version: 'bad', count: '', cell },
});
const remark = (file: string, message: string): ReadProblem => ({
  file,
  code: 'x',
  message,
  isDropped: false,
});

describe('problems as they are shown', () => {
  it('are one for each row, however much is wrong with it', () => {
    const problems = [
      wrong(undefined, 2, 'a'),
      wrong(undefined, 2, 'b', 'protocols'),
      wrong(undefined, 3, 'c'),
    ];
    expect(list([source('one')], problems)).toEqual(['#2 bad a+b', '#3 bad c']);
  });

  it('cannot be corrected where no cell is that a person may correct', () => {
    expect(list([source('one')], [wrong(undefined, 2, 'label', 'labels')])).toEqual([' label']);
  });

  it('has the ranges of a row where one of them is wrong, and keeps them while they are corrected', () => {
    const range = wrong(undefined, 2, 'range', 'protocols');
    const problems = [
      wrong(undefined, 2, 'version'),
      { ...range, ...(range.row && { row: { ...range.row, protocols: 'api 2-1' } }) },
    ];
    const cells = (sources: readonly BroughtSource[], found: readonly ReadProblem[]) =>
      listProblems(answer(sources, found)).map((item) => 'cells' in item && item.cells.protocols);
    expect(cells([source('one')], problems)).toEqual(['api 2-1']);
    const mended = { ...corrected(2, '1.0.0'), protocols: 'api 1-2' };
    expect(cells([source('one', [mended])], [])).toEqual(['api 1-2']);
  });

  it('keep rows that are corrected where they were, file by file', () => {
    const sources = [source('one', [corrected(2, '1.0.0')]), source('two', [corrected(1, '2.0.0')])];
    const problems = [
      remark('one.csv', 'at the start'),
      wrong('one.csv', 1, 'a'),
      wrong('one.csv', 3, 'b'),
      remark('one.csv', 'after 3'),
      wrong('two.csv', 4, 'c'),
      { code: 'more', message: 'and more', isDropped: true },
    ];
    expect(list(sources, problems)).toEqual([
      'one.csv at the start',
      'one.csv#1 bad a',
      'one.csv#2 1.0.0 corrected',
      'one.csv#3 bad b',
      'one.csv after 3',
      'two.csv#1 2.0.0 corrected',
      'two.csv#4 bad c',
      ' and more',
    ]);
  });

  it('tell a row that is still wrong as it was corrected', () => {
    const items = list([source('one', [corrected(2, 'bad')])], [wrong(undefined, 2, 'a')]);
    expect(items).toEqual(['#2 bad a']);
  });
});

describe('sources', () => {
  it('have names of their own, since problems are told by them', () => {
    const files = ['pods.json', 'pods.json', 'pods.json (2)'].map((name) => ({ name, content: 'x' }));
    const names = addSources([], files).map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    expect(names.slice(0, 2)).toEqual(['pods.json', 'pods.json (2)']);
  });

  it('are the text in the field for as long as there is any, and other texts beside it', () => {
    const typed = typeText([], 'a,b');
    expect(typed).toMatchObject([{ id: TYPED_ID, content: 'a,b' }]);
    const both = addSources(typed, [{ name: 'Pasted text', content: 'c,d' }]);
    expect(typeText(both, 'e,f').map(({ content }) => content)).toEqual(['e,f', 'c,d']);
    expect(typeText(both, ' ').map(({ content }) => content)).toEqual(['c,d']);
  });

  it('forget corrections of a text that is edited: its rows may be others', () => {
    const [typed] = typeText([], 'a,b');
    const now = typeText([{ ...source(TYPED_ID, [corrected(1, '1.0.0')]), ...typed }], 'x,y');
    expect(now[0]?.corrections ?? []).toEqual([]);
  });
});
