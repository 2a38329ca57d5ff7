/** Facts of Waypoint's history, by hand: what an edit of the shipped catalog must not lose. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  assessInventory,
  type Catalog,
  type Inventory,
  isInRange,
  type Note,
  parseCatalog,
  parseInventory,
  planUpgrade,
} from '../../engine';
import { hopCases } from './hop-cases';

function loadCatalog(): Catalog {
  const file = new URL('../../../public/catalogs/waypoint.json', import.meta.url);
  const parsed = parseCatalog(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const catalog = loadCatalog();
const releases = new Map(catalog.releases.map((release) => [release.version, release]));
const notes = new Map(
  catalog.releases.flatMap(({ version, notes: list }) =>
    (list ?? []).map((note): [string, Note & { release: string }] => [
      note.id,
      { ...note, release: version },
    ]),
  ),
);
const procedures = new Map(catalog.procedures.map((procedure) => [procedure.id, procedure]));

function fleetOf(entries: readonly object[], facts: Record<string, string> = {}): Inventory {
  const parsed = parseInventory(
    { format: 'causeway/inventory@1', product: 'waypoint', facts, entries },
    catalog,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function serverStops(from: string, target: string, facts: Record<string, string> = {}): string[] {
  const inventory = fleetOf([{ name: 'server', component: 'server', version: from }], facts);
  return planUpgrade(catalog, inventory, { target }).steps.map(({ to }) => to);
}

describe('releases', () => {
  it('are the 42 from 0.1.1 to 0.11.4, each with its day', () => {
    const versions = [...releases.keys()];
    expect(versions).toHaveLength(42);
    expect([versions[0], releases.get('0.1.1')?.date]).toEqual(['0.1.1', '2020-10-15']);
    expect([versions.at(-1), releases.get('0.11.4')?.date]).toEqual(['0.11.4', '2023-08-09']);
    const perSeries = versions.reduce<Record<string, number>>((counts, version) => {
      const series = version.split('.').slice(0, 2).join('.');
      counts[series] = (counts[series] ?? 0) + 1;
      return counts;
    }, {});
    expect(perSeries).toEqual({
      '0.1': 5,
      '0.2': 5,
      '0.3': 3,
      '0.4': 3,
      '0.5': 3,
      '0.6': 4,
      '0.7': 3,
      '0.8': 3,
      '0.9': 2,
      '0.10': 6,
      '0.11': 5,
    });
  });

  it('all speak API 1 and entrypoint 1', () => {
    for (const release of releases.values())
      expect(release.protocols).toEqual({ api: [1, 1], entrypoint: [1, 1] });
  });

  it('have runners since 0.3.0 and on-demand runners since 0.6.0', () => {
    const without = (component: string) =>
      [...releases.values()].filter((r) => r.components?.[component] === null).map((r) => r.version);
    expect(without('runner').at(-1)).toBe('0.2.4');
    expect(without('runner')).toHaveLength(10);
    expect(without('on-demand-runner').at(-1)).toBe('0.5.2');
    expect(without('on-demand-runner')).toHaveLength(19);
  });

  it.each([
    ['0.4.2', '0.5.0', true],
    ['0.4.0', '0.5.2', true],
    ['0.4.2', '0.6.0', false],
    ['0.5.1', '0.5.0', false],
    ['0.10.5', '0.11.0', true],
    ['0.9.1', '0.11.4', false],
  ])('from %s to %s in one hop: %s', (from, to, isAllowed) => {
    expect(isInRange(from, releases.get(to)?.upgradeFrom ?? '<0.0.0')).toBe(isAllowed);
  });
});

describe('notes', () => {
  it('are 166, of every kind, each with source and basis', () => {
    expect(notes.size).toBe(166);
    const kinds = [...notes.values()].reduce<Record<string, number>>((counts, { kind }) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
      return counts;
    }, {});
    expect(kinds).toEqual({ info: 56, 'known-issue': 45, action: 52, breaking: 9, deprecation: 4 });
    for (const { source, basis } of notes.values()) {
      expect(source).not.toBe('');
      expect(['documented', 'source-reading', 'issue-report']).toContain(basis);
    }
  });

  it.each([
    ['server-0.8.0-cannot-restart', '0.8.0', ['server'], undefined, 'critical'],
    ['0.9.0-k8s-helm-reinstall', '0.9.0', ['server', 'client'], ['kubernetes'], undefined],
    ['0.6.0-nomad-volume-required', '0.6.0', ['server'], ['nomad'], 'high'],
    ['ecs-upgrade-broken', '0.9.0', ['server', 'client'], ['ecs'], 'critical'],
    ['0.9.0-helm-profile-not-updated', '0.9.0', ['runner', 'on-demand-runner'], ['helm'], undefined],
    ['cli-snapshot-file-write-fails', '0.11.1', ['client'], undefined, 'high'],
    ['0.3.0-ie-dropped', '0.3.0', ['server'], undefined, undefined],
  ])('%s', (id, release, applies, platform, severity) => {
    const note = notes.get(id);
    expect(note).toMatchObject({ release, applies });
    expect(note?.if?.platform).toEqual(platform);
    expect(note?.severity).toBe(severity);
  });

  it('keep the doubts of those who read the source', () => {
    expect(notes.get('cli-snapshot-file-write-fails')).toMatchObject({
      basis: 'source-reading',
      confidence: expect.stringContaining('not run'),
      affects: '>=0.11.1 <=0.11.4',
    });
    expect([...notes.values()].filter(({ confidence }) => confidence !== undefined)).toHaveLength(9);
  });
});

describe('what to avoid', () => {
  it('is server 0.8.0, always, and 0.10.4 and 0.10.5 with config sources', () => {
    const avoided = [...releases.values()].flatMap(({ version, avoid }) =>
      (avoid ?? []).map(({ components, if: condition }) => [version, components, condition]),
    );
    expect(avoided).toEqual([
      ['0.8.0', ['server'], undefined],
      ['0.9.0', ['client', 'runner', 'on-demand-runner'], { 'multi-app': ['yes'] }],
      ['0.10.4', ['server'], { 'config-sources': ['yes'] }],
      ['0.10.5', ['server'], { 'config-sources': ['yes'] }],
    ]);
  });

  it.each([
    ['nothing is known', {}, '0.10.3'],
    ['config sources are set', { 'config-sources': 'yes' }, '0.10.3'],
    ['none is set', { 'config-sources': 'no' }, '0.10.5'],
  ])('so the way from 0.1.3 to 0.11.4, where %s', (_story, facts, before) => {
    expect(serverStops('0.1.3', '0.11.4', facts)).toEqual([
      '0.2.4',
      '0.3.2',
      '0.4.2',
      '0.5.2',
      '0.6.3',
      '0.7.2',
      '0.8.2',
      '0.9.1',
      before,
      '0.11.4',
    ]);
  });
});

describe('method gates', () => {
  it('are degraded incidents: the 16, one of them for two components', () => {
    expect(catalog.incidents).toHaveLength(17);
    expect(new Set(catalog.incidents.map(({ severity }) => severity))).toEqual(new Set(['degraded']));
  });

  it('say what a newer CLI and runner lack on an older server, and nothing the other way round', () => {
    const degradedOn = (server: string, client: string, runner: string) =>
      assessInventory(
        catalog,
        fleetOf([
          { name: 'server', component: 'server', version: server },
          { name: 'cli', component: 'client', version: client },
          { name: 'static', component: 'runner', version: runner },
        ]),
      ).map(({ degraded }) => degraded);
    expect(degradedOn('0.10.2', '0.11.4', '0.11.4')).toEqual([
      [],
      ['gate-pipeline-reattach', 'gate-config-delete'],
      [],
    ]);
    expect(degradedOn('0.6.3', '0.6.3', '0.8.0')).toEqual([
      [],
      [],
      ['gate-remote-init-runner', 'gate-runner-token'],
    ]);
    expect(degradedOn('0.11.4', '0.2.1', '0.3.0')).toEqual([[], [], []]);
    expect(degradedOn('0.3.2', '0.4.0', '0.3.2')[1]).toEqual(['gate-deployment-list-0.4.0']);
  });
});

describe('procedures', () => {
  const chosen = (component: string, from: string, to: string, answers: Record<string, string>) =>
    [...hopCases(catalog)]
      .filter(
        (hop) =>
          hop.component === component &&
          hop.from === from &&
          hop.to === to &&
          Object.entries(answers).every(([fact, answer]) => (hop.answers[fact] ?? answer) === answer),
      )
      .flatMap((hop) => hop.procedures.map((index) => catalog.procedures[index]?.id));
  const nomad = { platform: 'nomad', 'nomad-volume': 'host', snapshots: 'yes' };
  const on = (platform: string) => ({ platform, 'nomad-volume': 'host', snapshots: 'yes' });

  it.each([
    ['server', '0.8.2', '0.9.1', on('kubernetes'), 'server-kubernetes-reinstall'],
    ['server', '0.7.2', '0.8.2', on('kubernetes'), 'server-kubernetes-patch'],
    ['server', '0.9.1', '0.10.3', on('kubernetes'), 'server-kubernetes'],
    ['server', '0.8.2', '0.9.1', on('helm'), 'server-helm'],
    ['server', '0.1.5', '0.2.4', on('docker'), 'server-docker-without-snapshots'],
    ['server', '0.10.3', '0.11.4', on('docker'), 'server-docker'],
    ['server', '0.10.5', '0.11.4', on('docker'), 'server-docker-0.10.4'],
    ['server', '0.10.5', '0.11.4', { ...on('docker'), snapshots: 'no' }, 'server-docker-0.10.4-no-snapshot'],
    ['server', '0.5.2', '0.6.3', nomad, 'server-nomad-to-volume'],
    ['server', '0.6.3', '0.7.2', nomad, 'server-nomad-not-on-volume'],
    ['server', '0.7.2', '0.8.2', nomad, 'server-nomad-db-path'],
    ['server', '0.10.3', '0.11.4', nomad, 'server-nomad'],
    ['server', '0.10.3', '0.11.4', { ...nomad, 'nomad-volume': 'csi' }, 'server-nomad-csi'],
    ['server', '0.8.2', '0.9.1', on('ecs'), 'server-ecs-reinstall'],
    ['server', '0.9.1', '0.10.3', on('ecs'), 'server-ecs'],
    ['server', '0.10.3', '0.11.4', on('manual'), 'server-manual'],
    ['runner', '0.9.1', '0.11.4', { platform: 'kubernetes' }, 'runner-kubernetes'],
    ['runner', '0.9.1', '0.11.4', { platform: 'docker' }, 'runner-docker'],
    ['on-demand-runner', '0.9.1', '0.10.1', { platform: 'ecs' }, 'on-demand-runner-ecs-before-0.10.2'],
    ['on-demand-runner', '0.9.1', '0.11.4', { platform: 'ecs' }, 'on-demand-runner'],
    ['entrypoint', '0.6.3', '0.11.4', { builds: 'remote' }, 'entrypoint-remote'],
    ['client', '0.7.2', '0.10.3', { 'client-install': 'homebrew' }, 'client-homebrew-older'],
    ['client', '0.7.2', '0.11.4', { 'client-install': 'apt' }, 'client-apt'],
  ])('%s %s → %s', (component, from, to, answers, id) => {
    expect(new Set(chosen(component, from, to, answers))).toEqual(new Set([id]));
  });

  it('never let a CLI write a snapshot to a file by name', () => {
    const commands = catalog.procedures.flatMap(({ actions }) => actions.map(({ command }) => command ?? ''));
    const snapshots = commands.filter((command) => command.includes('waypoint server snapshot'));
    expect(snapshots.length).toBeGreaterThan(0);
    for (const command of snapshots) expect(command).toContain('waypoint server snapshot - >');
  });

  it.each([...procedures.values()].filter(({ component }) => component === 'server').map(({ id }) => id))(
    'pin the version in %s, or say that it does not apply',
    (id) => {
      const actions = procedures.get(id)?.actions ?? [];
      const isUpgrade = !id.includes('before');
      const text = actions.map(({ command, detail }) => `${command ?? ''} ${detail ?? ''}`).join('\n');
      if (isUpgrade) expect(text).toMatch(/\{\{to\}\}|tag of the new release/);
      expect(text).not.toMatch(/image=hashicorp\/waypoint:latest/);
    },
  );

  it('save data before a server moves, and say how to go back', () => {
    for (const [id, { actions, component }] of procedures) {
      if (component !== 'server' || id.includes('before')) continue;
      const titles = actions.map(({ title }) => title);
      const saved = titles.findIndex((title) => /snapshot|copy|back up/i.test(title));
      const moved = actions.findIndex(({ rollback }) => rollback !== undefined);
      expect(saved, id).toBeGreaterThanOrEqual(0);
      expect(moved, id).toBeGreaterThan(saved);
      expect(titles.at(-1), id).toMatch(/^Verify the server/);
    }
  });

  it('keep the context where a server is uninstalled', () => {
    const uninstalls = catalog.procedures.flatMap(({ actions }) =>
      actions.filter(({ command }) => command?.includes('waypoint server uninstall')),
    );
    expect(uninstalls).toHaveLength(3);
    for (const { command } of uninstalls) expect(command).toContain('-delete-context=false');
  });

  it('know the chart of each release that Helm can install', () => {
    expect(catalog.parameters['chart-version']?.byRelease).toMatchObject({
      '0.6.0': '0.1.0',
      '0.8.2': '0.1.9',
      '0.10.3': '0.1.15',
      '0.11.3': '0.1.21',
      '0.11.4': '0.1.21',
    });
    const since = [...releases.keys()].filter((version) => isInRange(version, '>=0.6.0'));
    expect(Object.keys(catalog.parameters['chart-version']?.byRelease ?? {})).toEqual(since);
  });
});

describe('charts of Waypoint', () => {
  const pinned = (version: string) =>
    catalog.charts.filter((chart) => chart.version === version).map(({ components }) => components.server);

  it('knows that chart 0.1.16 says 0.10.4 and brings 0.10.3', () => {
    expect(catalog.charts.find(({ appVersion }) => appVersion === '0.10.4')?.version).toBe('0.1.16');
    expect(pinned('0.1.16')).toEqual(['0.10.3']);
  });

  it('knows that the numbers 0.1.1 and 0.1.21 each stand for two releases of the chart', () => {
    expect(pinned('0.1.1')).toEqual(['0.6.2', '0.7.0']);
    expect(pinned('0.1.21')).toEqual(['0.11.3', '0.11.4']);
  });
});
