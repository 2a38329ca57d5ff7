import type { Catalog } from '../../engine/model/catalog';
import { Button } from '../../ui/button';
import { isFiltering, type Sort } from './arrange-rows';
import styles from './grid.module.css';
import type { Grid } from './use-grid';

/** Which rows to show, in which order, and how many columns. */
export function GridFilter({ grid, catalog, total }: { grid: Grid; catalog: Catalog; total: number }) {
  const { filter, setFilter, sort, setSort, columns, shown } = grid;
  const orders = [
    ...columns.map(({ field, title }) => ({ by: field, title })),
    { by: 'today', title: 'Today' },
  ];
  return (
    <search className={styles.filter}>
      <input
        type="search"
        value={filter.text}
        aria-label="Filter rows by their text"
        placeholder="Filter"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setFilter({ ...filter, text: event.target.value })}
      />
      <select
        value={filter.component}
        aria-label="Filter rows by component"
        onChange={(event) => setFilter({ ...filter, component: event.target.value })}
      >
        <option value="">all components</option>
        {Object.keys(catalog.components).map((id) => (
          <option key={id}>{id}</option>
        ))}
      </select>
      <select
        className={styles.order}
        value={sort?.by ?? ''}
        aria-label="Order of the rows"
        onChange={(event) => {
          const by = event.target.value as Sort['by'] | '';
          setSort(by === '' ? undefined : { by, isDescending: false });
        }}
      >
        <option value="">as entered</option>
        {orders.map(({ by, title }) => (
          <option key={by} value={by}>
            by {title.toLowerCase()}
          </option>
        ))}
      </select>
      <Button
        weight="quiet"
        aria-pressed={filter.hasFinding}
        onClick={() => setFilter({ ...filter, hasFinding: !filter.hasFinding })}
      >
        With remarks
      </Button>
      <Button
        className={styles.columns}
        weight="quiet"
        aria-pressed={grid.isWide}
        onClick={() => grid.setWide(!grid.isWide)}
      >
        All columns
      </Button>
      <output className={styles.matches}>
        {isFiltering(filter) && `${shown.length.toLocaleString('en')} of ${total.toLocaleString('en')}`}
      </output>
    </search>
  );
}
