/** `docker inspect` after InspectResponse of containers and images of github.com/moby/moby/api/types, and Podman's. */
import type { SampleSet } from '../sample';

type Json = Record<string, unknown>;

const ID = '5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270';
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const SERVER = ['server', 'run', '-accept-tos', '-vv'];
const RUNNER = ['runner', 'agent', '-id=static', '-cookie=0123'];

const container = (name: string, image: string, config: Json = {}, status = 'running') => ({
  Id: '3f1c2a9b7d10b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6',
  Created: '2023-02-20T10:12:01.310Z',
  Path: '/usr/bin/waypoint',
  Args: [],
  State: { Status: status, Running: status === 'running', Paused: false, Pid: 4242, ExitCode: 0 },
  Image: `sha256:${ID}`,
  Name: `/${name}`,
  RestartCount: 0,
  HostConfig: { NetworkMode: 'waypoint' },
  Config: {
    Hostname: '3f1c2a9b7d10',
    Env: ['PATH=/usr/local/sbin:/usr/local/bin', 'EMPTY='],
    Cmd: null,
    Image: image,
    Entrypoint: ['/usr/bin/waypoint'],
    Labels: {},
    ...config,
  },
  NetworkSettings: { Networks: {} },
});

const image = (tags: string[], digests: string[], config: Json = {}) => ({
  Id: `sha256:${ID}`,
  RepoTags: tags,
  RepoDigests: digests,
  Parent: '',
  Architecture: 'amd64',
  Os: 'linux',
  Size: 123456789,
  Config: { Env: ['PATH=/bin'], Cmd: null, Entrypoint: ['/usr/bin/waypoint'], Labels: {}, ...config },
  RootFS: { Type: 'layers', Layers: [] },
});

const text = (...objects: unknown[]) => `${JSON.stringify(objects, undefined, 4)}\n`;

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'containers, one of them of another registry, and one of others',
      content: text(
        container('waypoint-server', 'hashicorp/waypoint:0.10.5', { Cmd: SERVER }),
        container('wp', 'registry.corp:5000/mirror/hashicorp/waypoint:v0.10.3', { Cmd: RUNNER }),
        container('web', 'nginx:1.27'),
      ),
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server' },
        { component: 'runner', version: '0.10.3', name: 'wp' },
      ],
      ignored: ['nginx:1.27'],
    },
    {
      story: 'latest by the label of the image that a container has among its own',
      content: text(
        container('a', 'hashicorp/waypoint:latest', {
          Labels: { 'waypoint-type': 'server', version: '0.11.3', release: '1' },
        }),
        container('b', `hashicorp/waypoint@${DIGEST}`, {
          Labels: { 'waypoint-type': 'runner', version: '0.11.1' },
        }),
      ),
      entries: [
        { component: 'server', version: '0.11.3', name: 'a' },
        { component: 'runner', version: '0.11.1', name: 'b' },
      ],
    },
    {
      story: 'latest, digests and bare ids without such a label as problems',
      content: text(
        container('waypoint-server', 'hashicorp/waypoint:latest', { Labels: { version: 'unknown' } }),
        container('waypoint-runner', `public.ecr.aws/hashicorp/waypoint@${DIGEST}`),
        container('waypoint-static-runner', `sha256:${ID}`),
      ),
      entries: [],
      problems: [
        'not-a-version@[0].Config.Image',
        'not-a-version@[1].Config.Image',
        'not-a-version@[2].Config.Image',
      ],
    },
    {
      story: 'containers with their image, which is also called by its version',
      content: text(
        container('waypoint-server', 'hashicorp/waypoint'),
        container('waypoint-runner', `sha256:${ID}`),
        image(['hashicorp/waypoint:latest', 'hashicorp/waypoint:0.10.5'], [`hashicorp/waypoint@${DIGEST}`]),
      ),
      entries: [
        { component: 'server', version: '0.10.5' },
        { component: 'runner', version: '0.10.5' },
      ],
    },
    {
      story: 'an image that is called by two versions as none that tells',
      content: text(
        container('waypoint-server', 'hashicorp/waypoint:latest'),
        image(['hashicorp/waypoint:0.10.4', 'hashicorp/waypoint:0.10.5'], []),
      ),
      entries: [],
      problems: ['not-a-version@[0].Config.Image'],
    },
    {
      story: 'containers that do not run as none of the fleet, and restarting ones as some',
      content: text(
        container('waypoint-server', 'hashicorp/waypoint:0.10.5', { Cmd: SERVER }, 'restarting'),
        container('waypoint-runner', 'hashicorp/waypoint:0.10.3', { Cmd: RUNNER }, 'exited'),
        container('waypoint-static-runner', 'hashicorp/waypoint:0.10.3', { Cmd: RUNNER }, 'created'),
      ),
      entries: [{ component: 'server', version: '0.10.5' }],
      ignored: ['waypoint-runner (not running)', 'waypoint-static-runner (not running)'],
    },
    {
      story: 'objects one a line, as a template makes them, with a service of Compose',
      content: `$ docker inspect --format '{{json .}}' app-a-1 app-b-1
${JSON.stringify(container('app-a-1', 'hashicorp/waypoint:0.10.5', { Labels: { 'com.docker.compose.service': 'waypoint-server' } }))}
${JSON.stringify(container('app-b-1', 'hashicorp/waypoint:0.10.5', { Labels: { 'com.docker.compose.service': 'waypoint-runner' } }))}
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'app-a-1' },
        { component: 'runner', version: '0.10.5', name: 'app-b-1' },
      ],
    },
    {
      story: 'secrets of the environment as left out',
      content: text(
        container('waypoint-runner', 'hashicorp/waypoint:0.10.5', {
          Cmd: RUNNER,
          Env: ['WAYPOINT_SERVER_TOKEN=hunter2', 'WAYPOINT_SERVER_ADDR=waypoint:9701', 'API_KEY='],
        }),
      ),
      entries: [{ component: 'runner', version: '0.10.5' }],
      secrets: ['the variable WAYPOINT_SERVER_TOKEN of the container waypoint-runner'],
    },
    {
      story: 'what nothing tells apart as a problem',
      content: text(container('wp', 'hashicorp/waypoint:0.10.5')),
      entries: [],
      problems: ['unclear-component@[0].Config.Image'],
    },
    {
      story: 'images alone, as what could run',
      content: text(
        image(['hashicorp/waypoint-odr:latest'], [], { Labels: { version: '0.11.3' } }),
        { ...image([], ['hashicorp/waypoint@sha256:ab']), Id: 'sha256:1', RepoTags: [] },
        { ...image(['nginx:1.27'], []), Id: 'sha256:2' },
      ),
      entries: [{ component: 'on-demand-runner', version: '0.11.3' }],
      problems: ['unclear-component@[1].RepoTags'],
      ignored: ['nginx:1.27'],
    },
    {
      story: 'Podman’s container, which has its image under another name',
      content: text({
        ...container('waypoint-server', `sha256:${ID}`, { Cmd: SERVER, Entrypoint: '/usr/bin/waypoint' }),
        Name: 'waypoint-server',
        ImageName: 'docker.io/hashicorp/waypoint:0.10.5',
      }),
      entries: [{ component: 'server', version: '0.10.5', name: 'waypoint-server' }],
    },
  ],
};
