/** The upper half of the timeline: a lane for each entry, with its moves as stations. */
import { fitName, fitText } from './measure-text';
import styles from './timeline.module.css';
import type { Column, Lane } from './timeline-layout';

/** Width of the column of labels, in pixels. */
export const LABELS = 148;

export function LaneLabel({ lane, y, isTall }: { lane: Lane; y: number; isTall: boolean }) {
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

export function LaneTrack({
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
