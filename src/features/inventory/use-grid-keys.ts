/** What do keys and the pointer do in the grid? */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { commandOf, type GridCommand } from './grid-keys';
import { isInRange, type Place } from './grid-range';
import type { Grid } from './use-grid';
import type { GridChanges } from './use-grid-changes';

type Dragging = 'choose' | 'choose-rows' | 'fill';

function placeIn(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const row = target.closest<HTMLElement>('[data-index]')?.dataset.index;
  return column === undefined || row === undefined ? undefined : { row: Number(row), column: Number(column) };
}

const isOutside = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-details]') !== null;

export function useGridKeys(
  grid: Grid,
  changes: GridChanges,
  page: number,
  onSort: (column: number) => void,
  onLastRow: () => void,
) {
  const { active, range, columns, shown } = grid;
  const isCell = (place: Place) => place.row >= 0 && place.column < columns.length;

  /** Where whole rows are chosen, more rows are. */
  const keepsWhole = ({ isExtending }: { isExtending: boolean }) => isExtending && grid.isWhole;

  const run = (command: GridCommand): boolean => {
    switch (command.kind) {
      case 'move': {
        const row = Math.max(command.isExtending ? 0 : -1, active.row + command.rows);
        grid.go({ row, column: active.column + command.columns }, command.isExtending, keepsWhole(command));
        return true;
      }
      case 'jump': {
        const row = command.row === undefined ? active.row : command.row === 'first' ? 0 : shown.length - 1;
        const column =
          command.column === undefined ? active.column : command.column === 'first' ? 0 : columns.length - 1;
        grid.go({ row, column }, command.isExtending, keepsWhole(command));
        return true;
      }
      case 'edit':
        if (active.row < 0) onSort(active.column);
        // Buttons are pressed by the same key.
        else if (!isCell(active)) return false;
        else grid.edit(active, false);
        return true;
      case 'type':
        if (!isCell(active)) return false;
        // The field is there before the letter is handed out.
        flushSync(() => grid.edit(active, true, true));
        return false;
      case 'clear':
        changes.clear();
        return true;
      case 'fill-down':
        changes.fillDown();
        return true;
      case 'choose-all':
        grid.choose({ row: 0, column: 0 }, { row: shown.length - 1, column: columns.length - 1 });
        return true;
      case 'choose-rows':
        if (range !== undefined)
          grid.choose({ row: range.top, column: 0 }, { row: range.bottom, column: active.column }, true);
        return true;
      case 'choose-column':
        grid.choose({ row: 0, column: active.column }, { row: shown.length - 1, column: active.column });
        return true;
      case 'let-go':
        grid.go(active);
        return true;
    }
  };

  const onEditorKey = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing) return false;
    if (key === 'Escape') {
      changes.takeBack();
      grid.endEditing();
      return true;
    }
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const field = columns[active.column]?.field;
      if (field !== undefined) changes.putEverywhere(shown[active.row]?.[field] ?? '');
      grid.endEditing();
      return true;
    }
    if (key === 'Enter') {
      const next = active.row + (shiftKey ? -1 : 1);
      if (next >= shown.length) onLastRow();
      else grid.go({ row: Math.max(0, next), column: active.column });
      return true;
    }
    if (key === 'Tab') {
      const at = active.row * columns.length + active.column + (shiftKey ? -1 : 1);
      const isEnd = at < 0 || at >= shown.length * columns.length;
      // From the last cell the keys go on to what is behind the grid.
      if (isEnd) flushSync(() => grid.endEditing());
      else grid.edit({ row: Math.floor(at / columns.length), column: at % columns.length }, true);
      return !isEnd;
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isOutside(event.target)) {
      if (event.key === 'Escape') grid.go(active);
      return;
    }
    const isEditor = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    const isDone = isEditor
      ? onEditorKey(event)
      : (() => {
          const command = commandOf(event, page);
          return command !== undefined && run(command);
        })();
    if (isDone) event.preventDefault();
  };

  const dragging = useRef<Dragging>(undefined);
  const [fillRow, setFillRow] = useState<number>();
  /** Whether the press that is under way began where the keys were already. */
  const wasActive = useRef(false);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const { target } = event;
    const place = placeIn(target);
    if (place === undefined || event.button !== 0 || isOutside(target) || !(target instanceof Element))
      return;
    if (target.closest('input, select, button') !== null) return;
    wasActive.current =
      place.row === active.row &&
      place.column === active.column &&
      event.currentTarget.contains(document.activeElement);
    if (event.pointerType === 'touch') return;
    if (target.closest('[data-handle]') !== null) dragging.current = 'fill';
    else if (place.row < 0) return;
    else if (target.closest('[data-gutter]') !== null) {
      dragging.current = 'choose-rows';
      grid.go(place, event.shiftKey, true);
    } else {
      dragging.current = 'choose';
      grid.go(place, event.shiftKey);
    }
    // The focus goes where the grid sends it.
    event.preventDefault();
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (dragging.current === undefined) return;
    const place = placeIn(document.elementFromPoint(event.clientX, event.clientY));
    if (place === undefined || place.row < 0) return;
    if (dragging.current !== 'fill' && place.row === active.row && place.column === active.column) return;
    // Not before it is drawn on: a press alone is a click on the cell.
    event.currentTarget.setPointerCapture(event.pointerId);
    if (dragging.current === 'fill') setFillRow(place.row);
    else grid.go(place, true, dragging.current === 'choose-rows');
  };

  const onPointerUp = () => {
    if (dragging.current === 'fill' && fillRow !== undefined) changes.fill(fillRow);
    dragging.current = undefined;
    setFillRow(undefined);
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { target } = event;
    const place = placeIn(target);
    if (place === undefined || !(target instanceof Element) || isOutside(target)) return;
    const action = target.closest<HTMLElement>('[data-action]')?.dataset.action;
    const row = shown[place.row];
    if (place.row < 0) onSort(place.column);
    else if (action === undefined || row === undefined) {
      if (target.closest('input, select') !== null) return;
      const { nativeEvent } = event;
      const isTouch = 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
      if (target.closest('[data-gutter]') !== null) {
        // A second row by touch chooses all between.
        if (isTouch) grid.go(place, grid.isWhole, true);
      } else if (isCell(place) && !event.shiftKey && (isTouch || wasActive.current)) {
        const isOne = range === undefined || (range.top === range.bottom && range.left === range.right);
        if (isTouch || isOne) flushSync(() => grid.edit(place, false));
      }
    } else if (action === 'more') {
      grid.go(place);
      grid.toggle(row.id);
    } else if (action === 'duplicate') changes.duplicate(new Set([row.id]));
    else changes.removeRows(new Set([row.id]), place.row);
  };

  return {
    /** What a fill under way would reach. */
    fillRow,
    isFillingInto: (row: number) =>
      fillRow !== undefined &&
      range !== undefined &&
      !isInRange(range, { row, column: range.left }) &&
      row >= Math.min(range.top, fillRow) &&
      row <= Math.max(range.bottom, fillRow),
    handlers: { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClick },
  };
}
