/** Two ways side by side. */
import { countOf, plural } from './numbers';

export const withSkips = (what: string) => `${what}, required stops may be skipped`;

// What is compared, by row.
export const moves = (component: string) => `Moves, ${component}`;
export const nothing = 'nothing';
export const none = 'none';
export const hops = 'Server hops';
export const stepsAndStages = 'Steps, stages';
export const stepsIn = (steps: number, stages: number) => `${steps} in ${countOf(stages, 'stage', 'stages')}`;
export const movers = 'What moves';
export const mover = (entry: string, to: string) => `${entry} to ${to}`;
export const moreMovers = (count: number) => ` and ${count} more`;
export const atTheEnd = (component: string) => `${component} at the end`;
export const pauses = 'Pauses';
export const noneNeeded = 'none is needed';
export const nowhere = 'nowhere before the end';
export const afterStages = (count: number, stages: string) =>
  `after ${plural(count, 'stage', 'stages')} ${stages}`;
export const noWayBack = 'No way back';
export const backFromEverywhere = 'a safe way leads back from everywhere';
export const fromStage = (stage: number) => `from stage ${stage} on`;
export const skipped = 'Skipped stops';
export const skip = (from: string, to: string, range: string) =>
  `${from} to ${to}, which only takes servers in ${range}`;
export const notes = 'Notes to act on';
export const countNotes = (count: number) => countOf(count, 'note', 'notes');
export const questions = 'Open questions';
export const answers = (count: number) => `${countOf(count, 'answer', 'answers')} would change it`;

// The view.
export const title = 'Two ways side by side';
export const aside = 'What differs stands out. Both are planned from what runs now, with the same answers.';
export const caption = 'The plan as chosen, and another one beside it';
export const chosen = 'As chosen';
export const beside = 'Beside it';
export const otherRelease = 'Other release';
export const otherConsumers = 'What else moves in the other way';
export const otherSkips = 'Skip required stops';
export const outcome = 'Outcome';
export const workingOut = 'Working it out…';
export const differs = ', which differs';
export const take = 'Take this one instead';
