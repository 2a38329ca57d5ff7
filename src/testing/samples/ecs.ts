/** `aws ecs` after the API's TaskDefinition, ContainerDefinition, Service and Deployment; the CLI prints JSON or YAML. */
import type { SampleSet } from '../sample';

type Json = Record<string, unknown>;

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';

const container = (name: string, image: string, command: string[] = []): Json => ({
  name,
  image,
  cpu: 0,
  portMappings: [{ containerPort: 9701, hostPort: 9701, protocol: 'tcp' }],
  essential: true,
  command,
  environment: [{ name: 'PORT', value: '9701' }],
});

const definition = (family: string, revision: number, containers: Json[]) => ({
  taskDefinition: {
    taskDefinitionArn: `${ARN}:task-definition/${family}:${revision}`,
    containerDefinitions: containers,
    family,
    revision,
    status: 'ACTIVE',
  },
  tags: [],
});

const service = (name: string, revision: number, desired: number, more: Json = {}) => ({
  serviceArn: `${ARN}:service/waypoint-server/${name}`,
  serviceName: name,
  clusterArn: `${ARN}:cluster/waypoint-server`,
  status: 'ACTIVE',
  desiredCount: desired,
  runningCount: desired,
  taskDefinition: `${ARN}:task-definition/${name}:${revision}`,
  ...more,
});

const deployment = (name: string, revision: number, status: string, running: number) => ({
  status,
  taskDefinition: `${ARN}:task-definition/${name}:${revision}`,
  desiredCount: 2,
  runningCount: running,
});

const text = (...values: unknown[]) =>
  `${values.map((one) => JSON.stringify(one, undefined, 4)).join('\n')}\n`;

const server = container('waypoint-server', 'hashicorp/waypoint:0.10.5', ['server', 'run', '-accept-tos']);
const runner = (version: string) =>
  container('waypoint-runner', `public.ecr.aws/hashicorp/waypoint:${version}`, ['runner', 'agent', '-vv']);

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a task definition, with a sidecar',
      content: text(
        definition('waypoint-server', 7, [server, container('logs', 'amazon/aws-for-fluent-bit:2.31')]),
      ),
      entries: [{ component: 'server', version: '0.10.5', name: 'waypoint-server' }],
      ignored: ['amazon/aws-for-fluent-bit:2.31'],
    },
    {
      story: 'a task definition as YAML',
      content: `taskDefinition:
  containerDefinitions:
  - command:
    - server
    - run
    essential: true
    image: hashicorp/waypoint:0.10.5
    name: waypoint-server
  family: waypoint-server
  revision: 7
  taskDefinitionArn: ${ARN}:task-definition/waypoint-server:7
`,
      entries: [{ component: 'server', version: '0.10.5', name: 'waypoint-server' }],
    },
    {
      story: 'services alone as none that tell a version',
      content: text({ services: [service('waypoint-server', 7, 1), service('web', 3, 2)], failures: [] }),
      entries: [],
      problems: ['no-version@services[0]'],
      ignored: ['web'],
    },
    {
      story: 'services with their definitions, one of them being deployed',
      content: text(
        {
          services: [
            service('waypoint-server', 7, 1),
            service('waypoint-static-runner', 4, 2, {
              deployments: [
                deployment('waypoint-static-runner', 4, 'PRIMARY', 1),
                deployment('waypoint-static-runner', 3, 'ACTIVE', 2),
              ],
            }),
            service('waypoint-runner', 1, 0),
          ],
        },
        definition('waypoint-server', 7, [server]),
        definition('waypoint-static-runner', 4, [runner('0.11.1')]),
        definition('waypoint-static-runner', 3, [runner('0.10.3')]),
      ),
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server', count: 1 },
        { component: 'runner', version: '0.11.1', name: 'waypoint-static-runner', count: 1 },
        { component: 'runner', version: '0.10.3', count: 2 },
      ],
      problems: ['renamed'],
      ignored: ['waypoint-runner (no tasks)'],
    },
    {
      story: 'a definition without its wrapping, a tag that says nothing, and a secret',
      content: text({
        containerDefinitions: [
          {
            ...container('waypoint-server', 'hashicorp/waypoint:latest', ['server', 'run']),
            environment: [{ name: 'WAYPOINT_SERVER_TOKEN', value: '0123' }],
          },
        ],
        family: 'waypoint-server',
      }),
      entries: [],
      problems: ['not-a-version@containerDefinitions[0].image'],
      secrets: ['the variable WAYPOINT_SERVER_TOKEN of the container waypoint-server of waypoint-server'],
    },
  ],
};
