/** The upper half: a lane for each entry or group of them, with its moves as stations. */
import { fitEnds, fitName, fitText, isStub, type Measure } from './fit-text';
import type { Lane, Standing, Station } from './layout';
import { KEY_ROOM, laneMiddle, type Places } from './place';
import type { Look, Shape } from './shapes';

/** Where a station stands in its column. */
export const STATION = 18;
const PIN = 'm4 1.5h6m-5 0v4.5l-2 2.5h8l-2-2.5v-4.5m-2 7v5';

const MARKS: Readonly<Record<Exclude<Standing, 'works'>, { text: string; look: Look; track: Look }>> = {
  limited: { text: '△ limited', look: 'markLimited', track: 'trackLimited' },
  unknown: { text: '? unknown', look: 'markUnknown', track: 'trackUnknown' },
  broken: { text: '✕ broken', look: 'markBroken', track: 'trackBroken' },
};

/** Only the server skips, and it has no standing of its own that would be marked there. */
const SKIP = '! skips';

export function drawLaneLabel(lane: Lane, index: number, places: Places, measure: Measure): Shape[] {
  const y = laneMiddle(places, index);
  const { laneHeight, keys } = places;
  const { role } = lane;
  // By the chart, below each other.
  const labels = places.labels - (keys.size > 0 ? KEY_ROOM : 0);
  const isTall = laneHeight >= 36;
  const shapes: Shape[] = [];
  let indent = 2;
  if (lane.kind === 'summary') {
    const d = lane.isOpen ? `M3 ${y - 2.5}h9l-4.5 6z` : `M5 ${y - 4.5}v9l6-4.5z`;
    shapes.push({ tag: 'path', look: 'fold', d });
    indent = 17;
  } else if (lane.isPinned) {
    shapes.push({ tag: 'path', look: 'pin', d: `M0 ${y - (isTall ? 14 : 7)}${PIN}` });
    indent = 16;
  }
  const [first = ''] = lane.entries;
  const key = lane.kind === 'way' ? keys.get(first) : undefined;
  if (key !== undefined) {
    const name = isTall ? y - 2 : y + 4.5;
    shapes.push({
      tag: 'text',
      look: 'barKey',
      role,
      x: places.labels - 9,
      y: name,
      anchor: 'end',
      text: key,
    });
  }
  if (isTall) {
    const x = lane.kind === 'summary' ? indent : 2;
    shapes.push(
      {
        tag: 'text',
        look: 'laneName',
        role,
        x: indent,
        y: y - 2,
        text: fitName(lane.name, lane.more, labels - 8 - indent, 13, 600, measure),
      },
      {
        tag: 'text',
        look: 'laneDetail',
        x,
        y: y + 12,
        text: fitDetail(lane, places.labels - 8 - x, measure),
      },
    );
    return shapes;
  }
  const count = lane.kind === 'summary' ? `${lane.entries.length}` : lane.detail.replace(/^.*?(×|$)/s, '$1');
  const taken = count === '' ? 0 : measure(count, 11.5, 400) + 8;
  const room = labels - 12 - indent;
  const beside = fitName(lane.name, lane.more, room - taken, 13, 600, measure);
  const hasCount = count !== '' && !isStub(beside, lane.name);
  shapes.push({
    tag: 'text',
    look: lane.kind === 'summary' ? 'laneEntries' : 'laneName',
    role,
    x: indent,
    y: y + 4.5,
    text: hasCount ? beside : fitName(lane.name, lane.more, room, 13, 600, measure),
  });
  if (hasCount)
    shapes.push({ tag: 'text', look: 'laneDetail', x: labels - 10, y: y + 4.5, anchor: 'end', text: count });
  return shapes;
}

/** The component is cut last: that it is pinned is drawn, too, and how many there are stands in the inventory. */
function fitDetail({ kind, component, detail, isPinned }: Lane, room: number, measure: Measure): string {
  const ways = [isPinned ? `${detail}, pinned` : detail, detail];
  const whole = ways.find((text) => measure(text, 11.5, 400) <= room);
  if (whole !== undefined) return whole;
  return fitEnds(kind === 'way' ? component : detail, room, 11.5, 400, measure);
}

function stationText({ version, moves, column }: Station, lane: Lane): string {
  if (lane.kind === 'way') return version;
  return column > 0 && moves < lane.entries.length ? `${moves} to ${version}` : version;
}

function drawStation(
  station: Station,
  lane: Lane,
  y: number,
  columnWidth: number,
  measure: Measure,
): { readonly shapes: Shape[]; readonly end: number } {
  const { role } = lane;
  const x = station.column * columnWidth + STATION;
  const isStart = station.step === undefined;
  const from = x + (isStart ? 12 : 15);
  const [size, weight] = isStart ? [13, 500] : [13, 700];
  const text = fitText(stationText(station, lane), columnWidth - 42, size, weight, measure);
  const shapes: Shape[] = [];
  const version: Shape = {
    tag: 'text',
    look: isStart ? 'versionNow' : 'version',
    role,
    x: from,
    y: y + 4.5,
    text,
  };
  if (isStart) {
    shapes.push({ tag: 'circle', look: 'origin', role, cx: x, cy: y, r: 6 }, version);
  } else {
    const { isRequired } = station;
    if (lane.kind === 'summary')
      shapes.push({ tag: 'circle', look: 'stopOptional', role, cx: x + 3.5, cy: y, r: 9 });
    shapes.push(
      { tag: 'circle', look: isRequired ? 'stop' : 'stopOptional', role, cx: x, cy: y, r: 9 },
      {
        tag: 'path',
        look: isRequired ? 'arrow' : 'arrowOptional',
        role,
        d: station.isDone
          ? `M${x - 4} ${y + 0.5}l2.8 3l5.2 -6.5`
          : `M${x - 4} ${y}h7.5M${x + 0.5} ${y - 3.2}l3.2 3.2l-3.2 3.2`,
      },
      version,
    );
  }
  return { shapes, end: from + measure(text, size, weight) };
}

/** The columns in which it looks alike, from the first to the last of each run. */
function runsOf(lane: Lane, count: number): { from: number; to: number; look: Look; standing: Standing }[] {
  const runs: { from: number; to: number; look: Look; standing: Standing }[] = [];
  const lastMove = lane.stations.at(-1)?.column ?? 0;
  const moves = lane.stations.length > 1;
  for (let column = 0; column < count; column++) {
    const standing = lane.standing[column] ?? 'works';
    const free = !moves ? 'trackStays' : column >= lastMove ? 'trackArrived' : 'trackAhead';
    const look = standing === 'works' ? free : MARKS[standing].track;
    const before = runs.at(-1);
    if (before?.look === look) before.to = column;
    else runs.push({ from: column, to: column, look, standing });
  }
  return runs;
}

export function drawLaneTrack(
  lane: Lane,
  index: number,
  count: number,
  places: Places,
  measure: Measure,
): Shape[] {
  const y = laneMiddle(places, index);
  const { columnWidth } = places;
  const runs = runsOf(lane, count);
  const ends = new Map<number, number>();
  const stations = lane.stations.flatMap((station) => {
    const { shapes, end } = drawStation(station, lane, y, columnWidth, measure);
    ends.set(station.column, end);
    return shapes;
  });
  const lines = runs.map(({ from, to, look }): Shape => {
    const isLast = to === count - 1;
    const x1 = from * columnWidth + STATION;
    const x2 = (to + 1) * columnWidth + (isLast ? -8 : STATION);
    return { tag: 'line', look, role: lane.role, x1, x2, y1: y, y2: y };
  });
  const mark = (column: number, text: string, look: Look): Shape => {
    const x = (ends.get(column) ?? column * columnWidth + STATION) + 9;
    const room = (column + 1) * columnWidth + STATION - 12 - x;
    const [sign = ''] = text;
    return { tag: 'text', look, x, y: y + 4, text: measure(text, 11, 600) <= room ? text : sign };
  };
  const standings = runs.flatMap(({ from, standing }): Shape[] =>
    standing === 'works' ? [] : [mark(from, MARKS[standing].text, MARKS[standing].look)],
  );
  const skips = lane.stations.flatMap(({ column, isSkip }): Shape[] =>
    isSkip ? [mark(column, SKIP, 'markLimited')] : [],
  );
  return [...lines, ...standings, ...skips, ...stations];
}
