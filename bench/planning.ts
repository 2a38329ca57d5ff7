/** How long does planning take in Node? */
import { readFileSync } from 'node:fs';
import {
  type Catalog,
  type Goal,
  INVENTORY_FORMAT,
  type Inventory,
  parseCatalog,
  parseInventory,
  planUpgrade,
  reach,
} from '../src/engine';
import { printHead, printRow, timeCalls } from './statistics';

const WITHIN_MS = 5;

function loadWaypoint(): Catalog {
  const parsed = parseCatalog(JSON.parse(readFileSync('public/catalogs/waypoint.json', 'utf8')));
  if (!parsed.ok) throw new Error('the Waypoint catalog does not parse');
  return parsed.value;
}

/** A server 0.1.3 and so many consumers, all different: component, version and count go round. */
function fleetOf(catalog: Catalog, size: number): Inventory {
  const components = Object.keys(catalog.components).filter((id) => id !== 'server');
  const consumers = Array.from({ length: size }, (_, i) => {
    const component = components[i % components.length];
    const releases = catalog.releases.filter((release) => release.components?.[component ?? ''] !== null);
    const release = releases[Math.floor(i / components.length) % releases.length];
    return { name: `consumer-${i}`, component, version: release?.version, count: i + 1 };
  });
  const entries = [{ name: 'server', component: 'server', version: '0.1.3' }, ...consumers];
  const parsed = parseInventory(
    { format: INVENTORY_FORMAT, product: catalog.id, facts: { platform: 'docker' }, entries },
    catalog,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const catalog = loadWaypoint();
const goals: [string, Goal][] = [
  ['only what must move', { target: '0.11.4' }],
  ['everything comes along', { target: '0.11.4', consumers: 'align' }],
];

printHead();
for (const size of [5, 50, 200]) {
  const inventory = fleetOf(catalog, size);
  for (const [story, goal] of goals) {
    const plan = planUpgrade(catalog, inventory, goal);
    if (plan.status !== 'ready' || plan.optimality !== 'proven')
      throw new Error(`no proven plan for ${size} entries`);
    const spread = timeCalls(() => planUpgrade(catalog, inventory, goal), 60);
    const isKept = spread.median <= WITHIN_MS;
    const isQuoted = size === 50 && goal.consumers === undefined;
    const verdict = isQuoted ? `(at most ${WITHIN_MS}: ${isKept ? 'kept' : 'MISSED'})` : '';
    if (isQuoted && !isKept) process.exitCode = 1;
    printRow(`plan 0.1.3 → 0.11.4, ${size} different entries, ${story}`, spread, verdict);
  }
  printRow(
    `reach, all releases, ${size} different entries`,
    timeCalls(() => reach(catalog, inventory), 20),
  );
}
