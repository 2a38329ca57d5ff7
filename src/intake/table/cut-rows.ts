/**
 * Where do the rows of a table begin and end? Text comes piece by piece, and no more of it is kept than one row and one
 * piece. Source: RFC 4180; quotes are papaparse's business, text without any is simply split.
 */
import Papa from 'papaparse';

export interface RawRow {
  readonly cells: readonly string[];
  /** The line that it begins on, from 1: a quoted cell may go over several. */
  readonly line: number;
  /** What is wrong with its quotes. */
  readonly quotes?: 'open' | 'stray' | undefined;
}

function countBreaks(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

export class RowCutter {
  /** The line on which the text begins that is left. */
  line = 1;
  /** What was not ended by a line break yet. */
  rest = '';

  constructor(private readonly delimiter: string) {}

  /** Rows that the piece completes; with the last piece also what is left. */
  cut(piece: string, isLast: boolean, take: (row: RawRow) => void): void {
    let text = this.rest + piece;
    // The other half of a line break may come with the next piece.
    const isHeld = !isLast && text.endsWith('\r');
    if (isHeld) text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    const end = text.includes('"') ? this.parse(text, isLast, take) : this.split(text, isLast, take);
    this.rest = text.slice(end) + (isHeld ? '\r' : '');
  }

  private split(text: string, isLast: boolean, take: (row: RawRow) => void): number {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      take({ cells: text.slice(from, at).split(this.delimiter), line: this.line });
      this.line += 1;
      from = at + 1;
    }
    if (!isLast) return from;
    take({ cells: text.slice(from).split(this.delimiter), line: this.line });
    return text.length;
  }

  private parse(text: string, isLast: boolean, take: (row: RawRow) => void): number {
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Parsed;
    const quotes = new Map<number, 'open' | 'stray'>();
    for (const { code, row } of errors) {
      if (code === 'MissingQuotes') quotes.set(row, 'open');
      else if (code === 'InvalidQuotes' && !quotes.has(row)) quotes.set(row, 'stray');
    }
    // The last row of all is not ended by a line break.
    const isOneLineEach = countBreaks(text, meta.cursor) === data.length - (isLast ? 1 : 0);
    for (const [i, cells] of data.entries()) {
      take({ cells, line: this.line, quotes: quotes.get(i) });
      this.line += 1;
      if (!isOneLineEach) for (const cell of cells) this.line += countBreaks(cell);
    }
    return meta.cursor;
  }
}

/** Rows of a text that is there as a whole. */
export function cutRows(text: string, delimiter: string): RawRow[] {
  const rows: RawRow[] = [];
  new RowCutter(delimiter).cut(text, true, (row) => rows.push(row));
  return rows;
}

export function isBlankRow({ cells }: RawRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}
