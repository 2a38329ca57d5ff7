/** Which problems are shown together, and which rows were corrected already? A row keeps its place while it is corrected. */
import type { Answer } from './import-reading';
import { placeOf } from './import-words';
import type { CorrectedCells, ReadProblem } from './reading';

/** A row that was left out, with all that is wrong with it, and nothing once that was corrected. */
export interface RowItem {
  readonly key: string;
  readonly sourceId: string;
  /** The file's name where there are several. */
  readonly file: string;
  readonly place: string;
  readonly number: number;
  readonly name: string;
  readonly cells: CorrectedCells;
  readonly problems: readonly ReadProblem[];
  readonly isCorrected: boolean;
}

/** Something that is said, and cannot be corrected here. */
export interface RemarkItem {
  readonly key: string;
  readonly file: string;
  readonly place: string;
  readonly message: string;
  readonly isDropped: boolean;
}

export type ProblemItem = RowItem | RemarkItem;

const CORRECTABLE: ReadonlySet<string> = new Set<keyof CorrectedCells>([
  'component',
  'version',
  'count',
  'protocols',
]);

/** Only where they are wrong, or were. */
function rangesOf({ protocols }: Pick<CorrectedCells, 'protocols'>): Pick<CorrectedCells, 'protocols'> {
  return protocols === undefined ? {} : { protocols };
}

interface Placed {
  readonly source: number;
  /** Of a row its number, of a remark that of the row before it. */
  readonly row: number;
  readonly item: ProblemItem;
}

export function listProblems({ sources, result }: Answer): readonly ProblemItem[] {
  const placed: Placed[] = [];
  const rows = new Map<string, number>();
  const lastRow = new Map<number, number>();
  const correctable = new Set(
    result.problems.flatMap(({ file, row }) =>
      row !== undefined && CORRECTABLE.has(row.cell) ? [`${file}\n${row.number}`] : [],
    ),
  );
  for (const [i, problem] of result.problems.entries()) {
    const { file = '', row, message, isDropped } = problem;
    const source = sources.length === 1 ? 0 : sources.findIndex(({ name }) => name === file);
    const owner = sources[source];
    const at = lastRow.get(source) ?? 0;
    if (row === undefined || owner === undefined || !correctable.has(`${problem.file}\n${row.number}`)) {
      const item = { key: `${i}`, file, place: placeOf(problem), message, isDropped };
      placed.push({ source: owner === undefined ? sources.length : source, row: at, item });
      continue;
    }
    const key = `${owner.id}:${row.number}`;
    const known = rows.get(key);
    const before = known === undefined ? undefined : placed[known];
    if (known !== undefined && before !== undefined && 'problems' in before.item) {
      const problems = [...before.item.problems, problem];
      const item = { ...before.item, cells: { ...before.item.cells, ...rangesOf(row) }, problems };
      placed[known] = { ...before, item };
      continue;
    }
    const { number, name, component, version, count } = row;
    const { column: _, ...ofRow } = problem;
    const place = placeOf(ofRow);
    lastRow.set(source, number);
    rows.set(key, placed.length);
    const shared = { key, sourceId: owner.id, file, place, number, name };
    const item = {
      ...shared,
      cells: { component, version, count, ...rangesOf(row) },
      problems: [problem],
      isCorrected: false,
    };
    placed.push({ source, row: number, item });
  }
  for (const [source, { id, name: sourceName, corrections = [] }] of sources.entries()) {
    const file = sources.length === 1 ? '' : sourceName;
    for (const { number, name, place, component, version, count, ...ranges } of corrections) {
      const key = `${id}:${number}`;
      if (rows.has(key)) continue;
      const shared = { key, sourceId: id, file, place, number, name };
      const item = {
        ...shared,
        cells: { component, version, count, ...rangesOf(ranges) },
        problems: [],
        isCorrected: true,
      };
      placed.push({ source, row: number, item });
    }
  }
  return placed
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => a.source - b.source || a.row - b.row || a.i - b.i)
    .map(({ item }) => item);
}
