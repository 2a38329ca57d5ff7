import { describe, expect, it } from 'vitest';
import { buildCatalog, loadShipped } from '../testing/build';
import { measureCpu } from '../testing/cpu-time';
import { rowOfWorkload, type Workload } from './identify-workload';
import { readImageReference } from './image-reference';

const { catalog } = loadShipped('waypoint');
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('readImageReference', () => {
  it.each([
    ['hashicorp/waypoint', { repository: 'hashicorp/waypoint' }],
    ['hashicorp/waypoint:0.10.5', { repository: 'hashicorp/waypoint', tag: '0.10.5' }],
    ['docker.io/hashicorp/waypoint:0.10.5', { repository: 'hashicorp/waypoint', tag: '0.10.5' }],
    ['localhost/waypoint:1', { repository: 'waypoint', tag: '1' }],
    ['registry:5000/a/b/c', { repository: 'a/b/c' }],
    ['registry.corp:5000/a:1', { repository: 'a', tag: '1' }],
    ['nginx', { repository: 'nginx' }],
    ['docker.io/library/consul:1.15', { repository: 'consul', tag: '1.15' }],
    [`a/b:1.2.3@${digest}`, { repository: 'a/b', tag: '1.2.3', digest }],
    [`docker-pullable://a/b@${digest}`, { repository: 'a/b', digest }],
    [digest, { repository: '', digest }],
    ['0123456789ab', { repository: '', digest: '0123456789ab' }],
    ['', { repository: '' }],
    ['@', { repository: '', digest: '' }],
  ])('reads %j', (text, expected) => {
    expect(readImageReference(text)).toEqual(expected);
  });
});

/** Component and version, or the problem, or that it is none of the product's. */
function identify(workload: Workload, by = catalog): string {
  const row = rowOfWorkload(workload, by, { at: {} });
  if (row === undefined) return 'foreign';
  return row.problem?.code ?? `${row.cells.component} ${row.cells.version}`;
}

const image = 'hashicorp/waypoint:0.10.5';
const serverRun = ['/usr/bin/waypoint', 'server', 'run', '-accept-tos'];
const runnerLabel = new Map([['waypoint-type', 'runner']]);

describe('rowOfWorkload', () => {
  const cases: [story: string, workload: Workload, expected: string][] = [
    ['the command', { image, command: serverRun }, 'server 0.10.5'],
    ['a label', { image, labels: runnerLabel }, 'runner 0.10.5'],
    ['a name', { image, names: ['waypoint-server'] }, 'server 0.10.5'],
    ['the command before a label', { image, command: serverRun, labels: runnerLabel }, 'server 0.10.5'],
    ['a label before a name', { image, labels: runnerLabel, names: ['waypoint-server'] }, 'runner 0.10.5'],
    ['the name of a pod of a set', { image, names: ['waypoint-server-0'] }, 'server 0.10.5'],
    [
      'the name of a pod of a deployment',
      { image, names: ['waypoint-runner-7d9c8b6f5-x2x4z'] },
      'runner 0.10.5',
    ],
    ['the name in a Compose project', { image, names: ['acme_waypoint-server_1'] }, 'server 0.10.5'],
    [
      'the name of a Swarm task',
      { image, names: ['waypoint-server.1.k2j4h5g6f7d8s9a0q1w2e3r4t'] },
      'server 0.10.5',
    ],
    ['nothing of another name', { image, names: ['waypoint-server-backup'] }, 'unclear-component'],
    ['nothing of a command that is another', { image, command: ['waypoint', 'up'] }, 'unclear-component'],
    ['an image of its own', { image: 'hashicorp/waypoint-odr:0.10.3' }, 'on-demand-runner 0.10.3'],
    ['a mirror', { image: 'corp.io/mirror/hashicorp/waypoint-odr:v0.10.3' }, 'on-demand-runner v0.10.3'],
    ['another image', { image: 'corp/nothashicorp/waypoint-odr-x:1.0.0' }, 'foreign'],
    ['an image that ends alike', { image: 'nothashicorp/waypoint:0.10.5' }, 'foreign'],
    [
      'the name where the image is unknown',
      { image: 'corp/wp:1.0.0', names: ['waypoint-server'] },
      'unknown-image',
    ],
    [
      'the name where the image is a digest',
      { image: digest, names: ['waypoint-server'] },
      `server ${digest}`,
    ],
    ['a digest without a tag', { image: `hashicorp/waypoint-odr@${digest}` }, `on-demand-runner ${digest}`],
    ['no tag at all as latest', { image: 'hashicorp/waypoint-odr' }, 'on-demand-runner latest'],
    [
      'a label of the image where the tag says nothing',
      { image: 'hashicorp/waypoint-odr:latest', imageLabels: new Map([['version', '0.11.3']]) },
      'on-demand-runner 0.11.3',
    ],
    [
      'the tag where a label of the image says another version',
      { image: 'hashicorp/waypoint-odr:0.11.1', imageLabels: new Map([['version', '0.11.3']]) },
      'on-demand-runner 0.11.1',
    ],
  ];
  it.each(cases)('takes %s', (_, workload, expected) => {
    expect(identify(workload)).toBe(expected);
  });

  it('drops endings of tags that say nothing about the version', () => {
    const demo = buildCatalog({
      components: {
        server: { name: 'Server', role: 'server', signs: { images: ['demo'], variants: ['-alpine'] } },
      },
    });
    expect(identify({ image: 'demo:1.0.0-alpine' }, demo)).toBe('server 1.0.0');
    expect(identify({ image: 'demo:1.0.0-rc.1' }, demo)).toBe('server 1.0.0-rc.1');
    expect(identify({ image: 'other/demo:1.0.0' }, demo)).toBe('foreign');
  });

  it('takes as many endings as platforms put behind a name, and no more', () => {
    expect(identify({ image, names: [`waypoint-server${'-1'.repeat(4)}`] })).toBe('server 0.10.5');
    expect(identify({ image, names: [`waypoint-server${'-1'.repeat(5)}`] })).toBe('unclear-component');
  });

  it.each([
    ['as long as names that are looked at', `waypoint-server${'-00000'.repeat(50)}`.slice(0, 299)],
    ['longer', `waypoint-server${'-0000000000'.repeat(10_000)}`],
  ])('is quick about names made to be slow, %s', async (_, name) => {
    const take = () => expect(identify({ image, names: [`${name}!`] })).toBe('unclear-component');
    expect(await measureCpu(take)).toBeLessThan(500);
  });
});
