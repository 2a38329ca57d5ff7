/**
 * Which rows has a table, and which of them are alike?
 *
 * Of a million rows most say what another has said: a row whose cells that matter were seen before is counted without
 * being read again. Nothing that is kept holds on to the piece of text that it came in.
 */
import type { Catalog } from '../../engine/model';
import { findForbiddenKeys } from '../../engine/parsing/forbidden-keys';
import type { ColumnMeaning } from '../columns';
import { describeLostText, REPLACEMENT } from '../lost-text';
import { readCount } from '../read-row';
import type { FoundRow, Place, RowFlow, RowProblem, RowSink, SeenRow } from '../reader';
import { isBlankRow, type RawRow, RowCutter } from './cut-rows';
import type { Opening } from './open-table';
import { columnOf, quoteCell, toCells } from './row-cells';

/** Parts cells in what rows are compared by; no text has it. */
const SEPARATOR = '\u0000';
/** Kinds of rows that are remembered. */
const MAX_KINDS = 20_000;
/** A row that goes on for longer is none: most often a quote is never closed. */
const MAX_ROW = 1024 * 1024;
/** What a cell of an inventory may hold. */
const MAX_CELL = 10_000;

/** Rows whose cells are equal, but for names, counts and labels that don't keep them apart. */
interface Kind {
  readonly seen: SeenRow;
  /** Labels that all of them had in common so far. */
  shared: readonly { readonly column: number; readonly label: string; readonly text: string }[];
}

/** What is wrong with a row as a whole, so that its cells cannot be trusted. */
function findRowProblem(
  { cells, quotes }: RawRow,
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
  const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0) {
    const message = `The row has ${cells.length} cells, but there are ${columns.length} headings; left over: ${extra.slice(0, 3).map(quoteCell).join(', ')}. Put a text that holds the delimiter in quotes.`;
    return { code: 'too-many-cells', message };
  }
  const long = cells.find((cell, i) => cell.length > MAX_CELL && columns[i]?.kind !== 'none');
  if (long === undefined) return undefined;
  const message = `A text in this row has ${long.length} characters; up to ${MAX_CELL} are read. It begins with ${quoteCell(long)}.`;
  return { code: 'too-long', message };
}

/** A copy that holds on to nothing: engines keep a whole text for a part of it. */
function copyCells(cells: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(cells));
}

export class TableFlow implements RowFlow {
  isOver = false;
  private readonly cutter: RowCutter;
  private readonly columns: readonly ColumnMeaning[];
  private toSkip: number;
  private found = 0;
  private isLostTextSaid = false;
  private readonly kinds = new Map<string, Kind>();
  private readonly nameColumn: number;
  private readonly countColumn: number;
  /** Columns by which rows are told apart; known once it is known where they go. */
  private telling: readonly number[] | undefined;

  constructor(
    opening: Opening,
    private readonly catalog: Catalog,
  ) {
    this.cutter = new RowCutter(opening.delimiter);
    this.columns = opening.columns;
    this.toSkip = opening.skipped;
    this.nameColumn = opening.columns.findIndex(({ kind }) => kind === 'name');
    this.countColumn = opening.columns.findIndex(({ kind }) => kind === 'count');
  }

  read(piece: string, isLast: boolean, sink: RowSink): void {
    if (this.isOver) return;
    this.sayLostText(piece, sink);
    this.telling ??= this.findTelling(sink.tellingLabels);
    // Cells are joined by this character: where one has it itself, no two rows are taken for alike.
    const canCompare = !piece.includes(SEPARATOR) && !this.cutter.rest.includes(SEPARATOR);
    this.cutter.cut(piece, isLast, (row) => {
      if (!canCompare || !this.seeAgain(row)) this.look(row, canCompare, sink);
    });
    if (this.cutter.rest.length > MAX_ROW) this.giveUp(sink);
  }

  private giveUp(sink: RowSink): void {
    this.isOver = true;
    const message =
      'The row that begins here does not end within a million characters; most often a quote is never closed. Nothing from here on was read.';
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
  private findTelling(telling: readonly string[]): number[] {
    return [...this.columns.keys()].filter((i) => {
      const column = this.columns[i];
      return (
        column !== undefined &&
        !['none', 'name', 'count'].includes(column.kind) &&
        !this.isFree(column, telling)
      );
    });
  }

  /** A label that may differ within a group. */
  private isFree(column: ColumnMeaning, telling: readonly string[]): boolean {
    return (
      column.kind === 'label' &&
      !telling.includes(column.label) &&
      findForbiddenKeys({ [column.label]: '' }).length === 0
    );
  }

  /** Equal for rows that differ in nothing that tells; `undefined` for one that has nothing of it. */
  private keyOf(cells: readonly string[]): string | undefined {
    let key = '';
    let isGiven = false;
    for (const column of this.telling ?? []) {
      const cell = cells[column] ?? '';
      isGiven ||= cell !== '';
      key += cell + SEPARATOR;
    }
    return isGiven ? key : undefined;
  }

  private countOf(cells: readonly string[]): number | undefined {
    return readCount(this.countColumn < 0 ? '' : (cells[this.countColumn] ?? ''));
  }

  /** Counts a row like one that was looked at; `false` where there was none. */
  private seeAgain({ cells, quotes }: RawRow): boolean {
    if (this.kinds.size === 0 || quotes !== undefined || cells.length > this.columns.length) return false;
    const key = this.keyOf(cells);
    const kind = key === undefined ? undefined : this.kinds.get(key);
    const count = kind === undefined ? undefined : this.countOf(cells);
    if (kind === undefined || count === undefined) return false;
    const name = this.nameColumn < 0 ? '' : (cells[this.nameColumn] ?? '').trim();
    if (name.length > MAX_CELL || !kind.seen.seeAgain(name, count)) return false;
    this.found += 1;
    for (const { column, label, text } of kind.shared) {
      if ((cells[column] ?? '').trim() === text) continue;
      kind.seen.forgetLabel(label);
      kind.shared = kind.shared.filter((other) => other.label !== label);
    }
    return true;
  }

  private look(raw: RawRow, canCompare: boolean, sink: RowSink): void {
    if (isBlankRow(raw)) return;
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return;
    }
    this.found += 1;
    const row = { ...raw, cells: copyCells(raw.cells) };
    const problem = findRowProblem(row, this.columns);
    const seen = sink.add(this.describe(row, problem));
    if (seen === undefined || !canCompare || problem !== undefined || this.countOf(row.cells) === undefined)
      return;
    const key = this.keyOf(row.cells);
    if (key === undefined) return;
    if (this.kinds.size >= MAX_KINDS) this.kinds.clear();
    this.kinds.set(key, { seen, shared: this.freeLabels(row.cells, sink.tellingLabels) });
  }

  private freeLabels(cells: readonly string[], telling: readonly string[]): Kind['shared'] {
    return this.columns.flatMap((column, i) => {
      const text = (cells[i] ?? '').trim();
      if (column.kind !== 'label' || text === '' || !this.isFree(column, telling)) return [];
      return [{ column: i, label: column.label, text }];
    });
  }

  private describe({ cells: raw, line }: RawRow, problem: RowProblem | undefined): FoundRow {
    const at = { line };
    const cells = toCells(raw, this.columns);
    return {
      cells,
      at,
      fallbackName: `${cells.component?.trim() ?? 'entry'} ${this.found}`,
      placeOf: (cell): Place => {
        const column = columnOf(cell, this.columns, this.catalog);
        return { ...at, ...(column !== undefined && { column }) };
      },
      ...(problem !== undefined && { problem }),
    };
  }
}
