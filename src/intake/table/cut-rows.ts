/**
 * Where do the rows of a table begin and end, and their cells? Text comes piece by piece, and no more of it is kept than one
 * row and one piece. Source: RFC 4180.
 *
 * A row is given as places in a text: most rows of a large table are like another one, and need not be cut out. What is more
 * than cells with or without quotes around them (quotes within, cells over several lines) is papaparse's business.
 */
import Papa from 'papaparse';

const QUOTE = 34;
/** Cells of a row that are looked for here. */
const MOST_CELLS = 1024;
/** Rows that papaparse reads at once where one is its business: others are as a rule not far. */
const BATCH = 64;
/** Parts cells that papaparse cut. */
export const SEPARATOR = '\u0000';

/** One for all rows of a table: what it says holds until the next row. */
export interface RowView {
  readonly text: string;
  /** Where the content of each cell begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many cells it has. */
  readonly width: number;
  /** The line that it begins on, from 1: a cell may go over several. */
  readonly line: number;
  /** What is wrong with its quotes. */
  readonly quotes: 'open' | 'stray' | undefined;
}

export function cellOf({ text, starts, ends, width }: RowView, index: number): string {
  return index < width ? text.slice(starts[index], ends[index]) : '';
}

export function cellsOf(row: RowView): string[] {
  const cells: string[] = [];
  for (let i = 0; i < row.width; i++) cells.push(cellOf(row, i));
  return cells;
}

export function isBlankRow(row: RowView): boolean {
  for (let i = 0; i < row.width; i++) {
    if (row.starts[i] !== row.ends[i] && cellOf(row, i).trim() !== '') return false;
  }
  return true;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
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
  private readonly view: { -readonly [Field in keyof RowView]: RowView[Field] };
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly delimiterCode: number;
  /** The next delimiter of the text, as far as it is known. */
  private delimiterAt = -1;

  constructor(private readonly delimiter: string) {
    this.delimiterCode = delimiter.charCodeAt(0);
    this.view = {
      text: '',
      starts: this.starts,
      ends: this.ends,
      width: 0,
      line: 1,
      quotes: undefined,
    };
  }

  /** Rows that the piece completes; with the last piece also what is left. */
  cut(piece: string, isLast: boolean, take: (row: RowView) => void): void {
    let text = this.rest + piece;
    // The other half of a line break may come with the next piece.
    const isHeld = !isLast && text.endsWith('\r');
    if (isHeld) text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.delimiterAt = -1;
    let from = 0;
    while (from < text.length) {
      const found = text.indexOf('\n', from);
      if (found < 0 && !isLast) break;
      const to = found < 0 ? text.length : found;
      const end = this.scan(text, from, to)
        ? this.giveScanned(text, to + 1, take)
        : from + this.giveParsed(text.slice(from), isLast, take);
      if (end === from) break;
      from = end;
    }
    this.rest = text.slice(from) + (isHeld ? '\r' : '');
  }

  /** Finds the cells of a line; `false` where they are not that simple. */
  private scan(text: string, from: number, to: number): boolean {
    const { starts, ends } = this;
    let width = 0;
    for (let at = from; ; at += 1) {
      if (width === MOST_CELLS) return false;
      if (at < to && text.charCodeAt(at) === QUOTE) {
        const close = text.indexOf('"', at + 1);
        if (close < 0 || close >= to) return false;
        starts[width] = at + 1;
        ends[width] = close;
        at = close + 1;
        if (at < to && text.charCodeAt(at) !== this.delimiterCode) return false;
      } else {
        if (this.delimiterAt < at) {
          const next = text.indexOf(this.delimiter, at);
          this.delimiterAt = next < 0 ? Number.MAX_SAFE_INTEGER : next;
        }
        starts[width] = at;
        at = Math.min(this.delimiterAt, to);
        ends[width] = at;
      }
      width += 1;
      if (at >= to) break;
    }
    this.view.width = width;
    return true;
  }

  private giveScanned(text: string, end: number, take: (row: RowView) => void): number {
    this.view.text = text;
    this.view.line = this.line;
    this.view.quotes = undefined;
    take(this.view);
    this.line += 1;
    return end;
  }

  /** How much of the text was read; nothing where its first row does not end in it. */
  private giveParsed(text: string, isLast: boolean, take: (row: RowView) => void): number {
    const { delimiter } = this;
    const parser = new Papa.Parser({ delimiter, newline: '\n', preview: BATCH, fastMode: false });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Parsed;
    const isEnd = isLast && meta.cursor === text.length && text.endsWith('\n');
    for (const [i, cells] of data.entries()) {
      // Behind the last line break there is no row.
      if (isEnd && i > 0 && i === data.length - 1 && cells.length === 1 && cells[0] === '') break;
      const codes = errors.filter(({ row }) => row === i).map(({ code }) => code);
      const quotes = codes.includes('MissingQuotes') ? 'open' : codes.length > 0 ? 'stray' : undefined;
      this.giveCells(cells, quotes, take);
    }
    return meta.cursor;
  }

  private giveCells(cells: readonly string[], quotes: RowView['quotes'], take: (row: RowView) => void): void {
    let at = 0;
    for (const [i, cell] of cells.entries()) {
      this.starts[i] = at;
      this.ends[i] = at + cell.length;
      at += cell.length + 1;
    }
    const { view } = this;
    view.text = cells.join(SEPARATOR);
    view.width = cells.length;
    view.line = this.line;
    view.quotes = quotes;
    take(view);
    this.line += 1 + countBreaks(view.text);
  }
}

export interface CutRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly quotes: RowView['quotes'];
}

/** What the first rows are looked for in, most often. */
const FIRST_PIECE = 4096;

/** The first rows of a text that is there as a whole, `most` of them, blank ones left out. */
export function cutRows(text: string, delimiter: string, most: number): CutRow[] {
  const rows: CutRow[] = [];
  const cutter = new RowCutter(delimiter);
  let from = 0;
  for (let to = FIRST_PIECE; rows.length < most && from < text.length; to *= 2) {
    cutter.cut(text.slice(from, to), to >= text.length, (row) => {
      if (rows.length < most && !isBlankRow(row)) {
        rows.push({ cells: cellsOf(row), line: row.line, quotes: row.quotes });
      }
    });
    from = to;
  }
  return rows;
}
