import { useId, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import { ROW_FIELDS, type RowField } from '../../session/inputs';
import * as texts from '../../texts/inventory';
import { Button } from '../../ui/button';
import { Sentence } from '../../ui/sentence';
import styles from './grid.module.css';
import type { Grid } from './use-grid';
import type { GridChanges } from './use-grid-changes';
import { versionListId } from './version-lists';

/** Names have to differ, and where a part is built is asked in its details. */
type BulkField = Exclude<RowField, 'name' | 'source'>;

const TITLES: Readonly<Record<BulkField, string>> = texts.bulkFields;

const isBulkField = (field: string): field is BulkField => Object.hasOwn(TITLES, field);

/** What can be done with several rows at once. */
export function GridBulk({
  grid,
  changes,
  catalog,
  rows,
}: {
  grid: Grid;
  changes: GridChanges;
  catalog: Catalog;
  /** How many are chosen. */
  rows: number;
}) {
  const id = useId();
  const { range, shown, columns } = grid;
  const first = columns[range?.left ?? 0]?.field ?? 'name';
  const isOneColumn = range !== undefined && range.left === range.right;
  const [wanted, setWanted] = useState<BulkField>();
  const [text, setText] = useState('');
  // Where a single column is chosen it is the one that is meant.
  const field = wanted ?? (isOneColumn && isBulkField(first) ? first : 'version');
  const chosen = range === undefined ? [] : shown.slice(range.top, range.bottom + 1);
  const component = chosen[0]?.component ?? '';
  const isOneComponent = chosen.every((row) => row.component === component);
  return (
    <form
      className={styles.bulk}
      aria-label={texts.chosenRows}
      onSubmit={(event) => {
        event.preventDefault();
        changes.setField(field, text);
      }}
    >
      <output>
        <Sentence parts={texts.rowsChosen(rows, (number) => <strong>{number}</strong>)} />
      </output>
      <label htmlFor={`${id}-text`}>{texts.set}</label>
      <select
        aria-label={texts.cellToSet}
        value={field}
        onChange={(event) => {
          if (isBulkField(event.target.value)) setWanted(event.target.value);
          setText('');
        }}
      >
        {ROW_FIELDS.filter(isBulkField).map((known) => (
          <option key={known} value={known}>
            {TITLES[known]}
          </option>
        ))}
      </select>
      {field === 'component' ? (
        <select id={`${id}-text`} value={text} onChange={(event) => setText(event.target.value)}>
          <option value="">{texts.choose}</option>
          {Object.keys(catalog.components).map((known) => (
            <option key={known}>{known}</option>
          ))}
        </select>
      ) : (
        <input
          id={`${id}-text`}
          type="text"
          value={text}
          placeholder={field === 'version' ? '1.2.3' : texts.empty}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          {...(field === 'version' && isOneComponent && { list: versionListId(component) })}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Button type="submit" disabled={field === 'component' && text === ''}>
        {texts.setButton}
      </Button>
      <span className={styles.bulkRest}>
        <Button weight="quiet" icon="copy" onClick={changes.duplicateChosen}>
          {texts.duplicate}
        </Button>
        <Button weight="quiet" icon="remove" onClick={changes.removeChosen}>
          {texts.remove}
        </Button>
      </span>
    </form>
  );
}
