/**
 * Which place of the timeline is meant, under a pointer or by keys; and what is it about?
 *
 * Row 0 has the heads of the stages, lanes follow, then bands.
 */
import { slotMiddle } from './band-place';
import { fallsOf, type Told, tellBand, tellLane, tellStage } from './describe-timeline';
import type { Planned } from './lay-out';
import type { Bar, Fall, Lane, TimelineLayout } from './layout';
import type { Places } from './place';

export interface Spot {
  readonly row: number;
  readonly column: number;
  /** Of a band: the bar that is meant. */
  readonly bar?: Bar;
}

/** What reaches out of a band, and above and below it still counts as the band. */
const AROUND_BAND = 8;
const AROUND_BAR = 9;
const FALLS_SHOWN = 3;

export function countRows({ lanes, bands }: TimelineLayout): number {
  return 1 + lanes.length + bands.length;
}

/** The same place in another layout, or the nearest that there is. */
export function keepSpot({ row, column, bar }: Spot, layout: TimelineLayout): Spot {
  const at = {
    row: Math.min(row, countRows(layout) - 1),
    column: Math.min(column, layout.columns.length - 1),
  };
  const bars = layout.bands[at.row - 1 - layout.lanes.length]?.bars[at.column];
  const kept = bar && bars?.find(({ key }) => key === bar.key);
  return kept === undefined ? at : { ...at, bar: kept };
}

export function laneOf({ lanes }: TimelineLayout, { row }: Spot): Lane | undefined {
  return lanes[row - 1];
}

/** `x` from the left edge of the first column, `y` from below the heads. */
export function spotAt(layout: TimelineLayout, places: Places, x: number, y: number): Spot | undefined {
  const column = Math.max(0, Math.floor(x / places.columnWidth));
  if (column >= layout.columns.length) return undefined;
  if (y < 0) return { row: 0, column };
  const lane = Math.floor((y - places.lanesFrom) / places.laneHeight);
  if (lane >= 0 && lane < layout.lanes.length) return { row: 1 + lane, column };
  const band = places.bands.findIndex(
    ({ top, height }) => y >= top - AROUND_BAND && y <= top + height + AROUND_BAND,
  );
  const place = places.bands[band];
  if (place === undefined) return undefined;
  const row = 1 + layout.lanes.length + band;
  const bar = place.band.bars[column]?.find(
    ({ slot }) => Math.abs(slotMiddle(place, places.columnWidth, column, slot) - x) <= AROUND_BAR,
  );
  return { row, column, ...(bar !== undefined && { bar }) };
}

/** Where a spot is, to be marked: below the heads, but for row 0. */
export function frameOf({ row, column }: Spot, layout: TimelineLayout, places: Places) {
  const { columnWidth: width, laneHeight, lanesFrom } = places;
  const x = column * width;
  if (row <= layout.lanes.length)
    return { x, y: lanesFrom + (row - 1) * laneHeight, width, height: laneHeight };
  const band = places.bands[row - 1 - layout.lanes.length];
  return { x, y: (band?.top ?? 0) - 4, width, height: (band?.height ?? 0) + 8 };
}

export function tellSpot(planned: Planned, layout: TimelineLayout, spot: Spot): Told {
  const column = layout.columns[spot.column];
  if (column === undefined) return { text: '' };
  if (spot.row === 0) return tellStage(planned, column);
  const lane = laneOf(layout, spot);
  if (lane !== undefined) return tellLane(planned, layout, lane, spot.column);
  const band = layout.bands[spot.row - 1 - layout.lanes.length];
  return band === undefined ? { text: '' } : tellBand(planned, layout, band, spot.column, spot.bar);
}

/** What would fall without what is there: to be shown where it would. */
export function fallsAt({ plan }: Planned, layout: TimelineLayout, spot: Spot): Fall[] {
  const falls = [...layout.falls.values()];
  if (spot.row === 0) {
    const stage = layout.columns[spot.column]?.stage;
    return falls.filter(({ step }) => plan.steps[step]?.stage === stage).slice(0, FALLS_SHOWN);
  }
  const lane = laneOf(layout, spot);
  if (lane !== undefined) {
    const station = lane.stations.find(({ column }) => column === spot.column);
    const fall = station?.step === undefined ? undefined : layout.falls.get(station.step);
    return fall === undefined ? [] : [fall];
  }
  const band = layout.bands[spot.row - 1 - layout.lanes.length];
  if (band === undefined) return [];
  return fallsOf(layout, band, spot.column, spot.bar)
    .slice(0, FALLS_SHOWN)
    .flatMap((step) => layout.falls.get(step) ?? []);
}
