/** What a link to a plan holds, line by line. */
import { countOf, formatNumber } from './numbers';

export const someAndMore = (some: string, more: number) => `${some} and ${more} more`;
export const withoutNames = 'without their names';
export const byName = (names: string) => `by name: ${names}`;
export const inventoryName = (name: string) => `the inventory’s name, ${name}`;
export const ofEach = 'component, version, count and advertised protocols of each';
export const labels = (names: string) => `labels: ${names}`;
export const notes = (what: string) => `notes: ${what}`;
export const entries = (count: number, names: string) => `${countOf(count, 'entry', 'entries')} ${names}`;
export const builtElsewhere = (count: number) =>
  `that ${countOf(count, 'entry is', 'entries are')} built elsewhere`;
export const whyPinned = (count: number) => `why ${countOf(count, 'entry', 'entries')} may not move`;
export const whereFrom = (count: number) => `where ${countOf(count, 'entry comes', 'entries come')} from`;
export const answers = (count: number) => countOf(count, 'answer to a question', 'answers to questions');
export const values = (count: number, names: string) =>
  `${countOf(count, 'value', 'values')} for commands: ${names}`;
export const whereTo = (what: string) => `where to go: ${what}`;
export const exactVersions = (count: number) => countOf(count, 'exact version', 'exact versions');
export const blocked = 'blocked';
export const steps = (count: number) => countOf(count, 'step', 'steps');
export const planNow = (what: string, catalog: string, date: string) =>
  `the plan as it is now, ${what}, and which catalog made it: ${catalog} of ${date}`;
export const worstToMove = 'what is worst to move';
export const stepsDone = (done: number, steps: number) =>
  `which steps are done: ${formatNumber(done)} of ${formatNumber(steps)}`;
export const notDoneThere = (steps: number) =>
  `that ${countOf(steps, 'step is', 'steps are')} done, of which there is none in the plan with other names`;
export const ownCatalog = (name: string) => `in the link, the file of your catalog ${name}`;
export const catalogFile = 'the file of your catalog';
export const catalogTooLong = 'the file of your catalog, with which the link would be too long';
