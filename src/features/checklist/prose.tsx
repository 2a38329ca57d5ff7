/**
 * Text on paper. What was typed by somebody shows as itself: a name with backticks keeps them, and characters of direction
 * turn nothing round that is not their own.
 */
import { createContext, useContext } from 'react';
import { showPlainly } from '../../formats/plan-report-text';

/** Whether backticks may be anything but marks of code: then they stay. */
export const KeepsTicks = createContext(false);

/** Sentences, in which what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  const keepsTicks = useContext(KeepsTicks);
  return showPlainly(text)
    .split(/(`[^`]*`)/)
    .map((part, i) => {
      if (i % 2 === 0) return part;
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      return <code key={i}>{keepsTicks ? part : part.slice(1, -1)}</code>;
    });
}

/** What something is called, as it was typed. */
export function Name({ text }: { text: string }) {
  return <bdi>{text}</bdi>;
}
