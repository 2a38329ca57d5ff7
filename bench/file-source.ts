/** A file as the intake reads it. */
import { type FileHandle, open } from 'node:fs/promises';
import type { Source } from '../src/intake/source';

export async function openSource(path: string): Promise<Source & { close(): Promise<void> }> {
  const handle: FileHandle = await open(path);
  const { size } = await handle.stat();
  return {
    size,
    read: async (from, to) => {
      const bytes = new Uint8Array(Math.min(to, size) - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
