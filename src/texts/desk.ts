/** What stands around the inputs and what follows from them. */
import { countOf } from './numbers';

// Beside the inputs: two ways.
export const nothingToCompare =
  'There is no plan to compare yet: it takes an inventory in which nothing is wrong, and a target.';
export const taken = 'Taken. What was chosen before stands beside it.';

// The parts, by the names of their buttons.
export const now = 'Now';
export const questions = 'Questions';
export const target = 'Target';
export const today = 'Today';
export const plan = 'Plan';
export const parts = 'Parts of the page';
export const upgradeOf = (product: string) => `Upgrade of ${product}`;
export const shownBeside = 'Shown beside the inventory';
export const compare = 'Compare';

// The inputs.
export const cleared = 'The inventory was cleared.';
export const inventoryName = 'Name of the inventory';
export const inventoryNameHint = 'name it';
export const entriesAndInstances = (entries: number, instances: number) =>
  `${countOf(entries, 'entry', 'entries')}, ${countOf(instances, 'instance', 'instances')}`;
export const clear = 'Clear';
export const removeAnswer = 'Remove that answer';
export const questionsAside = 'Some rules hold only in some installations.';
export const everyRelease = 'Every release.';
export const fromServer = (version: string) => `From ${version}, and what each release costs.`;
export const nothingToSkip =
  'No release on the way to this target asks for a stop: there is nothing to skip.';
export const factsOf = (product: string, isOwn: boolean, updated: string) =>
  `Facts of ${product}${isOwn ? ', a catalog of your own,' : ''} as of ${updated}. All of this happens in the page: nothing that you enter leaves it.`;

// Steps that are done, and an inventory from before them.
export const behindDone = (entries: number) =>
  `${countOf(entries, 'entry has', 'entries have')} moved since: what stands here is from before the steps that are done.`;
export const planBehind =
  'This is no plan for how it stands now: it begins before steps that are done. Do not go by it.';
export const takeUpDone = 'Bring the inventory up to date';
export const takenUp = (moves: readonly { readonly entry: string; readonly to: string }[]) => {
  const [first] = moves;
  const others = moves.length - 1;
  const who = `${first?.entry} ${first?.to}`;
  return `The inventory has what is done${
    others === 0 ? `: ${who}` : `: ${who}, and ${countOf(others, 'other', 'others')}`
  }. The plan goes on from there.`;
};

// The plan, and what stands in its place.
export const changed = 'Changed. The plan follows.';
export const rowsNeedSomething = (rows: number) =>
  `${countOf(rows, 'row of the inventory needs', 'rows of the inventory need')} something.`;
export const chooseTarget = 'Choose where to go.';
export const noPlanOfNow = 'No plan was worked out for what is entered now. Nothing of it is lost.';
export const workItOut = 'Work it out';
export const stopped = 'Stopped.';
export const takesLong = 'This fleet takes long.';
export const stop = 'Stop';
export const workingOut = 'Working out the plan.';
export const searched = 'Searched, of the most that is searched';
export const noPlan = 'No plan could be worked out.';
export const noPlanYet = (missing: string) => `No plan yet. ${missing}`;
export const planFromBefore = 'This is the plan from before your last change.';
export const paperNotThere =
  'What prints the checklist did not arrive. The browser prints the page as it is.';
export const print = 'Print';
export const share = 'Share';
export const exportPlan = 'Export';

// Today.
export const nothingOfToday = 'Nothing can be said of today yet.';
export const takesServer = 'It takes a server whose row is right: all else is held against it.';

// What it takes to get a plan.
export const isEverythingThere = (entries: number) =>
  `${countOf(entries, 'entry', 'entries')}. Is there everything that speaks with the server?`;
export const needServer = 'The server and all that speaks with it, each with its version.';
export const needAnswers = (answered: number, questions: number) =>
  `${answered} of ${questions} answered. They can wait: what is open counts as the worst, and the plan says which answer would change it.`;
export const needTarget = 'Every release says there what it would take from here.';
export const needDone = 'done';
export const willBe =
  'Then the plan stands here, and follows each change: stage by stage what moves and why, what would break without it, the commands for your platform, where you may pause, and the way back.';
