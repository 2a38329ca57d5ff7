/** How is a row written for storage? Cells without text are left out, so that thousands of rows stay small. */
import type { DraftRow } from './inputs';

function writeRow({ more, ...cells }: DraftRow): string {
  const typed = Object.entries(cells).filter(([, text]) => text !== '');
  return JSON.stringify({
    ...Object.fromEntries(typed),
    ...(Object.keys(more).length > 0 && { more }),
  });
}

// Rows are immutable, so that what was written of one holds for as long as it is the same row.
const texts = new WeakMap<DraftRow, string>();

export function rowText(row: DraftRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    text = writeRow(row);
    texts.set(row, text);
  }
  return text;
}
