/**
 * Reads `helm list`, as a table, JSON or YAML. It tells charts, and a chart tells the images that it has by itself: values
 * may name others, so that what runs counts for more.
 */
import { type Catalog, formatPath } from '../../engine/model';
import { findChart, splitChart } from '../find-chart';
import { fieldsOf, textOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Place, Reader, RowProblem } from '../reader';
import { findTextTables, type TextTable } from '../text-table';

interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly status: string;
  readonly chart: string;
  readonly appVersion: string;
  readonly at: Place;
}

const READ_PODS = '`kubectl get pods --all-namespaces -o json` tells what runs.';

/** A text within YAML may look like one; within JSON there are no lines. */
function* findTables({ documents, lines }: Material): Generator<TextTable> {
  if (documents.kind === 'json' || documents.kind === 'yaml') return;
  yield* findTextTables(lines, {
    mention: /REVISION/,
    isHeadings: (headings) =>
      ['NAME', 'REVISION', 'STATUS', 'CHART'].every((heading) => headings.includes(heading)),
  });
}

function releasesOfTable(table: TextTable): Release[] {
  return table.rows.map(({ cells, line, isMisaligned }) => {
    const cell = (heading: string) => (isMisaligned ? '' : (cells.get(heading) ?? ''));
    return {
      name: cells.get('NAME') ?? '',
      namespace: cell('NAMESPACE'),
      status: isMisaligned ? 'misaligned' : cell('STATUS'),
      chart: cell('CHART'),
      appVersion: cell('APP VERSION'),
      at: { line },
    };
  });
}

const isRelease = (value: unknown) => {
  const { name, chart, status, revision } = fieldsOf(value);
  return [name, chart, status].every((field) => typeof field === 'string') && revision !== undefined;
};

function releasesOfDocuments({ documents }: Material): Release[] {
  return documents.values.flatMap(({ value, line }) => {
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((item, i): Release[] => {
      if (!isRelease(item)) return [];
      const { name, namespace, status, chart, app_version: appVersion } = fieldsOf(item);
      return [
        {
          name: textOf(name),
          namespace: textOf(namespace),
          status: textOf(status),
          chart: textOf(chart),
          appVersion: textOf(appVersion),
          at: {
            ...(Array.isArray(value) && { path: formatPath([i]) }),
            ...(documents.values.length > 1 && { line }),
          },
        },
      ];
    });
  });
}

function problemRow({ name, at }: Release, problem: RowProblem): FoundRow {
  return { cells: { name, protocols: [], labels: new Map() }, at, fallbackName: 'release', problem };
}

/** Why a release says nothing certain. */
function findProblem(release: Release, sameChart: number): RowProblem | undefined {
  const { name, status, chart } = release;
  if (status === 'misaligned') {
    const message =
      'The cells of this line do not stand under their headings. Paste it again as it was printed.';
    return { code: 'misaligned', message };
  }
  if (status.toLowerCase() !== 'deployed') {
    const message = `The release ${name.slice(0, 100)} is "${status.slice(0, 40)}" and not deployed: its chart need not be what runs. ${READ_PODS}`;
    return { code: 'not-deployed', message };
  }
  if (sameChart < 2) return undefined;
  const message = `${sameChart} releases have this chart (${chart.slice(0, 60)} is one), and the list does not tell which parts each of them has. ${READ_PODS}`;
  return { code: 'several-releases', message };
}

interface ReleaseRead {
  readonly rows: readonly FoundRow[];
  readonly isNumberShared?: boolean;
  readonly isForeign?: boolean;
}

function readRelease(release: Release, sameChart: number, catalog: Catalog): ReleaseRead {
  const { name, namespace, chart, appVersion, at } = release;
  const found = findChart(catalog, chart, appVersion);
  if (found.kind === 'foreign' && release.status !== 'misaligned') return { rows: [], isForeign: true };
  const problem = findProblem(release, sameChart);
  if (problem !== undefined) return { rows: [problemRow(release, problem)] };
  const said = `${chart.slice(0, 60)}${appVersion === '' ? '' : ` with app version ${appVersion.slice(0, 40)}`}`;
  if (found.kind === 'ambiguous') {
    const versions = found.charts.map((one) => one.appVersion ?? 'none').join(', ');
    const message = `Several releases of the chart are numbered ${said}, with app versions ${versions}. ${READ_PODS}`;
    return { rows: [problemRow(release, { code: 'ambiguous-chart', message })] };
  }
  if (found.kind !== 'found') {
    const message = `The catalog does not list the chart ${said}. ${READ_PODS}`;
    return { rows: [problemRow(release, { code: 'unknown-chart', message })] };
  }
  const rows = Object.entries(found.chart.components).map(
    ([component, version]): FoundRow => ({
      cells: {
        name: `${name}-${component}`,
        component,
        version,
        protocols: [],
        labels: new Map(namespace === '' ? [] : [['namespace', namespace]]),
      },
      at,
      fallbackName: component,
      isTemplate: true,
      isDefault: true,
    }),
  );
  return { rows, isNumberShared: found.isNumberShared };
}

const chartName = ({ chart }: Release) => splitChart(chart)?.name ?? chart;

const isGone = ({ status }: Release) => /^(?:uninstalled|superseded)$/i.test(status);

export const helmList: Reader = {
  id: 'helm-list',
  name: '`helm list` (table, JSON or YAML)',
  looksAt: 'documents',
  recognise(material) {
    const isOne = (value: unknown) => isRelease(Array.isArray(value) ? value[0] : value);
    if (material.documents.values.some(({ value }) => isOne(value))) {
      return {
        sureness: 'certain',
        why: 'It has objects with name, revision, status and chart, as `helm list` prints them.',
      };
    }
    if (findTables(material).next().done) return undefined;
    return { sureness: 'certain', why: 'It has the headings of `helm list`: NAME, REVISION, STATUS, CHART.' };
  },
  read(material, catalog) {
    const releases = [
      ...[...findTables(material)].flatMap(releasesOfTable),
      ...releasesOfDocuments(material),
    ];
    const present = releases.filter((release) => !isGone(release));
    const ignored = releases.filter(isGone).map(({ name, status }) => `${name} (${status})`);
    const rows: FoundRow[] = [];
    let isShared = false;
    let firstOwn: Release | undefined;
    const numbers = new Map<string, number>();
    for (const release of present)
      numbers.set(chartName(release), (numbers.get(chartName(release)) ?? 0) + 1);
    for (const release of present) {
      const read = readRelease(release, numbers.get(chartName(release)) ?? 1, catalog);
      rows.push(...read.rows);
      if (read.isForeign === true) ignored.push(release.chart);
      else if (read.isNumberShared !== undefined) firstOwn ??= release;
      if (read.isNumberShared === true) isShared = true;
    }
    const message =
      'These are the versions that the chart has by itself. The values of a release may name other images, and leave parts out or run several: `helm get values` shows them, and `kubectl get pods -o json` what runs.';
    return {
      rows,
      ignored,
      ...(isShared && { note: 'Several charts have its number; the app version told which it is.' }),
      ...(firstOwn !== undefined && {
        remarks: [{ code: 'chart-defaults', message, ...firstOwn.at, isDropped: false }],
      }),
    };
  },
};
