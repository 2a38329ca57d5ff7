/**
 * Reads `docker ps`: its table with any columns that have an image and a name or more, and `--format json`, one object a
 * line. Podman and nerdctl print the same, and `docker compose ps` nearly the same, its JSON also as a list.
 */
import { type Catalog, formatPath } from '../../engine/model';
import { rowOfWorkload } from '../identify-workload';
import { findLabelColumns, readLabels } from '../label-columns';
import type { Material } from '../material';
import type { FoundRow, Place, Reader } from '../reader';
import { findTextTables, hasImages, type TextTable } from '../text-table';

/** One container, as text; `place` says where a field of it stands. */
interface Container {
  readonly image: string;
  readonly name: string;
  /** Of Compose, what it calls the container's service. */
  readonly service: string;
  readonly command: string;
  readonly status: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly at: Place;
  readonly placeOfImage: Place;
  readonly isMisaligned: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The words of a command as shown: quoted, and cut where it ends in "…". */
function readCommand(text: string): string[] {
  const words = text.replace(/^"|"$/g, '').split(/\s+/);
  return /(?:…|\.\.\.)"?$/.test(text) ? words.slice(0, -1) : words;
}

/** Compose has one `Name`, and its newer releases both. */
const nameOf = ({ Names, Name }: Fields) => textOf(Names) || textOf(Name);

const isContainer = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  'Image' in value &&
  typeof value.Image === 'string' &&
  ('Names' in value
    ? typeof value.Names === 'string'
    : 'Name' in value && typeof value.Name === 'string' && 'Service' in value);

/** The headings of a column, as far as we need it; the heading of a label is the last part of its name, with blanks. */
const HEADINGS = {
  image: 'IMAGE',
  name: 'NAMES',
  nameInCompose: 'NAME',
  service: 'SERVICE',
  command: 'COMMAND',
  status: 'STATUS',
  state: 'STATE',
} as const;
const KNOWN_HEADINGS: ReadonlySet<string> = new Set([
  ...Object.values(HEADINGS),
  ...[
    'CONTAINER ID',
    'CREATED',
    'CREATED AT',
    'PORTS',
    'SIZE',
    'LABELS',
    'MOUNTS',
    'NETWORKS',
    'LOCAL VOLUMES',
  ],
]);

const isOwn = (headings: readonly string[]) =>
  headings.includes(HEADINGS.image) &&
  headings.length > 1 &&
  (headings.includes('CONTAINER ID') ||
    headings.includes(HEADINGS.name) ||
    (headings.includes(HEADINGS.nameInCompose) && headings.includes(HEADINGS.service)));

/** Columns that somebody chose and that have no name: what stands below has to be images. */
const isBare = (headings: readonly string[]) =>
  headings.includes(HEADINGS.image) &&
  headings.every((heading) => KNOWN_HEADINGS.has(heading)) &&
  !headings.includes(HEADINGS.nameInCompose);

/** A text within YAML may look like one; within JSON there are no lines. */
function* findTables({ documents, lines }: Material): Generator<TextTable> {
  if (documents.kind === 'json' || documents.kind === 'yaml') return;
  const tables = findTextTables(lines, {
    mention: /IMAGE/,
    isHeadings: (headings) => isOwn(headings) || isBare(headings),
  });
  for (const table of tables) {
    if (isOwn(table.headings) || hasImages(table, HEADINGS.image)) yield table;
  }
}

function containersOfTable(table: TextTable, catalog: Catalog): Container[] {
  const labelColumns = findLabelColumns(table, catalog, KNOWN_HEADINGS);
  return table.rows.map(({ cells, line, isMisaligned }) => {
    const cell = (heading: string) => cells.get(heading) ?? '';
    const labels = readLabels(cell('LABELS'));
    for (const [heading, label] of labelColumns) labels.set(label, cell(heading));
    return {
      image: cell(HEADINGS.image),
      name: cell(HEADINGS.name) || cell(HEADINGS.nameInCompose),
      service: cell(HEADINGS.service),
      command: cell(HEADINGS.command),
      status: cell(HEADINGS.status) || cell(HEADINGS.state),
      labels,
      at: { line },
      placeOfImage: { line, column: table.columnOf(HEADINGS.image) },
      isMisaligned,
    };
  });
}

function containersOfDocuments({ documents }: Material): Container[] {
  return documents.values.flatMap(({ value, line }) => {
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((item, i): Container[] => {
      if (!isContainer(item)) return [];
      const at = Array.isArray(value) ? { path: formatPath([i]) } : { line };
      return [
        {
          image: textOf(item.Image),
          name: nameOf(item),
          service: textOf(item.Service),
          command: textOf(item.Command),
          status: textOf(item.State) || textOf(item.Status),
          labels: readLabels(textOf(item.Labels)),
          at,
          placeOfImage: at,
          isMisaligned: false,
        },
      ];
    });
  });
}

function rowOf(container: Container, catalog: Catalog): FoundRow | undefined {
  const { image, name, service, command, labels, at, placeOfImage } = container;
  if (container.isMisaligned) {
    const message =
      'The cells of this line do not stand under their headings. Paste it again as it was printed.';
    const cells = { name, protocols: [], labels: new Map<string, string>() };
    return { cells, at, fallbackName: 'container', problem: { code: 'misaligned', message } };
  }
  const [ownName = ''] = name.split(',');
  return rowOfWorkload(
    { image, command: readCommand(command), labels, names: [ownName, service].filter((word) => word !== '') },
    catalog,
    {
      name: ownName,
      at,
      placeOf: ({ cell }) => (cell === 'version' ? placeOfImage : at),
      isInstance: true,
    },
  );
}

export const dockerPs: Reader = {
  id: 'docker-ps',
  name: '`docker ps` and `docker compose ps` (table or JSON)',
  looksAt: 'documents',
  recognise(material) {
    const { documents } = material;
    const isOne = (value: unknown) => isContainer(Array.isArray(value) ? value[0] : value);
    if (documents.values.some(({ value }) => isOne(value))) {
      return { sureness: 'certain', why: 'It has objects with Image and Names, as `docker ps` prints them.' };
    }
    const [table] = findTables(material);
    if (table === undefined) return undefined;
    const columns = table.headings.join(', ').slice(0, 200);
    const why = `It has the headings of \`docker ps\`: ${columns}.`;
    return { sureness: isOwn(table.headings) ? 'certain' : 'likely', why };
  },
  read(material, catalog) {
    const containers = [
      ...[...findTables(material)].flatMap((table) => containersOfTable(table, catalog)),
      ...containersOfDocuments(material),
    ];
    const rows: FoundRow[] = [];
    const ignored: string[] = [];
    for (const container of containers) {
      if (/^(?:exited|created|dead|removing)\b/i.test(container.status)) {
        ignored.push(`${container.name || container.image} (not running)`);
        continue;
      }
      const row = rowOf(container, catalog);
      if (row === undefined) ignored.push(container.image);
      else rows.push(row);
    }
    return { rows, ignored };
  },
};
