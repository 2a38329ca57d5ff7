/** The example of Waypoint's compatibility page, and the plan that it leads to. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assessInventory, parseCatalog, parseInventory, planUpgrade } from '../../engine';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../public/${path}`, import.meta.url), 'utf8'));
}

function load() {
  const catalog = parseCatalog(readJson('catalogs/worked-example.json'));
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.problems));
  const inventory = parseInventory(readJson('samples/worked-example.inventory.json'), catalog.value);
  if (!inventory.ok) throw new Error(JSON.stringify(inventory.problems));
  return { catalog: catalog.value, inventory: inventory.value };
}

const { catalog, inventory } = load();

it('says that it is made up', () => {
  expect(catalog.fictional).toBe(true);
  expect(catalog.name).toBe('Worked example (fictional)');
});

it.each([
  ['server', '5.1.0', 'api', [3, 5]],
  ['client', '5.3.2', 'api', [4, 5]],
  ['entrypoint', '4.1.0', 'entrypoint', [1, 3]],
  ['entrypoint', '3.3.0', 'entrypoint', [1, 2]],
  ['server', '6.0.0', 'api', [5, 6]],
  ['server', '6.0.0', 'entrypoint', [3, 4]],
])('has the ranges of the page: %s %s speaks %s %o', (component, version, protocol, range) => {
  const release = catalog.releases.find((candidate) => candidate.version === version);
  const own = release?.components?.[component]?.protocols?.[protocol];
  expect(own ?? release?.protocols?.[protocol]).toEqual(range);
});

it('starts with a fleet that works', () => {
  expect(assessInventory(catalog, inventory).map(({ entry, status }) => [entry, status])).toEqual([
    ['server', 'server'],
    ['ci', 'compatible'],
    ['laptops', 'compatible'],
    ['billing', 'compatible'],
    ['search', 'compatible'],
  ]);
});

it.each(['5.1.0', '4.2.0'])('needs the bridge on the way from %s to 6.0.0', (version) => {
  const fleet = structuredClone(inventory);
  for (const entry of fleet.entries) if (entry.component === 'server') entry.version = version;
  const plan = planUpgrade(catalog, fleet, { target: '6.0.0' });
  expect(plan).toMatchObject({ status: 'ready', kind: 'backwards-incompatible', optimality: 'proven' });
  expect(plan.steps.map(({ stage, entry, from, to }) => `${stage} ${entry} ${from} → ${to}`)).toEqual([
    `1 server ${version} → 5.4.0`,
    '2 ci 4.0.1 → 5.4.0',
    '3 billing 3.3.0 → 5.4.0',
    '4 server 5.4.0 → 6.0.0',
  ]);
  expect(plan.steps.map(({ reason }) => reason?.code)).toEqual([
    'bridge',
    'keep-compatible',
    'keep-compatible',
    'target',
  ]);
});

it('is blocked while billing cannot move', () => {
  const fleet = structuredClone(inventory);
  for (const entry of fleet.entries) if (entry.name === 'billing') entry.pinned = 'vendor image';
  const plan = planUpgrade(catalog, fleet, { target: '6.0.0' });
  expect(plan).toMatchObject({ status: 'blocked', steps: [] });
  expect(plan.causes).toContainEqual(expect.objectContaining({ code: 'entry', entry: 'billing' }));
});
