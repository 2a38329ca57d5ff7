/** Where do the keys go on when what they were on is gone? */

/** `selector` names one part of the dialog. */
export function focusInDialog(from: Element, selector: string): void {
  from.closest('dialog')?.querySelector<HTMLElement>(selector)?.focus();
}

/** The first way in, which is always there. */
export const FIRST_WAY = '[data-first-focus]';
/** What came of reading, in a sentence. */
export const OUTCOME = '[data-outcome]';
