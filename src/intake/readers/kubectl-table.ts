/**
 * Reads tables of `kubectl get`: workloads and their images with `-o wide`, nodes and their versions, and columns of one's
 * own with a name and an image. Tables of pods and workloads without images tell no version, and are said to.
 */
import type { Catalog } from '../../engine/model';
import { type GroupMember, identifyGroup } from '../identify-group';
import { rowOfWorkload } from '../identify-workload';
import { findLabelColumns, readLabels } from '../label-columns';
import type { Material } from '../material';
import type { FoundRow, Reader, RowProblem } from '../reader';
import { joinServers } from '../server-members';
import { findTextTables, hasImages, isImageHeading, type TextRow, type TextTable } from '../text-table';
import { rowOfNode } from './kubernetes-node';
import { describeNeverRan } from './kubernetes-pod';
import { describeRollout } from './kubernetes-template';

/** `workloads`: templates of pods. `containers`: columns of one's own. `bare`: no images. */
type Shape = 'workloads' | 'nodes' | 'containers' | 'bare';

const KNOWN_HEADINGS: ReadonlySet<string> = new Set([
  'NAME',
  'NAMESPACE',
  'KIND',
  'READY',
  'STATUS',
  'AGE',
  'IMAGE',
  'IMAGES',
  'CONTAINERS',
  'NODE',
]);
const NAMES = ['NAME', 'POD'];
const IMAGES = ['IMAGE', 'IMAGES'];
/** What a node says of its kubelet, in columns of one's own. */
const VERSION_HEADINGS = ['VERSION', 'KUBELET', 'KUBELET-VERSION', 'KUBELET_VERSION', 'KUBELETVERSION'];
const isVersionHeading = (heading: string) => VERSION_HEADINGS.includes(heading.toUpperCase());
/** Headings that say nothing against nodes. */
const OF_NODES =
  /^(?:NAME|NODE|VERSION|KUBELET\S*|STATUS|ROLES?|AGE|OS|ARCH|POOL|ZONE|INTERNAL-IP|OS-IMAGE)$/i;
const KUBERNETES_VERSION = /^v\d+\.\d+\.\d+(?:[-+]\S*)?$/;
const WANTED = ['DESIRED', 'REPLICAS', 'COUNT'];

const has = (headings: readonly string[], ...wanted: string[]) =>
  wanted.every((heading) => headings.includes(heading));

const hasOne = (headings: readonly string[], wanted: readonly string[]) =>
  headings.some((heading) => wanted.includes(heading.toUpperCase()));

/** After the printers of github.com/kubernetes/kubernetes, pkg/printers/internalversion. */
function shapeOf(headings: readonly string[]): Shape | undefined {
  if (has(headings, 'NAME', 'STATUS', 'ROLES', 'VERSION')) return 'nodes';
  if (has(headings, 'NAME', 'AGE', 'CONTAINERS', 'IMAGES')) return 'workloads';
  if (has(headings, 'NAME', 'READY', 'AGE')) return 'bare';
  if (!hasOne(headings, NAMES)) return undefined;
  if (hasOne(headings, IMAGES) || headings.some(isImageHeading)) return 'containers';
  return headings.some(isVersionHeading) && headings.every((heading) => OF_NODES.test(heading))
    ? 'nodes'
    : undefined;
}

/** Columns of one's own count only where nothing but images, or versions as Kubernetes writes them, stands below. */
function isTold(table: TextTable): boolean {
  const { headings, rows } = table;
  const shape = shapeOf(headings);
  if (shape === 'containers' && !hasOne(headings, IMAGES)) {
    return headings.some((heading) => isImageHeading(heading) && hasImages(table, heading));
  }
  if (shape !== 'nodes' || headings.includes('ROLES')) return shape !== undefined;
  const own = headings.find(isVersionHeading) ?? '';
  const versions = rows.filter(({ isMisaligned }) => !isMisaligned).map(({ cells }) => cells.get(own) ?? '');
  return versions.length > 0 && versions.every((version) => KUBERNETES_VERSION.test(version));
}

/** A text within YAML may look like one; within JSON there are no lines. */
function* findTables({ documents, lines }: Material): Generator<TextTable> {
  if (documents.kind === 'json' || documents.kind === 'yaml') return;
  const tables = findTextTables(lines, {
    mention: /NAME|POD/i,
    isHeadings: (headings) => shapeOf(headings) !== undefined,
  });
  for (const table of tables) if (isTold(table)) yield table;
}

/** A table, and what is the same in all of its lines. */
interface Layout {
  readonly table: TextTable;
  /** Its headings in capitals. */
  readonly capitals: readonly string[];
  readonly shape: Shape;
  /** Of several columns of images the first. */
  readonly imageHeadings: readonly string[];
  readonly labelColumns: readonly (readonly [heading: string, label: string])[];
}

function layOut(table: TextTable, shape: Shape, catalog: Catalog): Layout {
  const { headings } = table;
  const imageHeadings = hasOne(headings, IMAGES)
    ? IMAGES
    : headings.filter((heading) => isImageHeading(heading) && hasImages(table, heading)).slice(0, 1);
  return {
    table,
    capitals: headings.map((heading) => heading.toUpperCase()),
    shape,
    imageHeadings,
    labelColumns: findLabelColumns(table, catalog, KNOWN_HEADINGS),
  };
}

interface Line {
  readonly row: TextRow;
  readonly name: string;
  readonly namespace: ReadonlyMap<string, string>;
  cell(headings: readonly string[]): string;
  placeOf(headings: readonly string[]): { line: number; column: number };
}

function lineOf({ table, capitals }: Layout, row: TextRow): Line {
  const find = (wanted: readonly string[]) =>
    table.headings[capitals.findIndex((heading) => wanted.includes(heading))] ?? '';
  const cell = (wanted: readonly string[]) => {
    const text = row.cells.get(find(wanted)) ?? '';
    return text === '<none>' ? '' : text;
  };
  const namespace = cell(['NAMESPACE']);
  return {
    row,
    // Of several kinds the kind stands before the name: `statefulset.apps/waypoint-server`.
    name: cell(NAMES).replace(/^[a-z.]+\//, ''),
    namespace: new Map(namespace === '' ? [] : [['namespace', namespace]]),
    cell,
    placeOf: (wanted) => ({ line: row.line, column: table.columnOf(find(wanted)) }),
  };
}

/** Pods whose images have never been there, by what their status begins with; those in `kubectl get … -o json` say the same. */
const NEVER_RAN =
  /^(?:Pending|ContainerCreating|PodInitializing|Init:|(?:Init:)?(?:ImagePullBackOff|ErrImagePull|ErrImageNeverPull|InvalidImageName|ImageInspectError|RegistryUnavailable|CreateContainer\w*Error))/;

function findNeverRan(line: Line, images: readonly string[]): RowProblem | undefined {
  const status = line.cell(['STATUS', 'PHASE']);
  return NEVER_RAN.test(status) ? describeNeverRan(images.join(', '), status) : undefined;
}

const MISALIGNED: RowProblem = {
  code: 'misaligned',
  message: 'The cells of this line do not stand under their headings. Paste it again as it was printed.',
};

function readNodeLine(line: Line, catalog: Catalog): FoundRow | undefined {
  const roles = line.cell(['ROLES']);
  return rowOfNode(
    {
      name: line.name,
      version: line.cell(VERSION_HEADINGS),
      labels: new Map(roles === '' ? [] : [['roles', roles]]),
      at: { line: line.row.line },
      placeOfVersion: line.placeOf(VERSION_HEADINGS),
    },
    catalog,
  );
}

/** `2/3` are two ready of three wanted. */
function wantedOf(line: Line): string {
  const wanted = line.cell(WANTED) || line.cell(['READY']);
  return /^\d+$/.exec(wanted)?.[0] ?? /^\d+\/(\d+)$/.exec(wanted)?.[1] ?? '';
}

function findRollout(line: Line, wanted: string): RowProblem | undefined {
  const updated = line.cell(['UP-TO-DATE']);
  if (!/^\d+$/.test(updated) || !/^\d+$/.test(wanted) || Number(updated) >= Number(wanted)) return undefined;
  return describeRollout('workload', line.name);
}

function readImageLine(line: Line, layout: Layout, catalog: Catalog, ignored: string[]): FoundRow[] {
  const count = wantedOf(line);
  if (/^0+$/.test(count)) {
    ignored.push(`${line.name} (no replicas)`);
    return [];
  }
  const containers = line.cell(['CONTAINERS']).split(',');
  const labels = readLabels(line.cell(['LABELS']));
  for (const [heading, label] of layout.labelColumns) {
    labels.set(label, line.row.cells.get(heading) ?? '');
  }
  const { imageHeadings } = layout;
  const isTemplate = layout.shape === 'workloads';
  const images = line
    .cell(imageHeadings)
    .split(',')
    .map((image) => image.trim())
    .filter((image) => image !== '');
  if (images.length === 0) {
    const bare = readBareLine(line, catalog);
    if (bare === undefined) ignored.push(line.name);
    return bare === undefined ? [] : [bare];
  }
  const members = images.map((image, i): GroupMember => {
    const name = (containers[i] ?? '').trim();
    return {
      name: name || String(i + 1),
      workload: { image, labels, names: [line.name, name].filter((text) => text !== '') },
      row: {
        name: line.name,
        count,
        labels: line.namespace,
        at: { line: line.row.line },
        placeOf: ({ cell }) => (cell === 'version' ? line.placeOf(imageHeadings) : { line: line.row.line }),
        ...(isTemplate ? { isTemplate } : { isInstance: count === '' }),
      },
    };
  });
  const found = identifyGroup(members, catalog);
  ignored.push(...found.ignored.map(({ workload }) => workload.image));
  const problem = isTemplate ? findRollout(line, count) : findNeverRan(line, images);
  return found.rows.map(({ row }) =>
    problem === undefined || row.problem !== undefined ? row : { ...row, problem },
  );
}

/** What is called like a part of the product, in a table that tells no version. */
function readBareLine(line: Line, catalog: Catalog): FoundRow | undefined {
  const row = rowOfWorkload({ image: '', names: [line.name] }, catalog, {
    name: line.name,
    at: { line: line.row.line },
  });
  if (row === undefined) return undefined;
  const message = `The table does not tell which version ${line.name.slice(0, 100)} is. Read it with its images: \`kubectl get pods --all-namespaces -o json\`.`;
  return { ...row, problem: { code: 'no-version', message, cell: 'version' } };
}

function readLine(line: Line, layout: Layout, catalog: Catalog, ignored: string[]): readonly FoundRow[] {
  const { shape } = layout;
  if (line.row.isMisaligned) {
    const cells = { name: line.name, protocols: [], labels: new Map<string, string>() };
    return [{ cells, at: { line: line.row.line }, fallbackName: 'pod', problem: MISALIGNED }];
  }
  if (/^(?:Completed|Succeeded|Failed|Error|Evicted)\b/.test(line.cell(['STATUS', 'PHASE']))) {
    ignored.push(`${line.name} (not running)`);
    return [];
  }
  if (shape === 'workloads' || shape === 'containers') return readImageLine(line, layout, catalog, ignored);
  const row = shape === 'nodes' ? readNodeLine(line, catalog) : readBareLine(line, catalog);
  if (row === undefined) ignored.push(line.name);
  return row === undefined ? [] : [row];
}

const RECOGNISED: Record<Shape, string> = {
  nodes: 'It has the headings that `kubectl get nodes` prints: NAME, STATUS, ROLES, VERSION.',
  workloads: 'It has the headings that `kubectl get -o wide` prints: NAME, CONTAINERS, IMAGES.',
  bare: 'It has the headings that `kubectl get` prints: NAME, READY, AGE.',
  containers: 'It has columns with a name and an image, as `kubectl get -o custom-columns` makes them.',
};

export const kubectlTable: Reader = {
  id: 'kubectl-table',
  name: 'tables of `kubectl get`',
  looksAt: 'text',
  recognise(material) {
    const [table] = findTables(material);
    const shape = table === undefined ? undefined : shapeOf(table.headings);
    if (table === undefined || shape === undefined) return undefined;
    if (shape === 'nodes' && !table.headings.includes('ROLES')) {
      return {
        sureness: 'likely',
        why: 'It has names and versions as Kubernetes writes them, as nodes have.',
      };
    }
    return { sureness: shape === 'containers' ? 'likely' : 'certain', why: RECOGNISED[shape] };
  },
  read(material, catalog) {
    const ignored: string[] = [];
    const rows = [...findTables(material)].flatMap((table) => {
      const shape = shapeOf(table.headings);
      if (shape === undefined) return [];
      const layout = layOut(table, shape, catalog);
      return table.rows.flatMap((row) => readLine(lineOf(layout, row), layout, catalog, ignored));
    });
    const joined = joinServers(rows, catalog, ({ cells }) => cells.labels.get('namespace') ?? '');
    return { ...joined, ignored };
  },
};
