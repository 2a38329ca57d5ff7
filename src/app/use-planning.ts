/** The one place where inputs, catalog and engine meet. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { Problem } from '../engine/model/problem';
import { parseGoal } from '../engine/parsing/parse-goal';
import type { SessionInputs } from '../session/inputs';
import { readDraft, readGoal } from '../session/read-draft';
import { sessionStore, useInputs } from '../session/store';
import { planQuery, reachQuery } from './engine-queries';
import { findAll } from './row-findings';

const NO_PROBLEMS: readonly Problem[] = [];
/** From so many rows on a key would wait for all that follows from the one before. */
const MANY_ROWS = 500;

/**
 * The inputs. Of many rows as they were when there was last time to work with them: the cell that is typed into is drawn
 * first, and what follows from it right after, without holding up the next key. Never of another catalog than the chosen one.
 */
function useFollowingInputs(): SessionInputs {
  const catalogId = useInputs((inputs) => inputs.catalogId);
  const [inputs, setInputs] = useState(() => sessionStore.getState());
  useEffect(() => {
    const follow = () => {
      const now = sessionStore.getState();
      if (now.rows.length > MANY_ROWS) startTransition(() => setInputs(now));
      else setInputs(now);
    };
    follow();
    return sessionStore.subscribe(follow);
  }, []);
  return inputs.catalogId === catalogId ? inputs : sessionStore.getState();
}

/** Everything that follows from the inputs and a catalog. */
export function usePlanning(loaded: LoadedCatalog) {
  const { catalog } = loaded;
  const inputs = useFollowingInputs();
  const { rows, facts, inventoryName, goal: draftGoal } = inputs;

  const draft = useMemo(
    () => readDraft({ rows, facts, inventoryName }, catalog),
    [rows, facts, inventoryName, catalog],
  );
  const findings = useMemo(() => findAll(catalog, draft), [catalog, draft]);
  const inventory = draft.whole?.inventory;
  const serverEntry = (inventory ?? draft.sound?.inventory)?.entries.find(
    (entry) => catalog.components[entry.component]?.role === 'server',
  );

  const { wishes, toPlan, toReach, problems } = useMemo(() => {
    const read = readGoal({ rows, goal: draftGoal });
    if (inventory === undefined) {
      return { wishes: read, toPlan: undefined, toReach: undefined, problems: NO_PROBLEMS };
    }
    const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
    const { target, ...others } = read;
    const forReach = parseGoal({ ...others, target: server?.version }, catalog, inventory);
    const forPlan = target === undefined ? undefined : parseGoal(read, catalog, inventory);
    const refused = forPlan ?? forReach;
    return {
      wishes: read,
      toPlan: forPlan?.ok === true ? { loaded, inventory, goal: forPlan.value } : undefined,
      toReach: forReach.ok ? { loaded, inventory, goal: withoutTarget(forReach.value) } : undefined,
      problems: refused.ok ? NO_PROBLEMS : refused.problems,
    };
  }, [rows, draftGoal, inventory, catalog, loaded]);

  const client = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const asked = planQuery(toPlan, setProgress);
  const planned = useQuery({
    ...asked,
    // What was last worked out stays in sight, marked as such, while the next one comes.
    placeholderData: (previous) => (previous?.catalog === catalog ? previous : undefined),
  });
  const reached = useQuery({
    ...reachQuery(toReach),
    placeholderData: (previous, query) => (query?.queryKey[1] === loaded.digest ? previous : undefined),
  });

  return {
    /** What all of it follows from. */
    inputs,
    draft,
    findings,
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

function withoutTarget<G extends { target: string }>({ target: _, ...others }: G): Omit<G, 'target'> {
  return others;
}
