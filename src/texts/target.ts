/** Where to, and how. */
import { countOf } from './numbers';

export const releases = 'Release to reach';
export const noReleases = (product: string, version: string) =>
  `The catalog of ${product} has no release at ${version} or above. Is it the right product? It is chosen at the top of the page.`;
export const notListed = 'not among the releases at or above the server';
export const others = 'What else moves';
export const keep = 'Move only what must';
export const align = 'Bring everything along';
export const allowSkips = 'Allow the server to skip required stops';
export const skipsHelp =
  'The vendor does not promise that such a hop works: it was not tested, and data may not be carried over. Every step that does so says it.';
export const allowPrereleases = 'Allow pre-releases on the way';

// Exact versions for single entries.
export const entry = 'Entry';
export const entryHint = 'name of an entry';
export const exactVersion = 'Exact version';
export const chooseVersion = 'Choose a version';
export const noSuchEntry = 'No other entry has that name.';
export const exact = (count: number) => `Exact versions for single entries${count > 0 ? ` (${count})` : ''}`;
export const exactOf = (entry: string) => `Exact version for ${entry}`;
export const noExactOf = (entry: string) => `No exact version for ${entry}`;

// What is worst to move.
export const placed = (component: string, place: number, of: number) =>
  `${component} is number ${place} of ${of} now.`;
export const disruption = (isOwn: boolean) =>
  `What is worst to move${isOwn ? ' (an order of your own)' : ''}`;
export const isFirst = (component: string) => `${component} is first already.`;
export const isLast = (component: string) => `${component} is last already.`;
export const disruptionHelp =
  'The plan spares the first most, then the second, and so on. Drag a line, or move it with its arrows or Alt and an arrow key.';
export const disruptionList = 'What is worst to move';
export const noneHere = 'none here';
export const spareMore = (component: string) => `Spare ${component} more`;
export const spareLess = (component: string) => `Spare ${component} less`;
export const asCatalog = 'As the catalog says';
export const isAsCatalog = 'The order is as the catalog says.';

// What skipping required stops would mean.
export const skipsOpen = 'Without it there is no safe plan.';
export const savesSteps = (steps: number) => `saves ${countOf(steps, 'step', 'steps')}`;
export const movesLess = (what: string) => `moves ${what} less`;
export const movesMore = (what: string) => `moves ${what} more`;
export const savesNothing = 'It saves nothing.';
export const saves = (what: string) => `It ${what}.`;
export const skipsDoNotHelp = 'For this target it would not help: there is no safe plan either way.';
export const nothingSkipped = 'For this target nothing would be skipped: the plan is the same.';
export const skips = (from: string, to: string, range: string) =>
  `The server would go from ${from} straight to ${to}, which only takes servers in \`${range}\`.`;
export const passes = (releases: string) => `It would not stop at ${releases}.`;
