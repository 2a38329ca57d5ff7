/** How does a row of cells become an entry, and an entry a row? Cell by cell, without knowing the catalog. */
import type { Entry } from '../engine/model/inventory';
import * as texts from '../texts/rows';
import { readCount, readLabels, readRanges, writeLabels, writeRanges } from './draft-cells';
import { pickFields, ROW_ROUTES } from './field-table';
import { type DraftRow, isBlankRow, type RowField } from './inputs';

export interface CellProblem {
  readonly field: RowField;
  readonly code: string;
  readonly message: string;
}

export type RowRead =
  /** `entry` has stand-ins for cells that are missing, so that the others are checked all the same. */
  { readonly entry: Record<string, unknown> | undefined; readonly problems: readonly CellProblem[] };

const STAND_IN_VERSION = '0.0.0';
const MAX_NAME = 10_000;

function readRow(row: DraftRow): RowRead {
  const problems: CellProblem[] = [];
  const missing = (field: RowField, message: string) => problems.push({ field, code: 'missing', message });
  const name = row.name.trim();
  const component = row.component.trim();
  const version = row.version.trim();
  if (name === '') missing('name', texts.needsName);
  if (component === '') missing('component', texts.needsComponent);
  if (version === '') missing('version', texts.needsVersion);
  const count = readCount(row.count);
  if (!count.ok) problems.push({ field: 'count', code: 'not-a-count', message: count.message });
  const protocols = readRanges(row.protocols);
  if (!protocols.ok) problems.push({ field: 'protocols', code: 'not-a-range', message: protocols.message });
  const labels = readLabels(row.labels);
  if (!labels.ok) problems.push({ field: 'labels', code: 'not-a-label', message: labels.message });
  for (const [field, text, limit] of [
    ['name', name, MAX_NAME],
    ['component', component, 100],
    ['version', version, 256],
    ['pinned', row.pinned, MAX_NAME],
  ] as const) {
    if (text.length > limit) {
      const message = texts.tooLong(text.length, limit);
      problems.push({ field, code: 'too-long', message });
    }
  }
  if (component === '' || problems.some((problem) => problem.code === 'too-long')) {
    return { entry: undefined, problems };
  }
  return {
    entry: {
      ...row.more,
      name: name === '' ? `(row ${row.id})` : name,
      component,
      version: version === '' ? STAND_IN_VERSION : version,
      count: count.ok ? count.value : 1,
      ...(protocols.ok && protocols.value !== undefined && { protocols: protocols.value }),
      ...(row.pinned.trim() !== '' && { pinned: row.pinned.trim() }),
      ...(row.source.trim() !== '' && { source: row.source.trim() }),
      ...(labels.ok && labels.value !== undefined && { labels: labels.value }),
    },
    problems,
  };
}

// Rows are immutable, so that what was read of one holds for as long as it is the same row.
const readRows = new WeakMap<DraftRow, RowRead>();

/** What a row says, and what is wrong with its cells. */
export function readRowOnce(row: DraftRow): RowRead {
  let read = readRows.get(row);
  if (read === undefined) {
    read = readRow(row);
    readRows.set(row, read);
  }
  return read;
}

export const isRowRead = (row: DraftRow): boolean => readRows.has(row);

/** The entries of an inventory as an inventory file holds them, from rows that may not be right yet. */
export function exportEntries(rows: readonly DraftRow[]): Record<string, unknown>[] {
  return rows
    .filter((row) => !isBlankRow(row))
    .map((row) => {
      const { entry, problems } = readRowOnce(row);
      if (entry !== undefined && problems.length === 0) return entry;
      // Not right yet: what was typed is saved as it is, rather than lost.
      const { more, ...cells } = pickFields(row, ROW_ROUTES, 'export');
      return { ...more, ...Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')) };
    });
}

/** An entry as a row of cells. */
export function draftEntry(entry: Entry, id: string): DraftRow {
  const { name, component, version, count, protocols, pinned, source, labels, ...more } = entry;
  return {
    id,
    name,
    component,
    version,
    count: count === 1 ? '' : String(count),
    pinned: pinned === undefined ? '' : pinned.trim() === '' ? 'pinned, no reason given' : pinned,
    protocols: writeRanges(protocols),
    source: source ?? '',
    labels: writeLabels(labels),
    more,
  };
}
