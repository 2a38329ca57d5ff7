/**
 * `docker version` after cli/command/system/version.go of github.com/docker/cli and its predecessor in docker/docker 1.12,
 * types.Version of github.com/moby/moby/api, and `podman version` after cmd/podman/system/version.go.
 */
import type { SampleSet } from '../sample';

const client = (
  version: string,
  api: string,
  context = '\n Context:           default',
) => `Client: Docker Engine - Community
 Version:           ${version}
 API version:       ${api}
 Go version:        go1.24.3
 Git commit:        e6534b4
 Built:             Fri May 30 12:07:14 2025
 OS/Arch:           linux/amd64${context}
`;

const engine = (version: string, api: string) => ` Engine:
  Version:          ${version}
  API version:      ${api}
  Go version:       go1.24.3
  Git commit:       0e4a3d2
  Built:            Fri May 30 12:07:28 2025
  OS/Arch:          linux/amd64
  Experimental:     false
 containerd:
  Version:          1.7.27
  GitCommit:        05044ec0a9a75232cad458027ca83437aae3f4da
 runc:
  Version:          1.2.5
  GitCommit:        v1.2.5-0-g59923ef
 docker-init:
  Version:          0.19.0
  GitCommit:        de40ad0
`;

const clientJson = (version: string, api: string, newest = api) => ({
  Platform: { Name: 'Docker Engine - Community' },
  Version: version,
  ApiVersion: api,
  DefaultAPIVersion: newest,
  GitCommit: 'e6534b4',
  GoVersion: 'go1.24.3',
  Os: 'linux',
  Arch: 'amd64',
  BuildTime: 'Fri May 30 12:07:14 2025',
  Context: 'default',
});

const serverJson = (version: string, api: string, minimum: string, part = 'Engine') => ({
  Platform: { Name: 'Docker Engine - Community' },
  Components: [
    {
      Name: part,
      Version: version,
      Details: { ApiVersion: api, MinAPIVersion: minimum, Os: 'linux', Experimental: 'false' },
    },
    { Name: 'containerd', Version: '1.7.27', Details: { GitCommit: '05044ec0a9a7' } },
  ],
  Version: version,
  ApiVersion: api,
  MinAPIVersion: minimum,
  GitCommit: '0e4a3d2',
  GoVersion: 'go1.24.3',
  Os: 'linux',
  Arch: 'amd64',
  KernelVersion: '6.1.0-18-amd64',
  BuildTime: '2025-05-30T12:07:28.000000000+00:00',
});

export const sampleSet: SampleSet = {
  catalog: 'docker-engine',
  endings: ['-ce'],
  samples: [
    {
      story: 'the text since 18.09',
      content: `$ docker version\n${client('28.2.2', '1.50')}\nServer: Docker Engine - Community\n${engine('28.2.2', '1.50 (minimum version 1.24)')}`,
      entries: [
        { component: 'docker-cli', version: '28.2.2', name: 'docker-cli' },
        {
          component: 'dockerd',
          version: '28.2.2',
          name: 'dockerd',
          protocols: { 'engine-api': [24, 50] },
        },
      ],
    },
    {
      story: 'a client that goes down to what its daemon speaks',
      content: `${client('19.03.6', '1.39 (downgraded from 1.40)', '\n Experimental:      false')}\nServer: Docker Engine - Community\n${engine('18.09.8', '1.39 (minimum version 1.12)')}`,
      entries: [
        { component: 'docker-cli', version: '19.03.6' },
        { component: 'dockerd', version: '18.09.8', protocols: { 'engine-api': [12, 39] } },
      ],
    },
    {
      story: 'a client that is held at an API version',
      content: `${client('28.2.2', '1.41 (downgraded from 1.50)')}\nServer:\n${engine('28.2.2', '1.50 (minimum version 1.24)')}`,
      entries: [
        { component: 'docker-cli', version: '28.2.2', protocols: { 'engine-api': [41, 41] } },
        { component: 'dockerd', version: '28.2.2', protocols: { 'engine-api': [24, 50] } },
      ],
      problems: ['fixed-api-version@2'],
    },
    {
      story: 'the text before, of an edition, and of 1.12 without a minimum',
      content: `Client:
 Version:      17.05.0-ce
 API version:  1.27 (downgraded from 1.29)
 Go version:   go1.7.5
 Git commit:   89658be
 Built:        Fri May  5 15:36:11 2017
 OS/Arch:      linux/amd64

Server:
 Version:      1.12.6
 API version:  1.24
 Go version:   go1.6.4
 Git commit:   78d1802
 Built:        Tue Jan 10 20:38:45 2017
 OS/Arch:      linux/amd64
`,
      entries: [
        // Asking for 1.27 of a daemon that ends at 1.24 holds it nowhere below.
        { component: 'docker-cli', version: '17.05.0' },
        { component: 'dockerd', version: '1.12.6' },
      ],
    },
    {
      story: 'a daemon that does not answer',
      content: `${client('28.2.2', '1.50')}Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n`,
      entries: [{ component: 'docker-cli', version: '28.2.2' }],
      problems: ['server-not-reached@9'],
    },
    {
      story: 'a daemon that may not be asked, as JSON with its complaint behind it',
      content: `${JSON.stringify({ Client: clientJson('29.5.3', '1.54'), Server: null })}
permission denied while trying to connect to the docker API at unix:///var/run/docker.sock
`,
      entries: [{ component: 'docker-cli', version: '29.5.3' }],
      problems: ['server-not-reached@Server'],
    },
    {
      story: 'a client that the daemon refuses, held below what it takes',
      content: `${client('28.2.2', '1.24 (downgraded from 1.50)')}Error response from daemon: client version 1.24 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version
`,
      entries: [{ component: 'docker-cli', version: '28.2.2', protocols: { 'engine-api': [24, 24] } }],
      problems: ['client-refused@9', 'fixed-api-version@2'],
    },
    {
      story: 'JSON',
      content: `${JSON.stringify({ Client: clientJson('29.3.1', '1.54'), Server: serverJson('29.3.1', '1.54', '1.40') })}\n`,
      entries: [
        { component: 'docker-cli', version: '29.3.1' },
        { component: 'dockerd', version: '29.3.1', protocols: { 'engine-api': [40, 54] } },
      ],
    },
    {
      story: 'the halves of it alone, with a daemon whose minimum was lowered',
      content: `$ docker version --format '{{json .Client}}'
${JSON.stringify(clientJson('29.3.1', '1.54'))}
$ curl -s --unix-socket /var/run/docker.sock http://localhost/version
${JSON.stringify(serverJson('29.0.0', '1.52', '1.24'))}
`,
      entries: [
        { component: 'docker-cli', version: '29.3.1' },
        { component: 'dockerd', version: '29.0.0', protocols: { 'engine-api': [24, 52] } },
      ],
    },
    {
      story: 'Docker Desktop',
      content: `Client:
 Cloud integration: v1.0.35+desktop.13
${client('26.1.1', '1.45', '\n Context:           desktop-linux').split('\n').slice(1).join('\n')}
Server: Docker Desktop 4.30.0 (149282)
${engine('26.1.1', '1.45 (minimum version 1.24)')}`,
      entries: [
        { component: 'docker-cli', version: '26.1.1' },
        { component: 'dockerd', version: '26.1.1', protocols: { 'engine-api': [24, 45] } },
      ],
      problems: ['docker-desktop@13'],
    },
    {
      story: 'a daemon without root',
      content: `${client('27.3.1', '1.47', '\n Context:           rootless')}
Server: Docker Engine - Community
${engine('27.3.1', '1.47 (minimum version 1.24)')} rootlesskit:
  Version:          2.3.1
  ApiVersion:       1.1.1
  NetworkDriver:    slirp4netns
  PortDriver:       builtin
  StateDir:         /run/user/1000/dockerd-rootless
 slirp4netns:
  Version:          1.2.0
  GitCommit:        656041d45cfca7a4176f6b7eed9e4fe6c11e8383
`,
      entries: [
        { component: 'docker-cli', version: '27.3.1' },
        { component: 'dockerd', version: '27.3.1' },
      ],
      problems: ['rootless@12'],
    },
    {
      story: 'Podman under the name of docker as none',
      content: `Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.
Client:       Podman Engine
Version:      4.9.3
API Version:  4.9.3
Go Version:   go1.22.2
Built:        Thu Jan  1 00:00:00 1970
OS/Arch:      linux/amd64
`,
      entries: [],
      problems: ['not-docker@3'],
    },
    {
      story: 'Podman of old, and as JSON, as none',
      content: `Version:      3.4.4
API Version:  3.4.4
Go Version:   go1.18.1
Built:        Thu Jan  1 00:00:00 1970
OS/Arch:      linux/amd64
`,
      entries: [],
      problems: ['not-docker@2'],
    },
    {
      story: 'Podman’s JSON as none',
      content: `${JSON.stringify({
        Client: {
          APIVersion: '4.9.3',
          Version: '4.9.3',
          GoVersion: 'go1.22.2',
          GitCommit: '',
          BuiltTime: 'Thu Jan  1 00:00:00 1970',
          Built: 0,
          OsArch: 'linux/amd64',
          Os: 'linux',
        },
      })}\n`,
      entries: [],
      problems: ['not-docker@Client.Version'],
    },
    {
      story: 'Docker’s client that asks Podman, and the engine that it makes of it',
      content: `${client('28.0.0', '1.41 (downgraded from 1.48)')}
Server: linux/amd64/ubuntu-24.04
 Podman Engine:
  Version:          4.9.3
  APIVersion:       4.9.3
  Arch:             amd64
  MinAPIVersion:    4.0.0
 Conmon:
  Version:          conmon version 2.1.10, commit: unknown
 Engine:
  Version:          4.9.3
  API version:      1.41 (minimum version 1.24)
`,
      entries: [{ component: 'docker-cli', version: '28.0.0' }],
      problems: ['not-docker@12'],
    },
    {
      story: 'the same as JSON',
      content: JSON.stringify({
        Client: clientJson('28.0.0', '1.41', '1.48'),
        Server: serverJson('5.4.2', '1.41', '1.24', 'Podman Engine'),
      }),
      entries: [{ component: 'docker-cli', version: '28.0.0' }],
      problems: ['not-docker@Server.Version'],
    },
    {
      story: 'API versions that are none as no range',
      content: JSON.stringify({
        Client: clientJson('28.2.2', '1.50'),
        Server: serverJson('28.2.2', '2.0', '1.24'),
      }),
      entries: [
        { component: 'docker-cli', version: '28.2.2' },
        { component: 'dockerd', version: '28.2.2' },
      ],
      problems: ['not-a-range@Server.Version'],
    },
  ],
};
