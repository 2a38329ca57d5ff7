/**
 * Two rows say that they are the server: are they one thing seen twice, replicas, or a contradiction?
 *
 * Exactly one entry is the server. Where two rows contradict each other, the one is kept that the server reported itself,
 * else the one that runs, else a template rather than a chart, else the one that came first. What one member of a cluster
 * reports is not what all of them are: beside a cluster the older of the two is kept, and the cluster's count.
 */
import { compareVersions, type Entry } from '../engine/model';
import type { FoundRow, RowProblem } from './reader';

export interface SeenServer {
  readonly entry: Entry;
  readonly row: FoundRow;
  readonly fileName: string;
}

/** `isCountBetter`: the second row knows better how many there are. */
export type SecondServer =
  /** One more instance of the same server. */
  | { readonly is: 'replica' }
  /** It was said before. */
  | { readonly is: 'known'; readonly isCountBetter: boolean }
  /** Another server, in the same file. */
  | { readonly is: 'other'; readonly problem: RowProblem }
  /** The same server with another version; `isKept`: this one is the better told. */
  | {
      readonly is: 'contradiction';
      readonly problem: RowProblem;
      readonly isKept: boolean;
      readonly isCountBetter: boolean;
    };

/** How well a row knows what runs. */
const rankOf = ({ isReported, isTemplate, isDefault }: FoundRow) =>
  isReported === true ? 3 : isDefault === true ? 0 : isTemplate === true ? 1 : 2;

const hasCluster = (earlier: SeenServer, second: SeenServer) =>
  earlier.row.isCluster === true || second.row.isCluster === true;

function whyKept(earlier: SeenServer, second: SeenServer): string {
  const { row } = second;
  if (hasCluster(earlier, second)) return 'what comes next has to start from the oldest of several servers';
  if (row.isReported === true) return 'the server reported it itself';
  return row.isTemplate === true
    ? 'it is what the workload names, and a chart only what it has by itself'
    : 'it is what runs';
}

function describeContradiction(
  earlier: SeenServer,
  second: SeenServer,
  isSameFile: boolean,
  isKept: boolean,
): string {
  const { entry, fileName } = second;
  const where = isSameFile || earlier.fileName === fileName ? 'above' : `in ${earlier.fileName}`;
  const kept = isKept ? `This one is kept, because ${whyKept(earlier, second)}` : 'The first is kept';
  return `The server is ${entry.version} here, and ${earlier.entry.version} ${where}. ${kept}. If an upgrade is under way, finish it first; if these are two servers, plan them apart.`;
}

export function judgeSecondServer(
  earlier: SeenServer,
  second: SeenServer,
  isSameFile: boolean,
): SecondServer {
  const { entry, row } = second;
  const isReplica = row.isInstance === true && earlier.row.isInstance === true;
  const order = compareVersions(entry.version, earlier.entry.version);
  const isSameVersion = order === 0;
  const isCountBetter =
    row.isCluster === true
      ? earlier.row.isCluster !== true
      : earlier.row.isDefault === true && row.isDefault !== true;
  if (isSameVersion && isReplica && (isSameFile || entry.name !== earlier.entry.name))
    return { is: 'replica' };
  const isTold = row.isReported === true && earlier.row.isReported === true;
  if (isSameVersion && (!isSameFile || isTold)) {
    return { is: 'known', isCountBetter };
  }
  if (isSameFile && !isReplica && !isTold) {
    const message = `${entry.name} is a second server beside ${earlier.entry.name}. Exactly one entry is the server; replicas of it are its count.`;
    return { is: 'other', problem: { code: 'second-server', message, cell: 'component' } };
  }
  const isKept = hasCluster(earlier, second) ? order < 0 : rankOf(row) > rankOf(earlier.row);
  const message = describeContradiction(earlier, second, isSameFile, isKept);
  return { is: 'contradiction', problem: { code: 'contradiction', message }, isKept, isCountBetter };
}
