/**
 * `kubectl version` after staging/src/k8s.io/kubectl/pkg/cmd/version of its releases, and `oc version` after
 * github.com/openshift/oc.
 */
import type { SampleSet } from '../sample';

const info = (gitVersion: string) => ({
  major: '1',
  minor: gitVersion.split('.')[1],
  gitVersion,
  gitCommit: '2c9c67a6a6f3b0bbc9ba4a2a0c3bb3e0f2b1d0a1',
  gitTreeState: 'clean',
  buildDate: '2023-06-14T09:53:42Z',
  goVersion: 'go1.20.5',
  compiler: 'gc',
  platform: 'linux/amd64',
});

const long = (gitVersion: string) =>
  `version.Info{Major:"1", Minor:"21", GitVersion:"${gitVersion}", GitCommit:"092fbfbf53427de67cac1e9fa54aaa09a28371d7", GitTreeState:"clean", BuildDate:"2021-06-16T12:59:11Z", GoVersion:"go1.16.5", Compiler:"gc", Platform:"linux/amd64"}`;

export const sampleSet: SampleSet = {
  catalog: 'kubernetes',
  samples: [
    {
      story: 'the lines since 1.28',
      content: `$ kubectl version
Client Version: v1.28.2
Kustomize Version: v5.0.4-0.20230601165947-6ce0bf390ce3
Server Version: v1.27.3-gke.100
`,
      entries: [
        { component: 'kubectl', version: '1.28.2', name: 'kubectl' },
        { component: 'kube-apiserver', version: '1.27.3', labels: { build: 'v1.27.3-gke.100' } },
      ],
      problems: ['vendor-build@4'],
    },
    {
      story: 'the long form before, with its warnings',
      content: `WARNING: This version information is deprecated and will be replaced with the output from kubectl version --short.  Use --output=yaml|json to get the full version.
Client Version: ${long('v1.21.2')}
Server Version: ${long('v1.19.7')}
WARNING: version difference between client (1.21) and server (1.19) exceeds the supported minor version skew of +/-1
`,
      entries: [
        { component: 'kubectl', version: '1.21.2' },
        { component: 'kube-apiserver', version: '1.19.7' },
      ],
    },
    {
      story: 'JSON',
      content: JSON.stringify(
        {
          clientVersion: info('v1.28.3-eks-e71965b'),
          kustomizeVersion: 'v5.0.4',
          serverVersion: info('v1.28.5-eks-5e0fdde'),
        },
        undefined,
        2,
      ),
      entries: [
        { component: 'kubectl', version: '1.28.3' },
        { component: 'kube-apiserver', version: '1.28.5' },
      ],
      problems: ['vendor-build@clientVersion.gitVersion', 'vendor-build@serverVersion.gitVersion'],
    },
    {
      story: 'YAML of a client alone',
      content: `clientVersion:
  buildDate: "2023-06-14T09:53:42Z"
  gitVersion: v1.27.3
  major: "1"
  minor: "27"
kustomizeVersion: v5.0.1
`,
      entries: [{ component: 'kubectl', version: '1.27.3' }],
    },
    {
      story: 'an API server that does not answer',
      content: `Client Version: v1.29.1
Kustomize Version: v5.0.4-0.20230601165947-6ce0bf390ce3
The connection to the server localhost:8080 was refused - did you specify the right host or port?
`,
      entries: [{ component: 'kubectl', version: '1.29.1' }],
      problems: ['server-not-reached@3'],
    },
    {
      story: 'OpenShift, of which Kubernetes has a version of its own',
      content: `Client Version: 4.14.0
Kustomize Version: v5.0.1
Server Version: 4.14.1
Kubernetes Version: v1.27.6+f67aeb3
`,
      entries: [{ component: 'kube-apiserver', version: '1.27.6+f67aeb3' }],
      ignored: ["OpenShift's oc 4.14.0", "OpenShift's server 4.14.1"],
    },
    {
      story: 'several, with a pre-release and a build of k3s',
      content: `Client Version: v1.30.0-beta.0
Server Version: v1.29.1+k3s2
Client Version: v1.28.2
`,
      entries: [
        { component: 'kubectl', version: '1.30.0-beta.0', name: 'kubectl' },
        { component: 'kube-apiserver', version: '1.29.1+k3s2' },
        { component: 'kubectl', version: '1.28.2', name: 'kubectl (2)' },
      ],
    },
  ],
};
