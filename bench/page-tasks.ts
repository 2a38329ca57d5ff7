/** What did the page's own thread do at once, by a trace of the browser? */

/** Milliseconds on the clock, and of the processor, which others may have had. */
export interface Task {
  readonly clock: number;
  readonly processor: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What `findTasks` needs in a trace. */
export const TRACED = ['toplevel', '__metadata'];

export function findTasks(trace: Buffer): Task[] {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isPage = ({ name, args }: TraceEvent) => name === 'thread_name' && args.name === 'CrRendererMain';
  const pages = new Set(events.filter(isPage).map(threadOf));
  const tasks = events
    .filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }): Task => ({ clock: dur / 1000, processor: tdur / 1000 }));
  if (tasks.length === 0) throw new Error('the trace has no task of the page');
  return tasks;
}
