/** Where are the keys in the grid, what is chosen, which rows are shown, and is a cell being edited? */
import { useCallback, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { DraftRow } from '../../session/inputs';
import { beginEdit, type History, sessionStore } from '../../session/store';
import { lostKeys } from '../../ui/lost-keys';
import { arrangeRows, NO_FILTER, type RowFacts } from './arrange-rows';
import { columnsOf, TAIL } from './grid-columns';
import { type Place, type Range, rangeOf } from './grid-range';
import { onShowRow, type RowPart } from './show-row';
import { useArrangement } from './use-arrangement';

/** A cell by its row, which may move, and by where the row was; no id: the headings. */
interface Spot {
  readonly id: string;
  readonly index: number;
  readonly column: number;
}

interface Editing {
  /** What stood there, for Escape. */
  readonly before: string;
  /** What could be undone then. */
  readonly history: History;
  /** Whether what is typed takes the place of what is there. */
  readonly isFresh: boolean;
  /** Rows stay where they are while one of them is edited. */
  readonly positions: readonly number[] | undefined;
  readonly count: number;
}

interface GridState {
  readonly active: Spot;
  /** The other corner of what is chosen. */
  readonly anchor: Spot;
  /** Whether whole rows are chosen. */
  readonly isWhole: boolean;
  readonly editing: Editing | undefined;
}

const VERSION_COLUMN = 2;

/** The first cell; of a table that was just begun the version, which is missing. */
function firstSpot(rows: readonly DraftRow[]): Spot {
  const [first] = rows;
  const isBegun = rows.length === 1 && first?.version === '';
  return { id: first?.id ?? '', index: 0, column: isBegun ? VERSION_COLUMN : 0 };
}

export function useGrid(rows: readonly DraftRow[], catalog: Catalog, facts: RowFacts) {
  const { chosen, arranged, arrange, arrangeNow } = useArrangement();
  const [isWide, setWide] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<GridState>(() => {
    const first = firstSpot(rows);
    return { active: first, anchor: first, isWhole: false, editing: undefined };
  });
  const { editing } = state;
  const columns = columnsOf(isWide);
  const lastColumn = columns.length + TAIL.length - 1;

  const positions = useMemo(
    () =>
      editing !== undefined && editing.count === rows.length
        ? editing.positions
        : arrangeRows(rows, arranged.sort, arranged.filter, catalog, facts),
    [editing, rows, arranged, catalog, facts],
  );
  const shown = useMemo(
    () =>
      positions === undefined
        ? rows
        : positions.flatMap((i) => {
            const row = rows[i];
            return row === undefined ? [] : [row];
          }),
    [rows, positions],
  );

  const placeOf = ({ id, index, column }: Spot): Place => {
    const at = id === '' || shown[index]?.id === id ? index : shown.findIndex((row) => row.id === id);
    const row = id === '' ? -1 : Math.min(at < 0 ? index : at, shown.length - 1);
    return { row, column: Math.min(column, lastColumn) };
  };
  const spotAt = ({ row, column }: Place): Spot => {
    const index = Math.max(-1, Math.min(row, shown.length - 1));
    // What can be done with a row has no heading that would do anything.
    const last = index < 0 ? columns.length : lastColumn;
    return { id: shown[index]?.id ?? '', index, column: Math.max(0, Math.min(column, last)) };
  };
  const active = placeOf(state.active);
  const anchorPlace = placeOf(state.anchor);
  const anchor = anchorPlace.row < 0 ? active : anchorPlace;

  const lastCell = columns.length - 1;
  const clip = ({ row, column }: Place): Place => ({ row, column: Math.min(column, lastCell) });
  /** The cells that are chosen; those behind the cells hold nothing that could be. */
  const range: Range | undefined =
    active.row < 0
      ? undefined
      : state.isWhole
        ? { ...rangeOf(active, anchor), left: 0, right: lastCell }
        : rangeOf(clip(active), clip(anchor));

  const shouldFocus = useRef(false);
  // The table takes the keys of what it stands in the place of, unless there is a plan to look at, and one that was just
  // begun whenever nothing has them.
  const isBegun = state.active.column === VERSION_COLUMN;
  const takeKeys = useEffectEvent(() => {
    shouldFocus.current = isBegun
      ? document.activeElement === document.body
      : lostKeys() !== undefined && sessionStore.getState().goal.target === '';
  });
  useLayoutEffect(() => takeKeys(), []);
  /** `place` becomes where the keys are; `isExtending` leaves the other corner of what is chosen where it is. */
  const go = (place: Place, isExtending = false, isWhole = false) => {
    shouldFocus.current = true;
    const spot = spotAt(place);
    setState((before) => ({
      active: spot,
      anchor: isExtending ? (before.anchor.id === '' ? spotAt(active) : before.anchor) : spot,
      isWhole,
      editing: undefined,
    }));
  };
  /** `from` may be in a row that comes with the next drawing: it has an id then. */
  const choose = (from: Place & { readonly id?: string }, to: Place, isWhole = false) => {
    shouldFocus.current = true;
    const { row, column, id } = from;
    const anchor = id === undefined ? spotAt(from) : { id, index: row, column };
    setState({ active: spotAt(to), anchor, isWhole, editing: undefined });
  };
  const edit = (place: Place, isFresh: boolean, keepsRange = false) => {
    const row = shown[place.row];
    const field = columns[place.column]?.field;
    if (row === undefined || field === undefined) return;
    const spot = spotAt(place);
    const history = beginEdit();
    setState((before) => ({
      active: spot,
      anchor: keepsRange ? before.anchor : spot,
      isWhole: keepsRange && before.isWhole,
      editing: { before: row[field], history, isFresh, positions, count: rows.length },
    }));
  };
  const endEditing = (isFocusKept = true) => {
    if (isFocusKept) shouldFocus.current = true;
    setState((before) => ({ ...before, editing: undefined }));
  };

  /** The row may be one that comes with the next drawing, and one that is filtered out. */
  const reveal = (id: string, column: number) => {
    shouldFocus.current = true;
    const isHidden = rows.some((row) => row.id === id) && !shown.some((row) => row.id === id);
    if (isHidden) arrangeNow({ filter: NO_FILTER });
    const spot = { id, index: rows.length, column };
    setState({ active: spot, anchor: spot, isWhole: false, editing: undefined });
  };
  /** Edits the name of a row that comes with the next drawing. Rows stand as they were entered then, so that it stays put. */
  const beginRow = (id: string, name: string) => {
    arrangeNow({ sort: undefined, filter: NO_FILTER });
    const spot = { id, index: rows.length, column: 0 };
    const held = { positions: undefined, count: -1 };
    setState({
      active: spot,
      anchor: spot,
      isWhole: false,
      editing: { before: name, history: beginEdit(), isFresh: true, ...held },
    });
  };
  const showRow = useEffectEvent((id: string, part: RowPart) => {
    if (part === 'details') setOpen((before) => new Set(before).add(id));
    reveal(id, part === 'details' ? columns.length + TAIL.indexOf('more') : 0);
  });
  useLayoutEffect(() => onShowRow((id, part) => showRow(id, part)), []);

  const toggle = useCallback((id: string) => {
    setOpen((before) => {
      const now = new Set(before);
      if (!now.delete(id)) now.add(id);
      return now;
    });
  }, []);

  return {
    columns,
    isWide,
    setWide,
    ...chosen,
    arrange,
    open,
    toggle,
    shown,
    positions,
    active,
    range,
    isWhole: state.isWhole,
    editing,
    shouldFocus,
    go,
    choose,
    edit,
    endEditing,
    reveal,
    beginRow,
  };
}

export type Grid = ReturnType<typeof useGrid>;
