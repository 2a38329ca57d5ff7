/**
 * Reads a table with lines between its cells: headings, a line of dashes, rows, with bars between the columns
 * (`waypoint runner list`, and whatever else prints by github.com/olekukonko/tablewriter).
 */

export interface BorderedRow {
  /** By heading as printed; cells that are empty are ''. */
  readonly cells: ReadonlyMap<string, string>;
  /** From 1. */
  readonly line: number;
  /** Whether it has another number of cells than there are headings, so that none of them can be trusted. */
  readonly isMisaligned: boolean;
}

export interface BorderedTable {
  readonly headings: readonly string[];
  readonly rows: readonly BorderedRow[];
}

const BORDER = /^[\s+|]*---[-+|\s]*$/;

/** No tool prints nearly as many. */
const MAX_COLUMNS = 200;

const hasFrame = (line: string) => line.trimStart().startsWith('|');

/** With a frame around the table the first and the last bar are no ends of cells. */
function splitCells(line: string, isFramed: boolean): string[] {
  const inner = isFramed ? line.trim().replace(/^\||\|$/g, '') : line;
  return inner.split('|').map((cell) => cell.trim());
}

/** All tables whose headings are `isHeadings`. A table ends with the first line that has no bar. */
export function findBorderedTables(
  lines: readonly string[],
  isHeadings: (headings: readonly string[]) => boolean,
): readonly BorderedTable[] {
  const tables: BorderedTable[] = [];
  for (let at = 1; at < lines.length; at++) {
    const border = lines[at] ?? '';
    // Few lines have dashes at all, and these are found in a fraction of the time.
    if (!border.includes('---') || !BORDER.test(border)) continue;
    const before = lines[at - 1] ?? '';
    const isFramed = hasFrame(before);
    const headings = splitCells(before, isFramed);
    if (headings.length > MAX_COLUMNS || !isHeadings(headings)) continue;
    const rows: BorderedRow[] = [];
    for (at += 1; (lines[at] ?? '').includes('|'); at++) {
      const cells = splitCells(lines[at] ?? '', isFramed);
      const isMisaligned = cells.length !== headings.length;
      rows.push({
        cells: new Map(headings.map((heading, i) => [heading, cells[i] ?? ''])),
        line: at + 1,
        isMisaligned,
      });
    }
    tables.push({ headings, rows });
  }
  return tables;
}
