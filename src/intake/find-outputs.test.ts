/** Several outputs in one file or paste: each is read by its own reader, and what is not read is named. */
import { describe, expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

const { catalog } = loadShipped('waypoint');

async function read(text: string, by = catalog, reader?: string) {
  const result = await readFiles([{ name: '', material: await prepareMaterial(text), reader }], by);
  const [file] = result.files;
  return {
    ...result,
    read: [file?.recognised, ...(file?.alsoRead ?? [])].map((one) => one?.reader),
    said: result.problems.map(({ code, line }) => `${code}@${line}`),
    found: result.entries.map(({ name, version, count }) => `${name} ${version} ${count}`),
  };
}

const VERSION = 'CLI: v0.10.3 (136a885b9)\nServer: v0.10.5\n';
const CLI = 'CLI: v0.10.3 (136a885b9)\n';
const INFO = JSON.stringify({ info: { api: { minimum: 1, current: 1 }, version: 'v0.10.5' } });
const STATEFULSETS = `NAME              READY   AGE   CONTAINERS   IMAGES
waypoint-server   1/1     40d   server       hashicorp/waypoint:0.10.5
waypoint-runner   2/2     40d   runner       hashicorp/waypoint:0.10.4
`;
const PROFILES = `Runner profiles
     NAME    | PLUGIN TYPE |            OCI URL            | TARGET RUNNER | DEFAULT
-------------+-------------+-------------------------------+---------------+----------
  kubernetes | kubernetes  | hashicorp/waypoint-odr:0.10.2 | *             | yes
`;
const DOCKER = `NAMES             IMAGE
waypoint-server   hashicorp/waypoint:0.10.5
`;
const DOCKER_JSON = `${JSON.stringify({ Names: 'waypoint-runner', Image: 'hashicorp/waypoint:0.10.1' })}\n`;
const HELM_JSON = `${JSON.stringify([
  {
    name: 'odr',
    namespace: 'default',
    revision: '3',
    updated: '2023-07-20',
    status: 'deployed',
    chart: 'waypoint-0.1.20',
    app_version: '0.11.2',
  },
])}\n`;
const POD_YAML = `apiVersion: v1
kind: Pod
metadata:
  name: waypoint-runner-0
spec:
  containers:
    - name: runner
      image: hashicorp/waypoint:0.10.4
`;
const TABLE = 'name,component,version\nci,client,0.10.0\n';

describe('what is read together', () => {
  const three = ['client 0.10.3 1', 'server 0.10.5 1', 'waypoint-runner 0.10.4 2', 'kubernetes 0.10.2 1'];
  const cases: [string, string, string[], string[]][] = [
    [
      'three outputs, each after its command',
      `$ waypoint version\n${VERSION}$ kubectl get statefulset -o wide\n${STATEFULSETS}$ waypoint runner profile list\n${PROFILES}`,
      ['waypoint-version', 'kubectl-table', 'waypoint-runner-profiles'],
      three,
    ],
    [
      'three outputs without their commands',
      `${VERSION}\n${STATEFULSETS}\n${PROFILES}`,
      ['waypoint-version', 'waypoint-runner-profiles', 'kubectl-table'],
      [three[0], three[1], three[3], three[2]].map(String),
    ],
    [
      'a table of docker ps and JSON of helm list',
      `${DOCKER}\n${HELM_JSON}`,
      ['docker-ps', 'helm-list'],
      ['waypoint-server 0.10.5 1', 'odr-runner 0.11.2 1', 'odr-on-demand-runner 0.11.2 1'],
    ],
    [
      'objects of several kinds one after another',
      `${DOCKER_JSON}${HELM_JSON}`,
      ['docker-ps', 'helm-list'],
      [
        'waypoint-runner 0.10.1 1',
        'odr-server 0.11.2 1',
        'odr-runner 0.11.2 1',
        'odr-on-demand-runner 0.11.2 1',
      ],
    ],
    [
      'YAML between commands, and a table of an inventory',
      `ops@bastion:~$ kubectl get pod waypoint-runner-0 -o yaml\n${POD_YAML}ops@bastion:~$ cat ci.csv\n${TABLE}PS C:\\fleet> waypoint version\n${VERSION}`,
      ['kubernetes-objects', 'table', 'waypoint-version'],
      ['waypoint-runner-0 0.10.4 1', 'ci 0.10.0 1', 'client 0.10.3 1', 'server 0.10.5 1'],
    ],
    [
      'YAML of one command after another',
      `$ kubectl get pod waypoint-runner-0 -o yaml\n${POD_YAML}$ kubectl get pod b -o yaml\n${POD_YAML.replace('runner-0', 'runner-1')}`,
      ['kubernetes-objects'],
      ['waypoint-runner-0 0.10.4 1', 'waypoint-runner-1 0.10.4 1'],
    ],
    [
      'one kind of output several times, as one',
      `$ docker ps\n${DOCKER}$ docker ps\n${DOCKER.replace('waypoint-server', 'waypoint-runner')}`,
      ['docker-ps'],
      ['waypoint-server 0.10.5 1', 'waypoint-runner 0.10.5 1'],
    ],
  ];
  it.each(cases)('%s', async (_, text, readers, entries) => {
    const result = await read(text);
    expect(result.read).toEqual(readers);
    expect(result.found).toEqual(entries);
    expect(
      result.said.filter((said) => !said.startsWith('chart-defaults@') && !said.startsWith('contradiction@')),
    ).toEqual([]);
  });

  it('says of each line where it stands in the whole', async () => {
    const broken = STATEFULSETS.replace('waypoint:0.10.4', 'waypoint:latest');
    const { said } = await read(`$ waypoint version\n${VERSION}$ kubectl get statefulset -o wide\n${broken}`);
    expect(said).toEqual(['not-a-version@7']);
  });

  it('lets a reader be chosen by hand for all of it', async () => {
    const result = await read(`${VERSION}\n${STATEFULSETS}`, catalog, 'waypoint-version');
    expect(result.read).toEqual(['waypoint-version']);
    expect(result.found).toEqual(['client 0.10.3 1', 'server 0.10.5 1']);
  });

  it('takes what one output says again for the same, and says where two contradict each other', async () => {
    const older = STATEFULSETS.replace(
      'server       hashicorp/waypoint:0.10.5',
      'server       hashicorp/waypoint:0.10.4',
    );
    const { entries, problems } = await read(`${VERSION}\n${older}`);
    expect(entries.filter(({ component }) => component === 'server').map(({ version }) => version)).toEqual([
      '0.10.5',
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'The server is 0.10.4 here, and 0.10.5 above. The first is kept. If an upgrade is under way, finish it first; if these are two servers, plan them apart.',
    ]);
  });
});

describe('a chart beside what it has installed', () => {
  const chart = `NAME      NAMESPACE  REVISION  UPDATED     STATUS    CHART            APP VERSION
waypoint  default    3         2023-07-20  deployed  waypoint-0.1.20  0.11.2
`;
  const cases: [string, string][] = [
    ['before', `$ helm list\n${chart}$ kubectl get statefulset -o wide\n${STATEFULSETS}`],
    ['after', `$ kubectl get statefulset -o wide\n${STATEFULSETS}$ helm list\n${chart}`],
  ];
  it.each(cases)('%s it gives way', async (_, text) => {
    const { entries, problems } = await read(text);
    expect(entries.map(({ component, version, count }) => `${component} ${version} ${count}`).sort()).toEqual(
      ['on-demand-runner 0.11.2 1', 'runner 0.10.4 2', 'server 0.10.5 1'],
    );
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'chart-defaults',
      'chart-differs',
      'contradiction',
    ]);
  });
});

describe('what is not read is named', () => {
  const cases: [string, string, string[], string][] = [
    ['a table below another output', `${VERSION}\n${TABLE}`, ['not-read@4'], 'a table (CSV'],
    [
      'columns of one’s own below another output',
      `${VERSION}\nNAME  IMAGE\nwaypoint-runner-0  hashicorp/waypoint:0.10.4\n`,
      ['not-read@4'],
      'tables of `kubectl get`',
    ],
    [
      'what a command printed that is not known',
      `$ waypoint version\n${VERSION}$ docker images\nwaypoint 0.10.5\n`,
      ['not-read@5'],
      '`docker` printed',
    ],
    ['objects of no known kind', `${DOCKER_JSON}{"a": 1}\n{"b": 2}\n`, ['not-read@2'], 'on 2 lines'],
    [
      'JSON that is broken, without showing it',
      `${VERSION}\n{"Names": "s3cret"\n`,
      ['not-read@5'],
      'seems to be JSON',
    ],
    ...[
      ['one line', CLI],
      ['one line, and nothing between', CLI.trimEnd()],
      ['one line below a prompt', `$ waypoint version\n${CLI}`],
    ].map(([where, one]): [string, string, string[], string] => [
      `a table below an output of ${where}`,
      `${one}\n${TABLE}`,
      [`not-read@${`${one}\n`.split('\n').length}`],
      'a table (CSV',
    ]),
    ['a table below JSON of one line', `${INFO}\n${TABLE}`, ['not-read@2'], 'a table (CSV'],
    [
      'a table below JSON of one line, with a blank line',
      `${INFO}\n\n${TABLE}`,
      ['not-read@3'],
      'a table (CSV',
    ],
    [
      'output of another product',
      `${VERSION}\nClient Version: v1.28.2\nServer Version: v1.27.3\n`,
      ['other-product@undefined'],
      'output of "kubernetes"',
    ],
  ];
  it.each(cases)('%s', async (_, text, said, words) => {
    const result = await read(text);
    expect(result.said).toEqual(said);
    expect(result.problems[0]?.message).toContain(words);
    expect(result.problems[0]?.message).not.toContain('s3cret');
    expect(result.entries.length).toBeGreaterThan(0);
  });

  it('says nothing of what is no output', async () => {
    const noise = 'Last login: Fri Feb 17\nfrom 10.0.0.1\n';
    expect((await read(`${noise}\n$ waypoint version\n${VERSION}\n${noise}`)).said).toEqual([]);
  });

  it('takes comments and texts for no commands', async () => {
    const compose = `services:\n  server:\n    image: hashicorp/waypoint:0.10.5\n    command: server run\n# docker compose up\n  runner:\n    image: hashicorp/waypoint:0.10.5\n    command: runner agent\n`;
    expect((await read(compose)).found).toEqual(['server 0.10.5 1', 'runner 0.10.5 1']);
  });
});
