/** Objects of Kubernetes for tests: the fields that matter, and some that come with them. */

type Json = Record<string, unknown>;

export const list = (...items: Json[]) =>
  JSON.stringify({ apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } }, undefined, 4);

export const container = (image: string, more: Json = {}) => ({
  args: ['server', 'run', '-accept-tos', '-vv', '-db=/data/data.db'],
  command: ['waypoint'],
  image,
  imagePullPolicy: 'Always',
  name: 'waypoint',
  ...more,
});

interface PodOptions {
  owner?: [kind: string, name: string];
  labels?: Json;
  namespace?: string;
  spec?: Json;
  status?: Json;
}

export function pod(name: string, containers: Json[], options: PodOptions = {}): Json {
  const { owner, labels = {}, namespace = 'waypoint', spec = {}, status = {} } = options;
  const [kind, ownerName] = owner ?? [];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      creationTimestamp: '2023-02-20T10:12:01Z',
      labels,
      name,
      namespace,
      ...(kind !== undefined && {
        ownerReferences: [
          { apiVersion: 'apps/v1', blockOwnerDeletion: true, controller: true, kind, name: ownerName },
        ],
      }),
    },
    spec: { containers, nodeName: 'node-1', ...spec },
    status: {
      containerStatuses: containers.map(({ name: own, image }) => ({ image, name: own, ready: true })),
      phase: 'Running',
      ...status,
    },
  };
}

export const workload = (
  kind: string,
  name: string,
  image: string,
  more: { spec?: Json; status?: Json } = {},
) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { generation: 3, labels: { app: name }, name, namespace: 'waypoint' },
  spec: {
    replicas: 1,
    ...more.spec,
    template: {
      metadata: { labels: { component: name.includes('runner') ? 'runner' : 'server' } },
      spec: { containers: [{ image, name: 'waypoint' }] },
    },
  },
  status: { observedGeneration: 3, replicas: 1, updatedReplicas: 1, ...more.status },
});

export const server = ['StatefulSet', 'waypoint-server'] as [string, string];
export const runner = ['StatefulSet', 'waypoint-static-runner'] as [string, string];
export const runnerArgs = { args: ['runner', 'agent', '-id=static', '-vv'] };

export const node = (name: string, kubelet: string, labels: Json = {}) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { labels: { 'kubernetes.io/hostname': name, ...labels }, name },
  status: {
    nodeInfo: {
      containerRuntimeVersion: 'containerd://1.7.2',
      kernelVersion: '5.15.0',
      kubeProxyVersion: kubelet,
      kubeletVersion: kubelet,
      operatingSystem: 'linux',
    },
  },
});

export const apiserver = (on: string, version: string) =>
  pod(
    `kube-apiserver-${on}`,
    [
      {
        command: ['kube-apiserver'],
        image: `registry.k8s.io/kube-apiserver:${version}`,
        name: 'kube-apiserver',
      },
    ],
    {
      owner: ['Node', on],
      namespace: 'kube-system',
      spec: { nodeName: on },
    },
  );

export const proxy = (hash: string, image: string) =>
  pod(`kube-proxy-${hash}`, [{ image, name: 'kube-proxy' }], {
    owner: ['DaemonSet', 'kube-proxy'],
    namespace: 'kube-system',
  });
