/** Who hears how far the search is, and may end it? */
import { PlanningStopped, type PlanOptions } from '../model';

/** Hears of the work done so far; throws where the search is to end. */
export type Report = (work: number) => void;

/** Work between two reports: often enough to stop soon, too rarely to hold up the search. */
const WORK_BETWEEN = 20_000;

export function reportTo({ signal, onProgress }: PlanOptions, budget: number): Report {
  let next = WORK_BETWEEN;
  return (work) => {
    if (work > 0 && work < next) return;
    next = work + WORK_BETWEEN;
    if (work > 0) onProgress?.(work, budget);
    if (signal?.aborted) throw new PlanningStopped();
  };
}
