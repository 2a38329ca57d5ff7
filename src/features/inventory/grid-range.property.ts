import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTo, heightOf, isInRange, type Place, placeCells, placesOf, rangeOf } from './grid-range';

const COLUMNS = 7;
const place = fc.record({
  row: fc.integer({ min: 0, max: 20 }),
  column: fc.integer({ min: 0, max: COLUMNS - 1 }),
});
const range = fc.tuple(place, place).map(([a, b]) => rangeOf(a, b));
/** Each cell with a text of its own. */
const cells = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .map(([height, width]) =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => `${row}.${column}`),
    ),
  );
const textAt = ({ row, column }: Place) => `${row}.${column}`;

describe('a range', () => {
  it('holds its corners and all between, whichever way it was drawn', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, other) => {
        const drawn = rangeOf(a, b);
        expect(rangeOf(b, a)).toEqual(drawn);
        const places = [...placesOf(drawn)];
        for (const corner of [a, b]) expect(places).toContainEqual(corner);
        const isThere = places.some(({ row, column }) => row === other.row && column === other.column);
        expect(isInRange(drawn, other)).toBe(isThere);
        expect(new Set(places.map(textAt)).size).toBe(places.length);
      }),
    );
  });
});

describe('a paste', () => {
  it('puts the block where the range begins, each cell once, and never beside the columns', () => {
    fc.assert(
      fc.property(cells, range, (block, at) => {
        const placed = placeCells(block, at, COLUMNS);
        const width = block[0]?.length ?? 0;
        if (placed === undefined) {
          expect(at.left + width).toBeGreaterThan(COLUMNS);
          return;
        }
        expect(new Set(placed.map(textAt)).size).toBe(placed.length);
        for (const { row, column, text } of placed) {
          expect(column).toBeLessThan(COLUMNS);
          expect(text).toBe(`${(row - at.top) % block.length}.${(column - at.left) % width}`);
        }
        expect(placed.length).toBeGreaterThanOrEqual(block.length * width);
      }),
    );
  });

  it('of one cell reaches all that is chosen', () => {
    fc.assert(
      fc.property(range, (at) => {
        const placed = placeCells([['x']], at, COLUMNS) ?? [];
        expect(placed.map(({ row, column }) => ({ row, column }))).toEqual([...placesOf(at)]);
      }),
    );
  });

  it('repeats what fits a multiple of it, and nothing else', () => {
    const twice = { top: 2, bottom: 5, left: 0, right: 0 };
    expect(placeCells([['a'], ['b']], twice, 4)?.map(({ text }) => text)).toEqual(['a', 'b', 'a', 'b']);
    expect(placeCells([['a'], ['b']], { ...twice, bottom: 4 }, 4)).toHaveLength(2);
  });
});

describe('a fill', () => {
  it('goes on with the rows in their order, leaves them as they are, and ends at the row that is meant', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 0, max: 30 }), (source, row) => {
        const filled = fillTo(source, row, textAt);
        if (row >= source.top && row <= source.bottom) {
          expect(filled).toBeUndefined();
          return;
        }
        for (const { text, ...to } of filled?.placed ?? []) {
          expect(isInRange(source, to)).toBe(false);
          const [from = Number.NaN, column] = text.split('.').map(Number);
          expect(column).toBe(to.column);
          expect(isInRange(source, { row: from, column: to.column })).toBe(true);
          expect(Math.abs(to.row - from) % heightOf(source)).toBe(0);
        }
        const reached = filled?.placed.map((to) => to.row) ?? [];
        expect(row > source.bottom ? Math.max(...reached) : Math.min(...reached)).toBe(row);
        expect(new Set(reached).size).toBe(row > source.bottom ? row - source.bottom : source.top - row);
      }),
    );
  });
});
