/** `docker ps` as github.com/docker/cli formats it: cli/command/formatter/container.go, and the placeholders of its documentation. */
import type { SampleSet } from '../sample';

const json = (fields: Record<string, string>) =>
  JSON.stringify({
    Command: '"/usr/bin/waypoint s…"',
    CreatedAt: '2023-02-20 10:12:01 +0000 UTC',
    ID: '3f1c2a9b7d10',
    Image: 'hashicorp/waypoint:0.10.5',
    Labels: '',
    LocalVolumes: '1',
    Mounts: 'waypoint-server',
    Names: 'waypoint-server',
    Networks: 'waypoint',
    Ports: '0.0.0.0:9701-9702->9701-9702/tcp',
    RunningFor: '2 days ago',
    Size: '0B',
    State: 'running',
    Status: 'Up 2 days',
    ...fields,
  });

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'the table as it comes',
      content: `$ docker ps
CONTAINER ID   IMAGE                       COMMAND                  CREATED      STATUS      PORTS                              NAMES
3f1c2a9b7d10   hashicorp/waypoint:0.10.5   "/usr/bin/waypoint s…"   2 days ago   Up 2 days   0.0.0.0:9701-9702->9701-9702/tcp   waypoint-server
9a0b1c2d3e4f   hashicorp/waypoint:0.10.3   "/usr/bin/waypoint r…"   2 days ago   Up 2 days                                      waypoint-static-runner
11223344aabb   nginx:1.27                  "/docker-entrypoint.…"   3 days ago   Up 3 days   80/tcp                             web
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server' },
        { component: 'runner', version: '0.10.3', name: 'waypoint-static-runner' },
      ],
      ignored: ['nginx:1.27'],
    },
    {
      story: 'columns of one’s own, with a label',
      content: `NAMES     IMAGE                       waypoint type
run-7     hashicorp/waypoint:0.10.5   runner
main      hashicorp/waypoint:0.10.5   server
`,
      entries: [
        { component: 'runner', version: '0.10.5', name: 'run-7' },
        { component: 'server', version: '0.10.5', name: 'main' },
      ],
    },
    {
      story: 'the heading of a label in capitals, and a prompt at the end',
      content: `NAMES                    IMAGE                        WAYPOINT-TYPE
waypoint-static-runner   hashicorp/waypoint:0.10.5    runner
waypoint-server          hashicorp/waypoint:0.10.5    server

root@host:~# `,
      entries: [
        { component: 'runner', version: '0.10.5' },
        { component: 'server', version: '0.10.5' },
      ],
    },
    {
      story: 'whole commands',
      content: `IMAGE                                                   COMMAND                                                NAMES
registry.corp:5000/mirror/hashicorp/waypoint:v0.10.5    "/usr/bin/waypoint server run -accept-tos -vv"         a
public.ecr.aws/hashicorp/waypoint:0.11.1                "/usr/bin/waypoint runner agent -id=static -vv"        b
hashicorp/waypoint-odr:0.10.5                           "/kaniko/waypoint runner agent -odr"                   c
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'a' },
        { component: 'runner', version: '0.11.1', name: 'b' },
        { component: 'on-demand-runner', version: '0.10.5', name: 'c' },
      ],
    },
    {
      story: 'JSON, one object a line',
      content: `${json({ Labels: 'waypoint-type=server,org.opencontainers.image.vendor=HashiCorp' })}
${json({ Names: 'r', Labels: 'waypoint-type=runner', Image: 'hashicorp/waypoint:0.10.3' })}
${json({ Names: 'web', Image: 'docker.io/library/nginx@sha256:0123456789abcdef' })}
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server' },
        { component: 'runner', version: '0.10.3', name: 'r' },
      ],
      ignored: ['docker.io/library/nginx@sha256:0123456789abcdef'],
    },
    {
      story: 'JSON after a prompt, with a line that is cut',
      content: `host$ docker ps --format json
${json({})}
${json({ Names: 'x' }).slice(0, 120)}
${json({ Names: 'waypoint-runner', Image: 'hashicorp/waypoint:0.8.2' })}
`,
      entries: [
        { component: 'server', version: '0.10.5' },
        { component: 'runner', version: '0.8.2', name: 'waypoint-runner' },
      ],
      problems: ['not-json@3'],
    },
    {
      story: 'floating tags, digests and missing tags as problems',
      content: `${json({ Image: 'hashicorp/waypoint:latest' })}
${json({ Names: 'waypoint-runner', Image: 'hashicorp/waypoint@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' })}
${json({ Names: 'odr', Image: 'hashicorp/waypoint-odr' })}
${json({ Names: 'waypoint-static-runner', Image: '0123456789ab' })}
${json({ Names: 'waypoint-runner-2', Image: 'hashicorp/waypoint:0.10.5@sha256:0123456789abcdef' })}
`,
      entries: [{ component: 'runner', version: '0.10.5', name: 'waypoint-runner-2' }],
      problems: ['not-a-version@1', 'not-a-version@2', 'not-a-version@3', 'not-a-version@4'],
    },
    {
      story: 'what it cannot tell as a problem',
      content: `${json({ Names: 'wp' })}\n${json({ Names: 'waypoint-server', Image: 'corp/wp:0.10.5' })}\n`,
      entries: [],
      problems: ['unclear-component@1', 'unknown-image@2'],
    },
    {
      story: 'containers that do not run as none of the fleet',
      content: `${json({})}\n${json({ Names: 'waypoint-runner', State: 'exited', Status: 'Exited (0) 2 days ago' })}\n`,
      entries: [{ component: 'server', version: '0.10.5' }],
      ignored: ['waypoint-runner (not running)'],
    },
    {
      story: 'lines that are out of place as problems',
      content: `NAMES             IMAGE                       STATUS
waypoint-server   hashicorp/waypoint:0.10.5   Up 2 days
waypoint-runner hashicorp/waypoint:0.10.3   Up 2 days
`,
      entries: [{ component: 'server', version: '0.10.5' }],
      problems: ['misaligned@3'],
    },
    {
      story: 'two tables one after another, and containers of a list',
      content: `NAMES             IMAGE
waypoint-server   hashicorp/waypoint:0.10.5

NAMES             IMAGE
waypoint-runner   hashicorp/waypoint:0.10.3
${json({ Names: 'odr', Image: 'hashicorp/waypoint-odr:0.10.2' })}
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server' },
        { component: 'runner', version: '0.10.3', name: 'waypoint-runner' },
        { component: 'on-demand-runner', version: '0.10.2', name: 'odr' },
      ],
    },
    {
      story: 'images alone under their heading',
      content: `IMAGE
hashicorp/waypoint-odr:0.10.5
nginx:1.27
hashicorp/waypoint:0.10.5
`,
      entries: [{ component: 'on-demand-runner', version: '0.10.5' }],
      problems: ['unclear-component@4'],
      ignored: ['nginx:1.27'],
    },
    {
      story: 'images and whether they run',
      content: `IMAGE                           STATUS
hashicorp/waypoint-odr:0.10.5   Up 2 days
hashicorp/waypoint-odr:0.10.3   Exited (0) 2 days ago
`,
      entries: [{ component: 'on-demand-runner', version: '0.10.5' }],
      ignored: ['hashicorp/waypoint-odr:0.10.3 (not running)'],
    },
    {
      story: '`docker compose ps` as it comes',
      content: `NAME                IMAGE                       COMMAND                  SERVICE           CREATED      STATUS      PORTS
app-a-1             hashicorp/waypoint:0.10.5   "/usr/bin/waypoint s…"   waypoint-server   2 days ago   Up 2 days   0.0.0.0:9701->9701/tcp
app-b-1             hashicorp/waypoint:0.10.3   "/usr/bin/waypoint r…"   waypoint-runner   2 days ago   Up 2 days
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'app-a-1' },
        { component: 'runner', version: '0.10.3', name: 'app-b-1' },
      ],
    },
    {
      story: 'the list of JSON that `docker compose ps` printed before 2.21',
      content: JSON.stringify([
        {
          ID: '3f1c2a9b7d10',
          Name: 'app-a-1',
          Image: 'hashicorp/waypoint:0.10.5',
          Command: '/usr/bin/waypoint server run -vv',
          Project: 'app',
          Service: 'a',
          Created: 1676887921,
          State: 'running',
          Status: 'Up 2 days',
          Health: '',
          ExitCode: 0,
          Publishers: [{ URL: '0.0.0.0', TargetPort: 9701, PublishedPort: 9701, Protocol: 'tcp' }],
        },
        { Name: 'app-b-1', Image: 'hashicorp/waypoint:0.10.3', Service: 'waypoint-runner', State: 'exited' },
      ]),
      entries: [{ component: 'server', version: '0.10.5', name: 'app-a-1' }],
      ignored: ['app-b-1 (not running)'],
    },
    {
      story: 'the lines of JSON that it prints since, with both names',
      content: `${json({ Name: 'app-a-1', Names: 'app-a-1', Project: 'app', Service: 'waypoint-runner' })}\n`,
      entries: [{ component: 'runner', version: '0.10.5', name: 'app-a-1' }],
    },
  ],
};
