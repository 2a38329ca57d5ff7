/** Which columns has the grid, and what are they called? */
import type { RowField } from '../../session/inputs';

export interface GridColumn {
  readonly field: RowField;
  readonly title: string;
  /** What a cell of it is called, with the row's name behind. */
  readonly label: string;
  readonly placeholder: string;
}

const FEW: readonly GridColumn[] = [
  { field: 'name', title: 'Name', label: 'Name of', placeholder: 'name' },
  { field: 'component', title: 'Component', label: 'Component of', placeholder: 'choose' },
  { field: 'version', title: 'Version', label: 'Version of', placeholder: '1.2.3' },
  { field: 'count', title: 'Count', label: 'Count of', placeholder: '1' },
];

const ALL: readonly GridColumn[] = [
  ...FEW,
  { field: 'pinned', title: 'Pinned because', label: 'Pinned because, of', placeholder: '' },
  { field: 'protocols', title: 'Advertises', label: 'Advertised ranges of', placeholder: '' },
  { field: 'labels', title: 'Labels', label: 'Labels in the row of', placeholder: '' },
];

export const columnsOf = (isWide: boolean) => (isWide ? ALL : FEW);

/** Those behind the columns of cells, from left to right: how the row stands today, and what can be done with it. */
export const TAIL = ['today', 'more', 'duplicate', 'delete'] as const;

/** As it is spoken of: its name, or its number where it has none yet. */
export function whoIs(name: string, number: number): string {
  return name.trim() === '' ? `row ${number}` : name.trim().slice(0, 80);
}
