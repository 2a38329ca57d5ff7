/**
 * How is the engine reached without holding up the page?
 *
 * A worker for plans, another one for what could be reached, and one for plans of other goals, so that a plan never waits
 * for all the others. These wait for it: on few cores they would take its time, but only for so long, since a plan can take
 * minutes. Each is started with its first call or before, and has one call at a time: those that wait can be called off,
 * and a call in progress that nobody waits for any more is cut short by starting afresh, once it has taken longer than a
 * new start would.
 */
import { proxy, type Remote, wrap } from 'comlink';
import type { ReachedRelease } from '../engine/assessment/reach';
import type { Catalog } from '../engine/model/catalog';
import type { ParsedGoal } from '../engine/model/goal';
import type { Inventory } from '../engine/model/inventory';
import type { EngineCalls, PlanAnswer } from './engine-calls';

const PATIENCE_MS = 1500;
/** How long the others wait for a plan. */
const PLAN_FIRST_MS = 2000;
/** How long they wait for the page to draw it. */
const DRAWN_MS = 400;

interface Engine {
  readonly worker: Worker;
  readonly calls: Remote<EngineCalls>;
  /** Rejects when the worker itself fails: its script did not load, or it ran out of memory. */
  readonly failure: Promise<never>;
  readonly sent: Set<string>;
}

function startEngine(name: string): Engine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
    type: 'module',
    name,
  });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The planner could not be started.'));
    });
  });
  return { worker, calls: wrap<EngineCalls>(worker), failure, sent: new Set() };
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

/** A worker with the calls that wait for it. */
class Line {
  private engine: Engine | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly name: string) {}

  /** Before it is asked anything, which then takes less long. */
  start(): Engine {
    if (this.engine !== undefined) return this.engine;
    const engine = startEngine(this.name);
    engine.failure.catch(() => this.stop(engine));
    this.engine = engine;
    return engine;
  }

  private stop(engine: Engine): void {
    engine.worker.terminate();
    if (this.engine === engine) this.engine = undefined;
  }

  private async run<T>(
    digest: string,
    catalog: Catalog,
    signal: AbortSignal,
    call: (calls: Remote<EngineCalls>) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const engine = this.start();
    const work = async () => {
      if (engine.sent.has(digest)) return call(engine.calls);
      // One right after the other: an answer to the first could wait for the page to have drawn something.
      const kept = engine.calls.keepCatalog(digest, catalog);
      const [value] = await Promise.all([call(engine.calls), kept]);
      engine.sent.add(digest);
      return value;
    };
    const patience = untilPatienceEnds(signal);
    try {
      const outcome = await Promise.race([
        work().then((value) => ({ value })),
        engine.failure,
        patience.ended,
      ]);
      if (outcome !== 'ended') return outcome.value;
      this.stop(engine);
      throw new DOMException('The inputs changed.', 'AbortError');
    } finally {
      patience.cancel();
    }
  }

  /** When those before it are done. */
  ask<T>(
    digest: string,
    catalog: Catalog,
    signal: AbortSignal,
    call: (calls: Remote<EngineCalls>) => Promise<T>,
  ): Promise<T> {
    const task = () => this.run(digest, catalog, signal, call);
    const result = this.queue.then(task, task);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Resolves when all that was asked by now is answered. */
  settled(): Promise<unknown> {
    return this.queue;
  }
}

const plans = new Line('plans');
const targets = new Line('targets');
const alternatives = new Line('alternatives');

/** Resolves once the page has nothing else to do; where browsers don't tell, after a moment. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: DRAWN_MS });
    else setTimeout(resolve, DRAWN_MS / 2);
  });
}

/** Resolves when plans are worked out and drawn, or after a while. */
function untilPlanned(): Promise<unknown> {
  return Promise.race([
    plans.settled().then(untilIdle),
    new Promise((resolve) => setTimeout(resolve, PLAN_FIRST_MS)),
  ]);
}

/** Starts what works out plans, ahead of the first. */
export function startPlanner(): void {
  plans.start();
}

export function askPlan(
  digest: string,
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  signal: AbortSignal,
  onProgress: (work: number, budget: number) => void,
): Promise<PlanAnswer> {
  const report = proxy(onProgress);
  return plans.ask(digest, catalog, signal, (calls) => calls.plan(digest, inventory, goal, report));
}

export async function askReach(
  digest: string,
  catalog: Catalog,
  inventory: Inventory,
  goal: Omit<ParsedGoal, 'target'>,
  signal: AbortSignal,
): Promise<readonly ReachedRelease[]> {
  await untilPlanned();
  return targets.ask(digest, catalog, signal, (calls) => calls.reach(digest, inventory, goal));
}

/** The plan of a goal that is not the operator's, or not yet. */
export async function askAlternative(
  digest: string,
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  signal: AbortSignal,
): Promise<PlanAnswer> {
  await untilPlanned();
  return alternatives.ask(digest, catalog, signal, (calls) =>
    calls.plan(
      digest,
      inventory,
      goal,
      proxy(() => {}),
    ),
  );
}
