/**
 * Objects of Kubernetes as `kubectl get -o json` and `-o yaml` print them, after the API's own definitions: Pod, PodSpec,
 * ContainerStatus, the workloads of apps/v1 and batch/v1, Node and NodeSystemInfo of k8s.io/api.
 */
import {
  apiserver,
  container,
  list,
  node,
  pod,
  proxy,
  runner,
  runnerArgs,
  server,
  workload,
} from '../build-kubernetes';
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'pods of a list, with init containers and sidecars',
      content: list(
        pod(
          'waypoint-server-0',
          [
            container('docker.io/hashicorp/waypoint:0.10.5'),
            { image: 'fluent/fluent-bit:2.1', name: 'logs' },
          ],
          { owner: server, spec: { initContainers: [{ image: 'busybox:1.36', name: 'chown' }] } },
        ),
        pod('waypoint-static-runner-0', [container('hashicorp/waypoint:0.10.3', runnerArgs)], {
          owner: runner,
        }),
        pod('waypoint-static-runner-1', [container('hashicorp/waypoint:0.10.3', runnerArgs)], {
          owner: runner,
        }),
        pod('web-5d4f7c9b8-x2x7k', [{ image: 'nginx:1.27', name: 'web' }], {
          owner: ['ReplicaSet', 'web-5d4f7c9b8'],
        }),
      ),
      entries: [
        {
          component: 'server',
          version: '0.10.5',
          name: 'waypoint-server',
          count: 1,
          labels: { namespace: 'waypoint' },
        },
        { component: 'runner', version: '0.10.3', name: 'waypoint-static-runner', count: 2 },
      ],
      ignored: ['busybox:1.36 (init container)', 'fluent/fluent-bit:2.1', 'nginx:1.27'],
    },
    {
      story: 'a StatefulSet beside its pod, whose image was patched',
      content: list(
        workload('StatefulSet', 'waypoint-server', 'hashicorp/waypoint:0.7.2'),
        pod('waypoint-server-0', [container('hashicorp/waypoint:0.8.2')], { owner: server }),
      ),
      entries: [{ component: 'server', version: '0.8.2', name: 'waypoint-server' }],
      problems: ['template-differs@items[0].spec.template.spec.containers[0].image'],
    },
    {
      story: 'templates with their replicas, where no pods are there',
      content: list(
        workload('StatefulSet', 'waypoint-server', 'hashicorp/waypoint:0.10.5'),
        workload('Deployment', 'waypoint-runner', 'hashicorp/waypoint:0.10.3', {
          spec: { replicas: 3 },
          status: { replicas: 3, updatedReplicas: 3 },
        }),
        workload('Deployment', 'waypoint-runner-old', 'hashicorp/waypoint:0.9.1', {
          spec: { replicas: 0 },
          status: { replicas: 0 },
        }),
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          metadata: { name: 'waypoint-bootstrap' },
          spec: { template: { spec: {} } },
          status: { succeeded: 1 },
        },
      ),
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server', count: 1 },
        { component: 'runner', version: '0.10.3', name: 'waypoint-runner', count: 3 },
      ],
      ignored: ['Deployment waypoint-runner-old (no replicas)', 'Job waypoint-bootstrap (not running)'],
    },
    {
      story:
        'a pod whose image never came as none that runs it, and one that has begun again as one that does',
      content: list(
        pod('waypoint-runner-7', [container('hashicorp/waypoint:0.10.9', runnerArgs)], {
          status: {
            phase: 'Pending',
            containerStatuses: [
              {
                image: 'hashicorp/waypoint:0.10.9',
                imageID: '',
                name: 'waypoint',
                ready: false,
                started: false,
                state: { waiting: { message: 'Back-off pulling image', reason: 'ImagePullBackOff' } },
              },
            ],
          },
        }),
        pod('waypoint-runner-8', [container('hashicorp/waypoint:0.10.5', runnerArgs)], {
          status: {
            containerStatuses: [
              {
                image: 'docker.io/hashicorp/waypoint:0.10.5',
                imageID: 'docker.io/hashicorp/waypoint@sha256:0123',
                name: 'waypoint',
                state: { waiting: { reason: 'CrashLoopBackOff' } },
              },
            ],
          },
        }),
      ),
      entries: [{ component: 'runner', version: '0.10.5', name: 'waypoint-runner-8' }],
      problems: ['image-not-running@items[0].spec.containers[0].image'],
    },
    {
      story: 'rollouts that are not finished as problems',
      content: list(
        workload('Deployment', 'waypoint-runner', 'hashicorp/waypoint:0.10.3', {
          spec: { replicas: 3 },
          status: { replicas: 3, updatedReplicas: 1 },
        }),
        workload('StatefulSet', 'waypoint-server', 'hashicorp/waypoint:0.10.5', {
          status: { currentRevision: 'waypoint-server-6d', updateRevision: 'waypoint-server-7f' },
        }),
        workload('StatefulSet', 'waypoint-static-runner', 'hashicorp/waypoint:0.10.5', {
          status: { observedGeneration: 2 },
        }),
        pod('waypoint-runner-7', [container('hashicorp/waypoint:0.10.5', runnerArgs)], {
          status: { containerStatuses: [{ image: 'docker.io/hashicorp/waypoint:0.10.3', name: 'waypoint' }] },
        }),
      ),
      entries: [],
      problems: ['image-not-running', 'rollout-not-finished', 'rollout-not-finished', 'rollout-not-finished'],
    },
    {
      story: 'pods that do not run, secrets and other objects as none of the fleet',
      content: list(
        pod('waypoint-server-0', [container('hashicorp/waypoint:0.10.5')], { owner: server }),
        pod(
          'waypoint-bootstrap-x7k2p',
          [container('hashicorp/waypoint:0.10.5', { args: ['server', 'bootstrap'] })],
          {
            owner: ['Job', 'waypoint-bootstrap'],
            status: { phase: 'Succeeded' },
          },
        ),
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'waypoint-server-token' },
          data: { token: 'MDEyMw==' },
        },
        { apiVersion: 'v1', kind: 'Service', metadata: { name: 'waypoint-ui' }, spec: {} },
      ),
      entries: [{ component: 'server', version: '0.10.5' }],
      secrets: ['the Secret "waypoint-server-token"'],
      ignored: ['waypoint-bootstrap-x7k2p (not running)', 'Service waypoint-ui'],
    },
    {
      story: 'one object of YAML, after a prompt',
      content: `$ kubectl get statefulset waypoint-server -o yaml
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: waypoint-server
  namespace: default
spec:
  replicas: 1
  template:
    metadata:
      labels:
        app: waypoint-server
    spec:
      containers:
      - command:
        - waypoint
        args: [server, run, -accept-tos]
        image: registry.corp:5000/mirror/hashicorp/waypoint:0.8.2
        name: server
`,
      entries: [{ component: 'server', version: '0.8.2', name: 'waypoint-server' }],
    },
    {
      story: 'several documents of YAML, with tags that say nothing',
      content: `apiVersion: v1
kind: Namespace
metadata:
  name: waypoint
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: waypoint-runner, namespace: waypoint, labels: {app: waypoint-runner}}
spec:
  replicas: 2
  template:
    spec:
      containers: [{name: waypoint-runner, image: "hashicorp/waypoint:latest"}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ci, namespace: waypoint}
spec:
  template:
    spec:
      containers: [{name: wp, image: "hashicorp/waypoint:0.10.5"}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: waypoint}
spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: odr, image: "hashicorp/waypoint-odr:0.10.5"}]}}}}}
`,
      entries: [{ component: 'on-demand-runner', version: '0.10.5', name: 'nightly' }],
      problems: ['not-a-version@6', 'unclear-component@15'],
      ignored: ['Namespace waypoint'],
    },
    {
      story: 'a Deployment and its ReplicaSet once',
      content: list(
        {
          ...workload('ReplicaSet', 'waypoint-runner-6c5d', 'hashicorp/waypoint:0.10.3'),
          metadata: {
            labels: { 'pod-template-hash': '6c5d' },
            name: 'waypoint-runner-6c5d',
            namespace: 'waypoint',
            ownerReferences: [{ controller: true, kind: 'Deployment', name: 'waypoint-runner' }],
          },
        },
        workload('Deployment', 'waypoint-runner', 'hashicorp/waypoint:0.10.3'),
      ),
      entries: [{ component: 'runner', version: '0.10.3', name: 'waypoint-runner', count: 1 }],
    },
    {
      story:
        'pods of a Deployment by its name, a sidecar among the init containers, and secrets without their values',
      content: list(
        ...['x2x7k', 'q9w2z'].map((id) =>
          pod(
            `runners-6c5d-${id}`,
            [
              container('hashicorp/waypoint:0.10.3', {
                ...runnerArgs,
                env: [{ name: 'WAYPOINT_SERVER_TOKEN', value: '0123' }],
              }),
            ],
            {
              owner: ['ReplicaSet', 'runners-6c5d'],
              labels: { 'pod-template-hash': '6c5d' },
              spec: {
                initContainers: [
                  { image: 'hashicorp/waypoint:0.8.2', name: 'wait' },
                  { image: 'hashicorp/waypoint-odr:0.10.5', name: 'builder', restartPolicy: 'Always' },
                ],
              },
            },
          ),
        ),
        pod('runners-7f8g-new11', [container('hashicorp/waypoint:0.10.3', runnerArgs)], {
          owner: ['ReplicaSet', 'runners-7f8g'],
          labels: { 'pod-template-hash': '7f8g' },
          status: { containerStatuses: [], phase: 'Pending' },
        }),
      ),
      entries: [
        { component: 'runner', version: '0.10.3', name: 'runners/waypoint', count: 2 },
        { component: 'on-demand-runner', version: '0.10.5', name: 'runners/builder', count: 2 },
      ],
      problems: ['image-not-running'],
      ignored: ['hashicorp/waypoint:0.8.2 (init container)', 'hashicorp/waypoint:0.8.2 (init container)'],
      secrets: ['the variable WAYPOINT_SERVER_TOKEN of the container waypoint of Deployment runners'],
    },
    {
      story: 'pods that have no status yet beside others of their owner',
      content: list(
        pod('waypoint-runner-0', [container('hashicorp/waypoint:0.10.3', runnerArgs)], {
          owner: ['StatefulSet', 'waypoint-runner'],
        }),
        pod('waypoint-runner-1', [container('hashicorp/waypoint:0.10.3', runnerArgs)], {
          owner: ['StatefulSet', 'waypoint-runner'],
          status: { containerStatuses: [], phase: 'Pending' },
        }),
      ),
      entries: [{ component: 'runner', version: '0.10.3', name: 'waypoint-runner', count: 2 }],
    },
    {
      story: 'a pod that is waiting for its place as none that runs',
      content: list(
        pod('waypoint-server-0', [container('hashicorp/waypoint:0.11.4', { args: ['server', 'run'] })], {
          owner: ['StatefulSet', 'waypoint-server'],
          status: {
            phase: 'Pending',
            conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
          },
        }),
      ),
      entries: [],
      problems: ['image-not-running'],
    },
    {
      story: 'DaemonSets with as many pods as they are to have',
      catalog: 'kubernetes',
      content: list(
        {
          ...workload('DaemonSet', 'kube-proxy', 'registry.k8s.io/kube-proxy:v1.27.3'),
          status: { desiredNumberScheduled: 12, updatedNumberScheduled: 12, observedGeneration: 3 },
        },
        {
          ...workload('DaemonSet', 'kube-proxy-arm', 'registry.k8s.io/kube-proxy-arm64:v1.27.3'),
          status: { desiredNumberScheduled: 4, updatedNumberScheduled: 3, observedGeneration: 3 },
        },
      ),
      entries: [{ component: 'kube-proxy', version: '1.27.3', name: 'kube-proxy', count: 12 }],
      problems: ['rollout-not-finished'],
    },
    {
      story: 'what is called like the product beside a sidecar as one problem',
      content: list(
        pod('waypoint-server-0', [
          { image: 'corp/wp:0.10.5', name: 'main' },
          { image: 'fluent/fluent-bit:2.1', name: 'logs' },
        ]),
      ),
      entries: [],
      problems: ['unknown-image'],
      ignored: ['fluent/fluent-bit:2.1'],
    },
    {
      story: 'nodes with their pools and roles, and no version of kube-proxy that nobody told',
      catalog: 'kubernetes',
      content: list(
        node('cp-1', 'v1.27.3', { 'node-role.kubernetes.io/control-plane': '' }),
        node('web-1', 'v1.27.3-gke.100', { 'cloud.google.com/gke-nodepool': 'web' }),
        node('web-2', 'v1.27.3-gke.100', { 'cloud.google.com/gke-nodepool': 'web' }),
        node('edge', 'v1.26.4+k3s1'),
        node('new', ''),
      ),
      entries: [
        { component: 'kubelet', version: '1.27.3', name: 'cp-1', labels: { roles: 'control-plane' } },
        {
          component: 'kubelet',
          version: '1.27.3',
          name: 'web-1',
          labels: { pool: 'web', build: 'v1.27.3-gke.100' },
        },
        { component: 'kubelet', version: '1.27.3', name: 'web-2' },
        { component: 'kubelet', version: '1.26.4+k3s1', name: 'edge' },
      ],
      problems: [
        'kube-proxy-not-told@items[0].status.nodeInfo.kubeProxyVersion',
        'vendor-build@items[1].status.nodeInfo.kubeletVersion',
        'not-a-version@items[4].status.nodeInfo.kubeletVersion',
      ],
    },
    {
      story: 'control planes in the middle of a rolling upgrade by the oldest of them',
      catalog: 'kubernetes',
      content: list(
        apiserver('cp-1', 'v1.28.2'),
        apiserver('cp-2', 'v1.27.3'),
        apiserver('cp-3', 'v1.27.3'),
        node('cp-1', 'v1.27.3'),
        proxy(
          '7xk2p',
          '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.26.2-minimal-eksbuild.1',
        ),
        proxy(
          'q9w2z',
          '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.26.2-minimal-eksbuild.1',
        ),
      ),
      entries: [
        { component: 'kube-apiserver', version: '1.27.3', name: 'kube-apiserver', count: 3 },
        { component: 'kube-proxy', version: '1.26.2', name: 'kube-proxy', count: 2 },
        { component: 'kubelet', version: '1.27.3', name: 'cp-1' },
      ],
      problems: ['rolling-upgrade', 'vendor-build'],
    },
  ],
};
