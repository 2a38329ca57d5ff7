/**
 * With which of many servers is a consumer compatible?
 *
 * The same answer as `assessPair` gives for each pair, without the reasons: what does not depend on the pair is looked
 * up once.
 */
import type { Catalog, Incident, ProtocolRange, Version } from '../model';
import { isInRange } from '../model';
import { type Party, rangeOf } from './assess-pair';
import { type Answers, mayHold } from './condition';
import { negotiate } from './negotiate';
import { serverComponentOf } from './release-line';

/** By server index: 1 where the consumer is compatible with it, else 0 (incompatible or unknown). */
export type CompatibleServers = (version: Version, advertised?: Party['advertised']) => Uint8Array;

export function compatibleServersOf(
  catalog: Catalog,
  component: string,
  servers: readonly Omit<Party, 'component'>[],
  answers: Answers,
): CompatibleServers {
  const serverComponent = serverComponentOf(catalog);
  const protocols = catalog.components[component]?.speaks ?? [];
  const serverRanges = servers.map((server) =>
    protocols.map((protocol) => rangeOf(catalog, { ...server, component: serverComponent }, protocol)),
  );
  const broken = catalog.incidents
    .filter(
      (incident) =>
        incident.severity === 'broken' && incident.component === component && mayHold(incident.if, answers),
    )
    .map((incident) => ({
      incident,
      hits: servers.map(
        (server) => incident.server === undefined || isInRange(server.version, incident.server),
      ),
    }));
  const isAbout = (incident: Incident, version: Version) =>
    incident.versions === undefined || isInRange(version, incident.versions);
  const agree = (ours: ProtocolRange | undefined, theirs: ProtocolRange | undefined) =>
    ours !== undefined && theirs !== undefined && negotiate(ours, theirs).ok;

  return (version, advertised) => {
    const ranges = protocols.map((protocol) =>
      rangeOf(catalog, { component, version, advertised }, protocol),
    );
    const incidents = broken.filter(({ incident }) => isAbout(incident, version));
    return Uint8Array.from(serverRanges, (theirs, server) =>
      ranges.every((ours, i) => agree(ours, theirs[i])) &&
      !incidents.some(({ hits }) => hits[server] === true)
        ? 1
        : 0,
    );
  };
}
