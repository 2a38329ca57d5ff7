/**
 * Reads `consul members`: the table, and that of `-detailed`, whose tags also say which protocol versions an agent
 * understands. The servers of a datacenter are one entry; agents are one each.
 */
import type { Material } from '../material';
import type { FoundRow, Place, Reader, Remark } from '../reader';
import { joinServers } from '../server-members';
import { findTextTables, type TextRow, type TextTable } from '../text-table';

interface Member {
  readonly name: string;
  /** `alive`, `left`, `failed`, `leaving`. */
  readonly status: string;
  /** `server` or `client`; else it is none of Consul's agents. */
  readonly type: string;
  readonly build: string;
  readonly datacenter: string;
  /** Protocol versions that it understands, which only `-detailed` tells. */
  readonly range: string | undefined;
  readonly labels: ReadonlyMap<string, string>;
  readonly at: Place;
  readonly placeOfBuild: Place;
  readonly isMisaligned: boolean;
}

const COMPONENTS = new Map([
  ['server', 'consul-server'],
  ['client', 'consul-client'],
]);
/** The protocol in the catalog that `vsn` is a version of. */
const PROTOCOL = 'lan-gossip';

const isPlain = (headings: readonly string[]) =>
  ['Node', 'Address', 'Status', 'Type', 'Build'].every((heading) => headings.includes(heading));
const isDetailed = (headings: readonly string[]) =>
  ['Node', 'Address', 'Status', 'Tags'].every((heading) => headings.includes(heading));

const findTables = ({ lines }: Material) =>
  findTextTables(lines, {
    mention: /Address/,
    isHeadings: (headings) => isPlain(headings) || isDetailed(headings),
  });

/** What is other than everywhere else. */
function labelsOf(pairs: readonly (readonly [name: string, value: string])[]): Map<string, string> {
  return new Map(pairs.filter(([, value]) => !['', 'default', '<all>', '<default>'].includes(value)));
}

function readPlain(row: TextRow, table: TextTable): Member {
  const cell = (heading: string) => row.cells.get(heading) ?? '';
  return {
    name: cell('Node'),
    status: cell('Status'),
    type: cell('Type'),
    build: cell('Build'),
    datacenter: cell('DC'),
    range: undefined,
    labels: labelsOf([
      ['protocol', cell('Protocol')],
      ['partition', cell('Partition')],
      ['segment', cell('Segment')],
    ]),
    at: { line: row.line },
    placeOfBuild: { line: row.line, column: table.columnOf('Build') },
    isMisaligned: row.isMisaligned,
  };
}

const ROLES = new Map([
  ['consul', 'server'],
  ['node', 'client'],
]);

function readDetailed(row: TextRow, table: TextTable): Member {
  const cell = (heading: string) => row.cells.get(heading) ?? '';
  const tags = new Map(
    cell('Tags')
      .split(',')
      .map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );
  const tag = (name: string) => tags.get(name) ?? '';
  const [from, to] = [tag('vsn_min'), tag('vsn_max')];
  return {
    name: cell('Node'),
    status: cell('Status'),
    type: ROLES.get(tag('role')) ?? '',
    // `1.14.4:86b4a2c1`: the version, and the revision that it was built of.
    build: tag('build').replace(/:.*$/s, ''),
    datacenter: tag('dc'),
    range: from === '' || to === '' ? undefined : `${from}-${to}`,
    labels: labelsOf([
      ['protocol', tag('vsn')],
      ['partition', tag('ap')],
      ['segment', tag('segment')],
    ]),
    at: { line: row.line },
    placeOfBuild: { line: row.line, column: table.columnOf('Tags') },
    isMisaligned: row.isMisaligned,
  };
}

function membersIn(material: Material): Member[] {
  return [...findTables(material)].flatMap((table) => {
    const read = isDetailed(table.headings) ? readDetailed : readPlain;
    return table.rows.map((row) => read(row, table));
  });
}

function rowOf(member: Member): FoundRow {
  const { name, type, build, range, labels, at, placeOfBuild } = member;
  const component = COMPONENTS.get(type);
  const isServer = type === 'server';
  const row: FoundRow = {
    cells: {
      // Servers are one entry, which is called like none of them.
      ...(!isServer && { name }),
      component,
      version: build,
      protocols: range === undefined ? [] : [[PROTOCOL, range]],
      labels,
    },
    at,
    fallbackName: component ?? 'member',
    placeOf: ({ cell }) => (cell === 'version' || cell === 'protocols' ? placeOfBuild : at),
    isReported: true,
  };
  if (member.isMisaligned) {
    const message =
      'The cells of this line do not stand under their headings. Paste it again as it was printed.';
    return { ...row, problem: { code: 'misaligned', message } };
  }
  if (component !== undefined) return row;
  const message = `${name.slice(0, 100)} is neither a server nor a client agent. Look at what it is, and add it by hand.`;
  return { ...row, problem: { code: 'unknown-member', message, cell: 'component' } };
}

function remarkOn({ name, status, at }: Member): Remark[] {
  if (status === 'alive' || status === 'left') return [];
  const message = `${name.slice(0, 100)} is "${status.slice(0, 20)}": it is taken with the version that it had, since it may come back. Delete it if it is gone for good.`;
  return [{ code: 'member-not-alive', message, ...at, isDropped: false }];
}

export const consulMembers: Reader = {
  id: 'consul-members',
  name: '`consul members`',
  looksAt: 'text',
  product: 'consul',
  recognise(material) {
    const [table] = findTables(material);
    if (table === undefined) return undefined;
    const columns = table.headings.join(', ').slice(0, 200);
    return { sureness: 'certain', why: `It has the headings of \`consul members\`: ${columns}.` };
  },
  read(material, catalog) {
    const members = membersIn(material);
    const hasLeft = ({ status, isMisaligned }: Member) => status === 'left' && !isMisaligned;
    const present = members.filter((member) => !hasLeft(member));
    // No cell of what stands out of place tells anything.
    const sound = present.filter(({ isMisaligned }) => !isMisaligned);
    const datacenters = new Set(sound.map(({ datacenter }) => datacenter).filter((name) => name !== ''));
    if (datacenters.size > 1) {
      const message = `These are members of ${datacenters.size} datacenters (${[...datacenters].slice(0, 5).join(', ').slice(0, 200)}), which are upgraded one by one. Run \`consul members\` without \`-wan\` in each of them, and plan each by itself.`;
      return { refused: { code: 'several-datacenters', message } };
    }
    const { rows, remarks } = joinServers(present.map(rowOf), catalog, () => '');
    return {
      rows,
      remarks: [...remarks, ...sound.flatMap(remarkOn)],
      ignored: members.filter(hasLeft).map(({ name }) => `${name} (left)`),
    };
  },
};
