/** How far is a plan, in a sentence? */
import { assessInventory } from '../../engine/assessment/assess-inventory';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import { type DoneStep, inventoryAfter, type PlanProgress } from '../plan-progress';
import { formatCount, formatList } from './names';

/** `3 of 9 steps done; next: server to 5.4.0, in stage 2.` */
export function describeProgress({ steps }: Pick<Plan, 'steps'>, { done, next }: PlanProgress): string {
  const counted = `${done.size} of ${formatCount(steps.length, 'step')} done`;
  const step = next === undefined ? undefined : steps[next];
  return step === undefined
    ? `${counted}.`
    : `${counted}; next: ${step.entry} to ${step.to}, in stage ${step.stage}.`;
}

/** Where earlier steps are open; empty where all is done in order. */
export function describeAhead({ steps }: Pick<Plan, 'steps'>, { done, next, ahead }: PlanProgress): string {
  const [first] = ahead;
  const step = first === undefined ? undefined : steps[first];
  const openStage = next === undefined ? undefined : steps[next]?.stage;
  if (step === undefined || openStage === undefined) return '';
  const latest = Math.max(...ahead.map((index) => steps[index]?.stage ?? 0));
  const open = steps.filter(({ stage }, index) => stage < latest && !done.has(index)).length;
  const who =
    ahead.length === 1 ? `${step.entry} to ${step.to} is` : `${formatCount(ahead.length, 'step')} are`;
  return `Out of order: ${who} done, while ${formatCount(open, 'earlier step')} from stage ${openStage} on ${open === 1 ? 'is' : 'are'} still open. Only the order of the stages was verified.`;
}

/** `2 of 5 done` for a stage; empty where none of its steps is. */
export function describeStageProgress(done: number, steps: number): string {
  if (done === 0) return '';
  return done === steps ? 'done' : `${done} of ${steps} done`;
}

const NAMES_SHOWN = 4;

/** Who does not work with the server as things are with these steps done; empty where all do. */
export function describeBrokenNow(catalog: Catalog, inventory: Inventory, done: readonly DoneStep[]): string {
  const broken = assessInventory(catalog, inventoryAfter(inventory, done)).filter(
    ({ status }) => status === 'incompatible' || status === 'unknown',
  );
  if (broken.length === 0) return '';
  const names = broken.slice(0, NAMES_SHOWN).map(({ entry }) => entry);
  const more = broken.length - names.length;
  const does = broken.length === 1 ? 'does not work' : 'do not work';
  return `As it is now, ${formatList(more === 0 ? names : [...names, `${more} more`])} ${does} with the server.`;
}
