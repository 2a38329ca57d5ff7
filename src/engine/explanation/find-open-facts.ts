/**
 * Which unanswered fact would change the plan?
 *
 * An unanswered fact rules nothing out. So each of its answers can only allow more; which of them do is found by
 * planning with each (engine.md, Facts). Answers that leave every rule in force as it is are not tried.
 */
import { conditionState, openFactsOf } from '../compatibility/condition';
import { releaseLine, releasesBetween } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Condition, Inventory, OpenFact, ParsedGoal, PlanOptions } from '../model';
import { NOT_FOUND, type Solution, solve } from '../planning/solve';

export interface FactAnswer {
  readonly fact: string;
  readonly answer: string;
}

/** Conditions of avoidances and `broken` incidents that could bear on the plan. */
function bearingConditions(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  solution: Solution | undefined,
): Condition[] {
  const server = serverEntryOf(catalog, inventory);
  const onTheWay = releasesBetween(releaseLine(catalog, server.component), server.version, goal.target);
  const conditions = onTheWay.flatMap((release) => release.avoid.map((avoidance) => avoidance.if));
  if (solution?.isFleetAtRest !== true) {
    for (const component of new Set(inventory.entries.map((entry) => entry.component))) {
      if (component === server.component) continue;
      const { releases } = releaseLine(catalog, component);
      conditions.push(...releases.flatMap((release) => release.avoid.map((avoidance) => avoidance.if)));
    }
    const broken = catalog.incidents.filter(({ severity }) => severity === 'broken');
    conditions.push(...broken.map((incident) => incident.if));
  }
  return conditions.filter((condition) => condition !== undefined);
}

/** Answers to open facts that take a rule out of force which could bear on the plan, in the catalog's order. */
export function relaxingAnswers(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  solution: Solution | undefined,
): FactAnswer[] {
  const { facts } = inventory;
  const conditions = bearingConditions(catalog, inventory, goal, solution);
  return Object.entries(catalog.facts).flatMap(([fact, { options }]) => {
    const about = conditions.filter((condition) => openFactsOf(condition, facts).includes(fact));
    return Object.keys(options)
      .filter((answer) =>
        about.some(
          (condition) =>
            conditionState(condition, facts) === 'open' &&
            conditionState(condition, { ...facts, [fact]: answer }) === 'fails',
        ),
      )
      .map((answer) => ({ fact, answer }));
  });
}

/** Facts whose answer would make the plan another one, with those answers and what the plan would become. */
export function findOpenFacts(
  catalog: Catalog,
  inventory: Inventory,
  goal: ParsedGoal,
  solution: Solution | undefined,
  options: PlanOptions = {},
): OpenFact[] {
  const now = JSON.stringify(solution?.steps);
  const found = new Map<string, OpenFact['answers']>();
  for (const { fact, answer } of relaxingAnswers(catalog, inventory, goal, solution)) {
    const facts = { ...inventory.facts, [fact]: answer };
    const answered = solve(catalog, { ...inventory, facts }, goal, options);
    if (answered === NOT_FOUND || JSON.stringify(answered?.steps) === now) continue;
    const becomes = answered === undefined ? 'blocked' : answered.steps.length === 0 ? 'done' : 'ready';
    found.set(fact, [...(found.get(fact) ?? []), { answer, becomes }]);
  }
  return [...found].map(([fact, answers]) => ({ fact, answers }));
}
