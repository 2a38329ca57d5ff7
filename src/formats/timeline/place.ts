/** Where does everything of a timeline stand? In pixels, worked out once for the page, paper and files. */

import { formatRange } from '../wording/names';
import type { BandPlace } from './band-place';
import type { Measure } from './fit-text';
import { findKeys, type Keys } from './label-bars';
import type { Band, TimelineLayout } from './layout';

/** Of the heads of the stages, with the line of pauses below them. */
export const HEAD = 66;
const LANES_FROM = 4;
const MIN_COLUMN = 112;
const MAX_COLUMN = 240;
/** Said below the name of a protocol. */
export const PROTOCOL_DETAIL = 'protocol versions';
const NARROWEST_LABELS = 96;
/** Where there is little room, and else. */
const WIDEST_LABELS = [112, 210] as const;
const BAND_GAP = 26;
const NARROWEST_SLOT = 14;
const WIDEST_SLOT = 58;
const ROOMY_LANES = 7;
const TALLEST_BAND = 168;
/** What a bar needs beside it for a name or a number. */
const LABELLED_SLOT = 30;
/** What a lane needs for its letter. */
export const KEY_ROOM = 14;

export interface Places {
  /** Width of the labels on the left. */
  readonly labels: number;
  readonly columnWidth: number;
  /** Without the labels. */
  readonly width: number;
  /** Below the heads; lanes and bands are placed from there. */
  readonly height: number;
  readonly laneHeight: number;
  readonly lanesFrom: number;
  readonly bandsFrom: number;
  readonly bands: readonly BandPlace[];
  /** Of the entries whose bars are called by letters. */
  readonly keys: Keys;
}

/** A name and what it is need a line each there. */
function isNarrow(room: number): boolean {
  return room > 0 && room < 560;
}

function rowHeightOf({ lowest, highest }: Band): number {
  const versions = highest - lowest + 1;
  return versions <= 6 ? 20 : Math.min(14, TALLEST_BAND / versions);
}

function labelWidth(band: Band, measure: Measure): number {
  return Math.max(0, ...band.server.map((range) => (range ? measure(formatRange(range), 11.5, 700) : 0)));
}

/** As wide as the names need, within bounds. */
function labelsWidth({ lanes, bands }: TimelineLayout, room: number, measure: Measure): number {
  const isCompact = lanes.length > ROOMY_LANES + 5;
  const names = lanes.map(({ name, more, detail }) => {
    const beside = isCompact ? Math.min(52, measure(detail.replace(/^.*?(×|$)/s, '$1'), 11.5, 400)) + 22 : 18;
    return measure(`${name.slice(0, 60)}${more}`, 13, 600) + beside;
  });
  const protocols = bands.map(
    ({ name }) => Math.max(measure(name.slice(0, 60), 13, 600), measure(PROTOCOL_DETAIL, 11.5, 400)) + 48,
  );
  const widest = isNarrow(room) ? WIDEST_LABELS[0] : WIDEST_LABELS[1];
  return Math.ceil(Math.max(NARROWEST_LABELS, Math.min(widest, Math.max(0, ...names, ...protocols))));
}

/** `room`: how wide it may be, where it can be; wide plans are wider. */
export function placeTimeline(layout: TimelineLayout, room: number, measure: Measure): Places {
  const labels = labelsWidth(layout, room, measure);
  const places = placeBeside(labels, layout, room, measure);
  return places.keys.size === 0 ? places : placeBeside(labels + KEY_ROOM, layout, room, measure);
}

function placeBeside(labels: number, layout: TimelineLayout, room: number, measure: Measure): Places {
  const { columns, lanes, bands } = layout;
  const barsFrom = new Map(bands.map((band) => [band.protocol, Math.ceil(labelWidth(band, measure)) + 18]));
  const least = Math.max(
    MIN_COLUMN,
    ...bands.map(
      (band) =>
        (barsFrom.get(band.protocol) ?? 0) +
        6 +
        band.slots * (band.slots <= 3 ? LABELLED_SLOT : NARROWEST_SLOT),
    ),
  );
  const free = Math.floor((room - labels) / columns.length);
  const columnWidth = Math.max(Math.min(least, MAX_COLUMN), Math.min(MAX_COLUMN, free));
  const laneHeight = lanes.length <= ROOMY_LANES ? 42 : lanes.length <= 12 || isNarrow(room) ? 36 : 26;
  const lanesFrom = LANES_FROM;
  const bandsFrom = lanesFrom + lanes.length * laneHeight + 12;
  let top = bandsFrom;
  const placed = bands.map((band): BandPlace => {
    const rowHeight = rowHeightOf(band);
    const height = Math.max(34, (band.highest - band.lowest + 1) * rowHeight);
    const from = barsFrom.get(band.protocol) ?? 0;
    const slot = Math.min(WIDEST_SLOT, (columnWidth - from - 4) / Math.max(1, band.slots));
    const place = { band, top, height, rowHeight, barsFrom: from, slot };
    top += height + BAND_GAP;
    return place;
  });
  return {
    labels,
    columnWidth,
    width: columnWidth * columns.length,
    height: bands.length === 0 ? bandsFrom : top - BAND_GAP + 6,
    laneHeight,
    lanesFrom,
    bandsFrom,
    bands: placed,
    keys: findKeys(lanes, placed, columnWidth, measure),
  };
}

export function laneMiddle({ lanesFrom, laneHeight }: Places, lane: number): number {
  return lanesFrom + (lane + 0.5) * laneHeight;
}
