import {
  type KeyboardEvent,
  type MouseEvent,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Drawing, drawFrame, drawLanes } from '../../formats/timeline/draw-timeline';
import { layOutFrame, layOutTimeline, type Planned } from '../../formats/timeline/lay-out';
import { hasSkips } from '../../formats/timeline/layout';
import { HEAD, placeTimeline } from '../../formats/timeline/place';
import { fallsAt, keepSpot, laneOf, type Spot, spotAt, tellSpot } from '../../formats/timeline/spot';
import * as texts from '../../texts/timeline';
import styles from './timeline.module.css';
import { spotAfterKey } from './timeline-keys';
import { TimelineLegend } from './timeline-legend';
import { TimelineOverlay } from './timeline-overlay';
import { Shapes } from './timeline-shapes';
import { TimelineTable } from './timeline-table';
import { TimelineTold } from './timeline-told';
import { useRoom } from './use-room';
import { useSeenLanes } from './use-seen-lanes';

interface Looked {
  readonly spot: Spot;
  readonly isByKeys: boolean;
}

/** Summaries that were opened or closed, for as long as lanes are shown in that way. */
interface Turnings {
  readonly lanes: 'folded' | 'each';
  readonly components: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

const NOTHING: Drawing = { head: [], labels: [], chart: [] };

const START: Spot = { row: 0, column: 0 };

function isSame(a: Spot | undefined, b: Spot | undefined): boolean {
  return a?.row === b?.row && a?.column === b?.column && a?.bar === b?.bar;
}

/** The plan as a railway graph: a lane for each entry, and under them what the server and the others speak. */
export function Timeline({
  catalog,
  inventory,
  plan,
  states,
  back,
  progress,
  lanes,
  onLanes,
  onOpenStep,
}: Planned & {
  lanes: 'folded' | 'each';
  onLanes: (lanes: 'folded' | 'each') => void;
  /** `from` gets the keys back. */
  onOpenStep: (step: number, from: HTMLElement) => void;
}) {
  const { ref, width, measure } = useRoom();
  const drawing = useRef<HTMLDivElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const lastByKeys = useRef(START);
  const id = useId();
  const [turnings, setTurnings] = useState<Turnings>({ lanes, components: NONE });
  const [looked, setLooked] = useState<Looked>();
  const planned = useMemo(
    () => ({ catalog, inventory, plan, states, back, progress }),
    [catalog, inventory, plan, states, back, progress],
  );
  const turned = turnings.lanes === lanes ? turnings.components : NONE;
  const around = useMemo(() => layOutFrame(planned), [planned]);
  // The button answers at once, and the drawing follows without holding up anything.
  const folding = useDeferredValue(useMemo(() => ({ lanes, turned }), [lanes, turned]));
  const layout = useMemo(() => layOutTimeline(planned, folding, around), [planned, folding, around]);
  const places = useMemo(() => placeTimeline(layout, width ?? 0, measure), [layout, width, measure]);
  const isWhole = states.at(-1)?.stage === plan.steps.at(-1)?.stage;
  // Before there is a width all of it would be drawn for nothing.
  const isPlaced = width !== undefined;
  const frame = useMemo(
    () => (isPlaced ? drawFrame(layout, places, isWhole, measure) : NOTHING),
    [isPlaced, layout, places, isWhole, measure],
  );
  const [from, to] = useSeenLanes(ref, layout.lanes.length, places);
  const drawn = useMemo(
    () => (isPlaced ? drawLanes(layout, places, [from, to], measure) : NOTHING),
    [isPlaced, layout, places, from, to, measure],
  );
  const { columns } = layout;
  const stages = columns.length - 1;
  const named =
    stages === 0
      ? {
          what: texts.standingToday,
          role: texts.todayRole,
          help: texts.todayHelp(inventory.entries.length),
          hint: texts.pointAtToday,
          table: texts.todayTable,
          tableName: texts.tableOfToday,
        }
      : {
          what: texts.timelineOfPlan,
          role: texts.timelineRole,
          help: texts.timelineHelp(stages, inventory.entries.length),
          hint: texts.pointAtPlace,
          table: texts.theTable,
          tableName: texts.tableOf,
        };
  const spot = looked && keepSpot(looked.spot, layout);
  const isByKeys = looked?.isByKeys === true;
  const told = spot && tellSpot(planned, layout, spot);
  const falls = spot === undefined ? [] : fallsAt(planned, layout, spot);

  const look = (at: Spot | undefined, byKeys: boolean) => {
    if (byKeys && at !== undefined) lastByKeys.current = at;
    if (isSame(looked?.spot, at) && isByKeys === byKeys) return;
    setLooked(at && { spot: at, isByKeys: byKeys });
  };
  const spotOf = (event: MouseEvent): Spot | undefined => {
    const box = chart.current?.getBoundingClientRect();
    const boxTop = ref.current?.getBoundingClientRect().top ?? 0;
    if (box === undefined) return undefined;
    // The heads stay in sight above what is scrolled below them.
    const y = event.clientY < boxTop + HEAD ? -1 : event.clientY - box.top;
    return spotAt(layout, places, event.clientX - box.left, y);
  };
  const open = (at: Spot) => {
    const lane = laneOf(layout, at);
    if (lane?.kind === 'summary') {
      const components = new Set(turned);
      if (!components.delete(lane.component)) components.add(lane.component);
      setTurnings({ lanes, components });
      return;
    }
    const { step } = tellSpot(planned, layout, at);
    if (step !== undefined && ref.current !== null) onOpenStep(step, ref.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const at = keepSpot(lastByKeys.current, layout);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(at);
      return;
    }
    const next = spotAfterKey(event.key, event.ctrlKey, at, layout);
    if (next === undefined) return;
    event.preventDefault();
    look(next, true);
  };
  const onClick = (event: MouseEvent) => {
    const at = spotOf(event);
    if (at === undefined) return;
    const isTouch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
    // A finger has nothing to point with: the first tap looks, the second opens.
    if (isTouch && !isSame(spot, at) && laneOf(layout, at)?.kind !== 'summary') look(at, false);
    else open(at);
  };
  useLayoutEffect(() => {
    if (!isByKeys || spot === undefined) return;
    // The heads are always in sight: what stands right below them comes with them.
    if (spot.row === 0 && ref.current !== null) ref.current.scrollTop = 0;
    // The whole of it first, so that only its own box is left to scroll: what is below would else cover the place.
    for (const part of [drawing.current, ref.current?.querySelector(`.${styles.cursor}`)])
      part?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  });

  return (
    <figure className={styles.figure} aria-label={named.what}>
      <div ref={drawing} className={styles.drawing}>
        <section
          ref={ref}
          className={styles.scroll}
          role="application"
          aria-roledescription={named.role}
          aria-label={named.help}
          aria-activedescendant={isByKeys ? `${id}${spot?.row}-${spot?.column}` : undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop of the Tab key for all of it
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible'))
              look(keepSpot(lastByKeys.current, layout), true);
          }}
          onBlur={() => isByKeys && look(undefined, false)}
          onPointerMove={(event) => event.pointerType !== 'touch' && look(spotOf(event), false)}
          onPointerLeave={(event) => event.pointerType !== 'touch' && !isByKeys && look(undefined, false)}
          onClick={onClick}
          data-opens={told?.step !== undefined || undefined}
          style={
            {
              '--labels': `${places.labels}px`,
              '--head': `${HEAD}px`,
              '--share': places.labels / (places.labels + places.width),
            } as React.CSSProperties
          }
        >
          <div className={styles.corner}>
            {isByKeys && spot !== undefined && (
              // Its id changes with the place, so that screen readers say each.
              <span id={`${id}${spot.row}-${spot.column}`} role="img" aria-label={told?.text} />
            )}
          </div>
          <svg
            className={styles.head}
            width={places.width}
            height={HEAD}
            viewBox={`0 0 ${places.width} ${HEAD}`}
            aria-hidden="true"
          >
            <Shapes shapes={frame.head} />
            {spot?.row === 0 && (
              <rect
                x={spot.column * places.columnWidth + 1}
                y={1}
                width={places.columnWidth - 2}
                height={HEAD - 2}
                rx={5}
                className={isByKeys ? styles.cursor : styles.spot}
              />
            )}
          </svg>
          <svg
            className={styles.labels}
            width={places.labels}
            height={places.height}
            viewBox={`0 0 ${places.labels} ${places.height}`}
            aria-hidden="true"
          >
            <Shapes shapes={drawn.labels} />
            <Shapes shapes={frame.labels} />
          </svg>
          <svg
            ref={chart}
            className={styles.chart}
            width={places.width}
            height={places.height}
            viewBox={`0 0 ${places.width} ${places.height}`}
            aria-hidden="true"
          >
            <Shapes shapes={frame.chart} />
            <Shapes shapes={drawn.chart} />
            {spot !== undefined && (
              <TimelineOverlay
                layout={layout}
                places={places}
                spot={spot}
                falls={falls}
                isByKeys={isByKeys}
                measure={measure}
              />
            )}
          </svg>
        </section>
        <TimelineTold
          told={told}
          help={named.hint}
          onOpen={(step) => ref.current !== null && onOpenStep(step, ref.current)}
        />
      </div>
      <figcaption className={styles.legend}>
        <TimelineLegend
          hasLetters={places.keys.size > 0}
          hasSkips={hasSkips(layout)}
          hasPauses={columns.some(({ mayPause }) => mayPause)}
          hasNoReturn={columns.some(({ isNoReturn }) => isNoReturn)}
          isUnderWay={columns.some(({ isHere }) => isHere)}
        />
        {layout.canFold && (
          <button
            type="button"
            className={styles.foldLanes}
            onClick={() => onLanes(lanes === 'folded' ? 'each' : 'folded')}
          >
            {lanes === 'folded' ? texts.eachLane : texts.foldLanes}
          </button>
        )}
      </figcaption>
      <TimelineTable planned={planned} layout={layout} title={named.table} name={named.tableName} />
    </figure>
  );
}
