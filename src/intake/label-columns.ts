/** Which columns of a table are labels, and what does a column of all labels say? */
import type { Catalog } from '../engine/model';
import type { TextTable } from './text-table';

/** `a=b,c=d`; a value that has a comma of its own cannot be told apart, and goes on as a label without a value. */
export function readLabels(text: string): Map<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1)];
    }),
  );
}

/** A label's heading is the last part of its name: WAYPOINT-TYPE, `waypoint type`. */
const foldLabel = (text: string) =>
  text
    .replace(/^.*[./]/, '')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

/** Columns of labels that the catalog knows, but for headings that mean something else. */
export function findLabelColumns(
  table: TextTable,
  catalog: Catalog,
  known: ReadonlySet<string>,
): [heading: string, label: string][] {
  const labels = Object.values(catalog.components).flatMap(({ signs }) => Object.keys(signs?.labels ?? {}));
  return table.headings
    .filter((heading) => !known.has(heading))
    .flatMap((heading) => {
      const label = labels.find((own) => foldLabel(own) === foldLabel(heading));
      return label === undefined ? [] : [[heading, label] as [string, string]];
    });
}
