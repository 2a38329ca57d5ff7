import { useMemo, useState } from 'react';
import type { Planned } from '../../formats/timeline/lay-out';
import type { TimelineLayout } from '../../formats/timeline/layout';
import { tabulate } from '../../formats/timeline/tabulate';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './timeline.module.css';

function Table({ planned, layout }: { planned: Planned; layout: TimelineLayout }) {
  const { head, rows } = useMemo(() => tabulate(planned, layout), [planned, layout]);
  return (
    <ScrollBox className={styles.tableScroll} label="Timeline as a table">
      <table className={styles.table}>
        <caption className="visually-hidden">
          Versions of every entry now and after each stage, with the protocol versions spoken
        </caption>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name.slice(0, 200)}
                {row.detail !== '' && <small>{row.detail}</small>}
              </th>
              {row.cells.map(({ main, note, details, hasMoved }, i) => (
                <td key={head[i]} data-moved={hasMoved || undefined}>
                  {main}
                  {note !== '' && <em> {note}</em>}
                  {details.map((detail) => (
                    <small key={detail}>{detail}</small>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The timeline's content as a table: for reading aloud, searching and copying. */
export function TimelineTable(props: { planned: Planned; layout: TimelineLayout }) {
  // A table of many cells is made once it is asked for.
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.tableBox} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The timeline as a table</summary>
      {isOpen && <Table {...props} />}
    </details>
  );
}
