/**
 * Which component is this container, and which version does its image say?
 *
 * The catalog knows: its components have `signs`. The image says which product it is; where components share an image, the
 * command tells them apart, else a label, else a name. What an image of the product has no version for becomes a row all
 * the same, so that it is said and not lost; an image that is none of the product's is nobody's row.
 */
import { type Catalog, readVersion, type Signs } from '../engine/model';
import { type ImageReference, readImageReference } from './image-reference';
import type { FoundRow } from './reader';

export interface Workload {
  readonly image: string;
  /** Entry point and arguments, as words. */
  readonly command?: readonly string[];
  readonly labels?: ReadonlyMap<string, string>;
  /** Of the container and of what it belongs to: pod, task, service. */
  readonly names?: readonly string[];
  /** Labels that come with the image: only `docker inspect` and the like show them. */
  readonly imageLabels?: ReadonlyMap<string, string>;
}

/** What a row has beside: its name, how many there are, and where it stands. */
export interface WorkloadRow extends Pick<FoundRow, 'at' | 'placeOf' | 'isInstance' | 'isTemplate'> {
  /** What the file calls it; absent: the component's name is taken. */
  readonly name?: string | undefined;
  readonly count?: string | undefined;
  readonly labels?: ReadonlyMap<string, string>;
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();

type Candidate = readonly [component: string, signs: Signs];

const signsByCatalog = new WeakMap<Catalog, readonly Candidate[]>();

/** The components that can be told by something. */
function signsOf(catalog: Catalog): readonly Candidate[] {
  const known = signsByCatalog.get(catalog);
  if (known !== undefined) return known;
  const signs = Object.entries(catalog.components).flatMap(([id, { signs }]): Candidate[] =>
    signs === undefined ? [] : [[id, signs]],
  );
  signsByCatalog.set(catalog, signs);
  return signs;
}

/** The repository itself, or at the end of a longer path, as in a mirror. A name without a slash has to be all of it. */
function isImageOf(repository: string, image: string): boolean {
  return repository === image || (image.includes('/') && repository.endsWith(`/${image}`));
}

/** `server run` in `/usr/bin/waypoint server run -vv`. */
function hasWords(command: readonly string[], words: string): boolean {
  return ` ${command.join(' ')} `.includes(` ${words} `);
}

/**
 * What platforms put behind a name: an ordinal, hashes of Kubernetes (they have no vowels), ids of Swarm and Nomad. None puts
 * more than four there, and without a bound the ways to read a row of digits would double with each.
 */
const SUFFIX = String.raw`(?:[-_.](?:\d+|[b-df-hj-np-tv-xz\d]{5,10}|[a-z\d]{25}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})){0,4}`;

const MAX_NAME = 300;

const patterns = new Map<string, RegExp>();

function patternOf(sign: string): RegExp {
  let pattern = patterns.get(sign);
  if (pattern === undefined) {
    const escaped = sign.replace(/[^\w\s-]/g, String.raw`\$&`);
    pattern = new RegExp(`(?:^|[-_./])${escaped}${SUFFIX}$`, 'i');
    patterns.set(sign, pattern);
  }
  return pattern;
}

const isNameOf = (name: string, sign: string) => name.length <= MAX_NAME && patternOf(sign).test(name.trim());

const byName =
  (names: readonly string[]) =>
  ([, signs]: Candidate) =>
    (signs.names ?? []).some((sign) => names.some((name) => isNameOf(name, sign)));

/** Of components that ship in the same image, those that the strongest sign points to. */
function tellApart(candidates: readonly Candidate[], workload: Workload): readonly Candidate[] {
  const { command = [], labels = NO_LABELS, names = [] } = workload;
  const tests: ((candidate: Candidate) => boolean)[] = [
    ([, signs]) => (signs.commands ?? []).some((words) => hasWords(command, words)),
    ([, signs]) => Object.entries(signs.labels ?? {}).some(([key, value]) => labels.get(key) === value),
    byName(names),
  ];
  let left = candidates;
  for (const test of tests) {
    if (left.length <= 1) break;
    const fitting = left.filter(test);
    if (fitting.length > 0) left = fitting;
  }
  return left;
}

/** The version in the tag, else in a label of the image; else what stands there instead of one. */
function versionIn({ tag, digest }: ImageReference, signs: Signs, workload: Workload): string {
  const variant = signs.variants?.find((ending) => tag?.endsWith(ending));
  const said = variant === undefined ? tag : tag?.slice(0, -variant.length);
  if (said !== undefined && readVersion(said) !== undefined) return said;
  for (const label of signs.versionLabels ?? []) {
    const value = workload.imageLabels?.get(label);
    if (value !== undefined && readVersion(value) !== undefined) return value;
  }
  return said ?? digest ?? 'latest';
}

const shorten = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** The code of the problem that a container is called like the product's, and its image is another. */
export const UNKNOWN_IMAGE = 'unknown-image';

/** The row of a container; `undefined` where it is none of the product's: count its image as ignored. */
export function rowOfWorkload(workload: Workload, catalog: Catalog, row: WorkloadRow): FoundRow | undefined {
  const image = readImageReference(workload.image);
  const known = signsOf(catalog);
  const shipping = known.filter(([, signs]) => signs.images?.some((own) => isImageOf(image.repository, own)));
  // An image that the catalog does not know, in a container that is called like one of the product's.
  const isRenamed = shipping.length === 0;
  const candidates = isRenamed ? known.filter(byName(workload.names ?? [])) : tellApart(shipping, workload);
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  const [component, signs] = first;
  const { at, placeOf, isInstance, isTemplate } = row;
  const name = catalog.components[component]?.name ?? component;
  const found: FoundRow = {
    cells: {
      name: row.name,
      component,
      version: versionIn(image, signs, workload),
      count: row.count,
      protocols: [],
      labels: row.labels ?? NO_LABELS,
    },
    at,
    fallbackName: name.toLowerCase(),
    ...(placeOf !== undefined && { placeOf }),
    ...(isInstance !== undefined && { isInstance }),
    ...(isTemplate !== undefined && { isTemplate }),
  };
  if (others.length > 0) {
    const all = candidates.map(([id]) => catalog.components[id]?.name ?? id).join(' or ');
    const message = `The image ${shorten(workload.image)} is that of ${all}, and neither command, labels nor name tell which this is. Look at its command, and add it by hand.`;
    return { ...found, problem: { code: 'unclear-component', message, cell: 'component' } };
  }
  if (isRenamed && image.repository !== '') {
    const message = `This is called like the ${name}, and its image ${shorten(workload.image)} is none that the catalog knows. If it is one, add it by hand.`;
    return { ...found, problem: { code: UNKNOWN_IMAGE, message, cell: 'version' } };
  }
  return found;
}
