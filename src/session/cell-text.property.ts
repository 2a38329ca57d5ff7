import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells, writeCells } from './cell-text';

const text = fc.string({ unit: fc.constantFrom('a', '1', '.', '"', ',', '=', '\t', '\n', '\r') });
const block = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.array(fc.array(text, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe('cells on the clipboard', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(block, (cells) => {
        expect(readCells(writeCells(cells))).toEqual(cells);
      }),
    );
  });

  it.each<[string, string, string[][]]>([
    ['one text', 'my fleet, all of it', [['my fleet, all of it']]],
    ['a column of names', 'ci\nweb\n', [['ci'], ['web']]],
    ['a column of labels', 'team=a, zone=eu\nteam=b, zone=us', [['team=a, zone=eu'], ['team=b, zone=us']]],
    [
      'cells of a spreadsheet',
      'ci\tclient\r\nweb\tagent\r\n',
      [
        ['ci', 'client'],
        ['web', 'agent'],
      ],
    ],
    [
      'rows of different lengths',
      'ci\tclient\nweb',
      [
        ['ci', 'client'],
        ['web', ''],
      ],
    ],
    [
      'values held apart by commas',
      'ci,client,1.0.0\nweb,agent,',
      [
        ['ci', 'client', '1.0.0'],
        ['web', 'agent', ''],
      ],
    ],
    ['a cell with breaks', '"a\nb"\tc', [['a\nb', 'c']]],
    ['a quote that is only a quote', '5" disk\t"x" y', [['5" disk', '"x" y']]],
  ])('%s', (_, pasted, cells) => {
    expect(readCells(pasted)).toEqual(cells);
  });

  it.each([
    ['JSON', '{\n "a": 1\n}'],
    ['JSON in a line', '{"a":1}'],
    ['YAML', 'image: x\nports:\n- 80'],
    ['what a tool printed', 'NAME    STATUS\nweb-1   Running'],
  ])('%s is no block of cells', (_, pasted) => {
    expect(readCells(pasted)).toBeUndefined();
  });
});
