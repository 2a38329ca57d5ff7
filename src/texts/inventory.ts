/** The inventory: its grid. */
import { countOf, formatNumber, plural } from './numbers';

// Cells.
export const choose = 'choose';
export const notKnown = (what: string) => `${what} (not known)`;

// Several rows at once.
export const chosenRows = 'Rows that are chosen';
export const rowsChosen = <P>(rows: number, strong: (number: string) => P) => [
  strong(formatNumber(rows)),
  ` ${plural(rows, 'row', 'rows')}`,
];
export const bulkFields = {
  version: 'version',
  component: 'component',
  count: 'count',
  pinned: 'pinned because',
  protocols: 'advertises',
  labels: 'labels',
};
export const set = 'set';
export const cellToSet = 'Cell to set';
export const empty = 'empty';
export const setButton = 'Set';
export const duplicate = 'Duplicate';
export const remove = 'Delete';

// Columns, and what a cell of each is called.
export const name = 'Name';
export const nameHint = 'name';
export const nameOf = (who: string) => `Name of ${who}`;
export const component = 'Component';
export const componentOf = (who: string) => `Component of ${who}`;
export const version = 'Version';
export const versionOf = (who: string) => `Version of ${who}`;
export const count = 'Count';
export const countOfRow = (who: string) => `Count of ${who}`;
export const pinnedBecauseOf = (who: string) => `Pinned because, of ${who}`;
export const advertisedOf = (who: string) => `Advertised ranges of ${who}`;
export const labelsInRowOf = (who: string) => `Labels in the row of ${who}`;
export const rowNumber = (number: number) => `row ${number}`;

// Which rows, in which order.
export const today = 'Today';
export const filterText = 'Filter rows by their text';
export const filter = 'Filter';
export const filterComponent = 'Filter rows by component';
export const allComponents = 'all components';
export const order = 'Order of the rows';
export const asEntered = 'as entered';
export const by = (title: string) => `by ${title.toLowerCase()}`;
export const withRemarks = 'With remarks';
export const allColumns = 'All columns';
export const shownOf = (shown: number, total: number) => `${formatNumber(shown)} of ${formatNumber(total)}`;
export const actions = 'Actions and remarks';

// A row.
export const toDo = 'to do';
export const check = 'check';
export const server = 'server';
export const works = 'works';
export const limited = 'limited';
export const unknown = 'unknown';
export const broken = 'broken';
export const moreOf = (who: string) => `More of ${who}`;
export const duplicateRow = (who: string) => `Duplicate ${who}`;
export const deleteRow = (who: string) => `Delete ${who}`;
export const pinned = (why: string) => `Pinned: ${why}`;
export const isPinned = ', pinned';
export const drawToFill = 'Draw to fill';
export const printedPartly =
  'Only the rows in sight are printed. Save the inventory as a file to have all of them.';
export const noRow = 'No row is like that.';
export const add = 'Add';

// Its details.
export const exampleRange = (protocol: string) => ` (else like ${protocol} 1-2)`;
export const pinnedBecause = 'Pinned because';
export const whyPinned = (who: string) => `Why ${who} is pinned`;
export const mayMove = 'empty: it may move';
export const advertises = 'Advertises';
export const rangesOf = (who: string) => `Protocol ranges that ${who} advertises`;
export const asCatalogSays = (example: string) => `empty: as the catalog says${example}`;
export const labels = 'Labels';
export const labelsOf = (who: string) => `Labels of ${who}`;
export const labelsHint = 'team=payments, zone=eu';
export const builtOutside = 'Built outside: no other entry of this inventory builds it';
export const kept = (fields: string) => `Kept as imported: ${fields}`;
export const unlisted = (version: string) => `The catalog does not list ${version}.`;
export const listedForOthers = (version: string, component: string) =>
  `The catalog lists ${version} for other components only, not for ${component}.`;
export const standsIn = (like: string) => `The facts of ${like} stand in.`;

// What was done, with Undo beside it.
const cells = (count: number) => countOf(count, 'cell', 'cells');
const rows = (count: number) => countOf(count, 'row', 'rows');
export const cellsFilled = (count: number) => `${cells(count)} were filled.`;
export const cellsPasted = (count: number) => `${cells(count)} were pasted.`;
export const cellsCleared = (count: number) => `${cells(count)} were cleared.`;
export const cellsSet = (count: number) => `${cells(count)} were set.`;
export const cellsCut = (count: number) => `${cells(count)} were cut.`;
export const rowsAdded = (count: number) => `${countOf(count, 'row was', 'rows were')} added.`;
export const rowsChanged = (count: number) => `${rows(count)} were changed.`;
export const rowsDuplicated = (count: number) => `${rows(count)} were duplicated.`;
export const rowsDeleted = (count: number) => `${rows(count)} were deleted.`;
