import { type CSSProperties, memo, useDeferredValue, useMemo, useState } from 'react';
import type { Planned } from '../../formats/timeline/lay-out';
import type { TimelineLayout } from '../../formats/timeline/layout';
import { type TimelineTable as Content, tabulate } from '../../formats/timeline/tabulate';
import * as texts from '../../texts/timeline';
import { ScrollBox } from '../../ui/scroll-box';
import { useGradually } from '../../ui/use-gradually';
import styles from './timeline.module.css';

/** Rows that come at once, and whose places the browser works out when they come into sight. */
const ROWS_AT_ONCE = 4;

/** One table is made of many small ones, each laid out by itself: so every part of it says what it is. */
const AS = {
  nothing: { role: 'presentation' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  heading: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A row is worked out where it is drawn, so that the browser can turn to something else between two of them. */
const Row = memo(function Row({ content, index }: { content: Content; index: number }) {
  const { name, detail, cells } = useMemo(() => content.rowAt(index), [content, index]);
  return (
    <tr {...AS.row} aria-rowindex={index + 2}>
      <th {...AS.name}>
        {name.slice(0, 200)}
        {detail !== '' && <small>{detail}</small>}
      </th>
      {cells.map(({ main, note, details, hasMoved }, i) => (
        <td key={content.head[i]} {...AS.cell} data-moved={hasMoved || undefined}>
          {main}
          {note !== '' && <em> {note}</em>}
          {details.map((each) => (
            <small key={each}>{each}</small>
          ))}
        </td>
      ))}
    </tr>
  );
});

const Rows = memo(function Rows({ content, from, to }: { content: Content; from: number; to: number }) {
  return (
    <div {...AS.nothing} className={styles.tableRows}>
      <table {...AS.nothing}>
        <tbody {...AS.group}>
          {Array.from({ length: to - from }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: its content is the one at that place
            <Row key={i} content={content} index={from + i} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

interface TableProps {
  readonly name: string;
  readonly content: Content;
  readonly count: number;
  readonly isOpen: boolean;
}

function TableView({ name, content, count }: TableProps) {
  const { head } = content;
  return (
    <ScrollBox className={styles.tableScroll} label={texts.asTable}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        role="table"
        aria-label={name}
        aria-rowcount={content.count + 1}
        aria-busy={count < content.count}
        className={styles.table}
        style={{ '--columns': head.length + 1 } as CSSProperties}
      >
        <table {...AS.nothing}>
          <thead {...AS.group}>
            <tr {...AS.row} aria-rowindex={1}>
              <th {...AS.heading}>{texts.entry}</th>
              {head.map((title) => (
                <th key={title} {...AS.heading}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
        </table>
        {Array.from({ length: Math.ceil(count / ROWS_AT_ONCE) }, (_, i) => (
          <Rows
            // biome-ignore lint/suspicious/noArrayIndexKey: its content is the one at that place
            key={i}
            content={content}
            from={i * ROWS_AT_ONCE}
            to={Math.min(count, (i + 1) * ROWS_AT_ONCE)}
          />
        ))}
      </div>
    </ScrollBox>
  );
}

/** Stays as it is while it is closed, and is brought up to date when it is opened. */
const Table = memo(
  TableView,
  (before, now) => !now.isOpen || (before.content === now.content && before.count === now.count),
);

/** The timeline's content as a table: for reading aloud, searching and copying. */
export function TimelineTable({
  planned,
  layout,
  title,
  name,
}: {
  planned: Planned;
  layout: TimelineLayout;
  title: string;
  /** What is in the table, for those who hear it. */
  name: string;
}) {
  // A table of many cells is made once it is asked for, and piece by piece.
  const [isOpen, setOpen] = useState(false);
  const content = useDeferredValue(useMemo(() => tabulate(planned, layout), [planned, layout]));
  const count = useGradually(content.count, ROWS_AT_ONCE, isOpen);
  return (
    <details className={styles.tableBox} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {count > 0 && <Table name={name} content={content} count={count} isOpen={isOpen} />}
    </details>
  );
}
