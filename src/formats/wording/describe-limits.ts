/** Who works with the server only partly, from which stage on, and why? */
import type { TracedEntry, TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog } from '../../engine/model/catalog';
import { formatList } from './names';

const NAMES_SHOWN = 4;

/** Those at one version that begin to be limited by one incident in one stage. */
export interface Limits {
  /** 0 is now. */
  readonly stage: number;
  /** `ci 0.11.4 with the server 0.7.2, from stage 2 on: …` */
  readonly text: string;
}

function nameAll(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN;
  return rest <= 1 ? formatList(names) : formatList([...names.slice(0, NAMES_SHOWN), `${rest} more`]);
}

/** By incident and version, those whom an incident limits that did not in the state before. */
function beginsIn(state: TracedState, before: TracedState | undefined): Map<string, TracedEntry[]> {
  const begun = new Map<string, TracedEntry[]>();
  for (const [i, traced] of state.entries.entries()) {
    const last = before?.entries[i];
    if (traced === last || traced.degraded.length === 0) continue;
    for (const incident of traced.degraded) {
      if (last?.degraded.includes(incident) === true) continue;
      const key = JSON.stringify([incident, traced.version]);
      const known = begun.get(key);
      if (known === undefined) begun.set(key, [traced]);
      else known.push(traced);
    }
  }
  return begun;
}

/** In the order of the stages, which follow each other in `states`. */
export function describeLimits(catalog: Catalog, states: readonly TracedState[]): Limits[] {
  const summaries = new Map(catalog.incidents.map(({ id, summary }) => [id, summary]));
  return states.flatMap((state, i) =>
    [...beginsIn(state, states[i - 1])].map(([key, entries]): Limits => {
      const [incident, version] = JSON.parse(key) as [string, string];
      const since = state.stage === 0 ? 'today' : `from stage ${state.stage} on`;
      const names = nameAll(entries.map(({ entry }) => entry));
      const why = summaries.get(incident) ?? incident;
      return {
        stage: state.stage,
        text: `${names} ${version} with the server ${state.server}, ${since}: ${why}`,
      };
    }),
  );
}
