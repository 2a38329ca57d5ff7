/** What can a person correct in a row that was left out, and what is the row then? */
import type { Catalog } from '../engine/model';
import type { Correction, WrongRow } from './intake-result';
import { findComponent } from './read-row';
import type { CellName, FoundRow } from './reader';

/** The row with what a person put into its cells. That it could not be trusted before counts no more. */
export function correct(row: FoundRow, { number, component, version, count }: Correction): FoundRow {
  const { problem, ...found } = row;
  return {
    ...found,
    ...(problem !== undefined && problem.cell === undefined && { problem }),
    cells: { ...row.cells, component, version, count },
    fallbackName: `${component.trim()} ${number}`,
  };
}

/** The row as a person sees it; `number` is its place among the rows of its file, from 1. */
export function describeWrong(
  { cells }: FoundRow,
  cell: CellName['cell'],
  number: number,
  catalog: Catalog,
): WrongRow {
  const { name = '', component = '', version = '', count = '' } = cells;
  const known = findComponent(catalog, component) ?? component;
  return { number, name: name.trim(), component: known, version, count, cell };
}
