/** The dialog that shares a plan by a link. */
import { countOf } from './numbers';

export const names = 'Names of entries';
export const namesInstead = 'client-k7f3q2, client-0m4t9x …';
export const labels = 'Labels';
export const labelsInstead = 'label-w81dz5=value-h2c8vd …';
export const notes = 'Notes: the inventory’s name, why something is pinned, and where it comes from';
export const leftOut = 'left out';
export const values = 'Values for commands';
export const stepsDone = 'Which steps are done';
export const catalog = 'The file of your catalog';
export const catalogInstead = 'left out; whoever opens the link is asked for it';
export const title = 'Share this plan by a link';
export const inTheLink = <P>(sign: P) => [
  'The plan is in the link itself, after the ',
  sign,
  ': no server gets to see it. Whoever has the link sees what it holds.',
];
export const holds = 'What it holds';
export const notInIt = (what: string) => `Not in it: ${what}.`;
export const replace = 'Replace, before it is shared';
export const making = 'Making the link…';
export const notMade = (why: string) => `The link could not be made. ${why}`;
export const tooMuch =
  'The plan is more than a link may hold. Save it as a file instead, and send that: it opens with the same plan.';
export const characters = (characters: number, isLong: boolean) =>
  `${countOf(characters, 'character', 'characters')}${isLong ? ': longer than some programs carry' : ''}`;
export const link = 'Link';
export const mayBeCut =
  'Mail programs and chats may cut a link of this length. Save the plan as a file instead, and send that.';
export const saveFile = 'Save as a file';
export const copyByHand = 'Select it above and copy';
export const copy = 'Copy the link';
