/** The lower half of the timeline: for each protocol what the server speaks, and what the others do against it. */
import type { ProtocolRange } from '../../engine/model/catalog';
import { fitName } from './measure-text';
import styles from './timeline.module.css';
import type { Band, Bar, Column } from './timeline-layout';

/** Where the bars of a column begin, in pixels. */
export const SLOTS_FROM = 32;
const NAMES_SHOWN = 12;

function rangeText(range: ProtocolRange | null): string {
  if (range === null) return '?';
  return range[0] === range[1] ? `${range[0]}` : `${range[0]}–${range[1]}`;
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

export function bandRowHeight(band: Band): number {
  const versions = band.highest - band.lowest + 1;
  return versions <= 6 ? 20 : versions <= 12 ? 14 : Math.max(2, 168 / versions);
}

export function bandHeight(band: Band): number {
  return (band.highest - band.lowest + 1) * bandRowHeight(band);
}

export function BandArea({
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
