/**
 * Reads Compose files, and what `docker compose config` makes of them: services with their images, as templates of what
 * is to run. Variables stand for what only that command knows: an image that has one in its version is a problem.
 */
import { type Catalog, formatPath } from '../../engine/model';
import { describeSecrets } from '../find-secrets';
import { rowOfWorkload, UNKNOWN_IMAGE } from '../identify-workload';
import { countOf, type Fields, fieldsOf, listOf, pairsOf, textOf, textsOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Place, Reader, Remark, RowProblem } from '../reader';

interface Service {
  readonly name: string;
  readonly json: Fields;
  placeOf(...inner: string[]): Place;
}

/** What becomes of a service: a row, a remark, or nothing that is the product's. */
interface ServiceRead {
  readonly row?: FoundRow;
  readonly remarks: readonly Remark[];
  readonly ignored?: string;
}

const RESOLVE = 'Run `docker compose config`, and read what it prints.';
const SHOWN = 100;

const KEYS = ['image', 'build', 'extends'];
const isService = (value: unknown) => KEYS.some((key) => fieldsOf(value)[key] !== undefined);
const isFile = (value: unknown) => {
  const services = Object.values(fieldsOf(fieldsOf(value).services));
  return services.length > 0 && services.some(isService);
};

function filesIn({ documents }: Material) {
  const isOne = documents.values.length === 1;
  return documents.values
    .filter(({ value }) => isFile(value))
    .map(({ value, line }) => ({
      json: fieldsOf(value),
      placeOf: (...path: string[]): Place => ({ path: formatPath(path), ...(!isOne && { line }) }),
    }));
}

type ComposeFile = ReturnType<typeof filesIn>[number];

function servicesOf({ json, placeOf }: ComposeFile): Service[] {
  return Object.entries(fieldsOf(json.services)).map(([name, service]) => ({
    name,
    json: fieldsOf(service),
    placeOf: (...inner) => placeOf('services', name, ...inner),
  }));
}

/** `$$` is a dollar. */
const hasVariable = (text: string) => /\$(?!\$)[{\w]/.test(text.replaceAll('$$', ''));

const wordsOf = (value: unknown) => (typeof value === 'string' ? value.split(/\s+/) : textsOf(value));

/** Names and values, as a mapping or as `name=value`. */
function pairsIn(value: unknown): Map<string, string> {
  if (!Array.isArray(value)) return pairsOf(value);
  return new Map(
    textsOf(value).map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function notResolved(what: string, cell: 'version' | 'count'): RowProblem {
  const message = `${what} is left to variables, whose values are not in this file. ${RESOLVE}`;
  return { code: 'not-resolved', message, cell };
}

const unclearImage = (service: string, image: string) =>
  notResolved(`The image of ${service.slice(0, SHOWN)}, "${image.slice(0, SHOWN)}",`, 'version');

function notHere(service: string): RowProblem {
  const message = `${service.slice(0, SHOWN)} takes its image from elsewhere (extends). ${RESOLVE}`;
  return { code: 'not-resolved', message, cell: 'version' };
}

const lastPart = (path: string) => path.replace(/^.*\//s, '');

/** Whether an image that is not known for one of the product's could be one by its variables. */
function couldBe(image: string, catalog: Catalog): boolean {
  const reduced = image.replace(/\$\{[^}]*\}*|\$\w+/g, '$');
  const named = reduced.replace(/@.*$/s, '');
  const colon = named.indexOf(':', named.lastIndexOf('/'));
  const path = colon < 0 ? named : named.slice(0, colon);
  const last = lastPart(path);
  const known = Object.values(catalog.components).flatMap(({ signs }) => signs?.images ?? []);
  return last.includes('$') || (path.includes('$') && known.some((own) => lastPart(own) === last));
}

/** How many containers; `undefined` where the file does not tell. */
function replicasOf({ json }: Service): number | string | undefined {
  const deploy = fieldsOf(json.deploy);
  if (deploy.mode === 'global') return undefined;
  const given = deploy.replicas ?? json.scale;
  if (given === undefined || given === null) return 1;
  return countOf(given) ?? String(given).slice(0, SHOWN);
}

function findProblem({ name, json }: Service, row: FoundRow): RowProblem | undefined {
  const image = textOf(json.image);
  const shown = name.slice(0, SHOWN);
  if (image === '' && json.build !== undefined) {
    const message = `${shown} is built from a Dockerfile, and which version that makes is not in this file. \`docker compose images\` tells which image it has; look at its labels, or ask the running part, and add it by hand.`;
    return { code: 'no-version', message, cell: 'version' };
  }
  if (image === '') return notHere(name);
  // Which component it is has to be known first.
  if (row.problem !== undefined && row.problem.code !== UNKNOWN_IMAGE) return row.problem;
  const isForeign = row.problem !== undefined && !hasVariable(image);
  if (isForeign) return row.problem;
  if (row.problem !== undefined || hasVariable(row.cells.version ?? '')) return unclearImage(name, image);
  return hasVariable(row.cells.count ?? '') ? notResolved(`How often ${shown} runs`, 'count') : undefined;
}

function remarksOn({ name, json, placeOf }: Service): Remark[] {
  const shown = name.slice(0, SHOWN);
  const remarks: Remark[] = [];
  if (fieldsOf(json.deploy).mode === 'global') {
    const message = `${shown} runs once on every node, and the file does not tell how many there are. It counts as one: correct the count.`;
    remarks.push({ code: 'no-count', message, ...placeOf('deploy', 'mode'), isDropped: false });
  }
  const profiles = listOf(json.profiles);
  if (profiles.length > 0) {
    const message = `${shown} only runs where one of its profiles is chosen (${textsOf(profiles).join(', ').slice(0, SHOWN)}). It counts all the same: delete it where it does not run.`;
    remarks.push({ code: 'profile', message, ...placeOf('profiles'), isDropped: false });
  }
  return remarks;
}

function readService(service: Service, catalog: Catalog): ServiceRead {
  const { name, json, placeOf } = service;
  const image = textOf(json.image);
  const own = textOf(json.container_name);
  const replicas = replicasOf(service);
  if (replicas === 0) return { ignored: `${name} (no replicas)`, remarks: [] };
  const row = rowOfWorkload(
    {
      image,
      command: [...wordsOf(json.entrypoint), ...wordsOf(json.command)],
      labels: pairsIn(json.labels),
      names: own === '' || hasVariable(own) ? [name] : [own, name],
    },
    catalog,
    {
      name: own === '' || hasVariable(own) ? name : own,
      count: replicas === undefined ? undefined : String(replicas),
      at: placeOf(...KEYS.filter((key) => json[key] !== undefined).slice(0, 1)),
      placeOf: ({ cell }) =>
        cell === 'count' ? placeOf(json.scale === undefined ? 'deploy' : 'scale') : undefined,
      isTemplate: true,
    },
  );
  if (row !== undefined) {
    const problem = findProblem(service, row);
    return {
      row: problem === undefined ? row : { ...row, problem },
      remarks: problem === undefined ? remarksOn(service) : [],
    };
  }
  if (image === '' && json.extends !== undefined) {
    return { remarks: [{ ...notHere(name), ...placeOf('extends'), isDropped: true }] };
  }
  if (!couldBe(image, catalog)) return { ignored: image === '' ? `${name} (built)` : image, remarks: [] };
  return { remarks: [{ ...unclearImage(name, image), ...placeOf('image'), isDropped: true }] };
}

function remarkOnOthers({ json, placeOf }: ComposeFile): Remark[] {
  if (json.include === undefined) return [];
  const message = `Other files are included, and what they hold is not here. ${RESOLVE}`;
  return [{ code: 'not-resolved', message, ...placeOf('include'), isDropped: true }];
}

function secretsOf({ name, json }: Service): string[] {
  const variables = [...pairsIn(json.environment)].filter(([, value]) => value !== '');
  return describeSecrets(
    variables.map(([variable]) => variable),
    `the service ${name}`,
  );
}

export const compose: Reader = {
  id: 'compose',
  name: 'a Compose file, or `docker compose config`',
  looksAt: 'documents',
  recognise(material) {
    return filesIn(material).length === 0
      ? undefined
      : {
          sureness: 'certain',
          why: 'It has services with an image or a build, as Compose files do.',
        };
  },
  read(material, catalog) {
    const files = filesIn(material);
    const services = files.flatMap(servicesOf);
    const found = services.map((service) => readService(service, catalog));
    return {
      rows: found.flatMap(({ row }) => (row === undefined ? [] : [row])),
      ignored: found.flatMap(({ ignored }) => (ignored === undefined ? [] : [ignored])),
      secrets: services.flatMap(secretsOf),
      remarks: [...files.flatMap(remarkOnOthers), ...found.flatMap(({ remarks }) => remarks)],
    };
  },
};
