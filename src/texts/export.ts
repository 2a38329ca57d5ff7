/** The dialog that exports a plan. */

export const title = 'Export this plan';
export const markdown = 'Markdown';
export const markdownAside = 'All of it, with commands and boxes to tick, for a ticket or a pull request.';
export const markdownAsideBlocked = 'Why there is no plan, and what would help, for a ticket.';
export const copyMarkdown = 'Copy the plan as Markdown';
export const saveMarkdown = 'Save as Markdown';
export const script = 'Shell script';
export const scriptAside = <P>(command: P) => [
  'Carries the plan out step by step: asks before it acts, sees whether it worked, stops at the first failure, goes on where it stopped, and goes back. ',
  command,
  ' only shows it.',
];
export const saveScript = 'Save as a script';
export const calendar = 'Calendar';
export const calendarAside = 'An event for each stage. How long each takes only you know.';
export const table = 'Table';
export const tableAside = 'A row for each step (CSV), for a spreadsheet or a change request.';
export const saveTable = 'Save as CSV';
export const planFile = 'Plan file';
export const planFileAside = <P>(command: P) => [
  'For programs (JSON), with its goal and its catalog: ',
  command,
  ' checks it again.',
];
export const savePlanFile = 'Save as JSON';

// The calendar.
export const ends = (time: string) => `Ends ${time}.`;
export const begins = 'Begins';
export const minutes = 'min';
export const minutesFor = (stage: number, title: string) => `Minutes for stage ${stage}, ${title}`;
export const saveCalendar = 'Save for a calendar';
export const needsTimes = 'Needs a beginning, and whole minutes for every stage.';

// The picture.
export const picture = 'Picture';
/** `size` is absent until it is measured. */
export const pictureAside = (size: string | undefined) =>
  `The timeline as it is folded now, in light colours${size === undefined ? '' : `, ${size} pixels`}; SVG stays sharp at any size.`;
export const tooLarge = ' It is too large for a PNG: fold its lanes, or take the SVG.';
export const drawnAt = (times: string) => ` As PNG it is drawn at ${times} times that size, no larger.`;
export const saveSvg = 'Save as SVG';
export const savePng = 'Save as PNG';
export const notDrawn = 'The browser could not draw it as PNG. Take the SVG instead.';
export const noPicture = 'the browser made no picture';
