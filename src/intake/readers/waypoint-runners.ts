/**
 * Reads `waypoint runner list` (a table, or JSON: one object after another) and `waypoint runner inspect`. Neither tells a
 * runner's version: each that is there becomes a problem that says where its version is.
 */
import { type Catalog, formatPath } from '../../engine/model';
import { findBorderedTables } from '../bordered-table';
import { type Fields, fieldsOf, listOf, textOf } from '../json-fields';
import type { Material } from '../material';
import { findNamedValues } from '../named-values';
import type { FoundRow, Place, Reader } from '../reader';

interface Runner {
  readonly id: string;
  /** As the CLI calls it: `remote`, `on-demand`, `local`; '' where the output does not tell. */
  readonly kind: string;
  readonly state: string;
  /** `undefined` where the output does not tell. */
  readonly isOnline: boolean | undefined;
  readonly at: Place;
  readonly isMisaligned?: boolean;
}

/** The component that a runner of a kind is part of. */
const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['remote', 'runner'],
  ['on-demand', 'on-demand-runner'],
  ['local', 'client'],
]);

const HEADINGS = ['ID', 'STATE', 'KIND', 'LAST REGISTERED'];

const findTables = ({ lines }: Material) =>
  findBorderedTables(lines, (headings) => HEADINGS.every((heading) => headings.includes(heading)));

const findInspected = ({ lines }: Material) => findNamedValues(lines, ['ID', 'Adoption State', 'Kind']);

/** Fields that the message has beside its id; those that are zero are left out. */
const SIGNS = ['components', 'firstSeen', 'lastSeen', 'adoptionState', 'remote', 'odr', 'local'];
const MIN_SIGNS = 2;

const isRunner = (value: unknown) => {
  const fields = fieldsOf(value);
  return typeof fields.id === 'string' && SIGNS.filter((sign) => sign in fields).length >= MIN_SIGNS;
};

/** The objects of the CLI, also where somebody made a list of them, and the list of gRPC's ListRunners. */
function findObjects({ documents }: Material): { fields: Fields; at: Place }[] {
  return documents.values.flatMap(({ value, line }) => {
    if (isRunner(value)) return [{ fields: fieldsOf(value), at: { line } }];
    const isList = Array.isArray(value);
    return listOf(isList ? value : fieldsOf(value).runners).flatMap((item, i) => {
      const path = formatPath(isList ? [i] : ['runners', i]);
      return isRunner(item) ? [{ fields: fieldsOf(item), at: { line, path } }] : [];
    });
  });
}

const kindOf = (fields: Fields) =>
  'remote' in fields ? 'remote' : 'odr' in fields ? 'on-demand' : 'local' in fields ? 'local' : '';

function runnersOfObjects(objects: ReturnType<typeof findObjects>): Runner[] {
  // What is zero is left out: that nobody is online may also be said by a server that does not know.
  const isOnlineSaid = objects.some(({ fields }) => 'online' in fields);
  return objects.map(({ fields, at }) => ({
    id: textOf(fields.id),
    kind: kindOf(fields),
    state: textOf(fields.adoptionState).toLowerCase() || 'pending',
    isOnline: isOnlineSaid ? fields.online === true : undefined,
    at,
  }));
}

function runnersOfTables(material: Material): Runner[] {
  return findTables(material).flatMap(({ rows }) =>
    rows.flatMap(({ cells, line, isMisaligned }): Runner[] => {
      const cell = (heading: string) => cells.get(heading) ?? '';
      const [id, state, kind] = [cell('ID'), cell('STATE').toLowerCase(), cell('KIND').toLowerCase()];
      // Labels that are too long for a line go on in the next one.
      if (!isMisaligned && state === '' && kind === '') return [];
      return [{ id, kind, state, isOnline: undefined, at: { line }, isMisaligned }];
    }),
  );
}

function runnersOfInspected(material: Material): Runner[] {
  return findInspected(material).map(({ values, line }) => ({
    id: values.get('ID') ?? '',
    kind: values.get('Kind') ?? '',
    state: values.get('Adoption State') ?? '',
    isOnline: values.has('Online') ? values.get('Online') === 'true' : undefined,
    at: { line },
  }));
}

function findRunners(material: Material): readonly Runner[] {
  const objects = findObjects(material);
  if (objects.length > 0) return runnersOfObjects(objects);
  return [...runnersOfTables(material), ...runnersOfInspected(material)];
}

const nameOf = ({ id }: Runner) => id.slice(0, 100) || 'without an id';

/** Why nothing has to be known of a runner. */
function whyIgnored({ state, isOnline }: Runner): string | undefined {
  if (state === 'rejected') return 'rejected';
  return isOnline === false ? 'offline' : undefined;
}

function describeKind(kind: string): string {
  if (kind === 'local') return 'is the runner that a CLI has in itself';
  if (COMPONENTS.has(kind)) return `is ${kind}`;
  return 'does not say its kind, as runners before 0.7.0 don’t';
}

function rowOf(runner: Runner, catalog: Catalog): FoundRow {
  const { kind, at } = runner;
  const component = COMPONENTS.get(kind) ?? 'runner';
  const row = { cells: { name: runner.id, component, protocols: [], labels: new Map() }, at };
  if (runner.isMisaligned === true) {
    const message =
      'The cells of this line are not as many as the headings. Paste it again as it was printed.';
    return { ...row, fallbackName: 'runner', problem: { code: 'misaligned', message } };
  }
  const hint = catalog.components[component]?.signs?.versionHint ?? 'Look at the tag of its image.';
  const registered =
    runner.isOnline === undefined
      ? ' It has registered once, and may have gone since: then leave it out.'
      : '';
  const message = `The runner ${nameOf(runner)} ${describeKind(kind)}, and this output has no version of it. ${hint}${registered}`;
  return { ...row, fallbackName: 'runner', problem: { code: 'no-version', message, cell: 'version' } };
}

function countKinds(runners: readonly Runner[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of runners) {
    const known = COMPONENTS.has(kind) ? kind : 'of unknown kind';
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

export const waypointRunners: Reader = {
  id: 'waypoint-runners',
  name: '`waypoint runner list` and `waypoint runner inspect` (text or JSON)',
  // What is printed for people may look like YAML that is broken.
  looksAt: 'text',
  product: 'waypoint',
  recognise(material) {
    if (findObjects(material).length > 0) {
      return { sureness: 'certain', why: 'It has runners as `waypoint runner list -json` prints them.' };
    }
    if (findTables(material).length > 0) {
      return {
        sureness: 'certain',
        why: `It has the headings of \`waypoint runner list\`: ${HEADINGS.join(', ')}.`,
      };
    }
    return findInspected(material).length > 0
      ? {
          sureness: 'certain',
          why: 'It has what `waypoint runner inspect` prints: ID, Adoption State, Kind.',
        }
      : undefined;
  },
  read(material, catalog) {
    const runners = findRunners(material);
    const present = runners.filter((runner) => whyIgnored(runner) === undefined);
    return {
      rows: present.map((runner) => rowOf(runner, catalog)),
      ignored: runners.flatMap((runner) => {
        const why = whyIgnored(runner);
        return why === undefined ? [] : [`${nameOf(runner)} (${why})`];
      }),
      ...(present.length > 0 && { note: `Runners: ${countKinds(present)}.` }),
      remarks: findObjects(material).length > 0 ? material.documents.problems : [],
    };
  },
};
