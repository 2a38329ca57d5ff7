/** The dialog that reads an inventory from files and text. */
import { countOf, formatNumber, plural } from './numbers';

export const countRows = (count: number) => countOf(count, 'row', 'rows');
export const countColumns = (count: number) => countOf(count, 'column', 'columns');

// What it would change.
export const added = 'added';
export const updated = 'updated';
export const same = 'same';
export const missing = 'missing';
export const fieldNames = {
  name: 'name',
  component: 'component',
  version: 'version',
  count: 'count',
  pinned: 'pinned',
  protocols: 'advertises',
  source: 'built by',
  labels: 'labels',
  more: 'other fields',
};
export const nothing = 'nothing';
export const was = 'was';
export const becomes = ', becomes';
export const pinned = (why: string) => `pinned: ${why}`;
export const missingRemoved = 'missing, removed';
export const missingKept = 'missing, kept';
export const all = (count: number) => `All ${formatNumber(count)}`;
export const rowsToShow = 'Rows to show';
export const whatBecomes = 'What becomes of each row';
export const name = 'Name';
export const component = 'Component';
export const version = 'Version';
export const count = 'Count';
export const also = 'Also';
export const whatHappens = 'What happens';

// Columns.
export const meanings = {
  none: 'not read',
  name: 'name',
  component: 'component',
  version: 'version',
  count: 'count',
  pinned: 'why it is pinned',
  source: 'where it is built',
  labels: 'several labels',
  protocols: 'several ranges',
};
export const rangeOf = {
  both: (protocol: string) => `range of ${protocol}`,
  minimum: (protocol: string) => `range of ${protocol}, minimum`,
  current: (protocol: string) => `range of ${protocol}, current`,
};
export const column = (number: number) => `column ${number}`;
export const labelNamed = (label: string) => `the label “${label}”`;
export const columnsOf = (table: string) => `Columns of ${table}`;
export const columnsCaption = 'What each column holds, over its first rows';
export const holds = 'holds';
export const confirm = (hasAll: boolean) =>
  `${hasAll ? 'Is this right?' : 'Choose at least the columns of component and version.'} Nothing is read by a guess.`;
export const readColumns = 'Read these columns';
export const whatHold = <P>(table: P) => ['What do the columns of ', table, ' hold?'];

// The dialog.
export const reading = 'Reading';
export const readingOn = 'Reading…';
export const readingSo = (progress: string) => `Reading: ${progress}`;
export const readingSaid = 'Reading.';
export const readingPercent = (percent: number) => `Reading, ${percent} percent.`;
export const title = 'Upload or paste an inventory';
export const cancel = 'Cancel';
export const takeNone = 'Take it';
export const take = (rows: number) => `Take ${countRows(rows)}`;
export const tooMany = (most: number) =>
  `Up to ${most} files are read at once. The first ${most} are here, the others were left out.`;
export const notRead = (why: string) => `It could not be read. ${why} Nothing of what you had has changed.`;
export const whatItDoes = 'What it does';

// Answers.
export const noAnswer = 'no answer';
export const answersThatChange = 'Answers that change';
export const answerBecomes = (question: string, before: string, now: string) =>
  `${question} ${before} becomes ${now}.`;

// Grouping.
export const grouping = 'Grouping';
export const oneRow = (isGrouped: boolean, rows: number, entries: number) =>
  `One row for all that are alike, with their number${isGrouped ? `: ${countRows(rows)} became ${formatNumber(entries)}` : ''}`;
export const keepApart = 'Keep apart by';

// What becomes of the rows that are there.
export const replacesOther = (product: string) =>
  `This is about ${product}, and what is there about another product: it replaces that.`;
export const mode = 'What becomes of the rows that are there';
export const merge = <P>(strong: (words: string) => P) => [
  strong('Merge'),
  ': rows are updated, and keep pins and labels that the files don’t carry',
];
export const removeMissing = (rows: number) =>
  `Remove the ${countRows(rows)} that ${plural(rows, 'is', 'are')} missing in it`;
export const replace = <P>(strong: (words: string) => P) => [
  strong('Replace'),
  ': what is brought is the inventory, and nothing else',
];
export const pagers = {
  rows: { pages: 'Pages of rows', previous: 'Previous rows', next: 'Next rows' },
  problems: { pages: 'Pages of problems', previous: 'Previous problems', next: 'Next problems' },
};
export const pageOf = (first: number, last: number, count: number) =>
  `${formatNumber(first)}–${formatNumber(last)} of ${formatNumber(count)}`;

// Problems.
export const row = (number: number) => `row ${number}`;
export const componentOf = (who: string) => `Component of ${who}`;
export const choose = 'choose';
export const notKnown = (what: string) => `${what} (not known)`;
export const versionOf = (who: string) => `Version of ${who}`;
export const countOfRow = (who: string) => `Count of ${who}`;
export const protocolsOf = (who: string) => `Protocols of ${who}`;
export const protocolsHint = 'api 1-3, entrypoint 1';
export const correct = 'Correct';
export const corrected = 'Corrected: it is taken.';
export const leaveOutAgain = 'Leave it out again';
export const leftOut = 'Left out.';
export const keptRow = 'Kept.';
export const problems = 'Problems';

// What was brought.
export const secrets = (names: string) => `Left out, because secret: ${names}.`;
export const alreadyKnown = (rows: number) =>
  `${countRows(rows)} said what was said before; nothing was added by ${plural(rows, 'it', 'them')}.`;
export const ignored = (count: number) => `${countOf(count, 'thing', 'things')} of no concern here`;
export const times = (count: number) => `, ${count} times`;
export const andMore = (count: number) => `and ${count} more`;
export const wasNotRead = 'It was not read; the problem says why.';
export const readAs = 'Read as';
export const nothingKnown = 'nothing that is known';
export const asContentSays = 'what its content says';
export const otherKinds = 'Other kinds';
export const leaveOut = (name: string) => `Leave out ${name}`;
export const brought = 'What was brought';
export const chooseFiles = 'Choose files';
export const chooseFolder = 'Choose a folder';
export const waysAside =
  'Several at once, or dropped anywhere on the page: tables, inventories, and what your tools print.';
export const text = 'Text';
export const textHint = 'name,component,version,count\nserver,server,0.10.5,1';

// What comes of it.
export const progress = (read: string, of: string, rows: number) =>
  `${read} of ${of} MB, ${countRows(rows)} so far`;
export const line = (line: number) => `line ${formatNumber(line)}`;
export const columnAt = (column: number) => `column ${column}`;
export const nothingYet = 'Nothing has been read yet.';
export const nothingRead = 'Nothing could be read.';
export const found = (rows: number, product: string) => `${countRows(rows)} for ${product}`;
export const grouped = (found: string, taken: string, wrong: string) =>
  `${found}, grouped to ${taken}${wrong}.`;
export const canBeTaken = (found: string, taken: string, wrong: string) =>
  `${found}, ${taken} of them can be taken${wrong}.`;
export const andProblems = (count: number) => `, ${countOf(count, 'problem', 'problems')}`;
export const theSame = 'the same';
export const removed = 'removed';
export const missingAndKept = 'missing and kept';
