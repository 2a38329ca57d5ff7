/** `consul members` after command/members/members.go of github.com/hashicorp/consul; columns are two blanks apart. */
import type { SampleSet } from '../sample';

function toTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const HEADINGS = ['Node', 'Address', 'Status', 'Type', 'Build', 'Protocol', 'DC', 'Partition', 'Segment'];

const member = (name: string, type: string, build: string, status = 'alive', dc = 'dc1') => [
  name,
  `10.0.0.${name.length}:8301`,
  status,
  type,
  build,
  '2',
  dc,
  'default',
  type === 'server' ? '<all>' : '<default>',
];

const table = (...members: string[][]) => `${toTable([HEADINGS, ...members])}\n`;

const tags = (role: string, build: string, more = '') =>
  `acls=0,ap=default,build=${build},dc=dc1,ft_fs=1,id=5d2b0f5e-8c7e-5c5b-bd0f-2a5a6f2e7c11,${more}raft_vsn=3,role=${role},segment=,vsn=2,vsn_max=3,vsn_min=2`;

export const sampleSet: SampleSet = {
  catalog: 'consul',
  samples: [
    {
      story: 'servers of one version as one entry, and agents',
      content: `$ consul members\n${table(
        member('server-1', 'server', '1.14.4'),
        member('server-22', 'server', '1.14.4'),
        member('server-333', 'server', '1.14.4'),
        member('web-1', 'client', '1.14.4'),
        member('old-agent', 'client', '1.12.9+ent'),
        member('gone', 'client', '1.10.0', 'left'),
      )}`,
      entries: [
        {
          component: 'consul-server',
          version: '1.14.4',
          name: 'consul-server',
          count: 3,
          labels: { protocol: '2' },
        },
        { component: 'consul-client', version: '1.14.4', name: 'web-1', count: 1 },
        { component: 'consul-client', version: '1.12.9+ent', name: 'old-agent' },
      ],
      ignored: ['gone (left)'],
    },
    {
      story: 'the middle of a rolling upgrade by the oldest of the servers',
      content: table(
        member('server-1', 'server', '1.14.4'),
        member('server-22', 'server', '1.13.9'),
        member('server-333', 'server', '1.14.4', 'failed'),
        member('web-1', 'client', '1.13.9'),
      ),
      entries: [
        { component: 'consul-server', version: '1.13.9', count: 3 },
        { component: 'consul-client', version: '1.13.9', name: 'web-1' },
      ],
      problems: ['rolling-upgrade@3', 'member-not-alive@4'],
    },
    {
      story: 'the table of -detailed, with the range that each understands',
      content: `${toTable([
        ['Node', 'Address', 'Status', 'Tags'],
        ['server-1', '10.0.0.1:8301', 'alive', tags('consul', '1.14.4:86b4a2c1', 'port=8300,')],
        ['web-1', '10.0.0.2:8301', 'alive', tags('node', '1.13.9:d1c0ffee')],
      ])}\n`,
      entries: [
        { component: 'consul-server', version: '1.14.4', count: 1, protocols: { 'lan-gossip': [2, 3] } },
        { component: 'consul-client', version: '1.13.9', name: 'web-1', protocols: { 'lan-gossip': [2, 3] } },
      ],
    },
    {
      story: 'a line that is out of place as a problem of its own, whatever seems to be its datacenter',
      content: table(
        member('server-1', 'server', '1.14.4'),
        member('web-1', 'client', '1.13.9'),
        member('web-2', 'client', '1.13.9'),
      ).replace(/^web-1 +/m, 'web-1 '),
      entries: [
        { component: 'consul-server', version: '1.14.4', count: 1 },
        { component: 'consul-client', version: '1.13.9', name: 'web-2' },
      ],
      problems: ['misaligned@3'],
    },
    {
      story: 'the columns of early releases, builds that say little, and what is no agent',
      content: `${toTable([
        ['Node', 'Address', 'Status', 'Type', 'Build', 'Protocol', 'DC'],
        ['server-1', '10.0.0.1:8301', 'alive', 'server', '0.8.5', '2', 'dc1'],
        ['ancient', '10.0.0.2:8301', 'alive', 'client', '< 0.3', '1', 'dc1'],
        ['stranger', '10.0.0.3:8301', 'alive', 'unknown', '', '', ''],
      ])}\n`,
      entries: [{ component: 'consul-server', version: '0.8.5', count: 1 }],
      problems: ['not-a-version@3', 'unknown-member@4'],
    },
  ],
};
