import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../testing/build';
import { type Catalog, type Goal, type Plan, UnusableInput } from './model';
import { planUpgrade } from './plan-upgrade';

/** A catalog with the parts of Waypoint's page: two protocols, and entrypoints that clients build. */
function catalogOf(releases: readonly Draft[], overrides: Draft = {}): Catalog {
  return buildCatalog({
    protocols: { api: { name: 'API' }, entrypoint: { name: 'Entrypoint' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      entrypoint: { name: 'Entrypoint', role: 'agent', speaks: ['entrypoint'], builtWith: ['client'] },
    },
    disruption: ['entrypoint', 'server', 'client'],
    facts: { sources: { question: 'Is a config source set?', options: { yes: 'Yes', no: 'No' } } },
    releases,
    ...overrides,
  });
}

function release(
  version: string,
  api: [number, number],
  entrypoint: [number, number],
  more: Draft = {},
): Draft {
  return { version, protocols: { api, entrypoint }, ...more };
}

/** The plan as a line of text: `1 server→5.4.0, 2 ci→5.4.0`. */
function stepsOf(plan: Plan): string {
  return plan.steps.map((step) => `${step.stage} ${step.entry}→${step.to}`).join(', ');
}

/** After the example of Waypoint's compatibility page: 5.4.0 is the bridge, series go one by one. */
const bridged = catalogOf([
  release('3.3.0', [2, 3], [1, 2]),
  release('4.0.1', [3, 4], [1, 2]),
  release('4.1.0', [3, 4], [1, 3]),
  release('4.2.0', [3, 4], [1, 3]),
  release('5.1.0', [3, 5], [1, 3], { upgradeFrom: '>=4.0.0 <5.1.0' }),
  release('5.4.0', [4, 5], [2, 4], { upgradeFrom: '>=4.0.0 <5.4.0' }),
  release('6.0.0', [5, 6], [3, 4], { upgradeFrom: '>=5.0.0 <6.0.0' }),
]);
const fleet: Draft[] = [
  { name: 'server', component: 'server', version: '4.2.0' },
  { name: 'ci', component: 'client', version: '4.0.1', count: 12 },
  { name: 'laptops', component: 'client', version: '5.1.0', count: 35 },
  { name: 'billing', component: 'entrypoint', version: '3.3.0', count: 40 },
  { name: 'search', component: 'entrypoint', version: '4.1.0', count: 12 },
];

function change(name: string, fields: Draft): Draft[] {
  return fleet.map((entry) => (entry.name === name ? { ...entry, ...fields } : entry));
}

describe('a backwards incompatible upgrade', () => {
  const plan = planUpgrade(bridged, buildInventory(bridged, fleet), { target: '6.0.0' });

  it('goes server to the bridge, clients, entrypoints, server', () => {
    expect(stepsOf(plan)).toBe('1 server→5.4.0, 2 ci→6.0.0, 3 billing→6.0.0, 4 server→6.0.0');
    expect(plan).toMatchObject({ status: 'ready', kind: 'backwards-incompatible', optimality: 'proven' });
  });

  it('says what it costs, in the order of disruption', () => {
    expect(plan.cost).toEqual({
      moved: [
        { component: 'entrypoint', instances: 40 },
        { component: 'server', instances: 2 },
        { component: 'client', instances: 12 },
      ],
      steps: 4,
    });
  });

  it('says for every step why it is there', () => {
    expect(plan.steps.map((step) => step.reason)).toEqual([
      { code: 'required-stop', next: '6.0.0', upgradeFrom: '>=5.0.0 <6.0.0' },
      {
        code: 'keep-compatible',
        server: '6.0.0',
        stage: 4,
        clash: {
          kind: 'protocol',
          protocol: 'api',
          consumer: [3, 4],
          server: [5, 6],
          outdated: 'client-outdated',
        },
      },
      {
        code: 'keep-compatible',
        server: '6.0.0',
        stage: 4,
        clash: {
          kind: 'protocol',
          protocol: 'entrypoint',
          consumer: [1, 2],
          server: [3, 4],
          outdated: 'client-outdated',
        },
      },
      { code: 'target' },
    ]);
  });

  it('calls the stop a bridge where no rule but the fleet asks for it', () => {
    const serverOnly = { components: { client: null } };
    const open = catalogOf([
      release('1.0.0', [1, 1], [1, 1]),
      release('1.5.0', [1, 2], [1, 1], serverOnly),
      release('2.0.0', [2, 2], [1, 1]),
    ]);
    const entries = [
      { name: 'server', component: 'server', version: '1.0.0' },
      { name: 'ci', component: 'client', version: '1.0.0' },
    ];
    const bridge = planUpgrade(open, buildInventory(open, entries), { target: '2.0.0' });
    expect(stepsOf(bridge)).toBe('1 server→1.5.0, 2 ci→2.0.0, 3 server→2.0.0');
    expect(bridge.steps[0]?.reason).toMatchObject({ code: 'bridge', next: '2.0.0', entry: 'ci' });
  });

  it('brings the others along where asked, last and not required', () => {
    const aligned = planUpgrade(bridged, buildInventory(bridged, fleet), {
      target: '6.0.0',
      consumers: 'align',
    });
    expect(stepsOf(aligned)).toBe(
      '1 server→5.4.0, 2 ci→6.0.0, 3 billing→6.0.0, 4 server→6.0.0, 5 laptops→6.0.0, 5 search→6.0.0',
    );
    expect(aligned.steps.map((step) => step.required)).toEqual([true, true, true, true, false, false]);
  });

  it('leaves what nothing but the wish asks for until the server is there, builders too', () => {
    const entries = [
      { name: 'server', component: 'server', version: '5.4.0' },
      { name: 'ci', component: 'client', version: '5.1.0' },
      { name: 'search', component: 'entrypoint', version: '5.1.0' },
    ];
    const aligned = planUpgrade(bridged, buildInventory(bridged, entries), {
      target: '6.0.0',
      consumers: 'align',
    });
    expect(stepsOf(aligned)).toBe('1 server→6.0.0, 2 ci→6.0.0, 3 search→6.0.0');
    expect(aligned.steps.map((step) => step.required)).toEqual([true, false, false]);
  });

  it('gives the same plan in whatever order entries are listed', () => {
    const reversed = planUpgrade(bridged, buildInventory(bridged, [...fleet].reverse()), { target: '6.0.0' });
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(plan));
  });
});

describe('rule 6, builders', () => {
  it('moves the client that costs least when only building asks for it', () => {
    const clients = [
      { name: 'ci', component: 'client', version: '5.1.0', count: 12 },
      { name: 'desk', component: 'client', version: '5.1.0', count: 3 },
    ];
    const entries = [
      { name: 'server', component: 'server', version: '5.1.0' },
      ...clients,
      { name: 'billing', component: 'entrypoint', version: '3.3.0' },
    ];
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '6.0.0' });
    // At 5.1.0 an entrypoint 5.1.0 (1–3) can be built with what is there, and works with 6.0.0 (3–4).
    expect(stepsOf(plan)).toBe('1 billing→5.1.0, 2 server→6.0.0');
    const exact = planUpgrade(bridged, buildInventory(bridged, entries), {
      target: '6.0.0',
      entries: { billing: '5.4.0' },
    });
    expect(stepsOf(exact)).toBe('1 desk→6.0.0, 2 billing→5.4.0, 3 server→6.0.0');
    expect(exact.steps[0]?.reason).toEqual({ code: 'builder', entry: 'billing', version: '5.4.0' });
  });

  it('asks for a client that works with the server as it is then', () => {
    const entries = [
      { name: 'server', component: 'server', version: '4.2.0' },
      // 6.0.0 (5–6) is refused by 4.2.0 (3–4), and works from 5.1.0 (3–5) on.
      { name: 'ci', component: 'client', version: '6.0.0' },
      // Lost at 5.4.0.
      { name: 'billing', component: 'entrypoint', version: '3.3.0', protocols: { entrypoint: [1, 1] } },
    ];
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '5.4.0' });
    expect(stepsOf(plan)).toBe('1 server→5.1.0, 2 billing→5.4.0, 3 server→5.4.0');
    expect(plan.steps[0]?.reason).toMatchObject({ code: 'bridge', next: '5.4.0', entry: 'billing' });
    expect(plan.steps[1]?.reason).toMatchObject({ code: 'keep-compatible', server: '5.4.0' });
    const working = { name: 'desk', component: 'client', version: '4.2.0' };
    const helped = planUpgrade(bridged, buildInventory(bridged, [...entries, working]), { target: '5.4.0' });
    expect(stepsOf(helped)).toBe('1 billing→4.2.0, 2 server→5.4.0');
  });

  it('is off for entries built elsewhere', () => {
    const external = planUpgrade(
      bridged,
      buildInventory(bridged, change('billing', { source: 'external' })),
      {
        target: '6.0.0',
      },
    );
    expect(stepsOf(external)).toBe('1 server→5.4.0, 2 ci→6.0.0, 2 billing→6.0.0, 3 server→6.0.0');
  });

  it('says what to install first where nothing that builds is deployed', () => {
    const entries = fleet.filter((entry) => entry.component !== 'client');
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '6.0.0' });
    expect(plan.steps[1]).toMatchObject({
      entry: 'billing',
      installFirst: { components: ['client'], version: '6.0.0' },
    });
  });
});

describe('rule 1 and 2, releases and hops', () => {
  const series = catalogOf([
    release('0.1.0', [1, 1], [1, 1]),
    release('0.2.0', [1, 1], [1, 1], { upgradeFrom: '>=0.1.0 <0.2.0' }),
    release('0.2.1', [1, 1], [1, 1], { upgradeFrom: '>=0.1.0 <0.2.1' }),
    release('0.3.0', [1, 1], [1, 1], {
      upgradeFrom: '>=0.2.0 <0.3.0',
      avoid: [{ reason: 'loses data', source: 's', if: { sources: ['yes'] } }],
    }),
    release('0.3.1', [1, 1], [1, 1], { upgradeFrom: '>=0.2.0 <0.3.1', withdrawn: 'does not start' }),
    release('0.3.2-rc.1', [1, 1], [1, 1], { upgradeFrom: '>=0.2.0 <0.3.2' }),
    release('0.4.0', [1, 1], [1, 1], { upgradeFrom: '>=0.3.0 <0.4.0' }),
  ]);
  const server = [{ name: 'server', component: 'server', version: '0.1.0' }];
  const plan = (goal: Goal, facts: Draft = {}) =>
    planUpgrade(series, buildInventory(series, server, facts), goal);

  it('lands on the newest of each series that may be moved to', () => {
    expect(stepsOf(plan({ target: '0.4.0' }, { sources: 'no' }))).toBe(
      '1 server→0.2.1, 2 server→0.3.0, 3 server→0.4.0',
    );
    expect(stepsOf(plan({ target: '0.4.0', prereleases: true }))).toBe(
      '1 server→0.2.1, 2 server→0.3.2-rc.1, 3 server→0.4.0',
    );
  });

  it('is blocked at the hop that no release opens, and says what would help', () => {
    const blocked = plan({ target: '0.4.0' }, { sources: 'yes' });
    expect(blocked).toMatchObject({
      status: 'blocked',
      steps: [],
      causes: [{ code: 'hop', from: '0.2.1', to: '0.4.0', upgradeFrom: '>=0.3.0 <0.4.0' }],
      unblock: [
        {
          code: 'target',
          target: '0.2.1',
          cost: { moved: [{ component: 'server', instances: 1 }], steps: 1 },
        },
        { code: 'prereleases', cost: { steps: 3 } },
        { code: 'allow-skips', cost: { steps: 1 } },
      ],
    });
  });

  it('counts an unanswered condition as holding, and says which answer would change the plan', () => {
    const open = plan({ target: '0.4.0' });
    expect(open.status).toBe('blocked');
    expect(open.openFacts).toEqual([{ fact: 'sources', answers: [{ answer: 'no', becomes: 'ready' }] }]);
    expect(open.unblock[0]).toMatchObject({ code: 'answer', fact: 'sources', answer: 'no' });
  });

  it('marks every hop outside the rule where the goal waives it', () => {
    const skipping = plan({ target: '0.4.0', allowSkips: true });
    expect(skipping.steps).toMatchObject([{ from: '0.1.0', to: '0.4.0', skips: '>=0.3.0 <0.4.0' }]);
    expect(plan({ target: '0.2.1', allowSkips: true }).steps[0]).not.toHaveProperty('skips');
  });

  it.each([
    ['0.3.1', { refusal: 'withdrawn', detail: 'does not start' }],
    ['0.3.0', { refusal: 'avoided', detail: 'loses data' }],
    ['0.3.2-rc.1', { refusal: 'prerelease' }],
    ['0.9.9', { refusal: 'unlisted' }],
  ])('does not move to %s', (target, cause) => {
    expect(plan({ target })).toMatchObject({
      status: 'blocked',
      causes: [{ code: 'target', target, ...cause }],
    });
  });

  it('does not move a pinned server', () => {
    const pinned = buildInventory(series, [{ ...server[0], pinned: 'frozen until May' }]);
    expect(planUpgrade(series, pinned, { target: '0.2.0' })).toMatchObject({
      status: 'blocked',
      causes: [{ code: 'server-pinned', pinned: 'frozen until May' }],
    });
  });

  it('refuses to go back', () => {
    expect(() => plan({ target: '0.0.1' })).toThrow(UnusableInput);
  });

  it('has nothing to do at the target', () => {
    expect(plan({ target: '0.1.0' })).toMatchObject({ status: 'done', kind: 'standard', steps: [] });
  });
});

describe('fleets that are broken from the start', () => {
  it('mends what no rule keeps from being mended', () => {
    const entries = change('ci', { version: '3.3.0', protocols: { api: [1, 2] } });
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '4.2.0' });
    expect(stepsOf(plan)).toBe('1 ci→4.2.0');
    expect(plan.steps[0]).toMatchObject({ required: true, reason: { code: 'mend', server: '4.2.0' } });
  });

  it('lets the server mend a consumer that is too new', () => {
    const entries = change('ci', { version: '6.0.0' });
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '5.1.0' });
    expect(stepsOf(plan)).toBe('1 server→5.1.0');
    expect(plan.kind).toBe('backwards-incompatible');
  });

  it('is blocked by what it knows nothing of', () => {
    const entries = change('ci', { version: '4.0.9', pinned: 'in use' });
    expect(planUpgrade(bridged, buildInventory(bridged, entries), { target: '5.1.0' })).toMatchObject({
      status: 'blocked',
      causes: [
        { code: 'entry', entry: 'ci', clash: { kind: 'unknown', protocol: 'api', missing: 'consumer' } },
      ],
    });
  });
});

describe('blocked', () => {
  it('names the pinned entry with the numbers that clash, and what would help', () => {
    const entries = change('billing', { pinned: 'vendor image' });
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '6.0.0' });
    expect(plan).toMatchObject({
      status: 'blocked',
      causes: [
        {
          code: 'entry',
          entry: 'billing',
          pinned: 'vendor image',
          server: '6.0.0',
          clash: { kind: 'protocol', protocol: 'entrypoint', consumer: [1, 2], server: [3, 4] },
        },
      ],
      unblock: [
        { code: 'unpin', entry: 'billing' },
        { code: 'target', target: '5.4.0' },
        { code: 'retire', entry: 'billing' },
      ],
    });
  });

  it('offers another exact version for an entry, the nearest that works', () => {
    const goal: Goal = { target: '6.0.0', entries: { billing: '4.0.1' } };
    const plan = planUpgrade(bridged, buildInventory(bridged, fleet), goal);
    expect(plan.unblock[0]).toMatchObject({ code: 'entry-target', entry: 'billing', target: '4.1.0' });
  });

  it('names the others that block on their own as well', () => {
    const entries = change('billing', { pinned: 'a' }).map((entry) =>
      entry.name === 'ci' ? { ...entry, pinned: 'b' } : entry,
    );
    const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '6.0.0' });
    expect(plan.causes).toHaveLength(1);
    expect(plan.alsoBlocking).toEqual(['ci']);
    // Neither helps alone; both do together.
    expect(plan.unblock[0]).toMatchObject({ code: 'unpin', entry: 'billing', also: ['ci'] });
  });

  it('names two entries that each could come along, but not together', () => {
    const forked = catalogOf(
      [
        release('1.0.0', [1, 1], [1, 1]),
        release('1.1.0', [1, 2], [9, 9], { components: { client: null, entrypoint: null } }),
        release('1.2.0', [9, 9], [1, 2], { components: { client: null, entrypoint: null } }),
        release('2.0.0', [2, 2], [2, 2]),
      ],
      {
        components: {
          server: { name: 'S', role: 'server' },
          client: { name: 'C', role: 'client', speaks: ['api'] },
          entrypoint: { name: 'E', role: 'agent', speaks: ['entrypoint'] },
        },
      },
    );
    const entries = [
      { name: 'server', component: 'server', version: '1.0.0' },
      { name: 'ci', component: 'client', version: '1.0.0' },
      { name: 'app', component: 'entrypoint', version: '1.0.0' },
      { name: 'quiet', component: 'client', version: '1.0.0', protocols: { api: [1, 9] } },
    ];
    const plan = planUpgrade(forked, buildInventory(forked, entries), { target: '2.0.0' });
    expect(plan.causes).toMatchObject([
      {
        code: 'conflict',
        entry: 'app',
        server: '1.1.0',
        clash: { protocol: 'entrypoint', consumer: [1, 1], server: [9, 9] },
      },
      {
        code: 'conflict',
        entry: 'ci',
        server: '1.2.0',
        clash: { protocol: 'api', consumer: [1, 1], server: [9, 9] },
      },
    ]);
  });

  it('names the builder that cannot come along', () => {
    const entries = [
      { name: 'server', component: 'server', version: '5.4.0' },
      { name: 'ci', component: 'client', version: '4.1.0', pinned: 'frozen', protocols: { api: [4, 6] } },
      { name: 'billing', component: 'entrypoint', version: '3.3.0', protocols: { entrypoint: [1, 2] } },
    ];
    const strict = catalogOf([
      release('3.3.0', [2, 3], [1, 2]),
      release('4.1.0', [4, 5], [1, 2]),
      release('5.4.0', [4, 5], [2, 4]),
      release('6.0.0', [5, 6], [3, 4]),
    ]);
    const plan = planUpgrade(strict, buildInventory(strict, entries), { target: '6.0.0' });
    expect(plan.causes).toMatchObject([
      {
        code: 'builder',
        entry: 'billing',
        version: '3.3.0',
        builders: ['client'],
        // 5.4.0 is the first that works with both servers; the client is in the way, not its releases.
        needed: '5.4.0',
        refused: [],
        held: [{ entry: 'ci', version: '4.1.0', pinned: 'frozen' }],
      },
      { code: 'conflict', entry: 'ci', pinned: 'frozen' },
    ]);
    expect(plan.unblock).toContainEqual(expect.objectContaining({ code: 'unpin', entry: 'ci' }));
    expect(plan.unblock).not.toContainEqual(expect.objectContaining({ code: 'retire', entry: 'ci' }));
  });
});

it('keeps names apart that mean something to JavaScript', () => {
  const entries = change('billing', { name: '__proto__' }).map((entry) =>
    entry.name === 'ci' ? { ...entry, name: 'constructor' } : entry,
  );
  const plan = planUpgrade(bridged, buildInventory(bridged, entries), { target: '6.0.0' });
  expect(stepsOf(plan)).toBe('1 server→5.4.0, 2 constructor→6.0.0, 3 __proto__→6.0.0, 4 server→6.0.0');
});
