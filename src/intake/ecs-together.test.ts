/** Services and task definitions of ECS complete each other, whichever comes first and in whatever files they are. */
import { describe, expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import type { IntakeFile } from './intake-file';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

const { catalog } = loadShipped('waypoint');
const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition';

interface Defined {
  family: string;
  revision?: number;
  image: string;
  arn?: string;
}

const definition = ({ family, revision = 1, image, arn = ARN }: Defined) =>
  JSON.stringify({
    taskDefinition: {
      taskDefinitionArn: `${arn}/${family}:${revision}`,
      family,
      containerDefinitions: [
        {
          name: family,
          image,
          command: family.includes('server') ? ['server', 'run'] : ['runner', 'agent'],
          environment: [{ name: 'WAYPOINT_SERVER_TOKEN', value: 'abc' }],
        },
        { name: 'logs', image: 'fluent-bit:2' },
      ],
    },
  });
const services = (...all: { name: string; runs: string; count: number }[]) =>
  JSON.stringify({
    services: all.map(({ name, runs, count }) => ({
      serviceName: name,
      desiredCount: count,
      taskDefinition: runs,
    })),
  });

const SERVER = definition({ family: 'waypoint-server', revision: 7, image: 'hashicorp/waypoint:0.10.5' });
const RUNNER = definition({ family: 'waypoint-runner', revision: 2, image: 'hashicorp/waypoint:0.11.1' });
const SERVICES = services(
  { name: 'main', runs: `${ARN}/waypoint-server:7`, count: 1 },
  { name: 'builders', runs: `${ARN}/waypoint-runner:2`, count: 3 },
  { name: 'web', runs: `${ARN}/web:1`, count: 9 },
);
const FILES = { 'server.json': SERVER, 'runner.json': RUNNER, 'services.json': SERVICES };

async function read(files: Readonly<Record<string, string>>, more: Record<string, Partial<IntakeFile>> = {}) {
  const result = await readFiles(
    await Promise.all(
      Object.entries(files).map(async ([name, text]) => ({
        name,
        material: await prepareMaterial(text),
        ...more[name],
      })),
    ),
    catalog,
  );
  const fileOf = (name: string) => result.files.find((file) => file.name === name);
  return {
    result,
    fileOf,
    entries: result.entries.map(({ name, component, version, count }) => [name, component, version, count]),
    problems: result.problems.map(({ file, code, path }) => `${file} ${code}@${path}`),
  };
}

const ORDERS = [
  ['server.json', 'runner.json', 'services.json'],
  ['services.json', 'runner.json', 'server.json'],
  ['server.json', 'services.json', 'runner.json'],
] as const;

describe('outputs of ECS in several files', () => {
  it.each(ORDERS)('gives each service its image and its count: %s, %s, %s', async (...names) => {
    const { entries, problems, result } = await read(
      Object.fromEntries(names.map((name) => [name, FILES[name]])),
    );
    expect(entries).toEqual([
      ['main', 'server', '0.10.5', 1],
      ['builders', 'runner', '0.11.1', 3],
    ]);
    expect(problems).toEqual([]);
    expect(result.uncounted).toEqual([]);
    expect(result.rows).toBe(2);
  });

  it('says of each file what was taken from where', async () => {
    const { fileOf } = await read(FILES);
    expect(fileOf('services.json')?.recognised?.why).toMatch(
      /The images of waypoint-server:7, waypoint-runner:2 were taken from server\.json, runner\.json\.$/,
    );
    expect(fileOf('server.json')?.recognised?.why).toMatch(
      /How many run of waypoint-server:7 is told by services\.json; the rows are there\.$/,
    );
    expect([fileOf('services.json')?.rows, fileOf('server.json')?.rows]).toEqual([2, 0]);
    expect(fileOf('services.json')?.ignored).toEqual(['fluent-bit:2', 'fluent-bit:2', 'web']);
    expect(fileOf('server.json')?.secrets).toHaveLength(1);
    expect(fileOf('services.json')?.secrets).toEqual([]);
  });

  it('reads both from one paste with commands between them, and says nothing of other files', async () => {
    const text = `$ aws ecs describe-services --cluster a\n${SERVICES}\n$ aws ecs describe-task-definition\n${SERVER}\n$ aws ecs describe-task-definition\n${RUNNER}\n`;
    const { entries, fileOf } = await read({ paste: text });
    expect(entries.map(([name, , , count]) => [name, count])).toEqual([
      ['main', 1],
      ['builders', 3],
    ]);
    expect(fileOf('paste')?.recognised?.why).not.toContain('taken from');
  });

  it('joins JSON and YAML of one paste', async () => {
    const yaml = `services:\n- serviceName: main\n  desiredCount: 2\n  taskDefinition: ${ARN}/waypoint-server:7\n`;
    const text = `$ aws ecs describe-services --output yaml\n${yaml}\n$ aws ecs describe-task-definition\n${SERVER}\n`;
    expect((await read({ paste: text })).entries).toEqual([['main', 'server', '0.10.5', 2]]);
  });

  it('tells apart definitions of one name in several accounts', async () => {
    const other = 'arn:aws:ecs:eu-west-1:999999999999:task-definition';
    const files = {
      'a.json': definition({ family: 'waypoint-runner', image: 'hashicorp/waypoint:0.11.1' }),
      'b.json': definition({ family: 'waypoint-runner', image: 'hashicorp/waypoint:0.9.0', arn: other }),
    };
    const run = (runs: string) =>
      read({ ...files, 's.json': services({ name: 'waypoint-runner', runs, count: 5 }) });
    const b = await run(`${other}/waypoint-runner:1`);
    expect(b.entries).toContainEqual(['waypoint-runner', 'runner', '0.11.1', 1]);
    expect(b.entries).toContainEqual(['waypoint-runner (2)', 'runner', '0.9.0', 5]);
    // Which of the two is meant is not known, and not guessed.
    const unclear = await run('waypoint-runner:1');
    expect(unclear.problems).toContain('s.json no-version@services[0]');
    expect(unclear.entries.map(([, , version, count]) => [version, count])).toEqual([
      ['0.11.1', 1],
      ['0.9.0', 1],
    ]);
  });

  it('names the place in the file of the service where its image says no version', async () => {
    const { problems } = await read({
      'd.json': definition({ family: 'waypoint-server', image: 'hashicorp/waypoint:latest' }),
      's.json': services({ name: 'main', runs: `${ARN}/waypoint-server:1`, count: 1 }),
    });
    expect(problems).toEqual(['s.json not-a-version@services[0]']);
  });

  it('takes what two files of services say for one', async () => {
    const { entries, fileOf } = await read({ ...FILES, 'again.json': SERVICES });
    expect(entries.map(([name, , , count]) => [name, count])).toEqual([
      ['main', 1],
      ['builders', 3],
    ]);
    expect(fileOf('again.json')?.alreadyKnown).toBe(2);
  });

  it('leaves a correction with its row when another file brings rows before it', async () => {
    const both = services(
      { name: 'edge', runs: `${ARN}/plain:1`, count: 2 },
      { name: 'waypoint-server', runs: `${ARN}/gone:3`, count: 1 },
    );
    const before = await read({ 's.json': both });
    const number = before.result.problems[0]?.row?.number ?? 0;
    const corrections = [{ number, component: 'server', version: '0.8.2', count: '1' }];
    const plain = definition({ family: 'plain', image: 'hashicorp/waypoint:0.11.1' });
    const { entries } = await read({ 's.json': both, 'd.json': plain }, { 's.json': { corrections } });
    expect(entries).toEqual([
      ['edge', 'runner', '0.11.1', 2],
      ['waypoint-server', 'server', '0.8.2', 1],
    ]);
  });

  it('goes on telling what other files say beside them', async () => {
    const { entries } = await read({
      'services.json': SERVICES,
      'fleet.csv': 'name,component,version,count\nci,cli,0.9.1,12\n',
      'server.json': SERVER,
    });
    expect(entries.map(([name]) => name)).toEqual(['ci', 'main']);
  });
});
