/**
 * With which of many servers is a consumer compatible?
 *
 * The same answer as `assessPair` gives for each pair, without the reasons: what does not depend on the pair is looked
 * up once.
 */
import type { Catalog, Incident, Version } from '../model';
import { isInRange } from '../model';
import { type Party, rangeOf } from './assess-pair';
import { type Answers, mayHold } from './condition';
import { overlaps } from './negotiate';

/**
 * By server index: 1 where the consumer is compatible with it, else 0 (incompatible or unknown). Versions that speak the
 * same ranges share the answer.
 */
export type CompatibleServers = (version: Version, advertised?: Party['advertised']) => Uint8Array;

export function compatibleServersOf(
  catalog: Catalog,
  component: string,
  servers: readonly Party[],
  facts: Answers,
): CompatibleServers {
  const protocols = catalog.components[component]?.speaks ?? [];
  const serverRanges = protocols.map((protocol) =>
    servers.map((server) => rangeOf(catalog, server, protocol)),
  );
  const broken = catalog.incidents
    .filter(
      (incident) =>
        incident.severity === 'broken' && incident.component === component && mayHold(incident.if, facts),
    )
    .map((incident) => ({
      incident,
      /** Indices of the servers that it is about. */
      hits: servers.flatMap(({ version }, i) =>
        incident.server === undefined || isInRange(version, incident.server) ? [i] : [],
      ),
    }));
  const isAbout = (incident: Incident, version: Version) =>
    incident.versions === undefined || isInRange(version, incident.versions);

  const answers = new Map<string, Uint8Array>();

  return (version, advertised) => {
    const ranges = protocols.map((protocol) =>
      rangeOf(catalog, { component, version, advertised }, protocol),
    );
    const incidents = broken.filter(({ incident }) => isAbout(incident, version));
    let key = '';
    for (const range of ranges) key += range === undefined ? '?,' : `${range[0]}-${range[1]},`;
    for (const incident of incidents) key += `|${broken.indexOf(incident)}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const row = new Uint8Array(servers.length).fill(1);
    for (const [i, ours] of ranges.entries()) {
      const theirs = serverRanges[i] ?? [];
      for (let server = 0; server < row.length; server++) {
        const range = theirs[server];
        if (ours === undefined || range === undefined || !overlaps(ours, range)) row[server] = 0;
      }
    }
    for (const { hits } of incidents) for (const server of hits) row[server] = 0;
    answers.set(key, row);
    return row;
  };
}
