/** internal/cli/runner_list.go and runner_inspect.go of Waypoint's releases; tables by github.com/olekukonko/tablewriter. */
import type { SampleSet } from '../sample';

const json = (fields: object) => JSON.stringify(fields, undefined, '\t').replaceAll('": ', '":  ');

const STATIC = {
  id: 'static',
  remote: {},
  components: [{ type: 'BUILDER', name: 'docker' }],
  labels: { 'waypoint.hashicorp.com/runner-hash': '1' },
  online: true,
  firstSeen: '2022-11-04T09:00:11.123Z',
  lastSeen: '2023-02-20T10:12:01.310Z',
  adoptionState: 'ADOPTED',
};

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'the table, with labels that go on in a second line',
      content: `$ waypoint runner list
              ID             |  STATE   |   KIND    |        LABELS         | LAST REGISTERED
-----------------------------+----------+-----------+-----------------------+------------------
  static                     | adopted  | remote    |                       | 2 weeks ago
  01GQ5D7R8T3X6V2B9NYK4MC0HJ | pending  | on-demand | env:prod region:eu    | 3 minutes ago
                             |          |           | team:payments         |
  01GQ5D7R8T3X6V2B9NYK4MC0HK | adopted  | local     |                       | 3 minutes ago
  old                        | adopted  | unknown   |                       | 1 year ago
  stranger                   | rejected | remote    |                       | 1 year ago
$ 
`,
      entries: [],
      problems: ['no-version@4', 'no-version@5', 'no-version@7', 'no-version@8'],
      ignored: ['stranger (rejected)'],
    },
    {
      story: 'a line of which the bars are not where they were',
      content: `  ID   | STATE   | KIND   | LABELS | LAST REGISTERED
-------+---------+--------+--------+------------------
  one  | adopted | remote |        | 2 weeks ago
  two  | adopted   remote |        | 2 weeks ago
`,
      entries: [],
      problems: ['no-version@3', 'misaligned@4'],
    },
    {
      story: 'JSON, one object after another, those that are offline left out',
      content: [
        json(STATIC),
        json({
          id: 'gone',
          remote: {},
          components: [],
          lastSeen: '2023-01-01T00:00:00Z',
          adoptionState: 'ADOPTED',
        }),
        json({ id: 'job', odr: { profileId: '1' }, online: true, lastSeen: '2023-02-20T10:12:01Z' }),
        json({ id: 'bad', remote: {}, online: true, adoptionState: 'REJECTED' }),
      ].join('\n'),
      entries: [],
      problems: ['no-version@1', 'no-version@25'],
      ignored: ['gone (offline)', 'bad (rejected)'],
    },
    {
      story: 'one in JSON of which nothing says whether it is online',
      content: json({
        id: 'quiet',
        local: {},
        firstSeen: '2022-11-04T09:00:11.123Z',
        adoptionState: 'ADOPTED',
      }),
      entries: [],
      problems: ['no-version@1'],
    },
    {
      story: 'the list of gRPC',
      content: JSON.stringify({ runners: [STATIC, { ...STATIC, id: 'two' }] }),
      entries: [],
      problems: ['no-version@1', 'no-version@1'],
    },
    {
      story: 'one after the other as `waypoint runner inspect` prints them',
      content: `» Runner:
               ID: static
   Adoption State: adopted
             Kind: remote
  Last Registered: 2 weeks ago
           Labels: map[]
           Online: true

» Runner:
               ID: 01GQ5D7R8T3X6V2B9NYK4MC0HJ
   Adoption State: adopted
             Kind: on-demand
           Labels: map[env:prod]
           Online: false
`,
      entries: [],
      problems: ['no-version@2'],
      ignored: ['01GQ5D7R8T3X6V2B9NYK4MC0HJ (offline)'],
    },
  ],
};
