/** Tables as spreadsheets write and copy them (RFC 4180, and what programs make of it). */
import type { SampleSet } from '../sample';

const entries = [
  { component: 'server', version: '0.10.3', name: 'server', count: 1 },
  { component: 'client', version: '0.9.1', name: 'ci', count: 12 },
];

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'commas',
      content: 'name,component,version,count\nserver,server,0.10.3,1\nci,CLI,v0.9.1,12\n',
      entries,
    },
    {
      story: 'semicolons and a line for the spreadsheet',
      content: 'sep=;\nname;component;version;count\nserver;server;0.10.3;1\n"ci";"cli";"0.9.1";"12"\n',
      entries,
    },
    {
      story: 'a title and comments above the headings',
      content:
        '# exported 2023-02-20, by ops\nFleet of production;;;\n\n# all regions\nname;component;version;count\nserver;server;0.10.3;1\nci;cli;0.9.1;12\nold;cli;latest;1\n',
      entries,
      problems: ['not-a-version@8'],
    },
    {
      story: 'a pasted range',
      content: 'Host\tKind\tVersion\tQty\nserver\tserver\t0.10.3\t1\nci\tcli\t0.9.1\t12',
      entries,
    },
    {
      story: 'a table of Markdown',
      content:
        '| name | component | version | count |\n|---|:--|---|---:|\n| server | server | 0.10.3 | 1 |\n| ci | cli | 0.9.1 | 12 |\n',
      entries,
    },
  ],
};
