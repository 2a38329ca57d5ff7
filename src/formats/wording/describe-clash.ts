/** Why don't an entry and the server work together, in a sentence? */
import type { Catalog } from '../../engine/model/catalog';
import type { Clash } from '../../engine/model/plan';
import { formatRange, protocolName } from './names';

/** The pair that clashes: versions, and the entry's name. */
export interface ClashingPair {
  readonly entry: string;
  readonly version: string;
  readonly server: string;
}

/** Without the names: `speaks API 3–4; the server 6.0.0 speaks 5–6`. */
export function describeClashShortly(clash: Clash, catalog: Catalog, server: string): string {
  switch (clash.kind) {
    case 'protocol':
      return `speaks ${protocolName(catalog, clash.protocol)} ${formatRange(clash.consumer)}; the server ${server} speaks ${formatRange(clash.server)}`;
    case 'incident': {
      const incident = catalog.incidents.find(({ id }) => id === clash.incident);
      return `is known not to work with the server ${server}: ${incident?.summary ?? clash.incident}`;
    }
    case 'unknown': {
      const protocol = protocolName(catalog, clash.protocol);
      if (clash.missing === 'server')
        return `cannot be checked: what the server ${server} speaks of ${protocol} is not known`;
      if (clash.missing === 'consumer')
        return `cannot be checked: what it speaks of ${protocol} is not known`;
      return `cannot be checked: what it and the server ${server} speak of ${protocol} is not known`;
    }
  }
}

/** A whole sentence, with what to do where the clash itself says it. */
export function describeClash(
  clash: Clash,
  catalog: Catalog,
  { entry, version, server }: ClashingPair,
): string {
  const what = `${entry} ${version} ${describeClashShortly(clash, catalog, server)}`;
  switch (clash.kind) {
    case 'protocol':
      return clash.outdated === 'client-outdated'
        ? `${what}. ${entry} is too old for it.`
        : `${what}. The server is too old for it.`;
    case 'incident':
      return what.endsWith('.') ? what : `${what}.`;
    case 'unknown':
      return `${what}. Unknown never counts as compatible: look up the range and enter it as advertised.`;
  }
}
