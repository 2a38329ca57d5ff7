/** All of a timeline as shapes, in parts that each stand in a place of their own. */
import { drawBand, drawBandLabel } from './draw-bands';
import { drawHead, drawHere, drawRules } from './draw-head';
import { drawLaneLabel, drawLaneTrack } from './draw-lanes';
import type { Measure } from './fit-text';
import type { TimelineLayout } from './layout';
import type { Places } from './place';
import type { Shape } from './shapes';

export interface Drawing {
  readonly head: readonly Shape[];
  /** Left of the chart, for its lanes and bands. */
  readonly labels: readonly Shape[];
  readonly chart: readonly Shape[];
}

/** What is drawn once, however many lanes are seen: heads, lines and bands. `isWhole`: it ends where the plan does. */
export function drawFrame(
  { columns }: TimelineLayout,
  places: Places,
  isWhole: boolean,
  measure: Measure,
): Drawing {
  return {
    head: drawHead(columns, places, isWhole, measure),
    labels: places.bands.flatMap((place) => drawBandLabel(place, places, measure)),
    chart: [
      ...drawRules(columns, places),
      ...places.bands.flatMap((place) => drawBand(place, places, measure)),
      ...drawHere(columns, places),
    ],
  };
}

/** The lanes from one index to before another. */
export function drawLanes(
  { columns, lanes }: TimelineLayout,
  places: Places,
  [from, to]: readonly [from: number, to: number],
  measure: Measure,
): Omit<Drawing, 'head'> {
  const shown = lanes.slice(from, to);
  return {
    labels: shown.flatMap((lane, i) => drawLaneLabel(lane, from + i, places, measure)),
    chart: shown.flatMap((lane, i) => drawLaneTrack(lane, from + i, columns.length, places, measure)),
  };
}
