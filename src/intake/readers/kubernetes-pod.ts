/** Which containers does a pod, or a template of pods, of Kubernetes run? */
import { formatPath } from '../../engine/model';
import { type Fields, fieldsOf, listOf, pairsOf, textOf, textsOf } from '../json-fields';
import type { Place, RowProblem } from '../reader';

export interface KubernetesObject {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly json: Fields;
  /** Of the object in its file. */
  readonly path: readonly (string | number)[];
  /** Where the file has several documents. */
  readonly line: number | undefined;
}

export interface PodContainer {
  readonly name: string;
  readonly image: string;
  /** What the container runs, where it tells: after a change of its image it may still be the old one. */
  readonly running: string;
  /** Why it does not run and never did, by its status: `ImagePullBackOff`. */
  readonly waiting: string | undefined;
  readonly command: readonly string[];
  /** Names of environment variables whose values stand here, and not elsewhere. */
  readonly variables: readonly string[];
  readonly at: Place;
}

export interface PodParts {
  readonly containers: readonly PodContainer[];
  /** Images that only prepare the pod. */
  readonly initImages: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

export function placeIn({ path, line }: KubernetesObject, ...inner: (string | number)[]): Place {
  return { path: formatPath([...path, ...inner]), ...(line !== undefined && { line }) };
}

/** Of an init container that goes on running beside the others. */
const isSidecar = (container: unknown) => fieldsOf(container).restartPolicy === 'Always';

/** Of a pod of which nothing was begun yet. */
export const PENDING = 'Pending';

/** Its status names the image that is wanted until one was pulled: only its id says that one was. */
function findWaiting(status: Fields, phase: string): string | undefined {
  const { waiting } = fieldsOf(status.state);
  const isPending = phase === PENDING;
  if ((waiting === undefined && !isPending) || textOf(status.imageID) !== '') return undefined;
  return textOf(fieldsOf(waiting).reason) || (isPending ? phase : 'waiting');
}

/** `why`: what its status says. */
export function describeNeverRan(image: string, why: string): RowProblem {
  const message = `The pod is to run ${image.slice(0, 200)}, and its status says that it never has (${why.slice(0, 60)}): nothing of it runs. \`kubectl describe pod\` says why; leave it out, or mend it and read it again.`;
  return { code: 'image-not-running', message, cell: 'version' };
}

/** `at`: where in the object the pod is, with its `metadata` and `spec`. */
export function readPod(object: KubernetesObject, at: readonly string[]): PodParts {
  const pod = at.reduce<Fields>((json, key) => fieldsOf(json[key]), object.json);
  const spec = fieldsOf(pod.spec);
  const status = fieldsOf(pod.status);
  const statuses = [...listOf(status.containerStatuses), ...listOf(status.initContainerStatuses)];
  const statusOf = new Map(statuses.map(fieldsOf).map((one) => [textOf(one.name), one] as const));
  const read = (json: unknown, list: string, i: number): PodContainer => {
    const { name, image, command, args, env } = fieldsOf(json);
    const own = statusOf.get(textOf(name)) ?? {};
    return {
      name: textOf(name),
      image: textOf(image),
      running: textOf(own.image),
      waiting: findWaiting(own, textOf(status.phase)),
      command: [...textsOf(command), ...textsOf(args)],
      variables: listOf(env)
        .map(fieldsOf)
        .filter(({ value }) => textOf(value) !== '')
        .map((variable) => textOf(variable.name)),
      at: placeIn(object, ...at, 'spec', list, i, 'image'),
    };
  };
  const init = listOf(spec.initContainers);
  return {
    containers: [
      ...listOf(spec.containers).map((json, i) => read(json, 'containers', i)),
      ...init.flatMap((json, i) => (isSidecar(json) ? [read(json, 'initContainers', i)] : [])),
    ],
    initImages: init.filter((json) => !isSidecar(json)).map((json) => textOf(fieldsOf(json).image)),
    labels: new Map([
      ...pairsOf(fieldsOf(object.json.metadata).labels),
      ...pairsOf(fieldsOf(pod.metadata).labels),
    ]),
  };
}
