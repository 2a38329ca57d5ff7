/** `nomad job inspect` after api/jobs.go and api/tasks.go of github.com/hashicorp/nomad (Job, TaskGroup, Task, TaskLifecycle). */
import type { SampleSet } from '../sample';

type Json = Record<string, unknown>;

const task = (name: string, image: string, more: Json = {}): Json => ({
  Name: name,
  Driver: 'docker',
  Config: { image, auth_soft_fail: true, ...(more.Config as Json | undefined) },
  Env: { PORT: '9701' },
  Lifecycle: null,
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'Config')),
});

const job = (id: string, tasks: Json[], more: Json = {}, count: unknown = 1) => ({
  Job: {
    ID: id,
    Name: id,
    Namespace: 'default',
    Region: 'global',
    Status: 'running',
    Stop: false,
    TaskGroups: [{ Name: id, Count: count, Tasks: tasks }],
    Type: 'service',
    Version: 3,
    ...more,
  },
});

const text = (...jobs: Json[]) => `${jobs.map((one) => JSON.stringify(one, undefined, 4)).join('\n')}\n`;

const serverArgs = {
  args: ['server', 'run', '-accept-tos', '-vv', '-db=/data/data.db', '-listen-grpc=0.0.0.0:9701'],
};
const runnerArgs = {
  args: ['runner', 'agent', '-id=static', '-state-dir=/data/runner', '-cookie=0123', '-vv'],
};
const prepare = task('pre_task', 'busybox:latest', { Lifecycle: { Hook: 'prestart', Sidecar: false } });

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a server and the task before it',
      content: text(
        job('waypoint-server', [
          prepare,
          task('server', 'hashicorp/waypoint:0.10.5', { Config: serverArgs }),
        ]),
      ),
      entries: [
        {
          component: 'server',
          version: '0.10.5',
          name: 'waypoint-server',
          count: 1,
          labels: { namespace: 'default' },
        },
      ],
      ignored: ['busybox:latest (runs once)'],
    },
    {
      story: 'a task that prepares without saying so, and a sidecar',
      content: text(
        job('waypoint-server', [
          task('pre_task', 'busybox:latest'),
          task('server', 'hashicorp/waypoint:0.10.5', { Config: serverArgs }),
          task('logs', 'fluent/fluent-bit:2.1', { Lifecycle: { Hook: 'poststart', Sidecar: true } }),
        ]),
      ),
      entries: [{ component: 'server', version: '0.10.5', name: 'waypoint-server' }],
      ignored: ['busybox:latest', 'fluent/fluent-bit:2.1'],
    },
    {
      story: 'several jobs one after another',
      content: text(
        job(
          'waypoint-static-runner',
          [task('runner', 'hashicorp/waypoint:0.10.3', { Config: runnerArgs })],
          {},
          2,
        ),
        job('old-runner', [task('runner', 'hashicorp/waypoint:0.9.1', { Config: runnerArgs })], {
          Stop: true,
          Status: 'dead',
        }),
        job('paused', [task('runner', 'hashicorp/waypoint:0.9.1', { Config: runnerArgs })], {}, 0),
        job('web', [task('web', 'nginx:1.27', { Env: { DB_PASSWORD: '0123', PORT: '80' } })]),
      ),
      entries: [{ component: 'runner', version: '0.10.3', name: 'waypoint-static-runner', count: 2 }],
      ignored: ['old-runner (not running)', 'paused (count 0)', 'nginx:1.27'],
      secrets: ['the variable DB_PASSWORD of the task web of web'],
    },
    {
      story: 'a job without its wrapping, a tag that says nothing, and a binary',
      content: text(
        job('waypoint-server', [task('server', 'hashicorp/waypoint:latest', { Config: serverArgs })]).Job,
        job('waypoint-runner', [
          task('runner', '', {
            Driver: 'raw_exec',
            Config: { image: undefined, command: 'waypoint', ...runnerArgs },
          }),
        ]).Job,
      ),
      entries: [],
      problems: ['not-a-version', 'no-image'],
    },
  ],
};
