/**
 * Large made-up products: as many releases and different entries as one asks for, the same ones every time.
 *
 * Ranges rise with the releases, as vendors mean them to, with exceptions here and there: a release that drops an old
 * protocol version early, or does not speak the newest yet. A server at a quarter of the way has to get to the newest
 * release; its consumers are spread over the releases around and below it.
 */
import {
  CATALOG_FORMAT,
  type Catalog,
  type Goal,
  INVENTORY_FORMAT,
  type Inventory,
  parseCatalog,
  parseInventory,
} from '../src/engine';

export interface Problem {
  readonly releases: number;
  readonly entries: number;
  /** How many series a hop may skip back over: 1 where each series takes servers of the one before. */
  readonly hopWidth: number;
  readonly seed?: number;
}

const CONSUMERS = ['client', 'runner', 'agent', 'proxy', 'gateway'];
const PROTOCOLS = ['api', 'mesh', 'logs'];
const SPEAKS: Record<string, string[]> = {
  client: ['api'],
  runner: ['api', 'logs'],
  agent: ['mesh'],
  proxy: ['mesh', 'logs'],
  gateway: ['api', 'mesh'],
};
/** Releases of a series; one in so many releases is an exception in one of its protocols. */
const SERIES = 10;
const EXCEPTION = 0.05;
/** Protocol versions from the first release to the last, and how many of them a release speaks. */
const PROTOCOL_VERSIONS = 20;
const WINDOW = 6;

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function versionAt(index: number): string {
  return `1.${Math.floor(index / SERIES)}.${index % SERIES}`;
}

function required<T>(parsed: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function makeCatalog({ releases, hopWidth, seed = 1 }: Problem): Catalog {
  const random = randomFrom(seed);
  const listed = Array.from({ length: releases }, (_, i) => {
    const isException = i > 0 && i < releases - 1 && random() < EXCEPTION;
    const odd = isException ? PROTOCOLS[Math.floor(random() * PROTOCOLS.length)] : undefined;
    const protocols = Object.fromEntries(
      PROTOCOLS.map((protocol) => {
        const current = 1 + Math.floor((i * PROTOCOL_VERSIONS) / releases);
        const minimum = Math.max(1, current - WINDOW + 1);
        if (protocol !== odd) return [protocol, [minimum, current]];
        const shift = 1 + Math.floor(random() * (WINDOW - 1));
        return [
          protocol,
          random() < 0.5
            ? [Math.min(current, minimum + shift), current]
            : [minimum, Math.max(minimum, current - shift)],
        ];
      }),
    );
    const from = Math.max(0, Math.floor(i / SERIES) - hopWidth);
    return { version: versionAt(i), protocols, upgradeFrom: `>=1.${from}.0` };
  });
  return required(
    parseCatalog({
      format: CATALOG_FORMAT,
      id: 'synthetic',
      name: 'Synthetic',
      updated: '2026-01-01',
      protocols: Object.fromEntries(PROTOCOLS.map((id) => [id, { name: id }])),
      components: {
        server: { name: 'server', role: 'server' },
        ...Object.fromEntries(CONSUMERS.map((id) => [id, { name: id, role: 'client', speaks: SPEAKS[id] }])),
      },
      disruption: ['agent', 'server', 'proxy', 'gateway', 'runner', 'client'],
      releases: listed,
    }),
  );
}

function makeInventory(catalog: Catalog, { releases, entries }: Problem, instances: number): Inventory {
  const server = Math.floor(releases / 4);
  const perComponent = Math.ceil(entries / CONSUMERS.length);
  const consumers = Array.from({ length: entries }, (_, i) => {
    const at = Math.floor((Math.floor(i / CONSUMERS.length) * Math.max(server, perComponent)) / perComponent);
    return {
      name: `entry-${i}`,
      component: CONSUMERS[i % CONSUMERS.length],
      version: versionAt(at % releases),
      count: Math.max(1, Math.floor(instances / entries)),
    };
  });
  return required(
    parseInventory(
      {
        format: INVENTORY_FORMAT,
        product: 'synthetic',
        entries: [{ name: 'server', component: 'server', version: versionAt(server) }, ...consumers],
      },
      catalog,
    ),
  );
}

/** `instances` in all, shared out evenly among the entries. */
export function makeProblem(
  problem: Problem,
  instances: number = problem.entries,
): { readonly catalog: Catalog; readonly inventory: Inventory; readonly goal: Goal } {
  const catalog = makeCatalog(problem);
  const target = versionAt(problem.releases - 1);
  return { catalog, inventory: makeInventory(catalog, problem, instances), goal: { target } };
}
