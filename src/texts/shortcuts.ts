/** The list of shortcuts. */

export const title = 'Keyboard shortcuts';
export const singleKeys = 'Single letters, digits and signs are shortcuts, outside of fields';
export const aside =
  'Turn that off where you speak to your machine, or where a key is pressed by chance now and then. Everything has a button, too.';

// In the grid.
export const inGrid = 'In the table of what runs now';
export const move = 'Move';
export const toEnd = 'To the end of the row or the column';
export const toRowEnds = 'To the first or last cell of the row';
export const toGridEnds = 'To the first or last cell of all';
export const byPage = 'A page up or down';
export const edit = 'Edit the cell';
export const replace = 'Type in place of what is there';
export const clear = 'Clear; delete where whole rows are chosen';
export const fillDown = 'Fill down';
export const copyCutPaste = 'Copy, cut, paste';
export const chooseMore = 'Choose more cells';
export const chooseRows = 'Choose whole rows';
export const chooseColumn = 'Choose the column';
export const chooseAll = 'Choose all';
export const letGo = 'Let go of what is chosen';
export const sort = 'Sort, in a heading';

// In a cell that is edited.
export const inEditor = 'While a cell is edited';
export const toNextRow = 'Down; in the last row: add one';
export const toRowBefore = 'Up';
export const toNextCell = 'To the next cell';
export const toCellBefore = 'To the cell before';
export const intoAll = 'Into all cells that are chosen';
export const giveUp = 'Leave it as it was';

// In the timeline.
export const inTimeline = 'In the timeline';
export const walk = 'Walk';
export const byTenLanes = 'Ten lanes up or down';
export const toStageEnds = 'To the first or last stage';
export const toTimelineEnds = 'To its first or last place';
export const openStep = 'Open the step, or what is folded';
export const backToTimeline = 'Back from the step';
