/** What a link or a file of a plan holds, and what became of that plan. */
import { countOf, formatNumber, plural } from './numbers';
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

// What a link holds.
export const someAndMore = (some: string, more: number) => `${some} and ${more} more`;
export const withoutNames = 'without their names';
export const byName = (names: string) => `by name: ${names}`;
export const inventoryName = (name: string) => `the inventory’s name, ${name}`;
export const ofEach = 'component, version, count and advertised protocols of each';
export const labels = (names: string) => `labels: ${names}`;
export const notes = (what: string) => `notes: ${what}`;
export const entries = (count: number, names: string) => `${countOf(count, 'entry', 'entries')} ${names}`;
export const builtElsewhere = (count: number) =>
  `that ${count} ${plural(count, 'entry is', 'entries are')} built elsewhere`;
export const whyPinned = (count: number) => `why ${count} ${plural(count, 'entry', 'entries')} may not move`;
export const whereFrom = (count: number) =>
  `where ${count} ${plural(count, 'entry comes', 'entries come')} from`;
export const answers = (count: number) =>
  `${count} ${plural(count, 'answer to a question', 'answers to questions')}`;
export const values = (count: number, names: string) =>
  `${count} ${plural(count, 'value', 'values')} for commands: ${names}`;
export const whereTo = (what: string) => `where to go: ${what}`;
export const exactVersions = (count: number) =>
  `${count} ${plural(count, 'exact version', 'exact versions')}`;
export const blocked = 'blocked';
export const steps = (count: number) => `${count} ${plural(count, 'step', 'steps')}`;
export const planNow = (what: string, catalog: string, date: string) =>
  `the plan as it is now, ${what}, and which catalog made it: ${catalog} of ${date}`;
export const worstToMove = 'what is worst to move';
export const stepsDone = (done: number, steps: number) =>
  `which steps are done: ${formatNumber(done)} of ${formatNumber(steps)}`;
export const notDoneThere = (steps: number) =>
  `that ${steps} ${plural(steps, 'step is', 'steps are')} done, of which there is none in the plan with other names`;
export const ownCatalog = (name: string) => `in the link, the file of your catalog ${name}`;
export const catalogFile = 'the file of your catalog';
export const catalogTooLong = 'the file of your catalog, with which the link would be too long';
