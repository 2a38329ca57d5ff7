/**
 * Do a consumer and the server work together?
 *
 * Compatible: they agree on every protocol that the consumer's component speaks, and no `broken` incident matches the
 * pair. Incompatible: they disagree on one, or such an incident matches. Unknown: a range that decides is not known.
 * Unknown never counts as compatible (engine.md, Negotiation).
 */
import {
  type Catalog,
  type Clash,
  compareVersions,
  type Entry,
  type Incident,
  isInRange,
  type ProtocolRange,
  type Version,
} from '../model';
import { type Answers, mayHold } from './condition';
import { negotiate } from './negotiate';
import { factsOf, releaseLine, serverComponentOf } from './release-line';

export type Compatibility = 'compatible' | 'incompatible' | 'unknown';

/** One side of a pair: a component at a version, with ranges that it advertised itself at this version. */
export interface Party {
  readonly component: string;
  readonly version: Version;
  readonly advertised?: Readonly<Record<string, ProtocolRange>> | undefined;
}

/** An entry at a version: what it advertised itself holds for as long as it is at its own. */
export function partyAt({ component, version: own, protocols }: Entry, version: Version = own): Party {
  const isItsOwn = protocols !== undefined && compareVersions(version, own) === 0;
  return { component, version, advertised: isItsOwn ? protocols : undefined };
}

export interface PairAssessment {
  readonly status: Compatibility;
  /** Why it is not compatible; empty where it is. */
  readonly clashes: readonly Clash[];
  /** Ids of `degraded` incidents that match. */
  readonly degraded: readonly string[];
  /** The version that they use, by protocol; a protocol they don't agree on is not there. */
  readonly negotiated: Readonly<Record<string, number>>;
}

/** The range a party speaks, `undefined` where it is not known. */
export function rangeOf(catalog: Catalog, party: Party, protocol: string): ProtocolRange | undefined {
  const { advertised } = party;
  if (advertised !== undefined && Object.hasOwn(advertised, protocol)) return advertised[protocol];
  return factsOf(releaseLine(catalog, party.component), party.version)?.release.ranges.get(protocol);
}

/** Whether an incident is about this pair and may hold here. */
export function matchesIncident(
  incident: Incident,
  consumer: Pick<Party, 'component' | 'version'>,
  server: Version,
  answers: Answers,
): boolean {
  return (
    incident.component === consumer.component &&
    (incident.versions === undefined || isInRange(consumer.version, incident.versions)) &&
    (incident.server === undefined || isInRange(server, incident.server)) &&
    mayHold(incident.if, answers)
  );
}

/** `server.component` is the catalog's server; `consumer.component` any other one. */
export function assessPair(
  catalog: Catalog,
  consumer: Party,
  server: Omit<Party, 'component'>,
  answers: Answers,
): PairAssessment {
  const serverParty = { ...server, component: serverComponentOf(catalog) };
  const clashes: Clash[] = [];
  const negotiated: Record<string, number> = {};
  let status: Compatibility = 'compatible';
  for (const protocol of catalog.components[consumer.component]?.speaks ?? []) {
    const ours = rangeOf(catalog, consumer, protocol);
    const theirs = rangeOf(catalog, serverParty, protocol);
    if (ours === undefined || theirs === undefined) {
      const missing = ours !== undefined ? 'server' : theirs !== undefined ? 'consumer' : 'both';
      clashes.push({ kind: 'unknown', protocol, missing });
      if (status === 'compatible') status = 'unknown';
      continue;
    }
    const outcome = negotiate(ours, theirs);
    if (outcome.ok) {
      negotiated[protocol] = outcome.version;
    } else {
      status = 'incompatible';
      clashes.push({
        kind: 'protocol',
        protocol,
        consumer: [...ours],
        server: [...theirs],
        outdated: outcome.reason,
      });
    }
  }
  const degraded: string[] = [];
  for (const incident of catalog.incidents) {
    if (!matchesIncident(incident, consumer, server.version, answers)) continue;
    if (incident.severity === 'degraded') {
      degraded.push(incident.id);
    } else {
      status = 'incompatible';
      clashes.push({ kind: 'incident', incident: incident.id });
    }
  }
  // What is known to be wrong comes before what is merely not known.
  clashes.sort((a, b) => Number(a.kind === 'unknown') - Number(b.kind === 'unknown'));
  return { status, clashes, degraded, negotiated };
}
