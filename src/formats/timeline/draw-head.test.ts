import { expect, it } from 'vitest';
import { goingBack, planUpgrade, tracePlan } from '../../engine';
import { loadShipped } from '../../testing/build';
import { drawHead } from './draw-head';
import { guessWidth } from './fit-text';
import { layOutTimeline } from './lay-out';
import type { Column } from './layout';
import { placeTimeline } from './place';
import type { Shape } from './shapes';

type Label = Shape & { readonly tag: 'text' };

const { catalog, inventory } = loadShipped('consul');
const plan = planUpgrade(catalog, inventory, { target: '1.12.9' });
const states = tracePlan(catalog, inventory, plan);
const layout = layOutTimeline(
  { catalog, inventory, plan, states, back: goingBack(catalog, inventory, plan) },
  { lanes: 'folded' },
);
/** So little room that columns are as narrow as they get. */
const narrow = { ...placeTimeline(layout, 0, guessWidth), columnWidth: 112 };

function draw(columns: readonly Column[]): Label[] {
  return drawHead(columns, narrow, true, guessWidth).filter((shape) => shape.tag === 'text');
}

it('says the version of each stage, however little room there is', () => {
  const told = draw(layout.columns)
    .filter(({ look }) => look.startsWith('headDetail'))
    .map(({ text }) => text);
  expect(told).toEqual([
    'deployed',
    'bridge 1.9.17',
    '2 to 1.16.0',
    'bridge 1.10.12',
    '2 to 1.18.0',
    'bridge 1.11.11',
    '2 to 1.20.0',
    'target 1.12.9',
  ]);
});

it('cuts the name of what moves before its version, and leaves it out rather than a letter of it', () => {
  const [now, first] = layout.columns;
  if (now === undefined || first === undefined) throw new Error('there are no stages');
  const say = (words: string, version: string) => {
    const column = { ...first, subtitle: `${words} to ${version}`, brief: { words, version } };
    return draw([now, column]).filter(({ look }) => look.startsWith('headDetail'))[1]?.text;
  };
  expect(say('batch-pool', '1.24.17')).toBe('batc… 1.24.17');
  expect(say('ci', '1.24.17')).toBe('ci to 1.24.17');
  expect(say('batch-pool', '1.24.17-rc.1')).toBe('1.24.17-rc.1');
});

it('says where one stands, may pause and cannot go back in whole words beside each other', () => {
  const [now, first] = layout.columns;
  if (now === undefined || first === undefined) throw new Error('there are no stages');
  const say = (fields: Partial<Column>) => {
    const column = { ...first, mayPause: false, isHere: false, isNoReturn: false, ...fields };
    const labels = draw([now, column]).filter(
      ({ x, look }) => x > narrow.columnWidth && /^(pause|here|noReturn)Label$/.test(look),
    );
    const spans = labels
      .map(({ x, anchor, text }) => {
        const width = guessWidth(text, 10.5, 700);
        return anchor === 'end' ? { from: x - width, to: x, text } : { from: x, to: x + width, text };
      })
      .toSorted((a, b) => a.from - b.from);
    for (const [i, { from, to }] of spans.entries()) {
      expect(from).toBeGreaterThan(spans[i - 1]?.to ?? narrow.columnWidth);
      expect(to).toBeLessThan(2 * narrow.columnWidth);
    }
    return spans.map(({ text }) => text);
  };
  expect(say({ mayPause: true })).toEqual(['may pause']);
  expect(say({ isHere: true })).toEqual(['you are here']);
  expect(say({ mayPause: true, isHere: true })).toEqual(['pause', 'here']);
  expect(say({ mayPause: true, isNoReturn: true })).toEqual(['no return']);
  expect(say({ isHere: true, isNoReturn: true })).toEqual(['no return', 'here']);
  expect(say({ mayPause: true, isHere: true, isNoReturn: true })).toEqual(['no return', 'here']);
});
