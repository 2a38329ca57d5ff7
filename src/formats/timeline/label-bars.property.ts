/** Bars are called by what can be read, whatever the plan and the room. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Catalog, type Goal, goingBack, type Inventory, planUpgrade, tracePlan } from '../../engine';
import { loadShipped } from '../../testing/build';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { drawFrame, drawLanes } from './draw-timeline';
import { guessWidth } from './fit-text';
import { layOutTimeline } from './lay-out';
import { placeTimeline } from './place';
import type { Shape } from './shapes';

type Label = Shape & { readonly tag: 'text' };

function isLabel(shape: Shape): shape is Label {
  return shape.tag === 'text' && (shape.look === 'barLabel' || shape.look === 'barKey');
}

function draw(catalog: Catalog, inventory: Inventory, goal: Goal, room: number) {
  const plan = planUpgrade(catalog, inventory, goal);
  const states = tracePlan(catalog, inventory, plan);
  const back = goingBack(catalog, inventory, plan);
  const layout = layOutTimeline({ catalog, inventory, plan, states, back }, { lanes: 'folded' });
  const places = placeTimeline(layout, room, guessWidth);
  const { chart } = drawFrame(layout, places, true, guessWidth);
  const { labels } = drawLanes(layout, places, [0, layout.lanes.length], guessWidth);
  return { layout, places, chart, labels: chart.filter(isLabel), ofLanes: labels.filter(isLabel) };
}

function boxOf({ x, y, text, anchor, look }: Label) {
  const width = guessWidth(text, 10.5, look === 'barKey' ? 700 : 500);
  const left = anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - 8, bottom: y + 2 };
}

it('is told by a name or by a letter that a lane has, and nothing covers what is said', () => {
  let letters = 0;
  fc.assert(
    fc.property(instances, fc.constantFrom(278, 600, 1000, 1400), (instance, room) => {
      const { catalog, inventory, goal } = parseInstance(instance);
      const { chart, labels, ofLanes } = draw(catalog, inventory, goal, room);
      const known = new Set(ofLanes.map(({ text }) => text));
      const boxes = labels.map(boxOf);
      const bars = chart.flatMap((shape) =>
        shape.tag === 'rect' && shape.look.startsWith('bar') ? [shape] : [],
      );
      for (const [i, { text, look }] of labels.entries()) {
        if (look === 'barKey') {
          letters++;
          expect([...text]).toEqual([...text].toSorted());
          for (const letter of text.replace('…', '')) expect(known).toContain(letter);
        } else expect(text).not.toMatch(/^.{0,3}…/u);
        const { left, right, top, bottom } = boxes[i] ?? { left: 0, right: 0, top: 0, bottom: 0 };
        const covering = [
          ...boxes.filter((_, other) => other !== i),
          ...bars.map(({ x, y, width, height }) => ({
            left: x,
            right: x + width,
            top: y,
            bottom: y + height,
          })),
        ].filter((box) => box.left < right && box.right > left && box.top < bottom && box.bottom > top);
        expect(covering).toEqual([]);
      }
    }),
    { numRuns: fewerRuns(4) },
  );
  // Or it would say little.
  expect(letters).toBeGreaterThan(0);
});

it('calls each of four clients by something, and moves a name into the room that there is', () => {
  const { catalog, inventory } = loadShipped('worked-example', (entries) => [
    ...entries,
    { name: 'backups', component: 'client', version: '5.1.0' },
    { name: 'phones', component: 'client', version: '4.1.0' },
  ]);
  const { layout, places, labels, ofLanes } = draw(catalog, inventory, { target: '6.0.0' }, 1080);
  const [api, entrypoint] = places.bands.map(({ top, height }, i) =>
    labels
      .filter(({ x, y }) => x < places.columnWidth && y > top - 20 && y < top + height)
      .map(({ text }) => text)
      .concat(`of ${layout.bands[i]?.bars[0]?.length}`),
  );
  expect(api).toEqual(['B', 'A', 'ci +1', 'of 3']);
  expect(entrypoint).toEqual(['search', 'billing', 'of 2']);
  const laneOf = ({ y }: Label) => layout.lanes[Math.floor((y - places.lanesFrom) / places.laneHeight)]?.name;
  expect(ofLanes.map((label) => `${label.text} ${laneOf(label)}`)).toEqual(['A laptops', 'B backups']);
});
