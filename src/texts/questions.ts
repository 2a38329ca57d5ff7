/** Questions that decide. */
import { countOf } from './numbers';

export const deciding = 'changes the plan';
export const howToFindOut = 'How to find out';
export const notAnswered = 'Not answered';
export const notKnown = (answer: string) => `${answer} (not known)`;
export const more = (count: number) =>
  `${countOf(count, 'more question', 'more questions')}, for notes and procedures`;
