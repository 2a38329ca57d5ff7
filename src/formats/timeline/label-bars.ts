/**
 * What is each bar of a band called?
 *
 * By its name, where it begins and where it moves, if enough of that has room beside it; else by a letter that stands on its
 * lane, too.
 */
import { BAR, type BandPlace, extentOf, slotMiddle, versionAt } from './band-place';
import { fitText, isStub, type Measure } from './fit-text';
import type { Bar, Lane } from './layout';

interface BarLabel {
  readonly bar: Bar;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isKey: boolean;
  readonly isAbove: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Letters by entry. */
export type Keys = ReadonlyMap<string, string>;

export const KEY_WEIGHT = 700;
export const LABEL_SIZE = 10.5;
const NAME_WEIGHT = 500;
/** From the middle of a bar to what is said beside it, and from that to the next bar. */
const ASIDE = 8;
const APART = 3;
/** What a line of text takes above its baseline and below it. */
const RISE = 9;
const DROP = 3;
const SIGN_ABOVE = 10;
/** Where a bar is of entries in more lanes than these, the first one's letter stands for all. */
const LETTERS_SHOWN = 3;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function wantsName({ name, hasMoved }: Bar, column: number): boolean {
  return column === 0 || hasMoved || name === '';
}

/** As much of its name as says something; how many it stands for is never cut. */
function nameWithin({ name, more }: Bar, room: number, measure: Measure): string | undefined {
  const after = more === '' ? 0 : measure(more, LABEL_SIZE, NAME_WEIGHT);
  if (name === '') return after <= room ? more : undefined;
  const cut = fitText(name, room - after, LABEL_SIZE, NAME_WEIGHT, measure);
  return isStub(cut, name) ? undefined : `${cut}${more}`;
}

function boxOf(bar: Bar, middle: number, place: BandPlace): Box {
  const [left, right] = [middle - BAR / 2, middle + BAR / 2];
  if (bar.range === null) {
    const y = place.top + place.height / 2 + 4;
    return { left, right, top: y - RISE, bottom: y + DROP };
  }
  const { top, bottom } = extentOf(place, bar.range);
  return { left, right, top: bar.isLimited ? top - SIGN_ABOVE : top, bottom };
}

/** In one column. `keyOf`: the letters by which a bar could be called, or nothing. */
export function labelBars(
  place: BandPlace,
  column: number,
  columnWidth: number,
  keyOf: (bar: Bar) => string,
  measure: Measure,
): BarLabel[] {
  const bars = (place.band.bars[column] ?? []).map((bar) => {
    const middle = slotMiddle(place, columnWidth, column, bar.slot);
    return { bar, middle, box: boxOf(bar, middle, place) };
  });
  const end = (column + 1) * columnWidth;
  const taken: Box[] = bars.map(({ box }) => box);
  const labels: BarLabel[] = [];
  const put = (label: BarLabel, left: number, width: number) => {
    labels.push(label);
    taken.push({ left, right: left + width, top: label.y - RISE, bottom: label.y + DROP });
  };
  const between = (left: number, y: number) =>
    taken.filter((box) => box.right > left && box.top < y + DROP && box.bottom > y - RISE);

  const label = ({ bar, middle, box }: (typeof bars)[number], isNamed: boolean) => {
    if (bar.range === null) return;
    const x = middle + ASIDE;
    const y = versionAt(place, bar.range[1]) + 4;
    const room = Math.min(end, ...between(x, y).map(({ left }) => left)) - APART - x;
    const name = isNamed ? nameWithin(bar, room, measure) : undefined;
    if (name !== undefined) {
      put({ bar, text: name, x, y, isKey: false, isAbove: false }, x, measure(name, LABEL_SIZE, NAME_WEIGHT));
      return;
    }
    const text = keyOf(bar);
    if (text === '') return;
    const width = measure(text, LABEL_SIZE, KEY_WEIGHT);
    if (width <= room) {
      put({ bar, text, x, y, isKey: true, isAbove: false }, x, width);
      return;
    }
    const above = box.top - DROP;
    const left = middle - width / 2;
    if (left + width < end && between(left, above).every((other) => other.left > left + width))
      put({ bar, text, x: middle, y: above, isKey: true, isAbove: true }, left, width);
  };
  // From the right: what is said of the next bar is known by then.
  for (const one of bars.toReversed()) if (wantsName(one.bar, column)) label(one, true);
  for (const one of bars) if (!wantsName(one.bar, column)) label(one, false);
  return labels;
}

function lanesOf({ name, names }: Bar, laneOf: ReadonlyMap<string, Lane>): Lane[] {
  // Bars that are joined in a column are called by how many they are.
  if (name === '') return [];
  const lanes = new Set<Lane>();
  for (const entry of names) {
    const lane = laneOf.get(entry);
    if (lane !== undefined) lanes.add(lane);
    if (lanes.size > LETTERS_SHOWN) break;
  }
  return [...lanes];
}

function joinLetters(letters: readonly string[]): string {
  return letters.length > LETTERS_SHOWN ? `${letters[0]}…` : letters.join('');
}

/** The letters of a bar, in the order in which its lanes have them. */
export function keyOfBar({ name, names }: Bar, keys: Keys): string {
  if (name === '' || keys.size === 0) return '';
  return joinLetters([...new Set(names.flatMap((entry) => keys.get(entry) ?? []))].toSorted());
}

/** Letters for the lanes of those bars for whose names there is too little room, in the order of the lanes. */
export function findKeys(
  lanes: readonly Lane[],
  bands: readonly BandPlace[],
  columnWidth: number,
  measure: Measure,
): Keys {
  const ways = lanes.filter(({ kind }) => kind === 'way');
  const laneOf = new Map(ways.flatMap((lane) => lane.entries.map((entry) => [entry, lane] as const)));
  const wanting = new Set<Lane>();
  for (const place of bands) {
    for (const column of place.band.bars.keys()) {
      const widest = (bar: Bar) => joinLetters(lanesOf(bar, laneOf).map(() => 'M'));
      for (const { bar, isKey } of labelBars(place, column, columnWidth, widest, measure)) {
        if (isKey && wantsName(bar, column)) for (const lane of lanesOf(bar, laneOf)) wanting.add(lane);
      }
    }
  }
  const lettered = ways.filter((lane) => wanting.has(lane)).slice(0, LETTERS.length);
  return new Map(
    lettered.flatMap(({ entries }, i) => entries.map((entry) => [entry, LETTERS[i] ?? ''] as const)),
  );
}
