/** What can a person correct in a row that was left out, and what is the row then? */
import type { Catalog } from '../engine/model';
import type { Correction, WrongRow } from './intake-result';
import { findComponent, type RowCells } from './read-row';
import type { CellName, FoundRow } from './reader';
import { MAX_RANGE } from './table/row-cells';

/** `api 1-3, entrypoint: 1` as cells; a comma within a range parts nothing. */
function readRanges(text: string): RowCells['protocols'] {
  return text
    .split(/[;\n]|,(?!\s*\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      // Longer texts name no range, and would keep the pattern busy.
      const isShort = part.length <= MAX_RANGE;
      const [, protocol, range] = (isShort && /^(.*?)[\s:=]+(\[?\s*\d.*)$/.exec(part)) || [];
      if (protocol !== undefined && range !== undefined) return [protocol, range];
      return /^\[?\s*\d/.test(part) ? ['', part] : [part, ''];
    });
}

function writeRanges(ranges: RowCells['protocols']): string {
  return ranges.map(([protocol, range]) => `${protocol} ${range}`.trim()).join(', ');
}

/** The row with what a person put into its cells. That it could not be trusted before counts no more. */
export function correct(
  row: FoundRow,
  { number, component, version, count, protocols }: Correction,
): FoundRow {
  const { problem, ...found } = row;
  const ranges = protocols === undefined ? row.cells.protocols : readRanges(protocols);
  return {
    ...found,
    ...(problem !== undefined && problem.cell === undefined && { problem }),
    cells: { ...row.cells, component, version, count, protocols: ranges },
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
  return {
    number,
    name: name.trim(),
    component: known,
    version,
    count,
    ...(cell === 'protocols' && { protocols: writeRanges(cells.protocols) }),
    cell,
  };
}
