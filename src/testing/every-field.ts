/**
 * One of everything that docs/formats.md publishes: between them the values of a format have each of its fields and each of
 * its words. What is called least has nothing in it that may be left out.
 */
import { CATALOG_FORMAT, INVENTORY_FORMAT, PLAN_FORMAT } from '../engine/model';

type Json = Readonly<Record<string, unknown>>;

const clashes: readonly Json[] = [
  { kind: 'protocol', protocol: 'api', consumer: [1, 2], server: [3, 4], outdated: 'client-outdated' },
  { kind: 'protocol', protocol: 'api', consumer: [3, 4], server: [1, 2], outdated: 'server-outdated' },
  { kind: 'incident', incident: 'i1' },
  { kind: 'unknown', protocol: 'api', missing: 'consumer' },
  { kind: 'unknown', protocol: 'api', missing: 'server' },
  { kind: 'unknown', protocol: 'api', missing: 'both' },
];
const [clash = {}] = clashes;

const reasons: readonly Json[] = [
  { code: 'target' },
  { code: 'required-stop', next: '2.0.0', upgradeFrom: '>=1.0.0' },
  { code: 'bridge', next: '2.0.0', entry: 'billing', clash },
  ...clashes.map((each) => ({ code: 'keep-compatible', server: '2.0.0', stage: 3, clash: each })),
  { code: 'mend', server: '1.0.0', clash },
  { code: 'goal' },
  { code: 'align' },
  { code: 'builder', entry: 'billing', version: '1.0.0' },
];

const cost = { moved: [{ component: 'client', instances: 3 }], steps: 2 };
const who = { entry: 'billing', component: 'client' };
const refusals = ['unlisted', 'withdrawn', 'avoided', 'prerelease', 'past-target', 'not-newer'];

export const causes: readonly Json[] = [
  { code: 'entry', ...who, version: '1.0.0', pinned: 'frozen', server: '2.0.0', clash },
  {
    code: 'entry-goal',
    ...who,
    version: '1.0.0',
    target: '2.0.0',
    server: '2.0.0',
    clash,
    pinned: 'frozen',
    detail: 'lost',
  },
  ...refusals.map((refusal) => ({ code: 'entry-goal', ...who, version: '1.0.0', target: '2.0.0', refusal })),
  { code: 'builder', ...who, builders: ['cli'] },
  {
    code: 'builder',
    ...who,
    version: '1.0.0',
    builders: ['cli'],
    needed: '2.0.0',
    refused: [
      { component: 'cli', version: '2.0.0', refusal: 'withdrawn', detail: 'lost' },
      { component: 'cli', version: '2.1.0', server: '2.0.0', clash },
    ],
    held: [{ entry: 'ci', version: '1.0.0', pinned: 'frozen', target: '1.5.0', server: '1.0.0', clash }],
  },
  { code: 'conflict', ...who, version: '1.0.0', pinned: 'frozen', server: '2.0.0', clash },
  { code: 'hop', from: '1.0.0', to: '2.0.0', upgradeFrom: '>=1.5.0' },
  { code: 'target', target: '2.0.0', refusal: 'withdrawn', detail: 'lost' },
  { code: 'server-pinned', entry: 'server', version: '1.0.0', pinned: 'frozen' },
];

export const unblock: readonly Json[] = [
  { code: 'answer', fact: 'sealed', answer: 'yes', cost },
  { code: 'entry-target', entry: 'billing', target: '2.0.0', cost },
  { code: 'unpin', entry: 'billing', also: ['checkout'], cost },
  { code: 'target', target: '2.0.0', cost },
  { code: 'keep', cost },
  { code: 'prereleases', cost },
  { code: 'allow-skips', cost },
  { code: 'look-up', entry: 'billing', protocols: { api: [1, 2] }, cost },
  { code: 'put-back', entry: 'billing', version: '1.0.0', cost },
  { code: 'move', entry: 'billing', version: '2.0.0', worksNow: false, cost },
  { code: 'retire', entry: 'billing', cost },
  {
    code: 'together',
    changes: [
      { code: 'unpin', entry: 'billing' },
      { code: 'retire', entry: 'ci', cost },
    ],
    cost,
  },
];

const step = { ...who, from: '1.0.0', to: '2.0.0', stage: 1, required: true };
export const leastPlan = {
  format: PLAN_FORMAT,
  status: 'ready',
  kind: 'standard',
  optimality: 'proven',
  steps: [],
  causes: [],
  unblock: [],
};
const becomes = ['ready', 'done', 'blocked'].map((status) => ({ answer: 'yes', becomes: status }));
export const plans = [
  {
    ...leastPlan,
    steps: [
      { ...step, skips: '>=1.5.0', installFirst: { components: ['cli'], version: '1.0.0' } },
      ...reasons.map((reason) => ({ ...step, reason })),
    ],
    cost,
  },
  {
    ...leastPlan,
    status: 'blocked',
    kind: 'backwards-incompatible',
    optimality: 'best-found',
    causes,
    unblock,
    unblockSearch: 'done',
    bound: cost,
    openFacts: [{ fact: 'sealed', answers: becomes }],
    alsoBlocking: ['checkout'],
  },
  { ...leastPlan, status: 'blocked', unblockSearch: 'cut-short' },
  { ...leastPlan, status: 'done' },
];

export const leastGoal = { target: '2.0.0' };
export const goals = ['keep', 'align'].map((consumers) => ({
  target: '2.0.0',
  consumers,
  entries: { billing: '1.1.0' },
  allowSkips: true,
  prereleases: true,
  disruption: ['client', 'server'],
}));

export const leastEntry = { name: 'billing', component: 'client', version: '1.0.0' };
export const leastInventory = { format: INVENTORY_FORMAT, product: 'demo', entries: [leastEntry] };
export const inventories = [
  {
    ...leastInventory,
    name: 'Demo',
    facts: { sealed: 'yes' },
    entries: [
      {
        ...leastEntry,
        count: 3,
        protocols: { api: [1, 2] },
        pinned: 'frozen',
        source: 'external',
        labels: { zone: 'eu' },
      },
    ],
  },
];

const condition = { sealed: ['yes'] };
const note = { id: 'n1', kind: 'breaking', summary: 'It breaks.', source: 'the notes' };
const words = { basis: 'read', confidence: 'high' };
const notes: readonly Json[] = [
  {
    ...note,
    ...words,
    applies: ['client'],
    if: condition,
    affects: '<2.0.0',
    fixedIn: '2.0.0',
    actions: ['Do it.'],
  },
  ...['action', 'known-issue', 'deprecation', 'info'].map((kind) => ({ ...note, kind })),
  ...['before', 'during', 'after'].map((when) => ({ ...note, when })),
  ...['critical', 'high', 'medium', 'low'].map((severity) => ({ ...note, severity })),
];
const ranges = { api: [1, 2] };
const avoid = [{ reason: 'It loses data.', source: 'the notes', if: condition, components: ['client'] }];
const releaseFields = {
  version: '1.0.0',
  date: '2026-01-01',
  protocols: ranges,
  withdrawn: 'lost',
  avoid,
  notes,
  source: 'the notes',
  confidence: 'high',
};
const check = { command: 'demo status', prints: 'ok' };
const action = {
  title: 'Move it',
  command: 'demo move',
  detail: 'All of it.',
  verify: 'It runs.',
  rollback: 'Move it back.',
  loses: 'Sessions',
  path: '/opt/demo',
  check,
  undo: { command: 'demo back', loses: 'Sessions', check },
  source: 'the notes',
};
export const leastCatalog = {
  format: CATALOG_FORMAT,
  id: 'demo',
  name: 'Demo',
  updated: '2026-01-01',
  protocols: { api: { name: 'API' } },
  components: { server: { name: 'Server', role: 'server' } },
  releases: [{ version: '1.0.0' }],
};
const incident = {
  id: 'i1',
  component: 'client',
  severity: 'broken',
  summary: 'It fails.',
  source: 'the notes',
};
export const catalogs = [
  {
    ...leastCatalog,
    description: 'A product',
    fictional: true,
    homepage: 'https://example.org',
    granularity: 'minor',
    protocols: { api: { name: 'API', description: 'What clients call' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: {
        name: 'Client',
        role: 'client',
        description: 'What people use',
        speaks: ['api'],
        granularity: 'major',
        aliases: ['cli'],
        advice: 'Move it last.',
        caveat: 'Not sure.',
        signs: {
          images: ['demo/client'],
          variants: ['-alpine'],
          vendorBuilds: ['-gke.'],
          commands: ['client run'],
          labels: { type: 'client' },
          names: ['demo-client'],
          logs: ['demo.client'],
          versionLabels: ['version'],
          versionHint: 'Run it.',
        },
      },
      worker: {
        name: 'Worker',
        role: 'agent',
        builtWith: ['client'],
        granularity: 'patch',
        releases: [releaseFields],
      },
    },
    disruption: ['server'],
    facts: { sealed: { question: 'Sealed?', help: 'Look.', options: { yes: 'Yes' } } },
    incidents: [
      { ...incident, ...words, versions: '<1.0.0', server: '>1.0.0', if: condition },
      { ...incident, severity: 'degraded' },
    ],
    procedures: [
      {
        id: 'p1',
        title: 'Move',
        component: 'client',
        from: '<1.0.0',
        to: '>=1.0.0',
        if: condition,
        actions: [
          { ...action, runs: 'once' },
          { title: 'Look', runs: 'each' },
        ],
        source: 'the notes',
        confidence: 'high',
      },
    ],
    parameters: {
      file: { name: 'File', description: 'Where', default: 'a', perStep: true, byRelease: { '1.0.0': 'b' } },
    },
    charts: [{ name: 'demo', version: '0.1.0', appVersion: '1.0.0', components: { server: '1.0.0' } }],
    releases: [
      {
        ...releaseFields,
        eol: '2027-01-01',
        eolNote: 'As announced',
        components: { client: { protocols: ranges }, worker: null },
        upgradeFrom: '>=0.9.0',
      },
    ],
    sources: ['the notes'],
    caveats: ['Not all is known.'],
    hopRule: 'One at a time.',
  },
];
