/**
 * `helm list` after cmd/helm/list.go of Helm 3 (releaseElement; the table is made by github.com/gosuri/uitable: cells filled
 * up to the width of their column, and a tab between them) and of Helm 2.
 */
import { compareVersions, readVersion } from '../../engine/model';
import { loadShipped } from '../build';
import type { SampleSet } from '../sample';

type Line = readonly [name: string, chart: string, appVersion: string, status?: string, namespace?: string];

const UPDATED = '2023-07-20 09:11:02.1 +0000 UTC';

const toElement = ([name, chart, appVersion, status = 'deployed', namespace = 'default']: Line) => ({
  name,
  namespace,
  revision: '3',
  updated: UPDATED,
  status,
  chart,
  app_version: appVersion,
});

function toTable(lines: readonly Line[]): string {
  const rows = [
    ['NAME', 'NAMESPACE', 'REVISION', 'UPDATED', 'STATUS', 'CHART', 'APP VERSION'],
    ...lines.map(toElement).map((one) => Object.values(one)),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('\t')).join('\n');
}

const waypoint: Line = ['waypoint', 'waypoint-0.1.20', '0.11.2'];
const nginx: Line = ['web', 'ingress-nginx-4.7.1', '1.8.1', 'deployed', 'ingress'];
const { charts } = loadShipped('waypoint').catalog;

/** Whether one of the words is the chart with its number. */
const isNamed = ({ name, version }: (typeof charts)[number], words: ReadonlySet<string>) =>
  [...words].some((word) => {
    const number = word.startsWith(`${name}-`) ? readVersion(word.slice(name.length + 1)) : undefined;
    return number !== undefined && compareVersions(number, version) === 0;
  });

const partsOf = (version: string) => [
  { component: 'server', version, name: 'waypoint-server', labels: { namespace: 'default' } },
  { component: 'runner', version, name: 'waypoint-runner' },
  { component: 'on-demand-runner', version, name: 'waypoint-on-demand-runner' },
];

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  versionsAlsoFrom: (words) =>
    charts.filter((chart) => isNamed(chart, words)).flatMap(({ components }) => Object.values(components)),
  samples: [
    {
      story: 'JSON, and charts of others',
      content: JSON.stringify([waypoint, nginx].map(toElement)),
      entries: partsOf('0.11.2'),
      problems: ['chart-defaults@[0]'],
      ignored: ['ingress-nginx-4.7.1'],
    },
    {
      story: 'the table with its tabs, after a prompt',
      content: `$ helm list --all-namespaces\n${toTable([waypoint, nginx])}\n`,
      entries: partsOf('0.11.2'),
      problems: ['chart-defaults@3'],
      ignored: ['ingress-nginx-4.7.1'],
    },
    {
      story: 'YAML of a chart whose images are older than it says',
      content: `- app_version: 0.10.4
  chart: waypoint-0.1.16
  name: waypoint
  namespace: default
  revision: "3"
  status: deployed
  updated: ${UPDATED}
`,
      entries: partsOf('0.10.3'),
      problems: ['chart-defaults@[0]'],
    },
    {
      story: 'a number that two charts have, told apart by the app version',
      content: JSON.stringify([toElement(['waypoint', 'waypoint-0.1.21', '0.11.4'])]),
      entries: partsOf('0.11.4'),
      problems: ['chart-defaults@[0]'],
    },
    {
      story: 'a number that two charts have, where nothing tells them apart, as a problem',
      content: JSON.stringify([toElement(['waypoint', 'waypoint-0.1.21', ''])]),
      entries: [],
      problems: ['ambiguous-chart@[0]'],
    },
    {
      story: 'charts that the catalog does not list as problems',
      content: `${toTable([['waypoint', 'waypoint-9.9.9', '0.11.3']])}\n`,
      entries: [],
      problems: ['unknown-chart@2'],
    },
    {
      story: 'an app version that the chart of this number does not have',
      content: JSON.stringify([toElement(['waypoint', 'waypoint-0.1.20', '0.11.3'])]),
      entries: [],
      problems: ['unknown-chart@[0]'],
    },
    {
      story: 'a failed upgrade as a problem, and what was uninstalled not at all',
      content: `${toTable([
        ['waypoint', 'waypoint-0.1.20', '0.11.2', 'failed'],
        ['old', 'waypoint-0.1.9', '0.8.2', 'uninstalled'],
      ])}\n`,
      entries: [],
      problems: ['not-deployed@2'],
      ignored: ['old (uninstalled)'],
    },
    {
      story: 'several releases of the chart as a problem: the list does not tell their parts',
      content: `${toTable([waypoint, ['waypoint-static', 'waypoint-0.1.20', '0.11.2']])}\n`,
      entries: [],
      problems: ['several-releases@2', 'several-releases@3'],
    },
    {
      story: 'the table of Helm 2',
      content: `NAME     \tREVISION\tUPDATED                 \tSTATUS  \tCHART          \tAPP VERSION\tNAMESPACE
waypoint \t1       \tTue Oct  5 12:00:00 2021\tDEPLOYED\twaypoint-0.1.0 \t0.6.0      \tdefault  
`,
      entries: partsOf('0.6.0'),
      problems: ['chart-defaults@2'],
    },
  ],
};
