/** The lower half: for each protocol what the server speaks as a stepped area, and each consumer's range against it. */
import type { ProtocolRange } from '../../engine/model/catalog';
import { formatRange } from '../wording/names';
import { BAR, type BandPlace, type Extent, extentOf, slotMiddle, versionAt } from './band-place';
import { fitLines, fitText, type Measure } from './fit-text';
import { keyOfBar, labelBars } from './label-bars';
import type { Bar, Fall, Role } from './layout';
import { type Places, PROTOCOL_DETAIL } from './place';
import type { Shape } from './shapes';

/** Rows lower than this are not told apart by lines and numbers of their own. */
const READABLE_ROW = 12;
/** Of a protocol's name, beside which its versions stand. */
const LINE = 15;
const NAME_LINES = 2;
const TICKS_APART = 17;

export function drawBandLabel(place: BandPlace, { labels }: Places, measure: Measure): Shape[] {
  const { band, top, height, rowHeight } = place;
  const every = Math.max(1, Math.ceil(READABLE_ROW / rowHeight));
  const count = Math.floor((band.highest - band.lowest) / every) + 1;
  const room = labels - TICKS_APART - measure(`${band.highest}`, 11.5, 400);
  const names = fitLines(band.name, NAME_LINES, room, 13, 600, measure);
  const lineAt = (line: number) => top + 13 + line * LINE;
  const hasDetail = names.length === 1 || LINE * (names.length + 1) <= height;
  return [
    ...names.map((text, i): Shape => ({ tag: 'text', look: 'laneName', x: 2, y: lineAt(i), text })),
    ...(hasDetail
      ? [
          {
            tag: 'text',
            look: 'laneDetail',
            x: 2,
            y: lineAt(names.length),
            text: measure(PROTOCOL_DETAIL, 11.5, 400) <= room ? PROTOCOL_DETAIL : 'versions',
          } as const,
        ]
      : []),
    ...Array.from({ length: count }, (_, i): Shape => {
      const version = band.highest - i * every;
      const y = versionAt(place, version) + 4;
      return { tag: 'text', look: 'tick', x: labels - 9, y, anchor: 'end', text: `${version}` };
    }),
  ];
}

function edgesOf(place: BandPlace, [minimum, current]: ProtocolRange) {
  const half = place.rowHeight / 2;
  return { upper: versionAt(place, current) - half, lower: versionAt(place, minimum) + half };
}

/** One area for as long as the range is known. */
function drawServer(place: BandPlace, columnWidth: number): Shape[] {
  const { band, top, height } = place;
  const shapes: Shape[] = [];
  let [upper, lower, start] = ['', '', 0];
  const close = (column: number) => {
    if (upper === '') return;
    const x = column * columnWidth;
    shapes.push(
      { tag: 'path', look: 'band', d: `M${start * columnWidth} ${upper}H${x}${lower}Z` },
      { tag: 'path', look: 'bandEdge', d: `M${start * columnWidth} ${upper}H${x}` },
      { tag: 'path', look: 'bandEdge', d: `M${x}${lower.replace('V', ' ')}` },
    );
    [upper, lower] = ['', ''];
  };
  for (const [column, range] of band.server.entries()) {
    const x = column * columnWidth;
    if (range === null) {
      close(column);
      shapes.push({
        tag: 'text',
        look: 'markUnknown',
        x: x + 8,
        y: top + height / 2 + 4,
        text: '? server',
      });
      continue;
    }
    const edges = edgesOf(place, range);
    if (upper === '') [upper, lower, start] = [`${edges.upper}`, `V${edges.lower}H${x}`, column];
    else {
      upper += `H${x}V${edges.upper}`;
      lower = `V${edges.lower}H${x}${lower}`;
    }
  }
  close(band.server.length);
  return shapes;
}

function drawServerLabels(place: BandPlace, columnWidth: number): Shape[] {
  const { band, rowHeight } = place;
  return band.server.flatMap((range, column): Shape[] => {
    if (range === null) return [];
    const before = band.server[column - 1];
    const isSame = before !== undefined && before?.[0] === range[0] && before[1] === range[1];
    const { upper } = edgesOf(place, range);
    const y = upper + Math.max(rowHeight / 2 + 4, 11);
    return isSame && column > 0 && rowHeight < READABLE_ROW
      ? []
      : [{ tag: 'text', look: 'bandLabel', x: column * columnWidth + 8, y, text: formatRange(range) }];
  });
}

function drawRange(
  look: 'bar' | 'barBroken' | 'barLimited' | 'barMoved' | 'fallen',
  role: Role,
  x: number,
  { top, bottom, half }: Extent,
): Shape {
  return {
    tag: 'rect',
    look,
    role,
    x: x - BAR / 2,
    y: top,
    width: BAR,
    height: bottom - top,
    rx: Math.min(BAR / 2, half),
  };
}

function drawCross(x: number, { top, bottom }: Extent): Shape {
  return { tag: 'path', look: 'cross', d: `M${x - 3} ${(top + bottom) / 2 - 3}l6 6m0 -6l-6 6` };
}

/** The sign of what works only partly, above its bar. */
function drawTriangle(x: number, { top }: Extent): Shape {
  return { tag: 'path', look: 'limitedSign', d: `M${x - 4} ${top - 2.5}h8l-4 -7z` };
}

function drawBar(bar: Bar, column: number, place: BandPlace, columnWidth: number): Shape[] {
  const x = slotMiddle(place, columnWidth, column, bar.slot);
  const { role } = bar;
  if (bar.range === null) {
    const y = place.top + place.height / 2 + 4;
    return [{ tag: 'text', look: 'markUnknown', x, y, anchor: 'middle', text: '?' }];
  }
  const extent = extentOf(place, bar.range);
  const standing = bar.isBroken ? 'barBroken' : bar.isLimited ? 'barLimited' : undefined;
  const shapes = [drawRange(standing ?? (bar.hasMoved ? 'barMoved' : 'bar'), role, x, extent)];
  // What is broken uses no version, whatever it could agree on.
  if (bar.negotiated !== null && !bar.isBroken) {
    const r = Math.min(3, extent.half - 0.5);
    shapes.push({ tag: 'circle', look: 'negotiated', role, cx: x, cy: versionAt(place, bar.negotiated), r });
  }
  if (bar.isBroken) shapes.push(drawCross(x, extent));
  if (bar.isLimited) shapes.push(drawTriangle(x, extent));
  return shapes;
}

function drawBarLabels(column: number, place: BandPlace, { columnWidth, keys }: Places, measure: Measure) {
  const keyOf = (bar: Bar) => keyOfBar(bar, keys);
  return labelBars(place, column, columnWidth, keyOf, measure).map(
    ({ bar, text, x, y, isKey, isAbove }): Shape => ({
      tag: 'text',
      look: isKey ? 'barKey' : 'barLabel',
      role: bar.role,
      x,
      y,
      text,
      ...(isAbove && { anchor: 'middle' }),
    }),
  );
}

export function drawBand(place: BandPlace, places: Places, measure: Measure): Shape[] {
  const { band, top, height, rowHeight } = place;
  const { columnWidth, width } = places;
  const every = rowHeight >= READABLE_ROW ? rowHeight : height;
  const grid = Array.from({ length: Math.round(height / every) + 1 }, (_, i): Shape => {
    const y = top + i * every;
    return { tag: 'line', look: 'grid', x1: 0, x2: width, y1: y, y2: y };
  });
  return [
    ...grid,
    ...drawServer(place, columnWidth),
    ...drawServerLabels(place, columnWidth),
    ...band.bars.flatMap((bars, column) => [
      ...bars.flatMap((bar) => drawBar(bar, column, place, columnWidth)),
      ...drawBarLabels(column, place, places, measure),
    ]),
  ];
}

/** Where the entry would stand without a step: out of the band. */
export function drawFall(
  { entry, column, clash }: Fall,
  role: Role,
  place: BandPlace,
  { columnWidth }: Places,
  measure: Measure,
): Shape[] {
  if (clash === undefined) return [];
  const bar = place.band.bars[column]?.find(({ names }) => names.includes(entry));
  const x = slotMiddle(place, columnWidth, column, bar?.slot ?? 0) + (bar === undefined ? 0 : BAR + 1);
  const extent = extentOf(place, clash.consumer);
  const label = fitText(`${entry} ${formatRange(clash.consumer)}`, columnWidth, 10.5, 600, measure);
  const isLeft = x + 9 + measure(label, 10.5, 600) > (column + 1) * columnWidth;
  return [
    drawRange('fallen', role, x, extent),
    drawCross(x, extent),
    {
      tag: 'text',
      look: 'fallenLabel',
      x: isLeft ? x - 9 : x + 9,
      y: (extent.top + extent.bottom) / 2 + 4,
      text: label,
      ...(isLeft && { anchor: 'end' as const }),
    },
  ];
}
