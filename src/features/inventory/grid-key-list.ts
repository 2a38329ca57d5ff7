/** What do the keys do in the grid, for those who ask? `grid-keys.ts` and `use-grid-keys.ts` do it. */
import * as texts from '../../texts/shortcuts';

/** While no cell is edited. */
export const GRID_KEYS = [
  { title: texts.move, keys: ['Arrows'] },
  { title: texts.toEnd, keys: ['Mod+Arrows'] },
  { title: texts.toRowEnds, keys: ['Home', 'End'] },
  { title: texts.toGridEnds, keys: ['Mod+Home', 'Mod+End'] },
  { title: texts.byPage, keys: ['PageUp', 'PageDown'] },
  { title: texts.edit, keys: ['F2', 'Enter'] },
  { title: texts.replace, keys: ['Letter'] },
  { title: texts.clear, keys: ['Delete', 'Backspace'] },
  { title: texts.fillDown, keys: ['Mod+D'] },
  { title: texts.copyCutPaste, keys: ['Mod+C', 'Mod+X', 'Mod+V'] },
  { title: texts.chooseMore, keys: ['Shift+Arrows'] },
  { title: texts.chooseRows, keys: ['Shift+Space'] },
  { title: texts.chooseColumn, keys: ['Ctrl+Space'] },
  { title: texts.chooseAll, keys: ['Mod+A'] },
  { title: texts.letGo, keys: ['Escape'] },
  { title: texts.sort, keys: ['Enter'] },
];

export const EDITOR_KEYS = [
  { title: texts.toNextRow, keys: ['Enter'] },
  { title: texts.toRowBefore, keys: ['Shift+Enter'] },
  { title: texts.toNextCell, keys: ['Tab'] },
  { title: texts.toCellBefore, keys: ['Shift+Tab'] },
  { title: texts.intoAll, keys: ['Mod+Enter'] },
  { title: texts.giveUp, keys: ['Escape'] },
];
