/** Which task definitions and services of Amazon ECS are in a file? Kept is what rows are made of, and nothing else. */
import { formatPath } from '../../engine/model';
import { describeSecrets } from '../find-secrets';
import { countOf, type Fields, fieldsOf, listOf, textOf, textsOf } from '../json-fields';
import type { Material } from '../material';
import type { Place } from '../reader';

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly at: Place;
}

export interface Definition {
  /** '' where it is one that was not registered. */
  readonly arn: string;
  readonly family: string;
  /** `waypoint-server:7`, the last part of its ARN. */
  readonly revision: string;
  readonly containers: readonly Container[];
}

/** The tasks of a service that run one definition: there is more than one while it is being deployed. */
export interface Tasks {
  /** The definition's ARN, or its last part. */
  readonly definition: string;
  readonly count: number | undefined;
}

export interface Service {
  readonly name: string;
  readonly at: Place;
  readonly tasks: readonly Tasks[];
}

export const lastPart = (arn: string) => arn.replace(/^.*\//s, '');

/** The fields of task definitions, as they come and within what `describe-task-definition` wraps around them. */
function findDefinitions({
  documents,
}: Material): { json: Fields; placeOf: (...inner: (string | number)[]) => Place }[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }) => {
    const outer = fieldsOf(value);
    const path = 'taskDefinition' in outer ? ['taskDefinition'] : [];
    const json = path.length === 0 ? outer : fieldsOf(outer.taskDefinition);
    if (!Array.isArray(json.containerDefinitions)) return [];
    const placeOf = (...inner: (string | number)[]) => ({
      path: formatPath([...path, ...inner]),
      ...(!isOne && { line }),
    });
    return [{ json, placeOf }];
  });
}

const revisionOf = ({ taskDefinitionArn, family }: Fields) =>
  lastPart(textOf(taskDefinitionArn)) || textOf(family);

export function definitionsIn(material: Material): Definition[] {
  return findDefinitions(material).map(({ json, placeOf }) => ({
    arn: textOf(json.taskDefinitionArn),
    family: textOf(json.family),
    revision: revisionOf(json),
    containers: listOf(json.containerDefinitions).map((container, i) => {
      const { name, image, entryPoint, command } = fieldsOf(container);
      return {
        name: textOf(name),
        image: textOf(image),
        command: [...textsOf(entryPoint), ...textsOf(command)],
        at: placeOf('containerDefinitions', i, 'image'),
      };
    }),
  }));
}

/** Variables with their values here; ECS keeps its own secrets elsewhere, and they are references. */
export function secretsIn(material: Material): string[] {
  return findDefinitions(material).flatMap(({ json }) =>
    listOf(json.containerDefinitions)
      .map(fieldsOf)
      .flatMap(({ name, environment }) => {
        const variables = listOf(environment).map((variable) => textOf(fieldsOf(variable).name));
        return describeSecrets(variables, `the container ${textOf(name)} of ${revisionOf(json)}`);
      }),
  );
}

function tasksOf({ deployments, taskDefinition, desiredCount }: Fields): Tasks[] {
  const running = listOf(deployments)
    .map(fieldsOf)
    .map((one) => ({ definition: textOf(one.taskDefinition), count: countOf(one.runningCount) }))
    .filter(({ definition, count }) => definition !== '' && count !== undefined && count > 0);
  if (running.length > 0) return running;
  return [{ definition: textOf(taskDefinition), count: countOf(desiredCount) }];
}

export function servicesIn({ documents }: Material): Service[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }) =>
    listOf(fieldsOf(value).services).flatMap((item, i): Service[] => {
      const json = fieldsOf(item);
      const name = textOf(json.serviceName);
      if (name === '') return [];
      const at = { path: formatPath(['services', i]), ...(!isOne && { line }) };
      return [{ name, at, tasks: tasksOf(json) }];
    }),
  );
}

/** Whether a service tells what it runs: others have services with a name, too. */
export const hasDeployments = ({ documents }: Material): boolean =>
  documents.values.some(({ value }) =>
    listOf(fieldsOf(value).services)
      .map(fieldsOf)
      .some((json) => textOf(json.serviceName) !== '' && ('taskDefinition' in json || 'deployments' in json)),
  );
