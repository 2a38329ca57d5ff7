/** Headers after pkg/protocolversion/header.go and pkg/server/grpc_version.go of Waypoint; the UI's after ui/app/services/api.ts. */
import type { SampleSet } from '../sample';

const both = (range: string) => `client-api-protocol: ${range}\nclient-entrypoint-protocol: ${range}\n`;
const path = (method: string) => `:method: POST\n:path: /hashicorp.waypoint.Waypoint/${method}\n`;

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a capture of two applications and a runner',
      content: `:method: POST
:scheme: https
:path: /hashicorp.waypoint.Waypoint/EntrypointConfig
content-type: application/grpc
client-entrypoint-protocol: 1,3
client-version: v0.10.2
client-api-protocol: 1,1
authorization: 3K4wQUdH1dfES7e2KRygoJ745D3w
:method: POST
${path('EntrypointLogStream')}user-agent: grpc-go/1.43.0
${both('1,1')}client-version: v0.9.1

${path('RunnerConfig')}${both('1,1')}client-version: v0.10.5
wpcookie: s3cret
`,
      entries: [
        { component: 'entrypoint', version: '0.10.2', protocols: { entrypoint: [1, 3] } },
        { component: 'entrypoint', version: '0.9.1', protocols: { entrypoint: [1, 1] } },
      ],
      problems: ['count-unknown@3', 'unclear-component@18'],
      secrets: ['the header authorization', 'the header wpcookie'],
    },
    {
      story: 'the log of a proxy, one line for each request',
      content: `10.0.0.7 [20/Feb/2023] "POST /hashicorp.waypoint.Waypoint/EntrypointConfig HTTP/2.0" 200 http_client_api_protocol="1,1" http_client_entrypoint_protocol="1,2" http_client_version="v0.10.2"
10.0.0.8 [20/Feb/2023] "POST /hashicorp.waypoint.Waypoint/EntrypointConfig HTTP/2.0" 200 http_client_api_protocol="1,1" http_client_entrypoint_protocol="1,2" http_client_version="v0.10.2"
10.0.0.9 [20/Feb/2023] "POST /hashicorp.waypoint.Waypoint/ListProjects HTTP/2.0" 200 http_client_api_protocol="1,1" http_client_entrypoint_protocol="1,1" http_client_version="v0.10.5"
10.0.0.9 [20/Feb/2023] "POST /hashicorp.waypoint.Waypoint/ListProjects HTTP/2.0" 200 http_client_api_protocol="1,1" http_client_entrypoint_protocol="1,1" http_client_version="ui-0.0.1"
`,
      entries: [{ component: 'entrypoint', version: '0.10.2', protocols: { entrypoint: [1, 2] } }],
      problems: ['count-unknown@1', 'unclear-component@3'],
      ignored: ['the UI (ui-0.0.1)'],
    },
    {
      story: 'JSON a line, and metadata as Go prints it',
      content: `{"path":"/hashicorp.waypoint.Waypoint/EntrypointConfig","client-api-protocol":"1,1","client-entrypoint-protocol":"1,1","client-version":"v0.8.2"}
/hashicorp.waypoint.Waypoint/EntrypointExecStream map[:authority:[waypoint:9701] client-api-protocol:[1,1] client-entrypoint-protocol:[1,1] client-version:[v0.7.2]]
`,
      entries: [
        { component: 'entrypoint', version: '0.8.2', protocols: { entrypoint: [1, 1] } },
        { component: 'entrypoint', version: '0.7.2' },
      ],
      problems: ['count-unknown@1'],
    },
    {
      story: 'headers alone as those of any part',
      content: `Request metadata to send:\n${both('1,1')}client-version: v0.10.5\n\nclient-entrypoint-protocol=1,1\nclient-version=v0.9.1\n`,
      entries: [],
      problems: ['unclear-component@2', 'unclear-component@6'],
    },
    {
      story: 'what follows a request without its method as nobody’s',
      content: `${path('EntrypointConfig')}${both('1,1')}client-version: v0.10.2\n${both('1,1')}client-version: v0.9.1\n`,
      entries: [{ component: 'entrypoint', version: '0.10.2' }],
      problems: ['count-unknown@2', 'unclear-component@6'],
    },
    {
      story: 'an application that does not say its version',
      content: `${path('EntrypointConfig')}${both('1,1')}`,
      entries: [],
      problems: ['no-version@2'],
    },
    {
      story: 'ranges that are none, and an error that names a header',
      content: `${path('EntrypointConfig')}client-entrypoint-protocol: 1\nclient-version: v0.10.2

${path('EntrypointConfig')}client-entrypoint-protocol: 2,1\nclient-version: v0.10.2

rpc error: code = InvalidArgument desc = header "client-api-protocol": The client's supported protocol version is not understood by the server.
rpc error: code = InvalidArgument desc = required header client-api-protocol is not set
`,
      entries: [],
      problems: ['count-unknown@7', 'half-range@2', 'not-a-range@7'],
    },
    {
      story: 'a line that is too long as one that tells no version for certain',
      content: `${`POST /hashicorp.waypoint.Waypoint/EntrypointConfig client-api-protocol=1,1 client-entrypoint-protocol=1,1 user-agent=`.padEnd(7977, 'x')} client-version=v0.10.25\n`,
      entries: [],
      problems: ['count-unknown@1', 'not-a-version@1'],
    },
    {
      story: 'a line that is too long as one that tells no range for certain',
      content: `${`POST /hashicorp.waypoint.Waypoint/EntrypointConfig client-version=v0.10.5 client-api-protocol=1,1 user-agent=`.padEnd(7969, 'x')} client-entrypoint-protocol=1,12\n`,
      entries: [],
      problems: ['half-range@1'],
    },
  ],
};
