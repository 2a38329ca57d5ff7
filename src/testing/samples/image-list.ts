/** Images as the queries of `aws` (JMESPath) and `kubectl` (jsonpath) give them. */
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a list of JSON, after a prompt',
      content: `$ aws ecs describe-task-definition --task-definition odr --query 'taskDefinition.containerDefinitions[].image'
[
    "hashicorp/waypoint-odr:0.10.5",
    "amazon/aws-for-fluent-bit:2.31"
]
`,
      entries: [{ component: 'on-demand-runner', version: '0.10.5' }],
      ignored: ['amazon/aws-for-fluent-bit:2.31'],
    },
    {
      story: 'an image that several parts have as a problem',
      content: '["hashicorp/waypoint:0.10.5"]',
      entries: [],
      problems: ['unclear-component@[0]'],
    },
    {
      story: 'YAML',
      content: '- hashicorp/waypoint-odr:0.10.3\n- hashicorp/waypoint-odr:latest\n',
      entries: [{ component: 'on-demand-runner', version: '0.10.3' }],
      problems: ['not-a-version@[1]'],
    },
    {
      story: 'lines and words, the same image twice',
      catalog: 'kubernetes',
      content: `registry.k8s.io/kube-proxy:v1.27.3 registry.k8s.io/kube-proxy:v1.27.3
registry.k8s.io/coredns/coredns:v1.10.1
registry.k8s.io/kube-scheduler:v1.27.3
`,
      entries: [
        { component: 'kube-proxy', version: '1.27.3', count: 2 },
        { component: 'kube-scheduler', version: '1.27.3', count: 1 },
      ],
      ignored: ['registry.k8s.io/coredns/coredns:v1.10.1'],
    },
    {
      story: 'images without a tag among others',
      content: '["hashicorp/waypoint-odr:0.9.0", "busybox", "hashicorp/waypoint-odr"]',
      entries: [{ component: 'on-demand-runner', version: '0.9.0' }],
      problems: ['not-a-version@[2]'],
      ignored: ['busybox'],
    },
    {
      story: 'an image without a tag on a line of its own',
      content: 'hashicorp/waypoint-odr:0.11.3\nhashicorp/waypoint-odr\n',
      entries: [{ component: 'on-demand-runner', version: '0.11.3' }],
      problems: ['not-a-version@2'],
    },
  ],
};
