/**
 * How are files read without holding up the page? Each reading has a worker of its own, which ends with it: what is called
 * off stops at once, and leaves nothing behind.
 */
import { proxy, wrap } from 'comlink';
import type { Catalog } from '../engine/model/catalog';
import type { IntakeResult } from '../intake/intake-result';
import type { IntakeOptions, IntakeProgress } from '../intake/read-files';
import type { IntakeCalls, IntakeSource } from './intake-calls';

/** `chooseCatalog` hears of the product that the files are about, where they tell. */
export async function readInWorker(
  sources: readonly IntakeSource[],
  { onProgress, ...options }: IntakeOptions,
  chooseCatalog: (product: string | undefined) => Promise<Catalog>,
  signal?: AbortSignal,
): Promise<IntakeResult> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./intake.worker.ts', import.meta.url), {
    type: 'module',
    name: 'intake',
  });
  // What it tells comes on a line of its own, and may arrive after the result.
  let isOver = false;
  const tell = (progress: IntakeProgress) => {
    if (!isOver) onProgress?.(progress);
  };
  let onAbort = () => {};
  const ended = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'What reads files could not be started.'));
    });
    onAbort = () => reject(new DOMException('The reading was called off.', 'AbortError'));
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  const work = async () => {
    const calls = wrap<IntakeCalls>(worker);
    const catalog = await chooseCatalog(await calls.open(sources));
    return calls.read(catalog, options, proxy(tell));
  };
  try {
    return await Promise.race([work(), ended]);
  } finally {
    isOver = true;
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  }
}
