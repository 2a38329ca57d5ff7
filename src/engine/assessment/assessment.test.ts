import { describe, expect, it } from 'vitest';
import { loadShipped } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';
import { assessInventory } from './assess-inventory';
import { protocolsInUse } from './protocols-in-use';
import { reach } from './reach';
import { tracePlan } from './trace-plan';

const { catalog, inventory } = loadShipped('worked-example');

describe('assessInventory', () => {
  it('says of each entry how it stands with the server today', () => {
    expect(
      assessInventory(catalog, inventory).map(({ entry, status, negotiated }) => [entry, status, negotiated]),
    ).toEqual([
      ['server', 'server', {}],
      ['ci', 'compatible', { api: 4 }],
      ['laptops', 'compatible', { api: 5 }],
      ['billing', 'compatible', { entrypoint: 2 }],
      ['search', 'compatible', { entrypoint: 3 }],
    ]);
  });

  it('tells what is broken from what is not known, and what is not listed', () => {
    const { inventory: changed } = loadShipped('worked-example', (entries) => [
      ...entries,
      { name: 'old', component: 'client', version: '5.0.9' },
      { name: 'odd', component: 'client', version: '4.0.1', protocols: { api: [8, 9] } },
    ]);
    expect(assessInventory(catalog, changed).slice(-2)).toMatchObject([
      { entry: 'old', status: 'unknown', listed: false, clashes: [{ kind: 'unknown', protocol: 'api' }] },
      {
        entry: 'odd',
        status: 'incompatible',
        listed: true,
        clashes: [{ kind: 'protocol', outdated: 'server-outdated' }],
      },
    ]);
  });
});

describe('protocolsInUse', () => {
  it('lists what is spoken and what is used, by whom and how many', () => {
    expect(protocolsInUse(catalog, inventory).protocols).toEqual([
      {
        protocol: 'api',
        server: [3, 5],
        spoken: [
          { range: [3, 4], entries: ['ci'], instances: 12 },
          { range: [4, 5], entries: ['laptops'], instances: 35 },
        ],
        negotiated: [
          { version: 4, entries: ['ci'], instances: 12 },
          { version: 5, entries: ['laptops'], instances: 35 },
        ],
        clashing: [],
      },
      {
        protocol: 'entrypoint',
        server: [1, 3],
        spoken: [
          { range: [1, 2], entries: ['billing'], instances: 40 },
          { range: [1, 3], entries: ['search'], instances: 12 },
        ],
        negotiated: [
          { version: 2, entries: ['billing'], instances: 40 },
          { version: 3, entries: ['search'], instances: 12 },
        ],
        clashing: [],
      },
    ]);
  });
});

describe('reach', () => {
  it('says for every release at or above the server what it takes, as planning for it does', () => {
    for (const id of ['worked-example', 'waypoint']) {
      const { catalog: of, inventory: fleet } = loadShipped(id);
      for (const { version, status, hops, moved } of reach(of, fleet)) {
        const plan = planUpgrade(of, fleet, { target: version });
        const isMoving = plan.steps.some((step) => step.component !== 'server');
        const expected =
          plan.status === 'blocked'
            ? 'blocked'
            : plan.status === 'done'
              ? 'here'
              : isMoving
                ? 'moves'
                : 'standard';
        expect([version, status]).toEqual([version, expected]);
        expect(hops).toBe(plan.steps.filter((step) => step.component === 'server').length);
        expect(moved.length > 0).toBe(isMoving);
      }
    }
  });

  it('says what moves in the order of disruption, whatever moves first', () => {
    const { catalog: of, inventory: fleet } = loadShipped('kubernetes');
    const orders = [undefined, ['kubectl', 'kube-proxy']];
    const moved = orders.map((disruption) => {
      const goal = disruption === undefined ? {} : { disruption };
      const release = reach(of, fleet, goal).find(({ version }) => version === '1.28.15');
      return release?.moved.map(({ component }) => component);
    });
    expect(moved).toEqual([
      ['kubelet', 'kube-proxy', 'kube-controller-manager', 'kube-scheduler', 'kubectl'],
      ['kubectl', 'kube-proxy', 'kubelet', 'kube-controller-manager', 'kube-scheduler'],
    ]);
  });

  it('says why where it is blocked', () => {
    const { catalog: of, inventory: fleet } = loadShipped('waypoint');
    const defective = reach(of, fleet).find(({ version }) => version === '0.8.0');
    expect(defective).toMatchObject({ status: 'blocked', causes: [{ code: 'target', refusal: 'avoided' }] });
  });
});

describe('tracePlan', () => {
  const plan = planUpgrade(catalog, inventory, { target: '6.0.0' });
  const states = tracePlan(catalog, inventory, plan);

  it('shows the state now and after each stage', () => {
    expect(states.map(({ stage, server, serverRanges }) => [stage, server, serverRanges])).toEqual([
      [0, '5.1.0', { api: [3, 5], entrypoint: [1, 3] }],
      [1, '5.4.0', { api: [4, 5], entrypoint: [2, 4] }],
      [2, '5.4.0', { api: [4, 5], entrypoint: [2, 4] }],
      [3, '5.4.0', { api: [4, 5], entrypoint: [2, 4] }],
      [4, '6.0.0', { api: [5, 6], entrypoint: [3, 4] }],
    ]);
    expect(
      states.flatMap(({ entries }) => entries.filter(({ moved }) => moved).map(({ entry }) => entry)),
    ).toEqual(['server', 'ci', 'billing', 'server']);
    expect(
      states.every(({ entries }) =>
        entries.every(({ status }) => status === 'server' || status === 'compatible'),
      ),
    ).toBe(true);
  });

  it('shows what would break without a step', () => {
    const without = { steps: plan.steps.filter((step) => step.entry !== 'billing') };
    const last = tracePlan(catalog, inventory, without)
      .at(-1)
      ?.entries.find(({ entry }) => entry === 'billing');
    expect(last).toMatchObject({
      status: 'incompatible',
      ranges: { entrypoint: [1, 2] },
      negotiated: { entrypoint: null },
    });
  });
});
