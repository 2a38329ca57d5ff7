/** The checklist on paper, and the dialog before it. */
import { countOf } from './numbers';

export const stageDone = (stage: number) => `Stage ${stage} is done.`;
export const lastStage = 'This was the last stage.';
export const time = 'Time';
export const signature = 'Signature';
export const timeline = 'Timeline';
export const today = 'How it stands today';
export const legend = <P>(mark: P, underlined: (words: string) => P) => [
  'In commands each line begins with ',
  mark,
  '. Where the paper breaks a line, it goes on after a blank; ',
  underlined('a word that may be longer than a line'),
  ' is underlined, and has no blank in it.',
];
export const stage = (stage: number) => `Stage ${stage}`;
export const anyOrder = 'in any order, or in parallel';
export const pointOfNoReturn =
  'Point of no return: after this stage no safe way leads back to where everything started.';

// The link as a code.
export const labels = 'Labels';
export const labelsInstead = 'replaced: label-1=value-1 …';
export const notes = 'Notes: the inventory’s name, and why something is pinned';
export const values = 'Values for commands';
export const makingLink = 'Making the link…';
const countCharacters = (count: number) => countOf(count, 'character', 'characters');
export const linkDoesNotFit = 'The link does not fit:';
export const tooManyCharacters = (characters: number) =>
  `${countCharacters(characters)} are too many for a code that can be read from paper. The paper says so, and names the plan file.`;
export const codeFits = (characters: number, widthMm: number) =>
  `${countCharacters(characters)}, as a code of ${widthMm} mm.`;
export const link = 'Link';
export const linkAsCode = 'The link to this plan, as a code to scan';
export const linkAside = 'whoever has the paper can open the plan';
export const itHolds = 'It holds:';
export const leaveOut = 'Leave out';

// The front page.
export const align = 'Everything is brought along.';
export const keep = 'The others move only where they must.';
export const exact = (count: number) =>
  `${countOf(count, 'exact version', 'exact versions')} for single entries.`;
export const skips = 'Releases that the vendor asks to stop at may be skipped.';
export const prereleases = 'Pre-releases are allowed.';
export const checklist = 'Upgrade checklist';
export const plan = 'Upgrade plan';
export const madeUp = '(made up)';
export const printedOn = 'Printed';
export const verified = 'Verified';
export const carriedOut = 'Carried out';
export const fleet = 'Fleet';
export const entriesAndInstances = (entries: number, instances: number) =>
  `${countOf(entries, 'entry', 'entries')}, ${countOf(instances, 'instance', 'instances')}`;
export const askedFor = 'Asked for';
export const catalog = 'Catalog';
export const planFile = 'Plan file';
export const updated = (catalog: string, date: string) => `${catalog}, updated ${date}`;
export const summary = 'Summary';
export const because = 'Because';
export const alsoBlocking = 'These block on their own as well';
export const unblock = 'What would help, each on its own';
export const noUnblock = 'What would help';
export const openFacts = 'Not answered yet';
export const limits = 'Works, but only partly';
export const linkTooLong = (characters: number) =>
  `The link to this plan has ${countCharacters(characters)}: too many for a code that can be read from paper. The plan file has all of it.`;
export const scan = 'Scan to open this plan';

// A step: what is read, done and ticked.
export const dependsOn = (questions: string) => `Depends on your answer: ${questions}`;
export const fillIn = 'Fill in';
export const verify = 'Verify';
export const wayBack = 'Way back';
export const onlyIf = 'Only if the answer says so:';
export const noProcedure = 'The catalog has no procedure for this step: go by the vendor’s guide.';
export const printed = (date: string) => `Printed ${date}`;

// The dialog.
export const asPrinter = 'As the printer is set';
export const a4 = 'A4';
export const letter = 'Letter';
export const title = 'Print this plan';
export const whatReady =
  'A checklist, stage by stage, with boxes to tick and room for names, times and signatures.';
export const whatBlocked = 'What was found, for a binder or a meeting.';
export const sameByBrowser = 'The browser’s own command to print does the same.';
export const whatIsPrinted = 'What is printed';
export const paper = 'Paper';
export const paperFile =
  'The paper names a plan file and its digest (SHA-256): keep that file with it, and the plan can be opened and verified again.';
export const saveFile = 'Save that file';
export const print = 'Print';

// The parts of the checklist, as the dialog offers them.
export const parts = {
  summary: { label: 'Summary', more: 'what it moves, what was proven, how far the way back is open' },
  timeline: { label: 'Timeline', more: '' },
  notes: { label: 'Notes that apply', more: '' },
  commands: { label: 'Commands and checks', more: 'what is done at each step' },
  wayBack: { label: 'Way back', more: 'after each stage, and of what is done at a step' },
  record: { label: 'A last page for what happened', more: 'blank rows' },
};

// The last page.
export const happened = 'What happened';
export const step = 'Step';
export const happenedAndDone = 'What happened, and what was done about it';
export const name = 'Name';
export const nameInFull = 'Its name in full:';
export const owner = 'Owner';
export const placeOfStep = (
  stage: number,
  step: number,
  entry: string,
  component: string,
  from: string,
  to: string,
) => `Stage ${stage}, step ${step}: ${entry} (${component}), ${from} → ${to}`;
export const entry = 'Entry';
export const fromTo = 'From → to';
export const forEach = (
  count: number,
  anyStep: string,
  range: string,
  component: string,
  from: string,
  to: string,
) => `For each of the ${count} steps ${anyStep}${range}: ${component} ${from} → ${to}`;
export const placeOfSteps = (stage: number, range: string, component: string, from: string, to: string) =>
  `Stage ${stage}, steps ${range}: ${component}, ${from} → ${to}`;
export const readBefore = 'Read before';
export const readAfter = 'Read after';
