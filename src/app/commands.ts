/** All that can be done with the page as a whole, in one table: for its keys, for the list of them, and for the palette. */
import type { Command } from '../features/commands/command';
import { addPlan, copyPlan } from '../session/plans';
import { redo, sessionStore, setView, undo } from '../session/store';
import { goToPart, isPartThere } from './go-to-part';

export type PageDialog = 'plans' | 'palette' | 'shortcuts';

export interface PageActions {
  readonly show: (dialog: PageDialog) => void;
  readonly bring: () => void;
  readonly saveInventory: () => void;
  readonly savePlans: () => void;
  readonly openFile: () => void;
}

const PARTS = [
  ['inventory', 'What runs now', '1'],
  ['questions', 'Questions that decide', '2'],
  ['target', 'Where to', '3'],
  ['plan', 'The plan', '4'],
  ['today', 'How it stands today', '5'],
  ['compare', 'Two ways side by side', '6'],
] as const;

const always = () => true;
const hasRows = () => sessionStore.getState().rows.length > 0;

/** A button of the page that is there only while there is something to press it for. */
function buttonOf(command: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-command="${command}"]`);
}

function pressing(id: string, title: string, group: string, ...keys: readonly string[]): Command {
  return {
    id,
    title,
    group,
    ...(keys.length > 0 && { keys }),
    isAvailable: () => buttonOf(id) !== null,
    run: () => buttonOf(id)?.click(),
  };
}

export function commandsOf(actions: PageActions): readonly Command[] {
  const { temporal } = sessionStore;
  return [
    {
      id: 'palette',
      title: 'Find and do anything',
      group: 'Help',
      keys: ['Mod+K'],
      isAvailable: always,
      run: () => actions.show('palette'),
    },
    {
      id: 'shortcuts',
      title: 'Show these shortcuts',
      group: 'Help',
      keys: ['?'],
      isAvailable: always,
      run: () => actions.show('shortcuts'),
    },
    {
      id: 'undo',
      title: 'Undo',
      group: 'Change',
      keys: ['Mod+Z'],
      isAvailable: () => temporal.getState().pastStates.length > 0,
      run: undo,
    },
    {
      id: 'redo',
      title: 'Redo',
      group: 'Change',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isAvailable: () => temporal.getState().futureStates.length > 0,
      run: redo,
    },
    {
      id: 'bring',
      title: 'Upload or paste an inventory',
      group: 'Inventory',
      keys: ['u'],
      isAvailable: always,
      run: actions.bring,
    },
    {
      id: 'save-inventory',
      title: 'Save the inventory as a file',
      group: 'Inventory',
      isAvailable: hasRows,
      run: actions.saveInventory,
    },
    ...PARTS.map(
      ([id, title, key]): Command => ({
        id: `go-${id}`,
        title,
        group: 'Go to',
        keys: [key],
        isAvailable: () => isPartThere(id),
        run: () => goToPart(id),
      }),
    ),
    pressing('print', 'Print the plan as a checklist', 'Plan', 'p'),
    pressing('share', 'Share the plan by a link', 'Plan', 's'),
    pressing('export', 'Export the plan', 'Plan', 'e'),
    {
      id: 'plans',
      title: 'Plans: open, copy, delete',
      group: 'Plans',
      keys: ['o'],
      isAvailable: always,
      run: () => actions.show('plans'),
    },
    {
      id: 'new-plan',
      title: 'New plan',
      group: 'Plans',
      keys: ['n'],
      isAvailable: hasRows,
      run: () => addPlan(),
    },
    {
      id: 'copy-plan',
      title: 'Copy the open plan',
      group: 'Plans',
      isAvailable: hasRows,
      run: () => void copyPlan(),
    },
    {
      id: 'save-plans',
      title: 'Save all plans as one file',
      group: 'Plans',
      isAvailable: always,
      run: actions.savePlans,
    },
    {
      id: 'open-file',
      title: 'Open a file of plans',
      group: 'Plans',
      isAvailable: always,
      run: actions.openFile,
    },
    {
      id: 'open-catalog',
      title: 'Open a catalog of your own',
      group: 'Product',
      isAvailable: always,
      run: actions.openFile,
    },
    ...(['system', 'light', 'dark'] as const).map(
      (theme): Command => ({
        id: `theme-${theme}`,
        title:
          theme === 'system' ? 'Colours as the system' : `${theme === 'light' ? 'Light' : 'Dark'} colours`,
        group: 'View',
        isAvailable: always,
        run: () => setView({ theme }),
      }),
    ),
  ];
}
