/**
 * Reads a table as terminals print it: a line of headings, and cells that begin where their heading does
 * (`docker ps`, `kubectl get`, `helm list`, `nomad job status`).
 */
import { isImageReference } from './image-reference';

export interface TextRow {
  /** By heading as printed; cells that are empty are ''. */
  readonly cells: ReadonlyMap<string, string>;
  /** From 1. */
  readonly line: number;
  /** Whether a cell reaches into the next column, so that no cell of the row can be trusted. */
  readonly isMisaligned: boolean;
}

export interface TextTable {
  readonly headings: readonly string[];
  /** Of the line of headings, from 1. */
  readonly line: number;
  readonly rows: readonly TextRow[];
  /** Where a heading begins, from 1. */
  columnOf(heading: string): number;
}

/** Lines before the headings: prompts and warnings. */
const MAX_LEAD = 1000;
/** Columns are at least two blanks, or a tab, apart. */
const HEADING = /\S+(?: \S+)*/g;

/** No tool prints nearly as many. */
const MAX_COLUMNS = 200;

interface Column {
  readonly heading: string;
  /** From 0. */
  readonly from: number;
}

/** Cells that tabs part stand under their headings by number, not by place. */
const TAB = '\t';

function splitHeadings(line: string): Column[] {
  if (line.includes(TAB)) {
    let from = 0;
    return line.split(TAB).map((cell) => {
      const column = { heading: cell.trim(), from };
      from += cell.length + 1;
      return column;
    });
  }
  return [...line.matchAll(HEADING)].map((match) => ({ heading: match[0], from: match.index }));
}

/** What a shell shows before a command: another command follows, and its output. */
const PROMPT = /^\S*[$%#>❯]\s/;

/** No cell begins like that. */
const BEGINS_JSON = /^\s*(?:\{\s*"|\[\s*\{)/;

export const isPrompt = (line: string): boolean => PROMPT.test(line);

/** Which lines are headings? */
export interface HeadingSigns {
  /** What every such line has, found in a fraction of the time. */
  readonly mention: RegExp;
  isHeadings(headings: readonly string[]): boolean;
}

const BLANK = /\s/;

function readTabbedRow(line: string, at: number, columns: readonly Column[]): TextRow {
  const found = line.split(TAB).map((cell) => cell.trim());
  const cells = new Map(columns.map(({ heading }, i) => [heading, found[i] ?? '']));
  return { cells, line: at + 1, isMisaligned: found.slice(columns.length).some((cell) => cell !== '') };
}

function readTextRow(line: string, at: number, columns: readonly Column[]): TextRow {
  const cells = new Map<string, string>();
  let isMisaligned = false;
  for (const [i, { heading, from }] of columns.entries()) {
    const before = i > 0 ? line[from - 1] : undefined;
    isMisaligned ||= before !== undefined && !BLANK.test(before);
    cells.set(heading, line.slice(from, columns[i + 1]?.from).trim());
  }
  return { cells, line: at + 1, isMisaligned };
}

/** It ends with a blank line, a prompt, a value of JSON, or another line of headings. Its rows are read once they are wanted. */
function openTextTable(
  lines: readonly string[],
  start: number,
  isStart: (line: string) => boolean,
): TextTable {
  const headings = lines[start] ?? '';
  const columns = splitHeadings(headings);
  const readRow = headings.includes(TAB) ? readTabbedRow : readTextRow;
  const isEnd = (line: string) =>
    line.trim() === '' || isPrompt(line) || BEGINS_JSON.test(line) || isStart(line);
  let rows: TextRow[] | undefined;
  const readRows = () => {
    const found: TextRow[] = [];
    for (let at = start + 1; at < lines.length; at++) {
      const line = lines[at] ?? '';
      if (isEnd(line)) break;
      found.push(readRow(line, at, columns));
    }
    return found;
  };
  return {
    headings: columns.map(({ heading }) => heading),
    line: start + 1,
    get rows() {
      rows ??= readRows();
      return rows;
    },
    columnOf: (wanted) => (columns.find(({ heading }) => heading === wanted)?.from ?? 0) + 1,
  };
}

/**
 * The tables whose headings are these, one after another: one command may print several, and several commands may be pasted
 * together.
 */
export function* findTextTables(lines: readonly string[], signs: HeadingSigns): Generator<TextTable> {
  const isStart = (line: string) => {
    if (!signs.mention.test(line)) return false;
    const headings = splitHeadings(line).map(({ heading }) => heading);
    return headings.length <= MAX_COLUMNS && signs.isHeadings(headings);
  };
  for (let at = 0, lead = 0; at < lines.length && lead < MAX_LEAD; ) {
    if (!isStart(lines[at] ?? '')) {
      at += 1;
      lead += 1;
      continue;
    }
    const table = openTextTable(lines, at, isStart);
    yield table;
    at = table.line + table.rows.length;
    lead = 0;
  }
}

/** A heading of one's own that says that images stand below: CONTAINER-IMAGE. The image of a node is another thing. */
const IMAGE_HEADING = /^(?!OS[-_ ]?IMAGE)(?:[A-Z]+[-_ ]){0,3}IMAGES?(?:[-_ ][A-Z]+){0,2}$/;

export const isImageHeading = (heading: string): boolean => IMAGE_HEADING.test(heading);

/** Whether nothing but images stands below a heading, and at least one. */
export function hasImages({ rows }: TextTable, heading: string): boolean {
  const cells = rows
    .filter(({ isMisaligned }) => !isMisaligned)
    .map(({ cells }) => cells.get(heading) ?? '')
    .filter((cell) => cell !== '' && cell !== '<none>');
  return (
    cells.length > 0 && cells.every((cell) => cell.split(',').every((part) => isImageReference(part.trim())))
  );
}
