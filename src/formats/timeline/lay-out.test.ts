import { describe, expect, it } from 'vitest';
import { type Goal, goingBack, type Inventory, planUpgrade, tracePlan } from '../../engine';
import { type Draft, loadShipped, multiplyConsumers } from '../../testing/build';
import { drawBand } from './draw-bands';
import { guessWidth } from './fit-text';
import { type Folding, layOutTimeline } from './lay-out';
import { placeTimeline } from './place';

const { catalog, inventory } = loadShipped('worked-example');

function layOut(fleet: Inventory, goal: Goal, folding: Folding = { lanes: 'folded' }) {
  const plan = planUpgrade(catalog, fleet, goal);
  const states = tracePlan(catalog, fleet, plan);
  return layOutTimeline(
    { catalog, inventory: fleet, plan, states, back: goingBack(catalog, fleet, plan) },
    folding,
  );
}

const large = multiplyConsumers(inventory, 100);

describe('the timeline of the worked example', () => {
  const layout = layOut(inventory, { target: '6.0.0' });

  it('has a column for now and for each stage, named by what moves', () => {
    expect(layout.columns.map(({ title, subtitle }) => `${title}: ${subtitle}`)).toEqual([
      'Now: what is deployed',
      'Server: to the bridge 5.4.0',
      'CLI: ci to 5.4.0',
      'Entrypoint: billing to 5.4.0',
      'Server: to the target 6.0.0',
    ]);
  });

  it('has a lane for each entry, with a station where it starts and at each move', () => {
    expect(
      layout.lanes.map(({ name, stations }) => [
        name,
        stations.map(({ column, version }) => `${column}: ${version}`),
      ]),
    ).toEqual([
      ['server', ['0: 5.1.0', '1: 5.4.0', '4: 6.0.0']],
      ['ci', ['0: 4.0.1', '2: 5.4.0']],
      ['laptops', ['0: 5.3.2']],
      ['billing', ['0: 3.3.0', '3: 5.4.0']],
      ['search', ['0: 4.1.0']],
    ]);
  });

  it('has a band for each protocol: what the server speaks, and against it each consumer', () => {
    const [api, entrypoint] = layout.bands;
    expect(api?.server).toEqual([
      [3, 5],
      [4, 5],
      [4, 5],
      [4, 5],
      [5, 6],
    ]);
    expect(entrypoint?.server).toEqual([
      [1, 3],
      [2, 4],
      [2, 4],
      [2, 4],
      [3, 4],
    ]);
    const billing = entrypoint?.bars.map((bars) => bars.find(({ name }) => name === 'billing'));
    expect(billing?.map((bar) => [bar?.range, bar?.negotiated])).toEqual([
      [[1, 2], 2],
      [[1, 2], 2],
      [[1, 2], 2],
      [[2, 4], 4],
      [[2, 4], 4],
    ]);
  });

  it('knows what would fall out of which band without each step, and where', () => {
    expect([...layout.falls.values()]).toEqual([
      expect.objectContaining({ step: 0, entry: 'billing', isBridge: true, column: 4 }),
      expect.objectContaining({ step: 1, entry: 'ci', isBridge: false, column: 4 }),
      expect.objectContaining({ step: 2, entry: 'billing', isBridge: false, column: 4 }),
    ]);
    expect(layout.falls.get(2)?.clash).toMatchObject({
      protocol: 'entrypoint',
      consumer: [1, 2],
      server: [3, 4],
    });
  });

  it('says where one may pause: between stages, never before the first or after the last', () => {
    expect(layout.columns.map(({ mayPause }) => mayPause)).toEqual([false, true, true, true, false]);
  });
});

describe('many entries', () => {
  it('fold into a lane for each way that is gone, and count what they stand for', () => {
    const { lanes, canFold } = layOut(large, { target: '6.0.0' });
    expect(canFold).toBe(true);
    expect(lanes.map(({ name, more, detail }) => [name, more, detail])).toEqual([
      ['server', '', 'server'],
      ['ci-0', ' +99', 'client × 1,200'],
      ['laptops-0', ' +99', 'client × 3,500'],
      ['billing-0', ' +99', 'entrypoint × 4,000'],
      ['search-0', ' +99', 'entrypoint × 1,200'],
    ]);
  });

  it('have a lane each where that is asked for, below the summary of their component', () => {
    const { lanes } = layOut(large, { target: '6.0.0' }, { lanes: 'each' });
    expect(lanes.filter(({ kind }) => kind === 'way')).toHaveLength(401);
    expect(
      lanes.filter(({ kind }) => kind === 'summary').map(({ name, entries }) => [name, entries.length]),
    ).toEqual([
      ['CLI', 200],
      ['Entrypoint', 200],
    ]);
  });

  it('that all go different ways fold into one lane for each component, which opens', () => {
    const versions = catalog.releases.map(({ version }) => version).filter((version) => version < '5.4.0');
    const entries = Array.from({ length: 80 }, (_, i) => ({
      name: `app-${i}`,
      component: i % 2 === 0 ? 'client' : 'entrypoint',
      version: versions[i % versions.length] ?? '',
      count: 1,
      ...(i % 3 === 0 && { pinned: 'vendor' }),
    }));
    const fleet = { ...inventory, entries: [...inventory.entries.slice(0, 1), ...entries] };
    const folded = layOut(fleet, { target: '5.4.0' }).lanes;
    const opened = layOut(fleet, { target: '5.4.0' }, { lanes: 'folded', turned: new Set(['client']) }).lanes;
    for (const lanes of [folded, opened]) {
      const shown = lanes.filter(({ isOpen }) => !isOpen).flatMap((lane) => lane.entries);
      expect(shown.toSorted()).toEqual(fleet.entries.map(({ name }) => name).toSorted());
    }
  });
});

describe('a pair of which an incident is known, though its ranges overlap', () => {
  const drawn = (fields: Readonly<Record<string, Draft>>) => {
    const change = (entries: readonly Draft[]) =>
      entries.map((entry) => ({ ...entry, ...fields[String(entry.name)] }));
    const layout = layOut(loadShipped('worked-example', change).inventory, { target: '6.0.0' });
    const places = placeTimeline(layout, 1000, guessWidth);
    const api = layout.bands.find(({ protocol }) => protocol === 'api');
    const laptops = api?.bars.map((bars) => bars.find(({ names }) => names.includes('laptops')));
    const [place] = places.bands;
    const column = place === undefined ? [] : drawBand(place, places, guessWidth);
    const lane = layout.lanes.find(({ name }) => name === 'laptops');
    return {
      lane,
      laptops,
      shapes: column.filter((shape) => shape.role === 'client' || shape.tag === 'path'),
    };
  };

  it('is broken in the band as it is on its lane, and uses no version', () => {
    // Built elsewhere, billing does not wait for laptops to work.
    const { lane, laptops, shapes } = drawn({
      laptops: { version: '5.4.0', pinned: 'policy' },
      billing: { source: 'external' },
    });
    expect(lane?.standing).toEqual(['broken', 'broken', 'works']);
    expect(laptops?.map((bar) => bar?.isBroken)).toEqual([true, true, false]);
    expect(laptops?.map((bar) => bar?.negotiated)).toEqual([5, 5, 5]);
    const marks = shapes.filter(({ look }) => look === 'barBroken' || look === 'cross');
    expect(marks.map(({ look }) => look)).toEqual(['barBroken', 'cross', 'barBroken', 'cross']);
    // One of each for ci, in three columns; laptops has one once it works.
    expect(shapes.filter(({ look }) => look === 'negotiated')).toHaveLength(3 + 1);
  });

  it('is limited in the band as it is on its lane, and uses what it agrees on', () => {
    const { lane, laptops, shapes } = drawn({ server: { version: '4.2.0' } });
    expect(lane?.standing[0]).toBe('limited');
    expect(lane?.standing.slice(1)).not.toContain('limited');
    expect(laptops?.map((bar) => bar?.isLimited)).toEqual(lane?.standing.map((how) => how === 'limited'));
    expect(shapes.map(({ look }) => look).filter((look) => /imited/.test(look))).toEqual([
      'barLimited',
      'limitedSign',
    ]);
    const bars = shapes.filter(({ look }) => look.startsWith('bar') && look !== 'barLabel');
    expect(shapes.filter(({ look }) => look === 'negotiated')).toHaveLength(bars.length);
  });
});
