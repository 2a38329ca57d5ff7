/**
 * How is a table written for a spreadsheet? After RFC 4180, with a byte order mark, so that it is taken for UTF-8.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it: it shows as text, and does nothing.
 */

/** What begins a formula, also after blanks. Source: OWASP, CSV injection. */
const FORMULA = /^\s*[=+\-@\t\r]/;

function writeCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/** The first row holds the headings. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}
