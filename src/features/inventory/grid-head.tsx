import * as texts from '../../texts/inventory';
import { Icon } from '../../ui/icon';
import type { Sort } from './arrange-rows';
import styles from './grid.module.css';
import { type GridColumn, TAIL } from './grid-columns';

/** The headings; each sorts by its column, up, down, and not at all. */
export function GridHead({
  columns,
  sort,
  activeColumn,
}: {
  columns: readonly GridColumn[];
  sort: Sort | undefined;
  /** The heading where the keys are; -1: they are in a row. */
  activeColumn: number;
}) {
  const headings = [
    ...columns.map(({ field, title }) => ({ by: field, title })),
    { by: 'today' as const, title: texts.today },
  ];
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headings} data-index={-1}>
        {headings.map(({ by, title }, column) => {
          const isSorted = sort?.by === by;
          return (
            <div
              key={by}
              role="columnheader"
              aria-colindex={column + 1}
              aria-sort={!isSorted ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              data-column={column}
              data-field={by}
            >
              <button
                type="button"
                className={styles.heading}
                tabIndex={column === activeColumn ? 0 : -1}
                data-sorted={!isSorted ? undefined : sort.isDescending ? 'down' : 'up'}
              >
                <span>{title}</span>
                {isSorted && <Icon name="chevron" size={12} />}
              </button>
            </div>
          );
        })}
        <div
          role="columnheader"
          aria-colindex={headings.length + 1}
          aria-colspan={TAIL.length}
          className={styles.actionsHeading}
        >
          <span className="visually-hidden">{texts.actions}</span>
        </div>
      </div>
    </div>
  );
}
