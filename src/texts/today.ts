/** How it stands today. */
import { countOf, plural } from './numbers';

export const broken = 'Broken';
export const unknown = 'Not known to work';
export const limited = 'Works within limits';
export const title = (version: string) => `How it stands with the server ${version}`;
export const notCounted = (rows: number) =>
  `${countOf(rows, 'row is', 'rows are')} not counted here: the inventory says what is wrong with ${plural(rows, 'it', 'them')}.`;
export const notAnswered = (entries: number) =>
  `Not answered, so the worst is reckoned with for ${countOf(entries, 'entry', 'entries')}.`;
export const answer = 'Answer it';
export const findings = 'What does not work, or not for certain';
export const moreFindings = (count: number) =>
  `${count} more of that kind: each row of the inventory says its own.`;
export const or = 'or';
export const nobodySpeaks = (protocols: string) => `Nobody here speaks ${protocols}.`;

// Entries by name.
export const nameTitle = (name: string, version: string, isPinned: boolean) =>
  `${name} ${version}${isPinned ? ', pinned' : ''}`;
export const pinned = 'pinned';
export const fewer = 'fewer';
export const andMore = (count: number) => `and ${count} more`;
export const limitedBy = (what: string) => `works within limits: ${what}`;
export const holdsBack = (protocol: string) => `Who holds ${protocol} back`;

// A protocol as a table.
export const markBroken = 'broken';
export const markUnknown = 'not known to work';
export const uses = 'uses';
export const speaks = 'speaks';
export const inUse = (protocol: string) => `${protocol} in use`;
export const inUseCaption = (protocol: string) =>
  `${protocol}: which versions the server offers, and who speaks and uses which`;
export const versions = 'versions';
export const serverOffers = (server: string) => `The server ${server} offers`;
export const notKnown = 'not known';
export const offers = 'offers';
export const speechNotKnown = 'what it speaks is not known';
export const speaking = 'Instances that speak it';
export const using = 'that use it';

// In a sentence.
const instances = (count: number) => countOf(count, 'instance', 'instances');
export const nothingBeside = 'There is nothing beside the server yet.';
export const withinLimits = (partly: number) => `, ${partly} of them within limits`;
export const allWork = (all: number, limits: string) =>
  `All ${instances(all)} beside the server work with it${limits}.`;
export const areBroken = (count: number) => `${countOf(count, 'is', 'are')} broken`;
export const areUnknown = (count: number) => `${countOf(count, 'is', 'are')} not known to work`;
export const doWork = (count: number, limits: string) => `${countOf(count, 'works', 'work')}${limits}`;
export const standing = (all: number, told: string) => `Of ${instances(all)} beside the server, ${told}.`;
