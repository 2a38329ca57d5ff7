/**
 * Reads a table: commas, semicolons, tabs or bars, with headings in any order and case, or with columns that a person chose.
 * A row that is no good is left out with a problem that names its line and column, and the others are kept. It is read piece
 * by piece, however large it is.
 */
import type { Catalog } from '../../engine/model';
import type { ColumnMeaning, FoundColumn } from '../columns';
import type { Documents } from '../documents';
import type { Reader, Reading, Refusal } from '../reader';
import { columnsOf, type Opening, openTable } from '../table/open-table';
import { listHeadings } from '../table/row-cells';
import { TableFlow } from '../table/table-flow';

const NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
function refuseHeadings(
  { headings, line, missing }: Opening,
  isChosen: boolean,
  columns: readonly FoundColumn[],
): Refusal {
  const words = missing.join(' and ');
  const message = isChosen
    ? `No column was chosen for ${words}.`
    : `The first line has no heading for ${words}. Expected headings like name, component, version, count; found ${listHeadings(headings) || 'nothing'}.`;
  return { refused: { code: 'no-headings', message, line }, columns };
}

function describeUnread({ headings, columns }: Opening): string {
  const unread = listHeadings(headings.filter((_, i) => columns[i]?.kind === 'none'));
  return unread === '' ? '' : ` Not read: ${unread}.`;
}

/** What the first line was taken for, where a person chose the columns. */
function describeChosen({ headings }: Opening): string {
  const named = listHeadings(headings);
  return named === ''
    ? ' Its first line is read as a row.'
    : ` Its first line is taken for headings: ${named}.`;
}

/** Whether there are documents, also such as are not read: what is no YAML at all may be a table. */
const areDocuments = ({ kind, problems }: Documents) =>
  kind !== 'none' || problems.some(({ code }) => code !== 'not-yaml' && code !== 'not-json');

function readTable(
  text: string,
  catalog: Catalog,
  chosen: readonly ColumnMeaning[] | undefined,
): Reading | Refusal {
  const opening = openTable(text, catalog, chosen);
  const columns = columnsOf(opening, catalog, chosen !== undefined);
  if (opening.missing.length > 0) return refuseHeadings(opening, chosen !== undefined, columns);
  const note = `${chosen === undefined ? '' : describeChosen(opening)}${describeUnread(opening)}`.trim();
  return { ...(note !== '' && { note }), columns, rows: new TableFlow(opening, catalog) };
}

export const table: Reader = {
  id: 'table',
  name: 'a table (CSV, or pasted from a spreadsheet) with headings like name, component, version, count',
  looksAt: 'text',
  isFlowing: true,
  hasColumns: true,
  recognise({ text, documents }) {
    const opening = openTable(text);
    if (opening.missing.length === 0) {
      const why = `Its first line has headings of an inventory, parted by ${NAMES[opening.delimiter]}.`;
      return { sureness: 'likely', why };
    }
    if (!opening.isEven || areDocuments(documents) || /^\s*[{[]/.test(text)) return undefined;
    return { sureness: 'possible', why: 'Its first lines have as many cells.' };
  },
  read: ({ text }, catalog, chosen) => readTable(text, catalog, chosen),
};
