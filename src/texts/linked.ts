/** What became of the plan of a link or a file. */
import type { From } from './opening';

export const noSafePlan = 'No safe plan.';
export const nothingToDo = 'Nothing to do.';
export const stage = 'Stage';
export const entry = 'Entry';
export const to = 'To';
export const andMore = (count: number) => `and ${count} more`;
export const notSaid = 'not said';
export const changedCatalog = (from: From, then: string, now: string) =>
  `The catalog has changed since the ${from} was made (${then}; now ${now})`;
export const catalogs = <P>(from: From, date: string, digest: P, dateHere: string, digestHere: P) => [
  `Catalog of the ${from}: ${date}, SHA-256 `,
  digest,
  `. Here: ${dateHere}, `,
  digestHere,
  '.',
];
export const noPlanYet = (from: From) => `No plan has come of the ${from} yet.`;
export const samePlan = (from: From) => `This is the plan of the ${from}, step by step.`;
export const samePlanAfterChange = (changed: string, from: From) =>
  `${changed}. The plan has not: it is the one of the ${from}, step by step.`;
export const changedInputs = (from: From) =>
  `What is entered has been changed since the ${from} was opened. The plan is the one of the ${from}, step by step.`;
export const otherPlan = (from: From) => `This is not the plan of the ${from}.`;
export const advice = 'Talk to whoever shared it before you carry out either.';
export const changedToo = (changed: string) => `${changed}, too.`;
export const changedSince = 'What is entered has been changed since it was opened.';
export const otherPlanner = 'The catalog is the same, but this version of Causeway plans otherwise.';
export const changedWithPlan = (changed: string) => `${changed}, and the plan with it.`;
export const asShared = 'As it was shared';
export const useCatalog = 'Use its catalog';
export const bringsCatalog = 'It brings its catalog, which would take the place of yours of the same id.';
export const meansNothing = (from: From) => `Not all of the ${from} means something here:`;
export const bothPlans = 'Both plans side by side';
export const asNow = 'As it is now';
