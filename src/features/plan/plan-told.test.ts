import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Catalog,
  type Goal,
  type Inventory,
  parseCatalog,
  parseInventory,
  planUpgrade,
  tracePlan,
} from '../../engine';
import { groupSteps } from './step-groups';
import { layOutTimeline } from './timeline-layout';

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function required<T>(parsed: { ok: true; value: T } | { ok: false }): T {
  if (!parsed.ok) throw new Error('the shipped sample does not parse');
  return parsed.value;
}

const catalog: Catalog = required(parseCatalog(readJson('public/catalogs/worked-example.json')));
const sample = readJson('public/samples/worked-example.inventory.json');
const inventory: Inventory = required(parseInventory(sample, catalog));

function layOut(fleet: Inventory, goal: Goal, mayFold = true) {
  const plan = planUpgrade(catalog, fleet, goal);
  return layOutTimeline(catalog, fleet, plan, tracePlan(catalog, fleet, plan), mayFold);
}

/** The sample with each consumer a hundred times over. */
const large: Inventory = {
  ...inventory,
  entries: inventory.entries.flatMap((entry) =>
    entry.component === 'server'
      ? [entry]
      : Array.from({ length: 100 }, (_, i) => ({ ...entry, name: `${entry.name}-${i}` })),
  ),
};

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
    const billing = entrypoint?.bars.find(({ name }) => name === 'billing');
    expect(billing?.at.map(({ range, negotiated }) => [range, negotiated])).toEqual([
      [[1, 2], 2],
      [[1, 2], 2],
      [[1, 2], 2],
      [[2, 4], 4],
      [[2, 4], 4],
    ]);
  });
});

describe('many entries', () => {
  it('fold into a lane for each way that is gone, and count what they stand for', () => {
    const { lanes, isFolded } = layOut(large, { target: '6.0.0' });
    expect(isFolded).toBe(true);
    expect(lanes.map(({ name, more, detail }) => [name, more, detail])).toEqual([
      ['server', '', 'server'],
      ['ci-0', ' +99', 'client × 1200'],
      ['laptops-0', ' +99', 'client × 3500'],
      ['billing-0', ' +99', 'entrypoint × 4000'],
      ['search-0', ' +99', 'entrypoint × 1200'],
    ]);
  });

  it('have a lane each where that is asked for', () => {
    expect(layOut(large, { target: '6.0.0' }, false).lanes).toHaveLength(401);
  });

  it('are told as one step where they move alike', () => {
    const stages = groupSteps(catalog, large, planUpgrade(catalog, large, { target: '6.0.0' }));
    expect(
      stages.map(({ groups }) => groups.map(({ names, instances }) => [names.length, instances])),
    ).toEqual([[[1, 1]], [[100, 1200]], [[100, 4000]], [[1, 1]]]);
    expect(stages[1]?.groups[0]?.reason).toContain('each of them');
  });
});

it('steps of few entries are told one by one, in the order of the plan', () => {
  const stages = groupSteps(
    catalog,
    inventory,
    planUpgrade(catalog, inventory, { target: '6.0.0', consumers: 'align' }),
  );
  for (const { groups } of stages) {
    for (const { names } of groups) expect(names).toHaveLength(1);
    expect(groups.map(({ index }) => index)).toEqual(
      groups.map(({ index }) => index).toSorted((a, b) => a - b),
    );
  }
});
