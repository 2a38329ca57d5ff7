/**
 * What exactly is to be done for a step on this platform?
 *
 * The procedures of the component whose ranges hold the versions that the step leaves and lands on, and whose condition
 * is not ruled out by an answer. Where a fact is not answered there may be several: one of them is right, and the answer
 * says which.
 */
import { type ConditionState, conditionState, openFactsOf } from '../compatibility/condition';
import { type Catalog, type Inventory, isInRange, type Procedure, type Step } from '../model';

export interface ChosenProcedure {
  readonly procedure: Procedure;
  readonly state: Exclude<ConditionState, 'fails'>;
  /** Facts to answer so that it is known whether this is the one. */
  readonly openFacts: readonly string[];
}

/** In the catalog's order, those that are certain first. */
export function proceduresForStep(
  catalog: Catalog,
  { facts }: Pick<Inventory, 'facts'>,
  step: Pick<Step, 'component' | 'from' | 'to'>,
): ChosenProcedure[] {
  const chosen = catalog.procedures.flatMap((procedure): ChosenProcedure[] => {
    if (procedure.component !== step.component) return [];
    if (procedure.from !== undefined && !isInRange(step.from, procedure.from)) return [];
    if (procedure.to !== undefined && !isInRange(step.to, procedure.to)) return [];
    const state = conditionState(procedure.if, facts);
    if (state === 'fails') return [];
    return [{ procedure, state, openFacts: openFactsOf(procedure.if, facts) }];
  });
  return chosen.sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open'));
}
