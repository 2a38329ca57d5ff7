/**
 * Reads Amazon ECS: `aws ecs describe-task-definition` tells images, `describe-services` which definition how many tasks
 * run. A service counts the tasks of its definition, in whatever file and order the two come; alone it tells no version.
 */
import type { Catalog } from '../../engine/model';
import { type GroupMember, identifyGroup } from '../identify-group';
import { rowOfWorkload } from '../identify-workload';
import type { Material } from '../material';
import type { FoundRow, Reader, Together, WholeReading } from '../reader';
import {
  type Container,
  type Definition,
  definitionsIn,
  hasDeployments,
  lastPart,
  type Service,
  secretsIn,
  servicesIn,
  type Tasks,
} from './ecs-outputs';

/** One output among those that complete each other. */
interface Part {
  readonly fileName: string;
  readonly definitions: readonly Definition[];
  readonly services: readonly Service[];
  readonly secrets: readonly string[];
}

/** A definition, and the output that it is in. */
interface Located {
  readonly definition: Definition;
  readonly part: Part;
}

/** An ARN is that of one definition in one account; its last part may be that of several. */
const isFull = (arn: string) => arn.includes('/');

const isMeant = ({ arn, revision }: Definition, by: string) =>
  isFull(by) && isFull(arn) ? arn === by : revision !== '' && revision === lastPart(by);

/** What a row of a definition is called, and counted by. */
interface Named {
  readonly name: string;
  /** Absent where no service tells it. */
  readonly count?: number | undefined;
  /** Where its rows are, where the definition is in another file. */
  readonly at?: FoundRow['at'] | undefined;
}

function memberOf(container: Container, { family }: Definition, { name, at }: Named): GroupMember {
  return {
    name: container.name,
    workload: {
      image: container.image,
      command: container.command,
      names: [container.name, name, family].filter((word) => word !== ''),
    },
    row: { name, at: at ?? container.at, isTemplate: true },
  };
}

function readDefinition(
  definition: Definition,
  named: Named,
  catalog: Catalog,
  ignored: string[],
): FoundRow[] {
  const members = definition.containers.map((container) => memberOf(container, definition, named));
  const found = identifyGroup(members, catalog);
  ignored.push(...found.ignored.map(({ workload }) => workload.image));
  const { count } = named;
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
  const message = `The service ${name.slice(0, 100)} is there, and it does not tell which version it runs. \`aws ecs describe-task-definition --task-definition ${revision.slice(0, 200)}\` tells its image: bring that beside it to have the count too.`;
  return { ...row, problem: { code: 'no-version', message, cell: 'version' } };
}

const MOST_NAMED = 3;

function listNames(names: ReadonlySet<string>): string {
  const shown = [...names].slice(0, MOST_NAMED).map((name) => name.slice(0, 100));
  const more = names.size - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Rows that may come and go with other files are known by numbers of their own, apart from those of other readers. */
const FIRST_NUMBER = 1_000_000_000;
/** More than the containers of a definition, of which ECS allows ten: rows that it gives stay below those of the next. */
const STRIDE = 100;

class EcsOutputs implements Together {
  private readonly parts: Part[] = [];
  /** By its last part. */
  private readonly definitions = new Map<string, Located[]>();
  /** What services run. */
  private readonly running = new Map<string, { readonly tasks: Tasks; readonly part: Part }[]>();

  constructor(private readonly catalog: Catalog) {}

  add(material: Material, fileName: string): () => WholeReading {
    const byArn = definitionsIn(material).map((one) => [`${one.arn} ${one.revision}`, one] as const);
    const part: Part = {
      fileName,
      definitions: [...new Map(byArn).values()],
      services: servicesIn(material),
      secrets: secretsIn(material),
    };
    this.parts.push(part);
    for (const definition of part.definitions) {
      const alike = this.definitions.get(definition.revision) ?? [];
      this.definitions.set(definition.revision, alike);
      alike.push({ definition, part });
    }
    for (const tasks of part.services.flatMap((service) => service.tasks)) {
      const revision = lastPart(tasks.definition);
      const alike = this.running.get(revision) ?? [];
      this.running.set(revision, alike);
      alike.push({ tasks, part });
    }
    return () => this.read(part);
  }

  /** The definition that a service means; the one in the same output, where it is in several. */
  private find(by: string, part: Part): Located | undefined {
    const meant = (this.definitions.get(lastPart(by)) ?? []).filter(({ definition }) =>
      isMeant(definition, by),
    );
    const arns = new Set(meant.map(({ definition }) => definition.arn).filter(isFull));
    return arns.size > 1 ? undefined : (meant.find((one) => one.part === part) ?? meant[0]);
  }

  private readTasks(service: Service, { definition: by, count }: Tasks, part: Part, told: Told): FoundRow[] {
    if (count === 0) {
      told.ignored.push(`${service.name} (no tasks)`);
      return [];
    }
    const found = this.find(by, part);
    if (found !== undefined) {
      const isElsewhere = found.part !== part;
      if (found.part.fileName !== part.fileName) {
        told.images.add(found.definition.revision);
        told.imageFiles.add(found.part.fileName);
      }
      const named = { name: service.name, count, at: isElsewhere ? service.at : undefined };
      return readDefinition(found.definition, named, this.catalog, told.ignored);
    }
    const row = readUndefined(service, lastPart(by), this.catalog);
    if (row === undefined) told.ignored.push(service.name);
    return row === undefined ? [] : [row];
  }

  /** Rows of a definition that no service runs; of one that is run they are where its service is. */
  private readAlone(definition: Definition, part: Part, told: Told): FoundRow[] {
    const users = (this.running.get(definition.revision) ?? []).filter(
      ({ tasks, part: own }) => this.find(tasks.definition, own)?.definition.arn === definition.arn,
    );
    for (const { part: own } of users) {
      if (own.fileName === part.fileName) continue;
      told.counts.add(definition.revision);
      told.countFiles.add(own.fileName);
    }
    if (users.length > 0) return [];
    const name = definition.family || definition.revision.replace(/:\d+$/, '');
    return readDefinition(definition, { name }, this.catalog, told.ignored);
  }

  private read(part: Part): WholeReading {
    const told: Told = {
      ignored: [],
      images: new Set(),
      imageFiles: new Set(),
      counts: new Set(),
      countFiles: new Set(),
    };
    const ofFile = this.parts.filter(({ fileName }) => fileName === part.fileName);
    let first = FIRST_NUMBER * (1 + ofFile.indexOf(part));
    const number = (rows: readonly FoundRow[]): FoundRow[] => {
      const numbered = rows.map((row, i) => ({ ...row, number: first + i }));
      first += Math.max(STRIDE, rows.length);
      return numbered;
    };
    const rows = [
      ...part.services.flatMap((service) =>
        service.tasks.flatMap((tasks) => number(this.readTasks(service, tasks, part, told))),
      ),
      ...part.definitions.flatMap((definition) => number(this.readAlone(definition, part, told))),
    ];
    return { rows, ignored: told.ignored, secrets: part.secrets, ...noteOf(told) };
  }
}

/** What is said beside the rows. */
interface Told {
  readonly ignored: string[];
  /** Definitions of these services that are in other files. */
  readonly images: Set<string>;
  readonly imageFiles: Set<string>;
  /** Definitions that services in other files run. */
  readonly counts: Set<string>;
  readonly countFiles: Set<string>;
}

function noteOf({ images, imageFiles, counts, countFiles }: Told): { note?: string } {
  const notes = [
    images.size === 0 ? '' : `The images of ${listNames(images)} were taken from ${listNames(imageFiles)}.`,
    counts.size === 0
      ? ''
      : `How many run of ${listNames(counts)} is told by ${listNames(countFiles)}; the rows are there.`,
  ].filter((note) => note !== '');
  return notes.length === 0 ? {} : { note: notes.join(' ') };
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
    return hasDeployments(material)
      ? {
          sureness: 'certain',
          why: 'It has services with a serviceName, as `aws ecs describe-services` prints them.',
        }
      : undefined;
  },
  beginTogether: (catalog) => new EcsOutputs(catalog),
  read: (material, catalog) => new EcsOutputs(catalog).add(material, '')(),
};
