/** Lists of entries as docs/formats.md describes them. */
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'JSON',
      content: '[{"name":"server","component":"server","version":"0.10.3"}]',
      entries: [{ component: 'server', version: '0.10.3', name: 'server' }],
    },
    {
      story: 'YAML',
      content: '- name: ci\n  component: CLI\n  version: v0.10.3\n  count: 12\n',
      entries: [{ component: 'client', version: '0.10.3', name: 'ci', count: 12 }],
    },
  ],
};
