/** The drawing and the table have the same content, for any plan. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goingBack, planUpgrade, tracePlan } from '../../engine';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns, RUNS } from '../../testing/runs';
import { formatRange } from '../wording/names';
import type { BandPlace } from './band-place';
import { drawFrame, drawLanes } from './draw-timeline';
import { layOutTimeline, type Planned } from './lay-out';
import type { TimelineLayout } from './layout';
import { type Places, placeTimeline } from './place';
import type { Shape } from './shapes';
import { type TableRow, tabulate } from './tabulate';

/** So narrow that nothing is cut. */
const narrow = () => 0.01;

const TRACKS: Readonly<Record<string, string>> = {
  trackBroken: 'broken',
  trackUnknown: 'not known to work',
  trackLimited: 'limited',
};

/** Everything that a lane's shapes say, as facts like those of the table. */
function readLane(name: string, shapes: readonly Shape[], { columnWidth }: Places): string[] {
  return shapes.flatMap((shape) => {
    if (shape.tag === 'text' && (shape.look === 'version' || shape.look === 'versionNow'))
      return [`${name} has ${shape.text} from ${Math.floor(shape.x / columnWidth)}`];
    const standing = shape.tag === 'line' ? TRACKS[shape.look] : undefined;
    if (shape.tag !== 'line' || standing === undefined) return [];
    const from = Math.floor(shape.x1 / columnWidth);
    const to = Math.round(shape.x2 / columnWidth) - 1;
    return Array.from({ length: to - from + 1 }, (_, i) => `${name} ${standing} in ${from + i}`);
  });
}

function versionsAt({ band, top, rowHeight }: BandPlace, y: number): number {
  return band.highest - Math.floor((y - top) / rowHeight);
}

function readBand(place: BandPlace, shapes: readonly Shape[], { columnWidth }: Places): string[] {
  const { band, top, height } = place;
  const facts: string[] = [];
  for (const [i, shape] of shapes.entries()) {
    const isHere = (y: number) => y > top - 10 && y < top + height + 10;
    if (shape.tag === 'text' && shape.look === 'bandLabel' && isHere(shape.y))
      facts.push(`the server speaks ${band.name} ${shape.text} in ${Math.floor(shape.x / columnWidth)}`);
    if (shape.tag !== 'rect' || !shape.look.startsWith('bar') || !isHere(shape.y)) continue;
    const range = [
      versionsAt(place, shape.y + shape.height - 0.01),
      versionsAt(place, shape.y + 0.01),
    ] as const;
    const next = shapes[i + 1];
    const used =
      next?.tag === 'circle' && next.look === 'negotiated'
        ? `uses ${versionsAt(place, next.cy)}`
        : 'nothing in use';
    facts.push(`${band.name} ${formatRange(range)}, ${used} in ${Math.floor(shape.x / columnWidth)}`);
  }
  return facts;
}

function readDrawing(layout: TimelineLayout): string[] {
  const places = placeTimeline(layout, 1000, narrow);
  const { head, chart } = drawFrame(layout, places, true, narrow);
  const column = (x: number) => Math.floor(x / places.columnWidth);
  return [
    ...layout.lanes.flatMap((lane, i) =>
      readLane(lane.name, drawLanes(layout, places, [i, i + 1], narrow).chart, places),
    ),
    ...places.bands.flatMap((place) => readBand(place, chart, places)),
    ...head.flatMap((shape) => {
      if (shape.look === 'pauseLabel' && shape.tag === 'text') return [`may pause after ${column(shape.x)}`];
      return shape.look === 'noReturnLabel' && shape.tag === 'text'
        ? [`no return in ${column(shape.x)}`]
        : [];
    }),
  ];
}

function readEntry({ name, cells }: TableRow): string[] {
  return cells.flatMap(({ main, note, details, hasMoved }, column) => [
    ...(column === 0 || hasMoved ? [`${name} has ${main} from ${column}`] : []),
    ...note
      .split(', ')
      // What is broken is not also drawn as limited.
      .filter(
        (word, _, words) =>
          Object.values(TRACKS).includes(word) &&
          (word !== 'limited' ||
            words.every((other) => other === 'limited' || other === 'moves' || other === 'not required')),
      )
      .map((word) => `${name} ${word} in ${column}`),
    ...(details[0] ?? '')
      .split('; ')
      .filter((spoken) => / \d.*, (uses|would agree on|not agreed)/.test(spoken))
      .map((spoken) => spoken.replace(/(would agree on \d+|not agreed)$/, 'nothing in use'))
      .map((spoken) => `${spoken} in ${column}`),
  ]);
}

function readTable(planned: Planned, layout: TimelineLayout): string[] {
  const { count, rowAt } = tabulate(planned, layout);
  return Array.from({ length: count }, (_, i) => rowAt(i)).flatMap((row) => {
    if (row.key.startsWith('entry ')) return readEntry(row);
    if (row.key.startsWith('protocol '))
      return row.cells.flatMap(({ main }, column) =>
        main === 'not known' ? [] : [`the server speaks ${row.name} ${main} in ${column}`],
      );
    return row.cells.flatMap(({ main, note }, column) => [
      ...(main.startsWith('You may pause') ? [`may pause after ${column}`] : []),
      ...(note === 'Point of no return.' ? [`no return in ${column}`] : []),
    ]);
  });
}

it('whatever is drawn stands in the table, and whatever stands in the table is drawn', () => {
  let pauses = 0;
  let broken = 0;
  fc.assert(
    fc.property(instances, (instance) => {
      const { catalog, inventory, goal } = parseInstance(instance);
      const plan = planUpgrade(catalog, inventory, goal);
      const states = tracePlan(catalog, inventory, plan);
      const planned = { catalog, inventory, plan, states, back: goingBack(catalog, inventory, plan) };
      const layout = layOutTimeline(planned, { lanes: 'each' });
      const [drawn, told] = [new Set(readDrawing(layout)), new Set(readTable(planned, layout))];
      expect([...drawn].toSorted()).toEqual([...told].toSorted());
      if ([...drawn].some((fact) => fact.startsWith('may pause'))) pauses++;
      if ([...drawn].some((fact) => fact.includes('broken'))) broken++;
    }),
    { numRuns: fewerRuns(4) },
  );
  // Or it would say little.
  expect(pauses).toBeGreaterThan(RUNS / 100);
  expect(broken).toBeGreaterThan(RUNS / 100);
});
