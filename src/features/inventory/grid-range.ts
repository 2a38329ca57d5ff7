/**
 * Which cells are chosen, and which cells does a paste or a fill reach?
 *
 * Places are counted in the rows as they are shown. Rows behind the last one are rows to be added.
 */
import type { Cells } from '../../session/cell-text';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Both ends belong to it. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface PlacedText extends Place {
  readonly text: string;
}

export function rangeOf(a: Place, b: Place): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function isInRange({ top, bottom, left, right }: Range, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export const heightOf = ({ top, bottom }: Range) => bottom - top + 1;
const widthOf = ({ left, right }: Range) => right - left + 1;

export function* placesOf({ top, bottom, left, right }: Range): Generator<Place> {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) yield { row, column };
}

/**
 * Where cells go that are pasted over a range: from its first cell on; as often as they fit where the range is a multiple of
 * them. `undefined` where they are wider than the columns that are left.
 */
export function placeCells(cells: Cells, range: Range, columns: number): readonly PlacedText[] | undefined {
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  const repeat = (all: number, one: number) => (all % one === 0 ? all / one : 1);
  const high = height * repeat(heightOf(range), height);
  const wide = width * repeat(widthOf(range), width);
  if (range.left + wide > columns) return undefined;
  const placed: PlacedText[] = [];
  for (let row = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      const text = cells[row % height]?.[column % width] ?? '';
      placed.push({ row: range.top + row, column: range.left + column, text });
    }
  }
  return placed;
}

/**
 * What filling makes of a range when it is drawn on to another row, down or up: its rows again and again, in their order.
 * Nothing where that row is one of its own.
 */
export function fillTo(
  source: Range,
  row: number,
  textAt: (place: Place) => string,
): { readonly range: Range; readonly placed: readonly PlacedText[] } | undefined {
  const { top, bottom, left, right } = source;
  if (row >= top && row <= bottom) return undefined;
  const range =
    row > bottom ? { top: bottom + 1, bottom: row, left, right } : { top: row, bottom: top - 1, left, right };
  const height = heightOf(source);
  const placed = [...placesOf(range)].map((place) => {
    const from = top + ((((place.row - top) % height) + height) % height);
    return { ...place, text: textAt({ row: from, column: place.column }) };
  });
  return { range, placed };
}
