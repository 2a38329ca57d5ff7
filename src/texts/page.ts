/** What the page says before anything is entered, and in many of its parts. */
import { countOf } from './numbers';

export const catalogNotThere = 'The catalog is not there yet.';
export const nothingChanged = 'Nothing had to be changed: all of it was there.';
export const rowsTaken = (rows: number) => `${countOf(rows, 'row was', 'rows were')} taken.`;
export const skipToPlan = 'Skip to the plan';
export const noCatalog = (id: string) =>
  `There is no catalog "${id}" here: choose a product above, or open its file.`;
export const loadingCatalog = 'Loading the catalog…';
export const product = 'Causeway';
export const opening = 'Opening…';
export const openingAside =
  'The plan is worked out and verified in this page: nothing that you enter leaves it.';
export const dropHere = 'Drop inventories, plans or catalogs here';
export const undo = 'Undo';

// Buttons and what else is found in many places.
export const close = 'Close';
export const dismiss = 'Dismiss';
export const copied = 'Copied';
export const copyByHand = 'Select and copy it';
export const copy = 'Copy';
export const loading = 'Loading…';
export const workingOut = 'Working out the plan…';

// The page that failed.
export const failed = 'The page failed';
export const failedAdvice =
  'This is a defect of Causeway. What you entered is kept in this browser: save it as a file to be sure, then try again or reload.';
export const saveInventory = 'Save the inventory';
export const tryAgain = 'Try again';
export const reload = 'Reload';
export const whatRunsNow = 'What runs now';
export const questionsThatDecide = 'Questions that decide';
export const whereTo = 'Where to';

// The line on top.
export const asTheSystem = 'As the system';
export const light = 'Light';
export const dark = 'Dark';
export const madeUp = 'made up';
export const yourCatalog = 'your catalog';
export const undoByKeys = 'Undo (Ctrl+Z)';
export const redoByKeys = 'Redo (Ctrl+Shift+Z)';
export const findByKeys = 'Find and do anything (Ctrl+K)';
export const shortcutsByKeys = 'Keyboard shortcuts (?)';
export const colours = 'Colours';
export const bringBack = 'Bring it back';
export const whyKept = (why: string) => `${why} What you entered is kept.`;
export const plansNotRead = (names: string) =>
  `Not in the file, since they cannot be read: ${names}. They stay in this browser.`;

// What is kept, and what other tabs do.
export const refused =
  'This browser refuses to keep what you entered. Save all plans as one file before you leave: "Plans", above.';
export const littleRoom =
  'This browser’s storage is nearly full: what can be undone in this plan is not kept for your next visit. Delete plans that you need no more, after saving them as one file.';
export const unreadable =
  'The plan that was open last cannot be read. It stays in this browser as it is; this is another one.';
export const changedElsewhere = 'Another tab has changed this plan. Here it is as it was.';
export const takeTheirs = 'Take theirs';
export const deletedElsewhere = 'Another tab has deleted this plan. Here it is as it was.';
export const keepIt = 'Keep it';
export const title = 'Causeway: plan an upgrade';
export const titleWith = (plan: string) => `${plan} · Causeway`;
export const planName = 'Name of the plan';
export const plans = 'Plans';
export const pastedText = 'Pasted text';
