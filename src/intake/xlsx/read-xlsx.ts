/** Which rows has a workbook of Excel? Those of its first sheet that has headings; what other sheets have is said. */
import type { Catalog } from '../../engine/model';
import type { ColumnMeaning } from '../columns';
import type { Reading, Refusal, Remark } from '../reader';
import { columnsOf } from '../table/open-table';
import { listHeadings } from '../table/row-cells';
import { openSheet, rowsOfSheet, type SheetTable } from './sheet-table';
import { type NamedSheet, readWorkbook, refuse, type Workbook } from './workbook';

interface Opened extends NamedSheet {
  readonly table: SheetTable;
}

const MAX_SHOWN = 8;

const quote = (name: string) => `"${name.slice(0, 60)}"`;
const list = (names: readonly string[]) => names.slice(0, MAX_SHOWN).map(quote).join(', ');

function refuseHeadings(opened: Opened, isChosen: boolean, columns: Refusal['columns']): Refusal {
  const { name, table } = opened;
  const { missing, headings, line } = table.opening;
  const words = missing.join(' and ');
  const message = isChosen
    ? `No column was chosen for ${words}.`
    : `No sheet has headings for component and version. Expected headings like name, component, version, count; found ${listHeadings(headings) || 'none'} in the sheet ${quote(name)}.`;
  const refusal = refuse('no-headings', message, `row ${line}`);
  return columns === undefined ? refusal : { ...refusal, columns };
}

function remarksOn(
  { name, sheet }: NamedSheet,
  others: readonly Opened[],
  { hidden, unread }: Workbook,
): Remark[] {
  const remarks: Remark[] = [];
  const alike = others.filter(({ table }) => table.opening.missing.length === 0).map((one) => one.name);
  if (alike.length > 0) {
    const message = `Only one sheet is read, and others have such headings too: ${list(alike)}. Save each as a file of its own, and bring them together.`;
    remarks.push({ code: 'other-sheets', message, path: quote(alike[0] ?? ''), isDropped: true });
  }
  const aside = [...hidden, ...unread];
  if (aside.length > 0) {
    const message = `Not looked at, because hidden or too far behind: ${aside.length} ${aside.length === 1 ? 'sheet' : 'sheets'} (${list(aside)}).`;
    remarks.push({ code: 'sheets-aside', message, path: quote(aside[0] ?? ''), isDropped: false });
  }
  if (sheet.hiddenRows > 0) {
    const message = `${sheet.hiddenRows} of its rows are hidden, by a filter or by hand; they are read like the others. Delete them where they are not deployed.`;
    remarks.push({ code: 'hidden-rows', message, path: quote(name), isDropped: false });
  }
  return remarks;
}

function describeSheet({ name, table }: Opened, others: readonly Opened[]): string {
  const { headings, columns, line } = table.opening;
  const unread = listHeadings(headings.filter((_, i) => columns[i]?.kind === 'none'));
  return [
    `The sheet ${quote(name)} is read from its row ${line} on.`,
    ...(others.length === 0
      ? []
      : [
          `Not read: the ${others.length === 1 ? 'sheet' : 'sheets'} ${list(others.map((one) => one.name))}.`,
        ]),
    ...(unread === '' ? [] : [`Columns that are not read: ${unread}.`]),
  ].join(' ');
}

export async function readXlsx(
  bytes: Uint8Array,
  catalog: Catalog,
  chosen: readonly ColumnMeaning[] | undefined,
): Promise<Reading | Refusal> {
  const workbook = await readWorkbook(bytes);
  if ('refused' in workbook) return workbook;
  const said = workbook.sheets
    .filter(({ sheet }) => sheet.rows.length > 0)
    .map((one): Opened => ({ ...one, table: openSheet(one.sheet, catalog, undefined) }));
  const first = said.find(({ table }) => table.opening.missing.length === 0) ?? said[0];
  if (first === undefined)
    return refuse('empty-workbook', 'No sheet of this workbook has anything in it.', 'byte 0');
  const others = said.filter((one) => one !== first);
  const read = chosen === undefined ? first : { ...first, table: openSheet(first.sheet, catalog, chosen) };
  const { opening } = read.table;
  const columns = columnsOf(opening, catalog, chosen !== undefined);
  if (opening.missing.length > 0) return refuseHeadings(read, chosen !== undefined, columns);
  return {
    rows: rowsOfSheet(read.table, read.sheet, catalog),
    note: describeSheet(read, others),
    remarks: remarksOn(read, others, workbook),
    columns,
  };
}
