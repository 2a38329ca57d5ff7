/** internal/clicontext/config.go, pkg/serverconfig/config.go and internal/cli/context_inspect.go of Waypoint. */
import type { SampleSet } from '../sample';

const TOKEN = 'bM152PWkXxfoy4vA51JFhR7LsKQez6x23oi2RDqYk8DPjnRdGjWtS8J3CTywJSaSWfmWdIXS';

const file = (address: string, token = TOKEN) => `server {
  address          = "${address}"
  tls              = true
  tls_skip_verify  = true
  address_internal = "waypoint-server:9701"
  require_auth     = true
  auth_token       = "${token}"
  platform         = "docker"
}
workspace = ""
`;

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a context file',
      content: file('127.0.0.1:9701'),
      entries: [],
      problems: ['no-version@2'],
      secrets: ['the auth token for the Waypoint server at 127.0.0.1:9701'],
    },
    {
      story: 'two of them, one without a token',
      content: file('waypoint.example.com:9701') + file('[fd00::1]:9701', ''),
      entries: [],
      problems: ['no-version@2', 'no-version@12'],
      secrets: ['the auth token for the Waypoint server at waypoint.example.com:9701'],
    },
    {
      story: 'JSON of one context, after a prompt',
      content: `$ waypoint context inspect -json production
${JSON.stringify(
  {
    address: 'waypoint.example.com:9701',
    tls: true,
    require_path: true,
    auth_token: TOKEN,
    platform: 'nomad',
  },
  undefined,
  2,
)}
`,
      entries: [],
      problems: ['no-version@3'],
      secrets: ['the auth token for the Waypoint server at waypoint.example.com:9701'],
    },
    {
      story: 'JSON that is broken behind a token, without showing it',
      content: `{"address": "10.0.0.1:9701", "tls": true, "auth_token": "${TOKEN}`,
      entries: [],
      problems: ['no-version@1'],
      secrets: ['the auth token for the Waypoint server at 10.0.0.1:9701'],
    },
    {
      story: 'what is printed for people',
      content: `» Context Info:
          address: 127.0.0.1:9701
              tls: true
  tls skip verify: true
     require auth: true
         platform: kubernetes

» Workspace Info:
  Name: default
`,
      entries: [],
      problems: ['no-version@2'],
    },
    {
      story: 'the name of the context that is used',
      content:
        '{\n  "config_path": "/home/alice/.config/waypoint",\n  "default_context": "install-1676500000"\n}\n',
      entries: [],
      problems: ['no-version@1'],
    },
  ],
};
