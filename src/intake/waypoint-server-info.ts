/**
 * What does a Waypoint server say of itself: its version, and the range of each protocol that it advertises?
 *
 * The same message (VersionInfo) comes as JSON of GetVersionInfo and in the header of a snapshot. A range counts with both
 * of its ends only: zero and absent are the same in protobuf, and no version of a protocol. One that has no other end is
 * left out and said; the version beside it holds.
 */
import type { FoundRow, Place, Remark, RowProblem } from './reader';

export interface AdvertisedRange {
  readonly minimum: number | undefined;
  readonly current: number | undefined;
}

export interface ServerInfo {
  readonly version: string;
  readonly ranges: readonly (readonly [protocol: string, range: AdvertisedRange])[];
  readonly at: Place;
  /** Whether the server says so now, rather than once. */
  readonly isReported: boolean;
}

const isGiven = (end: number | undefined): end is number => end !== undefined && end !== 0;

function remarksOnRanges({ ranges, at }: ServerInfo): Remark[] {
  return ranges.flatMap(([protocol, { minimum, current }]): Remark[] => {
    if (isGiven(minimum) === isGiven(current)) return [];
    const [said, missing] = isGiven(minimum)
      ? [`a minimum of ${minimum}`, 'current version']
      : [`a current version of ${current}`, 'minimum'];
    const message = `The server advertises ${said} for the protocol ${protocol} and no ${missing}. A range needs both ends: this one is left out, and what the catalog knows of the version counts. Ask the server again, or add the range by hand.`;
    return [{ code: 'half-range', message, ...at, isDropped: true }];
  });
}

function findProblem({ version }: ServerInfo): RowProblem | undefined {
  if (version.trim() !== '') return undefined;
  const message =
    'The server keeps its version to itself: it is blank, and would be in `waypoint version` too. Look for "waypoint version:" at the start of its log, or at the tag of its image.';
  return { code: 'no-version', message, cell: 'version' };
}

export function readServerInfo(info: ServerInfo): { row: FoundRow; remarks: readonly Remark[] } {
  const protocols = info.ranges.flatMap(([protocol, { minimum, current }]): [string, string][] =>
    isGiven(minimum) && isGiven(current) ? [[protocol, `${minimum}-${current}`]] : [],
  );
  const problem = findProblem(info);
  const row = {
    cells: { component: 'server', version: info.version, protocols, labels: new Map() },
    at: info.at,
    fallbackName: 'server',
    ...(info.isReported ? { isReported: true } : { isTemplate: true }),
    ...(problem !== undefined && { problem }),
  };
  return { row, remarks: remarksOnRanges(info) };
}
