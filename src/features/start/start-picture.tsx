import * as texts from '../../texts/start';
import styles from './start.module.css';

const COLUMNS = [8, 232, 456, 680];
const LANES = [
  { y: 76, role: 'server', name: texts.server, moves: [1, 3] },
  { y: 112, role: 'client', name: texts.clients, moves: [2] },
  { y: 148, role: 'agent', name: texts.agents, moves: [2] },
] as const;

/** How a plan reads, in small. It stands beside words that say the same. */
export function StartPicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 904 172" aria-hidden="true">
      {[texts.now, '1', '2', '3'].map((label, i) => (
        <g key={label}>
          <rect
            x={COLUMNS[i]}
            y={6}
            width={216}
            height={34}
            rx={4}
            className={i % 3 === 0 ? styles.headEnd : styles.head}
          />
          <text x={(COLUMNS[i] ?? 0) + 12} y={28} className={i % 3 === 0 ? styles.textEnd : styles.text}>
            {[texts.now, texts.toBridge, texts.others, texts.toTarget][i]}
          </text>
        </g>
      ))}
      {LANES.map((lane) => (
        <g key={lane.role} data-role={lane.role}>
          <line x1={26} x2={892} y1={lane.y} y2={lane.y} className={styles.line} />
          <circle cx={26} cy={lane.y} r={6} className={styles.origin} />
          <text x={42} y={lane.y + 4.5} className={styles.lane}>
            {lane.name}
          </text>
          {lane.moves.map((column) => {
            const x = (COLUMNS[column] ?? 0) + 18;
            return (
              <g key={column}>
                <circle cx={x} cy={lane.y} r={9} className={styles.stop} />
                <path d={`M${x - 4} ${lane.y}h7.5m-3 -3.2l3.2 3.2l-3.2 3.2`} className={styles.arrow} />
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
