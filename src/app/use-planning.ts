/** The one place where inputs, catalog and engine meet. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import { findDoneMoves } from '../session/done-moves';
import type { SessionInputs } from '../session/inputs';
import { readAhead, readDraft } from '../session/read-draft';
import { sessionStore, useInputs } from '../session/store';
import { planQuery, progressQuery, reachQuery } from './engine-queries';
import { questionsOf } from './questions';
import { findAll } from './row-findings';

/** From so many rows on a key would wait for all that follows from the one before. */
const MANY_ROWS = 500;
/** So long rows are read at a time, where many have changed. */
const READING_MS = 5;

/**
 * The inputs. Of many rows as they were when there was last time to work with them: the cell that is typed into is drawn
 * first, and what follows from it right after, without holding up the next key. Never of another catalog than the chosen one.
 */
function useFollowingInputs(): SessionInputs {
  const catalogId = useInputs((inputs) => inputs.catalogId);
  const [inputs, setInputs] = useState(() => sessionStore.getState());
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(soon);
      const now = sessionStore.getState();
      if (now.rows.length <= MANY_ROWS) setInputs(now);
      else if (readAhead(now.rows, READING_MS)) startTransition(() => setInputs(now));
      else soon = setTimeout(follow);
    };
    follow();
    const stop = sessionStore.subscribe(follow);
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, []);
  return inputs.catalogId === catalogId ? inputs : sessionStore.getState();
}

/** Everything that follows from the inputs and a catalog. */
export function usePlanning(loaded: LoadedCatalog) {
  const { catalog } = loaded;
  const inputs = useFollowingInputs();
  const { rows, facts, inventoryName, goal: draftGoal, progress: done } = inputs;

  const draft = useMemo(
    () => readDraft({ rows, facts, inventoryName }, catalog),
    [rows, facts, inventoryName, catalog],
  );
  const findings = useMemo(() => findAll(catalog, draft), [catalog, draft]);
  const doneMoves = useMemo(
    () => (draft.sound === undefined ? [] : findDoneMoves(draft.sound, done)),
    [draft, done],
  );
  const inventory = draft.whole?.inventory;
  const serverEntry = (inventory ?? draft.sound?.inventory)?.entries.find(
    (entry) => catalog.components[entry.component]?.role === 'server',
  );

  const { wishes, toPlan, toReach, problems } = useMemo(
    () => questionsOf(loaded, { rows, goal: draftGoal }, inventory),
    [rows, draftGoal, inventory, loaded],
  );

  const client = useQueryClient();
  const asked = planQuery(toPlan);
  const planned = useQuery({
    ...asked,
    // What was last worked out stays in sight, marked as such, while the next one comes.
    placeholderData: (previous) => (previous?.catalog === catalog ? previous : undefined),
  });
  const progress = useQuery(progressQuery).data ?? undefined;
  const reached = useQuery({
    ...reachQuery(toReach),
    placeholderData: (previous, query) => (query?.queryKey[1] === loaded.digest ? previous : undefined),
  });

  return {
    /** What all of it follows from. */
    inputs,
    draft,
    findings,
    /** Entries that steps have moved which are done, and that the inventory has where they were. */
    doneMoves,
    serverVersion: serverEntry?.version,
    inventory,
    goalProblems: problems,
    hasTarget: wishes.target !== undefined,
    planned,
    /** How far the plan is, where it takes long. */
    progress: planned.isFetching ? progress : undefined,
    /** Whether it was stopped before there was one. */
    isStopped:
      toPlan !== undefined &&
      planned.fetchStatus === 'idle' &&
      !planned.isError &&
      (planned.isPending || planned.isPlaceholderData),
    stop: () => void client.cancelQueries({ queryKey: asked.queryKey, exact: true }),
    isAsked: toPlan !== undefined,
    /** What is planned for; absent while something is missing. */
    asked: toPlan,
    reached,
  };
}
