/** What the engine answers, kept by what it was asked. */
import { queryOptions, skipToken } from '@tanstack/react-query';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { ParsedGoal } from '../engine/model/goal';
import type { Inventory } from '../engine/model/inventory';
import type { AnsweredPlan } from '../formats/answered-plan';
import { askAlternative, askPlan, askReach } from '../worker/engine-client';

export type Question<Goal> =
  | { readonly loaded: LoadedCatalog; readonly inventory: Inventory; readonly goal: Goal }
  | undefined;

const KEPT_MS = 60_000;
/** The line of targets can wait until the typing pauses; the plan cannot. */
const REACH_DELAY_MS = 200;

const texts = new WeakMap<object, string>();

function textOnce<T extends object>(value: T, write: (value: T) => string): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = write(value);
    texts.set(value, text);
  }
  return text;
}

/** Of many entries only those are written again that have changed. */
function textOf(inventory: Inventory): string {
  return textOnce(inventory, ({ entries, ...head }) =>
    [head, ...entries].map((part) => textOnce(part, JSON.stringify)).join(),
  );
}

const answers = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: KEPT_MS,
  retry: false,
  structuralSharing: false,
  // Texts, none of which has a line break of its own: JSON again would take as long as all else for 10,000 entries.
  queryKeyHashFn: (key: readonly unknown[]) => key.join('\n'),
  // The engine needs no network.
  networkMode: 'always',
} as const;

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function keyOf(what: 'plan' | 'alternative' | 'reach', question: Question<object>) {
  return [
    what,
    question?.loaded.digest,
    question && textOf(question.inventory),
    question && JSON.stringify(question.goal),
  ];
}

/** How far the plan is that is worked out, from 0 to 1; `null` where nothing was heard of it. */
export const progressQuery = queryOptions<number | null>({
  queryKey: ['progress'],
  queryFn: skipToken,
  gcTime: Number.POSITIVE_INFINITY,
});

export function planQuery(question: Question<ParsedGoal>) {
  return queryOptions({
    queryKey: keyOf('plan', question),
    queryFn:
      question === undefined
        ? skipToken
        : async ({ signal, client }): Promise<AnsweredPlan> => {
            const { loaded, inventory, goal } = question;
            const { queryKey } = progressQuery;
            const report = (work: number, budget: number) => {
              if (!signal.aborted) client.setQueryData(queryKey, work / budget);
            };
            client.setQueryData(queryKey, null);
            const answer = await askPlan(loaded.digest, loaded.catalog, inventory, goal, signal, report);
            return { ...answer, catalog: loaded.catalog, inventory, goal };
          },
    ...answers,
  });
}

/** The plan of another goal than the operator's. */
export function alternativeQuery(question: Question<ParsedGoal>) {
  return queryOptions({
    queryKey: keyOf('alternative', question),
    queryFn:
      question === undefined
        ? skipToken
        : async ({ signal }): Promise<AnsweredPlan> => {
            const { loaded, inventory, goal } = question;
            await wait(REACH_DELAY_MS, signal);
            const answer = await askAlternative(loaded.digest, loaded.catalog, inventory, goal, signal);
            return { ...answer, catalog: loaded.catalog, inventory, goal };
          },
    ...answers,
  });
}

export function reachQuery(question: Question<Omit<ParsedGoal, 'target'>>) {
  return queryOptions({
    queryKey: keyOf('reach', question),
    queryFn:
      question === undefined
        ? skipToken
        : async ({ signal }) => {
            const { loaded, inventory, goal } = question;
            await wait(REACH_DELAY_MS, signal);
            return askReach(loaded.digest, loaded.catalog, inventory, goal, signal);
          },
    ...answers,
  });
}
