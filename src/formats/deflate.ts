/** How do bytes become few, and few bytes no more than is bearable? */
import { CompressionStream, DecompressionStream } from './platform';

type Transform = InstanceType<typeof CompressionStream>;

/** `undefined` where more than `most` bytes would come out, whatever the input claims. Rejects where it is damaged. */
async function pass(bytes: Uint8Array, through: Transform, most: number): Promise<Uint8Array | undefined> {
  const writer = through.writable.getWriter();
  // What is wrong with the input is thrown by the reader too; this one only has to be heard.
  const written = Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined);
  const reader = through.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value ?? new Uint8Array();
    length += chunk.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(chunk);
  }
  await written;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const deflated = await pass(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
  return deflated ?? new Uint8Array();
}

/** `undefined` where more than `most` bytes would come out. Rejects where it is no deflated data. */
export function inflate(bytes: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  return pass(bytes, new DecompressionStream('deflate-raw'), most);
}
