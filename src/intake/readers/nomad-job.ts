/** Reads a job of Nomad as `nomad job inspect` prints it: its groups with their count, their tasks with image or binary. */
import { type Catalog, formatPath } from '../../engine/model';
import { describeSecrets } from '../find-secrets';
import { type GroupMember, identifyGroup } from '../identify-group';
import { countOf, fieldsOf, listOf, pairsOf, textOf, textsOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Reader, RowProblem } from '../reader';

interface Task extends GroupMember {
  readonly driver: string;
  /** '' where none is named. */
  readonly program: string;
}

type Path = readonly (string | number)[];

interface Job {
  readonly json: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly line: number | undefined;
}

function jobsIn({ documents }: Material): Job[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }): Job[] => {
    const outer = fieldsOf(value);
    const isWrapped = 'Job' in outer;
    const json = isWrapped ? fieldsOf(outer.Job) : outer;
    const isJob = Array.isArray(json.TaskGroups) && typeof json.ID === 'string';
    return isJob ? [{ json, path: isWrapped ? ['Job'] : [], line: isOne ? undefined : line }] : [];
  });
}

/** What runs before or after the others, and not beside them. */
function isPassing(task: unknown): boolean {
  const { Hook, Sidecar } = fieldsOf(fieldsOf(task).Lifecycle);
  return textOf(Hook) !== '' && Sidecar !== true;
}

function readTask(json: unknown, group: string, { json: job, line }: Job, path: Path): Task {
  const { Name, Driver, Config } = fieldsOf(json);
  const { image, command, args, entrypoint } = fieldsOf(Config);
  const namespace = textOf(job.Namespace);
  const name = textOf(Name);
  return {
    name,
    driver: textOf(Driver),
    program: textOf(command),
    workload: {
      image: textOf(image),
      command: [...textsOf(entrypoint), textOf(command), ...textsOf(args)].filter((word) => word !== ''),
      names: [name, group, textOf(job.ID)],
    },
    row: {
      name: textOf(job.ID),
      labels: new Map(namespace === '' ? [] : [['namespace', namespace]]),
      at: {
        path: formatPath([...path, ...(textOf(image) === '' ? [] : ['Config', 'image'])]),
        ...(line !== undefined && { line }),
      },
      isTemplate: true,
    },
  };
}

/** What starts a task, and the program: `exec waypoint`. What follows the program may be secret. */
function describeProgram({ driver, program }: Task): string {
  const isPlain = /^[\w./-]{1,100}$/.test(program);
  return [driver.slice(0, 40), ...(isPlain ? [program] : [])].join(' ');
}

/** A binary of the host, or one that is downloaded: no image says its version. */
function findNoImage(task: Task): RowProblem | undefined {
  if (task.workload.image !== '') return undefined;
  const shown = describeProgram(task);
  const message = `This task runs without an image (${shown}), and nothing here says which version that is. Ask the running part for its version, and add it by hand.`;
  return { code: 'no-image', message, cell: 'version' };
}

function readGroup(json: unknown, job: Job, path: Path, catalog: Catalog, ignored: string[]): FoundRow[] {
  const { Name, Count, Tasks } = fieldsOf(json);
  const group = textOf(Name);
  const count = Count === undefined || Count === null ? 1 : countOf(Count);
  if (count === 0) {
    ignored.push(`${group} (count 0)`);
    return [];
  }
  const read = listOf(Tasks).map((task, i) => ({
    task: readTask(task, group, job, [...path, 'Tasks', i]),
    passes: isPassing(task),
  }));
  const found = identifyGroup(
    read.filter(({ passes }) => !passes).map(({ task }) => task),
    catalog,
  );
  for (const { task } of read.filter(({ passes }) => passes)) {
    ignored.push(`${task.workload.image || task.name} (runs once)`);
  }
  ignored.push(...found.ignored.map(({ name, workload }) => workload.image || name));
  return found.rows.map(({ row, member }) => {
    const problem = findNoImage(member) ?? row.problem;
    return {
      ...row,
      cells: { ...row.cells, ...(count !== undefined && { count: String(count) }) },
      ...(problem !== undefined && { problem }),
    };
  });
}

export const nomadJob: Reader = {
  id: 'nomad-job',
  name: '`nomad job inspect`',
  looksAt: 'documents',
  recognise(material) {
    if (jobsIn(material).length === 0) return undefined;
    return {
      sureness: 'certain',
      why: 'It has a job with an ID and TaskGroups, as `nomad job inspect` prints it.',
    };
  },
  read(material, catalog) {
    const rows: FoundRow[] = [];
    const secrets = new Set<string>();
    const ignored: string[] = [];
    for (const job of jobsIn(material)) {
      const { ID, Status, Stop, TaskGroups } = job.json;
      if (Stop === true || Status === 'dead') {
        ignored.push(`${textOf(ID)} (not running)`);
        continue;
      }
      for (const [i, group] of listOf(TaskGroups).entries()) {
        for (const task of listOf(fieldsOf(group).Tasks).map(fieldsOf)) {
          const holder = `the task ${textOf(task.Name)} of ${textOf(ID)}`;
          for (const secret of describeSecrets([...pairsOf(task.Env).keys()], holder)) secrets.add(secret);
        }
        rows.push(...readGroup(group, job, [...job.path, 'TaskGroups', i], catalog, ignored));
      }
    }
    return { rows, ignored, secrets: [...secrets] };
  },
};
