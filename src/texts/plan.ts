/** The plan: its timeline and its steps, or why there is none. */
import { countOf, plural } from './numbers';

export const rejected =
  'The plan that was worked out does not hold, so it is not shown. This is a defect of Causeway, not of your inventory: save the inventory and report it.';
export const stepIs = (step: number) => `Step ${step}: `;
export const to = 'to';
export const allDone = 'Everything is where the goal wants it, and it all works together.';
export const answer = 'Answer it';
export const timeline = 'Timeline';
export const today = 'How it stands today';
export const steps = 'Steps';
export const eachOfThem = 'each of them';
export const planOn = 'Plan on from here';
export const planOnHelp =
  'It brings the inventory up to date with what is done, and makes a plan of what is left. It can be undone.';
export const bringUp = 'Bring the inventory up to date';
export const bringUpHelp = 'All is done: it takes the new versions. It can be undone.';

// Steps.
export const andMore = (count: number) => `and ${count} more`;
export const notes = 'Notes';
export const procedure = 'Procedure';
export const waysOpen = (ways: number) => `${ways} ways, an answer decides`;
export const step = (number: number) => `step ${number}`;
export const stepsFrom = (first: number, last: number) => `steps ${first}–${last}`;
export const actions = (actions: number, commands: number) =>
  `${countOf(actions, 'action', 'actions')}${commands === 0 ? '' : `, ${commands} with a command`}`;
export const noProcedure = 'The catalog has no procedure for this step: go by the vendor’s guide.';
export const noReturn = 'Point of no return';
export const limits = 'Begins to work only partly:';
export const wayBack = 'Way back';
export const noWayBack = 'none to where everything started';
export const wayBackHere = 'after this stage';
export const stage = (stage: number) => `Stage ${stage}:`;
export const anyOrder = 'in any order, or in parallel';
export const stageDone = (steps: number, stage: number) => `All ${steps} steps of stage ${stage} done`;
export const done = 'Done';
export const allDoneOf = (count: number) => `All ${count} done`;
export const doneOfStep = (entry: string, from: string, to: string) => `Done: ${entry} ${from} to ${to}`;
export const allDoneOfSteps = (count: number, first: string, from: string, to: string) =>
  `All ${count} done: ${first} and others, ${from} to ${to}`;
export const doneOf = (done: number, count: number) => `${done} of ${count} done, one by one`;

// Notes.
export const before = 'Before';
export const during = 'While it moves';
export const after = 'After';
export const anyTime = 'At any time';
export const otherComponent = 'is about other components';
export const otherInstallation = 'is about other installations: an answer rules it out';
export const otherVersions = 'is about versions that this step neither leaves nor reaches';
export const knownIssues = 'known issues';
export const dependsOn = (question: string) => `Depends on your answer: ${question}`;
export const othersOf = (count: number) =>
  countOf(count, 'note of these releases does not apply', 'notes of these releases don’t apply');
export const leftOut = (why: string) => `Left out: it ${why}.`;

// Procedures.
export const copyCommand = (action: string) => `Copy the command: ${action}`;
export const fillIn = 'Fill in';
export const check = 'Check';
export const goBack = 'Go back';
export const whichIsYours = (question: string) => `Which of these is yours depends on an answer: ${question}`;
export const ifAnswered = '(if the answer says so)';
export const notFilledIn = 'not filled in';
export const values = 'Values for the commands';
export const eachHasOne = 'each has one';
export const openOf = (open: number, count: number) => `${open} of ${count} not filled in`;
export const valuesAside =
  'They stand in every command below, quoted for the shell. They are kept in this browser.';

// Why there is no plan.
export const inTheWay = 'What stands in the way';
export const tried = 'Each was tried: with it there is a plan. Undo takes it back.';
export const alsoInTheWay = (count: number, names: string) =>
  `${plural(count, 'This one stands', 'These stand')} in the way as well: ${names}.`;
export const wouldHelp = 'What would open a way';
export const fromTo = (from: string, to: string) => `${from} to ${to}`;
export const rangeNotKnown = 'not known';
export const speaks = (version: string, range: string) => `${version} speaks ${range}`;
export const failsWith = (versions: string) => ` and does not work with ${versions}`;
export const entrySpeaks = (entry: string, version: string, range: string, fails: string) =>
  `${entry} ${version} speaks ${range}${fails}`;
export const band = (protocol: string, server: string, others: string) =>
  `${protocol}: the server ${server}; ${others}.`;
export const bandOf = (protocol: string) => `${protocol}: what the server speaks on its way`;
export const serverNow = 'server now';
export const target = 'target';
export const onTheWay = 'on the way';
export const speaksPinned = (version: string, range: string, isPinned: boolean) =>
  `${speaks(version, range)}${isPinned ? ', pinned' : ''}`;

// Releases that are refused.
export const unlisted = 'not listed';
export const withdrawn = 'withdrawn';
export const avoided = 'to be avoided';
export const prerelease = 'pre-release';
export const pastTarget = 'past the target';
export const notNewer = 'not newer';
export const deployed = 'deployed';
export const deployedPinned = 'deployed, pinned';
export const couldGoOn = 'could go on';
export const or = 'or';
export const shut = (from: string, to: string) => ` It cannot get from ${from} to ${to}.`;
export const releasesFor = (entry: string) => `Releases for ${entry}`;
export const withBuilders = (entry: string, builders: string) =>
  `${entry}, and what it is built with: ${builders}`;
