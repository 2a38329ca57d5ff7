/**
 * Which releases does a component have, and which facts hold for a version of it?
 *
 * A component has the catalog's releases, but those that say `null` for it, or a line of its own. A version that the
 * line does not list takes the facts of the last listed release of its series at or below it, else of the first above,
 * where the component or the catalog says `granularity` `minor` or `major`; else nothing is known of it
 * (engine.md, Negotiation).
 */
import {
  type Avoidance,
  type Catalog,
  compareVersions,
  isPrerelease,
  type Note,
  type ProtocolRange,
  seriesOf,
  type Version,
  type VersionRange,
  versionKey,
} from '../model';

/** What the catalog says of one release of one component. */
export interface LineRelease {
  readonly version: Version;
  readonly isPrerelease: boolean;
  readonly date: string | undefined;
  /** Ranges by protocol; a protocol that is not there is not known. */
  readonly ranges: ReadonlyMap<string, ProtocolRange>;
  readonly withdrawn: string | undefined;
  /** Avoidances that concern this component. */
  readonly avoid: readonly Avoidance[];
  /** All notes of the release; those of the catalog's releases may be about other components. */
  readonly notes: readonly Note[];
  readonly upgradeFrom: VersionRange | undefined;
}

/** The releases of one component, ascending. */
export interface ReleaseLine {
  readonly releases: readonly LineRelease[];
  readonly byKey: ReadonlyMap<string, LineRelease>;
  readonly granularity: 'patch' | 'minor' | 'major';
  /** Whether it shares version numbers with the server. */
  readonly isServerLine: boolean;
}

function buildLine(catalog: Catalog, componentId: string): ReleaseLine {
  const component = catalog.components[componentId];
  if (component === undefined) throw new TypeError(`the catalog has no component "${componentId}"`);
  const concerns = (avoidance: Avoidance) => avoidance.components?.includes(componentId) ?? true;
  const releases: LineRelease[] = [];
  if (component.releases === undefined) {
    for (const release of catalog.releases) {
      const own = release.components?.[componentId];
      if (own === null) continue;
      releases.push({
        version: release.version,
        isPrerelease: isPrerelease(release.version),
        date: release.date,
        ranges: new Map([
          ...Object.entries(release.protocols ?? {}),
          ...Object.entries(own?.protocols ?? {}),
        ]),
        withdrawn: release.withdrawn,
        avoid: (release.avoid ?? []).filter(concerns),
        notes: release.notes ?? [],
        upgradeFrom: release.upgradeFrom,
      });
    }
  } else {
    for (const release of component.releases) {
      releases.push({
        version: release.version,
        isPrerelease: isPrerelease(release.version),
        date: release.date,
        ranges: new Map(Object.entries(release.protocols ?? {})),
        withdrawn: release.withdrawn,
        avoid: (release.avoid ?? []).filter(concerns),
        notes: release.notes ?? [],
        upgradeFrom: undefined,
      });
    }
  }
  releases.sort((a, b) => compareVersions(a.version, b.version));
  return {
    releases,
    byKey: new Map(releases.map((release) => [versionKey(release.version), release])),
    granularity: component.granularity ?? catalog.granularity,
    isServerLine: component.releases === undefined,
  };
}

const lines = new WeakMap<Catalog, Map<string, ReleaseLine>>();

/** The line of a component that the catalog has. Built once for each catalog object. */
export function releaseLine(catalog: Catalog, componentId: string): ReleaseLine {
  let byComponent = lines.get(catalog);
  if (byComponent === undefined) {
    byComponent = new Map();
    lines.set(catalog, byComponent);
  }
  let line = byComponent.get(componentId);
  if (line === undefined) {
    line = buildLine(catalog, componentId);
    byComponent.set(componentId, line);
  }
  return line;
}

/** The release that the line lists at this version. */
export function listedRelease(line: ReleaseLine, version: Version): LineRelease | undefined {
  // Most versions are written as their keys are.
  return line.byKey.get(version) ?? line.byKey.get(versionKey(version));
}

/** How many of the releases come before the first one above `version`. */
function countUpTo({ releases }: ReleaseLine, version: Version): number {
  let [low, high] = [0, releases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const release = releases[middle];
    if (release !== undefined && compareVersions(release.version, version) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The releases above one version, up to another and with it. */
export function releasesBetween(line: ReleaseLine, above: Version, upTo: Version): readonly LineRelease[] {
  return line.releases.slice(countUpTo(line, above), countUpTo(line, upTo));
}

/** The release whose facts hold for a version, and whether it is another one that they are inferred from. */
export interface ReleaseFacts {
  readonly release: LineRelease;
  readonly inferred: boolean;
}

/** `undefined` where nothing is known of the version. */
export function factsOf(line: ReleaseLine, version: Version): ReleaseFacts | undefined {
  const listed = listedRelease(line, version);
  if (listed !== undefined) return { release: listed, inferred: false };
  const { granularity } = line;
  if (granularity === 'patch') return undefined;
  const series = seriesOf(version, granularity);
  const ofSeries = line.releases.filter((release) => seriesOf(release.version, granularity) === series);
  const release = ofSeries.findLast((r) => compareVersions(r.version, version) <= 0) ?? ofSeries[0];
  return release && { release, inferred: true };
}

const serverComponents = new WeakMap<Catalog, string>();

/** The component with the role `server`: its id. Looked for once for each catalog object. */
export function serverComponentOf(catalog: Catalog): string {
  const known = serverComponents.get(catalog);
  if (known !== undefined) return known;
  const found = Object.entries(catalog.components).find(([, component]) => component.role === 'server');
  if (found === undefined) throw new TypeError('the catalog has no component with the role "server"');
  serverComponents.set(catalog, found[0]);
  return found[0];
}
