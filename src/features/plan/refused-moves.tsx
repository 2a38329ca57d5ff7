import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Cause, Refusal } from '../../engine/model/plan';
import { componentName, formatList } from '../../formats/wording/names';
import * as texts from '../../texts/plan';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './blocked-bands.module.css';
import { layOutRefused, type RefusedLine, type RefusedMove, type RefusedStop } from './lay-out-refused';

const LINES_SHOWN = 6;
const STOP = 128;
const LEFT = 60;
/** The line stands below the arc of the move that is not allowed. */
const LINE = 34;
const HEIGHT = 82;

const REFUSALS: Readonly<Record<Refusal, string>> = {
  unlisted: texts.unlisted,
  withdrawn: texts.withdrawn,
  avoided: texts.avoided,
  prerelease: texts.prerelease,
  'past-target': texts.pastTarget,
  'not-newer': texts.notNewer,
};

function versionsOf({ from, to }: RefusedStop): string {
  return from === to ? from : texts.fromTo(from, to);
}

/** What is said of a release: `deployed, pinned`, `target, withdrawn`, `takes the hop`. */
function marksOf(stop: RefusedStop, { isPinned }: RefusedLine): string[] {
  return [
    stop.isHere ? (isPinned ? texts.deployedPinned : texts.deployed) : '',
    stop.isWanted && !stop.isHere ? texts.target : '',
    stop.refusal === undefined ? '' : REFUSALS[stop.refusal],
    stop.isTaken ? texts.couldGoOn : '',
  ].filter(Boolean);
}

/** What is drawn, in words. */
function describeLine(line: RefusedLine): string {
  const stops = line.stops.map((stop) => [versionsOf(stop), ...marksOf(stop, line)].join(', '));
  const [from, to] = (line.jump ?? []).map((index) => line.stops[index]);
  const shut = from === undefined || to === undefined ? '' : texts.shut(from.from, to.from);
  return `${line.entry}: ${stops.join('; ')}.${shut}`;
}

function Jump({ from, to }: { from: number; to: number }) {
  const [x1, x2] = [LEFT + from * STOP, LEFT + to * STOP];
  const middle = (x1 + x2) / 2;
  // Half as high as its handle.
  const top = LINE - 13;
  return (
    <>
      <path d={`M${x1} ${LINE - 7}Q${middle} ${LINE - 31} ${x2} ${LINE - 7}`} className={styles.shut} />
      <path d={`M${middle - 5} ${top - 11}l10 10m0 -10l-10 10`} className={styles.shutCross} />
    </>
  );
}

function Line({ catalog, line }: { catalog: Catalog; line: RefusedLine }) {
  const width = LEFT + (line.stops.length - 1) * STOP + LEFT;
  return (
    <ScrollBox className={styles.scroll} label={texts.releasesFor(line.entry)}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={describeLine(line)}
        data-role={catalog.components[line.component]?.role}
      >
        <line x1={LEFT} x2={width - LEFT} y1={LINE} y2={LINE} className={styles.track} />
        {line.jump !== undefined && <Jump from={line.jump[0]} to={line.jump[1]} />}
        {line.stops.map((stop, i) => {
          const x = LEFT + i * STOP;
          const marks = marksOf(stop, line);
          return (
            <g key={stop.from}>
              <circle
                cx={x}
                cy={LINE}
                r={stop.from === stop.to ? 6 : 4}
                className={
                  stop.refusal !== undefined
                    ? styles.stopRefused
                    : stop.isHere
                      ? styles.stopHere
                      : styles.stop
                }
              />
              {stop.refusal !== undefined && (
                <path d={`M${x - 3} ${LINE - 3}l6 6m0 -6l-6 6`} className={styles.cross} />
              )}
              <text x={x} y={LINE + 22} className={styles.stopVersion}>
                {versionsOf(stop)}
              </text>
              <text x={x} y={LINE + 37} className={styles.stopDetail}>
                {marks.join(', ')}
              </text>
            </g>
          );
        })}
      </svg>
    </ScrollBox>
  );
}

function captionOf({ code, lines }: RefusedMove, catalog: Catalog): string {
  const last = lines.at(-1)?.entry ?? '';
  if (code !== 'builder') return texts.releasesFor(last);
  const builders = [...new Set(lines.slice(0, -1).map(({ component }) => componentName(catalog, component)))];
  return texts.withBuilders(last, formatList(builders, texts.or));
}

/** The causes that are about releases, drawn: which move is not allowed, and which release is why. */
export function RefusedMoves({
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
  return layOutRefused(catalog, inventory, goal, causes).map((move) => (
    <figure key={JSON.stringify(move)} className={styles.band}>
      <figcaption dir="auto">{captionOf(move, catalog)}</figcaption>
      {move.lines.slice(-LINES_SHOWN).map((line) => (
        <div key={line.entry}>
          {move.lines.length > 1 && (
            <p className={styles.lineName} dir="auto">
              {line.entry}
            </p>
          )}
          <Line catalog={catalog} line={line} />
        </div>
      ))}
      {move.lines.length > LINES_SHOWN && <p>{texts.andMore(move.lines.length - LINES_SHOWN)}</p>}
    </figure>
  ));
}
