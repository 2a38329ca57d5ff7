import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './run';

const folder = mkdtempSync(join(tmpdir(), 'causeway-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const sample = 'public/samples/worked-example.inventory.json';
const fleet = JSON.parse(readFileSync(sample, 'utf8'));
const worked = ['--catalog', 'worked-example', '--inventory', sample];

describe('plan', () => {
  it('prints a plan as JSON and nothing else, the same bytes each time', async () => {
    const args = ['plan', ...worked, '--target', '6.0.0', '--format', 'json'];
    const first = await run(args);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({
      format: 'causeway/plan@1',
      status: 'ready',
      kind: 'backwards-incompatible',
      optimality: 'proven',
      goal: { target: '6.0.0', consumers: 'keep' },
      catalog: { id: 'worked-example', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await run(args)).stdout).toBe(first.stdout);
  });

  it('says in words what moves, why, how and what was verified', async () => {
    const { stdout } = await run(['plan', ...worked, '--target', '6.0.0']);
    expect(stdout).toContain('Verified: 5 states, 20 pairs, none broken.');
    expect(stdout).toContain('billing (Entrypoint × 40): 3.3.0 → 5.4.0');
    expect(stdout).toContain('Without it billing would lose the server in stage 4');
    expect(stdout).toContain('$ example build billing');
  });

  it('fills in the parameters that it is given, whatever they hold', async () => {
    const value = "a'b=$(reboot)";
    const { status, stdout } = await run([
      'plan',
      ...worked,
      ...['--target', '6.0.0', '--format', 'markdown', '--parameter', `snapshot-dir=${value}`],
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain("'a'\\''b=$(reboot)'/");
  });

  it.each([
    ['nowhere=1', 'is no parameter of this catalog. Known: snapshot-dir'],
    ['snapshot-dir', 'expected NAME=VALUE'],
  ])('refuses --parameter %s', async (pair, message) => {
    const { status, stderr } = await run(['plan', ...worked, '--target', '6.0.0', '--parameter', pair]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('takes no value once for all that is another one at each step', async () => {
    const fleet = ['--catalog', 'waypoint', '--inventory', 'public/samples/waypoint.inventory.json'];
    const { status, stderr } = await run([
      'plan',
      ...fleet,
      '--target',
      '0.11.4',
      '--parameter',
      'profile=a',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('is another one at each step');
  });

  it('prints a table and tick boxes as Markdown', async () => {
    const { stdout } = await run(['plan', ...worked, '--target', '6.0.0', '--format', 'markdown']);
    expect(stdout).toContain('| 3 | 3 | `billing` | Entrypoint × 40 | 3.3.0 | 5.4.0 |');
    expect(stdout).toContain('- [ ] **1.3** Verify the server');
  });

  it('prints a row for each step as CSV', async () => {
    const { stdout } = await run(['plan', ...worked, '--target', '6.0.0', '--format', 'csv']);
    expect(stdout.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFstage,step,entry,component,instances,from,to,required,why',
      expect.stringMatching(/^1,1,server,Server,\d+,5\.1\.0,5\.4\.0,yes,/),
    ]);
  });

  describe('as a calendar', () => {
    const calendar = ['plan', ...worked, '--target', '6.0.0', '--format', 'calendar'];

    it.each([
      ['2027-03-01T22:00Z', '20270301T220000Z'],
      ['2027-03-01T22:00+01:00', '20270301T210000Z'],
      [
        '2027-03-01T22:00',
        `${new Date('2027-03-01T22:00').toISOString().slice(0, 16).replace(/[-:]/g, '')}00Z`,
      ],
    ])('has an event for each stage, from %s on, each as long as is said', async (start, begin) => {
      const { status, stdout, stderr } = await run([
        ...calendar,
        '--start',
        start,
        '--minutes',
        '30,90, 45,15',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const events = new ICAL.Component(ICAL.parse(stdout))
        .getAllSubcomponents('vevent')
        .map((component) => new ICAL.Event(component));
      expect(stdout).toContain(`DTSTART:${begin}`);
      expect(events.map(({ duration }) => duration.toSeconds() / 60)).toEqual([30, 90, 45, 15]);
      expect(events[1]?.description).toContain('2. ci: 4.0.1 to 5.4.0');
    });

    it.each([
      [['--minutes', '30,90,45,15'], '--start is missing'],
      [['--start', '2027-03-01T22:00Z'], 'How long does it take: stage 1 (Server to 5.4.0), stage 2'],
      [['--start', '2027-03-01T22:00Z', '--minutes', '30,90,45'], '4 stages, but 3 durations'],
      [['--start', '2027-03-01T22:00Z', '--minutes', '30,90,45,15,5'], '4 stages, but 5 durations'],
      [['--start', '2027-03-01T22:00Z', '--minutes', '30,,45,15'], '"" is no number of minutes'],
      [['--start', '2027-03-01T22:00Z', '--minutes', '30,0,45,15'], '"0" is no number of minutes'],
      [['--start', '2027-03-01T22:00Z', '--minutes', '30,1.5,45,15'], '"1.5" is no number of minutes'],
      [['--start', '2027-02-30T22:00', '--minutes', '30,90,45,15'], 'expected a time like'],
      [['--start', 'tomorrow', '--minutes', '30,90,45,15'], 'expected a time like'],
    ])('does not invent what is missing: %j', async (more, message) => {
      const { status, stdout, stderr } = await run([...calendar, ...more]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
    });

    it('says that there is nothing to put into it', async () => {
      const args = ['plan', ...worked, '--target', '5.1.0', '--format', 'calendar'];
      expect(await run(args)).toMatchObject({
        status: 0,
        stdout: '',
        stderr: expect.stringContaining('There is nothing to do.'),
      });
    });

    it('takes times for no other format', async () => {
      const args = ['plan', ...worked, '--target', '6.0.0', '--minutes', '30'];
      expect(await run(args)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('--minutes goes with'),
      });
    });
  });

  it('draws the timeline as SVG', async () => {
    const { status, stdout } = await run(['plan', ...worked, '--target', '6.0.0', '--format', 'svg']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const text of ['billing', '3 · Entrypoint', 'Entrypoint', '2–4', 'may pause'])
      expect(stdout).toContain(`>${text}</text>`);
  });

  it('has exit status 1 when it is blocked, with causes and what would help', async () => {
    const entries = fleet.entries.map((entry: { name: string }) =>
      entry.name === 'billing' ? { ...entry, pinned: 'vendor image' } : entry,
    );
    const file = fileWith('pinned.json', { ...fleet, entries });
    const { status, stdout } = await run([
      'plan',
      '--catalog',
      'worked-example',
      '--inventory',
      file,
      '--target',
      '6.0.0',
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'billing is pinned at 3.3.0 (vendor image) and speaks Entrypoint 1–2; 6.0.0 speaks 3–4',
    );
    expect(stdout).toContain('Unpin billing');
  });

  it('takes answers, exact versions and align from the options', async () => {
    const waypoint = [
      'plan',
      '--catalog',
      'waypoint',
      '--inventory',
      'public/samples/waypoint.inventory.json',
      '--target',
      '0.11.4',
      '--format',
      'json',
    ];
    const stops = async (answer: string) => {
      const { stdout } = await run([...waypoint, '--fact', `config-sources=${answer}`]);
      return JSON.parse(stdout).steps.map((step: { to: string }) => step.to);
    };
    expect(await stops('yes')).toContain('0.10.3');
    expect(await stops('no')).toContain('0.10.5');
    const exact = JSON.parse((await run([...waypoint, '--entry', 'ci=0.10.3'])).stdout);
    expect(exact.steps).toContainEqual(expect.objectContaining({ entry: 'ci', to: '0.10.3' }));
    const aligned = JSON.parse((await run([...waypoint, '--consumers', 'align'])).stdout);
    expect(aligned.steps.some((step: { required: boolean }) => !step.required)).toBe(true);
  });
});

describe('verify', () => {
  it('accepts what plan prints, and names what is wrong with it when it was changed', async () => {
    const { stdout } = await run(['plan', ...worked, '--target', '6.0.0', '--format', 'json']);
    const good = fileWith('plan.json', stdout);
    expect(await run(['verify', ...worked, '--plan', good])).toMatchObject({
      status: 0,
      stdout: 'Verified: 5 states, 20 pairs, none broken.\n',
    });
    const plan = JSON.parse(stdout);
    const bad = fileWith('bad.json', {
      ...plan,
      steps: plan.steps.filter((step: { entry: string }) => step.entry !== 'billing'),
    });
    const rejected = await run(['verify', ...worked, '--plan', bad]);
    expect(rejected.status).toBe(1);
    expect(rejected.stdout).toContain('Rule 4, step 3: billing 3.3.0 loses the server 6.0.0.');
  });

  it('says what is broken already in each format, however it is called', async () => {
    const entries = fleet.entries.map((entry: { name: string }) =>
      entry.name === 'laptops' ? { ...entry, name: 'lap\n\u001btops', version: '5.4.0', pinned: 'p' } : entry,
    );
    const broken = ['--catalog', 'worked-example', '--inventory', fileWith('b.json', { ...fleet, entries })];
    const words = (name: string) => `20 pairs, none newly broken; ${name} is broken already until stage 1`;
    for (const [format, name] of [
      ['text', 'lap \\x1btops'],
      ['markdown', 'lap\\\\x0a\\\\x1btops'],
      ['script', 'lap \\x1btops'],
    ] as const) {
      const { status, stdout } = await run(['plan', ...broken, '--target', '6.0.0', '--format', format]);
      expect({ status, stdout: stdout.replace(/(?<!#)\s+/g, ' ') }).toEqual({
        status: 0,
        stdout: expect.stringContaining(words(name)),
      });
    }
    const { stdout } = await run(['plan', ...broken, '--target', '6.0.0', '--format', 'json']);
    const verified = await run(['verify', ...broken, '--plan', fileWith('b.plan.json', stdout)]);
    expect(verified).toEqual({
      status: 0,
      stderr: '',
      stdout: `Verified: 5 states, ${words('lap\n\\x1btops')}.\n`,
    });
  });

  it('wants a plan that says its goal, or the goal beside it', async () => {
    const { stdout } = await run(['plan', ...worked, '--target', '6.0.0', '--format', 'json']);
    const { goal: _, ...plan } = JSON.parse(stdout);
    const file = fileWith('no-goal.json', plan);
    expect(await run(['verify', ...worked, '--plan', file])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('goal'),
    });
    expect(await run(['verify', ...worked, '--plan', file, '--target', '6.0.0'])).toMatchObject({
      status: 0,
    });
  });
});

describe('verify, with a plan from elsewhere', () => {
  it('says that the plan was made with another state of the catalog, and verifies with this one', async () => {
    const { stdout } = await run(['plan', ...worked, '--target', '6.0.0', '--format', 'json']);
    const plan = JSON.parse(stdout);
    for (const [catalog, words] of [
      [{ ...plan.catalog, digest: '0'.repeat(64) }, 'another state of this catalog'],
      [{ ...plan.catalog, id: 'other' }, 'another catalog'],
    ]) {
      const file = fileWith('elsewhere.json', { ...plan, catalog });
      const { status, stderr } = await run(['verify', ...worked, '--plan', file]);
      expect(status).toBe(0);
      expect(stderr).toContain(words);
    }
  });

  it('rejects a plan that is blocked', async () => {
    const file = fileWith('blocked.json', {
      format: 'causeway/plan@1',
      status: 'blocked',
      kind: 'standard',
      steps: [],
      goal: { target: '6.0.0' },
    });
    expect(await run(['verify', ...worked, '--plan', file])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('The plan itself: The plan is blocked'),
    });
  });
});

describe('protocols', () => {
  it('says who speaks what', async () => {
    const { stdout } = await run(['protocols', ...worked, '--format', 'json']);
    expect(JSON.parse(stdout).protocols[0]).toMatchObject({
      protocol: 'api',
      server: [3, 5],
      spoken: [
        { range: [3, 4], entries: ['ci'], instances: 12 },
        { range: [4, 5], entries: ['laptops'], instances: 35 },
      ],
    });
  });

  it('says who holds the server back, and what could be dropped if they moved', async () => {
    const { stdout: json } = await run(['protocols', ...worked, '--format', 'json']);
    expect(JSON.parse(json).protocols[0].behind).toEqual({
      levels: [{ entries: ['ci'], instances: 12, version: 4, next: 5, drops: [3, 4], lostWith: '6.0.0' }],
      unneeded: [3, 3],
      unknown: { entries: [], instances: 0 },
    });
    const { status, stdout } = await run(['protocols', ...worked]);
    expect(status).toBe(0);
    expect(stdout).toContain('  API 3 could go today: nobody here uses it.\n');
    expect(stdout).toContain(
      '  Furthest behind, at API 4: ci (12 × CLI). Once they use 5 or newer, API 3–4 could go. The server 6.0.0 is the first release that no longer speaks API 4.\n',
    );
  });
});

describe('reach', () => {
  const linesOf = (stdout: string) =>
    new Map(stdout.split('\n').map((line) => [line.split(' ')[0], line.replace(/^\S+ +(\d{4}-\S+ +)?/, '')]));

  it("says for every release at or above the server's what it takes", async () => {
    const { status, stdout } = await run(['reach', ...worked]);
    expect(status).toBe(0);
    const lines = linesOf(stdout);
    expect(lines.get('5.1.0')).toBe('already there');
    expect(lines.get('5.4.0')).toBe('1 server hop, nothing else moves');
    expect(lines.get('6.0.0')).toMatch(/^2 server hops, moves 40 × \S+, 12 × CLI$/);
    expect(lines.has('5.0.0')).toBe(false);
  });

  it('follows what the goal wishes besides: align, and exact versions', async () => {
    const { stdout: aligned } = await run(['reach', ...worked, '--consumers', 'align']);
    expect(linesOf(aligned).get('5.4.0')).toMatch(/^1 server hop, moves 52 × \S+, 47 × CLI$/);
    const exact = await run(['reach', ...worked, '--entry', 'laptops=6.0.0', '--format', 'json']);
    const { releases } = JSON.parse(exact.stdout);
    const target = releases.find(({ version }: { version: string }) => version === '6.0.0');
    expect(target).toMatchObject({
      status: 'moves',
      hops: 2,
      moved: expect.arrayContaining([{ component: 'client', instances: 47 }]),
      optimality: 'proven',
      causes: [],
    });
  });

  it('says in words what blocks a release, all of it, and ends well all the same', async () => {
    const pinned = fileWith('held.json', {
      ...fleet,
      entries: fleet.entries.map((entry: { name: string }) =>
        entry.name === 'billing' ? { ...entry, pinned: 'vendor image' } : entry,
      ),
    });
    const { status, stdout } = await run(['reach', '--catalog', 'worked-example', '--inventory', pinned]);
    expect(status).toBe(0);
    expect(linesOf(stdout).get('6.0.0')).toMatch(/^blocked: billing is pinned at 3\.3\.0 \(vendor image\)/);
    const json = await run([
      'reach',
      '--catalog',
      'worked-example',
      '--inventory',
      pinned,
      '--format',
      'json',
    ]);
    const { releases } = JSON.parse(json.stdout);
    const blocked = releases.find(({ version }: { version: string }) => version === '6.0.0');
    expect(blocked).toMatchObject({ status: 'blocked', causes: [{ code: 'entry', entry: 'billing' }] });
  });
});

describe('inventory', () => {
  it('reads several files into one, with problems on standard error', async () => {
    const table = fileWith(
      'fleet.csv',
      'name,component,version,count\nserver,server,0.10.3,1\nci,cli,latest,3\n',
    );
    const more = fileWith('more.json', [{ name: 'web', component: 'ceb', version: 'v0.9.1', count: 4 }]);
    const { status, stdout, stderr } = await run(['inventory', table, more, '--catalog', 'waypoint']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'causeway/inventory@1',
      product: 'waypoint',
      entries: [
        { name: 'server', version: '0.10.3' },
        { name: 'web', component: 'entrypoint', version: '0.9.1', count: 4 },
      ],
    });
    expect(stderr).toContain('fleet.csv: 3:3: "latest" is a moving tag');
  });

  it('makes few entries of the many rows of a large table, as one chooses', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `app-${i}.prod.example.internal,ceb,0.9.1,2,${i % 2 === 0 ? 'a' : 'b'}`,
    );
    const head = 'name,component,version,count,label:team\nserver,server,0.10.3,1,\n';
    const large = fileWith('large.csv', `${head}${rows.join('\n')}`);
    const read = async (...more: string[]) => {
      const { status, stdout, stderr } = await run(['inventory', large, '--format', 'text', ...more]);
      return { status, lines: stdout.trim().split('\n'), stderr };
    };
    const grouped = await read();
    expect(grouped.lines).toEqual([
      'server  server  0.10.3',
      'entrypoint 0.9.1  entrypoint  0.9.1  × 200000',
    ]);
    expect(grouped.stderr).toContain('100,001 rows made 2 groups');
    expect((await read('--group-by', 'team')).lines.slice(1)).toEqual([
      'entrypoint 0.9.1, team=a  entrypoint  0.9.1  × 100000',
      'entrypoint 0.9.1, team=b  entrypoint  0.9.1  × 100000',
    ]);
    expect(await read('--group', 'never')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('more than 50,000 rows'),
    });
    expect((await read('--group', 'some')).stderr).toContain('--group some: expected auto, always or never');
  });

  it('reads a table without headings by the columns that are named, and suggests them', async () => {
    const table = fileWith('bare.csv', 'x1,cli,0.9.1,1-2,2\nx2,server,0.10.3,1-2,1\n');
    const refused = await run(['inventory', table]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--columns "name,component,version,-,count"');
    const columns = 'name,component,version,api,count';
    expect(await run(['inventory', table, '--format', 'text', '--columns', columns])).toMatchObject({
      status: 0,
      stdout: 'x1  client  0.9.1  × 2\nx2  server  0.10.3\n',
    });
    expect(await run(['inventory', table, '--columns', 'name,komponente'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"komponente" is none. Known: name, component'),
    });
  });

  it('keeps names unique over all files, and fields that it does not know', async () => {
    const named = (version: string, more: object) => ({
      format: 'causeway/inventory@1',
      product: 'worked-example',
      entries: [
        { name: 'server', component: 'server', version: '5.1.0' },
        { name: 'web', component: 'client', version },
      ],
      ...more,
    });
    const first = fileWith('first.json', named('5.3.2', { name: 'production', ticket: 7 }));
    const second = fileWith('second.json', named('5.4.0', { name: 'staging', ticket: 8, owner: 'us' }));
    const { status, stdout, stderr } = await run(['inventory', first, second]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      format: 'causeway/inventory@1',
      product: 'worked-example',
      name: 'production',
      facts: {},
      entries: [
        { name: 'server', component: 'server', version: '5.1.0', count: 1 },
        { name: 'web', component: 'client', version: '5.3.2', count: 1 },
        { name: 'web (2)', component: 'client', version: '5.4.0', count: 1 },
      ],
      ticket: 7,
      owner: 'us',
    });
    expect(stderr).toMatch(/second\.json: 1 row said what was said before/);
    expect(stderr).toContain('second.json: entries[1]: The name "web" is taken');
  });

  it('reads what tools print, says how, and what of it is none of its business', async () => {
    const version = fileWith('version.txt', 'CLI: v0.10.3 (136a885b9)\r\nServer: v0.9.1\r\n');
    const containers = fileWith(
      'ps.txt',
      'NAMES   IMAGE\nweb     nginx:1.27\nodr     hashicorp/waypoint-odr:latest\n',
    );
    const { status, stdout, stderr } = await run(['inventory', version, containers, '--format', 'text']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'client  client  0.10.3\nserver  server  0.9.1\n',
    });
    expect(stderr).toMatch(/version\.txt: read as `waypoint version`\./);
    expect(stderr).toMatch(/ps\.txt: 1 thing of no concern here: nginx:1\.27\./);
    expect(stderr).toMatch(/ps\.txt: 3:9: "latest" is a moving tag .*runner profile/);
  });

  it('reads a file by the reader that is named, and says which there are', async () => {
    const version = fileWith('version.txt', 'CLI: v0.10.3 (136a885b9)\n');
    expect(await run(['inventory', version, '--reader', 'docker-ps'])).toMatchObject({
      status: 2,
      stdout: '',
    });
    expect(await run(['inventory', version, '--reader', 'x'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Known: inventory, '),
    });
  });

  it('says that there is no row where there are headings alone', async () => {
    const empty = fileWith('empty.csv', 'name,component,version\n');
    expect(await run(['inventory', empty])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('there is no row in it that tells of a part'),
    });
  });

  it('has exit status 2 when nothing could be read', async () => {
    const page = fileWith('page.html', '<!doctype html><p>hello');
    expect(await run(['inventory', page])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^\S*page\.html: This seems to be an HTML page[^\n]*\n$/),
    });
  });
});

describe('unusable input', () => {
  const broken = fileWith('broken.json', '{"entries": [\n  {"name" "x"}\n]}');
  const upsideDown = fileWith('upside-down.json', {
    ...JSON.parse(readFileSync('public/catalogs/worked-example.json', 'utf8')),
    releases: [{ version: '1.0.0', protocols: { api: [3, 1] } }],
  });
  const twoServers = fileWith('two.json', {
    ...fleet,
    entries: [...fleet.entries, { name: 'b', component: 'server', version: '5.1.0' }],
  });
  const proto = fileWith('proto.json', '{"format": "causeway/inventory@1", "__proto__": {}, "entries": []}');
  const step = { entry: 'server', component: 'server', from: '5.1.0', to: 6, stage: 1 };
  const planned = { format: 'causeway/plan@1', status: 'ready', kind: 'standard', steps: [] };
  const oddStep = fileWith('odd-step.json', { ...planned, steps: [step] });
  const oddGoal = fileWith('odd-goal.json', { ...planned, goal: { target: 'latest' } });
  const table = fileWith('table.csv', 'name,component,version\nserver,server,5.1.0\n');
  const base = ['--catalog', 'worked-example'];

  it.each([
    [
      'no such file',
      ['plan', ...base, '--inventory', 'nowhere.json', '--target', '6.0.0'],
      'nowhere.json: cannot be read',
    ],
    [
      'no such catalog',
      ['plan', '--catalog', 'nothing', '--inventory', sample, '--target', '6.0.0'],
      '--catalog nothing',
    ],
    ['no JSON', ['plan', ...base, '--inventory', broken, '--target', '6.0.0'], 'broken.json: 2:'],
    [
      'a catalog with a range upside down',
      ['plan', '--catalog', upsideDown, '--inventory', sample, '--target', '6.0.0'],
      'releases[0].protocols.api',
    ],
    [
      'two servers',
      ['plan', ...base, '--inventory', twoServers, '--target', '6.0.0'],
      'entries[5].component',
    ],
    [
      'a __proto__ key',
      ['plan', ...base, '--inventory', proto, '--target', '6.0.0'],
      'proto.json: __proto__',
    ],
    [
      'a target below the server',
      ['plan', ...base, '--inventory', sample, '--target', '4.0.1'],
      '--target: 4.0.1 is below 5.1.0',
    ],
    [
      'a target that is no version',
      ['plan', ...base, '--inventory', sample, '--target', 'latest'],
      '--target: "latest" is not a version',
    ],
    [
      'an entry that is not there',
      ['plan', ...base, '--inventory', sample, '--target', '6.0.0', '--entry', 'x=1.0.0'],
      '--entry: The inventory has no entry "x"',
    ],
    [
      'half a pair',
      ['plan', ...base, '--inventory', sample, '--target', '6.0.0', '--entry', 'x'],
      'expected NAME=VERSION',
    ],
    [
      'an answer to no question',
      [
        'plan',
        '--catalog',
        'waypoint',
        '--inventory',
        'public/samples/waypoint.inventory.json',
        '--target',
        '0.11.4',
        '--fact',
        'x=y',
      ],
      'facts.x',
    ],
    ['no target', ['plan', ...base, '--inventory', sample], '--target is missing'],
    [
      'another format',
      ['plan', ...base, '--inventory', sample, '--target', '6.0.0', '--format', 'yaml'],
      'expected text or markdown or csv or json',
    ],
    [
      'a plan that is none',
      ['verify', ...base, '--inventory', sample, '--plan', sample],
      'worked-example.inventory.json: format: Found "causeway/inventory@1", expected "causeway/plan@1"',
    ],
    [
      'a step of a plan that is none',
      ['verify', ...base, '--inventory', sample, '--plan', oddStep],
      'odd-step.json: steps[0].to: Found 6, expected string',
    ],
    [
      'a table where an inventory is expected',
      ['plan', ...base, '--inventory', table, '--target', '6.0.0'],
      'A table is made an inventory by: inventory ',
    ],
    [
      'two versions for one entry',
      ['plan', ...worked, '--target', '6.0.0', '--entry', 'ci=5.3.2', '--entry', 'ci=5.4.0'],
      '--entry ci=5.4.0: ci was said to be 5.3.2 before',
    ],
    ['a folder', ['plan', ...base, '--inventory', folder, '--target', '6.0.0'], 'is a folder'],
    [
      'a goal of a plan file',
      ['verify', ...worked, '--plan', oddGoal],
      'odd-goal.json: goal.target: "latest"',
    ],
    [
      'an option beside the goal of a plan file',
      ['verify', ...worked, '--plan', oddGoal, '--target', 'newest'],
      '--target: "newest" is not a version',
    ],
    ['an option that is none', ['plan', '--colour'], '--help'],
    ['a command that is none', ['upgrade'], 'Known: plan, inventory, verify, protocols, reach'],
    [
      'an entry for reach that is none',
      ['reach', ...worked, '--entry', 'nobody=9.0.0'],
      '--entry: The inventory has no entry "nobody"',
    ],
    ['consumers for reach that are none', ['reach', ...worked, '--consumers', 'all'], '--consumers: '],
    ['a target for reach', ['reach', ...worked, '--target', '6.0.0'], 'reach takes no --target'],
  ])('%s: exit status 2, and where it is wrong', async (_, args, message) => {
    const outcome = await run(args);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });
});

it.each(['plan', 'inventory', 'verify', 'protocols', 'reach'])('says how %s is called', async (command) => {
  const { status, stdout } = await run([command, '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${command} .*--catalog`));
  expect((await run(['help', command])).stdout).toBe(stdout);
  expect((await run(['--help'])).stdout).toContain(stdout.split('\n')[0]);
});

describe('as a program', () => {
  const program = ['src/cli/main.ts'];
  const cli = (args: readonly string[], input = '') =>
    spawnSync('node_modules/.bin/tsx', [...program, ...args], { input, encoding: 'utf8' });
  const piped = ['--catalog', 'worked-example', '--inventory', '-', '--target', '6.0.0'];

  it('reads standard input, and writes the answer and nothing else', () => {
    const planned = cli(['plan', ...piped, '--format', 'json'], JSON.stringify(fleet));
    expect(planned).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(planned.stdout).steps).toHaveLength(4);
  });

  it('has the exit status of what it says', () => {
    expect(cli(['plan', ...piped], 'oops')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('standard input: 1:1: This is not JSON'),
    });
    const pinned = { ...fleet, entries: fleet.entries.map((entry: object) => ({ ...entry, pinned: '' })) };
    expect(cli(['plan', ...piped], JSON.stringify(pinned)).status).toBe(1);
  });

  it('gives up what has no end', () => {
    const endless = cli([
      'plan',
      '--catalog',
      'worked-example',
      '--inventory',
      '/dev/zero',
      '--target',
      '6.0.0',
    ]);
    expect(endless).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('/dev/zero: has more than the 64 MB'),
    });
  });

  it('takes it calmly that nobody reads to the end', () => {
    const shell = `node_modules/.bin/tsx src/cli/main.ts plan --catalog waypoint --inventory public/samples/waypoint.inventory.json --target 0.11.4 --consumers align --format markdown | true`;
    const { stderr } = spawnSync('/bin/sh', ['-c', shell], { encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});
