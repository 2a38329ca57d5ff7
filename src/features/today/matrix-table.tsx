import { useLayoutEffect, useRef } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import { componentName, formatRange } from '../../formats/wording/names';
import { formatNumber } from '../../texts/numbers';
import * as texts from '../../texts/today';
import { Icon, type IconName } from '../../ui/icon';
import { ScrollBox } from '../../ui/scroll-box';
import { EntryNames } from './entry-names';
import type { MatrixColumn, MatrixRow, ProtocolMatrix } from './lay-out-matrix';
import styles from './today.module.css';

const MARKS: Readonly<Record<MatrixRow['standing'], { icon: IconName; words: string } | undefined>> = {
  server: undefined,
  compatible: undefined,
  incompatible: { icon: 'stop', words: texts.markBroken },
  unknown: { icon: 'question', words: texts.markUnknown },
};

function speaks({ from }: MatrixColumn, range: readonly [number, number] | null): boolean {
  return range !== null && range[0] <= from && from <= range[1];
}

/** One stretch of a bar, with its ends where the range has them. */
function Stretch({ column, row }: { column: MatrixColumn; row: MatrixRow }) {
  const { range, negotiated } = row;
  if (range === null || !speaks(column, range)) return <td />;
  const isUsed = negotiated === column.from;
  return (
    <td>
      <span
        className={styles.stretch}
        data-begins={column.from === range[0] || undefined}
        data-ends={column.to === range[1] || undefined}
        data-used={isUsed || undefined}
        data-lost={negotiated === null || undefined}
      >
        <span className="visually-hidden">{isUsed ? texts.uses : texts.speaks}</span>
      </span>
    </td>
  );
}

/** A protocol: who down, versions across, the server's above all; below, how many. */
export function MatrixTable({
  catalog,
  matrix,
  name,
  server,
  onShowEntry,
}: {
  catalog: Catalog;
  matrix: ProtocolMatrix;
  /** Of the protocol. */
  name: string;
  /** The server's version. */
  server: string;
  onShowEntry: (name: string) => void;
}) {
  const { columns, rows } = matrix;
  const width = Math.max(1, columns.length);
  const box = useRef<HTMLElement>(null);
  // The newest versions are what the fleet goes to: where not all have room, these are seen first.
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollLeft = box.current.scrollWidth;
  }, []);
  return (
    <ScrollBox ref={box} className={styles.scroll} label={texts.inUse(name)}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{texts.inUseCaption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {columns.map((column) => (
              <th key={column.from} scope="col">
                {formatRange([column.from, column.to])}
              </th>
            ))}
            {columns.length === 0 && <th scope="col">{texts.versions}</th>}
            <td />
          </tr>
        </thead>
        <tbody>
          <tr data-role="server" className={styles.offer}>
            <th scope="row">
              <span className={styles.who}>{texts.serverOffers(server)}</span>
            </th>
            {matrix.server === null ? (
              <td colSpan={width} className={styles.unknown}>
                {texts.notKnown}
              </td>
            ) : (
              columns.map((column) => (
                <td key={column.from}>
                  {column.isOffered && (
                    <span
                      className={styles.stretch}
                      data-begins={column.from === matrix.server?.[0] || undefined}
                      data-ends={column.to === matrix.server?.[1] || undefined}
                    >
                      <span className="visually-hidden">{texts.offers}</span>
                    </span>
                  )}
                </td>
              ))
            )}
            <td />
          </tr>
          {rows.map((row) => {
            const mark = MARKS[row.standing];
            return (
              <tr
                key={`${row.component} ${row.range} ${row.negotiated} ${row.standing}`}
                data-role={catalog.components[row.component]?.role}
              >
                <th scope="row">
                  <EntryNames entries={row.entries} most={2} onShowEntry={onShowEntry} />
                  <span className={styles.component}>
                    {componentName(catalog, row.component)} × {formatNumber(row.instances)}
                  </span>
                </th>
                {row.range === null ? (
                  <td colSpan={width} className={styles.unknown}>
                    {texts.speechNotKnown}
                  </td>
                ) : (
                  columns.map((column) => <Stretch key={column.from} column={column} row={row} />)
                )}
                <td className={styles.mark} data-standing={row.standing}>
                  {mark !== undefined && (
                    <>
                      <Icon name={mark.icon} size={14} /> {mark.words}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        {columns.length > 0 && (
          <tfoot>
            {(['speaking', 'using'] as const).map((count) => (
              <tr key={count}>
                <th scope="row">{count === 'speaking' ? texts.speaking : texts.using}</th>
                {columns.map((column) => (
                  <td key={column.from} data-none={column[count] === 0 || undefined}>
                    {formatNumber(column[count])}
                  </td>
                ))}
                <td />
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </ScrollBox>
  );
}
