/**
 * Is this JSON a catalog that the engine can trust?
 *
 * First its shape, then what no schema can say: that versions and ranges parse, that ranges are not upside down, that
 * names refer to something, that there is exactly one server. Source: docs/formats.md.
 */
import {
  type Catalog,
  CatalogSchema,
  type Condition,
  compareVersions,
  formatPath,
  isVersionRange,
  type Parsed,
  type Problem,
  type ProtocolRange,
  readVersion,
  versionKey,
} from '../model';
import { markCatalog } from './parsed-values';
import { readSchema } from './read-schema';

type Path = readonly (string | number)[];
const MAX_PROBLEMS = 200;

class CatalogCheck {
  readonly problems: Problem[] = [];
  constructor(private readonly catalog: Catalog) {}

  report(code: string, path: Path, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, path: formatPath(path), message });
  }

  version(path: Path, version: string): boolean {
    if (readVersion(version) === version) return true;
    this.report('not-a-version', path, `"${version}" is not a version. Expected one like "1.2.3".`);
    return false;
  }

  range(path: Path, range: string | undefined): void {
    if (range !== undefined && !isVersionRange(range)) {
      this.report(
        'not-a-range',
        path,
        `"${range}" is not a version range. Expected one like ">=0.4.0 <0.5.0".`,
      );
    }
  }

  protocols(path: Path, ranges: Readonly<Record<string, ProtocolRange>> | undefined): void {
    for (const [protocol, [minimum, current]] of Object.entries(ranges ?? {})) {
      if (!Object.hasOwn(this.catalog.protocols, protocol)) {
        this.report('unknown-protocol', [...path, protocol], `The catalog has no protocol "${protocol}".`);
      }
      if (minimum > current) {
        this.report(
          'range-inverted',
          [...path, protocol],
          `The range [${minimum}, ${current}] is upside down: expected the minimum first, then the current version.`,
        );
      }
    }
  }

  component(path: Path, id: string): void {
    if (!Object.hasOwn(this.catalog.components, id)) {
      this.report('unknown-component', path, `The catalog has no component "${id}".`);
    }
  }

  condition(path: Path, condition: Condition | undefined): void {
    for (const [fact, answers] of Object.entries(condition ?? {})) {
      const known = Object.hasOwn(this.catalog.facts, fact) ? this.catalog.facts[fact] : undefined;
      if (known === undefined) {
        this.report('unknown-fact', [...path, fact], `The catalog asks no question "${fact}".`);
        continue;
      }
      for (const [i, answer] of answers.entries()) {
        if (Object.hasOwn(known.options, answer)) continue;
        const options = Object.keys(known.options).join(', ');
        this.report(
          'unknown-answer',
          [...path, fact, i],
          `"${answer}" is none of the answers to "${fact}": ${options}.`,
        );
      }
    }
  }
}

/** What releases of the catalog and of an own-line component have in common. */
type AnyRelease = Pick<Catalog['releases'][number], 'version' | 'protocols' | 'avoid' | 'notes'>;

function checkReleases(check: CatalogCheck, path: Path, releases: readonly AnyRelease[]): void {
  const seen = new Map<string, number>();
  for (const [i, release] of releases.entries()) {
    const at = [...path, i];
    if (check.version([...at, 'version'], release.version)) {
      const key = versionKey(release.version);
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        check.report(
          'duplicate-release',
          [...at, 'version'],
          `${release.version} is listed before, at ${formatPath([...path, earlier])}.`,
        );
      }
      seen.set(key, i);
    }
    check.protocols([...at, 'protocols'], release.protocols);
    for (const [j, avoidance] of (release.avoid ?? []).entries()) {
      check.condition([...at, 'avoid', j, 'if'], avoidance.if);
      for (const [k, id] of (avoidance.components ?? []).entries())
        check.component([...at, 'avoid', j, 'components', k], id);
    }
    for (const [j, note] of (release.notes ?? []).entries()) {
      check.condition([...at, 'notes', j, 'if'], note.if);
      check.range([...at, 'notes', j, 'affects'], note.affects);
      for (const [k, id] of (note.applies ?? []).entries())
        check.component([...at, 'notes', j, 'applies', k], id);
    }
  }
}

function checkComponents(check: CatalogCheck, catalog: Catalog): void {
  const servers = Object.keys(catalog.components).filter((id) => catalog.components[id]?.role === 'server');
  if (servers.length !== 1) {
    const found = servers.length === 0 ? 'none' : servers.join(', ');
    check.report(
      'server-count',
      ['components'],
      `Exactly one component has the role "server"; found ${found}.`,
    );
  }
  for (const [id, component] of Object.entries(catalog.components)) {
    const at = ['components', id];
    for (const [i, protocol] of (component.speaks ?? []).entries()) {
      if (!Object.hasOwn(catalog.protocols, protocol)) {
        check.report('unknown-protocol', [...at, 'speaks', i], `The catalog has no protocol "${protocol}".`);
      }
    }
    for (const [i, builder] of (component.builtWith ?? []).entries()) {
      check.component([...at, 'builtWith', i], builder);
      if (catalog.components[builder]?.role === 'server' || builder === id) {
        check.report(
          'not-a-builder',
          [...at, 'builtWith', i],
          `"${builder}" cannot build "${id}": a builder is another consumer.`,
        );
      }
    }
    if (
      component.role === 'server' &&
      (component.releases !== undefined || component.builtWith !== undefined)
    ) {
      check.report(
        'server-line',
        at,
        'The server has the releases of the catalog: neither "releases" nor "builtWith" of its own.',
      );
    }
    checkReleases(check, [...at, 'releases'], component.releases ?? []);
  }
}

/** Takes parsed JSON; every problem names its place. At most 200 problems are listed. */
export function parseCatalog(json: unknown): Parsed<Catalog> {
  const read = readSchema(CatalogSchema, json);
  if (!read.ok) return read;
  const catalog = read.value;
  const check = new CatalogCheck(catalog);

  checkComponents(check, catalog);
  for (const [i, id] of catalog.disruption.entries()) check.component(['disruption', i], id);
  for (const [i, incident] of catalog.incidents.entries()) {
    check.component(['incidents', i, 'component'], incident.component);
    if (catalog.components[incident.component]?.role === 'server') {
      check.report(
        'incident-of-server',
        ['incidents', i, 'component'],
        'An incident names a consumer; "server" is the range of server versions.',
      );
    }
    check.range(['incidents', i, 'versions'], incident.versions);
    check.range(['incidents', i, 'server'], incident.server);
    check.condition(['incidents', i, 'if'], incident.if);
  }
  for (const [i, procedure] of catalog.procedures.entries()) {
    check.component(['procedures', i, 'component'], procedure.component);
    check.range(['procedures', i, 'from'], procedure.from);
    check.range(['procedures', i, 'to'], procedure.to);
    check.condition(['procedures', i, 'if'], procedure.if);
  }
  for (const [i, chart] of catalog.charts.entries()) {
    for (const [id, version] of Object.entries(chart.components)) {
      check.component(['charts', i, 'components', id], id);
      check.version(['charts', i, 'components', id], version);
    }
  }
  if (catalog.releases.length === 0)
    check.report('no-releases', ['releases'], 'The catalog lists no releases.');
  checkReleases(check, ['releases'], catalog.releases);
  for (const [i, release] of catalog.releases.entries()) {
    check.range(['releases', i, 'upgradeFrom'], release.upgradeFrom);
    for (const [id, own] of Object.entries(release.components ?? {})) {
      check.component(['releases', i, 'components', id], id);
      check.protocols(['releases', i, 'components', id, 'protocols'], own?.protocols);
    }
  }

  if (check.problems.length > 0) return { ok: false, problems: check.problems };
  catalog.releases.sort((a, b) => compareVersions(a.version, b.version));
  return { ok: true, value: markCatalog(catalog) };
}
