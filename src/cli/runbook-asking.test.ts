import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Draft, draftCatalog, draftInventory } from '../testing/build';
import { agree, StandInWorld } from '../testing/stand-ins';
import { SHELLS, writeScript } from '../testing/write-script';
import { run } from './run';

let world: StandInWorld;
afterEach(() => world?.end());

/** A server that moves from 1.0.0 to 2.0.0 by these actions. */
function demoScript(actions: readonly Draft[], entries: readonly Draft[] = []): Promise<string> {
  const catalog = draftCatalog({
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 2] } },
    ],
    parameters: { node: { name: 'Node', perStep: true } },
    procedures: [{ id: 'p', component: 'server', actions }],
  });
  const server = { name: 'server', component: 'server', version: '1.0.0' };
  const files = [catalog, draftInventory([server, ...entries])].map((json, i) => {
    const file = join(world.folder, `${i}.json`);
    writeFileSync(file, JSON.stringify(json));
    return file;
  });
  return writeScript(['--catalog', files[0] ?? '', '--inventory', files[1] ?? '', '--target', '2.0.0']);
}

describe.each(SHELLS)('a runbook under %s', (shell) => {
  it('passes the point of no return at a word only, and says later that there is no way back', async () => {
    world = new StandInWorld('1.0.0');
    // It works with the new server only, so that no server may go back from there.
    const late = { name: 'late', component: 'client', version: '1.0.0', protocols: { api: [2, 2] } };
    const script = await demoScript([{ title: 'Move', command: 'example move', runs: 'once' }], [late]);
    const alone = await world.run(shell, script, ['--yes']);
    expect(alone.output).toContain('POINT OF NO RETURN');
    expect(world.calls()).toEqual([]);
    expect((await world.run(shell, script, ['--yes'], agree)).status).toBe(0);
    expect(world.calls()).toEqual([['example', 'move']]);
    const back = await world.run(shell, script, ['--back'], agree);
    expect(back.status).toBe(1);
    expect(back.output).toContain('From here no safe way leads back');
  });

  it('looks for whole words on one line', async () => {
    world = new StandInWorld('1.0.0');
    const cases: readonly [printed: string, wanted: string, holds: boolean][] = [
      ['Server: v1.2.3', 'Server: v1.2.3', true],
      ['  Server: v1.2.3 (abc)\\nCLI: v1.2.4', 'v1.2.3', true],
      ['"version": "1.2.3",', '1.2.3', true],
      ['image/demo:1.2.3\\r', 'demo:1.2.3', true],
      ['v1.2.3', '1.2.3', false],
      ['Server: v1.2.30', 'Server: v1.2.3', false],
      ['Server: v1.2.3-rc1', 'Server: v1.2.3', false],
      ['Server: v1.2.3+build', 'Server: v1.2.3', false],
      ['Server: v11.2.3', '1.2.3', false],
      ['Server:\\nv1.2.3', 'Server: v1.2.3', false],
      ['Server: v1x2y3', 'Server: v1.2.3', false],
      ['anything', '*', false],
      ['a * b', '*', true],
      ['', 'x', false],
    ];
    const actions = cases.map(([printed, prints], i) => ({
      title: `Case ${i}.`,
      command: 'true',
      runs: 'once',
      check: { command: `printf '${printed}\\n'`, prints },
    }));
    const { status, output } = await world.run(shell, await demoScript(actions), [], (question) =>
      question.startsWith('Type again') ? 'holds' : agree(question),
    );
    expect(status).toBe(0);
    const seen = output
      .split(/Case \d+\./)
      .slice(1)
      .map((part) => part.includes('Seen.'));
    expect(seen).toEqual(cases.map(([, , holds]) => holds));
  });

  it('asks a person for what each of several instances needs, and runs nothing there', async () => {
    world = new StandInWorld('1.24.17');
    const { status, output } = await world.run(
      shell,
      await writeScript([
        '--catalog',
        'consul',
        '--inventory',
        'public/samples/consul.inventory.json',
        '--target',
        '1.12.9',
      ]),
      [],
      agree,
    );
    expect(status).toBe(0);
    expect(output).toMatch(/Type done once you have done it on each of the \d+ instances, or stop\./);
    expect(world.calls().filter(([name]) => name === 'sudo')).toEqual([]);
  });

  it('runs unmarked commands at a word of their own, and those that look destructive at another', async () => {
    world = new StandInWorld('1.0.0');
    const script = await demoScript([
      { title: 'Unmarked', command: 'example unmarked' },
      { title: 'Remove', command: 'example rm x', runs: 'once' },
    ]);
    const asked: string[] = [];
    await world.run(shell, script, ['--yes'], (question) => {
      asked.push(question);
      return agree(question);
    });
    expect(asked).toEqual(['run, done or stop?', 'destroy, done or stop?']);
  });

  it('stops nothing that may be in use without a word, even with --yes', async () => {
    world = new StandInWorld('1.0.0');
    const script = await demoScript([
      { title: 'Look', command: 'example nonstop stop.txt', runs: 'once' },
      { title: 'Stop', command: 'docker stop server && example copy', runs: 'once' },
      { title: 'Stop a job', command: 'nomad job stop server', runs: 'once' },
      { title: 'Scale down', command: 'kubectl scale deployment/server --replicas=0', runs: 'once' },
    ]);
    const alone = await world.run(shell, script, ['--yes']);
    expect(alone.status).toBe(1);
    expect(alone.output).toContain('It stops something that may be in use.');
    expect(world.calls()).toEqual([['example', 'nonstop', 'stop.txt']]);
    const asked: string[] = [];
    const { status } = await world.run(shell, script, ['--yes'], (question) => {
      asked.push(question);
      return agree(question);
    });
    expect(status).toBe(0);
    expect(asked).toEqual(Array(3).fill('yes, done or stop?'));
  });

  it('asks for a value where going back needs one that nobody has entered, and only there', async () => {
    world = new StandInWorld('1.0.0');
    const script = await demoScript([
      { title: 'Before', command: 'example one', runs: 'once', undo: { command: 'example unone {{node}}' } },
      { title: 'Begun', command: 'example two', runs: 'once', undo: { command: 'example untwo {{node}}' } },
      { title: 'Not begun', command: 'example three', undo: { command: 'example unthree {{node}}' } },
    ]);
    expect((await world.run(shell, script, ['--from', '1.2', '--yes'])).status).toBe(1);
    world.forgetCalls();
    const asked: string[] = [];
    const { status } = await world.run(shell, script, ['--back', '--yes'], (question) => {
      asked.push(question);
      return agree(question);
    });
    expect(status).toBe(0);
    expect(world.calls()).toEqual([
      ['example', 'untwo', 'a-node'],
      ['example', 'unone', 'a-node'],
    ]);
    expect(asked).toEqual([
      expect.stringMatching(/^ {2}node:/),
      'yes, done or stop?',
      expect.stringMatching(/^ {2}node/),
      'yes, done or stop?',
    ]);
  });

  it('does not overwrite files, nor lets commands take the answers that are meant for it', async () => {
    world = new StandInWorld('1.0.0');
    const script = await demoScript([
      { title: 'Read', command: 'cat', runs: 'once' },
      { title: 'Write', command: 'echo new > a-config-path/context/a-old-context.hcl', runs: 'once' },
    ]);
    const { status, output } = await world.run(shell, script, [], agree);
    expect(status).toBe(1);
    expect(output).toContain('Stopped at 1.2: ');
    expect(readFileSync(join(world.work, 'a-config-path/context/a-old-context.hcl'), 'utf8')).toBe('token');
  });
});

describe('no runbook', () => {
  it.each([
    ['docker', 0, ''],
    ['', 2, 'There is no script before this is answered'],
  ])(
    'is written before the answer that decides what to do with the server: %j',
    async (platform, status, said) => {
      world = new StandInWorld('0.7.2');
      const fleet = JSON.parse(readFileSync('public/samples/waypoint.inventory.json', 'utf8'));
      const file = join(world.folder, 'fleet.json');
      writeFileSync(file, JSON.stringify({ ...fleet, facts: platform === '' ? {} : { platform } }));
      const args = [
        'plan',
        '--catalog',
        'waypoint',
        '--inventory',
        file,
        '--target',
        '0.11.4',
        '--format',
        'script',
      ];
      const outcome = await run(args);
      expect(outcome.status).toBe(status);
      expect(outcome.stdout === '').toBe(status !== 0);
      expect(outcome.stderr).toContain(said);
      expect(outcome.stderr.split('\n')).toHaveLength(status === 0 ? 1 : 2);
    },
  );

  it('is written of a blocked plan, which says so and why', async () => {
    world = new StandInWorld('5.1.0');
    const fleet = JSON.parse(readFileSync('public/samples/worked-example.inventory.json', 'utf8'));
    const entries = fleet.entries.map((entry: Draft) =>
      entry.name === 'billing' ? { ...entry, pinned: 'vendor image' } : entry,
    );
    const file = join(world.folder, 'pinned.json');
    writeFileSync(file, JSON.stringify({ ...fleet, entries }));
    const args = ['plan', '--catalog', 'worked-example', '--inventory', file, '--target', '6.0.0'];
    const { status, stdout, stderr } = await run([...args, '--format', 'script']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('There is no script, since there is no safe plan.');
    expect(stderr).toContain('billing is pinned at 3.3.0 (vendor image)');
  });

  it('is written where there is nothing to do', async () => {
    const sample = 'public/samples/waypoint.inventory.json';
    const args = [
      'plan',
      '--catalog',
      'waypoint',
      '--inventory',
      sample,
      '--target',
      '0.7.2',
      '--format',
      'script',
    ];
    expect(await run(args)).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringContaining('nothing'),
    });
  });
});
