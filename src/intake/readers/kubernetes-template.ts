/** What a Deployment, a StatefulSet or the like says of the pods that it is to have. */
import { countOf, fieldsOf, textOf } from '../json-fields';
import type { RowProblem } from '../reader';
import type { KubernetesObject } from './kubernetes-pod';

const TEMPLATE = ['spec', 'template'];

/** Where the template of its pods stands. */
export const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Deployment', TEMPLATE],
  ['StatefulSet', TEMPLATE],
  ['DaemonSet', TEMPLATE],
  ['ReplicaSet', TEMPLATE],
  ['ReplicationController', TEMPLATE],
  ['Job', TEMPLATE],
  ['CronJob', ['spec', 'jobTemplate', ...TEMPLATE]],
]);

/** How many pods it is to have; `undefined` where it does not say. */
export function replicasOf({ kind, json }: KubernetesObject): number | undefined {
  const { replicas } = fieldsOf(json.spec);
  const status = fieldsOf(json.status);
  if (kind === 'DaemonSet') return countOf(status.desiredNumberScheduled);
  if (kind === 'Job') return countOf(status.active) ?? 0;
  if (kind === 'CronJob') return undefined;
  return replicas === undefined ? 1 : countOf(replicas);
}

/** Whether its pods may still be of an earlier template. */
function isRollingOut({ kind, json }: KubernetesObject): boolean {
  const status = fieldsOf(json.status);
  const seen = countOf(status.observedGeneration);
  const made = countOf(fieldsOf(json.metadata).generation);
  if (seen !== undefined && made !== undefined && seen < made) return true;
  const [have, updated] =
    kind === 'DaemonSet'
      ? [countOf(status.desiredNumberScheduled), countOf(status.updatedNumberScheduled)]
      : [countOf(status.replicas), countOf(status.updatedReplicas)];
  if (kind === 'Deployment' || kind === 'DaemonSet') return (updated ?? 0) < (have ?? 0);
  const [current, next] = [textOf(status.currentRevision), textOf(status.updateRevision)];
  return kind === 'StatefulSet' && current !== '' && next !== '' && current !== next;
}

export function describeRollout(kind: string, name: string): RowProblem {
  const message = `The ${kind} ${name} has been changed, and not all of its pods have followed: which version they run does not stand here. Finish the rollout, or read the pods: \`kubectl get pods --all-namespaces -o json\`.`;
  return { code: 'rollout-not-finished', message, cell: 'version' };
}

export function findRollout(object: KubernetesObject): RowProblem | undefined {
  return isRollingOut(object) ? describeRollout(object.kind, object.name) : undefined;
}
