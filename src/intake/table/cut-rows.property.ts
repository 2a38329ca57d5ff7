/** Rows are the same however the text comes: as a whole or in pieces that end anywhere, with any line breaks. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import { type CutRow, cellsOf, RowCutter, type RowView } from './cut-rows';

const tableText = fc
  .array(fc.constantFrom('a', 'é', '😀', ',', '"', '""', '\n', '\r\n', '\r', ' ', '","', '"\n"', 'x,y\n'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const plainText = tableText.map((text) => text.replaceAll('"', ''));

/** Blank rows too. */
function cutInPieces(text: string, ends: readonly number[]): CutRow[] {
  const rows: CutRow[] = [];
  const cutter = new RowCutter(',');
  const take = (row: RowView) => rows.push({ cells: cellsOf(row), line: row.line, quotes: row.quotes });
  const places = [...new Set(ends.map((end) => end % (text.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of places) {
    cutter.cut(text.slice(from, to), false, take);
    from = to;
  }
  cutter.cut(text.slice(from), true, take);
  return rows;
}

it('cuts the same rows out of pieces as out of the whole, with the same lines', () => {
  fc.assert(
    fc.property(fc.oneof(tableText, plainText), fc.array(fc.nat(), { maxLength: 8 }), (text, ends) => {
      expect(cutInPieces(text, ends)).toEqual(cutInPieces(text, []));
    }),
    { numRuns: RUNS },
  );
});

it('cuts the rows that papaparse does', () => {
  fc.assert(
    fc.property(fc.oneof(tableText, plainText), (text) => {
      const bare = text.replace(/\r\n?/g, '\n');
      const { data } = Papa.parse<string[]>(bare, { delimiter: ',', newline: '\n' });
      // Behind the last line break there is no row; papaparse finds an empty one.
      const last = data.at(-1) ?? [];
      const rows = /(^|\n)$/.test(bare) && last.length === 1 && last[0] === '' ? data.slice(0, -1) : data;
      expect(cutInPieces(text, []).map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: RUNS },
  );
});

it('names the line on which each row begins', () => {
  const textOf = (rows: readonly (readonly string[])[]) =>
    rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  const cell = fc.array(fc.constantFrom('a', '\n', ','), { maxLength: 4 }).map((parts) => parts.join(''));
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.array(fc.nat(), { maxLength: 4 }), (wanted, ends) => {
      const lines = wanted.map(
        (_, i) => (i === 0 ? '' : `${textOf(wanted.slice(0, i))}\n`).split('\n').length,
      );
      expect(cutInPieces(textOf(wanted), ends).map(({ line }) => line)).toEqual(lines);
    }),
    { numRuns: RUNS },
  );
});
