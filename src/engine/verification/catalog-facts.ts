/**
 * What does the catalog say of a version, for the verifier alone?
 *
 * This repeats, slowly and plainly, what the planner also knows (engine.md: it shares no code with the planner but the
 * data model), so that a mistake there cannot vouch for itself here.
 */
import {
  type Catalog,
  type Condition,
  compareVersions,
  type Entry,
  type Inventory,
  isInRange,
  isPrerelease,
  type ProtocolRange,
  seriesOf,
  type Version,
  versionKey,
} from '../model';

/** An unanswered fact rules nothing out: only an answer that is not among those named does. */
function isRuledOut(condition: Condition | undefined, facts: Inventory['facts']): boolean {
  return Object.entries(condition ?? {}).some(([fact, answers]) => {
    const answer = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    return answer !== undefined && !answers.includes(answer);
  });
}

type KnownRelease = ReturnType<typeof listReleases>[number];

/** The releases that have the component, ascending, with its own ranges by protocol. */
function listReleases(catalog: Catalog, componentId: string) {
  const component = catalog.components[componentId];
  const own = component?.releases?.map((release) => ({ ...release, ranges: release.protocols ?? {} }));
  const shared = catalog.releases
    .filter((release) => release.components?.[componentId] !== null)
    .map((release) => ({
      ...release,
      ranges: { ...release.protocols, ...release.components?.[componentId]?.protocols },
    }));
  return (own ?? shared).sort((a, b) => compareVersions(a.version, b.version));
}

interface Listed {
  readonly releases: readonly KnownRelease[];
  /** By `versionKey`; of two that are the same version the first. */
  readonly byKey: ReadonlyMap<string, KnownRelease>;
}

const listed = new WeakMap<Catalog, Map<string, Listed>>();

/** The same, listed once for each catalog: the lists don't change, and every pair asks for them. */
function releasesOf(catalog: Catalog, componentId: string): Listed {
  const lists = listed.get(catalog) ?? new Map<string, Listed>();
  listed.set(catalog, lists);
  const known = lists.get(componentId);
  if (known !== undefined) return known;
  const releases = listReleases(catalog, componentId);
  const byKey = new Map(releases.toReversed().map((release) => [versionKey(release.version), release]));
  lists.set(componentId, { releases, byKey });
  return { releases, byKey };
}

function rangeInCatalog(
  catalog: Catalog,
  componentId: string,
  version: Version,
  protocol: string,
): ProtocolRange | undefined {
  const { releases, byKey } = releasesOf(catalog, componentId);
  const same = byKey.get(versionKey(version));
  if (same !== undefined) return same.ranges[protocol];
  const granularity = catalog.components[componentId]?.granularity ?? catalog.granularity;
  if (granularity === 'patch') return undefined;
  const series = releases.filter(
    (release) => seriesOf(release.version, granularity) === seriesOf(version, granularity),
  );
  const below = series.filter((release) => compareVersions(release.version, version) < 0);
  return (below.at(-1) ?? series[0])?.ranges[protocol];
}

/** What the entry speaks at a version: its own word counts for as long as it stays where it is deployed. */
function rangeOf(
  catalog: Catalog,
  entry: Entry,
  version: Version,
  protocol: string,
): ProtocolRange | undefined {
  const isDeployed = compareVersions(version, entry.version) === 0;
  const advertised = isDeployed && entry.protocols !== undefined && Object.hasOwn(entry.protocols, protocol);
  return advertised
    ? entry.protocols?.[protocol]
    : rangeInCatalog(catalog, entry.component, version, protocol);
}

/** Whether the consumer at this version works with the server at that one; `undefined` where that is not known. */
export function worksTogether(
  catalog: Catalog,
  facts: Inventory['facts'],
  consumer: Entry,
  version: Version,
  server: Entry,
  serverVersion: Version,
): boolean | undefined {
  let isKnown = true;
  for (const protocol of catalog.components[consumer.component]?.speaks ?? []) {
    const ours = rangeOf(catalog, consumer, version, protocol);
    const theirs = rangeOf(catalog, server, serverVersion, protocol);
    if (ours === undefined || theirs === undefined) isKnown = false;
    else if (ours[1] < theirs[0] || theirs[1] < ours[0]) return false;
  }
  const isBroken = catalog.incidents.some(
    (incident) =>
      incident.severity === 'broken' &&
      incident.component === consumer.component &&
      isInRange(version, incident.versions ?? '*') &&
      isInRange(serverVersion, incident.server ?? '*') &&
      !isRuledOut(incident.if, facts),
  );
  if (isBroken) return false;
  return isKnown ? true : undefined;
}

/** Why the component must not be moved to the version (rule 1), or `undefined` where it may. */
export function whyNotTo(
  catalog: Catalog,
  facts: Inventory['facts'],
  componentId: string,
  version: Version,
  allowsPrereleases: boolean,
): string | undefined {
  const release = releasesOf(catalog, componentId).byKey.get(versionKey(version));
  if (release === undefined) return 'the catalog does not list it';
  if (release.withdrawn !== undefined) return `it was withdrawn: ${release.withdrawn}`;
  const avoidance = release.avoid?.find(
    (candidate) => (candidate.components?.includes(componentId) ?? true) && !isRuledOut(candidate.if, facts),
  );
  if (avoidance !== undefined) return `it is to be avoided: ${avoidance.reason}`;
  if (isPrerelease(version) && !allowsPrereleases) return 'it is a pre-release';
  return undefined;
}

const hopRanges = new WeakMap<Catalog, Map<string, string | undefined>>();

/** By `versionKey` of a release: which servers it takes. */
function hopRangesOf(catalog: Catalog): Map<string, string | undefined> {
  const known = hopRanges.get(catalog);
  if (known !== undefined) return known;
  const ranges = new Map(
    catalog.releases.map(({ version, upgradeFrom }) => [versionKey(version), upgradeFrom]),
  );
  hopRanges.set(catalog, ranges);
  return ranges;
}

/** The range that shuts the hop (rule 2), or `undefined` where the release takes servers at `from`. */
export function closedRange(catalog: Catalog, from: Version, to: Version): string | undefined {
  const range = hopRangesOf(catalog).get(versionKey(to));
  return range === undefined || isInRange(from, range) ? undefined : range;
}
