/** What is said of steps that random fleets seldom have: stops for nobody, bridges that only some need, builders to install. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft, loadShipped } from '../../testing/build';
import type { Inventory } from '../model';
import { parseGoal } from '../parsing/parse-goal';
import { planUpgrade } from '../plan-upgrade';
import { explainSteps } from './explain-steps';

const components = {
  server: { name: 'Server', role: 'server' },
  client: { name: 'Client', role: 'client', speaks: ['api'] },
  app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
};
const protocols = { api: { name: 'API' }, mesh: { name: 'Mesh' } };
/** What consumers of a release speak, where its server speaks more. */
const newOnly = { client: { protocols: { api: [2, 2] } }, app: { protocols: { mesh: [2, 2] } } };
/** Apps of 1.0.0 are lost at the server of 3.0.0; clients never are, and need the server of 2.0.0 to move. */
const releases = [
  { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
  { version: '2.0.0', protocols: { api: [1, 2], mesh: [1, 2] }, components: newOnly },
  { version: '3.0.0', protocols: { api: [1, 2], mesh: [2, 2] }, components: newOnly },
];
const catalog = buildCatalog({ protocols, components, releases });
const server: Draft = { name: 'server', component: 'server', version: '1.0.0' };
const client: Draft = { name: 'ci', component: 'client', version: '1.0.0' };
const app: Draft = { name: 'web', component: 'app', version: '1.0.0' };

describe('the reason of a stop', () => {
  it('is none where the server could as well go on', () => {
    const inventory = buildInventory(catalog, [server]);
    const goal = parseGoal({ target: '3.0.0' }, catalog, inventory);
    if (!goal.ok) throw new Error('the goal is wrong');
    const hop = (from: string, to: string, stage: number) => ({
      entry: 'server',
      component: 'server',
      from,
      to,
      stage,
    });
    const steps = explainSteps(catalog, inventory, goal.value, [
      hop('1.0.0', '2.0.0', 1),
      hop('2.0.0', '3.0.0', 2),
    ]);
    expect(steps.map(({ reason, required }) => [reason?.code, required])).toEqual([
      [undefined, true],
      ['target', true],
    ]);
  });

  it('is the first that would be lost, though others move before it', () => {
    const inventory = buildInventory(catalog, [server, client, app]);
    const { steps } = planUpgrade(catalog, inventory, { target: '3.0.0' });
    expect(steps.map(({ entry, to }) => `${entry}→${to}`)).toEqual([
      'server→2.0.0',
      'ci→3.0.0',
      'web→3.0.0',
      'server→3.0.0',
    ]);
    expect(steps[0]?.reason).toMatchObject({ code: 'bridge', next: '3.0.0', entry: 'web' });
  });

  it('is one that could not have moved before, for want of a builder, rather than one that could', () => {
    const { catalog, inventory } = loadShipped('worked-example');
    const left = (without: string) => ({
      ...inventory,
      entries: inventory.entries.filter(({ name }) => name !== without),
    });
    const hopsTo = (fleet: Inventory) =>
      planUpgrade(catalog, fleet, { target: '6.0.0' }).steps.flatMap(({ entry, to }) =>
        entry === 'server' ? [to] : [],
      );
    // Both are lost at 6.0.0. The client could go to 5.3.2 with the server as it is; what it builds there is to be avoided.
    expect(hopsTo(inventory)).toEqual(['5.4.0', '6.0.0']);
    expect(hopsTo(left('billing'))).toEqual(['6.0.0']);
    expect(hopsTo(left('ci'))).toEqual(['5.4.0', '6.0.0']);
    const [bridge] = planUpgrade(catalog, inventory, { target: '6.0.0' }).steps;
    expect(bridge?.reason).toMatchObject({ code: 'bridge', entry: 'billing', next: '6.0.0' });
  });

  it('is the hop rule where the goal does not waive it, and whom it is for where it does, or lets the hop pass', () => {
    const reasonAt = (upgradeFrom: string, allowSkips: boolean) => {
      const ruled = buildCatalog({
        protocols,
        components,
        releases: releases.map((release, i) => (i === 2 ? { ...release, upgradeFrom } : release)),
      });
      const inventory = buildInventory(ruled, [server, app]);
      return planUpgrade(ruled, inventory, { target: '3.0.0', allowSkips }).steps[0]?.reason;
    };
    expect(reasonAt('>=2.0.0', false)).toEqual({
      code: 'required-stop',
      next: '3.0.0',
      upgradeFrom: '>=2.0.0',
    });
    expect(reasonAt('>=2.0.0', true)).toMatchObject({ code: 'bridge', entry: 'web' });
    expect(reasonAt('>=1.0.0', false)).toMatchObject({ code: 'bridge', entry: 'web' });
  });
});

it('a builder that moves again before it would be lost is there for what it builds', () => {
  const speaking = (api: Range, mesh: Range, client: Range, app: Range) => ({
    protocols: { api, mesh },
    components: { client: { protocols: { api: client } }, app: { protocols: { mesh: app } } },
  });
  type Range = readonly [number, number];
  // Apps have to be at 2.0.0 before the server is; clients of 2.0.0 are lost at the server of 3.0.0, as those of 1.0.0 are.
  const twice = buildCatalog({
    protocols,
    components,
    releases: [
      { version: '1.0.0', ...speaking([1, 1], [1, 1], [1, 1], [1, 1]) },
      { version: '2.0.0', ...speaking([1, 2], [2, 2], [1, 1], [1, 2]) },
      { version: '3.0.0', ...speaking([2, 2], [2, 2], [2, 2], [2, 2]) },
    ],
  });
  const { steps } = planUpgrade(twice, buildInventory(twice, [server, client, app]), { target: '3.0.0' });
  expect(steps.map(({ entry, to, reason, required }) => [entry, to, reason?.code, required])).toEqual([
    ['ci', '2.0.0', 'builder', true],
    ['web', '2.0.0', 'keep-compatible', true],
    ['server', '2.0.0', 'bridge', true],
    ['ci', '3.0.0', 'keep-compatible', true],
    ['server', '3.0.0', 'target', true],
  ]);
  expect(steps[0]?.reason).toEqual({ code: 'builder', entry: 'web', version: '2.0.0' });
  expect(steps.every(({ builds }) => builds === undefined)).toBe(true);
});

it('a builder that is kept says whom it builds as well', () => {
  const once = buildCatalog({
    protocols,
    components,
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 2], mesh: [1, 2] } },
      { version: '3.0.0', protocols: { api: [2, 2], mesh: [2, 2] } },
    ],
  });
  const { steps } = planUpgrade(once, buildInventory(once, [server, client, app]), { target: '3.0.0' });
  expect(steps.find(({ entry }) => entry === 'ci')).toMatchObject({
    reason: { code: 'keep-compatible', server: '3.0.0' },
    builds: { entry: 'web' },
  });
});

describe('what to install first', () => {
  const installed = (entry: Draft, others: readonly Draft[] = [], of = catalog) => {
    const { steps } = planUpgrade(of, buildInventory(of, [server, entry, ...others]), { target: '3.0.0' });
    return steps.find((step) => step.entry === entry.name)?.installFirst;
  };

  it('is what builds the entry at its version, where nothing deployed does', () => {
    expect(installed(app)).toEqual({ components: ['client'], version: '3.0.0' });
  });

  it('is nothing where a builder is there, where it is built elsewhere, and where nothing has to be built', () => {
    expect(installed(app, [client])).toBeUndefined();
    expect(installed({ ...app, source: 'external' })).toBeUndefined();
    const { builtWith: _, ...plainApp } = components.app;
    const unbuilt = buildCatalog({ protocols, components: { ...components, app: plainApp }, releases });
    expect(installed(app, [], unbuilt)).toBeUndefined();
  });
});
