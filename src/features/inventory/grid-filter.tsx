import type { Catalog } from '../../engine/model/catalog';
import * as texts from '../../texts/inventory';
import { Button } from '../../ui/button';
import { isFiltering, type Sort } from './arrange-rows';
import styles from './grid.module.css';
import type { Grid } from './use-grid';

/** Which rows to show, in which order, and how many columns. */
export function GridFilter({ grid, catalog, total }: { grid: Grid; catalog: Catalog; total: number }) {
  const { filter, sort, arrange, columns, shown } = grid;
  const orders = [
    ...columns.map(({ field, title }) => ({ by: field, title })),
    { by: 'today', title: texts.today },
  ];
  return (
    <search className={styles.filter}>
      <input
        type="search"
        value={filter.text}
        aria-label={texts.filterText}
        placeholder={texts.filter}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => arrange({ filter: { ...filter, text: event.target.value } })}
      />
      <select
        value={filter.component}
        aria-label={texts.filterComponent}
        onChange={(event) => arrange({ filter: { ...filter, component: event.target.value } })}
      >
        <option value="">{texts.allComponents}</option>
        {Object.keys(catalog.components).map((id) => (
          <option key={id}>{id}</option>
        ))}
      </select>
      <select
        className={styles.order}
        value={sort?.by ?? ''}
        aria-label={texts.order}
        onChange={(event) => {
          const by = event.target.value as Sort['by'] | '';
          arrange({ sort: by === '' ? undefined : { by, isDescending: false } });
        }}
      >
        <option value="">{texts.asEntered}</option>
        {orders.map(({ by, title }) => (
          <option key={by} value={by}>
            {texts.by(title)}
          </option>
        ))}
      </select>
      <Button
        weight="quiet"
        aria-pressed={filter.hasFinding}
        onClick={() => arrange({ filter: { ...filter, hasFinding: !filter.hasFinding } })}
      >
        {texts.withRemarks}
      </Button>
      <Button
        className={styles.columns}
        weight="quiet"
        aria-pressed={grid.isWide}
        onClick={() => grid.setWide(!grid.isWide)}
      >
        {texts.allColumns}
      </Button>
      <output className={styles.matches}>{isFiltering(filter) && texts.shownOf(shown.length, total)}</output>
    </search>
  );
}
