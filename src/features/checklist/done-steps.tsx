/** Which steps are done already? Their boxes are ticked on paper. */
import { createContext, useContext } from 'react';
import type { Plan, Step } from '../../engine/model/plan';
import type { PlanProgress } from '../../formats/plan-progress';
import styles from './checklist.module.css';

/** Names of entries and versions, as keyOf has them. */
export const DoneSteps = createContext<ReadonlySet<string>>(new Set());

function keyOf({ entry, from, to }: Pick<Step, 'entry' | 'from' | 'to'>): string {
  return JSON.stringify([entry, from, to]);
}

export function keysOfDone({ steps }: Pick<Plan, 'steps'>, { done }: PlanProgress): ReadonlySet<string> {
  return new Set(steps.flatMap((step, index) => (done.has(index) ? [keyOf(step)] : [])));
}

/** The box of a step. */
export function StepBox({ step }: { step: Pick<Step, 'entry' | 'from' | 'to'> }) {
  const isDone = useContext(DoneSteps).has(keyOf(step));
  return <span className={styles.box}>{isDone && <span className={styles.ticked}>✓</span>}</span>;
}
