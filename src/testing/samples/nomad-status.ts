/** `nomad job status` after command/job_status.go of github.com/hashicorp/nomad. */
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'the list of jobs',
      content: `$ nomad job status
ID                      Type     Priority  Status          Submit Date
waypoint-server         service  50        running         2023-02-20T10:12:01Z
waypoint-static-runner  service  50        running         2023-02-20T10:14:11Z
waypoint-runner         service  50        dead (stopped)  2022-02-20T10:14:11Z
web                     service  50        running         2023-01-10T08:00:00Z
`,
      entries: [],
      problems: ['no-version@3', 'no-version@4'],
      ignored: ['waypoint-runner (not running)', 'web'],
    },
    {
      story: 'one job, whose "Version" is none of the product',
      content: `$ nomad job status waypoint-server
ID            = waypoint-server
Name          = waypoint-server
Submit Date   = 2023-02-20T10:12:01Z
Type          = service
Priority      = 50
Datacenters   = dc1
Namespace     = default
Status        = running
Periodic      = false
Parameterized = false

Summary
Task Group       Queued  Starting  Running  Failed  Complete  Lost  Unknown
waypoint-server  0       0         1        0       0         0     0

Allocations
ID        Node ID   Task Group       Version  Desired  Status   Created    Modified
5f2f3ad1  b1c2d3e4  waypoint-server  3        run      running  2d3h ago   2d3h ago
`,
      entries: [],
      problems: ['no-version@2'],
    },
  ],
};
