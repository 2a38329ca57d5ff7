import { expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import { requireGoal } from '../../engine/parsing/parse-goal';
import { buildCatalog, buildInventory } from '../../testing/build';
import { describeLinked } from './describe-linked';

const NOTHING = { names: false, labels: false, notes: false, parameters: false, catalog: false };
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
  view: { lanes: 'folded' as const },
  ownCatalog: '{}',
};

it('lists what somebody wrote, until it is replaced', () => {
  const { holds } = describeLinked(shared, NOTHING, true);
  expect(holds).toContain('notes: why 1 entry may not move and where 1 entry comes from');
  expect(holds).toContain('that 1 entry is built elsewhere');
  const hidden = describeLinked(shared, { ...NOTHING, notes: true, names: true }, true).holds.join();
  expect(hidden).not.toMatch(/notes|comes from|by name/);
  expect(hidden).toContain('that 1 entry is built elsewhere');
});

it('says whether the file of one’s own catalog is in the link, and why not', () => {
  const inLink = 'in the link, the file of your catalog Demo';
  expect(describeLinked(shared, NOTHING, true).holds).toContain(inLink);
  expect(describeLinked(shared, NOTHING, true).leftOut).toEqual(['"host"']);
  const long = describeLinked(shared, NOTHING, false);
  expect(long.holds).not.toContain(inLink);
  expect(long.leftOut[1]).toContain('too long');
  expect(describeLinked(shared, { ...NOTHING, catalog: true }, false).leftOut[1]).toBe(
    'the file of your catalog',
  );
  // Not known yet: nothing is claimed.
  expect(describeLinked(shared, NOTHING, undefined)).toEqual({
    holds: long.holds,
    leftOut: ['"host"'],
  });
});
