import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, agree, type Call, StandInWorld } from '../testing/stand-ins';
import { SHELLS, writeWaypointScript } from '../testing/write-script';

let world: StandInWorld;
afterEach(() => world.end());

const HOPS = ['0.8.2', '0.9.1', '0.10.3', '0.11.4'];

/** `0.8.2` for each call that brings the server to a version, in order. */
function hopsIn(world: StandInWorld): string[] {
  return world.calls().flatMap(([name = '', ...args]) => {
    const isHop =
      (name === 'waypoint' && (args[1] === 'upgrade' || args[0] === 'install')) ||
      (name === 'helm' && args[0] === 'upgrade');
    const version = /server(?:-image|\.image\.tag)=(?:hashicorp\/waypoint:)?(\S+)/.exec(args.join(' '))?.[1];
    return isHop && version !== undefined ? [version] : [];
  });
}

function snapshotsIn(calls: readonly Call[]): number {
  return calls.filter(([name, ...args]) => name === 'waypoint' && args.join(' ') === 'server snapshot -')
    .length;
}

/** Keeps the values that a Helm hop before saved: no command overwrites a file. */
const keepValues: Answer = (question, output) =>
  question === 'run, done or stop?' &&
  output.lastIndexOf('$ helm get values') > output.lastIndexOf('$ ') - 2 &&
  existsSync(join(world.work, 'my-values.yaml'))
    ? 'done'
    : agree(question);

describe.each(SHELLS)('a runbook under %s', (shell) => {
  it.each(['docker', 'kubernetes', 'helm', 'nomad', 'ecs'])(
    'carries out a whole upgrade on %s',
    async (platform) => {
      world = new StandInWorld('0.7.2');
      const { status, output } = await world.run(shell, await writeWaypointScript(platform), [], keepValues);
      expect(output).toContain('Everything is done.');
      expect(status).toBe(0);
      expect(hopsIn(world)).toEqual(HOPS);
      expect(world.server).toBe('0.11.4');
      expect(snapshotsIn(world.calls())).toBe(HOPS.length);
    },
  );

  it('with --yes does on Docker all of it unasked', async () => {
    world = new StandInWorld('0.7.2');
    const { status, output } = await world.run(shell, await writeWaypointScript('docker'), ['--yes']);
    expect(output).not.toContain('or stop');
    expect(status).toBe(0);
    expect(world.server).toBe('0.11.4');
  });

  it('with --yes stops all the same before something is lost', async () => {
    world = new StandInWorld('0.7.2');
    const asked: string[] = [];
    const { status, output } = await world.run(
      shell,
      await writeWaypointScript('kubernetes'),
      ['--yes'],
      (question) => {
        asked.push(question);
        if (!question.startsWith('destroy')) return agree(question);
        return asked.filter((other) => other === question).length === 1 ? 'yes' : 'stop';
      },
    );
    expect(asked.filter((question) => question.startsWith('destroy'))).toHaveLength(2);
    expect(status).toBe(1);
    expect(output).toContain('Lost by it: The server with its data.');
    expect(world.calls().flat()).not.toContain('uninstall');
    expect(world.server).toBe('0.8.2');
  });

  it('stops at the first failure, says how to go back, and goes on there', async () => {
    world = new StandInWorld('0.7.2');
    const script = await writeWaypointScript('docker');
    world.write(
      'fail',
      'waypoint server upgrade -platform=docker -docker-server-image=hashicorp/waypoint:0.9.1',
    );
    const failed = await world.run(shell, script, ['--yes']);
    expect(failed.status).toBe(1);
    expect(failed.output).toContain('Stopped at 2.4: The command ended with status 3.');
    expect(failed.output.replace(/\s+/g, ' ')).toContain(
      'Put the old version back: `waypoint server upgrade -platform=docker -docker-server-image=hashicorp/waypoint:0.8.2',
    );
    expect(failed.output.replace(/\s+/g, ' ')).toContain(
      'The server can go back to 0.7.2 at once, with the snapshot taken before stage 1.',
    );
    expect(world.calls().at(-1)?.slice(0, 3)).toEqual(['waypoint', 'server', 'upgrade']);

    world.remove('fail');
    world.forgetCalls();
    const alone = await world.run(shell, script, ['--yes']);
    expect(alone.output).toContain('It was begun before, and how that ended is not known.');
    expect(alone.status).toBe(1);
    expect(world.calls()).toEqual([]);

    const resumed = await world.run(shell, script, [], agree);
    expect(resumed.status).toBe(0);
    expect(hopsIn(world)).toEqual(HOPS.slice(1));
    expect(snapshotsIn(world.calls())).toBe(2);
    expect((await world.run(shell, script, [], agree)).output).toContain('Everything is done.');
    expect(hopsIn(world)).toEqual(HOPS.slice(1));
  });

  it('does not go on where the server says another version', async () => {
    world = new StandInWorld('0.7.2');
    world.write('stuck', '');
    const { status, output } = await world.run(shell, await writeWaypointScript('docker'), ['--yes']);
    expect(status).toBe(1);
    expect(output).toContain('Not so: no line has "Server: v0.8.2" in it.');
    expect(hopsIn(world)).toEqual(['0.8.2']);
  });

  it('does not touch the server where its version is not the one that the plan begins with', async () => {
    world = new StandInWorld('0.7.20');
    const { status, output } = await world.run(shell, await writeWaypointScript('docker'), ['--yes']);
    expect(status).toBe(1);
    expect(output).toContain('Stopped at 1.1');
    expect(hopsIn(world)).toEqual([]);
  });

  it('does not upgrade without a snapshot that has something in it', async () => {
    world = new StandInWorld('0.7.2');
    world.write('empty', '');
    const { status, output } = await world.run(shell, await writeWaypointScript('docker'), ['--yes']);
    expect(status).toBe(1);
    expect(output).toContain('Stopped at 1.3');
    expect(hopsIn(world)).toEqual([]);
  });

  it('shows everything and does nothing with --dry-run', async () => {
    world = new StandInWorld('0.7.2');
    const { status, output } = await world.run(shell, await writeWaypointScript('kubernetes'), ['--dry-run']);
    expect(status).toBe(0);
    expect(output).toContain(
      '$ waypoint server uninstall -platform=kubernetes -delete-context=false -auto-approve',
    );
    expect(output).toContain("$ cp '<config-path>'/context/'<old-context>'.hcl");
    expect(output).toContain('Nothing was done.');
    expect(world.calls()).toEqual([]);
    expect(readdirSync(world.work)).toEqual(['a-config-path']);
  });

  it('begins where --from says', async () => {
    world = new StandInWorld('0.10.3');
    const script = await writeWaypointScript('docker');
    expect((await world.run(shell, script, ['--from', '4', '--yes'])).status).toBe(0);
    expect(hopsIn(world)).toEqual(['0.11.4']);
    for (const wrong of ['9', '4.9', 'x', '*', '']) {
      const { status, output } = await world.run(shell, script, [`--from=${wrong}`]);
      expect(status, wrong).toBe(wrong === '' ? 0 : 2);
      if (wrong !== '') expect(output).toContain('there is no such step');
    }
  });

  it('remembers what a person entered', async () => {
    world = new StandInWorld('0.7.2');
    const script = await writeWaypointScript('ecs');
    world.write('fail', 'waypoint install');
    await world.run(shell, script, [], agree);
    world.remove('fail');
    world.forgetCalls();
    const asked: string[] = [];
    await world.run(shell, script, [], (question) => {
      asked.push(question);
      // The action was begun: it is asked whether the value still holds.
      return question.startsWith('  ecs-region (Enter: a-ecs-region)') ? '' : agree(question);
    });
    expect(asked.filter((question) => question.includes('ecs-region'))).toHaveLength(1);
    expect(world.calls().flat()).toContain('-ecs-region=a-ecs-region');
  });

  it('never takes the state of another plan for its own', async () => {
    world = new StandInWorld('0.7.2');
    const [docker, helm] = [await writeWaypointScript('docker'), await writeWaypointScript('helm')];
    expect((await world.run(shell, docker, ['--yes'])).status).toBe(0);
    const states = readdirSync(world.work).filter((name) => name.endsWith('.state'));
    expect(states).toHaveLength(1);
    const other = await world.run(shell, helm, ['--yes']);
    expect(other.output).toContain('Stopped at 1.1');
    const name = readdirSync(world.work).find((file) => file.endsWith('.state') && !states.includes(file));
    copyFileSync(join(world.work, states[0] ?? ''), join(world.work, name ?? ''));
    const refused = await world.run(shell, helm, ['--yes']);
    expect(refused.status).toBe(2);
    expect(refused.output).toContain('is not the state of this plan');
  });

  it('is run by one at a time, and tidies up when it is interrupted', async () => {
    world = new StandInWorld('0.7.2');
    const script = await writeWaypointScript('docker');
    const first = world.start(shell, script, []);
    await once(first.stdout ?? first, 'data');
    const second = await world.run(shell, script, ['--yes']);
    expect(second.status).toBe(2);
    expect(second.output).toContain(`This runbook is being run already, by process ${first.pid}.`);
    first.kill('SIGINT');
    expect(await once(first, 'close')).toEqual([130, null]);
    expect(readdirSync(world.work).filter((name) => name.endsWith('.lock'))).toEqual([]);
    expect((await world.run(shell, script, ['--yes'])).status).toBe(0);
  });

  it('does not take a lock for a run that nobody sees, and says how to remove it', async () => {
    world = new StandInWorld('0.7.2');
    const script = await writeWaypointScript('docker');
    const name = /state_file="\.\/(.*)"/.test(script) && /plan=(\w{16})/.exec(script)?.[1];
    world.makeFolder(`causeway-${name}.state.lock`);
    const { status, output } = await world.run(shell, script, ['--yes']);
    expect(status).toBe(2);
    expect(output).toContain(`rm -r ./causeway-${name}.state.lock`);
    expect(world.calls()).toEqual([]);
  });
});
