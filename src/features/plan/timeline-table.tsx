import { useState } from 'react';
import type { GoingBack } from '../../engine/assessment/going-back';
import type { TracedEntry, TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import { describePause } from '../../formats/wording/describe-back';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './timeline.module.css';
import type { Column } from './timeline-layout';

function rangeText(range: ProtocolRange | null | undefined): string {
  if (range === null || range === undefined) return 'unknown';
  return range[0] === range[1] ? `${range[0]}` : `${range[0]}–${range[1]}`;
}

const STANDING: Readonly<Record<TracedEntry['status'], string>> = {
  server: '',
  compatible: '',
  incompatible: 'broken',
  unknown: 'not known to work',
};

function protocolsOf(traced: TracedEntry): string {
  return Object.entries(traced.ranges)
    .map(([protocol, range]) => {
      const used = traced.negotiated[protocol];
      const use =
        traced.status === 'server' || used === undefined
          ? ''
          : used === null
            ? ', not agreed'
            : `, uses ${used}`;
      return `${protocol} ${rangeText(range)}${use}`;
    })
    .join('; ');
}

/** The timeline's content as a table: for reading aloud, searching and copying. */
export function TimelineTable({
  catalog,
  inventory,
  columns,
  states,
  back,
}: {
  catalog: Catalog;
  inventory: Inventory;
  columns: readonly Column[];
  states: readonly TracedState[];
  back: GoingBack;
}) {
  // A table of many cells is made once it is asked for.
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.tableBox} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The timeline as a table</summary>
      {isOpen && (
        <ScrollBox className={styles.tableScroll} label="Timeline as a table">
          <table className={styles.table}>
            <caption className="visually-hidden">
              Versions of every entry now and after each stage, with the protocol versions spoken
            </caption>
            <thead>
              <tr>
                <th scope="col">Entry</th>
                {columns.map((column) => (
                  <th key={column.stage} scope="col">
                    {column.stage === 0 ? 'Now' : `${column.stage} · ${column.title} ${column.subtitle}`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inventory.entries.map((entry, i) => (
                <tr key={entry.name}>
                  <th scope="row">
                    {entry.name.slice(0, 200)}
                    <small>
                      {catalog.components[entry.component]?.name ?? entry.component} × {entry.count}
                      {entry.pinned !== undefined && ', pinned'}
                    </small>
                  </th>
                  {states.map((state) => {
                    const traced = state.entries[i];
                    if (traced === undefined) return <td key={state.stage} />;
                    const words = [
                      traced.moved ? 'moves' : '',
                      STANDING[traced.status],
                      traced.degraded.length > 0 ? 'limited' : '',
                    ].filter(Boolean);
                    return (
                      <td key={state.stage} data-moved={traced.moved || undefined}>
                        {traced.version}
                        {words.length > 0 && <em> {words.join(', ')}</em>}
                        <small>{protocolsOf(traced)}</small>
                      </td>
                    );
                  })}
                </tr>
              ))}
              {states.length > 1 && (
                <tr>
                  <th scope="row">Pause and way back</th>
                  {back.states.map((state) => (
                    <td key={state.stage}>
                      {state.stage === 0 ? '' : describePause(state)}
                      {state.stage === back.pointOfNoReturn && <em> Point of no return.</em>}
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </details>
  );
}
