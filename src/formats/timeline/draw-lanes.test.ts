import { describe, expect, it } from 'vitest';
import { goingBack, planUpgrade, tracePlan, verifyPlan } from '../../engine';
import { type Draft, loadShipped } from '../../testing/build';
import { drawFrame, drawLanes } from './draw-timeline';
import { fitEnds, fitLines, fitName } from './fit-text';
import { layOutTimeline } from './lay-out';
import { placeTimeline } from './place';
import { tabulate } from './tabulate';
import { writeTimelineSvg } from './write-svg';

/** Ten points for each character, whatever it is. */
const tens = (text: string) => text.length * 10;

/** Names by chance, as fleets have them. */
const fleet = (entries: readonly Draft[]): Draft[] => [
  ...entries.slice(0, 1),
  ...Array.from({ length: 60 }, (_, i): Draft => {
    const component = ['kubelet', 'kube-proxy', 'kube-controller-manager', 'kube-scheduler'][i % 4];
    const version = ['1.24.17', '1.23.17', '1.22.17', '1.21.14'][Math.floor(i / 4) % 4];
    return { name: `the-one-of-${i}`, component, version, count: 1 + (i % 9) };
  }),
];

function labelsOf(id: string, change: (entries: readonly Draft[]) => readonly Draft[], room: number) {
  const { catalog, inventory } = loadShipped(id, change);
  const target = catalog.releases.at(-1)?.version ?? '';
  const plan = planUpgrade(catalog, inventory, { target });
  const states = tracePlan(catalog, inventory, plan);
  const back = goingBack(catalog, inventory, plan);
  const layout = layOutTimeline({ catalog, inventory, plan, states, back }, { lanes: 'folded' });
  const measure = (text: string, size: number) => text.length * size * 0.55;
  const places = placeTimeline(layout, room, measure);
  const lanes = drawLanes(layout, places, [0, layout.lanes.length], measure).labels;
  const bands = drawFrame(layout, places, true, measure).labels;
  const textsOf = (shapes: typeof lanes, look: string) =>
    shapes.flatMap((shape) => (shape.tag === 'text' && shape.look === look ? [shape.text] : []));
  return {
    names: textsOf(lanes, 'laneName'),
    details: textsOf(lanes, 'laneDetail'),
    protocols: textsOf(bands, 'laneName'),
  };
}

describe('where there is little room', () => {
  it('each of many lanes says its component, whatever its entries are called', () => {
    const { names, details } = labelsOf('kubernetes', fleet, 362);
    expect(names.length).toBeGreaterThan(12);
    expect(details).toHaveLength(names.length);
    const known = /^(kube-apiserver|kubelet|kube-proxy|kube-scheduler|kube-cont…-manager)( × \d+)?$/;
    for (const detail of details) expect(detail).toMatch(known);
  });

  it('the name of a protocol goes on in a second line', () => {
    const { protocols } = labelsOf('kubernetes', fleet, 362);
    expect(protocols.slice(0, 3)).toEqual(['Node skew', 'Control plane', 'skew']);
  });
});

it('that an entry is pinned is said below its name where there is room', () => {
  const pin = (entries: readonly Draft[]) =>
    entries.map((entry) => (entry.name === 'search' ? { ...entry, pinned: 'vendor' } : entry));
  expect(labelsOf('worked-example', pin, 1000).details).toContain('entrypoint × 12, pinned');
  expect(labelsOf('worked-example', pin, 362).details).toContain('entrypoint × 12');
});

describe('what is cut', () => {
  it('keeps both ends of what differs at the end', () => {
    expect(fitEnds('kube-controller-manager', 120, 13, 400, tens)).toBe('kube-c…nager');
    expect(fitEnds('kubelet', 70, 13, 400, tens)).toBe('kubelet');
    expect(fitEnds('kubelet', 5, 13, 400, tens)).toBe('…');
  });

  it('keeps how many there are, unless nothing would be left of the name', () => {
    expect(fitName('checkout-service', ' +32', 120, 13, 600, tens)).toBe('checkou… +32');
    expect(fitName('checkout-service', ' +32', 70, 13, 600, tens)).toBe('checko…');
    expect(fitName('ci', ' +32', 60, 13, 600, tens)).toBe('ci +32');
  });

  it('goes on in the next line at a word, as long as there is one', () => {
    expect(fitLines('Control plane skew', 2, 130, 13, 600, tens)).toEqual(['Control plane', 'skew']);
    expect(fitLines('Control plane skew', 2, 90, 13, 600, tens)).toEqual(['Control', 'plane sk…']);
    expect(fitLines('Authentication', 2, 60, 13, 600, tens)).toEqual(['Authe…']);
  });
});

it('a hop that skips a required stop is marked, in the table and in the legend too', () => {
  const { catalog, inventory } = loadShipped('consul', (entries) => entries);
  const marksOf = (allowSkips: boolean) => {
    const goal = { target: catalog.releases.at(-1)?.version ?? '', allowSkips };
    const plan = planUpgrade(catalog, inventory, goal);
    const states = tracePlan(catalog, inventory, plan);
    const planned = { catalog, inventory, plan, states, back: goingBack(catalog, inventory, plan) };
    const layout = layOutTimeline(planned, { lanes: 'folded' });
    const verification = verifyPlan(catalog, inventory, goal, plan);
    const { svg } = writeTimelineSvg(planned, verification, { lanes: 'folded' });
    const table = tabulate(planned, layout);
    const cells = Array.from({ length: table.count }, (_, i) => table.rowAt(i).cells).flat();
    return {
      hops: plan.steps.filter(({ skips }) => skips !== undefined).length,
      marks: svg.match(/>! skips</g)?.length ?? 0,
      legend: svg.includes('goes beyond what the vendor promises'),
      told: cells.filter(({ note }) => note.includes('skips required stops')).length,
    };
  };
  expect(marksOf(false)).toEqual({ hops: 0, marks: 0, legend: false, told: 0 });
  const { hops, ...skipping } = marksOf(true);
  expect(hops).toBeGreaterThan(0);
  expect(skipping).toEqual({ marks: hops, legend: true, told: hops });
});
