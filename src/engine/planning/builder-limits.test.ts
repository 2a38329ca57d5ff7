import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';
import { findBuilderLimits, limitOf } from './builder-limits';

function lane(component: string, versions: readonly string[], works: readonly (0 | 1)[]) {
  return {
    component,
    versions,
    compatible: works.map((one) => Uint8Array.of(one)),
    meetsGoal: versions.map(() => true),
  };
}

const VERSIONS = ['1.0.0', '2.0.0', '3.0.0'];

function entry(
  component: string,
  more: { works?: readonly (0 | 1)[]; builders?: string[]; isPinned?: boolean },
) {
  const { works = [1, 1, 1], builders = [], isPinned = false } = more;
  return { component, deployed: '1.0.0', isPinned, lane: lane(component, VERSIONS, works), builders };
}

describe('how far those that build others get at most', () => {
  it.each([
    ['to the highest release that works with some server', [entry('cli', { works: [1, 1, 0] })], '2.0.0'],
    ['nowhere where it is pinned', [entry('cli', { isPinned: true })], '1.0.0'],
    ['as far as the one that gets furthest', [entry('cli', { isPinned: true }), entry('cli', {})], '3.0.0'],
  ])('%s', (_, builders, expected) => {
    const limits = findBuilderLimits([...builders, entry('app', { builders: ['cli'] })]);
    expect(limitOf(['cli'], limits)).toBe(expected);
  });

  it('no further than those that build it', () => {
    const limits = findBuilderLimits([
      entry('app', { builders: ['runner'] }),
      entry('runner', { builders: ['cli'] }),
      entry('cli', { works: [1, 1, 0] }),
    ]);
    expect(limitOf(['runner'], limits)).toBe('2.0.0');
  });

  it('as far as any of several that can build it', () => {
    const limits = findBuilderLimits([
      entry('app', { builders: ['cli', 'runner'] }),
      entry('runner', {}),
      entry('cli', { isPinned: true }),
    ]);
    expect(limitOf(['cli', 'runner'], limits)).toBe('3.0.0');
    expect(limitOf([], limits)).toBeUndefined();
  });
});

it('a release that no builder may be moved to blocks at once what has to be built there, however many builders there are', () => {
  const versions = Array.from({ length: 10 }, (_, i) => `0.${i}.0`);
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' } },
    components: {
      server: { name: 'Server', role: 'server' },
      cli: { name: 'CLI', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['api'], builtWith: ['cli'] },
    },
    disruption: ['app', 'server', 'cli'],
    releases: versions.map(
      (version, i): Draft => ({
        version,
        protocols: { api: [1, 1] },
        ...(i === 9 && { avoid: [{ reason: 'it loses data', components: ['cli'], source: 'made up' }] }),
      }),
    ),
  });
  const entries = Array.from({ length: 16 }, (_, i): Draft => {
    const component = i % 2 === 0 ? 'cli' : 'app';
    return { name: `${component}-${i}`, component, version: versions[Math.floor(i / 2)] };
  });
  const server = { name: 'server', component: 'server', version: '0.8.0' };
  const inventory = buildInventory(catalog, [server, ...entries]);
  let work = 0;
  const goal = { target: '0.9.0', consumers: 'align' } as const;
  const plan = planUpgrade(catalog, inventory, goal, { onProgress: (done) => (work = done) });
  expect(plan).toMatchObject({ status: 'blocked', optimality: 'proven' });
  expect(plan.causes[0]).toMatchObject({
    code: 'builder',
    needed: '0.9.0',
    refused: [{ component: 'cli', version: '0.9.0', refusal: 'avoided', detail: 'it loses data' }],
  });
  // No more than is done between two reports.
  expect(work).toBe(0);
});
