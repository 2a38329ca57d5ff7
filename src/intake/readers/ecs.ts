/**
 * Reads Amazon ECS: `aws ecs describe-task-definition` tells images, `describe-services` which definition how many tasks
 * run. Together in one file a service counts the tasks of its definition; alone it tells no version.
 */
import { type Catalog, formatPath } from '../../engine/model';
import { describeSecrets } from '../find-secrets';
import { type GroupMember, identifyGroup } from '../identify-group';
import { rowOfWorkload } from '../identify-workload';
import { countOf, type Fields, fieldsOf, listOf, textOf, textsOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Place, Reader } from '../reader';

interface Definition {
  readonly json: Fields;
  /** `waypoint-server:7`, the last part of its ARN. */
  readonly revision: string;
  placeOf(...inner: (string | number)[]): Place;
}

interface Service {
  readonly json: Fields;
  readonly name: string;
  readonly at: Place;
}

/** The tasks that a service runs, by definition: more than one while it is being deployed. */
interface Tasks {
  readonly revision: string;
  readonly count: number | undefined;
}

const lastPart = (arn: unknown) => textOf(arn).replace(/^.*\//s, '');

function definitionsIn({ documents }: Material): Definition[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }): Definition[] => {
    const outer = fieldsOf(value);
    const path = 'taskDefinition' in outer ? ['taskDefinition'] : [];
    const json = path.length === 0 ? outer : fieldsOf(outer.taskDefinition);
    if (!Array.isArray(json.containerDefinitions)) return [];
    const { taskDefinitionArn, family } = json;
    return [
      {
        json,
        revision: lastPart(taskDefinitionArn) || textOf(family),
        placeOf: (...inner) => ({ path: formatPath([...path, ...inner]), ...(!isOne && { line }) }),
      },
    ];
  });
}

/** Variables with their values here; ECS keeps its own secrets elsewhere, and they are references. */
function secretsOf({ json, revision }: Definition): string[] {
  return listOf(json.containerDefinitions)
    .map(fieldsOf)
    .flatMap(({ name, environment }) => {
      const variables = listOf(environment).map((variable) => textOf(fieldsOf(variable).name));
      return describeSecrets(variables, `the container ${textOf(name)} of ${revision}`);
    });
}

function servicesIn({ documents }: Material): Service[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }) =>
    listOf(fieldsOf(value).services).flatMap((item, i): Service[] => {
      const json = fieldsOf(item);
      const name = textOf(json.serviceName);
      if (name === '') return [];
      return [{ json, name, at: { path: formatPath(['services', i]), ...(!isOne && { line }) } }];
    }),
  );
}

function tasksOf({ json }: Service): Tasks[] {
  const running = listOf(json.deployments)
    .map(fieldsOf)
    .map((one) => ({ revision: lastPart(one.taskDefinition), count: countOf(one.runningCount) }))
    .filter(({ revision, count }) => revision !== '' && count !== undefined && count > 0);
  if (running.length > 0) return running;
  return [{ revision: lastPart(json.taskDefinition), count: countOf(json.desiredCount) }];
}

function memberOf(container: unknown, i: number, definition: Definition, name: string): GroupMember {
  const { name: own, image, entryPoint, command } = fieldsOf(container);
  return {
    name: textOf(own),
    workload: {
      image: textOf(image),
      command: [...textsOf(entryPoint), ...textsOf(command)],
      names: [textOf(own), name, textOf(definition.json.family)].filter((word) => word !== ''),
    },
    row: { name, at: definition.placeOf('containerDefinitions', i, 'image'), isTemplate: true },
  };
}

/** `count`: absent where no service tells it. */
function readDefinition(
  definition: Definition,
  name: string,
  count: number | undefined,
  catalog: Catalog,
  ignored: string[],
): FoundRow[] {
  const members = listOf(definition.json.containerDefinitions).map((json, i) =>
    memberOf(json, i, definition, name),
  );
  const found = identifyGroup(members, catalog);
  ignored.push(...found.ignored.map(({ workload }) => workload.image));
  return found.rows.map(({ row }) => ({
    ...row,
    cells: { ...row.cells, ...(count !== undefined && { count: String(count) }) },
  }));
}

function readUndefined({ name, at }: Service, revision: string, catalog: Catalog): FoundRow | undefined {
  const row = rowOfWorkload({ image: '', names: [name, revision.replace(/:\d+$/, '')] }, catalog, {
    name,
    at,
  });
  if (row === undefined) return undefined;
  const message = `The service ${name.slice(0, 100)} is there, and it does not tell which version it runs. \`aws ecs describe-task-definition --task-definition ${revision.slice(0, 200)}\` tells its image; put both into one file to have the count too.`;
  return { ...row, problem: { code: 'no-version', message, cell: 'version' } };
}

function readService(
  service: Service,
  definitions: ReadonlyMap<string, Definition>,
  catalog: Catalog,
  ignored: string[],
): FoundRow[] {
  return tasksOf(service).flatMap(({ revision, count }): FoundRow[] => {
    if (count === 0) {
      ignored.push(`${service.name} (no tasks)`);
      return [];
    }
    const definition = definitions.get(revision);
    if (definition !== undefined) {
      return readDefinition(definition, service.name, count, catalog, ignored);
    }
    const row = readUndefined(service, revision, catalog);
    if (row === undefined) ignored.push(service.name);
    return row === undefined ? [] : [row];
  });
}

export const ecs: Reader = {
  id: 'ecs',
  name: '`aws ecs describe-task-definition` and `describe-services`',
  looksAt: 'documents',
  recognise(material) {
    if (definitionsIn(material).length > 0) {
      return {
        sureness: 'certain',
        why: 'It has containerDefinitions, as `aws ecs describe-task-definition` prints them.',
      };
    }
    return servicesIn(material).some(({ json }) => 'taskDefinition' in json || 'deployments' in json)
      ? {
          sureness: 'certain',
          why: 'It has services with a serviceName, as `aws ecs describe-services` prints them.',
        }
      : undefined;
  },
  read(material, catalog) {
    const ignored: string[] = [];
    const definitions = new Map(definitionsIn(material).map((one) => [one.revision, one]));
    const services = servicesIn(material);
    const rows = services.flatMap((service) => readService(service, definitions, catalog, ignored));
    const used = new Set(services.flatMap(tasksOf).map(({ revision }) => revision));
    for (const [revision, definition] of definitions) {
      if (used.has(revision)) continue;
      const name = textOf(definition.json.family) || revision.replace(/:\d+$/, '');
      rows.push(...readDefinition(definition, name, undefined, catalog, ignored));
    }
    return { rows, ignored, secrets: [...definitions.values()].flatMap(secretsOf) };
  },
};
