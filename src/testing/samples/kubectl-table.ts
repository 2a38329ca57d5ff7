/**
 * Tables of `kubectl get`, after the columns in pkg/printers/internalversion/printers.go of github.com/kubernetes/kubernetes
 * and the printers of custom columns in github.com/kubernetes/kubectl.
 */
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'columns of one’s own',
      content: `$ kubectl get pods -o custom-columns=NAME:.metadata.name,IMAGE:.spec.containers[*].image
NAME                       IMAGE
waypoint-server-0          docker.io/hashicorp/waypoint:0.10.5
waypoint-runner-0          docker.io/hashicorp/waypoint:0.10.3,fluent/fluent-bit:2.1
waypoint-static-runner-0   docker.io/hashicorp/waypoint:0.10.5
web-5d4f7c9b8-x2x7k        nginx:1.27
pause                      <none>
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server-0' },
        { component: 'runner', version: '0.10.3', name: 'waypoint-runner-0' },
        { component: 'runner', version: '0.10.5', name: 'waypoint-static-runner-0' },
      ],
      ignored: ['fluent/fluent-bit:2.1', 'nginx:1.27', 'pause'],
    },
    {
      story: 'workloads of several kinds with -o wide, tables one after another',
      content: `NAMESPACE   NAME                              READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES                              SELECTOR
waypoint    deployment.apps/waypoint-runner   3/3     3            3           40d   runner       hashicorp/waypoint:0.8.2            app=waypoint-runner
waypoint    deployment.apps/waypoint-old      0/0     0            0           90d   runner       hashicorp/waypoint:0.6.3            app=waypoint-runner
default     deployment.apps/web               2/2     2            2           90d   web,logs     nginx:1.27,fluent/fluent-bit:2.1    app=web

NAMESPACE   NAME                               READY   AGE   CONTAINERS        IMAGES
waypoint    statefulset.apps/waypoint-server   1/1     40d   server            hashicorp/waypoint:0.8.1
`,
      entries: [
        {
          component: 'runner',
          version: '0.8.2',
          name: 'waypoint-runner',
          count: 3,
          labels: { namespace: 'waypoint' },
        },
        { component: 'server', version: '0.8.1', name: 'waypoint-server', count: 1 },
      ],
      ignored: ['waypoint-old (no replicas)', 'nginx:1.27', 'fluent/fluent-bit:2.1'],
    },
    {
      story: 'tables one right after another',
      content: `NAME              AGE   CONTAINERS   IMAGES
waypoint-server   40d   server       hashicorp/waypoint:0.8.1
NAME                     AGE   CONTAINERS   IMAGES
waypoint-static-runner   40d   runner       hashicorp/waypoint:0.8.2
`,
      entries: [
        { component: 'server', version: '0.8.1', name: 'waypoint-server' },
        { component: 'runner', version: '0.8.2', name: 'waypoint-static-runner' },
      ],
    },
    {
      story: 'a rollout that is not finished, and lines that are out of place, as problems',
      content: `NAME              READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES                      SELECTOR
waypoint-runner   3/3     1            3           40d   runner       hashicorp/waypoint:0.10.3   app=waypoint-runner
waypoint-static-runner   1/1     1            1           40d   runner       hashicorp/waypoint:0.10.3   app=waypoint-runner
`,
      entries: [],
      problems: ['rollout-not-finished@2', 'misaligned@3'],
    },
    {
      story: 'pods without images as none that tell a version',
      content: `NAME                         READY   STATUS      RESTARTS      AGE   IP           NODE     NOMINATED NODE   READINESS GATES
waypoint-server-0            1/1     Running     0             40d   10.244.0.7   node-1   <none>           <none>
waypoint-bootstrap-x7k2p     0/1     Completed   0             40d   10.244.0.9   node-1   <none>           <none>
web-5d4f7c9b8-x2x7k          1/1     Running     2 (3d ago)    40d   10.244.0.8   node-1   <none>           <none>
`,
      entries: [],
      problems: ['no-version@2'],
      ignored: ['waypoint-bootstrap-x7k2p (not running)', 'web-5d4f7c9b8-x2x7k'],
    },
    {
      story: 'a label of its own column, and what nothing tells',
      content: `Name    Image                       Component
a-0     hashicorp/waypoint:0.10.5   server
b-0     hashicorp/waypoint:latest   runner
c-0     hashicorp/waypoint:0.10.5   <none>
`,
      entries: [{ component: 'server', version: '0.10.5', name: 'a-0' }],
      problems: ['not-a-version@3', 'unclear-component@4'],
    },
    {
      story: 'a heading of one’s own for the image',
      content: `NAME                CONTAINER-IMAGE
waypoint-server-0   hashicorp/waypoint:0.10.5
waypoint-runner-0   hashicorp/waypoint:0.10.3
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server-0' },
        { component: 'runner', version: '0.10.3', name: 'waypoint-runner-0' },
      ],
    },
    {
      story: 'nodes with columns of one’s own',
      catalog: 'kubernetes',
      content: `NAME     KUBELET
cp-1     v1.27.3
node-1   v1.28.5-eks-5e0fdde

NAME     VERSION
beta-1   v1.29.0-rc.1
`,
      entries: [
        { component: 'kubelet', version: '1.27.3', name: 'cp-1' },
        { component: 'kubelet', version: '1.28.5', name: 'node-1' },
        { component: 'kubelet', version: '1.29.0-rc.1', name: 'beta-1' },
      ],
      problems: ['vendor-build@3'],
    },
    {
      story: 'nodes',
      catalog: 'kubernetes',
      content: `ops@bastion:~$ kubectl get nodes -o wide
NAME     STATUS                     ROLES           AGE    VERSION               INTERNAL-IP   EXTERNAL-IP   OS-IMAGE             KERNEL-VERSION     CONTAINER-RUNTIME
cp-1     Ready                      control-plane   200d   v1.27.3               10.0.0.1      <none>        Ubuntu 22.04.3 LTS   5.15.0-84-generic  containerd://1.7.2
node-1   Ready,SchedulingDisabled   <none>          200d   v1.28.5-eks-5e0fdde   10.0.0.2      <none>        Ubuntu 22.04.3 LTS   5.15.0-84-generic  containerd://1.7.2
edge-1   NotReady                   <none>          20d    v1.26.4+k3s1          10.0.0.3      <none>        Ubuntu 22.04.3 LTS   5.15.0-84-generic  containerd://1.7.2
ops@bastion:~$ kubectl get nodes
NAME     STATUS   ROLES    AGE   VERSION
beta-1   Ready    <none>   2d    v1.29.0-rc.1
`,
      entries: [
        { component: 'kubelet', version: '1.27.3', name: 'cp-1', labels: { roles: 'control-plane' } },
        { component: 'kubelet', version: '1.28.5', name: 'node-1', labels: { build: 'v1.28.5-eks-5e0fdde' } },
        { component: 'kubelet', version: '1.26.4+k3s1', name: 'edge-1' },
        { component: 'kubelet', version: '1.29.0-rc.1', name: 'beta-1' },
      ],
      problems: ['vendor-build@4'],
    },
    {
      story: 'control planes of several versions by the oldest',
      catalog: 'kubernetes',
      content: `NAMESPACE     NAME                  IMAGE
kube-system   kube-apiserver-cp-1   registry.k8s.io/kube-apiserver:v1.28.2
kube-system   kube-apiserver-cp-2   registry.k8s.io/kube-apiserver:v1.27.3
kube-system   coredns-x7k2p         registry.k8s.io/coredns/coredns:v1.10.1
`,
      entries: [{ component: 'kube-apiserver', version: '1.27.3', name: 'kube-apiserver-cp-1', count: 2 }],
      problems: ['rolling-upgrade@3'],
      ignored: ['registry.k8s.io/coredns/coredns:v1.10.1'],
    },
    {
      story: 'pods whose images never came, and lines without one',
      content: `NAME                IMAGE                                STATUS
waypoint-runner-0   hashicorp/waypoint-odr:0.10.5        Running
waypoint-runner-1   hashicorp/waypoint-odr:0.11.4        ImagePullBackOff
waypoint-runner-2   hashicorp/waypoint-odr:0.11.4        Pending
waypoint-runner-3   <none>                               Running
`,
      entries: [{ component: 'on-demand-runner', version: '0.10.5', name: 'waypoint-runner-0' }],
      problems: ['image-not-running@3', 'image-not-running@4', 'no-version@5'],
    },
    {
      story: 'columns that tabs part',
      content:
        'NAME\tNAMESPACE\tIMAGE\nci\t\thashicorp/waypoint-odr:0.10.5\nci-2\tdev\thashicorp/waypoint-odr:0.10.3\tx\n',
      entries: [{ component: 'on-demand-runner', version: '0.10.5', name: 'ci' }],
      problems: ['misaligned@3'],
    },
  ],
};
