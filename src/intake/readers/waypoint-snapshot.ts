/**
 * Reads the header of a file that `waypoint server snapshot` writes: gzip, in it protobuf messages with their lengths, and
 * the first of them says which version of the server wrote it. What follows is the server's database, with its tokens and
 * keys: it is never read, and nothing of it is kept.
 */
import { type GzipBeginning, isGzip, unpackBeginning } from '../gzip-beginning';
import { TextDecoder } from '../platform';
import { type ProtobufFields, readProtobuf, readVarint } from '../protobuf';
import type { Place, Reader, Refusal } from '../reader';
import { type AdvertisedRange, readServerInfo } from '../waypoint-server-info';

const PRODUCT = 'waypoint';
/** A header has some thirty bytes. What is longer is none. */
const MAX_HEADER = 1024;
/** The one format that there is. */
const BOLT = 1;

/** Numbers of the fields in the definition: Snapshot.Header, VersionInfo, VersionInfo.ProtocolVersion. */
const HEADER = { version: 1, format: 2 } as const;
const INFO = { api: 1, entrypoint: 2, version: 3 } as const;
const RANGE = { current: 1, minimum: 2 } as const;

const byteAt = (at: number): Place => ({ path: `byte ${at}` });

function refuse(code: string, message: string, at: Place): Refusal {
  return { refused: { code, message, ...at } };
}

function refuseForeign(detail: string): Refusal {
  const message = `This is a gzip file and no snapshot of a Waypoint server: ${detail}. If it is packed output of a tool, unpack it and read that.`;
  return refuse('not-a-snapshot', message, { path: 'byte 0 of what is packed' });
}

function rangeOf(info: ProtobufFields, field: number): AdvertisedRange | undefined {
  const message = info.bytes.get(field);
  const range = message === undefined ? undefined : readProtobuf(message);
  if (range === undefined) return undefined;
  return { minimum: range.numbers.get(RANGE.minimum), current: range.numbers.get(RANGE.current) };
}

/** The header, or what is there instead. */
function findHeader({ bytes }: GzipBeginning): ProtobufFields | string {
  const length = readVarint(bytes, 0);
  if (length === undefined || length.value === 0) {
    return 'it does not begin with the length of a header';
  }
  const end = length.end + length.value;
  if (end > bytes.length) return 'its header is too long, or cut off';
  return readProtobuf(bytes.slice(length.end, end)) ?? 'what would be its header is no protobuf message';
}

function readHeader(beginning: GzipBeginning) {
  const header = findHeader(beginning);
  if (typeof header === 'string') return refuseForeign(header);
  const message = header.bytes.get(HEADER.version);
  const info = message === undefined ? undefined : readProtobuf(message);
  const format = header.numbers.get(HEADER.format);
  if (info === undefined || format !== BOLT) {
    return refuseForeign('its header does not say which server wrote it, or in a format that no release has');
  }
  const ranges = (['api', 'entrypoint'] as const).flatMap((protocol) => {
    const range = rangeOf(info, INFO[protocol]);
    return range === undefined ? [] : [[protocol, range] as const];
  });
  const version = new TextDecoder('utf-8').decode(info.bytes.get(INFO.version) ?? new Uint8Array());
  return readServerInfo({ version, ranges, at: { path: 'header' }, isReported: false });
}

export const waypointSnapshot: Reader = {
  id: 'waypoint-snapshot',
  name: 'a snapshot of a Waypoint server, its header alone',
  looksAt: 'bytes',
  isFlowing: true,
  // No product: any gzip file is shown to it, and only reading tells whether it is a snapshot.
  recognise({ bytes }) {
    return isGzip(bytes)
      ? { sureness: 'likely', why: 'It is a gzip file, as `waypoint server snapshot` writes them.' }
      : undefined;
  },
  async read({ bytes }, catalog) {
    if (!isGzip(bytes)) {
      const message = 'This is no gzip file, and every snapshot of a Waypoint server is one.';
      return refuse('not-a-snapshot', message, byteAt(0));
    }
    const beginning = await unpackBeginning(bytes, MAX_HEADER + 2);
    if (!beginning.isSound) {
      const reached = beginning.bytes.length;
      const message = `This gzip file is damaged or cut off${reached === 0 ? ', and nothing can be unpacked' : ''}. Copy it again, or take another snapshot.`;
      return refuse('damaged-gzip', message, byteAt(beginning.goesOn ? 0 : bytes.length));
    }
    const header = readHeader(beginning);
    if ('refused' in header) return header;
    if (catalog.id !== PRODUCT) {
      const message = `This is a snapshot of a Waypoint server, and the catalog is of "${catalog.id}". Choose Waypoint first.`;
      return refuse('other-product', message, byteAt(0));
    }
    const message =
      'This is the version of the server that wrote the snapshot. If it has been upgraded since, `waypoint version` tells what runs.';
    return {
      rows: [header.row],
      remarks: [
        { code: 'version-of-snapshot', message, path: 'header', isDropped: false },
        ...header.remarks,
      ],
      secrets: [
        'what follows the header (the database of the server, with tokens and keys), which was not read',
      ],
    };
  },
};
