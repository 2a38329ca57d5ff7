import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { CellProblem } from '../../session/draft-entry';
import { addRow, deleteRow, duplicateRow, nextFreeName, sessionStore, useInputs } from '../../session/store';
import { Button } from '../../ui/button';
import styles from './inventory.module.css';
import { InventoryRow } from './inventory-row';
import type { RowFinding } from './row-finding';
import { VersionLists } from './version-lists';

const NO_PROBLEMS: readonly CellProblem[] = [];

/** What is deployed, edited in place. */
export function InventoryTable({
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
  /** Text of several cells was pasted into a cell. */
  onPasteRows: (text: string) => void;
}) {
  const rows = useInputs((inputs) => inputs.rows);
  const body = useRef<HTMLTableSectionElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  const focusCell = useCallback((id: string | undefined, field: string) => {
    if (id === undefined) return;
    // The row is drawn by then.
    requestAnimationFrame(() => {
      const row = body.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
      const cell = row?.querySelector<HTMLElement>(`[data-field="${field}"]`);
      cell?.focus();
      if (cell instanceof HTMLInputElement) cell.select();
    });
  }, []);

  const toggle = useCallback((id: string) => {
    setOpen((before) => {
      const now = new Set(before);
      if (!now.delete(id)) now.add(id);
      return now;
    });
  }, []);
  const duplicate = useCallback((id: string) => focusCell(duplicateRow(id), 'name'), [focusCell]);
  const remove = useCallback(
    (id: string) => {
      const { rows: before } = sessionStore.getState();
      const at = before.findIndex((row) => row.id === id);
      deleteRow(id);
      focusCell((before[at + 1] ?? before[at - 1])?.id, 'name');
    },
    [focusCell],
  );
  const add = (component: string) => {
    const name = nextFreeName(sessionStore.getState().rows, component);
    focusCell(addRow({ name, component }), 'name');
  };

  const moveOn = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    const field = event.target.dataset.field;
    const id = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (field === undefined || id === undefined) return;
    event.preventDefault();
    const at = rows.findIndex((row) => row.id === id);
    const next = rows[at + (event.shiftKey ? -1 : 1)];
    if (next !== undefined) focusCell(next.id, field);
    else if (!event.shiftKey)
      add(rows[at]?.component === serverOf(catalog) ? firstConsumer(catalog) : (rows[at]?.component ?? ''));
  };

  const takePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\t]./.test(text.trim())) return;
    event.preventDefault();
    onPasteRows(text);
  };

  const hasServer = rows.some((row) => row.component === serverOf(catalog));
  return (
    <>
      <VersionLists catalog={catalog} />
      <table className={styles.table} onPaste={takePaste}>
        <caption className="visually-hidden">What runs now: one row for each group of like instances</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Component</th>
            <th scope="col">Version</th>
            <th scope="col">Count</th>
            <th scope="col">Today</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveOn}>
          {rows.map((row, i) => (
            <InventoryRow
              key={row.id}
              row={row}
              number={i + 1}
              catalog={catalog}
              problems={problems.get(row.id) ?? NO_PROBLEMS}
              finding={findings.get(row.id)}
              isOpen={open.has(row.id)}
              onToggle={toggle}
              onDuplicate={duplicate}
              onDelete={remove}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.add}>
        <span>Add</span>
        {Object.entries(catalog.components)
          .filter(([, component]) => component.role !== 'server' || !hasServer)
          .map(([id, component]) => (
            <Button
              key={id}
              icon="add"
              className={styles.addButton}
              data-role={component.role}
              title={component.description}
              onClick={() => add(id)}
            >
              {id}
            </Button>
          ))}
      </div>
    </>
  );
}

function serverOf(catalog: Catalog): string | undefined {
  return Object.keys(catalog.components).find((id) => catalog.components[id]?.role === 'server');
}

function firstConsumer(catalog: Catalog): string {
  return Object.keys(catalog.components).find((id) => catalog.components[id]?.role !== 'server') ?? '';
}
