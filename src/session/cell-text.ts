/**
 * How do cells go to the clipboard and come from it? As spreadsheets do it: a line for each row, tabs between cells; a cell
 * that holds a tab, a break or a quote at its start stands in quotes.
 */

export type Cells = readonly (readonly string[])[];

const QUOTED = /"(?:[^"]|"")*"/y;

/** Lines of cells. A quote that is not closed is a quote. */
function splitCells(text: string, separator: '\t' | ','): string[][] {
  const bare = separator === '\t' ? /[^\t\r\n]*/y : /[^,\r\n]*/y;
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text)?.[0];
    const after = quoted === undefined ? '' : text.charAt(at + quoted.length);
    const isQuoted =
      quoted !== undefined && (after === '' || '\t\r\n'.includes(after) || after === separator);
    bare.lastIndex = at;
    const found = isQuoted ? quoted : (bare.exec(text)?.[0] ?? '');
    rows.at(-1)?.push(isQuoted ? found.slice(1, -1).replaceAll('""', '"') : found);
    at += found.length;
    if (at >= text.length) return rows;
    if (text[at] === separator) at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      rows.push([]);
    }
  }
}

/** The text without what stands in quotes: what is in there separates nothing. */
function blankQuoted(text: string): string {
  return text.replace(/(^|[\t,\r\n])"(?:[^"]|"")*"(?=$|[\t,\r\n])/g, '$1""');
}

/** Where lines hold as many commas each, and none of them is followed by a blank as in a list of words. */
function isSplitByCommas(bare: string): boolean {
  if (!bare.includes(',') || /,[ \t]/.test(bare)) return false;
  return new Set(bare.split(/\r\n|\r|\n/).map((line) => line.split(',').length)).size === 1;
}

/** What a program printed or a file holds: lines of code, or columns held apart by blanks. */
const IS_OTHER = /^---|\S {2,}\S|[:{[]\s*$/m;

/** Cells of a text from the clipboard, as many in each row; `undefined` where it is no block of cells. */
export function readCells(text: string): Cells | undefined {
  const block = text.replace(/\r\n$|[\r\n]$/, '');
  const bare = blankQuoted(block);
  const hasTabs = bare.includes('\t');
  const isLines = /[\r\n]/.test(bare);
  if (!hasTabs && (/^\s*[{[<]/.test(bare) || (isLines && IS_OTHER.test(bare)))) return undefined;
  const rows = splitCells(block, !hasTabs && isLines && isSplitByCommas(bare) ? ',' : '\t');
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function writeCell(text: string, isAlone: boolean): string {
  // Where no tab says what the text is, a comma could be taken for the end of a cell.
  return /[\t\r\n]|^"/.test(text) || (isAlone && text.includes(','))
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

export function writeCells(cells: Cells): string {
  const lines = cells.map((row) =>
    row.map((text) => writeCell(text, row.length === 1 && cells.length > 1)).join('\t'),
  );
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `${line}\n`).join('');
}
