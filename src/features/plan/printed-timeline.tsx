import { drawFrame, drawLanes } from '../../formats/timeline/draw-timeline';
import { layOutTimeline, type Planned } from '../../formats/timeline/lay-out';
import { hasSkips } from '../../formats/timeline/layout';
import { HEAD, placeTimeline } from '../../formats/timeline/place';
import * as texts from '../../texts/timeline';
import { measureText } from './measure-text';
import styles from './timeline.module.css';
import { TimelineLegend } from './timeline-legend';
import { Shapes } from './timeline-shapes';

/** Where a page allows it, so that nothing has to be cut short. */
const ROOM = 780;

/** A timeline on paper: one drawing that can be made any size. */
export function PrintedTimeline(planned: Planned) {
  const { plan, states } = planned;
  const layout = layOutTimeline(planned, { lanes: 'folded' });
  const places = placeTimeline(layout, ROOM, measureText);
  const isWhole = states.at(-1)?.stage === plan.steps.at(-1)?.stage;
  const frame = drawFrame(layout, places, isWhole, measureText);
  const lanes = drawLanes(layout, places, [0, layout.lanes.length], measureText);
  const { columns } = layout;
  const [width, height] = [places.labels + places.width, HEAD + places.height];
  return (
    <figure className={styles.figure} aria-label={texts.timelineOfPlan}>
      <svg className={styles.printed} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <g transform={`translate(${places.labels} 0)`}>
          <Shapes shapes={frame.head} />
        </g>
        <g transform={`translate(0 ${HEAD})`}>
          <Shapes shapes={lanes.labels} />
          <Shapes shapes={frame.labels} />
        </g>
        <g transform={`translate(${places.labels} ${HEAD})`}>
          <Shapes shapes={frame.chart} />
          <Shapes shapes={lanes.chart} />
        </g>
      </svg>
      <figcaption className={styles.legend}>
        <TimelineLegend
          hasLetters={places.keys.size > 0}
          hasSkips={hasSkips(layout)}
          hasPauses={columns.some(({ mayPause }) => mayPause)}
          hasNoReturn={columns.some(({ isNoReturn }) => isNoReturn)}
          isUnderWay={columns.some(({ isHere }) => isHere)}
        />
      </figcaption>
    </figure>
  );
}
