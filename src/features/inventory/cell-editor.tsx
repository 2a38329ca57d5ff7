import { useLayoutEffect, useRef } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { DraftRow } from '../../session/inputs';
import { editCell } from '../../session/store';
import * as texts from '../../texts/inventory';
import styles from './grid.module.css';
import type { GridColumn } from './grid-columns';
import { versionListId } from './version-lists';

interface CellEditorProps {
  row: DraftRow;
  column: GridColumn;
  label: string;
  catalog: Catalog;
  /** Whether what is typed takes the place of what is there. */
  isFresh: boolean;
  isWrong: boolean;
}

/** Takes the keys before the browser hands out the letter that was typed. */
function useKeys<T extends HTMLInputElement | HTMLSelectElement>(isFresh: boolean) {
  const field = useRef<T>(null);
  useLayoutEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    if (!(element instanceof HTMLInputElement)) return;
    if (isFresh) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  }, [isFresh]);
  return field;
}

function ComponentEditor({ row, column, label, catalog, isFresh, isWrong }: CellEditorProps) {
  const field = useKeys<HTMLSelectElement>(isFresh);
  const isKnown = Object.hasOwn(catalog.components, row.component);
  return (
    <select
      ref={field}
      className={styles.editor}
      value={row.component}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      data-field={column.field}
      onChange={(event) => editCell(row.id, column.field, event.target.value)}
    >
      {!isKnown && (
        <option value={row.component}>
          {row.component === '' ? texts.choose : texts.notKnown(row.component.slice(0, 60))}
        </option>
      )}
      {Object.entries(catalog.components).map(([id, known]) => (
        <option key={id} value={id} title={known.description?.slice(0, 300)}>
          {id}
        </option>
      ))}
    </select>
  );
}

function TextEditor({ row, column, label, isFresh, isWrong }: CellEditorProps) {
  const field = useKeys<HTMLInputElement>(isFresh);
  return (
    <input
      ref={field}
      className={styles.editor}
      type="text"
      value={row[column.field]}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      data-field={column.field}
      placeholder={column.placeholder}
      {...(column.field === 'version' && { list: versionListId(row.component) })}
      {...(column.field === 'count' && { inputMode: 'numeric' as const })}
      onChange={(event) => editCell(row.id, column.field, event.target.value)}
    />
  );
}

/** The one field of the grid: what is typed is there at once, and Escape brings back what was. */
export function CellEditor(props: CellEditorProps) {
  return props.column.field === 'component' ? <ComponentEditor {...props} /> : <TextEditor {...props} />;
}
