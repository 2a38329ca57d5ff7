/**
 * Random small upgrade problems, for property tests: every feature of catalogs, inventories and goals that the planner has
 * to reckon with, in a mix that leaves a fair share of them solvable (instances.test holds that to account).
 */
import fc from 'fast-check';
import {
  CATALOG_FORMAT,
  compareVersions,
  type Goal,
  INVENTORY_FORMAT,
  type ProtocolRange,
} from '../engine/model';

/** JSON as a parser takes it. */
export interface Instance {
  readonly catalog: { readonly releases: readonly object[]; readonly [field: string]: unknown };
  readonly inventory: { readonly entries: readonly object[]; readonly [field: string]: unknown };
  readonly goal: Goal;
}

const CONSUMERS = ['client', 'app', 'proxy'] as const;
type Consumer = (typeof CONSUMERS)[number];

/** True once in so many times. */
const once = (times: number) => fc.integer({ min: 1, max: times }).map((n) => n === 1);
/** `undefined` but for once in so many times. */
const rarely = <T>(times: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const range: fc.Arbitrary<ProtocolRange> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }))
  .map(([minimum, width]) => [minimum, Math.min(4, minimum + width)]);
const answers = fc.constantFrom(['yes'], ['no'], ['yes', 'no']);
const condition = rarely(
  2,
  answers.map((site) => ({ site })),
);

const release = fc.record({
  isPrerelease: once(14),
  api: range,
  mesh: range,
  /** How far back a hop may come from, in releases; absent: from anywhere. */
  hop: rarely(2, fc.integer({ min: 0, max: 2 })),
  withdrawn: rarely(16, fc.constant('it loses data')),
  avoid: rarely(
    9,
    fc.record({
      if: condition,
      components: rarely(2, fc.subarray(['server', ...CONSUMERS], { minLength: 1 })),
    }),
  ),
  /** One component that has other ranges here, or is not released at all. */
  own: rarely(
    5,
    fc.record({
      component: fc.constantFrom('server', 'client', 'app'),
      protocols: rarely(2, fc.record({ api: range, mesh: range })),
    }),
  ),
});

const entryOf = (releases: number) =>
  fc.record({
    component: fc.constantFrom<Consumer>('client', 'client', 'app', 'app', 'app', 'proxy'),
    /** Releases above or below the server's. */
    offset: fc.constantFrom(-2, -1, -1, 0, 0, 0, 1),
    isUnlisted: once(14),
    count: fc.integer({ min: 1, max: 3 }),
    pinned: rarely(9, fc.constant('vendor image')),
    advertised: rarely(9, fc.record({ api: range, mesh: range })),
    isExternal: once(8),
    exact: rarely(9, fc.integer({ min: 0, max: releases - 1 })),
  });

/** How many of each, at least and at most. */
export interface Size {
  readonly releases: readonly [least: number, most: number];
  readonly entries: readonly [least: number, most: number];
}

const shapeOf = ({ releases: [fewest, most], entries: [least, highest] }: Size) =>
  fc.record({
    releases: fc.array(release, { minLength: fewest, maxLength: most }),
    /** Whether ranges rise with the releases, as vendors mean them to; else they are as they come. */
    isRising: fc.constantFrom(true, true, false),
    /** Whether consumers are only released with the first and the last, and nothing but the server in between bridges them. */
    isSparse: once(8),
    granularity: fc.constantFrom('patch', 'minor'),
    builtWith: fc.constantFrom(['client'], ['client'], ['client', 'proxy'], undefined),
    isClientBuilt: once(8),
    proxies: fc.array(range, { minLength: 2, maxLength: 3 }),
    disruption: fc.constantFrom(['app', 'server', 'client'], ['server', 'app'], ['client', 'proxy'], []),
    incident: rarely(
      3,
      fc.record({
        component: fc.constantFrom<Consumer>(...CONSUMERS),
        from: fc.integer({ min: 1, max: most }),
        below: fc.integer({ min: 1, max: most }),
        severity: fc.constantFrom('broken', 'broken', 'broken', 'degraded'),
        if: condition,
      }),
    ),
    site: fc.constantFrom('yes', 'no', undefined, undefined),
    serverAt: fc.integer({ min: 0, max: 2 }),
    serverCount: fc.integer({ min: 1, max: 2 }),
    isServerPinned: once(40),
    entries: fc.array(entryOf(most), { minLength: least, maxLength: highest }),
    targetAt: fc.integer({ min: 0, max: most - 1 }),
    consumers: fc.constantFrom('keep', 'keep', 'keep', 'align'),
    allowSkips: once(9),
    prereleases: fc.boolean(),
    goalDisruption: rarely(6, fc.constantFrom(['client'], ['server', 'client', 'app'])),
  });
type Shape = ReturnType<typeof shapeOf> extends fc.Arbitrary<infer T> ? T : never;

/** Fields without a value are left out, as in a file. */
function compact<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function rise([minimum, current]: ProtocolRange, i: number): ProtocolRange {
  const base = Math.floor(i / 2);
  return [Math.max(1, base + minimum - 1), base + current];
}

function toInstance(drawn: Shape): Instance {
  const versions = drawn.releases.map(({ isPrerelease }, i) => `${i + 1}.0.0${isPrerelease ? '-rc.1' : ''}`);
  const at = (i: number) => versions[Math.max(0, Math.min(versions.length - 1, i))] ?? '1.0.0';
  const releases = drawn.releases.map((r, i) => {
    const isEnd = i === 0 || i === drawn.releases.length - 1;
    const turn = (own: ProtocolRange): ProtocolRange => {
      if (drawn.isSparse) return i === 0 ? [1, 1] : isEnd ? [2, 2] : [1, 2];
      return drawn.isRising ? rise(own, i) : own;
    };
    if (drawn.isSparse) {
      const components = isEnd ? {} : { client: null, app: null };
      return { version: at(i), protocols: { api: turn(r.api), mesh: turn(r.mesh) }, components };
    }
    return compact({
      version: at(i),
      protocols: { api: turn(r.api), mesh: turn(r.mesh) },
      upgradeFrom: r.hop === undefined ? undefined : `>=${Math.max(1, i - r.hop)}.0.0-0`,
      withdrawn: r.withdrawn,
      avoid: r.avoid && [compact({ reason: 'it does not start', source: 'made up', ...r.avoid })],
      components: r.own && {
        [r.own.component]: r.own.protocols
          ? { protocols: { api: turn(r.own.protocols.api), mesh: turn(r.own.protocols.mesh) } }
          : r.own.component === 'server'
            ? {}
            : null,
      },
    });
  });
  const serverAt = Math.min(drawn.serverAt, versions.length - 1);
  const targetAt = Math.max(serverAt, Math.min(drawn.targetAt, versions.length - 1));
  const proxyVersions = drawn.proxies.map((_, i) => `${20 + i}.0.0`);
  const entries = drawn.entries.map((e, i) => {
    const line = e.component === 'proxy' ? proxyVersions : versions;
    const index = e.component === 'proxy' ? Math.abs(e.offset) % line.length : serverAt + e.offset;
    const listed = line[Math.max(0, Math.min(line.length - 1, index))] ?? at(0);
    return compact({
      name: `e${i}`,
      component: e.component,
      version: e.isUnlisted ? listed.replace(/0(-rc\.1)?$/, '7') : listed,
      count: e.count,
      pinned: e.pinned,
      protocols: e.advertised,
      source: e.isExternal ? 'external' : undefined,
    });
  });
  const exact = drawn.entries.flatMap((e, i): [string, string][] => {
    const version = at(e.exact ?? 0);
    const from = entries[i]?.version ?? version;
    const isUsable = e.exact !== undefined && e.component !== 'proxy' && compareVersions(version, from) >= 0;
    return isUsable ? [[`e${i}`, version]] : [];
  });
  return {
    catalog: compact({
      format: CATALOG_FORMAT,
      id: 'random',
      name: 'Random',
      updated: '2026-01-01',
      granularity: drawn.granularity,
      protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
      components: {
        server: { name: 'Server', role: 'server' },
        client: compact({
          name: 'Client',
          role: 'client',
          speaks: ['api'],
          builtWith: drawn.isClientBuilt ? ['proxy'] : undefined,
        }),
        app: compact({ name: 'App', role: 'agent', speaks: ['mesh'], builtWith: drawn.builtWith }),
        proxy: {
          name: 'Proxy',
          role: 'agent',
          speaks: ['api', 'mesh'],
          releases: drawn.proxies.map((own, i) => ({
            version: proxyVersions[i],
            protocols: { api: [1, 4], mesh: own },
          })),
        },
      },
      disruption: drawn.disruption,
      facts: { site: { question: 'Is it so?', options: { yes: 'Yes', no: 'No' } } },
      incidents: drawn.incident
        ? [
            compact({
              id: 'i1',
              component: drawn.incident.component,
              versions: `>=${drawn.incident.from}.0.0-0`,
              server: `<${drawn.incident.below}.0.0`,
              severity: drawn.incident.severity,
              if: drawn.incident.if,
              summary: 'they do not talk',
              source: 'made up',
            }),
          ]
        : [],
      releases,
    }),
    inventory: {
      format: INVENTORY_FORMAT,
      product: 'random',
      facts: compact({ site: drawn.site }),
      entries: [
        compact({
          name: 'server',
          component: 'server',
          version: at(serverAt),
          count: drawn.serverCount,
          pinned: drawn.isServerPinned ? 'frozen' : undefined,
        }),
        ...entries,
      ],
    },
    goal: compact({
      target: at(targetAt),
      consumers: drawn.consumers as 'keep' | 'align',
      entries: Object.fromEntries(exact),
      allowSkips: drawn.allowSkips,
      prereleases: drawn.prereleases,
      disruption: drawn.goalDisruption,
    }) as Goal,
  };
}

export function instancesOf(size: Size): fc.Arbitrary<Instance> {
  return shapeOf(size).map(toInstance);
}

/** Small enough for the oracle. */
export const instances = instancesOf({ releases: [3, 6], entries: [1, 4] });
