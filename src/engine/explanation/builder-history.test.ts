/** Which later steps could not be made without an earlier one? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { BuilderHistory, type Works } from './builder-history';

const catalog = buildCatalog({
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    robot: { name: 'Robot', role: 'client', speaks: ['api'] },
    app: { name: 'App', role: 'agent', speaks: ['api'], builtWith: ['client', 'robot'] },
  },
  releases: ['1.0.0', '2.0.0', '3.0.0'].map((version) => ({ version, protocols: { api: [1, 1] } })),
});
/** Clients of 3.0.0 work with servers from 2.0.0 on; all else works. */
const works: Works = ({ component }, version, server) =>
  component !== 'client' || version !== '3.0.0' || server !== '1.0.0';
const entry = (name: string, version: string, component = 'client', more: Draft = {}): Draft => ({
  name,
  component,
  version,
  ...more,
});

/** By step: the steps that wait for it. Steps are `x 3.0.0`. */
function waitingFor(
  consumers: readonly Draft[],
  moves: readonly string[],
  deployed = '2.0.0',
): Record<string, string[]> {
  const inventory = buildInventory(catalog, [entry('server', deployed, 'server'), ...consumers]);
  const now = new Map(inventory.entries.map(({ name, version }) => [name, version]));
  const steps = moves.map((move, stage) => {
    const [name = '', to = ''] = move.split(' ');
    const from = now.get(name) ?? '';
    now.set(name, to);
    const component = inventory.entries.find((candidate) => candidate.name === name)?.component ?? '';
    return { entry: name, component, from, to, stage };
  });
  let server = deployed;
  const servers = steps.map(({ entry, to }) => {
    if (entry === 'server') server = to;
    return server;
  });
  const history = new BuilderHistory(catalog, inventory, steps, servers, works);
  const waits = moves.map((move, i) => [move, history.waitingFor(i).map((other) => moves[other] ?? '')]);
  return Object.fromEntries(waits.filter(([, others]) => others?.length !== 0));
}

describe('a step waits for another', () => {
  const web = entry('web', '1.0.0', 'app');

  it('that brings the only builder far enough', () => {
    expect(waitingFor([web, entry('x', '1.0.0')], ['x 3.0.0', 'web 3.0.0'])).toEqual({
      'x 3.0.0': ['web 3.0.0'],
    });
    expect(
      waitingFor([web, entry('x', '1.0.0'), entry('r', '2.0.0', 'robot')], ['x 3.0.0', 'web 3.0.0']),
    ).toEqual({
      'x 3.0.0': ['web 3.0.0'],
    });
  });

  it('but not where any other builder is far enough, in whatever order they are listed', () => {
    const others = [
      [entry('x', '1.0.0'), entry('y', '3.0.0'), entry('z', '1.0.0')],
      [entry('z', '1.0.0'), entry('y', '3.0.0'), entry('x', '1.0.0')],
      [entry('y', '3.0.0'), entry('x', '1.0.0'), entry('z', '1.0.0')],
      [entry('x', '1.0.0'), entry('r', '3.0.0', 'robot')],
    ];
    for (const builders of others)
      expect(waitingFor([web, ...builders], ['x 3.0.0', 'web 3.0.0'])).toEqual({});
  });

  it('but not where another one got as far before it', () => {
    const builders = [entry('x', '1.0.0'), entry('y', '1.0.0'), entry('z', '2.0.0')];
    expect(waitingFor([web, ...builders], ['x 3.0.0', 'y 3.0.0', 'web 3.0.0'])).toEqual({});
    expect(waitingFor([web, ...builders], ['x 3.0.0', 'y 2.0.0', 'web 3.0.0'])).toEqual({
      'x 3.0.0': ['web 3.0.0'],
    });
    expect(waitingFor([web, ...builders], ['x 3.0.0', 'web 2.0.0'])).toEqual({});
  });

  it('and for the last of several moves of a builder only, where that is what it takes', () => {
    const job = entry('job', '1.0.0', 'app');
    expect(
      waitingFor([web, job, entry('x', '1.0.0')], ['x 2.0.0', 'x 3.0.0', 'web 3.0.0', 'job 2.0.0']),
    ).toEqual({
      'x 3.0.0': ['web 3.0.0'],
    });
  });

  it('whose builder would not work with the server there without it', () => {
    const robot = entry('r', '1.0.0', 'robot');
    // Until the server is at 2.0.0, only the robot builds; from then on x does as well, without a move.
    expect(waitingFor([web, entry('x', '3.0.0'), robot], ['r 2.0.0', 'web 2.0.0'], '1.0.0')).toEqual({
      'r 2.0.0': ['web 2.0.0'],
    });
    expect(
      waitingFor([web, entry('x', '3.0.0'), robot], ['r 2.0.0', 'server 2.0.0', 'web 2.0.0'], '1.0.0'),
    ).toEqual({});
  });

  it('only after it, and only where it is built by that component', () => {
    const external = entry('web', '1.0.0', 'app', { source: 'external' });
    expect(waitingFor([external, entry('x', '1.0.0')], ['x 3.0.0', 'web 3.0.0'])).toEqual({});
    expect(waitingFor([web, entry('x', '2.0.0')], ['web 2.0.0', 'x 3.0.0'])).toEqual({});
    expect(waitingFor([web, entry('x', '1.0.0'), entry('y', '1.0.0')], ['x 3.0.0', 'y 3.0.0'])).toEqual({});
  });
});
