/** What is on the paper, and on which? */

/** In the order in which they are printed. Open questions and what works only partly are always there. */
export const PARTS = ['summary', 'timeline', 'notes', 'commands', 'wayBack', 'record'] as const;

export type Part = (typeof PARTS)[number];

/** `printer`: as the print window says. */
export type PaperSize = 'printer' | 'A4' | 'letter';

/** Whether the link is printed as a code, and what of it is left out; off until somebody wants it. */
export interface CodeChoice {
  readonly isWanted: boolean;
  readonly hidden: Readonly<Record<'labels' | 'notes' | 'parameters', boolean>>;
}

export interface Choices {
  readonly parts: Readonly<Record<Part, boolean>>;
  readonly size: PaperSize;
  readonly code: CodeChoice;
}

export const ALL_PARTS: Choices = {
  parts: { summary: true, timeline: true, notes: true, commands: true, wayBack: true, record: true },
  size: 'printer',
  code: { isWanted: false, hidden: { labels: false, notes: false, parameters: false } },
};
