/**
 * Reads objects of Kubernetes as `kubectl get … -o json` or `-o yaml` prints them, alone, in a list or as several
 * documents. Pods say what runs; a template only what a new pod would run, so that it counts where its pods are not in the
 * file. Pods of one owner and version are one row.
 */
import { type Catalog, compareVersions, readVersion } from '../../engine/model';
import { describeSecrets } from '../find-secrets';
import { type GroupMember, identifyGroup } from '../identify-group';
import { readImageReference } from '../image-reference';
import { fieldsOf, listOf, pairsOf, textOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Reader, Reading, Remark, RowProblem } from '../reader';
import { joinServers } from '../server-members';
import { readNode, remarkOnProxy } from './kubernetes-node';
import {
  describeNeverRan,
  type KubernetesObject,
  PENDING,
  type PodContainer,
  readPod,
} from './kubernetes-pod';
import { findRollout, replicasOf, TEMPLATES } from './kubernetes-template';

const READ_KINDS = new Set(['Pod', 'Node', ...TEMPLATES.keys()]);
/** How many documents are looked at to recognise them. */
const SEEN = 20;

function unfold(
  value: unknown,
  path: readonly (string | number)[],
  line: number | undefined,
  listed = '',
): KubernetesObject[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => unfold(item, [...path, i], line));
  const json = fieldsOf(value);
  const kind = textOf(json.kind) || listed;
  if (Array.isArray(json.items) && /List$/.test(kind)) {
    const items = kind.replace(/List$/, '');
    return json.items.flatMap((item, i) => unfold(item, [...path, 'items', i], line, items));
  }
  const { name, namespace } = fieldsOf(json.metadata);
  return [{ kind, name: textOf(name), namespace: textOf(namespace), json, path, line }];
}

function objectsIn({ documents }: Material): KubernetesObject[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }) => unfold(value, [], isOne ? undefined : line));
}

interface Owner {
  readonly kind: string;
  readonly name: string;
}

const cut = (name: string, ending: string) =>
  ending !== '' && name.endsWith(`-${ending}`) ? name.slice(0, -ending.length - 1) : name;

/** What makes a pod, or a ReplicaSet, anew: its Deployment, its StatefulSet; else itself, without its node's name. */
function ownerOf({ kind, name, json }: KubernetesObject): Owner {
  const { ownerReferences, labels } = fieldsOf(json.metadata);
  const owner = listOf(ownerReferences)
    .map(fieldsOf)
    .find((one) => one.controller === true);
  const [ownerKind, ownerName] = [textOf(owner?.kind), textOf(owner?.name)];
  if (ownerKind === 'Node') return { kind, name: cut(name, textOf(fieldsOf(json.spec).nodeName)) };
  const hash = pairsOf(labels).get('pod-template-hash') ?? '';
  const replicaSet = kind === 'ReplicaSet' ? name : ownerKind === 'ReplicaSet' ? ownerName : '';
  if (cut(replicaSet, hash) !== replicaSet) return { kind: 'Deployment', name: cut(replicaSet, hash) };
  return ownerName === '' ? { kind, name } : { kind: ownerKind, name: ownerName };
}

/** Pods with the same containers, or the template of such pods. */
interface Group {
  readonly owner: Owner;
  readonly ownerKey: string;
  readonly members: readonly (GroupMember & { readonly container: PodContainer })[];
  readonly isTemplate: boolean;
  readonly problem: RowProblem | undefined;
  count: number | undefined;
}

interface Pods {
  readonly groups: Group[];
  readonly templates: Group[];
  readonly ignored: string[];
  readonly secrets: Set<string>;
}

const keyOf = (namespace: string, { kind, name }: Owner) => `${namespace}/${kind}/${name}`;

function groupOf(object: KubernetesObject, at: readonly string[], owner: Owner, found: Pods): Group {
  const { containers, initImages, labels } = readPod(object, at);
  found.ignored.push(...initImages.map((image) => `${image} (init container)`));
  const { name, namespace } = object;
  const isTemplate = object.kind !== 'Pod';
  for (const { name: own, variables } of containers) {
    const holder = `the container ${own} of ${owner.kind} ${owner.name}`;
    for (const secret of describeSecrets(variables, holder)) found.secrets.add(secret);
  }
  return {
    owner,
    ownerKey: keyOf(namespace, owner),
    members: containers.map((container) => ({
      container,
      name: container.name,
      workload: {
        image: container.image,
        command: container.command,
        labels,
        names: [container.name, owner.name, name],
      },
      row: {
        name: owner.name,
        labels: new Map(namespace === '' ? [] : [['namespace', namespace]]),
        at: container.at,
        ...(isTemplate && { isTemplate }),
      },
    })),
    isTemplate,
    problem: isTemplate ? findRollout(object) : undefined,
    count: isTemplate ? replicasOf(object) : 1,
  };
}

/** What the pod is to run, where that is not what it runs: its image was changed, or has never been there. */
function findNotRunning({ image, running, waiting }: PodContainer): RowProblem | undefined {
  if (waiting !== undefined) return describeNeverRan(image, waiting);
  const [wanted, found] = [image, running].map((text) => readVersion(readImageReference(text).tag ?? ''));
  if (wanted === undefined || found === undefined || compareVersions(wanted, found) === 0) return undefined;
  const message = `The pod is to run ${wanted}, and its status says that it runs ${found}. Wait until it is ready and read it again; if it stays so, \`kubectl describe pod\` says why.`;
  return { code: 'image-not-running', message, cell: 'version' };
}

function takePod(pod: KubernetesObject, byContents: Map<string, Group>, found: Pods): void {
  const phase = textOf(fieldsOf(pod.json.status).phase);
  if (phase === 'Succeeded' || phase === 'Failed') {
    found.ignored.push(`${pod.name} (not running)`);
    return;
  }
  const group = groupOf(pod, [], ownerOf(pod), found);
  const contents = group.members.map(({ container }) => [
    container.name,
    container.image,
    findNotRunning(container)?.message,
  ]);
  const key = JSON.stringify([group.ownerKey, contents]);
  const same = byContents.get(key);
  if (same !== undefined) {
    same.count = (same.count ?? 0) + 1;
    return;
  }
  byContents.set(key, group);
  found.groups.push(group);
}

function takeTemplate(object: KubernetesObject, at: readonly string[], found: Pods): void {
  if (replicasOf(object) === 0) {
    const why = object.kind === 'Job' ? 'not running' : 'no replicas';
    found.ignored.push(`${object.kind} ${object.name} (${why})`);
    return;
  }
  const owner = object.kind === 'ReplicaSet' ? ownerOf(object) : { kind: object.kind, name: object.name };
  found.templates.push(groupOf(object, at, owner, found));
}

/** Pods that are only waiting for their place count with others of their owner that run the same images. */
function joinPending(groups: readonly Group[]): Group[] {
  const keyOfImages = ({ ownerKey, members }: Group) =>
    JSON.stringify([ownerKey, members.map(({ container }) => [container.name, container.image])]);
  const isPending = ({ members }: Group) => members.every(({ container }) => container.waiting === PENDING);
  const running = new Map(
    groups.filter((group) => !isPending(group)).map((group) => [keyOfImages(group), group]),
  );
  return groups.filter((group) => {
    const same = isPending(group) ? running.get(keyOfImages(group)) : undefined;
    if (same !== undefined) same.count = (same.count ?? 0) + (group.count ?? 0);
    return same === undefined;
  });
}

/** A ReplicaSet whose Deployment is there says the same again. */
function isSaidAgain(object: KubernetesObject, all: ReadonlySet<string>): boolean {
  const owner = ownerOf(object);
  return (
    object.kind === 'ReplicaSet' && owner.kind !== object.kind && all.has(keyOf(object.namespace, owner))
  );
}

function rowsOf(group: Group, catalog: Catalog, ignored: string[]): FoundRow[] {
  const { rows, ignored: foreign } = identifyGroup(group.members, catalog);
  for (const { workload } of foreign) {
    for (let i = 0; i < (group.isTemplate ? 1 : (group.count ?? 1)); i++) ignored.push(workload.image);
  }
  return rows.map(({ row, member }) => {
    const problem = row.problem ?? group.problem ?? findNotRunning(member.container);
    return {
      ...row,
      cells: { ...row.cells, ...(group.count !== undefined && { count: String(group.count) }) },
      ...(problem !== undefined && { problem }),
    };
  });
}

/** What pods that are made anew would run, where it is not what runs. */
function compareTemplate(
  group: Group,
  template: readonly FoundRow[],
  pods: readonly FoundRow[],
): readonly Remark[] {
  return template.flatMap((row): Remark[] => {
    const said = row.cells.version ?? '';
    const running = pods.filter(({ cells }) => cells.component === row.cells.component);
    const versions = running.map(({ cells }) => cells.version ?? '');
    if (row.problem !== undefined || running.length === 0 || versions.includes(said)) return [];
    const { kind, name } = group.owner;
    const message = `The ${kind} ${name} names ${said}, and its pods run ${[...new Set(versions)].join(', ')}: a pod that is made anew will run ${said}. What runs is taken; make the two agree before an upgrade.`;
    return [{ code: 'template-differs', message, ...row.at, isDropped: false }];
  });
}

function readAll(objects: readonly KubernetesObject[], catalog: Catalog): Reading {
  const pods: Pods = { groups: [], templates: [], ignored: [], secrets: new Set() };
  const { ignored, secrets } = pods;
  const nodeRows: FoundRow[] = [];
  const byContents = new Map<string, Group>();
  const all = new Set(objects.map((object) => keyOf(object.namespace, object)));
  for (const object of objects) {
    const at = TEMPLATES.get(object.kind);
    if (object.kind === 'Secret') secrets.add(`the Secret "${object.name}"`);
    else if (object.kind === 'Pod') takePod(object, byContents, pods);
    else if (at !== undefined && !isSaidAgain(object, all)) takeTemplate(object, at, pods);
    else if (at === undefined) {
      const row = object.kind === 'Node' ? readNode(object, catalog) : undefined;
      if (row === undefined) ignored.push(`${object.kind} ${object.name}`.trim());
      else nodeRows.push(row);
    }
  }
  const byOwner = new Map<string, FoundRow[]>();
  for (const group of joinPending(pods.groups)) {
    const rows = rowsOf(group, catalog, ignored);
    const earlier = byOwner.get(group.ownerKey);
    if (earlier === undefined) byOwner.set(group.ownerKey, rows);
    else earlier.push(...rows);
  }
  const remarks: Remark[] = [];
  const templateRows: FoundRow[] = [];
  for (const group of pods.templates) {
    const running = byOwner.get(group.ownerKey);
    if (running === undefined) templateRows.push(...rowsOf(group, catalog, ignored));
    else remarks.push(...compareTemplate(group, rowsOf(group, catalog, []), running));
  }
  const running = joinServers([...byOwner.values()].flat(), catalog, clusterOf);
  const rows = [...running.rows, ...templateRows, ...nodeRows];
  const nodes = objects.filter(({ kind }) => kind === 'Node');
  return {
    rows,
    ignored,
    secrets: [...secrets],
    remarks: [...running.remarks, ...remarks, ...remarkOnProxy(nodes, rows, catalog)],
  };
}

const clusterOf = ({ cells }: FoundRow) => `${cells.labels.get('namespace')}/${cells.name}`;

function looksLikeObject({ kind, json }: KubernetesObject): boolean {
  return READ_KINDS.has(kind) && Object.keys(fieldsOf(json.metadata)).length > 0;
}

export const kubernetesObjects: Reader = {
  id: 'kubernetes-objects',
  name: '`kubectl get … -o json` or `-o yaml`',
  looksAt: 'documents',
  recognise({ documents }) {
    for (const { value, line } of documents.values.slice(0, SEEN)) {
      const { apiVersion, kind, metadata } = fieldsOf(Array.isArray(value) ? value[0] : value);
      if (typeof apiVersion !== 'string' || typeof kind !== 'string') continue;
      const objects = unfold(value, [], line);
      if (objects.some(looksLikeObject) || /List$/.test(kind)) {
        return {
          sureness: 'certain',
          why: `It has an object of Kubernetes with apiVersion and kind ${kind.slice(0, 60)}.`,
        };
      }
      if (typeof metadata === 'object') {
        return {
          sureness: 'likely',
          why: 'It has an object with apiVersion, kind and metadata, as Kubernetes has.',
        };
      }
    }
    return undefined;
  },
  read: (material, catalog) => readAll(objectsIn(material), catalog),
};
