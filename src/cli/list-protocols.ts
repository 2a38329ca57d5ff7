/** Which protocol versions are in use, and who holds the server back, as lines for a terminal? */
import type { Catalog, Entry, FurthestBehind, ProtocolUse } from '../engine';
import { describeHeld } from '../formats/wording/describe-held';
import { formatCount, formatRange, protocolName } from '../formats/wording/names';

/** What is in use of one protocol, with who is furthest behind in it. */
export interface StandingProtocol extends ProtocolUse {
  readonly behind: Omit<FurthestBehind, 'protocol'>;
}

/** `entries` are the inventory's, by name. */
export function listProtocol(
  { protocol, server, spoken, negotiated, clashing, behind }: StandingProtocol,
  catalog: Catalog,
  entries: ReadonlyMap<string, Entry>,
): readonly string[] {
  const name = protocolName(catalog, protocol);
  const held = describeHeld(behind, name, negotiated.length > 0, catalog, entries);
  return [
    `${name}: the server speaks ${server === null ? 'nothing that is known' : formatRange(server)}`,
    ...spoken.map(
      (speakers) =>
        `  speaks ${speakers.range === null ? '?' : formatRange(speakers.range)}  ${formatCount(speakers.instances, 'instance')}  ${speakers.entries.join(', ')}`,
    ),
    ...negotiated.map(
      (speakers) =>
        `  uses ${speakers.version}  ${formatCount(speakers.instances, 'instance')}  ${speakers.entries.join(', ')}`,
    ),
    ...clashing.map(
      ({ entry, instances }) => `  does not get through: ${entry}, ${formatCount(instances, 'instance')}`,
    ),
    ...held.map(
      ({ lead, before, entries: who, after }) =>
        `  ${lead}${before}${who.map((entry) => entry.name).join(', ')}${after}`,
    ),
  ];
}
