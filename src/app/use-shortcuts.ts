/** Runs commands by their keys. Single keys are of no use to commands while something is typed or chosen with keys. */
import { useEffect } from 'react';
import { type Command, isPressed, isSingleKey } from '../features/commands/command';
import { sessionStore } from '../session/store';

const PRESSED_ONLY = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file']);

function takesText(target: Element): boolean {
  const field = target.closest<HTMLElement>(
    'input, textarea, select, [contenteditable], [role="grid"], [role="listbox"], [role="application"]',
  );
  return field !== null && !(field instanceof HTMLInputElement && PRESSED_ONLY.has(field.type));
}

/** `isDialogAsked`: a dialog takes the keys as soon as its code is there, and nothing else does till then. */
export function useShortcuts(commands: readonly Command[], isDialogAsked: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      if (isDialogAsked && document.querySelector('dialog') === null) return;
      // A field of a dialog is not an input of the plan: it keeps the browser's own undo.
      if (target.closest('dialog[open]') !== null) return;
      // The browser leaves the keys in a dialog that was just closed until the page is drawn again.
      const isGone = target.closest('dialog') !== null;
      const isSingleOff = !sessionStore.getState().view.singleKeys || (takesText(target) && !isGone);
      const command = commands.find(({ keys = [] }) =>
        keys.some((each) => isPressed(each, event) && !(isSingleKey(each) && isSingleOff)),
      );
      if (command === undefined) return;
      event.preventDefault();
      if (command.isAvailable()) command.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [commands, isDialogAsked]);
}
