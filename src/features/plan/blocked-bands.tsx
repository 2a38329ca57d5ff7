import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Cause } from '../../engine/model/plan';
import { formatList, formatRange, protocolName } from '../../formats/wording/names';
import * as texts from '../../texts/plan';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './blocked-bands.module.css';
import { type BlockedBand, type BlockedBar, type BlockedColumn, layOutBlocked } from './lay-out-blocked';

const BARS_SHOWN = 6;
const ROW = 20;
const HEAD = 40;
const AXIS = 32;
const BAR_ROOM = 54;
const LEAST_COLUMN = 104;

function versionsOf({ from, to }: BlockedColumn): string {
  return from === to ? from : texts.fromTo(from, to);
}

function rangeText(range: ProtocolRange | null): string {
  return range === null ? texts.rangeNotKnown : formatRange(range);
}

/** A letter where there are several, so that a bar is found again in the list below. */
function keyOf(index: number, count: number): string {
  return count === 1 ? '' : `${String.fromCharCode(65 + index)} `;
}

function Bar({
  bar,
  label,
  x,
  yOf,
  column,
}: {
  bar: BlockedBar;
  label: string;
  x: number;
  yOf: (version: number) => number;
  column: number;
}) {
  const meeting = bar.meetings[column];
  if (bar.range === null || meeting === undefined) {
    return (
      <text x={x} y={HEAD + ROW - 6} className={styles.unknown}>
        {label}?
      </text>
    );
  }
  const [minimum, current] = bar.range;
  const [top, bottom] = [yOf(current) - ROW / 2 + 2, yOf(minimum) + ROW / 2 - 2];
  const isBroken = meeting.status !== 'compatible';
  const middle = (top + bottom) / 2;
  return (
    <>
      <rect
        x={x - 4.5}
        y={top}
        width={9}
        height={bottom - top}
        rx={4.5}
        className={isBroken ? styles.barBroken : styles.bar}
      />
      {isBroken && <path d={`M${x - 3} ${middle - 3}l6 6m0 -6l-6 6`} className={styles.cross} />}
      <text x={x + 8} y={middle + 4} className={styles.barLabel}>
        {label}
        {formatRange(bar.range)}
      </text>
    </>
  );
}

/** What is drawn, in words. */
function describeBand(name: string, { columns, bars }: BlockedBand): string {
  const server = columns.map((column) => texts.speaks(versionsOf(column), rangeText(column.range)));
  const others = bars.map(({ entry, version, range, meetings }) => {
    const fails = columns.filter((_, i) => meetings[i]?.status !== 'compatible').map(versionsOf);
    const where = fails.length === 0 ? '' : texts.failsWith(formatList(fails));
    return texts.entrySpeaks(entry, version, rangeText(range), where);
  });
  return texts.band(name, formatList(server), formatList(others));
}

function Band({ catalog, band }: { catalog: Catalog; band: BlockedBand }) {
  const name = protocolName(catalog, band.protocol);
  const { columns, rows } = band;
  const bars = band.bars.slice(0, BARS_SHOWN);
  const yOf = (version: number) => HEAD + (rows.indexOf(version) + 0.5) * ROW;
  const width = Math.max(LEAST_COLUMN, 14 + bars.length * BAR_ROOM);
  const height = HEAD + Math.max(1, rows.length) * ROW + 4;
  const roleOf = (component: string) => catalog.components[component]?.role ?? 'client';
  return (
    <figure className={styles.band}>
      <figcaption>{name}</figcaption>
      <ScrollBox className={styles.scroll} label={texts.bandOf(name)}>
        <svg
          width={AXIS + columns.length * width}
          height={height}
          viewBox={`0 0 ${AXIS + columns.length * width} ${height}`}
          role="img"
          aria-label={describeBand(name, band)}
        >
          {rows.map((version, i) => {
            const y = HEAD + i * ROW;
            return (
              <g key={version ?? `gap-${i}`}>
                <line x1={AXIS} x2={AXIS + columns.length * width} y1={y} y2={y} className={styles.grid} />
                <text x={AXIS - 8} y={y + ROW / 2 + 4} className={styles.axis}>
                  {version ?? '⋮'}
                </text>
              </g>
            );
          })}
          {columns.map((column, i) => {
            const x = AXIS + i * width;
            const title =
              i === 0 ? texts.serverNow : i === columns.length - 1 ? texts.target : texts.onTheWay;
            return (
              <g key={column.from}>
                <text x={x + 6} y={14} className={styles.columnTitle}>
                  {versionsOf(column)}
                </text>
                <text x={x + 6} y={29} className={styles.columnDetail}>
                  {title}, {rangeText(column.range)}
                </text>
                {column.range !== null && (
                  <rect
                    x={x + 2}
                    y={yOf(column.range[1]) - ROW / 2}
                    width={width - 4}
                    height={yOf(column.range[0]) - yOf(column.range[1]) + ROW}
                    className={styles.server}
                  />
                )}
                {bars.map((bar, k) => (
                  <g key={bar.entry} data-role={roleOf(bar.component)}>
                    <Bar
                      bar={bar}
                      label={keyOf(k, bars.length)}
                      x={x + 16 + k * BAR_ROOM}
                      yOf={yOf}
                      column={i}
                    />
                  </g>
                ))}
              </g>
            );
          })}
        </svg>
      </ScrollBox>
      <ul className={styles.key}>
        {bars.map(({ entry, version, range, pinned, component }, k) => (
          <li key={entry} data-role={roleOf(component)}>
            <strong>
              {keyOf(k, bars.length)}
              <bdi>{entry.slice(0, 80)}</bdi>
            </strong>{' '}
            {texts.speaksPinned(version, rangeText(range), pinned)}
          </li>
        ))}
        {band.bars.length > BARS_SHOWN && <li>{texts.andMore(band.bars.length - BARS_SHOWN)}</li>}
      </ul>
    </figure>
  );
}

/** The causes drawn: the server's band release by release, and what stands against it; a cross where they don't meet. */
export function BlockedBands({
  catalog,
  inventory,
  goal,
  causes,
}: {
  catalog: Catalog;
  inventory: Inventory;
  goal: ParsedGoal;
  causes: readonly Cause[];
}) {
  return layOutBlocked(catalog, inventory, goal, causes).map((band) => (
    <Band key={band.protocol} catalog={catalog} band={band} />
  ));
}
