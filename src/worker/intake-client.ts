/**
 * How are files read without holding up the page?
 *
 * In a worker, which serves one reading after another. A reading that is called off ends with its worker: it stops at once,
 * and leaves nothing behind.
 */
import { proxy, type Remote, wrap } from 'comlink';
import type { Catalog } from '../engine/model/catalog';
import type { IntakeResult } from '../intake/intake-result';
import type { IntakeOptions, IntakeProgress } from '../intake/read-files';
import type { IntakeCalls, IntakeSource } from './intake-calls';

interface Intake {
  readonly worker: Worker;
  readonly calls: Remote<IntakeCalls>;
  /** Rejects when the worker itself fails: its script did not load, or it ran out of memory. */
  readonly failure: Promise<never>;
}

/** One that waits for the next reading. */
let waiting: Intake | undefined;

function startIntake(): Intake {
  const worker = new Worker(new URL('./intake.worker.ts', import.meta.url), {
    type: 'module',
    name: 'intake',
  });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'What reads files could not be started.'));
    });
  });
  failure.catch(() => {
    worker.terminate();
    if (waiting?.worker === worker) waiting = undefined;
  });
  return { worker, calls: wrap<IntakeCalls>(worker), failure };
}

/** Starts what reads, so that it is there when a file comes. */
export function prepareIntake(): void {
  waiting ??= startIntake();
}

function whenAborted(signal: AbortSignal | undefined): { aborted: Promise<never>; release: () => void } {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new DOMException('The reading was called off.', 'AbortError'));
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  return { aborted, release: () => signal?.removeEventListener('abort', onAbort) };
}

/** `chooseCatalog` hears of the product that the files are about, where they tell. */
export async function readInWorker(
  sources: readonly IntakeSource[],
  { onProgress, ...options }: IntakeOptions,
  chooseCatalog: (product: string | undefined) => Promise<Catalog>,
  signal?: AbortSignal,
): Promise<IntakeResult> {
  signal?.throwIfAborted();
  const intake = waiting ?? startIntake();
  waiting = undefined;
  // What it tells comes on a line of its own, and may arrive after the result.
  let isOver = false;
  const tell = (progress: IntakeProgress) => {
    if (!isOver) onProgress?.(progress);
  };
  const work = async () => {
    const catalog = await chooseCatalog(await intake.calls.open(sources));
    return intake.calls.read(catalog, options, proxy(tell));
  };
  const { aborted, release } = whenAborted(signal);
  try {
    const result = await Promise.race([work(), intake.failure, aborted]);
    waiting ??= intake;
    return result;
  } finally {
    isOver = true;
    release();
    if (waiting !== intake) intake.worker.terminate();
  }
}
