/** Builds snapshots of a Waypoint server: protobuf messages with their lengths, in gzip. */
import { gzipSync } from 'node:zlib';

const { concat, from } = Buffer;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return from([...bytes, left]);
}

const number = (field: number, value: number) => concat([varint(field * 8), varint(value)]);

const bytes = (field: number, value: Uint8Array) =>
  concat([varint(field * 8 + 2), varint(value.length), value]);

export const withLength = (message: Uint8Array) => concat([varint(message.length), message]);

export interface SnapshotHeader {
  readonly version?: string;
  readonly api?: { readonly current?: number; readonly minimum?: number };
  readonly entrypoint?: { readonly current?: number; readonly minimum?: number };
  readonly format?: number;
}

/** As protobuf writes it: what is zero or blank is left out. */
export function buildHeader({ version = '', api, entrypoint, format = 1 }: SnapshotHeader): Buffer {
  const range = (field: number, ends: SnapshotHeader['api']) =>
    ends === undefined
      ? []
      : [
          bytes(
            field,
            concat([
              ...(ends.current === undefined ? [] : [number(1, ends.current)]),
              ...(ends.minimum === undefined ? [] : [number(2, ends.minimum)]),
            ]),
          ),
        ];
  const info = concat([
    ...range(1, api),
    ...range(2, entrypoint),
    ...(version === '' ? [] : [bytes(3, from(version))]),
  ]);
  return withLength(concat([bytes(1, info), number(2, format)]));
}

/** A header, then a chunk of the database. */
export function buildSnapshot(
  header: SnapshotHeader,
  database: Uint8Array = from('auth_token=s3cret'),
): Uint8Array {
  return new Uint8Array(gzipSync(concat([buildHeader(header), withLength(bytes(1, database))])));
}
