import { expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import { requireGoal } from '../../engine/parsing/parse-goal';
import { buildCatalog, buildInventory } from '../../testing/build';
import { describeLinked } from './describe-linked';

const WITH = { hasCatalog: true, notDoneThere: 0 };
const WITHOUT = { hasCatalog: false, notDoneThere: 0 };
const NOTHING = {
  names: false,
  labels: false,
  notes: false,
  parameters: false,
  progress: false,
  catalog: false,
};
const catalog = buildCatalog();
const inventory = buildInventory(catalog, [
  { name: 'server', component: 'server', version: '1.0.0', source: 'our registry', host: 'a1' },
  { name: 'ci', component: 'client', version: '1.0.0', source: 'external', pinned: 'frozen' },
]);
const goal = requireGoal({ target: '1.0.0' }, catalog, inventory);
const shared = {
  catalog,
  inventory,
  goal,
  plan: planUpgrade(catalog, inventory, goal),
  mark: { id: 'demo', updated: '2026-01-01', digest: 'ab' },
  parameters: {},
  progress: [],
  view: { lanes: 'folded' as const },
  ownCatalog: '{}',
};

it('lists what somebody wrote, until it is replaced', () => {
  const { holds } = describeLinked(shared, NOTHING, WITH);
  expect(holds).toContain('notes: why 1 entry may not move and where 1 entry comes from');
  expect(holds).toContain('that 1 entry is built elsewhere');
  const hidden = describeLinked(shared, { ...NOTHING, notes: true, names: true }, WITH).holds.join();
  expect(hidden).not.toMatch(/notes|comes from|by name/);
  expect(hidden).toContain('that 1 entry is built elsewhere');
});

it('says how far the plan is, and what of that a plan with other names does not tell', () => {
  const releases = ['1.0.0', '1.1.0'].map((version) => ({ version, protocols: { api: [1, 1] } }));
  const rising = buildCatalog({ releases });
  const fleet = buildInventory(rising, [{ name: 'server', component: 'server', version: '1.0.0' }]);
  const towards = requireGoal({ target: '1.1.0' }, rising, fleet);
  const plan = planUpgrade(rising, fleet, towards);
  const carried = {
    ...shared,
    ...{ catalog: rising, inventory: fleet, goal: towards, plan },
    progress: [{ entry: 'server', from: '1.0.0', to: '1.1.0' }],
  };
  const tell = (hidden = {}, notDoneThere = 0) =>
    describeLinked(carried, { ...NOTHING, ...hidden }, { ...WITH, notDoneThere });
  expect(tell().holds).toContain('which steps are done: 1 of 1');
  expect(tell({ progress: true }).holds.join()).not.toContain('done');
  expect(describeLinked({ ...carried, progress: [] }, NOTHING, WITH).holds.join()).not.toContain('done');
  const lost = tell({ names: true }, 1);
  expect(lost.holds.join()).not.toContain('done');
  expect(lost.leftOut).toContain('that 1 step is done, of which there is none in the plan with other names');
});

it('says whether the file of one’s own catalog is in the link, and why not', () => {
  const inLink = 'in the link, the file of your catalog Demo';
  expect(describeLinked(shared, NOTHING, WITH).holds).toContain(inLink);
  expect(describeLinked(shared, NOTHING, WITH).leftOut).toEqual(['"host"']);
  const long = describeLinked(shared, NOTHING, WITHOUT);
  expect(long.holds).not.toContain(inLink);
  expect(long.leftOut[1]).toContain('too long');
  expect(describeLinked(shared, { ...NOTHING, catalog: true }, WITHOUT).leftOut[1]).toBe(
    'the file of your catalog',
  );
  // Not known yet: nothing is claimed.
  expect(describeLinked(shared, NOTHING, undefined)).toEqual({
    holds: long.holds,
    leftOut: ['"host"'],
  });
});
