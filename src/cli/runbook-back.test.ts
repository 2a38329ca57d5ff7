import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { goingBack, planUpgrade } from '../engine';
import { loadShipped } from '../testing/build';
import { type Answer, agree, StandInWorld } from '../testing/stand-ins';
import { SHELLS, writeScript, writeWaypointScript } from '../testing/write-script';

let world: StandInWorld;
afterEach(() => world.end());

const worked = () =>
  writeScript([
    '--catalog',
    'worked-example',
    '--inventory',
    'public/samples/worked-example.inventory.json',
    '--target',
    '6.0.0',
  ]);

/** Keeps the values that a Helm hop before saved: no command overwrites a file. */
const keepValues: Answer = (question, output) =>
  question === 'run, done or stop?' &&
  output.lastIndexOf('$ helm get values') > output.lastIndexOf('$ ') - 2 &&
  existsSync(join(world.work, 'my-values.yaml'))
    ? 'done'
    : agree(question);

describe.each(SHELLS)('a runbook under %s', (shell) => {
  it.each(['docker', 'helm'])(
    'goes back from the middle to where it started on %s, asking before each move',
    async (platform) => {
      world = new StandInWorld('0.7.2');
      const script = await writeWaypointScript(platform);
      world.write(
        'fail',
        platform === 'helm' ? 'server.image.tag=0.10.3' : 'server-image=hashicorp/waypoint:0.10.3',
      );
      expect((await world.run(shell, script, [], keepValues)).status).toBe(1);
      world.remove('fail');
      world.forgetCalls();

      const unattended = await world.run(shell, script, ['--back', '--yes']);
      expect(unattended.status).toBe(1);
      expect(world.calls()).toEqual([['waypoint', 'version']]);

      let left = 0;
      const back = await world.run(shell, script, ['--back'], (question) => {
        // The step that failed has changed nothing, and is left so.
        if (question === 'destroy, done or stop?' && left++ === 0) return 'done';
        return agree(question);
      });
      expect(back.output).toContain('So it seems: done leaves it so.');
      expect(back.output).toContain('Everything is back where it started.');
      expect(back.status).toBe(0);
      const restored = world.calls().filter(([, , action]) => action === 'restore');
      expect(restored.map((call) => call.at(-1))).toEqual(
        ['0.8.2', '0.7.2'].map((version) => `./waypoint-${version}.snap`),
      );
      expect(world.server).toBe('0.7.2');

      // It begins anew, and does not write over the snapshots that it has taken.
      const anew = await world.run(shell, script, [], agree);
      expect(anew.output).toContain(`Stopped at ${platform === 'helm' ? '1.2' : '1.3'}: `);
      expect(anew.output).toContain('move that away');
    },
  );

  it('goes back from the end by the safe way, move by move', async () => {
    world = new StandInWorld('5.1.0');
    const { catalog, inventory } = loadShipped('worked-example');
    const script = await worked();
    expect((await world.run(shell, script, [], agree)).status).toBe(0);
    expect(world.server).toBe('6.0.0');
    world.forgetCalls();
    const back = await world.run(shell, script, ['--back'], agree);
    expect(back.output).toContain('Everything is back where it started.');
    expect(world.server).toBe('5.1.0');
    const plan = planUpgrade(catalog, inventory, { target: '6.0.0' });
    const way = goingBack(catalog, inventory, plan).states.at(-1)?.wayBack ?? [];
    const headings = [...back.output.matchAll(/^== Back: (\S+) .*?, \S+ to (\S+)$/gm)];
    expect(headings.map(([, entry, to]) => ({ entry, to }))).toEqual(
      way.map(({ entry, to }) => ({ entry, to })),
    );
    const restored = world.calls().filter(([, , action]) => action === 'restore');
    expect(restored.map((call) => call.at(-1))).toEqual(['./example-5.4.0.snap', './example-5.1.0.snap']);
  });

  it('takes back of a stage what was begun of it, and no more', async () => {
    world = new StandInWorld('5.1.0');
    const fleet = JSON.parse(readFileSync('public/samples/worked-example.inventory.json', 'utf8'));
    const entries = fleet.entries.flatMap((entry: { name: string }) =>
      entry.name === 'billing' ? ['a', 'b', 'c'].map((name) => ({ ...entry, name })) : [entry],
    );
    const file = join(world.folder, 'fleet.json');
    writeFileSync(file, JSON.stringify({ ...fleet, entries }));
    const script = await writeScript([
      '--catalog',
      'worked-example',
      '--inventory',
      file,
      '--target',
      '6.0.0',
    ]);
    world.write('fail', 'example deploy b');
    expect((await world.run(shell, script, [], agree)).status).toBe(1);
    expect(world.server).toBe('5.4.0');
    world.remove('fail');
    world.forgetCalls();
    const back = await world.run(shell, script, ['--back'], agree);
    expect(back.output).toContain('Everything is back where it started.');
    const redeployed = world.calls().filter(([, action]) => action === 'deploy');
    expect(redeployed.map((call) => call.slice(2))).toEqual([
      ['--previous', 'b'],
      ['--previous', 'a'],
    ]);
    expect(world.server).toBe('5.1.0');
  });

  it('goes on going back where that was stopped, and forward again only then', async () => {
    world = new StandInWorld('5.1.0');
    const script = await worked();
    await world.run(shell, script, [], agree);
    world.write('fail', 'example-5.1.0.snap');
    expect((await world.run(shell, script, ['--back'], agree)).status).toBe(1);
    const forward = await world.run(shell, script, [], agree);
    expect(forward.status).toBe(2);
    expect(forward.output).toContain('on its way back');
    world.remove('fail');
    world.forgetCalls();
    const back = await world.run(shell, script, ['--back'], agree);
    expect(back.output).toContain('Everything is back where it started.');
    const restored = world.calls().filter(([, , action]) => action === 'restore');
    expect(restored.map((call) => call.at(-1))).toEqual(['./example-5.1.0.snap']);
    expect(world.server).toBe('5.1.0');
  });
});
