import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { type Goal, type Inventory, PLAN_FORMAT, type Plan, type Step } from '../model';
import { type Violation, verifyPlan } from './verify-plan';

const catalog = buildCatalog({
  protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
    proxy: {
      name: 'Proxy',
      role: 'agent',
      speaks: ['api'],
      releases: [
        { version: '20.0.0', protocols: { api: [1, 2] } },
        { version: '21.0.0', protocols: { api: [2, 3] } },
      ],
    },
  },
  facts: { site: { question: 'Is it so?', options: { yes: 'Yes', no: 'No' } } },
  incidents: [
    {
      id: 'refused',
      component: 'client',
      versions: '3.0.0',
      server: '2.0.0',
      severity: 'broken',
      if: { site: ['yes'] },
      summary: 's',
      source: 's',
    },
    {
      id: 'slow',
      component: 'client',
      versions: '2.0.0',
      server: '2.0.0',
      severity: 'degraded',
      summary: 's',
      source: 's',
    },
  ],
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
    { version: '2.0.0', protocols: { api: [1, 2], mesh: [1, 2] }, upgradeFrom: '>=1.0.0 <2.0.0' },
    {
      version: '2.1.0',
      protocols: { api: [1, 2], mesh: [1, 2] },
      upgradeFrom: '>=1.0.0 <2.1.0',
      withdrawn: 'it loses data',
    },
    {
      version: '2.2.0',
      protocols: { api: [1, 2], mesh: [1, 2] },
      avoid: [{ reason: 'slow disks', source: 's', if: { site: ['yes'] } }],
    },
    { version: '3.0.0-rc.1', protocols: { api: [2, 3], mesh: [1, 2] } },
    {
      version: '3.0.0',
      protocols: { api: [2, 3], mesh: [1, 2] },
      upgradeFrom: '>=2.0.0 <3.0.0',
      components: { app: { protocols: { mesh: [1, 1] } } },
    },
    // The range falls again.
    {
      version: '3.1.0',
      protocols: { api: [1, 3], mesh: [1, 2] },
      upgradeFrom: '>=2.0.0',
      components: { app: null },
    },
  ],
});

const fleetOf = (entries: readonly Draft[], facts: Draft = { site: 'no' }): Inventory =>
  buildInventory(catalog, entries, facts);

const server = { name: 'server', component: 'server', version: '1.0.0' };
const ci = { name: 'ci', component: 'client', version: '1.0.0' };
const web = { name: 'web', component: 'app', version: '1.0.0' };
const edge = { name: 'edge', component: 'proxy', version: '20.0.0' };
const COMPONENTS: Record<string, string> = {
  server: 'server',
  ci: 'client',
  web: 'app',
  edge: 'proxy',
  desk: 'client',
  constructor: 'client',
};

/** `1 server 1.0.0 2.0.0` for each step. */
function planOf(lines: readonly string[], more: Partial<Plan> = {}): Plan {
  const steps = lines.map((line): Step => {
    const [stage, entry = '', from = '', to = ''] = line.split(' ');
    return { entry, component: COMPONENTS[entry] ?? entry, from, to, stage: Number(stage), required: true };
  });
  return {
    format: PLAN_FORMAT,
    status: 'ready',
    kind: 'backwards-incompatible',
    optimality: 'proven',
    steps,
    causes: [],
    unblock: [],
    ...more,
  };
}

const good = ['1 server 1.0.0 2.0.0', '2 ci 1.0.0 2.0.0', '3 server 2.0.0 3.0.0'];
const to3: Goal = { target: '3.0.0' };

describe('verifyPlan', () => {
  it('counts the states and the pairs that it looked at', () => {
    const fleet = fleetOf([server, ci, web]);
    expect(verifyPlan(catalog, fleet, to3, planOf(good))).toEqual({ ok: true, states: 4, pairs: 8 });
  });

  it('names what does not work now, in how many states, and the stage that mends it', () => {
    const fleet = fleetOf([
      server,
      // Works with 2.0.0 and on.
      { ...ci, name: 'desk', version: '3.0.0' },
      { ...edge, protocols: { api: [9, 9] } },
      { ...web, name: 'far', protocols: { mesh: [1, 1] } },
    ]);
    const lines = ['1 server 1.0.0 2.0.0', '2 edge 20.0.0 21.0.0', '3 server 2.0.0 3.0.0'];
    expect(verifyPlan(catalog, fleet, to3, planOf(lines))).toEqual({
      ok: true,
      states: 4,
      pairs: 12,
      tolerated: [
        { entry: 'desk', isUnknown: false, pairs: 1, until: 1 },
        { entry: 'edge', isUnknown: false, pairs: 2, until: 2 },
      ],
    });
  });

  it('tells apart what is not known to work, until it is known not to', () => {
    const bare = buildCatalog({
      releases: [
        { version: '1.0.0', components: { server: { protocols: { api: [1, 1] } } } },
        { version: '2.0.0', protocols: { api: [2, 2] } },
      ],
    });
    const unknown = buildInventory(bare, [server, ci]);
    const verify = (inventory: Inventory) => {
      const steps = inventory.entries.map(({ name, component, version }, i) => ({
        entry: name,
        component,
        from: version,
        to: '2.0.0',
        stage: i + 1,
        required: true,
      }));
      return verifyPlan(bare, inventory, { target: '2.0.0' }, planOf([], { steps }));
    };
    const tolerated = { entry: 'ci', pairs: 2, until: 2 };
    expect(verify(unknown)).toMatchObject({ tolerated: [{ ...tolerated, isUnknown: true }] });
    // What a server of 1.5.0 speaks is not known; once it speaks 2 it is known that 9 is too new.
    const known = buildInventory(bare, [
      { ...server, version: '1.5.0' },
      { ...ci, protocols: { api: [9, 9] } },
    ]);
    expect(verify(known)).toMatchObject({ tolerated: [{ ...tolerated, isUnknown: false }] });
  });

  type Row = [story: string, fleet: Inventory, goal: Goal, plan: Plan];

  it.each<Row>([
    [
      'a standard upgrade',
      fleetOf([server, web]),
      to3,
      planOf(['1 server 1.0.0 2.0.0', '2 server 2.0.0 3.0.0'], { kind: 'standard' }),
    ],
    [
      'nothing to do',
      fleetOf([server, ci]),
      { target: '1.0.0' },
      planOf([], { status: 'done', kind: 'standard' }),
    ],
    ['a degraded pair on the way', fleetOf([server, ci]), to3, planOf(good)],
    [
      'a range that falls again',
      fleetOf([server, ci]),
      { target: '3.1.0' },
      planOf(['1 server 1.0.0 2.0.0', '2 server 2.0.0 3.1.0'], { kind: 'standard' }),
    ],
    [
      'a builder in an earlier stage',
      fleetOf([{ ...server, version: '2.0.0' }, ci, web]),
      { target: '2.0.0', consumers: 'align' },
      planOf(['1 ci 1.0.0 2.0.0', '2 web 1.0.0 2.0.0'], { kind: 'standard' }),
    ],
    [
      'built elsewhere',
      fleetOf([{ ...server, version: '2.0.0' }, ci, { ...web, source: 'external' }]),
      { target: '2.0.0', entries: { web: '2.0.0' } },
      planOf(['1 web 1.0.0 2.0.0'], { kind: 'standard' }),
    ],
    [
      'no builder in the inventory',
      fleetOf([{ ...server, version: '2.0.0' }, web]),
      { target: '2.0.0', entries: { web: '2.0.0' } },
      planOf(['1 web 1.0.0 2.0.0'], { kind: 'standard' }),
    ],
    [
      'a pinned builder that is high enough',
      fleetOf([{ ...server, version: '2.0.0' }, { ...ci, version: '2.0.0', pinned: 'p' }, web]),
      { target: '2.0.0', entries: { web: '2.0.0' } },
      planOf(['1 web 1.0.0 2.0.0'], { kind: 'standard' }),
    ],
    [
      'a line of its own',
      fleetOf([server, edge]),
      { target: '2.0.0', entries: { edge: '21.0.0' } },
      planOf(['1 server 1.0.0 2.0.0', '2 edge 20.0.0 21.0.0'], { kind: 'standard' }),
    ],
    [
      'broken from the start, mended by its own step',
      fleetOf([
        { ...server, version: '2.0.0' },
        { ...ci, protocols: { api: [9, 9] } },
      ]),
      { target: '2.0.0' },
      planOf(['1 ci 1.0.0 2.0.0']),
    ],
    [
      'broken from the start, mended by the server',
      fleetOf([server, { ...ci, version: '3.0.0' }]),
      { target: '2.0.0' },
      planOf(['1 server 1.0.0 2.0.0']),
    ],
    [
      'a skip that is allowed and said',
      fleetOf([server, web]),
      { target: '3.0.0', allowSkips: true },
      planOf([], {
        kind: 'standard',
        steps: [
          {
            entry: 'server',
            component: 'server',
            from: '1.0.0',
            to: '3.0.0',
            stage: 1,
            required: true,
            skips: '>=2.0.0 <3.0.0',
          },
        ],
      }),
    ],
    [
      'a pre-release with leave',
      fleetOf([
        { ...server, version: '2.0.0' },
        { ...ci, version: '2.0.0' },
      ]),
      { target: '3.0.0-rc.1', prereleases: true },
      planOf(['1 server 2.0.0 3.0.0-rc.1'], { kind: 'standard' }),
    ],
    [
      'a release to be avoided elsewhere only',
      fleetOf([{ ...server, version: '2.0.0' }]),
      { target: '2.2.0' },
      planOf(['1 server 2.0.0 2.2.0'], { kind: 'standard' }),
    ],
    [
      'align, where the release is withdrawn for it',
      fleetOf([{ ...server, version: '2.1.0' }, ci]),
      { target: '2.1.0', consumers: 'align' },
      planOf([], { status: 'done', kind: 'standard' }),
    ],
    [
      'align, where it is pinned',
      fleetOf([server, ci, { ...ci, name: 'held', pinned: 'in use' }]),
      { target: '2.0.0', consumers: 'align' },
      planOf(['1 server 1.0.0 2.0.0', '2 ci 1.0.0 2.0.0'], { kind: 'standard' }),
    ],
    [
      'ranges that it advertised',
      fleetOf([server, { ...ci, version: '0.9.0', protocols: { api: [1, 3] } }]),
      to3,
      planOf(['1 server 1.0.0 2.0.0', '2 server 2.0.0 3.0.0'], { kind: 'standard' }),
    ],
    ['a server that is not listed first', fleetOf([ci, server]), to3, planOf(good)],
    [
      'an incident of another component',
      fleetOf(
        [
          { ...server, version: '2.0.0' },
          { ...web, version: '3.0.0' },
        ],
        { site: 'yes' },
      ),
      { target: '2.0.0' },
      planOf([], { status: 'done', kind: 'standard' }),
    ],
    [
      'an exact target below the one that the others come along to',
      fleetOf([{ ...server, version: '2.0.0' }, ci]),
      { target: '2.0.0', consumers: 'align', entries: { ci: '1.0.0' } },
      planOf([], { status: 'done', kind: 'standard' }),
    ],
    [
      'align, where the target is a pre-release and nobody gave leave',
      fleetOf([
        { ...server, version: '3.0.0-rc.1' },
        { ...ci, version: '2.0.0' },
      ]),
      { target: '3.0.0-rc.1', consumers: 'align' },
      planOf([], { status: 'done', kind: 'standard' }),
    ],
    [
      'names that mean something to JavaScript',
      fleetOf([server, { ...ci, name: 'constructor' }]),
      to3,
      planOf(good.map((line) => line.replace('ci', 'constructor'))),
    ],
  ])('accepts %s', (_, fleet, goal, plan) => {
    expect(verifyPlan(catalog, fleet, goal, plan)).toMatchObject({ ok: true });
  });

  const fleet = fleetOf([server, ci, web]);
  const two = fleetOf([{ ...server, version: '2.0.0' }, ci, web]);

  it.each<[...Row, rule: Violation['rule'], step: number | null]>([
    [
      'rule 1: a step that goes down',
      fleetOf([server, { ...ci, version: '2.0.0' }]),
      { target: '1.0.0' },
      planOf(['1 ci 2.0.0 1.0.0']),
      1,
      0,
    ],
    ['rule 1: a step that stays', two, { target: '2.0.0' }, planOf(['1 ci 1.0.0 1.0.0']), 1, 0],
    [
      'rule 1: a release that the component does not have',
      fleetOf([{ ...server, version: '3.1.0' }, ci, web]),
      { target: '3.1.0', entries: { web: '3.1.0' } },
      planOf(['1 ci 1.0.0 3.1.0', '2 web 1.0.0 3.1.0']),
      1,
      1,
    ],
    ['rule 1: a release that is not listed', two, { target: '2.0.0' }, planOf(['1 ci 1.0.0 1.5.0']), 1, 0],
    ['rule 1: a withdrawn release', fleet, { target: '2.1.0' }, planOf(['1 server 1.0.0 2.1.0']), 1, 0],
    [
      'rule 1: a release to be avoided here',
      fleetOf([{ ...server, version: '2.0.0' }], { site: 'yes' }),
      { target: '2.2.0' },
      planOf(['1 server 2.0.0 2.2.0']),
      1,
      0,
    ],
    [
      'rule 1: a release to be avoided unless a fact is answered',
      fleetOf([{ ...server, version: '2.0.0' }], {}),
      { target: '2.2.0' },
      planOf(['1 server 2.0.0 2.2.0']),
      1,
      0,
    ],
    [
      'rule 1: a pre-release without leave',
      fleetOf([{ ...server, version: '2.0.0' }]),
      { target: '3.0.0-rc.1' },
      planOf(['1 server 2.0.0 3.0.0-rc.1']),
      1,
      0,
    ],
    ['rule 1: past the target', two, { target: '2.0.0' }, planOf(['1 ci 1.0.0 3.0.0']), 1, 0],
    [
      'rule 1: past its own target',
      two,
      { target: '2.0.0', entries: { ci: '1.0.0' } },
      planOf(['1 ci 1.0.0 2.0.0']),
      1,
      0,
    ],
    [
      'rule 2: a hop that the release does not take',
      fleetOf([server, web]),
      to3,
      planOf(['1 server 1.0.0 3.0.0']),
      2,
      0,
    ],
    [
      'rule 2: a skip that is said, and not allowed',
      fleetOf([server, web]),
      to3,
      {
        ...planOf(['1 server 1.0.0 3.0.0']),
        steps: planOf(['1 server 1.0.0 3.0.0']).steps.map((step) => ({ ...step, skips: '>=2.0.0 <3.0.0' })),
      },
      2,
      0,
    ],
    [
      'rule 2: a skip that is not said',
      fleetOf([server, web]),
      { target: '3.0.0', allowSkips: true },
      planOf(['1 server 1.0.0 3.0.0']),
      2,
      0,
    ],
    [
      'rule 3: a move to what does not work with the server',
      fleet,
      to3,
      planOf(['1 ci 1.0.0 3.0.0', '2 server 1.0.0 2.0.0', '3 server 2.0.0 3.0.0']),
      3,
      0,
    ],
    [
      'rule 3: an incident',
      fleetOf([{ ...server, version: '2.0.0' }, ci], { site: 'yes' }),
      to3,
      planOf(['1 ci 1.0.0 3.0.0', '2 server 2.0.0 3.0.0']),
      3,
      0,
    ],
    [
      'rule 3: an incident unless a fact is answered',
      fleetOf([{ ...server, version: '2.0.0' }, ci], {}),
      to3,
      planOf(['1 ci 1.0.0 3.0.0', '2 server 2.0.0 3.0.0']),
      3,
      0,
    ],
    [
      'rule 4: a consumer that nobody touches',
      fleet,
      to3,
      planOf(['1 server 1.0.0 2.0.0', '2 server 2.0.0 3.0.0']),
      4,
      1,
    ],
    [
      'rule 4: advertised ranges are lost by moving',
      fleetOf([
        { ...server, version: '2.0.0' },
        { ...ci, protocols: { api: [1, 3] } },
        { ...ci, name: 'desk', version: '2.0.0' },
      ]),
      { target: '3.0.0', entries: { ci: '2.0.0' } },
      planOf(['1 server 2.0.0 3.0.0', '2 ci 1.0.0 2.2.0']),
      1,
      1,
    ],
    [
      'rule 4: what one entry advertises does not hold for another',
      fleetOf([
        server,
        { ...ci, protocols: { api: [1, 3] } },
        { ...ci, name: 'desk', protocols: { api: [1, 1] } },
      ]),
      to3,
      planOf(['1 server 1.0.0 2.0.0', '2 server 2.0.0 3.0.0']),
      4,
      1,
    ],
    [
      'rule 5: a server of which nothing is known',
      fleetOf([{ ...server, version: '1.0.1' }, ci]),
      { target: '1.0.1' },
      planOf([], { status: 'done' }),
      5,
      null,
    ],
    [
      'rule 5: broken at the end',
      fleetOf([
        { ...server, version: '2.0.0' },
        { ...ci, protocols: { api: [9, 9] } },
      ]),
      { target: '2.0.0' },
      planOf([], { status: 'done' }),
      5,
      null,
    ],
    [
      'rule 5: unknown is never compatible',
      fleetOf([server, { ...ci, version: '1.0.1' }]),
      { target: '1.0.0' },
      planOf([], { status: 'done' }),
      5,
      null,
    ],
    [
      'rule 6: before its builder',
      two,
      { target: '2.0.0', entries: { web: '2.0.0' } },
      planOf(['1 web 1.0.0 2.0.0']),
      6,
      0,
    ],
    [
      'rule 6: in one stage with its builder',
      two,
      { target: '2.0.0', entries: { web: '2.0.0', ci: '2.0.0' } },
      planOf(['1 ci 1.0.0 2.0.0', '1 web 1.0.0 2.0.0']),
      6,
      1,
    ],
    [
      'rule 6: with a builder that does not work with the server',
      fleetOf([
        { ...server, version: '2.0.0' },
        { ...ci, version: '2.0.0', protocols: { api: [9, 9] } },
        web,
      ]),
      { target: '2.0.0', entries: { web: '2.0.0' } },
      planOf(['1 web 1.0.0 2.0.0', '2 ci 2.0.0 2.2.0']),
      6,
      0,
    ],
    [
      'rule 7: a pinned entry',
      fleetOf([
        { ...server, version: '2.0.0' },
        { ...ci, pinned: 'p' },
      ]),
      { target: '2.0.0', entries: { ci: '2.0.0' } },
      planOf(['1 ci 1.0.0 2.0.0']),
      7,
      0,
    ],
    ['rule 8: short of the target', fleet, to3, planOf(['1 server 1.0.0 2.0.0']), 8, null],
    [
      'rule 8: short of an exact target',
      fleet,
      { target: '2.0.0', entries: { ci: '2.0.0' } },
      planOf(['1 server 1.0.0 2.0.0']),
      8,
      null,
    ],
    [
      'rule 8: left behind by align',
      fleet,
      { target: '2.0.0', consumers: 'align' },
      planOf(['1 server 1.0.0 2.0.0']),
      8,
      null,
    ],
    [
      'rule 8: left behind by align, a pre-release',
      fleetOf([
        { ...server, version: '3.0.0-rc.1' },
        { ...ci, version: '2.0.0' },
      ]),
      { target: '3.0.0-rc.1', consumers: 'align', prereleases: true },
      planOf([], { status: 'done', kind: 'standard' }),
      8,
      null,
    ],
    ['an entry that is not there', fleet, to3, planOf(['1 nobody 1.0.0 2.0.0', ...good]), 'plan', 0],
    ['a version that it does not have', fleet, to3, planOf(['1 server 2.0.0 3.0.0']), 'plan', 0],
    ['a version that is none', fleet, to3, planOf(['1 server 1.0.0 latest']), 'plan', 0],
    ['a version to start from that is none', fleet, to3, planOf(['1 server now 2.0.0']), 'plan', 0],
    [
      'a component that it is not',
      fleet,
      to3,
      { ...planOf(good), steps: planOf(good).steps.map((step) => ({ ...step, component: 'server' })) },
      'plan',
      1,
    ],
    [
      'stages that go down',
      fleet,
      to3,
      planOf(['2 server 1.0.0 2.0.0', '1 ci 1.0.0 2.0.0', '3 server 2.0.0 3.0.0']),
      'plan',
      1,
    ],
    [
      'an entry twice in one stage',
      fleetOf([{ ...server, version: '2.0.0' }, ci]),
      { target: '2.2.0' },
      planOf(['1 ci 1.0.0 2.0.0', '1 ci 2.0.0 2.2.0', '2 server 2.0.0 2.2.0']),
      'plan',
      1,
    ],
    [
      'the server in one stage with others',
      fleet,
      to3,
      planOf(['1 server 1.0.0 2.0.0', '1 ci 1.0.0 2.0.0', '2 server 2.0.0 3.0.0']),
      'plan',
      1,
    ],
    [
      'others in one stage with the server',
      two,
      to3,
      planOf(['1 ci 1.0.0 2.0.0', '1 server 2.0.0 3.0.0']),
      'plan',
      1,
    ],
    ['another kind', fleet, to3, planOf(good, { kind: 'standard' }), 'plan', null],
    ['done with steps', fleet, to3, planOf(good, { status: 'done' }), 'plan', null],
    [
      'ready without steps',
      fleetOf([server]),
      { target: '1.0.0' },
      planOf([], { kind: 'standard' }),
      'plan',
      null,
    ],
    ['blocked', fleet, to3, planOf([], { status: 'blocked' }), 'plan', null],
    [
      'a needed step that is said not to be required',
      fleet,
      to3,
      {
        ...planOf(good),
        steps: planOf(good).steps.map((step) => ({ ...step, required: step.entry !== 'ci' })),
      },
      'plan',
      null,
    ],
    ['a target that is no version', fleet, { target: 'latest' }, planOf(good), 'plan', null],
    [
      'an exact target that is no version',
      fleet,
      { target: '3.0.0', entries: { ci: 'latest' } },
      planOf(good),
      'plan',
      null,
    ],
    [
      'an inventory without a server',
      { ...fleet, entries: fleet.entries.slice(1) },
      to3,
      planOf(good),
      'plan',
      null,
    ],
  ])('rejects %s', (_, inventory, goal, plan, rule, step) => {
    const verification = verifyPlan(catalog, inventory, goal, plan);
    const violations = verification.ok ? [] : verification.violations;
    expect(violations.map((violation) => [violation.rule, violation.step])).toContainEqual([rule, step]);
    for (const { message } of violations) expect(message).toMatch(/^\S.* .*\.$/);
  });

  const step = planOf(good).steps[0];

  it.each([
    ['nothing', null, 'no list of steps'],
    ['a text', 'plan', 'no list of steps'],
    ['no steps', { status: 'ready' }, 'no list of steps'],
    ['a step that is a number', { status: 'ready', steps: [step, 1] }, 'no list of steps'],
    ['a step that is nothing', { status: 'ready', steps: [step, null] }, 'no list of steps'],
    [
      'a step without an entry',
      { status: 'ready', steps: [{ ...step, entry: undefined }] },
      'no list of steps',
    ],
    [
      'a step without a component',
      { status: 'ready', steps: [{ ...step, component: 1 }] },
      'no list of steps',
    ],
    ['a step from a number', { status: 'ready', steps: [{ ...step, from: 1 }] }, 'no list of steps'],
    ['a step to nowhere', { status: 'ready', steps: [{ ...step, to: null }] }, 'no list of steps'],
    ['a stage that is a text', { status: 'ready', steps: [{ ...step, stage: '1' }] }, 'no list of steps'],
    ['a status that is none', { ...planOf(good), status: 'fine' }, 'no status'],
    ['a blocked plan', { ...planOf(good), status: 'blocked' }, 'leads nowhere'],
  ])('rejects %s without throwing, and says why', (_, plan, message) => {
    expect(verifyPlan(catalog, fleet, to3, plan as unknown as Plan)).toMatchObject({
      ok: false,
      violations: [{ rule: 'plan', step: null, message: expect.stringContaining(message) }],
    });
  });

  it('says why a release must not be moved to, in the words of the catalog where it has any', () => {
    const why = (target: string, facts: Draft) => {
      const plan = planOf([`1 server 2.0.0 ${target}`]);
      const verification = verifyPlan(
        catalog,
        fleetOf([{ ...server, version: '2.0.0' }], facts),
        { target },
        plan,
      );
      return verification.ok ? [] : verification.violations.map(({ message }) => message);
    };
    expect(why('2.1.0', {})).toContainEqual(expect.stringContaining('it loses data'));
    expect(why('2.2.0', {})).toContainEqual(expect.stringContaining('slow disks'));
    expect(why('2.5.0', {})).toContainEqual(expect.stringContaining('does not list it'));
    expect(why('3.0.0-rc.1', {})).toContainEqual(expect.stringContaining('pre-release'));
  });

  it('comes to an end with ten thousand steps', () => {
    const steps = Array.from({ length: 10_000 }, (_, i) => `${i + 1} ci 1.0.0 2.0.0`);
    const verification = verifyPlan(catalog, fleet, to3, planOf(steps));
    expect(!verification.ok && verification.violations.length).toBe(100);
  });
});
