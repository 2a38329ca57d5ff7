/**
 * Which protocol versions are in use, by whom and how many?
 *
 * The first item of Waypoint's roadmap: for each protocol what the server advertises, every range spoken, every version
 * negotiated, and who does not get through (engine.md, Reach).
 */
import { assessPair, rangeOf } from '../compatibility/assess-pair';
import { serverComponentOf } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Clash, Entry, Inventory, ProtocolRange } from '../model';

export interface Speakers {
  readonly entries: readonly string[];
  /** Sum of the entries' counts. */
  readonly instances: number;
}

export interface ProtocolUse {
  readonly protocol: string;
  /** What the server advertises; `null` where it is not known. */
  readonly server: ProtocolRange | null;
  /** Oldest first; `range` is `null` where it is not known. */
  readonly spoken: readonly (Speakers & { readonly range: ProtocolRange | null })[];
  /** Lowest first. */
  readonly negotiated: readonly (Speakers & { readonly version: number })[];
  readonly clashing: readonly { readonly entry: string; readonly instances: number; readonly clash: Clash }[];
}

function gather<Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): (Speakers & { key: Key })[] {
  const found = new Map<string, { key: Key; entries: string[]; instances: number }>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const id = JSON.stringify(key);
    const same = found.get(id) ?? { key, entries: [], instances: 0 };
    same.entries.push(entry.name);
    same.instances += entry.count;
    found.set(id, same);
  }
  return [...found.values()];
}

/** In the order in which the catalog lists its protocols. */
export function protocolsInUse(
  catalog: Catalog,
  inventory: Inventory,
): { readonly protocols: ProtocolUse[] } {
  const server = serverEntryOf(catalog, inventory);
  const serverParty = { ...server, component: serverComponentOf(catalog), advertised: server.protocols };
  const protocols = Object.keys(catalog.protocols).map((protocol) => {
    const speakers = inventory.entries.filter(
      (entry) => entry !== server && catalog.components[entry.component]?.speaks?.includes(protocol),
    );
    const pairs = new Map(
      speakers.map((entry) => [
        entry,
        assessPair(
          catalog,
          { component: entry.component, version: entry.version, advertised: entry.protocols },
          serverParty,
          inventory.facts,
        ),
      ]),
    );
    const spoken = gather(
      speakers,
      (entry) => rangeOf(catalog, { ...entry, advertised: entry.protocols }, protocol) ?? null,
    ).map(({ key, ...rest }) => ({ range: key, ...rest }));
    spoken.sort(
      (a, b) => (a.range?.[1] ?? 0) - (b.range?.[1] ?? 0) || (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0),
    );
    const agreeing = speakers.filter((entry) => pairs.get(entry)?.negotiated[protocol] !== undefined);
    const negotiated = gather(agreeing, (entry) => pairs.get(entry)?.negotiated[protocol] ?? 0).map(
      ({ key, ...rest }) => ({ version: key, ...rest }),
    );
    negotiated.sort((a, b) => a.version - b.version);
    const clashing = speakers.flatMap((entry) => {
      const clash = pairs.get(entry)?.clashes.find((c) => c.kind !== 'incident' && c.protocol === protocol);
      return clash === undefined ? [] : [{ entry: entry.name, instances: entry.count, clash }];
    });
    return {
      protocol,
      server: rangeOf(catalog, serverParty, protocol) ?? null,
      spoken,
      negotiated,
      clashing,
    };
  });
  return { protocols };
}
