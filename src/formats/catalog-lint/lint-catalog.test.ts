import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintCatalog, RULES } from './lint-catalog';

/** A catalog that no rule finds fault with. Cases change one thing in it. */
function soundCatalog() {
  return {
    $schema: '../schemas/catalog.schema.json',
    format: 'causeway/catalog@1',
    id: 'demo',
    name: 'Demo',
    updated: '2026-01-31',
    protocols: { api: { name: 'API' } },
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'CLI', role: 'client', speaks: ['api'], aliases: ['command line'] },
      agent: { name: 'Agent', role: 'agent', speaks: ['api'], builtWith: ['client'] },
      proxy: {
        name: 'Proxy',
        role: 'agent',
        speaks: ['api'],
        releases: [
          { version: '20.1.0', date: '2023-01-01', protocols: { api: [1, 2] } },
          { version: '20.2.0', date: '2023-02-01', protocols: { api: [1, 2] } },
        ],
      },
    },
    facts: { platform: { question: 'Where does it run?', options: { docker: 'Docker', unit: 'Unit' } } },
    parameters: { file: { name: 'File', default: 'a.snap', byRelease: { '1.1.0': 'b.snap' } } },
    incidents: [
      {
        id: 'i1',
        component: 'client',
        versions: '>=1.1.0',
        server: '<1.1.0',
        severity: 'degraded',
        summary: 'A call is missing.',
        source: 'changelog',
      },
    ],
    procedures: [
      {
        id: 'docker',
        component: 'server',
        if: { platform: ['docker'] },
        source: 'guide',
        actions: [{ title: 'Save', command: 'demo save {{file}} && demo run demo:{{to}}' }],
      },
      {
        id: 'unit-first',
        component: 'server',
        to: '<1.1.0',
        if: { platform: ['unit'] },
        source: 'guide',
        actions: [{ title: 'Replace the binary' }],
      },
      {
        id: 'unit-later',
        component: 'server',
        to: '>=1.1.0',
        if: { platform: ['unit'] },
        source: 'guide',
        actions: [{ title: 'Replace the binary' }],
      },
    ],
    releases: [
      {
        version: '1.0.0',
        date: '2024-01-01',
        eol: '2025-01-01',
        protocols: { api: [1, 2] },
        components: { agent: null },
      },
      {
        version: '1.0.1',
        date: '2024-02-01',
        protocols: { api: [1, 2] },
        upgradeFrom: '>=1.0.0 <1.0.1',
        notes: [
          {
            id: 'n1',
            kind: 'known-issue',
            applies: ['client'],
            affects: '<1.0.1',
            fixedIn: '1.0.1',
            summary: 'It stops.',
            source: 'changelog',
          },
        ],
      },
      {
        version: '1.1.0',
        date: '2024-01-15',
        protocols: { api: [1, 2] },
        upgradeFrom: '>=1.0.0 <1.1.0',
        avoid: [{ reason: 'It loses data.', source: 'issue 1', if: { platform: ['docker'] } }],
      },
    ],
  };
}

/** Sets, or with `undefined` removes, what a path like `releases.0.notes.1.id` leads to. */
function change(catalog: unknown, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = catalog as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
}

function findingsAfter(changes: Readonly<Record<string, unknown>>): string[] {
  const catalog = soundCatalog();
  for (const [path, value] of Object.entries(changes)) change(catalog, path, value);
  return lintCatalog(catalog).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
}

const CASES: readonly [story: string, changes: Record<string, unknown>, findings: string[]][] = [
  ['nothing', {}, []],
  [
    'a field with a slip of the pen',
    { 'releases.1.upgradefrom': '*', 'components.proxy.releases.0.dated': '2023' },
    [
      'warning unknown-fields components.proxy.releases[0].dated',
      'warning unknown-fields releases[1].upgradefrom',
    ],
  ],
  [
    'texts that say nothing',
    { 'incidents.0.summary': ' ', 'facts.platform.options.unit': '', 'procedures.1.actions.0.title': '' },
    [
      'error texts-present facts.platform.options.unit',
      'error texts-present incidents[0].summary',
      'error texts-present procedures[1].actions[0].title',
    ],
  ],
  [
    'no sources',
    {
      'releases.1.notes.0.source': '',
      'releases.2.avoid.0.source': ' ',
      'incidents.0.source': '',
      'procedures.0.source': undefined,
    },
    [
      'error sources-present releases[1].notes[0].source',
      'error sources-present releases[2].avoid[0].source',
      'error sources-present incidents[0].source',
      'error sources-present procedures[0].source',
    ],
  ],
  [
    'commands that take something away, of which only one says what',
    {
      'procedures.0.actions.0.command': 'docker rm demo && demo uninstall -keep=true {{file}} {{to}}',
      'procedures.1.actions.0': { title: 'Delete', command: 'demo delete x', loses: 'The x.' },
      'procedures.2.actions.0': {
        title: 'Upgrade',
        command: 'demo upgrade -prune=false --delete-context=false',
        undo: { command: 'demo restore x' },
      },
    },
    [
      'warning losses-said procedures[0].actions[0].command',
      'warning losses-said procedures[2].actions[0].undo.command',
    ],
  ],
  [
    'placeholders in checks and in what takes an action back',
    {
      'procedures.1.actions.0': {
        title: 'Replace',
        check: { command: "demo version '{{to}}'", prints: '{{too}}' },
        undo: { command: 'demo back {{form}}', check: { command: 'demo version', prints: '"{{from}}"' } },
      },
    },
    [
      'error parameters-known procedures[1].actions[0].check.prints',
      'error parameters-known procedures[1].actions[0].undo.command',
      'error parameters-unquoted procedures[1].actions[0].check.command',
    ],
  ],
  ['one id for two procedures', { 'procedures.2.id': 'docker' }, ['error unique-ids procedures[2].id']],
  [
    'one id for two notes, in different releases',
    {
      'releases.2.notes': [{ id: 'n1', kind: 'info', summary: 'Again.', source: 'changelog' }],
      'components.proxy.releases.1.notes': [{ id: 'n1', kind: 'info', summary: 'And here.', source: 'x' }],
    },
    ['error unique-ids releases[2].notes[0].id', 'error unique-ids components.proxy.releases[1].notes[0].id'],
  ],
  ['one id for a note and an incident', { 'incidents.0.id': 'n1' }, []],
  [
    'an alias that is the name of another component, in other letters',
    { 'components.agent.aliases': ['runner', 'cli'] },
    ['error aliases-clear components.agent.aliases[1]'],
  ],
  ['an alias that is its own id', { 'components.client.aliases': ['Client'] }, []],
  [
    'components that build each other',
    { 'components.client.builtWith': ['agent'] },
    [
      'error builders-acyclic components.client.builtWith',
      'error builders-acyclic components.agent.builtWith',
    ],
  ],
  [
    'a protocol that nobody speaks',
    { 'protocols.events': { name: 'Events' } },
    ['warning protocols-used protocols.events'],
  ],
  [
    'a range left out for the server, and given for the others',
    {
      'releases.2.protocols': {},
      'releases.2.components': { client: { protocols: { api: [1, 2] } }, agent: null },
    },
    ['warning ranges-known releases[2].protocols'],
  ],
  [
    'a range left out on a line of its own',
    { 'components.proxy.releases.1.protocols': {} },
    ['warning ranges-known components.proxy.releases[1].protocols'],
  ],
  ['a day that does not exist', { 'releases.0.date': '2024-02-30' }, ['error dates-rise releases[0].date']],
  ['a date in another order', { updated: '31.01.2026' }, ['error dates-rise updated']],
  [
    'a patch before the one it follows',
    { 'releases.1.date': '2023-12-31' },
    ['error dates-rise releases[1].date'],
  ],
  [
    'an own line that goes back in time',
    { 'components.proxy.releases.1.date': undefined, 'components.proxy.releases.0.version': '20.2.1' },
    [],
  ],
  [
    'an own line that goes back in time, both dated',
    { 'components.proxy.releases.0.version': '20.2.1' },
    ['error dates-rise components.proxy.releases[0].date'],
  ],
  [
    'support that ends before it begins',
    { 'releases.0.eol': '2023-06-01' },
    ['warning dates-rise releases[0].eol'],
  ],
  [
    'support that ends before it begins, and why',
    { 'releases.0.eol': '2023-06-01', 'releases.0.eolNote': 'A last patch came after the end.' },
    [],
  ],
  [
    'support that ends before it begins, and nothing said of why',
    { 'releases.0.eol': '2023-06-01', 'releases.0.eolNote': ' ' },
    ['warning dates-rise releases[0].eol'],
  ],
  [
    'a release that nothing listed may move to',
    { 'releases.2.upgradeFrom': '>=0.8.0 <0.9.0' },
    ['error hops-reach releases[2].upgradeFrom'],
  ],
  ['a first release that asks for an older one', { 'releases.0.upgradeFrom': '>=0.9.0 <1.0.0' }, []],
  [
    'ranges that hold no release',
    {
      'incidents.0.server': '<1.0.0',
      'incidents.0.versions': '2.x',
      'releases.1.notes.0.affects': '<0.5.0',
    },
    [
      'warning ranges-hold-releases incidents[0].versions',
      'warning ranges-hold-releases incidents[0].server',
      'warning ranges-hold-releases releases[1].notes[0].affects',
    ],
  ],
  [
    'a note about a component that the release lacks',
    {
      'releases.0.notes': [
        { id: 'n0', kind: 'info', applies: ['client', 'agent'], summary: 'First.', source: 'changelog' },
      ],
    },
    ['warning notes-apply releases[0].notes[0].applies[1]'],
  ],
  [
    'a note about nobody',
    { 'releases.1.notes.0.applies': [] },
    [
      'warning ranges-hold-releases releases[1].notes[0].affects',
      'error notes-apply releases[1].notes[0].applies',
    ],
  ],
  [
    'a note of the own line about someone else',
    {
      'components.proxy.releases.0.notes': [
        { id: 'p', kind: 'info', applies: ['client'], summary: 'Hm.', source: 'x' },
      ],
    },
    ['warning notes-apply components.proxy.releases[0].notes[0].applies[0]'],
  ],
  [
    'a fix in a release that is not listed',
    { 'releases.1.notes.0.fixedIn': '1.0.2' },
    ['error fixes-listed releases[1].notes[0].fixedIn'],
  ],
  [
    'a fix in no version at all',
    { 'releases.1.notes.0.fixedIn': 'soon' },
    ['error fixes-listed releases[1].notes[0].fixedIn'],
  ],
  [
    'a fix in a release that shows the defect',
    { 'releases.1.notes.0.affects': '<=1.0.1' },
    ['error fixes-listed releases[1].notes[0].fixedIn'],
  ],
  [
    'a question that decides nothing',
    { 'facts.mood': { question: 'How are you?', options: { good: 'Good', bad: 'Bad' } } },
    ['warning facts-used facts.mood'],
  ],
  [
    'answers that make no difference',
    { 'facts.platform.options': { docker: 'Docker', podman: 'Podman', moby: 'Moby', unit: 'Unit' } },
    [
      'warning facts-used facts.platform.options',
      'warning procedures-cover procedures',
      'warning procedures-cover procedures',
    ],
  ],
  [
    'a condition that every answer meets',
    { 'releases.2.avoid.0.if': { platform: ['unit', 'docker'] } },
    ['warning facts-used releases[2].avoid[0].if.platform'],
  ],
  [
    'a parameter that is not declared, and one with a name of the step',
    {
      'procedures.1.actions.0.rollback': 'demo load {{fil}}',
      'parameters.to': { name: 'To' },
    },
    ['error parameters-known procedures[1].actions[0].rollback', 'error parameters-known parameters.to'],
  ],
  [
    'parameters inside quotes',
    { 'procedures.0.actions.0.command': `demo save "{{file}}" && sh -c 'demo {{to}}' && demo \\" {{from}}` },
    [
      'error parameters-unquoted procedures[0].actions[0].command',
      'error parameters-unquoted procedures[0].actions[0].command',
    ],
  ],
  ['quotes that are closed again', { 'procedures.0.actions.0.command': `echo "it's" {{file}}` }, []],
  [
    'a parameter that is not used',
    { 'parameters.namespace': { name: 'Namespace' } },
    ['warning parameters-used parameters.namespace'],
  ],
  [
    'a value for a release that is not listed',
    { 'parameters.file.byRelease': { 'v1.1.0': 'b.snap', '3.0.0': 'c.snap' } },
    ['error parameters-used parameters.file.byRelease["3.0.0"]'],
  ],
  [
    'a step without a procedure',
    { 'procedures.2.to': '>=1.2.0' },
    ['warning ranges-hold-releases procedures[2].to', 'warning procedures-cover procedures'],
  ],
  [
    'two procedures for one step',
    { 'procedures.1.to': undefined },
    ['error procedures-disjoint procedures[2]'],
  ],
  [
    'two procedures for a step that the hop rule shuts out',
    { 'procedures.1.to': undefined, 'procedures.2.from': '<1.0.0', 'procedures.2.to': undefined },
    ['warning ranges-hold-releases procedures[2].from'],
  ],
  [
    'signs that tell components in the same image apart',
    {
      'components.server.signs': { images: ['demo/demo'], commands: ['serve'] },
      'components.agent.signs': { images: ['demo/demo'], labels: { role: 'agent' } },
      'components.client.signs': { images: ['demo/cli'] },
      charts: [
        { name: 'demo', version: '0.1.0', appVersion: '1.0.0', components: { server: '1.0.0' } },
        {
          name: 'demo',
          version: '0.1.0',
          appVersion: '1.1.0',
          components: { server: '1.1.0', proxy: '20.1.0' },
        },
      ],
    },
    [],
  ],
  [
    'images that are shared and not told apart, or not bare, and signs without images',
    {
      'components.server.signs': { images: ['demo/demo'], names: ['demo'] },
      'components.agent.signs': { images: ['demo/demo'] },
      'components.proxy.signs': {
        images: ['demo/demo', 'ghcr.io/demo/proxy', 'demo/proxy:1'],
        names: ['demo'],
      },
      'components.client.signs': { names: ['cli'] },
    },
    [
      'warning signs-clear components.client.signs.names',
      'error signs-clear components.proxy.signs.images[1]',
      'error signs-clear components.proxy.signs.images[2]',
      'error signs-clear components.agent.signs',
      'error signs-clear components.proxy.signs',
      'error signs-clear components.proxy.signs',
    ],
  ],
  [
    'a chart that is there twice, with a release that is not listed',
    {
      charts: [
        { name: 'demo', version: '0.1.0', components: { server: '1.0.0' } },
        { name: 'demo', version: '0.1.0', components: { server: '1.0.9' } },
      ],
    },
    ['error charts-listed charts[1]', 'warning charts-listed charts[1].components.server'],
  ],
];

describe('lintCatalog', () => {
  it.each(CASES)('%s', (_story, changes, findings) => {
    expect(findingsAfter(changes)).toEqual(findings);
  });

  it('has a case for every rule', () => {
    const tried = CASES.flatMap(([, , findings]) => findings.map((finding) => finding.split(' ')[1]));
    expect(RULES.map(({ id }) => id).filter((id) => !tried.includes(id))).toEqual([]);
  });

  it.each([
    [
      'an upside-down range',
      { 'releases.0.protocols.api': [3, 2] },
      'parse:range-inverted releases[0].protocols.api',
    ],
    [
      'an unknown component',
      { 'releases.1.notes.0.applies': ['cli'] },
      'parse:unknown-component releases[1].notes[0].applies[0]',
    ],
    [
      'an avoidance of nobody known',
      { 'releases.2.avoid.0.components': ['x'] },
      'parse:unknown-component releases[2].avoid[0].components[0]',
    ],
    [
      'an unknown builder',
      { 'components.agent.builtWith': ['x'] },
      'parse:unknown-component components.agent.builtWith[0]',
    ],
    ['an unknown rank', { disruption: ['server', 'x'] }, 'parse:unknown-component disruption[1]'],
    [
      'an unknown question',
      { 'incidents.0.if': { moon: ['full'] } },
      'parse:unknown-fact incidents[0].if.moon',
    ],
    [
      'an unknown answer',
      { 'procedures.0.if': { platform: ['vm'] } },
      'parse:unknown-answer procedures[0].if.platform[0]',
    ],
    ['a range that is none', { 'procedures.0.to': 'later' }, 'parse:not-a-range procedures[0].to'],
    [
      'a chart of a component that is not there',
      { charts: [{ name: 'demo', version: '0.1.0', components: { x: '1.0.0' } }] },
      'parse:unknown-component charts[0].components.x',
    ],
    [
      'a chart that brings no version',
      { charts: [{ name: 'demo', version: '0.1.0', components: { server: 'latest' } }] },
      'parse:not-a-version charts[0].components.server',
    ],
    [
      'a sign that everything has',
      { 'components.server.signs': { names: [' '] } },
      'parse:malformed components.server.signs.names[0]',
    ],
  ])('tells what the parser refuses: %s', (_story, changes, finding) => {
    const catalog = soundCatalog();
    for (const [path, value] of Object.entries(changes)) change(catalog, path, value);
    expect(lintCatalog(catalog).map(({ rule, path }) => `${rule} ${path}`)).toEqual([finding]);
  });

  it('names places as they stand in the file, in whatever order its releases are', () => {
    const catalog = soundCatalog();
    catalog.releases.reverse();
    change(catalog, 'releases.0.date', 'soon');
    expect(lintCatalog(catalog).map(({ path }) => path)).toEqual(['releases[0].date']);
  });

  it('says what was found and what was expected', () => {
    const catalog = soundCatalog();
    change(catalog, 'procedures.2.to', '>=1.2.0');
    expect(lintCatalog(catalog).at(-1)?.message).toBe(
      'No procedure takes "server" from 1.0.0 to 1.1.0 (platform: unit); 2 such steps.',
    );
    change(catalog, 'procedures.2.to', '*');
    expect(lintCatalog(catalog).at(-1)?.message).toBe(
      '"unit-later" and "unit-first" both take "server" from 1.0.0 to 1.0.1 (platform: unit).',
    );
  });

  it('does not try out more combinations of answers than a reader could', () => {
    const catalog = soundCatalog();
    const questions = Array.from({ length: 7 }, (_, i) => `q${i}`);
    const options = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`a${i}`, `Answer ${i}`]));
    for (const question of questions) change(catalog, `facts.${question}`, { question, options });
    change(catalog, 'procedures.0.if', Object.fromEntries(questions.map((question) => [question, ['a0']])));
    const messages = lintCatalog(catalog)
      .filter(({ rule }) => rule.startsWith('procedures'))
      .map(({ message }) => message);
    expect(messages).toEqual([
      'The procedures of "server" tell 32768 combinations of answers apart; too many to check.',
    ]);
  });

  it('finds something to say about anything that is no catalog, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(lintCatalog(json).length).toBeGreaterThan(0);
      }),
    );
    expect(lintCatalog(JSON.parse('{"__proto__": {"a": 1}}'))[0]?.rule).toMatch(/^parse:/);
  });
});
