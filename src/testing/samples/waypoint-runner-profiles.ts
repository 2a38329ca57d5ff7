/** internal/cli/runner_profile_list.go and runner_profile_inspect.go of Waypoint's releases. */
import type { SampleSet } from '../sample';

const json = (fields: object) => JSON.stringify(fields, undefined, '\t').replaceAll('": ', '":  ');

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'the table since 0.8.0',
      content: `Runner profiles
              NAME             | PLUGIN TYPE |             OCI URL             | TARGET RUNNER | DEFAULT
-------------------------------+-------------+---------------------------------+---------------+----------
  kubernetes-bootstrap-profile | kubernetes  | hashicorp/waypoint-odr:0.10.5   | *             | yes
  kubernetes                   | kubernetes  | hashicorp/waypoint-odr:latest   |               | yes
  nomad                        | nomad       | registry.example.com:5000/mirror/hashicorp/waypoint-odr:0.9.1@sha256:1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c1b2c |  |
`,
      entries: [
        {
          component: 'on-demand-runner',
          version: '0.10.5',
          name: 'kubernetes-bootstrap-profile',
          labels: { plugin: 'kubernetes' },
        },
        { component: 'on-demand-runner', version: '0.9.1', name: 'nomad' },
      ],
      problems: ['not-a-version@5'],
    },
    {
      story: 'the table of 0.7.2, and a name that goes on in a second line',
      content: `              NAME               | PLUGIN TYPE |            OCI URL            |      TARGET RUNNER ID      | DEFAULT
---------------------------------+-------------+-------------------------------+----------------------------+----------
  the profile that builds what   | docker      | hashicorp/waypoint-odr:0.7.2  | 01GQ5D7R8T3X6V2B9NYK4MC0HJ | yes
  payments deploys               |             |                               |                            |
`,
      entries: [
        {
          component: 'on-demand-runner',
          version: '0.7.2',
          name: 'the profile that builds what payments deploys',
        },
      ],
    },
    {
      story: 'the table before, with images that tell nothing for certain',
      content: `$ waypoint runner profile list
Runner profiles
   NAME   | PLUGIN TYPE |               OCI URL                | DEFAULT
----------+-------------+--------------------------------------+----------
  docker  | docker      | hashicorp/waypoint-odr:0.6.0         | yes
  own     | docker      | ghcr.io/example/builder:1.4.0        |
  digest  | docker      | hashicorp/waypoint-odr@sha256:1b2c1b2c1b2c1b2c |
  server  | docker      | hashicorp/waypoint:0.6.0             |
  none    | docker      |                                      |
  broken  | docker        hashicorp/waypoint-odr:0.6.0         |
$ 
`,
      entries: [{ component: 'on-demand-runner', version: '0.6.0', name: 'docker' }],
      problems: [
        'unknown-image@6',
        'not-a-version@7',
        'unclear-component@8',
        'no-version@9',
        'misaligned@10',
      ],
    },
    {
      story: 'JSON, with variables and settings that are nobody’s business',
      content: json({
        id: '01GQ5D7R8T3X6V2B9NYK4MC0HJ',
        name: 'kubernetes-bootstrap-profile',
        targetRunner: { any: {} },
        ociUrl: 'hashicorp/waypoint-odr:0.10.5',
        environmentVariables: { AWS_SECRET_ACCESS_KEY: 'hunter2hunter2', LOG_LEVEL: 'debug' },
        pluginType: 'kubernetes',
        pluginConfig: 'eyJ0b2tlbiI6ICJodW50ZXIyIn0=',
        configFormat: 'JSON',
        default: true,
      }),
      entries: [{ component: 'on-demand-runner', version: '0.10.5', name: 'kubernetes-bootstrap-profile' }],
      secrets: ['the variable AWS_SECRET_ACCESS_KEY of the runner profile kubernetes-bootstrap-profile'],
    },
    {
      story: 'the list of gRPC, and one of it that names no image',
      content: JSON.stringify({
        configs: [
          { id: '1', name: 'one', oci_url: 'hashicorp/waypoint-odr:0.11.4', plugin_type: 'docker' },
          { id: '2', name: 'two', plugin_type: 'docker' },
        ],
      }),
      entries: [{ component: 'on-demand-runner', version: '0.11.4', name: 'one' }],
      problems: ['no-version@1'],
    },
    {
      story: 'what is printed for people',
      content: `» Runner profile:
                   Name: docker
                     ID: 01GQ5D7R8T3X6V2B9NYK4MC0HJ
                Default: true
                OCI URL: hashicorp/waypoint-odr:0.10.3
            Plugin Type: docker
       Target Runner ID: *
  Environment Variables: map[API_TOKEN:abc def LOG:debug]

» Additional Plugin Configuration:

{"token": "abc"}
`,
      entries: [{ component: 'on-demand-runner', version: '0.10.3', name: 'docker' }],
      secrets: ['the variable API_TOKEN of the runner profile docker'],
    },
    {
      story: 'a line that is too long as one that tells no version for certain',
      content: `Name: docker\nID: 01GQ5D7R8T3X6V2B9NYK4MC0HJ\nDefault: true\n${'OCI URL:'.padEnd(3971)}hashicorp/waypoint-odr:0.10.25\nPlugin Type: docker\n`,
      entries: [],
      problems: ['not-a-version@1'],
    },
  ],
};
