/**
 * Two rows say that they are the server: are they one thing seen twice, replicas, or a contradiction?
 *
 * Exactly one entry is the server. Where two rows contradict each other, the one is kept that the server reported itself,
 * else the one that runs, else the one that came first.
 */
import { compareVersions, type Entry } from '../engine/model';
import type { FoundRow, RowProblem } from './reader';

export interface SeenServer {
  readonly entry: Entry;
  readonly row: FoundRow;
  readonly fileName: string;
}

export type SecondServer =
  /** One more instance of the same server. */
  | { readonly is: 'replica' }
  /** It was said before. */
  | { readonly is: 'known' }
  /** Another server, in the same file. */
  | { readonly is: 'other'; readonly problem: RowProblem }
  /** The same server with another version; `isKept`: this one is the better told. */
  | { readonly is: 'contradiction'; readonly problem: RowProblem; readonly isKept: boolean };

/** How well a row knows what runs. */
const rankOf = ({ isReported, isTemplate }: FoundRow) =>
  isReported === true ? 2 : isTemplate === true ? 0 : 1;

function describeContradiction(
  earlier: SeenServer,
  { entry, row, fileName }: SeenServer,
  isSameFile: boolean,
  isKept: boolean,
): string {
  const where = isSameFile || earlier.fileName === fileName ? 'above' : `in ${earlier.fileName}`;
  const because = row.isReported === true ? 'the server reported it itself' : 'it is what runs';
  const kept = isKept ? `This one is kept, because ${because}` : 'The first is kept';
  return `The server is ${entry.version} here, and ${earlier.entry.version} ${where}. ${kept}. If an upgrade is under way, finish it first; if these are two servers, plan them apart.`;
}

export function judgeSecondServer(
  earlier: SeenServer,
  second: SeenServer,
  isSameFile: boolean,
): SecondServer {
  const { entry, row } = second;
  const isReplica = row.isInstance === true && earlier.row.isInstance === true;
  const isSameVersion = compareVersions(earlier.entry.version, entry.version) === 0;
  if (isSameVersion && isReplica && (isSameFile || entry.name !== earlier.entry.name))
    return { is: 'replica' };
  const isTold = row.isReported === true && earlier.row.isReported === true;
  if (isSameVersion && (!isSameFile || isTold)) return { is: 'known' };
  if (isSameFile && !isReplica && !isTold) {
    const message = `${entry.name} is a second server beside ${earlier.entry.name}. Exactly one entry is the server; replicas of it are its count.`;
    return { is: 'other', problem: { code: 'second-server', message, cell: 'component' } };
  }
  const isKept = rankOf(row) > rankOf(earlier.row);
  const message = describeContradiction(earlier, second, isSameFile, isKept);
  return { is: 'contradiction', problem: { code: 'contradiction', message }, isKept };
}
