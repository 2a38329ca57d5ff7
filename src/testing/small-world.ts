/**
 * Every upgrade problem of a small world, for trying them all: up to four releases with one protocol, each with any range
 * within 1–3, hop rule on or off, and a server with two consumers of different components, each at any release.
 *
 * Nothing is left out by symmetry. The two consumers are of different disruption, so that exchanging them makes another
 * problem.
 */
import type { Catalog, Inventory, ProtocolRange } from '../engine/model';
import { buildCatalog, buildInventory } from './build';

const RANGES: readonly ProtocolRange[] = [1, 2, 3].flatMap((minimum) =>
  [1, 2, 3].flatMap((current): ProtocolRange[] => (minimum <= current ? [[minimum, current]] : [])),
);

export interface SmallWorld {
  readonly catalog: Catalog;
  /** Every server with every pair of consumers. */
  readonly inventories: readonly Inventory[];
}

const versionAt = (index: number) => `${index + 1}.0.0`;
const indices = (count: number) => Array.from({ length: count }, (_, i) => i);

function catalogOf(ranges: readonly ProtocolRange[], hasHopRule: boolean): Catalog {
  return buildCatalog({
    components: {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'] },
      app: { name: 'App', role: 'agent', speaks: ['api'] },
    },
    disruption: ['app', 'server', 'client'],
    releases: ranges.map((api, i) => ({
      version: versionAt(i),
      protocols: { api },
      ...(hasHopRule && { upgradeFrom: `>=${versionAt(Math.max(0, i - 1))}` }),
    })),
  });
}

function inventoriesOf(catalog: Catalog): Inventory[] {
  const all = indices(catalog.releases.length);
  return all.flatMap((server) =>
    all.flatMap((client) =>
      all.map((app) =>
        buildInventory(catalog, [
          { name: 'server', component: 'server', version: versionAt(server) },
          { name: 'client', component: 'client', version: versionAt(client) },
          { name: 'app', component: 'app', version: versionAt(app) },
        ]),
      ),
    ),
  );
}

/** Every list of so many ranges. */
function* rangeLists(length: number): Generator<readonly ProtocolRange[]> {
  if (length === 0) yield [];
  else for (const rest of rangeLists(length - 1)) for (const range of RANGES) yield [...rest, range];
}

/** 6 ranges to the power of `releases`. */
export function* smallWorlds(releases: number, hasHopRule: boolean): Generator<SmallWorld> {
  let inventories: Inventory[] | undefined;
  for (const ranges of rangeLists(releases)) {
    const catalog = catalogOf(ranges, hasHopRule);
    // What is deployed does not depend on the ranges.
    inventories ??= inventoriesOf(catalog);
    yield { catalog, inventories };
  }
}
