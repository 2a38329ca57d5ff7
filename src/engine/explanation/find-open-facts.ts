/**
 * Which unanswered fact would change the plan?
 *
 * An unanswered fact rules nothing out. So each of its answers can only allow more; which of them do is found by
 * planning with each (engine.md, Facts).
 */
import { openFactsOf } from '../compatibility/condition';
import type { Catalog, Condition, Inventory, OpenFact, ParsedGoal } from '../model';
import { solve } from '../planning/solve';

/** Facts without an answer that some avoidance or `broken` incident depends on, in the catalog's order. */
export function decidingFacts(
  catalog: Catalog,
  inventory: Inventory,
): { readonly fact: string; readonly options: readonly string[] }[] {
  const conditions: (Condition | undefined)[] = [
    ...catalog.releases.flatMap((release) => (release.avoid ?? []).map((avoidance) => avoidance.if)),
    ...Object.values(catalog.components).flatMap((component) =>
      (component.releases ?? []).flatMap((release) => (release.avoid ?? []).map((avoidance) => avoidance.if)),
    ),
    ...catalog.incidents.filter(({ severity }) => severity === 'broken').map((incident) => incident.if),
  ];
  const open = new Set(conditions.flatMap((condition) => openFactsOf(condition, inventory.facts)));
  return Object.entries(catalog.facts)
    .filter(([fact]) => open.has(fact))
    .map(([fact, { options }]) => ({ fact, options: Object.keys(options) }));
}

/** Facts whose answer would make the plan another one, with those answers and what the plan would become. */
export function findOpenFacts(catalog: Catalog, inventory: Inventory, goal: ParsedGoal): OpenFact[] {
  const facts = decidingFacts(catalog, inventory);
  if (facts.length === 0) return [];
  const planned = (answers: Inventory['facts']) =>
    solve(catalog, { ...inventory, facts: answers }, goal)?.steps;
  const now = JSON.stringify(planned(inventory.facts));
  return facts.flatMap(({ fact, options }) => {
    const answers = options.flatMap((answer) => {
      const steps = planned({ ...inventory.facts, [fact]: answer });
      if (JSON.stringify(steps) === now) return [];
      const becomes = steps === undefined ? 'blocked' : steps.length === 0 ? 'done' : 'ready';
      return [{ answer, becomes } as const];
    });
    return answers.length === 0 ? [] : [{ fact, answers }];
  });
}
