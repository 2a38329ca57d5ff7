/**
 * Reads `docker inspect` of containers and images, as a list or one object a line; Podman prints nearly the same.
 *
 * A container counts as it runs, one that has ended does not. The labels of its image, and the image itself where it is in
 * the file too, tell the version behind a tag like `latest`. Images alone are what could run.
 */
import { type Catalog, formatPath, readVersion } from '../../engine/model';
import { describeSecrets } from '../find-secrets';
import { rowOfWorkload, type Workload } from '../identify-workload';
import { readImageReference } from '../image-reference';
import { type Fields, fieldsOf, pairsOf, textOf, textsOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Place, Reader } from '../reader';

interface Inspected {
  readonly json: Fields;
  readonly config: Fields;
  placeOf(...inner: string[]): Place;
}

interface Objects {
  readonly containers: readonly Inspected[];
  readonly images: readonly Inspected[];
}

const SERVICE_LABEL = 'com.docker.compose.service';

const isContainer = ({ json, config }: Inspected) =>
  textOf(config.Image) !== '' && textOf(json.Name) !== '' && typeof json.State === 'object';
const isImage = ({ json }: Inspected) =>
  textOf(json.Id) !== '' && (Array.isArray(json.RepoTags) || Array.isArray(json.RepoDigests));

function objectsIn({ documents }: Material): Objects {
  const isOne = documents.values.length === 1;
  const all = documents.values.flatMap(({ value, line }) => {
    const list = Array.isArray(value) ? value : [value];
    return list.map((item, i): Inspected => {
      const json = fieldsOf(item);
      const path = Array.isArray(value) ? [i] : [];
      return {
        json,
        config: fieldsOf(json.Config),
        placeOf: (...inner) => ({ path: formatPath([...path, ...inner]), ...(!isOne && { line }) }),
      };
    });
  });
  return {
    containers: all.filter(isContainer),
    images: all.filter((one) => !isContainer(one) && isImage(one)),
  };
}

const nameOf = ({ json }: Inspected) => textOf(json.Name).replace(/^\//, '');
const idOf = (text: unknown) => textOf(text).replace(/^sha256:/, '');

/** Whether it has ended, or never began. */
function isOver({ json }: Inspected): boolean {
  const { Status, Running } = fieldsOf(json.State);
  return textOf(Status) === ''
    ? Running === false
    : /^(?:exited|stopped|created|configured|initialized|dead|removing|stopping)$/i.test(textOf(Status));
}

/** Old clients have one word where others have a list. */
const wordsOf = (value: unknown) => (typeof value === 'string' ? value.split(/\s+/) : textsOf(value));

const hasVersion = (reference: string) => readVersion(readImageReference(reference).tag ?? '') !== undefined;
const repositoryOf = (reference: string) => readImageReference(reference).repository;

/** What the image is called: by a version, where it is called by exactly one. */
function referenceOf(image: Inspected, repository?: string): string {
  const references = [...textsOf(image.json.RepoTags), ...textsOf(image.json.RepoDigests)]
    .filter((reference) => !reference.startsWith('<none>'))
    .filter((reference) => repository === undefined || repositoryOf(reference) === repository);
  const telling = references.filter(hasVersion);
  const versions = new Set(telling.map((one) => readVersion(readImageReference(one).tag ?? '')));
  const [first] = telling;
  // By several versions: none of them is certain.
  if (first !== undefined && versions.size > 1) return `${repositoryOf(first)}@${textOf(image.json.Id)}`;
  return first ?? references[0] ?? idOf(image.json.Id);
}

/** What the container was made from; where that says no version, what else its image is called. */
function imageOf({ config, json }: Inspected, image: Inspected | undefined): string {
  const own = textOf(config.Image);
  const known = repositoryOf(own) === '' ? textOf(json.ImageName) || own : own;
  if (image === undefined || hasVersion(known)) return known;
  const repository = repositoryOf(known);
  const other = referenceOf(image, repository === '' ? undefined : repository);
  return repository === '' || hasVersion(other) ? other : known;
}

function workloadOf(container: Inspected, image: Inspected | undefined): Workload {
  const { config } = container;
  const labels = pairsOf(config.Labels);
  const service = labels.get(SERVICE_LABEL);
  return {
    image: imageOf(container, image),
    command: [...wordsOf(config.Entrypoint), ...wordsOf(config.Cmd)],
    labels,
    names: [nameOf(container), ...(service === undefined ? [] : [service])],
    // A container has those of its image among its own, and may have changed them.
    imageLabels: image === undefined ? labels : pairsOf(image.config.Labels),
  };
}

function readContainer(
  container: Inspected,
  images: ReadonlyMap<string, Inspected>,
  catalog: Catalog,
): FoundRow | undefined {
  return rowOfWorkload(workloadOf(container, images.get(idOf(container.json.Image))), catalog, {
    name: nameOf(container),
    at: container.placeOf('Config', 'Image'),
    isInstance: true,
  });
}

function readImage(image: Inspected, catalog: Catalog): FoundRow | undefined {
  const { config } = image;
  const workload = {
    image: referenceOf(image),
    command: [...wordsOf(config.Entrypoint), ...wordsOf(config.Cmd)],
    imageLabels: pairsOf(config.Labels),
  };
  return rowOfWorkload(workload, catalog, { at: image.placeOf('RepoTags'), isTemplate: true });
}

function secretsOf({ config }: Inspected, owner: string): string[] {
  const variables = textsOf(config.Env).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && at < pair.length - 1 ? [pair.slice(0, at)] : [];
  });
  return describeSecrets(variables, owner);
}

export const dockerInspect: Reader = {
  id: 'docker-inspect',
  name: '`docker inspect` of containers and images',
  looksAt: 'documents',
  recognise(material) {
    const { containers, images } = objectsIn(material);
    if (containers.length > 0) {
      return {
        sureness: 'certain',
        why: 'It has objects with Config.Image and State, as `docker inspect` prints containers.',
      };
    }
    return images.length === 0
      ? undefined
      : {
          sureness: 'certain',
          why: 'It has objects with Id and RepoTags, as `docker inspect` prints images.',
        };
  },
  read(material, catalog) {
    const { containers, images } = objectsIn(material);
    const byId = new Map(images.map((image) => [idOf(image.json.Id), image]));
    const used = new Set(containers.map(({ json }) => idOf(json.Image)));
    const rows: FoundRow[] = [];
    const ignored: string[] = [];
    const keep = (row: FoundRow | undefined, name: string) => {
      if (row === undefined) ignored.push(name);
      else rows.push(row);
    };
    for (const container of containers) {
      if (isOver(container)) ignored.push(`${nameOf(container)} (not running)`);
      else keep(readContainer(container, byId, catalog), textOf(container.config.Image));
    }
    for (const [id, image] of byId) {
      if (containers.length === 0) keep(readImage(image, catalog), referenceOf(image));
      else if (!used.has(id)) ignored.push(`${referenceOf(image)} (not running)`);
    }
    return {
      rows,
      ignored,
      secrets: [
        ...containers.flatMap((one) => secretsOf(one, `the container ${nameOf(one)}`)),
        ...images.flatMap((one) => secretsOf(one, `the image ${referenceOf(one)}`)),
      ],
    };
  },
};
