/** All plans of this browser. */
import { countOf } from './numbers';

// A plan in the list.
export const countEntries = (entries: number) => countOf(entries, 'entry', 'entries');
export const noTarget = 'no target yet';
export const to = (target: string) => `to ${target}`;
export const nothingEntered = 'nothing entered yet';
export const open = 'open';
export const remove = (name: string) => `Delete ${name}`;
export const unreadable = (name: string) => `"${name}" cannot be read. It stays in this browser as it is.`;
export const copyOpen = (name: string) => `This is the copy, "${name}".`;
export const removed = (name: string) => `"${name}" was deleted.`;

// The dialog.
export const openFile = 'Open a file';
export const saveAll = 'Save all as one file';
export const aside =
  'Kept in this browser, each with what can be undone in it, and nowhere else: save them as one file to take them along or to have them twice.';
export const newPlan = 'New plan';
export const copyPlan = 'Copy the open plan';
export const unnamed = 'Unnamed plan';
