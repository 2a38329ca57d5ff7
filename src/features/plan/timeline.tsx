import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { GoingBack } from '../../engine/assessment/going-back';
import type { TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import { ScrollBox } from '../../ui/scroll-box';
import { fitText, forgetWidths } from './measure-text';
import styles from './timeline.module.css';
import { BandArea, bandHeight, bandRowHeight, SLOTS_FROM } from './timeline-bands';
import { LABELS, LaneLabel, LaneTrack } from './timeline-lanes';
import { type Column, LANES_BEFORE_FOLDING, layOutTimeline } from './timeline-layout';
import { TimelineTable } from './timeline-table';

const HEAD = 52;
const MIN_COLUMN = 118;
const MAX_COLUMN = 240;
const BAND_GAP = 26;
const NARROWEST_SLOT = 13;

function useWidth() {
  const ref = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  const [, setRedraws] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    let isThere = true;
    void document.fonts.ready.then(() => {
      forgetWidths();
      // Drawn again in the typeface that has arrived.
      if (isThere) setRedraws((count) => count + 1);
    });
    return () => {
      isThere = false;
      observer.disconnect();
    };
  }, []);
  return { ref, width };
}

function ColumnHead({
  column,
  x,
  width,
  isLast,
  mayPause,
}: {
  column: Column;
  x: number;
  width: number;
  isLast: boolean;
  mayPause: boolean;
}) {
  const isEnd = column.stage === 0 || isLast;
  return (
    <g className={isEnd ? styles.headEnd : styles.head}>
      <rect x={x + 3} y={0.5} width={width - 6} height={HEAD - 9} rx={4} />
      <text x={x + 12} y={18} className={styles.headTitle}>
        {fitText(
          column.stage === 0 ? column.title : `${column.stage} · ${column.title}`,
          width - (mayPause ? 38 : 22),
          13,
          650,
        )}
      </text>
      {mayPause && (
        <g className={styles.pause}>
          <path d={`M${x + width - 19} 9v9m5 -9v9`} />
          <title>You may pause here: everything works together.</title>
        </g>
      )}
      <text x={x + 12} y={34} className={styles.headDetail}>
        {fitText(column.subtitle, width - 22, 11.5)}
      </text>
    </g>
  );
}

/** The plan as a railway graph: a lane for each entry, and under them what the server and the others speak. */
export function Timeline({
  catalog,
  inventory,
  plan,
  states,
  back,
  lanes,
  onLanes,
  onOpenStep,
}: {
  catalog: Catalog;
  inventory: Inventory;
  plan: Plan;
  states: readonly TracedState[];
  back: GoingBack;
  lanes: 'folded' | 'each';
  onLanes: (lanes: 'folded' | 'each') => void;
  onOpenStep: (step: number) => void;
}) {
  const { ref, width } = useWidth();
  const layout = useMemo(
    () => layOutTimeline(catalog, inventory, plan, states, lanes === 'folded'),
    [catalog, inventory, plan, states, lanes],
  );
  const { columns, bands } = layout;
  const slots = Math.max(0, ...bands.map((band) => band.bars.length));
  const least = Math.max(MIN_COLUMN, Math.min(MAX_COLUMN, SLOTS_FROM + 10 + slots * NARROWEST_SLOT));
  const columnWidth = Math.max(least, Math.min(MAX_COLUMN, Math.floor((width - LABELS) / columns.length)));
  const chartWidth = columnWidth * columns.length;
  const laneHeight = layout.lanes.length <= 7 ? 42 : layout.lanes.length <= 12 ? 36 : 26;
  const lanesTop = HEAD + 6;
  const bandsTop = lanesTop + layout.lanes.length * laneHeight + 10;
  const tops: number[] = [];
  let bottom = bandsTop;
  for (const band of bands) {
    tops.push(bottom);
    bottom += Math.max(bandHeight(band), 34) + BAND_GAP;
  }
  const height = bands.length === 0 ? bandsTop : bottom - BAND_GAP + 4;
  const server = columns.length < 2 ? undefined : plan.steps.at(-1);
  const isTall = laneHeight >= 36;
  const lostAt = columns.findIndex(({ stage }) => stage === back.pointOfNoReturn);

  return (
    <figure className={styles.figure} aria-label="Timeline of the plan">
      <ScrollBox ref={ref} className={styles.scroll} label="Timeline, drawn">
        <svg
          className={styles.labels}
          width={LABELS}
          height={height}
          viewBox={`0 0 ${LABELS} ${height}`}
          aria-hidden="true"
          style={{ '--share': LABELS / (LABELS + chartWidth) } as React.CSSProperties}
        >
          {layout.lanes.map((lane, i) => (
            <LaneLabel key={lane.key} lane={lane} y={lanesTop + (i + 0.5) * laneHeight} isTall={isTall} />
          ))}
          {bands.map((band, i) => {
            const top = tops[i] ?? 0;
            const rowHeight = bandRowHeight(band);
            const every = rowHeight >= 10 ? 1 : Math.ceil(12 / rowHeight);
            return (
              <g key={band.protocol}>
                <text x={2} y={top + 14} className={styles.laneName}>
                  {fitText(band.name, LABELS - 34, 13, 600)}
                </text>
                <text x={2} y={top + 29} className={styles.laneDetail}>
                  protocol versions
                </text>
                {Array.from({ length: band.highest - band.lowest + 1 }, (_, k) => band.highest - k)
                  .filter((version) => (band.highest - version) % every === 0)
                  .map((version) => (
                    <text
                      key={version}
                      x={LABELS - 9}
                      y={top + (band.highest - version + 0.5) * rowHeight + 4}
                      textAnchor="end"
                      className={styles.tick}
                    >
                      {version}
                    </text>
                  ))}
              </g>
            );
          })}
        </svg>
        <svg
          className={styles.chart}
          width={chartWidth}
          height={height}
          viewBox={`0 0 ${chartWidth} ${height}`}
          role="img"
          aria-label={`${columns.length - 1} stages, ${inventory.entries.length} entries${server === undefined ? '' : `, to ${server.to}`}. The table below has the same content.`}
        >
          {columns.map((column, i) => (
            <g key={column.stage}>
              {i > 0 && (
                <line
                  x1={i * columnWidth}
                  x2={i * columnWidth}
                  y1={HEAD - 4}
                  y2={height}
                  className={styles.rule}
                />
              )}
              <ColumnHead
                column={column}
                x={i * columnWidth}
                width={columnWidth}
                isLast={i === columns.length - 1 && i > 0}
                mayPause={i > 0 && i < columns.length - 1 && back.states[i]?.broken.length === 0}
              />
            </g>
          ))}
          {lostAt > 0 && (
            <g className={styles.noReturn}>
              <path d={`M${lostAt * columnWidth} ${HEAD - 4}V${height}`} />
              <text x={lostAt * columnWidth + 5} y={HEAD + 4}>
                {fitText('point of no return', columnWidth - 8, 10.5, 600)}
              </text>
            </g>
          )}
          {layout.lanes.map((lane, i) => (
            <LaneTrack
              key={lane.key}
              lane={lane}
              y={lanesTop + (i + 0.5) * laneHeight}
              columns={columns}
              columnWidth={columnWidth}
              onOpenStep={onOpenStep}
            />
          ))}
          {bands.map((band, i) => (
            <BandArea
              key={band.protocol}
              band={band}
              top={tops[i] ?? 0}
              columns={columns}
              columnWidth={columnWidth}
            />
          ))}
        </svg>
      </ScrollBox>
      <figcaption className={styles.legend}>
        <span className={styles.key} data-role="server">
          server
        </span>
        <span className={styles.key} data-role="client">
          clients
        </span>
        <span className={styles.key} data-role="agent">
          agents
        </span>
        <span>
          <i className={styles.keyBand} /> what the server speaks
        </span>
        <span>
          <i className={styles.keyBar} /> what a consumer speaks, <i className={styles.keyDot} /> the version
          they use
        </span>
        {columns.length > 2 && (
          <span>
            <i className={styles.keyPause} /> you may pause
          </span>
        )}
        {inventory.entries.length > LANES_BEFORE_FOLDING && (
          <button
            type="button"
            className={styles.fold}
            onClick={() => onLanes(lanes === 'folded' ? 'each' : 'folded')}
          >
            {lanes === 'folded' ? 'Show a lane for each entry' : 'Fold entries that go the same way'}
          </button>
        )}
      </figcaption>
      <TimelineTable catalog={catalog} inventory={inventory} columns={columns} states={states} back={back} />
    </figure>
  );
}
