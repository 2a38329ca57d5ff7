/** Lines as hclog formats them, with the messages of internal/cli/main.go, server_run.go, runner_agent.go and the entrypoint. */
import type { SampleSet } from '../sample';

const VERSION =
  'waypoint: waypoint version: full_string="v0.10.5 (ece0f7541)" version=v0.10.5 prerelease="" metadata="" revision=ece0f7541';
const ENTRYPOINT_INFO =
  'entrypoint: server version info: version=v0.10.2 api_min=1 api_current=1 entrypoint_min=1 entrypoint_current=1 auth_method=token';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'the CLI with -v, and the server that it asked',
      content: `2023-02-20T10:12:01.310Z [INFO]  ${VERSION}
2023-02-20T10:12:01.402Z [INFO]  waypoint: server version info: version=v0.10.3 api_min=1 api_current=1 entrypoint_min=1 entrypoint_current=1
2023-02-20T10:12:01.402Z [INFO]  waypoint: negotiated api version: version=1
`,
      entries: [
        { component: 'client', version: '0.10.5' },
        { component: 'server', version: '0.10.3', protocols: { api: [1, 1], entrypoint: [1, 1] } },
      ],
    },
    {
      story: 'the log of a server',
      content: `2023-02-20T10:12:01.310Z [INFO]  ${VERSION}
2023-02-20T10:12:01.320Z [INFO]  waypoint.server: opening DB: path=/data/data.db
Server configuration:

             DB Path: /data/data.db
2023-02-20T10:12:01.402Z [INFO]  waypoint.server: starting built-in server: addr=[::]:9701
`,
      entries: [{ component: 'server', version: '0.10.5' }],
    },
    {
      story: 'the log of a runner, and of one on demand',
      content: `runner-1  | 2023-02-20T10:12:01.310Z [INFO]  ${VERSION}
runner-1  | 2023-02-20T10:12:01.320Z [INFO]  waypoint.runner.agent: sourcing credentials and connecting to the Waypoint server
runner-1  |             Type: remote
job-7     | 2023-02-20T10:13:01.310Z [INFO]  ${VERSION}
job-7     | 2023-02-20T10:13:01.320Z [INFO]  waypoint.runner.agent: initializing the runner
job-7     |             Type: on-demand
`,
      entries: [
        { component: 'runner', version: '0.10.5', name: 'runner-1' },
        { component: 'on-demand-runner', version: '0.10.5', name: 'job-7' },
      ],
    },
    {
      story: 'an entrypoint among the lines of its application',
      content: `listening on 3000
2022-10-20T08:15:30.101Z [INFO]  entrypoint: entrypoint starting: deployment_id=01GFTQ8M3W5Y2C7N9RDX4K6B1A instance_id=01GFTQ8Q7H0V3S8J2PEZ6T9XWC args=["node", "index.js"]
2022-10-20T08:15:30.101Z [INFO]  entrypoint: entrypoint version: full_string=v0.10.2 version=v0.10.2 prerelease="" metadata="" revision=""
GET / 200
2022-10-20T08:15:30.188Z [INFO]  ${ENTRYPOINT_INFO}
`,
      entries: [
        {
          component: 'entrypoint',
          version: '0.10.2',
          name: '01GFTQ8M3W5Y2C7N9RDX4K6B1A',
          labels: { deployment: '01GFTQ8M3W5Y2C7N9RDX4K6B1A' },
        },
        { component: 'server', version: '0.10.2' },
      ],
    },
    {
      story: 'pods told apart by what comes before their lines, with times of their own',
      content: `2022-10-20T08:15:30.101123456Z [pod/web-0/app] 2022-10-20T08:15:30.101Z [INFO]  entrypoint: entrypoint version: full_string=v0.9.1 version=v0.9.1 prerelease= metadata= revision=
2022-10-20T08:15:31.101123456Z [pod/web-1/app] 2022-10-20T08:15:31.101Z [INFO]  entrypoint: entrypoint version: full_string=v0.8.2 version=v0.8.2 prerelease= metadata= revision=
`,
      entries: [
        { component: 'entrypoint', version: '0.9.1', name: 'pod/web-0/app' },
        { component: 'entrypoint', version: '0.8.2', name: 'pod/web-1/app' },
      ],
    },
    {
      story: '`waypoint logs` of several instances, by their names',
      content: `2022-10-20T08:15:30.101Z 9XWC: 2022-10-20T08:15:30.100Z [INFO]  entrypoint: entrypoint version: full_string=v0.10.2 version=v0.10.2 prerelease="" metadata="" revision=""
2022-10-20T08:15:31.101Z 7ABD: 2022-10-20T08:15:31.100Z [INFO]  entrypoint: entrypoint version: full_string=v0.9.1 version=v0.9.1 prerelease="" metadata="" revision=""
`,
      entries: [
        { component: 'entrypoint', version: '0.10.2', name: '9XWC' },
        { component: 'entrypoint', version: '0.9.1', name: '7ABD' },
      ],
    },
    {
      story: 'the last of several starts',
      content: `[INFO]  waypoint: waypoint version: full_string="v0.9.1 (aabbccdd0)" version=v0.9.1 prerelease="" metadata="" revision=aabbccdd0
[INFO]  waypoint.server: starting built-in server: addr=[::]:9701
[INFO]  ${VERSION}
[INFO]  waypoint.server: starting built-in server: addr=[::]:9701
`,
      entries: [{ component: 'server', version: '0.10.5' }],
      problems: ['several-versions@3'],
    },
    {
      story: 'the line of the binary alone as one that says too little',
      content: `2023-02-20T10:12:01.310Z [INFO]  ${VERSION}\n`,
      entries: [],
      problems: ['unclear-component@1'],
    },
    {
      story: 'a restore without taking the snapshot’s version for the server’s',
      content: `2023-02-20T10:12:01.310Z [INFO]  ${VERSION}
2023-02-20T10:12:01.320Z [INFO]  waypoint.server.singleprocess: snapshot header info: created_by=v0.10.2 format=BOLT
`,
      entries: [{ component: 'server', version: '0.10.5' }],
    },
    {
      story: 'builds before a release as what they call themselves, or as none where they do not say',
      content: `2023-02-20T10:12:01.310Z [INFO]  waypoint: waypoint version: full_string="v0.11.4-dev (ece0f7541)" version=v0.11.4 prerelease=dev metadata="" revision=ece0f7541
2023-02-20T10:12:01.402Z [INFO]  waypoint.server: starting built-in server: addr=[::]:9701
web-0 | 2022-10-20T08:15:30.101Z [INFO]  entrypoint: entrypoint version: version=v0.11.0 prerelease=rc1
`,
      entries: [{ component: 'server', version: '0.11.4-dev' }],
      problems: ['not-a-version@3'],
    },
    {
      story: 'two starts in the journal of one machine as one log',
      content: `Feb 20 10:12:01 host1 waypoint[123]: 2023-02-20T10:12:01.310Z [INFO]  waypoint: waypoint version: full_string=v0.9.1 version=v0.9.1 prerelease="" metadata="" revision=""
Feb 20 10:12:01 host1 waypoint[123]: 2023-02-20T10:12:01.320Z [INFO]  waypoint.runner.agent: initializing the runner
Feb 20 10:12:01 host1 waypoint[123]:             Type: remote
Mar 20 10:12:01 host1 waypoint[456]: 2023-03-20T10:12:01.310Z [INFO]  ${VERSION}
Mar 20 10:12:01 host1 waypoint[456]: 2023-03-20T10:12:01.320Z [INFO]  waypoint.runner.agent: initializing the runner
Mar 20 10:12:01 host1 waypoint[456]:             Type: remote
`,
      entries: [{ component: 'runner', version: '0.10.5' }],
      problems: ['several-versions@4'],
    },
    {
      story: 'lines that are too long as such that tell no version for certain',
      content: `${'2023-02-20T10:12:01.310Z [INFO]  waypoint: server version info: auth_method='.padEnd(3984, 'x')} version=v0.10.25
2023-02-20T10:12:01.310Z [INFO]  entrypoint: entrypoint version: version=v0.11.0 metadata=${'x'.repeat(4000)} prerelease=rc1
`,
      entries: [],
      problems: ['not-a-version@2', 'not-a-version@1'],
    },
  ],
};
