/** Which builders are worth committing, to which versions, and where? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { releaseLine } from '../compatibility/release-line';
import { requireGoal } from '../parsing/parse-goal';
import { buildFleet } from './build-fleet';
import { Building, type Commitment, compareCommitments } from './building';
import { disruptionOrder } from './cost';
import { Fronts } from './fronts';
import type { Label } from './search';
import { buildServerGraph } from './server-graph';

/** Clients that work with other servers than the ones before them, so that no release of theirs stands for another. */
const incidents = [
  ['3.0.0', '1.0.0'],
  ['4.0.0', '2.0.0'],
].map(([version, server]) => ({
  id: `client-${version}`,
  component: 'client',
  versions: `=${version}`,
  server: `=${server}`,
  severity: 'broken',
  summary: 'they do not talk',
  source: 'made up',
}));

/** Apps are built by clients; those of 1.0.0 are lost at 4.0.0, and the server goes one by one. */
const catalog = buildCatalog({
  protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
  },
  disruption: ['app', 'server', 'client'],
  incidents,
  releases: [
    { version: '1.0.0', protocols: { api: [1, 9], mesh: [1, 1] } },
    { version: '2.0.0', protocols: { api: [1, 9], mesh: [1, 2] }, upgradeFrom: '=1.0.0' },
    { version: '3.0.0', protocols: { api: [1, 9], mesh: [1, 2] }, upgradeFrom: '=2.0.0' },
    { version: '4.0.0', protocols: { api: [1, 9], mesh: [2, 2] }, upgradeFrom: '=3.0.0' },
  ],
});

function buildingOf(consumers: readonly Draft[], of = catalog) {
  const inventory = buildInventory(of, [
    { name: 'server', component: 'server', version: '1.0.0' },
    ...consumers,
  ]);
  const goal = requireGoal({ target: '4.0.0' }, of, inventory);
  const graph = buildServerGraph(releaseLine(of, 'server'), '1.0.0', goal, {});
  if (graph === undefined) throw new Error('there is a way of the server');
  const fleet = buildFleet(of, inventory, goal, graph, disruptionOrder(of, goal));
  const fronts = fleet.groups.map((group) => new Fronts(group, fleet.graph.versions.length));
  const building = new Building(fleet, fronts);
  /** Arrived at a server (index) with nothing moved yet. */
  const labelAt = (server: number): Label => ({
    way: { server, hops: server, before: undefined },
    fronts: fronts.map((of) => of.start()),
    commitments: [],
    buildable: building.buildable(fleet.builders),
    built: fleet.builders,
  });
  return { fleet, fronts, building, labelAt };
}

const app = (name: string, version: string): Draft => ({ name, component: 'app', version });
const client = (name: string, version: string, count = 1): Draft => ({
  name,
  component: 'client',
  version,
  count,
});
const namesOf = (commitments: readonly Commitment[]) =>
  commitments.map(({ stop, group, at }) => `${stop} ${group.members[0]?.name}→${group.versions[at]}`);
const lastOf = (labels: readonly Label[]) =>
  namesOf(labels.flatMap(({ commitments }) => commitments.at(-1) ?? []));

const fleet = [app('web', '1.0.0'), client('a', '1.0.0'), client('b', '1.0.0', 9)];

describe('commitments', () => {
  it('are made where what waits for builders would be lost at the next stop, or at the end, and nowhere else', () => {
    const { building, labelAt } = buildingOf(fleet);
    const all = ['a→2.0.0', 'a→3.0.0', 'a→4.0.0', 'b→2.0.0', 'b→3.0.0', 'b→4.0.0'];
    expect(building.commitments(labelAt(0))).toEqual([]);
    expect(building.commitments(labelAt(1))).toEqual([]);
    expect(lastOf(building.commitments(labelAt(2)))).toEqual(all.map((name) => `2 ${name}`));
    expect(lastOf(building.commitments(labelAt(3)))).toEqual(all.map((name) => `3 ${name}`));
  });

  it('keep the builder at its version, count its move, and let what it builds be built', () => {
    const { building, labelAt, fronts, fleet: of } = buildingOf(fleet);
    expect(labelAt(2).buildable).toEqual([1, 4, 4]);
    const [first] = building.commitments(labelAt(2));
    expect(first?.buildable).toEqual([2, 4, 4]);
    expect([...(first?.built ?? [])]).toEqual([['client', '2.0.0']]);
    expect([...of.builders]).toEqual([['client', '1.0.0']]);
    const front = first?.fronts[1] ?? 0;
    expect([0, 1, 2].map((at) => (fronts[1]?.movesTo(front, at) ?? 0) < 100)).toEqual([false, true, false]);
    expect(fronts[1]?.movesTo(front, 1)).toBe(1);
    expect(first?.fronts[2]).toBe(labelAt(2).fronts[2]);
    if (first === undefined) return;
    expect([...building.committedHere(first)]).toEqual([1]);
    expect([...building.committedHere({ ...first, way: { ...first.way, hops: 3 } })]).toEqual([]);
  });

  it('go on with the other builders, and only to versions that let more be built', () => {
    const { building, labelAt } = buildingOf(fleet);
    const [two, , four] = building.commitments(labelAt(2));
    if (two === undefined || four === undefined) throw new Error('there are three of each');
    expect(lastOf(building.commitments(two))).toEqual(['2 b→3.0.0', '2 b→4.0.0']);
    expect(building.commitments(two)[0]?.commitments.map(({ stop }) => stop)).toEqual([2, 2]);
    expect(building.commitments(four)).toEqual([]);
  });

  it('are made for one of those that nothing tells apart, and for none that cannot move or is far enough', () => {
    const alike = buildingOf([app('web', '1.0.0'), client('a', '1.0.0'), client('b', '1.0.0')]);
    expect(lastOf(alike.building.commitments(alike.labelAt(2)))).toEqual([
      '2 a→2.0.0',
      '2 a→3.0.0',
      '2 a→4.0.0',
    ]);
    const pinned = buildingOf([app('web', '1.0.0'), { ...client('a', '1.0.0'), pinned: 'in use' }]);
    expect(pinned.building.commitments(pinned.labelAt(2))).toEqual([]);
    const ahead = buildingOf([app('web', '1.0.0'), client('a', '2.0.0'), client('b', '1.0.0')]);
    expect(ahead.labelAt(2).buildable[0]).toBe(2);
    expect(lastOf(ahead.building.commitments(ahead.labelAt(2)))).toEqual([
      '2 a→3.0.0',
      '2 a→4.0.0',
      '2 b→3.0.0',
      '2 b→4.0.0',
    ]);
    const nobody = buildingOf([{ ...app('web', '1.0.0'), source: 'external' }, client('a', '1.0.0')]);
    expect(nobody.building.commitments(nobody.labelAt(2))).toEqual([]);
  });

  it('go past what is ahead of its builders already, and only to versions that a builder can be at', () => {
    const gapped = buildCatalog({
      protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
      components: catalog.components,
      disruption: ['app', 'server', 'client'],
      releases: catalog.releases.map((release) =>
        release.version === '4.0.0'
          ? release
          : {
              ...release,
              components: { client: { protocols: { api: release.version === '3.0.0' ? [50, 50] : [1, 9] } } },
            },
      ),
    });
    // What was deployed as 2.0.0 is an old build of it, which the server of 4.0.0 drops.
    const { building, labelAt } = buildingOf(
      [{ ...app('web', '2.0.0'), protocols: { mesh: [1, 1] } }, client('a', '1.0.0')],
      gapped,
    );
    expect(labelAt(3).buildable[0]).toBe(1);
    expect(lastOf(building.commitments(labelAt(2)))).toEqual(['2 a→4.0.0']);
  });

  it('are made without a move for one that is broken at first, once it works', () => {
    // Clients of 3.0.0 don't work with the server 1.0.0: until it is at 2.0.0, only what b builds can be built.
    const {
      building,
      labelAt,
      fleet: of,
      fronts,
    } = buildingOf([app('web', '1.0.0'), client('a', '3.0.0'), client('b', '2.0.0')]);
    expect([...of.builders]).toEqual([['client', '2.0.0']]);
    expect(labelAt(0).buildable[0]).toBe(2);
    const made = building.commitments(labelAt(2));
    expect(lastOf(made)).toEqual(['2 a→3.0.0', '2 a→4.0.0', '2 b→3.0.0', '2 b→4.0.0']);
    expect(made[0]?.buildable[0]).toBe(3);
    expect(fronts[1]?.movesTo(made[0]?.fronts[1] ?? 0, 0)).toBe(0);
    // Where it is still broken, only moving it would help.
    const never = { ...client('a', '3.0.0'), protocols: { api: [50, 50] } };
    const stuck = buildingOf([app('web', '1.0.0'), never, client('b', '2.0.0')]);
    expect(lastOf(stuck.building.commitments(stuck.labelAt(2)))).toEqual([
      '2 a→4.0.0',
      '2 b→3.0.0',
      '2 b→4.0.0',
    ]);
  });

  it('are made for each of those that do not work with the same servers', () => {
    const broken = { ...client('b', '1.0.0'), protocols: { api: [50, 50] } };
    const { building, labelAt } = buildingOf([app('web', '1.0.0'), client('a', '1.0.0'), broken]);
    const all = ['a→2.0.0', 'a→3.0.0', 'a→4.0.0', 'b→2.0.0', 'b→3.0.0', 'b→4.0.0'];
    expect(lastOf(building.commitments(labelAt(2)))).toEqual(all.map((name) => `2 ${name}`));
  });

  it('are made for what each component builds itself', () => {
    const two = buildCatalog({
      protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
      components: {
        server: { name: 'Server', role: 'server' },
        client: { name: 'Client', role: 'client', speaks: ['api'] },
        robot: { name: 'Robot', role: 'client', speaks: ['api'] },
        app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
        job: { name: 'Job', role: 'agent', speaks: ['mesh'], builtWith: ['robot'] },
      },
      incidents,
      releases: catalog.releases,
    });
    const { building, labelAt } = buildingOf(
      [
        app('web', '1.0.0'),
        { ...app('night', '1.0.0'), component: 'job' },
        client('a', '1.0.0'),
        { ...client('r', '3.0.0'), component: 'robot' },
      ],
      two,
    );
    // Robots are at 3.0.0: only at 4.0.0 they would let more be built.
    expect(lastOf(building.commitments(labelAt(3)))).toEqual([
      '3 a→2.0.0',
      '3 a→3.0.0',
      '3 a→4.0.0',
      '3 r→4.0.0',
    ]);
  });
});

describe('the order of commitments', () => {
  const { fleet: of } = buildingOf(fleet);
  const [, a, b] = of.groups;
  if (a === undefined || b === undefined) throw new Error('there are two clients');
  const compare = (x: readonly Commitment[], y: readonly Commitment[]) => compareCommitments(x, y, of.groups);

  it('is by stop, by name, the newest version first, and the fewest first', () => {
    const ordered: readonly (readonly Commitment[])[] = [
      [],
      [{ stop: 1, group: a, at: 3 }],
      [{ stop: 1, group: a, at: 2 }],
      [
        { stop: 1, group: a, at: 2 },
        { stop: 2, group: a, at: 3 },
      ],
      [{ stop: 1, group: b, at: 3 }],
      [{ stop: 2, group: a, at: 3 }],
    ];
    for (const [i, x] of ordered.entries()) {
      for (const [j, y] of ordered.entries()) expect(Math.sign(compare(x, y))).toBe(Math.sign(i - j));
    }
  });

  it('does not tell apart which of a component it is, but when it gets to which version', () => {
    const { building } = buildingOf(fleet);
    const kind = building.kindOf([{ stop: 1, group: a, at: 2 }]);
    expect(building.kindOf([{ stop: 1, group: b, at: 2 }])).toBe(kind);
    expect(building.kindOf([{ stop: 2, group: a, at: 2 }])).not.toBe(kind);
    expect(building.kindOf([{ stop: 1, group: a, at: 3 }])).not.toBe(kind);
    // Who is there without a move need not be waited for: that can save a stage.
    const [, ahead] = buildingOf([app('web', '1.0.0'), client('a', '2.0.0')]).fleet.groups;
    if (ahead === undefined) throw new Error('there is a client');
    expect(building.kindOf([{ stop: 1, group: ahead, at: 0 }])).not.toBe(
      building.kindOf([{ stop: 1, group: a, at: 1 }]),
    );
  });
});
