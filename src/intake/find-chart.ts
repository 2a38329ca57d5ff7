/**
 * Which versions does a release of a Helm chart install? The catalog lists charts; their numbers are not always unique, and
 * then the version of the application has to tell them apart.
 */
import { type Catalog, compareVersions, readVersion } from '../engine/model';

type Chart = Catalog['charts'][number];

export type ChartFound =
  | { readonly kind: 'found'; readonly chart: Chart; readonly isNumberShared: boolean }
  /** Several charts have the number, and nothing tells which this is. */
  | { readonly kind: 'ambiguous'; readonly charts: readonly Chart[] }
  /** A chart of the product, and none that the catalog lists. */
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'foreign' };

/** `waypoint-0.1.21`: the name may have hyphens and numbers of its own. */
export function splitChart(text: string): { name: string; version: string } | undefined {
  const [, name, version] = /^(.{1,200}?)-(v?\d+\.\d+\.\d+(?:[-+].{0,100})?)$/.exec(text.trim()) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

function isSame(a: string | undefined, b: string): boolean {
  const [one, other] = [readVersion(a ?? ''), readVersion(b)];
  return one === undefined || other === undefined ? a === b : compareVersions(one, other) === 0;
}

/** `appVersion` is '' where it is not told. */
export function findChart(catalog: Catalog, chart: string, appVersion: string): ChartFound {
  const asked = splitChart(chart);
  const ofName = catalog.charts.filter(({ name }) => name === asked?.name);
  if (asked === undefined || ofName.length === 0) return { kind: 'foreign' };
  const numbered = ofName.filter(({ version }) => isSame(version, asked.version));
  const fitting = numbered.filter(
    (one) => appVersion === '' || one.appVersion === undefined || isSame(one.appVersion, appVersion),
  );
  const [first] = fitting;
  if (first === undefined) return { kind: 'unlisted' };
  if (fitting.length > 1) return { kind: 'ambiguous', charts: fitting };
  return { kind: 'found', chart: first, isNumberShared: numbered.length > 1 };
}
