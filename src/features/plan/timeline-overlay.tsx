import { slotMiddle } from '../../formats/timeline/band-place';
import { drawFall } from '../../formats/timeline/draw-bands';
import { STATION } from '../../formats/timeline/draw-lanes';
import type { Measure } from '../../formats/timeline/fit-text';
import type { Fall, TimelineLayout } from '../../formats/timeline/layout';
import { laneMiddle, type Places } from '../../formats/timeline/place';
import type { Shape } from '../../formats/timeline/shapes';
import { frameOf, type Spot } from '../../formats/timeline/spot';
import styles from './timeline.module.css';
import { Shapes } from './timeline-shapes';

/** Where a fall shows: on the entry's lane where it would break, and out of the band. */
function drawFallen(fall: Fall, layout: TimelineLayout, places: Places, measure: Measure): Shape[] {
  const index = layout.lanes.findIndex(({ entries, isOpen }) => !isOpen && entries.includes(fall.entry));
  const lane = layout.lanes[index];
  if (lane === undefined) return [];
  const x = fall.column * places.columnWidth + STATION;
  const y = laneMiddle(places, index);
  const cross: Shape = { tag: 'path', look: 'cross', d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10` };
  const ring: Shape = { tag: 'circle', look: 'fallen', cx: x, cy: y, r: 10 };
  const place = places.bands.find(({ band }) => band.protocol === fall.clash?.protocol);
  if (place === undefined) return [ring, cross];
  const bar = place.band.bars[fall.column]?.find(({ names }) => names.includes(fall.entry));
  const to = slotMiddle(place, places.columnWidth, fall.column, bar?.slot ?? 0) + 10;
  const link: Shape = {
    tag: 'path',
    look: 'fallenLink',
    d: `M${x} ${y + 11}V${place.top - 12}H${to}V${place.top}`,
  };
  return [link, ring, cross, ...drawFall(fall, lane.role, place, places, measure)];
}

/** What is marked while a place is looked at. */
export function TimelineOverlay({
  layout,
  places,
  spot,
  falls,
  isByKeys,
  measure,
}: {
  layout: TimelineLayout;
  places: Places;
  spot: Spot;
  falls: readonly Fall[];
  isByKeys: boolean;
  measure: Measure;
}) {
  const { x, y, width, height } = frameOf(spot, layout, places);
  return (
    <>
      {spot.row > 0 && (
        <>
          <rect x={0} y={y} width={places.width} height={height} className={styles.row} />
          <rect
            x={x + 1.5}
            y={y + 1}
            width={width - 3}
            height={height - 2}
            rx={4}
            className={isByKeys ? styles.cursor : styles.spot}
          />
        </>
      )}
      <g className={styles.falls}>
        <Shapes shapes={falls.flatMap((fall) => drawFallen(fall, layout, places, measure))} />
      </g>
    </>
  );
}
