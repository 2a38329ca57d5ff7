/**
 * How is a table written for a spreadsheet? After RFC 4180, with a byte order mark, so that it is taken for UTF-8.
 *
 * What a spreadsheet would take for a formula gets an apostrophe before it: it shows as text, and does nothing. That is so
 * within a cell too, after a semicolon, a tab or a line break, since a program that parts cells by these begins another one
 * there, whatever quotes stand around. Where apostrophes stand there already it gets one more, so that taking one off at
 * each such place gives the text that was meant.
 */

/** Where a cell may begin, and what begins a formula, also after blanks and in full width. Source: OWASP, CSV injection. */
const FORMULA = /(?<=^|[;\t\r\n])(?='*[^\S\r\n]*[=+\-@\t\r＝＋－＠])/g;

function writeCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const harmless = cell.replace(FORMULA, "'");
  return /[",;\t\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/** The first row holds the headings. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}
