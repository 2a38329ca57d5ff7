/** Inventories as docs/formats.md describes them. */
import type { SampleSet } from '../sample';

const entries = [
  { component: 'server', version: '0.10.3', name: 'server' },
  {
    component: 'entrypoint',
    version: '0.9.1',
    name: 'billing',
    count: 40,
    protocols: { entrypoint: [1, 1] },
  },
] as const;

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'JSON',
      content: JSON.stringify({ format: 'causeway/inventory@1', product: 'waypoint', entries }, null, 2),
      entries,
    },
    {
      story: 'YAML, with a version that would be a number',
      content: `# our fleet
format: causeway/inventory@1
product: waypoint
entries:
  - &server { name: server, component: server, version: 0.10.3 }
  - name: billing
    component: ceb
    version: v0.9.1
    count: 40
    protocols:
      entrypoint: [1, 1]
  - { name: old, component: cli, version: 0.10 }
`,
      entries,
      problems: ['not-a-version@entries[2].version'],
    },
  ],
};
