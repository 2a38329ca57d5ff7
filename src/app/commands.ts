/** All that can be done with the page as a whole, in one table: for its keys, for the list of them, and for the palette. */
import type { Command } from '../features/commands/command';
import { addPlan, copyPlan } from '../session/plans';
import { redo, sessionStore, setView, undo } from '../session/store';
import * as texts from '../texts/commands';
import * as pageTexts from '../texts/page';
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
  ['inventory', pageTexts.whatRunsNow, '1'],
  ['questions', pageTexts.questionsThatDecide, '2'],
  ['target', pageTexts.whereTo, '3'],
  ['plan', texts.thePlan, '4'],
  ['today', texts.today, '5'],
  ['compare', texts.compare, '6'],
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
      title: texts.palette,
      group: texts.help,
      keys: ['Mod+K'],
      isAvailable: always,
      run: () => actions.show('palette'),
    },
    {
      id: 'shortcuts',
      title: texts.shortcuts,
      group: texts.help,
      keys: ['?'],
      isAvailable: always,
      run: () => actions.show('shortcuts'),
    },
    {
      id: 'undo',
      title: pageTexts.undo,
      group: texts.change,
      keys: ['Mod+Z'],
      isAvailable: () => temporal.getState().pastStates.length > 0,
      run: undo,
    },
    {
      id: 'redo',
      title: texts.redo,
      group: texts.change,
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isAvailable: () => temporal.getState().futureStates.length > 0,
      run: redo,
    },
    {
      id: 'bring',
      title: texts.bring,
      group: texts.inventory,
      keys: ['u'],
      isAvailable: always,
      run: actions.bring,
    },
    {
      id: 'save-inventory',
      title: texts.saveInventory,
      group: texts.inventory,
      isAvailable: hasRows,
      run: actions.saveInventory,
    },
    pressing('take-up-done', texts.takeUpDone, texts.inventory),
    ...PARTS.map(
      ([id, title, key]): Command => ({
        id: `go-${id}`,
        title,
        group: texts.goTo,
        keys: [key],
        isAvailable: () => isPartThere(id),
        run: () => goToPart(id),
      }),
    ),
    pressing('print', texts.print, texts.plan, 'p'),
    pressing('share', texts.share, texts.plan, 's'),
    pressing('export', texts.exportPlan, texts.plan, 'e'),
    {
      id: 'plans',
      title: texts.plans,
      group: texts.plansGroup,
      keys: ['o'],
      isAvailable: always,
      run: () => actions.show('plans'),
    },
    {
      id: 'new-plan',
      title: texts.newPlan,
      group: texts.plansGroup,
      keys: ['n'],
      isAvailable: hasRows,
      run: () => addPlan(),
    },
    {
      id: 'copy-plan',
      title: texts.copyPlan,
      group: texts.plansGroup,
      isAvailable: hasRows,
      run: () => void copyPlan(),
    },
    {
      id: 'save-plans',
      title: texts.savePlans,
      group: texts.plansGroup,
      isAvailable: always,
      run: actions.savePlans,
    },
    {
      id: 'open-file',
      title: texts.openFile,
      group: texts.plansGroup,
      isAvailable: always,
      run: actions.openFile,
    },
    {
      id: 'open-catalog',
      title: texts.openCatalog,
      group: texts.product,
      isAvailable: always,
      run: actions.openFile,
    },
    ...(['system', 'light', 'dark'] as const).map(
      (theme): Command => ({
        id: `theme-${theme}`,
        title: texts.themes[theme],
        group: texts.view,
        isAvailable: always,
        run: () => setView({ theme }),
      }),
    ),
  ];
}
