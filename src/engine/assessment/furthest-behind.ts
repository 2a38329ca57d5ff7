/**
 * Who holds a protocol back, and what could the server do without if they moved?
 *
 * Who works with the server at a version of a protocol still would if the server's minimum rose to that version, and not if
 * it rose further. So the versions that are negotiated, lowest first, are the levels at which the minimum is held. Whoever
 * does not agree on the protocol today holds nothing; of whom it is not known, nothing is said, and nothing is certain.
 */
import { releaseLine, serverComponentOf } from '../compatibility/release-line';
import { type Catalog, compareVersions, type ProtocolRange, type Version } from '../model';
import type { ProtocolUse, Speakers } from './protocols-in-use';

export interface HeldLevel extends Speakers {
  /** What they use. */
  readonly version: number;
  /** Once they and those before them use this version or a newer one, `drops` are of no use to anybody here. */
  readonly next: number;
  readonly drops: ProtocolRange;
  /** The first release of the server above today's that is known not to speak `version` any more, for it is too old. */
  readonly lostWith?: Version;
}

export interface FurthestBehind {
  readonly protocol: string;
  /** The furthest behind first; whoever uses the newest version that the server speaks holds nothing back. */
  readonly levels: readonly HeldLevel[];
  /** Versions below all that are used; absent: none, or it is not certain. */
  readonly unneeded?: ProtocolRange;
  /** Those of whom it is not known whether they agree with the server, since a range is not known. */
  readonly unknown: Speakers;
}

/** The first release of the server above `server` whose minimum is above the protocol version. */
function findLoss(catalog: Catalog, server: Version, protocol: string, version: number): Version | undefined {
  return releaseLine(catalog, serverComponentOf(catalog)).releases.find(
    (release) =>
      compareVersions(release.version, server) > 0 && (release.ranges.get(protocol)?.[0] ?? 0) > version,
  )?.version;
}

/** `use` is what `protocolsInUse` says of one protocol, `server` the version that the server runs. */
export function findFurthestBehind(catalog: Catalog, server: Version, use: ProtocolUse): FurthestBehind {
  const { protocol, negotiated, server: offered } = use;
  const open = use.clashing.filter(({ clash }) => clash.kind === 'unknown');
  const unknown = {
    entries: open.map(({ entry }) => entry),
    instances: open.reduce((sum, { instances }) => sum + instances, 0),
  };
  if (offered === null) return { protocol, levels: [], unknown };
  const [minimum, current] = offered;
  const levels = negotiated.flatMap(({ version, ...speakers }, i): HeldLevel[] => {
    if (version >= current) return [];
    const next = negotiated[i + 1]?.version ?? current;
    const lostWith = findLoss(catalog, server, protocol, version);
    return [
      {
        ...speakers,
        version,
        next,
        drops: [minimum, next - 1],
        ...(lostWith !== undefined && { lostWith }),
      },
    ];
  });
  const lowest = negotiated[0]?.version;
  const isUnneeded = lowest !== undefined && lowest > minimum && open.length === 0;
  return { protocol, levels, unknown, ...(isUnneeded && { unneeded: [minimum, lowest - 1] as const }) };
}
