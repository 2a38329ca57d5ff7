/**
 * Which rows has a table, and which of them are alike?
 *
 * Of a million rows most say what another has said: a row whose cells that matter were seen before is counted without
 * being read again. Nothing that is kept holds on to the piece of text that it came in.
 */
import type { Catalog } from '../../engine/model';
import { findForbiddenKeys } from '../../engine/parsing/forbidden-keys';
import type { ColumnMeaning } from '../columns';
import { copyPlain } from '../copy-plain';
import { describeLostText, REPLACEMENT } from '../lost-text';
import { readCount } from '../read-row';
import type { FoundRow, Place, RowFlow, RowProblem, RowSink, SeenRow } from '../reader';
import { cellOf, cellsOf, isBlankRow, RowCutter, type RowView, SEPARATOR } from './cut-rows';
import type { TextOpening } from './open-table';
import { columnOf, quoteCell, toCells } from './row-cells';

/** Kinds of rows that are remembered. */
const MAX_KINDS = 20_000;
/** A row that goes on for longer is none: most often a quote is never closed. */
const MAX_ROW = 1024 * 1024;
/** Cells that no row of an inventory has, so that an endless one has too many of them rather than one too long. */
const MANY_CELLS = 1000;
/** What a cell of an inventory may hold. */
const MAX_CELL = 10_000;
const QUOTE = 34;
const ZERO = 48;

/** Rows whose cells are equal, but for names, counts and labels that don't keep them apart. */
interface Kind {
  readonly seen: SeenRow;
  /** Whether any of these cells has something in it: a blank row is none, and must not be taken for one of its kind. */
  readonly isTold: boolean;
  /** Labels that all of them had in common so far. */
  shared: readonly { readonly column: number; readonly label: string; readonly text: string }[];
}

/** What Markdown has below its headings: `|---|:--|`. */
const isRule = (row: RowView) => cellsOf(row).every((cell) => /^\s*(?::?-+:?\s*)?$/.test(cell));

/** What is wrong with a row as a whole, so that its cells cannot be trusted. */
function findRowProblem(
  cells: readonly string[],
  quotes: RowView['quotes'],
  columns: readonly ColumnMeaning[],
): RowProblem | undefined {
  if (quotes === 'open') {
    const message =
      'A quote in this row is never closed, so everything after it was taken as one text. Close it, and read the file again.';
    return { code: 'open-quote', message };
  }
  if (quotes === 'stray') {
    const message =
      'A quoted text in this row goes on after its closing quote. A quote within a text is written twice: "".';
    return { code: 'stray-quote', message };
  }
  const isLonger = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (isLonger) {
    const message = `The row has ${cells.length} cells, but there are ${columns.length} headings, so that none of them is certain. Put a text that holds the delimiter in quotes.`;
    return { code: 'too-many-cells', message };
  }
  const long = cells.find((cell, i) => cell.length > MAX_CELL && columns[i]?.kind !== 'none');
  if (long === undefined) return undefined;
  const message = `A text in this row has ${long.length} characters; up to ${MAX_CELL} are read. It begins with ${quoteCell(long)}.`;
  return { code: 'too-long', message };
}

export class TableFlow implements RowFlow {
  isOver = false;
  private readonly cutter: RowCutter;
  private readonly delimiter: string;
  private readonly columns: readonly ColumnMeaning[];
  /** Down to the last that means something: there may be ten thousands behind it. */
  private readonly meant: readonly ColumnMeaning[];
  private toSkip: number;
  private found = 0;
  private isLostTextSaid = false;
  private readonly kinds = new Map<string, Kind>();
  private readonly nameColumn: number;
  private readonly countColumn: number;
  /** Columns by which rows are told apart, those beside each other as one; known once it is known where rows go. */
  private telling: readonly (readonly [first: number, last: number])[] | undefined;

  constructor(
    opening: TextOpening,
    private readonly catalog: Catalog,
  ) {
    this.delimiter = opening.delimiter;
    this.cutter = new RowCutter(opening.delimiter);
    this.columns = opening.columns;
    this.meant = this.columns.slice(0, 1 + this.columns.findLastIndex(({ kind }) => kind !== 'none'));
    this.toSkip = opening.skipped;
    this.nameColumn = opening.columns.findIndex(({ kind }) => kind === 'name');
    this.countColumn = opening.columns.findIndex(({ kind }) => kind === 'count');
  }

  read(piece: string, isLast: boolean, sink: RowSink): void {
    if (this.isOver) return;
    this.sayLostText(piece, sink);
    this.telling ??= this.findTelling(sink.tellingLabels);
    // Where the text has this character itself, no two rows are taken for alike.
    const canCompare = !piece.includes(SEPARATOR) && !this.cutter.rest.includes(SEPARATOR);
    this.cutter.cut(piece, isLast, (row) => {
      const key = canCompare && row.quotes === undefined ? this.keyOf(row) : undefined;
      const kind = key === undefined ? undefined : this.kinds.get(key);
      if (kind === undefined || !this.seeAgain(kind, row)) this.look(row, key, sink);
    });
    if (this.cutter.rest.length > MAX_ROW) this.giveUp(sink);
  }

  private giveUp(sink: RowSink): void {
    this.isOver = true;
    const { rest } = this.cutter;
    const isOpen = rest.split('"').length % 2 === 0;
    const cells = rest.split(this.delimiter).length;
    const reason =
      isOpen || cells < MANY_CELLS
        ? 'most often a quote is never closed'
        : `it has ${cells.toLocaleString('en')} cells by then, as a table has whose line breaks were lost, or that was turned on its side. Read are tables with a row for each part and a few columns`;
    const message = `The row that begins here does not end within a million characters; ${reason}. Nothing from here on was read.`;
    sink.report({ code: 'endless-row', message, line: this.cutter.line, isDropped: true });
  }

  private sayLostText(piece: string, sink: RowSink): void {
    if (this.isLostTextSaid || !piece.includes(REPLACEMENT)) return;
    const { rest, line } = this.cutter;
    const lost = describeLostText(rest + piece);
    this.isLostTextSaid = true;
    sink.report({ ...lost, line: line + lost.line - 1, isDropped: false });
  }

  /** All that matters but names, counts, and labels that don't keep rows apart: these are looked at in each row. */
  private findTelling(labels: readonly string[]): [number, number][] {
    const runs: [number, number][] = [];
    for (const [i, column] of this.columns.entries()) {
      if (['none', 'name', 'count'].includes(column.kind) || this.isFree(column, labels)) continue;
      const run = runs.at(-1);
      if (run !== undefined && run[1] === i - 1) run[1] = i;
      else runs.push([i, i]);
    }
    return runs;
  }

  /** A label that may differ within a group. */
  private isFree(column: ColumnMeaning, telling: readonly string[]): boolean {
    return (
      column.kind === 'label' &&
      !telling.includes(column.label) &&
      findForbiddenKeys({ [column.label]: '' }).length === 0
    );
  }

  /**
   * Equal for rows that differ in nothing that tells; `undefined` for one that has nothing of it, or more than was said. It
   * is the text of these cells with their quotes, so that no two contents have the same.
   */
  private keyOf({ text, starts, ends, width }: RowView): string | undefined {
    if (width > this.columns.length) return undefined;
    let key = '';
    for (const [first, last] of this.telling ?? []) {
      const from = first < width ? (starts[first] ?? 0) : text.length;
      const isQuoted = text.charCodeAt(from - 1) === QUOTE;
      key += text.slice(isQuoted ? from - 1 : from, ends[Math.min(last, width - 1)]) + SEPARATOR;
    }
    return key;
  }

  private countOf(row: RowView): number | undefined {
    const { countColumn } = this;
    const from = row.starts[countColumn] ?? 0;
    if (countColumn < 0 || countColumn >= row.width) return 1;
    // One digit is what most counts are.
    const digit = row.text.charCodeAt(from) - ZERO;
    if (row.ends[countColumn] === from + 1 && digit > 0 && digit < 10) return digit;
    return readCount(cellOf(row, countColumn));
  }

  /** Counts a row like one that was looked at; `false` where it has to be looked at itself. */
  private seeAgain(kind: Kind, row: RowView): boolean {
    if (!kind.isTold && isBlankRow(row)) return false;
    const count = this.countOf(row);
    const hasName = this.nameColumn >= 0 && this.nameColumn < row.width;
    const from = hasName ? (row.starts[this.nameColumn] ?? 0) : 0;
    const to = hasName ? (row.ends[this.nameColumn] ?? 0) : 0;
    if (count === undefined || to - from > MAX_CELL) return false;
    if (!kind.seen.seeAgain(count, row.text, from, to)) return false;
    this.found += 1;
    for (const { column, label, text } of kind.shared) {
      if (cellOf(row, column).trim() === text) continue;
      kind.seen.forgetLabel(label);
      kind.shared = kind.shared.filter((other) => other.label !== label);
    }
    return true;
  }

  private look(row: RowView, key: string | undefined, sink: RowSink): void {
    if (isBlankRow(row)) return;
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return;
    }
    if (this.delimiter === '|' && isRule(row)) return;
    this.found += 1;
    const cells = copyPlain(cellsOf(row));
    const problem = findRowProblem(cells, row.quotes, this.columns);
    const seen = sink.add(this.describe(cells, row.line, problem));
    const isWhole = problem === undefined && this.countOf(row) !== undefined;
    if (seen === undefined || key === undefined || !isWhole) return;
    if (this.kinds.size >= MAX_KINDS) this.kinds.clear();
    const shared = this.freeLabels(cells, sink.tellingLabels);
    this.kinds.set(copyPlain(key), { seen, isTold: this.isTold(cells), shared });
  }

  private isTold(cells: readonly string[]): boolean {
    return (this.telling ?? []).some(([first, last]) =>
      cells.slice(first, last + 1).some((cell) => cell.trim() !== ''),
    );
  }

  private freeLabels(cells: readonly string[], telling: readonly string[]): Kind['shared'] {
    return this.meant.flatMap((column, i) => {
      const text = (cells[i] ?? '').trim();
      if (column.kind !== 'label' || text === '' || !this.isFree(column, telling)) return [];
      return [{ column: i, label: column.label, text }];
    });
  }

  private describe(raw: readonly string[], line: number, problem: RowProblem | undefined): FoundRow {
    const at = { line };
    const cells = toCells(raw, this.meant);
    return {
      cells,
      at,
      fallbackName: `${cells.component?.trim() ?? 'entry'} ${this.found}`,
      placeOf: (cell): Place => {
        const column = columnOf(cell, this.meant, this.catalog);
        return { ...at, ...(column !== undefined && { column }) };
      },
      ...(problem !== undefined && { problem }),
    };
  }
}
