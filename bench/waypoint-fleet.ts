/** Waypoint's catalog, and fleets of any size in it. */
import { readFileSync } from 'node:fs';
import { type Catalog, INVENTORY_FORMAT, type Inventory, parseCatalog, parseInventory } from '../src/engine';

export const WAYPOINT = 'public/catalogs/waypoint.json';

export function loadWaypoint(): Catalog {
  const parsed = parseCatalog(JSON.parse(readFileSync(WAYPOINT, 'utf8')));
  if (!parsed.ok) throw new Error('the Waypoint catalog does not parse');
  return parsed.value;
}

/** A server 0.1.3 and so many consumers, all different: component, version and count go round. */
export function fleetOf(catalog: Catalog, size: number): Inventory {
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
