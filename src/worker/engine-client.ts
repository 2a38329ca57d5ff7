/**
 * How is the engine reached without holding up the page?
 *
 * One worker, started with the first call. One call at a time: those that wait can be called off, and a call in progress
 * that nobody waits for any more is cut short by starting afresh, once it has taken longer than a new start would.
 */
import { type Remote, wrap } from 'comlink';
import type { ReachedRelease } from '../engine/assessment/reach';
import type { Catalog } from '../engine/model/catalog';
import type { ParsedGoal } from '../engine/model/goal';
import type { Inventory } from '../engine/model/inventory';
import type { EngineCalls, PlanAnswer } from './engine-calls';

const PATIENCE_MS = 1500;

interface Engine {
  readonly worker: Worker;
  readonly calls: Remote<EngineCalls>;
  /** Rejects when the worker itself fails: its script did not load, or it ran out of memory. */
  readonly failure: Promise<never>;
  readonly sent: Set<string>;
}

let engine: Engine | undefined;
let queue: Promise<unknown> = Promise.resolve();

function startEngine(): Engine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The planner could not be started.'));
    });
  });
  failure.catch(() => stopEngine(worker));
  return { worker, calls: wrap<EngineCalls>(worker), failure, sent: new Set() };
}

function stopEngine(worker: Worker): void {
  worker.terminate();
  if (engine?.worker === worker) engine = undefined;
}

/** Resolves when the call in progress may be cut short. */
function untilPatienceEnds(signal: AbortSignal): { ended: Promise<'ended'>; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = () => {};
  const started = Date.now();
  const ended = new Promise<'ended'>((resolve) => {
    onAbort = () => {
      timer = setTimeout(() => resolve('ended'), Math.max(0, PATIENCE_MS - (Date.now() - started)));
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  return {
    ended,
    cancel: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

async function run<T>(
  digest: string,
  catalog: Catalog,
  signal: AbortSignal,
  call: (calls: Remote<EngineCalls>) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  engine ??= startEngine();
  const { worker, calls, failure, sent } = engine;
  const work = async () => {
    if (!sent.has(digest)) {
      await calls.keepCatalog(digest, catalog);
      sent.add(digest);
    }
    return call(calls);
  };
  const patience = untilPatienceEnds(signal);
  try {
    const outcome = await Promise.race([work().then((value) => ({ value })), failure, patience.ended]);
    if (outcome !== 'ended') return outcome.value;
    stopEngine(worker);
    throw new DOMException('The inputs changed.', 'AbortError');
  } finally {
    patience.cancel();
  }
}

function enqueue<T>(task: () => Promise<T>): Promise<T> {
  const result = queue.then(task, task);
  queue = result.catch(() => undefined);
  return result;
}

export function askPlan(
  digest: string,
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  signal: AbortSignal,
): Promise<PlanAnswer> {
  return enqueue(() => run(digest, catalog, signal, (calls) => calls.plan(digest, inventory, goal)));
}

export function askReach(
  digest: string,
  catalog: Catalog,
  inventory: Inventory,
  goal: Omit<ParsedGoal, 'target'>,
  signal: AbortSignal,
): Promise<readonly ReachedRelease[]> {
  return enqueue(() =>
    run(digest, catalog, signal, async (calls) => [...(await calls.reach(digest, inventory, goal))]),
  );
}
