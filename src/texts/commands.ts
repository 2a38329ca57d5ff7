/** What can be done and found by its name. */
import { formatNumber } from './numbers';

export const openCatalog = 'Open a catalog of your own';
export const bring = 'Upload or paste an inventory';
export const takeUpDone = 'Bring the inventory up to date with what is done';
export const saveInventory = 'Save the inventory as a file';

// What can be done, by its title in the palette and the list of shortcuts.
export const thePlan = 'The plan';
export const today = 'How it stands today';
export const compare = 'Two ways side by side';
export const palette = 'Find and do anything';
export const shortcuts = 'Show these shortcuts';
export const redo = 'Redo';
export const print = 'Print the plan as a checklist';
export const share = 'Share the plan by a link';
export const exportPlan = 'Export the plan';
export const plans = 'Plans: open, copy, delete';
export const newPlan = 'New plan';
export const copyPlan = 'Copy the open plan';
export const savePlans = 'Save all plans as one file';
export const openFile = 'Open a file of plans';
export const themes = { system: 'Colours as the system', light: 'Light colours', dark: 'Dark colours' };

// The groups they are in.
export const help = 'Help';
export const change = 'Change';
export const inventory = 'Inventory';
export const goTo = 'Go to';
export const plan = 'Plan';
export const plansGroup = 'Plans';
export const product = 'Product';
export const view = 'View';

// What the palette finds besides.
export const step = 'Step';
export const target = 'Target';
export const upgradeToIt = 'upgrade to it';
export const noName = '(no name)';
export const entry = 'Entry';
export const openPlan = (entries: number, target: string) =>
  `open it; ${formatNumber(entries)} entries${target === '' ? '' : `, to ${target}`}`;
export const goByCatalog = 'go by its catalog';
export const removeCatalog = (name: string) => `Remove ${name} from your catalogs`;
export const catalogRemoved = (name: string) =>
  `${name} was removed from your catalogs. Plans that go by it stay, and want its file.`;

// Keys, as they are said.
export const control = 'Ctrl';
export const shift = 'Shift';
export const keyNames = {
  Arrows: 'arrow keys',
  Backspace: 'Backspace',
  Delete: 'Delete',
  End: 'End',
  Enter: 'Enter',
  Escape: 'Esc',
  Home: 'Home',
  Letter: 'any letter',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Space: 'Space',
  Tab: 'Tab',
};
