/**
 * A problem that no planner decides soon: the server has a choice at each of many steps, and every part forbids two of its
 * choices together (a formula in disguise, with as many clauses as make it hardest).
 */
import type { Catalog, Inventory } from '../engine/model';
import { buildCatalog, buildInventory } from './build';

interface Size {
  readonly layers: number;
  readonly width: number;
  readonly parts: number;
}

/** Park and Miller: the same numbers on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

export function undecidedProblem(
  { layers, width, parts }: Size,
  seed: number,
): { readonly catalog: Catalog; readonly inventory: Inventory; readonly target: string } {
  const pick = numbersFrom(seed);
  const protocols = { api: [1, 1] };
  const target = `1.${layers + 1}.0`;
  const stops = Array.from({ length: layers * width }, (_, i) => {
    const layer = Math.floor(i / width) + 1;
    return { version: `1.${layer}.${i % width}`, protocols, upgradeFrom: `~1.${layer - 1}.0` };
  });
  const pairs = Array.from({ length: parts }, (_, i) => {
    const first = 1 + pick(layers - 1);
    const second = first + 1 + pick(layers - first);
    return { id: `part-${i}`, first: `1.${first}.${pick(width)}`, second: `1.${second}.${pick(width)}` };
  });
  const broken = { severity: 'broken', summary: 'do not work together', source: 'made up' };
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' } },
    components: {
      server: { name: 'Server', role: 'server' },
      ...Object.fromEntries(
        pairs.map(({ id }) => [
          id,
          {
            name: id,
            role: 'agent',
            speaks: ['api'],
            releases: ['1.0.0', '2.0.0'].map((version) => ({ version, protocols })),
          },
        ]),
      ),
    },
    incidents: pairs.flatMap(({ id, first, second }) => [
      { id: `${id}-old`, component: id, versions: '1.0.0', server: first, ...broken },
      { id: `${id}-new`, component: id, versions: '2.0.0', server: second, ...broken },
    ]),
    releases: [
      { version: '1.0.0', protocols },
      ...stops,
      { version: target, protocols, upgradeFrom: `~1.${layers}.0` },
    ],
  });
  const entries = pairs.map(({ id }) => ({ name: id, component: id, version: '1.0.0' }));
  const server = { name: 'server', component: 'server', version: '1.0.0' };
  return { catalog, inventory: buildInventory(catalog, [server, ...entries]), target };
}
