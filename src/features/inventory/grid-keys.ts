/** What does a key mean in the grid, while no cell is edited? */

export type GridCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly isExtending: boolean }
  /** To an end of the row, or of all rows. */
  | {
      readonly kind: 'jump';
      readonly row?: 'first' | 'last';
      readonly column?: 'first' | 'last';
      readonly isExtending: boolean;
    }
  | { readonly kind: 'edit' }
  /** Puts what is typed in place of what is there. */
  | { readonly kind: 'type' }
  | { readonly kind: 'clear' | 'fill-down' | 'choose-all' | 'choose-rows' | 'choose-column' | 'let-go' };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function commandOfArrow({ key, shiftKey: isExtending }: Key, isControl: boolean): GridCommand | undefined {
  const [rows, columns] = STEPS[key] ?? [];
  if (rows === undefined || columns === undefined) return undefined;
  if (!isControl) return { kind: 'move', rows, columns, isExtending };
  if (rows !== 0) return { kind: 'jump', row: rows < 0 ? 'first' : 'last', isExtending };
  return { kind: 'jump', column: columns < 0 ? 'first' : 'last', isExtending };
}

/** `page` is the number of rows in sight. */
export function commandOf(event: Key, page: number): GridCommand | undefined {
  const { key, shiftKey: isExtending, altKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  if (altKey) return undefined;
  const arrow = commandOfArrow(event, isControl);
  if (arrow !== undefined) return arrow;
  if (key === 'Home' || key === 'End') {
    const end = key === 'Home' ? 'first' : 'last';
    return { kind: 'jump', column: end, ...(isControl && { row: end }), isExtending };
  }
  if (isControl) {
    if (key === ' ') return { kind: 'choose-column' };
    if (isExtending) return undefined;
    if (key.toLowerCase() === 'a') return { kind: 'choose-all' };
    return key.toLowerCase() === 'd' ? { kind: 'fill-down' } : undefined;
  }
  if (key === 'PageUp' || key === 'PageDown')
    return { kind: 'move', rows: key === 'PageUp' ? -page : page, columns: 0, isExtending };
  if (key === 'Enter' || key === 'F2') return { kind: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  if (key === 'Escape') return { kind: 'let-go' };
  if (key === ' ') return isExtending ? { kind: 'choose-rows' } : undefined;
  // A letter, or one that is being composed.
  return [...key].length === 1 || key === 'Process' ? { kind: 'type' } : undefined;
}
