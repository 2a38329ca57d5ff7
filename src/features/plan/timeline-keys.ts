/** Where do the keys lead from a place of the timeline? */
import type { TimelineLayout } from '../../formats/timeline/layout';
import { countRows, type Spot } from '../../formats/timeline/spot';

const PAGE = 10;

/** `undefined` for a key that leads nowhere. */
export function spotAfterKey(
  key: string,
  isFar: boolean,
  spot: Spot,
  layout: TimelineLayout,
): Spot | undefined {
  const [lastRow, lastColumn] = [countRows(layout) - 1, layout.columns.length - 1];
  const at = (row: number, column: number): Spot => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  const { row, column } = spot;
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'PageUp':
      return at(row - PAGE, column);
    case 'PageDown':
      return at(row + PAGE, column);
    case 'Home':
      return at(isFar ? 0 : row, 0);
    case 'End':
      return at(isFar ? lastRow : row, lastColumn);
    default:
      return undefined;
  }
}
