/** The timeline, on the page and on paper. */
import { countOf } from './numbers';

export const server = 'server';
export const clients = 'clients';
export const agents = 'agents';
export const serverSpeaks = 'what the server speaks';
export const consumerSpeaks = 'what a consumer speaks,';
export const usedVersion = 'the version they use';
export const letterSign = 'A';
export const skipSign = '!';
export const letters = 'the entry whose lane has the same letter';
export const skips = 'goes beyond what the vendor promises';
export const mayPause = 'you may pause';
export const noWayBackFrom = 'no way back from here on';
export const here = 'you are here';
export const asTable = 'Timeline as a table';
export const tableOf = 'Versions of every entry now and after each stage, with the protocol versions spoken';
export const entry = 'Entry';
export const theTable = 'The timeline as a table';
export const pointAtPlace =
  'Point at a place, tap it, or walk there by the arrow keys: it says what happens, and what would break without it.';
export const pointAtToday =
  'Point at a place, tap it, or walk there by the arrow keys: it says who stands there, and how.';
export const openStep = 'Open the step';
export const timelineOfPlan = 'Timeline of the plan';
export const timelineRole = 'timeline';
export const timelineHelp = (stages: number, entries: number) =>
  `Timeline of ${countOf(stages, 'stage', 'stages')} and ${countOf(entries, 'entry', 'entries')}. Arrow keys walk through it, Enter opens a step. The table below has the same content.`;

// Where there is no plan, it shows what is there.
export const standingToday = 'How it stands today';
export const todayRole = 'drawing';
export const todayHelp = (entries: number) =>
  `How ${countOf(entries, 'entry stands', 'entries stand')} today. Arrow keys walk through it. The table below has the same content.`;

export const tableOfToday = 'Versions of every entry now, with the protocol versions spoken';
export const todayTable = 'The drawing as a table';

export const eachLane = 'Show a lane for each entry';
export const foldLanes = 'Fold entries that go the same way';
