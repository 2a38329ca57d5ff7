/**
 * Which fields has a protobuf message? Source: https://protobuf.dev/programming-guides/encoding/. Numbers and bytes are read;
 * other kinds are passed over.
 */

export interface ProtobufFields {
  readonly numbers: ReadonlyMap<number, number>;
  readonly bytes: ReadonlyMap<number, Uint8Array>;
}

const KIND = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** A number in groups of seven bits, and where it ends; `undefined` where it has no end or is larger than we count. */
export function readVarint(bytes: Uint8Array, from: number): { value: number; end: number } | undefined {
  let value = 0;
  let factor = 1;
  for (let at = from; at < bytes.length && at < from + 8; at++, factor *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * factor;
    if (byte < 128) return value <= Number.MAX_SAFE_INTEGER ? { value, end: at + 1 } : undefined;
  }
  return undefined;
}

/** `undefined` where the bytes are no such message. Of a field that comes twice the last one counts. */
export function readProtobuf(message: Uint8Array): ProtobufFields | undefined {
  const numbers = new Map<number, number>();
  const bytes = new Map<number, Uint8Array>();
  for (let at = 0; at < message.length; ) {
    const tag = readVarint(message, at);
    if (tag === undefined || tag.value < 8) return undefined;
    const field = Math.floor(tag.value / 8);
    const kind = tag.value % 8;
    at = tag.end;
    if (kind === KIND.fixed32 || kind === KIND.fixed64) {
      at += kind === KIND.fixed32 ? 4 : 8;
    } else if (kind === KIND.varint || kind === KIND.bytes) {
      const found = readVarint(message, at);
      if (found === undefined) return undefined;
      at = found.end;
      if (kind === KIND.varint) numbers.set(field, found.value);
      else {
        bytes.set(field, message.slice(at, at + found.value));
        at += found.value;
      }
    } else return undefined;
    if (at > message.length) return undefined;
  }
  return { numbers, bytes };
}
