/** What a node of Kubernetes says of its parts. */
import type { Catalog } from '../../engine/model';
import { fieldsOf, pairsOf, textOf } from '../json-fields';
import { findComponent } from '../read-row';
import type { FoundRow, Place, Remark } from '../reader';
import { type KubernetesObject, placeIn } from './kubernetes-pod';

interface KubernetesNode {
  readonly name: string;
  readonly version: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly at: Place;
  readonly placeOfVersion: Place;
}

/** The part that a node's version is of. */
const KUBELET = 'kubelet';

/** `undefined` where the catalog has no kubelets: then nodes are none of its business. */
export function rowOfNode(node: KubernetesNode, catalog: Catalog): FoundRow | undefined {
  const component = findComponent(catalog, KUBELET);
  if (component === undefined) return undefined;
  const { name, version, labels, at, placeOfVersion } = node;
  return {
    cells: { name, component, version, protocols: [], labels },
    at,
    fallbackName: KUBELET,
    placeOf: ({ cell }) => (cell === 'version' ? placeOfVersion : at),
    isReported: true,
  };
}

const nodeInfoOf = (json: unknown) => fieldsOf(fieldsOf(fieldsOf(json).status).nodeInfo);

/** Labels that say which pool a node is of. Sources: the documentation of GKE, EKS, eksctl, AKS and Karpenter. */
const POOL_LABELS = [
  'cloud.google.com/gke-nodepool',
  'eks.amazonaws.com/nodegroup',
  'alpha.eksctl.io/nodegroup-name',
  'kubernetes.azure.com/agentpool',
  'karpenter.sh/nodepool',
];
const ROLE = 'node-role.kubernetes.io/';

export function readNode(node: KubernetesObject, catalog: Catalog): FoundRow | undefined {
  const labels = pairsOf(fieldsOf(node.json.metadata).labels);
  const pool = POOL_LABELS.map((key) => labels.get(key)).find((value) => value !== undefined);
  const roles = [...labels.keys()].filter((key) => key.startsWith(ROLE)).map((key) => key.slice(ROLE.length));
  return rowOfNode(
    {
      name: node.name,
      version: textOf(nodeInfoOf(node.json).kubeletVersion),
      labels: new Map([
        ...(pool === undefined ? [] : [['pool', pool] as const]),
        ...(roles.length === 0 ? [] : [['roles', roles.join(',')] as const]),
      ]),
      at: placeIn(node),
      placeOfVersion: placeIn(node, 'status', 'nodeInfo', 'kubeletVersion'),
    },
    catalog,
  );
}

const KUBE_PROXY = 'kube-proxy';

/** Nodes repeat their kubelet's version as that of kube-proxy. Source: github.com/kubernetes/kubernetes/issues/117756. */
export function remarkOnProxy(
  nodes: readonly KubernetesObject[],
  rows: readonly FoundRow[],
  catalog: Catalog,
): Remark[] {
  const proxy = findComponent(catalog, KUBE_PROXY);
  const saying = nodes.find(({ json }) => nodeInfoOf(json).kubeProxyVersion);
  if (proxy === undefined || saying === undefined) return [];
  if (rows.some(({ cells }) => cells.component === proxy)) return [];
  const message =
    'The nodes say a version of kube-proxy too, and that is only their kubelet’s again: it is not taken. `kubectl -n kube-system get daemonset kube-proxy -o json` tells the real one.';
  const at = placeIn(saying, 'status', 'nodeInfo', 'kubeProxyVersion');
  return [{ code: 'kube-proxy-not-told', message, ...at, isDropped: true }];
}
