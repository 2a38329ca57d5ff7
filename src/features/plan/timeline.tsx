import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import { ScrollBox } from '../../ui/scroll-box';
import { fitName, fitText, forgetWidths } from './measure-text';
import styles from './timeline.module.css';
import {
  type Band,
  type Bar,
  type Column,
  LANES_BEFORE_FOLDING,
  type Lane,
  layOutTimeline,
} from './timeline-layout';
import { TimelineTable } from './timeline-table';

const LABELS = 148;
const HEAD = 52;
const MIN_COLUMN = 118;
const MAX_COLUMN = 240;
const BAND_GAP = 26;
const SLOTS_FROM = 32;
const NARROWEST_SLOT = 13;
const NAMES_SHOWN = 12;

function rangeText(range: ProtocolRange | null): string {
  if (range === null) return '?';
  return range[0] === range[1] ? `${range[0]}` : `${range[0]}–${range[1]}`;
}

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
}: {
  column: Column;
  x: number;
  width: number;
  isLast: boolean;
}) {
  const isEnd = column.stage === 0 || isLast;
  return (
    <g className={isEnd ? styles.headEnd : styles.head}>
      <rect x={x + 3} y={0.5} width={width - 6} height={HEAD - 9} rx={4} />
      <text x={x + 12} y={18} className={styles.headTitle}>
        {fitText(
          column.stage === 0 ? column.title : `${column.stage} · ${column.title}`,
          width - 22,
          13,
          650,
        )}
      </text>
      <text x={x + 12} y={34} className={styles.headDetail}>
        {fitText(column.subtitle, width - 22, 11.5)}
      </text>
    </g>
  );
}

function LaneLabel({ lane, y, isTall }: { lane: Lane; y: number; isTall: boolean }) {
  const indent = lane.isPinned ? 16 : 2;
  const detail = isTall ? lane.detail : lane.detail.replace(/^.*? ×/, '×');
  return (
    <g data-role={lane.role}>
      {lane.isPinned && (
        <path
          d="M4 1.5h6M5 1.5v4.5l-2 2.5h8l-2-2.5v-4.5M7 8.5v5"
          transform={`translate(0 ${y - (isTall ? 14 : 7)})`}
          className={styles.pin}
        />
      )}
      <text x={indent} y={isTall ? y - 2 : y + 4.5} className={styles.laneName}>
        {fitName(
          lane.name,
          lane.more,
          LABELS - 8 - indent - (isTall || !detail.startsWith('×') ? 0 : detail.length * 6 + 12),
          13,
          600,
        )}
      </text>
      {(isTall || detail.startsWith('×')) && (
        <text
          x={isTall ? 2 : LABELS - 12}
          y={isTall ? y + 12 : y + 4.5}
          textAnchor={isTall ? 'start' : 'end'}
          className={styles.laneDetail}
        >
          {fitText(isTall && lane.isPinned ? `${detail}, pinned` : detail, LABELS - 8, 11.5)}
        </text>
      )}
      <title>
        {`${lane.entries
          .map((entry) => entry.name)
          .join(', ')
          .slice(0, 2000)} (${lane.detail}${lane.isPinned ? ', pinned' : ''})`}
      </title>
    </g>
  );
}

function LaneTrack({
  lane,
  y,
  columnWidth,
  columns,
  onOpenStep,
}: {
  lane: Lane;
  y: number;
  columnWidth: number;
  columns: readonly Column[];
  onOpenStep: (step: number) => void;
}) {
  const moves = lane.stations.length > 1;
  const lastMove = lane.stations.at(-1)?.column ?? 0;
  return (
    <g data-role={lane.role} className={moves ? styles.lane : styles.laneStays}>
      {columns.map((column, i) => {
        const standing = lane.standing[i];
        const start = i === 0 ? 18 : i * columnWidth + 18;
        const end = i === columns.length - 1 ? (i + 1) * columnWidth - 8 : (i + 1) * columnWidth + 18;
        const isBroken = standing?.status === 'incompatible';
        const isUnknown = standing?.status === 'unknown';
        const className = isBroken
          ? styles.trackBroken
          : isUnknown
            ? styles.trackUnknown
            : moves && i >= lastMove
              ? styles.trackArrived
              : styles.track;
        return (
          <g key={column.stage}>
            <line x1={start} x2={end} y1={y} y2={y} className={className} />
            {(isBroken || isUnknown) && (
              <text
                x={end - 24}
                y={y - 6}
                textAnchor="end"
                className={isBroken ? styles.brokenMark : styles.unknownMark}
              >
                {isBroken ? '✕ broken' : '? unknown'}
              </text>
            )}
            {!isBroken && !isUnknown && (standing?.degraded.length ?? 0) > 0 && (
              <text x={end - 24} y={y - 6} textAnchor="end" className={styles.unknownMark}>
                △ limited
              </text>
            )}
          </g>
        );
      })}
      {lane.stations.map((station) => {
        const x = station.column * columnWidth + 18;
        const { step } = station;
        const version = fitText(station.version, columnWidth - 40, 13, 700);
        if (step === undefined) {
          return (
            <g key={station.column}>
              <circle cx={x} cy={y} r={6} className={styles.origin} />
              <text x={x + 13} y={y + 4.5} className={styles.versionNow}>
                {version}
              </text>
            </g>
          );
        }
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the list of steps has the same for keys
          <g key={station.column} className={styles.station} onClick={() => onOpenStep(step)}>
            <circle cx={x} cy={y} r={9} className={station.isRequired ? styles.stop : styles.stopOptional} />
            <path
              d={`M${x - 4} ${y}h7.5M${x + 0.5} ${y - 3.2}l3.2 3.2l-3.2 3.2`}
              className={station.isRequired ? styles.arrow : styles.arrowOptional}
            />
            <text x={x + 15} y={y + 4.5} className={styles.version}>
              {version}
            </text>
            <title>{`${lane.name}${lane.more}: to ${station.version}${station.isRequired ? '' : ', not required'}`}</title>
          </g>
        );
      })}
    </g>
  );
}

function BandBar({
  bar,
  x,
  column,
  yOf,
  middle,
  rowHeight,
  room,
  protocol,
}: {
  bar: Bar;
  x: number;
  column: number;
  yOf: (version: number) => number;
  /** Of the band. */
  middle: number;
  rowHeight: number;
  /** For the label, in pixels. */
  room: number;
  protocol: string;
}) {
  const at = bar.at[column];
  if (at === undefined) return null;
  const width = 9;
  if (at.range === null) {
    return (
      <text x={x} y={middle + 4} textAnchor="middle" className={styles.unknownMark}>
        ?<title>{`${bar.names.slice(0, NAMES_SHOWN).join(', ')}: ${protocol} not known`}</title>
      </text>
    );
  }
  const [minimum, current] = at.range;
  const top = yOf(current) - rowHeight / 2 + 1.5;
  const bottom = yOf(minimum) + rowHeight / 2 - 1.5;
  const hasLabel = (column === 0 || at.hasMoved) && room >= 34;
  return (
    <g data-role={bar.role} className={at.hasMoved ? styles.barMoved : styles.bar}>
      <rect
        x={x - width / 2}
        y={top}
        width={width}
        height={bottom - top}
        rx={width / 2}
        className={at.isBroken ? styles.barBroken : undefined}
      />
      {at.negotiated !== null && (
        <circle cx={x} cy={yOf(at.negotiated)} r={3} className={styles.negotiated} />
      )}
      {at.isBroken && (
        <path d={`M${x - 3} ${(top + bottom) / 2 - 3}l6 6m0 -6l-6 6`} className={styles.cross} />
      )}
      {hasLabel && (
        <text x={x + 8} y={yOf(current) + 4} className={styles.barLabel}>
          {fitName(bar.name, bar.more, room - 10, 10.5, 500)}
        </text>
      )}
      <title>
        {`${bar.names.slice(0, NAMES_SHOWN).join(', ')}${bar.names.length > NAMES_SHOWN ? ` and ${bar.names.length - NAMES_SHOWN} more` : ''}: ${protocol} ${rangeText(at.range)}, ${at.negotiated === null ? 'not agreed' : `uses ${at.negotiated}`}`}
      </title>
    </g>
  );
}

function bandRowHeight(band: Band): number {
  const versions = band.highest - band.lowest + 1;
  return versions <= 6 ? 20 : versions <= 12 ? 14 : Math.max(2, 168 / versions);
}

function bandHeight(band: Band): number {
  return (band.highest - band.lowest + 1) * bandRowHeight(band);
}

function BandArea({
  band,
  top,
  columns,
  columnWidth,
}: {
  band: Band;
  top: number;
  columns: readonly Column[];
  columnWidth: number;
}) {
  const rowHeight = bandRowHeight(band);
  const height = bandHeight(band);
  const yOf = (version: number) => top + (band.highest - version + 0.5) * rowHeight;
  const slot = Math.min(58, (columnWidth - SLOTS_FROM - 4) / Math.max(1, band.bars.length));
  const lines = Array.from({ length: rowHeight >= 10 ? band.highest - band.lowest + 2 : 2 }, (_, i) =>
    rowHeight >= 10 ? top + i * rowHeight : top + i * height,
  );
  return (
    <g>
      {lines.map((y) => (
        <line key={y} x1={0} x2={columns.length * columnWidth} y1={y} y2={y} className={styles.grid} />
      ))}
      {columns.map((column, i) => {
        const range = band.server[i] ?? null;
        const x = i * columnWidth;
        if (range === null) {
          return (
            <text key={column.stage} x={x + 8} y={top + height / 2 + 4} className={styles.unknownMark}>
              server: unknown
            </text>
          );
        }
        const [minimum, current] = range;
        const upper = yOf(current) - rowHeight / 2;
        const lower = yOf(minimum) + rowHeight / 2;
        return (
          <g key={column.stage}>
            <rect x={x} y={upper} width={columnWidth} height={lower - upper} className={styles.band} />
            <path
              d={`M${x} ${upper}h${columnWidth}M${x} ${lower}h${columnWidth}`}
              className={styles.bandEdge}
            />
            <text x={x + 8} y={upper + rowHeight / 2 + 4} className={styles.bandLabel}>
              {rangeText(range)}
            </text>
          </g>
        );
      })}
      {columns.slice(1).map((column, i) => {
        const before = band.server[i] ?? null;
        const after = band.server[i + 1] ?? null;
        if (before === null || after === null) return null;
        const x = (i + 1) * columnWidth;
        const edge = (from: number, to: number) => (from === to ? '' : `M${x} ${from}V${to}`);
        const half = rowHeight / 2;
        const d =
          edge(yOf(before[1]) - half, yOf(after[1]) - half) +
          edge(yOf(before[0]) + half, yOf(after[0]) + half);
        return d === '' ? null : <path key={column.stage} d={d} className={styles.bandEdge} />;
      })}
      {columns.map((column, i) =>
        band.bars.map((bar, k) => (
          <BandBar
            key={`${column.stage} ${bar.key}`}
            bar={bar}
            column={i}
            x={i * columnWidth + SLOTS_FROM + (k + 0.12) * slot}
            yOf={yOf}
            middle={top + height / 2}
            rowHeight={rowHeight}
            room={slot}
            protocol={band.name}
          />
        )),
      )}
    </g>
  );
}

/** The plan as a railway graph: a lane for each entry, and under them what the server and the others speak. */
export function Timeline({
  catalog,
  inventory,
  plan,
  states,
  lanes,
  onLanes,
  onOpenStep,
}: {
  catalog: Catalog;
  inventory: Inventory;
  plan: Plan;
  states: readonly TracedState[];
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
              />
            </g>
          ))}
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
      <TimelineTable catalog={catalog} inventory={inventory} columns={columns} states={states} />
    </figure>
  );
}
