/** Which columns has the grid, and what are they called? */
import type { RowField } from '../../session/inputs';
import * as texts from '../../texts/inventory';

export interface GridColumn {
  readonly field: RowField;
  readonly title: string;
  /** What a cell of it is called, by how its row is spoken of. */
  readonly labelOf: (who: string) => string;
  readonly placeholder: string;
}

const FEW: readonly GridColumn[] = [
  { field: 'name', title: texts.name, labelOf: texts.nameOf, placeholder: texts.nameHint },
  { field: 'component', title: texts.component, labelOf: texts.componentOf, placeholder: texts.choose },
  { field: 'version', title: texts.version, labelOf: texts.versionOf, placeholder: '1.2.3' },
  { field: 'count', title: texts.count, labelOf: texts.countOfRow, placeholder: '1' },
];

const ALL: readonly GridColumn[] = [
  ...FEW,
  { field: 'pinned', title: texts.pinnedBecause, labelOf: texts.pinnedBecauseOf, placeholder: '' },
  { field: 'protocols', title: texts.advertises, labelOf: texts.advertisedOf, placeholder: '' },
  { field: 'labels', title: texts.labels, labelOf: texts.labelsInRowOf, placeholder: '' },
];

export const columnsOf = (isWide: boolean) => (isWide ? ALL : FEW);

/** Those behind the columns of cells, from left to right: how the row stands today, and what can be done with it. */
export const TAIL = ['today', 'more', 'duplicate', 'delete'] as const;

/** As it is spoken of: its name, or its number where it has none yet. */
export function whoIs(name: string, number: number): string {
  return name.trim() === '' ? texts.rowNumber(number) : name.trim().slice(0, 80);
}
