import { type CSSProperties, type FocusEvent, Fragment, memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { CellProblem } from '../../session/draft-entry';
import { useInputs } from '../../session/store';
import * as texts from '../../texts/inventory';
import * as pageTexts from '../../texts/page';
import { Button } from '../../ui/button';
import { useSoon } from '../../ui/use-soon';
import styles from './grid.module.css';
import { GridBulk } from './grid-bulk';
import { TAIL } from './grid-columns';
import { GridFilter } from './grid-filter';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import type { RowFinding } from './row-finding';
import { useRowWindow } from './row-window';
import { useGrid } from './use-grid';
import { useGridChanges } from './use-grid-changes';
import { useGridKeys } from './use-grid-keys';
import { VersionLists } from './version-lists';

const NO_PROBLEMS: readonly CellProblem[] = [];
/** From so many rows on the table scrolls within itself, and only what is in sight is drawn. */
const MANY_ROWS = 60;
const LOWEST_ROW_PX = 32;
/** From so many on there is something to look for. */
const SOME_ROWS = 9;

/** As many rows as the window has room for, however low they are. */
const rowsInSight = () => Math.ceil(innerHeight / LOWEST_ROW_PX);

/** Whether nothing below so many rows is in sight. */
export function fillsWindow(rows: number): boolean {
  return rows >= rowsInSight() && rows <= MANY_ROWS;
}

const isIn = (target: EventTarget, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

/** What is deployed, edited in place: the grid of https://www.w3.org/WAI/ARIA/apg/patterns/grid, with the keys of a spreadsheet. */
export const InventoryGrid = memo(function InventoryGrid({
  catalog,
  problems,
  findings,
  onPasteRows,
}: {
  catalog: Catalog;
  /** By row id. */
  problems: ReadonlyMap<string, readonly CellProblem[]>;
  /** By row id. */
  findings: ReadonlyMap<string, RowFinding>;
  /** Text was pasted that is more than cells for the columns that are there. */
  onPasteRows: (text: string) => void;
}) {
  const rows = useInputs((inputs) => inputs.rows);
  const facts = useMemo(() => ({ problems, findings }), [problems, findings]);
  const grid = useGrid(rows, catalog, facts);
  const changes = useGridChanges(grid, catalog, onPasteRows);
  const { columns, shown, active, range, editing, positions, shouldFocus } = grid;

  const box = useRef<HTMLDivElement>(null);
  const isMany = shown.length > MANY_ROWS;
  const drawn = useRowWindow(box, shown, [active.row], isMany);
  const isSoon = useSoon();
  const first = isSoon ? shown.length : rowsInSight();

  const server = Object.keys(catalog.components).find((id) => catalog.components[id]?.role === 'server');
  const sortBy = (column: number) => {
    const by = columns[column]?.field ?? 'today';
    const before = grid.sort?.by === by ? grid.sort : undefined;
    grid.arrange({ sort: before?.isDescending ? undefined : { by, isDescending: before !== undefined } });
    grid.go({ row: -1, column });
  };
  const addLikeLast = () => {
    const component = shown.at(-1)?.component ?? '';
    const isServer = component === server;
    const consumer = Object.keys(catalog.components).find((id) => id !== server) ?? '';
    if (positions === undefined) changes.add(isServer ? consumer : component);
    else grid.go(active);
  };
  const keys = useGridKeys(grid, changes, drawn.page, sortBy, addLikeLast);

  useLayoutEffect(() => {
    if (!shouldFocus.current) return;
    const cell = box.current?.querySelector<HTMLElement>(
      `[data-index="${active.row}"] [data-column="${active.column}"]`,
    );
    if (cell === null || cell === undefined) return;
    shouldFocus.current = false;
    const target = cell.querySelector<HTMLElement>('button') ?? cell;
    const show = () => cell.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    if (target === document.activeElement) {
      // What it stands among may have changed: that is laid out once, when it is drawn.
      requestAnimationFrame(show);
      return;
    }
    show();
    target.focus({ preventScroll: true });
  });

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    if (target.closest('[data-details], input, select') !== null) return;
    const column = Number(target.closest<HTMLElement>('[data-column]')?.dataset.column ?? active.column);
    const row = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? active.row);
    if (row === active.row && column === active.column) return;
    grid.go({ row, column });
    // It has the keys by now, and is in sight: moved from under a pointer that is pressed, a button would not be clicked.
    shouldFocus.current = false;
  };
  const onBlur = ({ target }: FocusEvent<HTMLElement>) => {
    // Where the whole window loses the keys, they come back to the field.
    if (target.matches('input, select') && editing !== undefined && document.activeElement !== target)
      grid.endEditing(false);
  };

  const hasServer = rows.some((row) => row.component === server);
  const chosenRows = range === undefined ? 0 : range.bottom - range.top + 1;
  return (
    <div
      className={styles.grid}
      data-wide={grid.isWide || undefined}
      style={{ '--digits': String(rows.length).length } as CSSProperties}
    >
      {isSoon && <VersionLists catalog={catalog} />}
      {(rows.length >= SOME_ROWS || shown.length < rows.length || grid.isWide) && (
        <GridFilter grid={grid} catalog={catalog} total={rows.length} />
      )}
      <div
        ref={box}
        role="grid"
        aria-label={pageTexts.whatRunsNow}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + TAIL.length + 1}
        aria-multiselectable="true"
        className={styles.box}
        data-many={isMany || undefined}
        onFocus={onFocus}
        onBlur={onBlur}
        onPaste={(event) => {
          if (!isIn(event.target, '[data-details]')) changes.onPaste(event);
        }}
        onCopy={(event) => {
          if (!isIn(event.target, 'input, select')) changes.onCopy(event, false);
        }}
        onCut={(event) => {
          if (!isIn(event.target, 'input, select')) changes.onCopy(event, true);
        }}
        {...keys.handlers}
      >
        <GridHead columns={columns} sort={grid.sort} activeColumn={active.row < 0 ? active.column : -1} />
        <div role="rowgroup">
          {drawn.indices.slice(0, first).map((index, at) => {
            const row = shown[index];
            if (row === undefined) return null;
            const isActive = index === active.row;
            const isFilling = keys.isFillingInto(index);
            const isChosen = range !== undefined && index >= range.top && index <= range.bottom;
            const gap = drawn.gapBefore(at);
            return (
              <Fragment key={row.id}>
                {gap > 0 && <div role="presentation" className={styles.gap} style={{ height: gap }} />}
                <GridRow
                  row={row}
                  number={(positions?.[index] ?? index) + 1}
                  index={index}
                  columns={columns}
                  catalog={catalog}
                  problems={problems.get(row.id) ?? NO_PROBLEMS}
                  finding={findings.get(row.id)}
                  isOpen={grid.open.has(row.id)}
                  activeColumn={isActive ? active.column : -1}
                  editing={
                    isActive && editing !== undefined ? (editing.isFresh ? 'fresh' : 'at-end') : undefined
                  }
                  chosenFrom={isChosen || isFilling ? (range?.left ?? -1) : -1}
                  chosenTo={isChosen || isFilling ? (range?.right ?? -1) : -1}
                  isFilling={isFilling}
                  handleColumn={
                    range !== undefined && index === range.bottom && editing === undefined ? range.right : -1
                  }
                  measure={drawn.measure}
                />
              </Fragment>
            );
          })}
          <div
            role="presentation"
            className={styles.gap}
            style={{ height: drawn.gapBefore(drawn.indices.length) }}
          />
        </div>
      </div>
      {isMany && <p className={styles.printed}>{texts.printedPartly}</p>}
      {shown.length === 0 && <p className={styles.none}>{texts.noRow}</p>}
      {chosenRows > 1 || grid.isWhole ? (
        <GridBulk grid={grid} changes={changes} catalog={catalog} rows={chosenRows} />
      ) : (
        <div className={styles.foot}>
          <span>{texts.add}</span>
          {Object.entries(catalog.components)
            .filter(([, component]) => component.role !== 'server' || !hasServer)
            .map(([id, component]) => (
              <Button
                key={id}
                icon="add"
                className={styles.addButton}
                data-role={component.role}
                title={component.description}
                onClick={() => changes.add(id)}
              >
                {id}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
});
