/** Workbooks after ECMA-376, part 1, chapter 18, as Excel and the libraries that write them make them. */
import { buildWorkbook, buildZip, partsOfWorkbook } from '../build-workbook';
import type { SampleSet } from '../sample';

const HEADINGS = ['Name', 'Component', 'Version', 'Count'];
const SERVER = ['main', 'server', '0.10.5', 1];
const inline = (text: string) => ({ xml: `<c t="inlineStr"><is><r><t>${text}</t></r></is></c>` });
export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a sheet',
      content: buildWorkbook({
        name: 'Fleet',
        rows: [HEADINGS, SERVER, ['ci', 'CLI', 'v0.10.3', 12], [], ['billing', 'entrypoint', '0.11.4', '40']],
      }),
      entries: [
        { component: 'server', version: '0.10.5', name: 'main', count: 1 },
        { component: 'client', version: '0.10.3', name: 'ci', count: 12 },
        { component: 'entrypoint', version: '0.11.4', name: 'billing', count: 40 },
      ],
    },
    {
      story: 'headings in another order below a title, and columns that mean nothing',
      content: buildWorkbook({
        name: 'Fleet & more',
        rows: [
          ['Our fleet, as of March'],
          [],
          [undefined, 'VERSION', 'Owner', 'label:team', 'part', 'api'],
          [undefined, '0.10.5', 'me', 'payments', 'server', '1'],
          [undefined, inline('0.10.3'), 'you', { date: 45_352 }, inline('runner'), 2],
        ],
      }),
      entries: [
        { component: 'server', version: '0.10.5', protocols: { api: [1, 1] }, labels: { team: 'payments' } },
        {
          component: 'runner',
          version: '0.10.3',
          protocols: { api: [2, 2] },
          labels: { team: '2024-03-01' },
        },
      ],
    },
    {
      story: 'versions and counts that became numbers and dates as problems',
      content: buildWorkbook({
        name: 'Fleet',
        rows: [
          [...HEADINGS, 'api'],
          SERVER,
          ['a', 'client', 0.1, 1],
          ['b', 'client', { date: 37_653 }, 1],
          ['c', 'client', '0.10.3', { date: 2 }],
          ['d', 'client', '0.10.3', 1, { date: 44_621 }],
          ['e', 'client', 0.1, { date: 2 }],
          ['f', 'client', '0.10.3', 1.5],
        ],
      }),
      entries: [{ component: 'server', version: '0.10.5' }],
      problems: [
        'number-cell@C3',
        'date-cell@C4',
        'date-cell@D5',
        'date-cell@E6',
        'number-cell@C7',
        'not-a-count@D8',
      ],
    },
    {
      story: 'formulas that were never worked out, errors and merged cells as problems',
      content: buildWorkbook({
        name: 'Fleet',
        rows: [
          HEADINGS,
          SERVER,
          ['a', 'client', { xml: '<c t="str"><f>B1</f><v>0.10.3</v></c>' }, 2],
          ['b', 'client', '0.10.3', { xml: '<c><f>SUM(D1:D2)</f></c>' }],
          ['c', 'client', { xml: '<c t="e"><v>#N/A</v></c>' }, { xml: '<c><v></v></c>' }],
          ['d', 'client', '0.10.3', 3],
          ['e', 'client', '0.10.3'],
          ['f', 'client', '0.10.3', { xml: '<c><f>D1</f><v></v></c>' }],
        ],
        merged: ['A1:A1', 'D6:D7'],
      }),
      entries: [
        { component: 'server', version: '0.10.5' },
        { component: 'client', version: '0.10.3', name: 'a', count: 2 },
        { component: 'client', version: '0.10.3', name: 'd', count: 3 },
      ],
      problems: ['no-value@D4', 'error-cell@C5', 'merged-cell@D7', 'no-value@D8'],
    },
    {
      story: 'the first sheet that has headings, and says which others there are',
      content: buildWorkbook(
        { name: 'Notes', rows: [['What this is'], ['A fleet']] },
        { name: 'Production', rows: [HEADINGS, SERVER, ['ci', 'client', '0.10.3']], hiddenRows: [3] },
        { name: 'Staging', rows: [HEADINGS, SERVER] },
        { name: 'Old', rows: [HEADINGS, SERVER], state: 'hidden' },
      ),
      entries: [
        { component: 'server', version: '0.10.5' },
        { component: 'client', version: '0.10.3' },
      ],
      problems: ['other-sheets', 'sheets-aside', 'hidden-rows'],
    },
    {
      story: 'what a library writes: prefixes, stored parts, no places, no shared texts',
      content: buildZip([
        ...partsOfWorkbook([{ name: 'x', rows: [] }]).filter(({ name }) => !/sheet1|shared/.test(name)),
        {
          name: 'xl/worksheets/sheet1.xml',
          isStored: true,
          content:
            '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>component</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>version</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>server</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>0.10.5</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        },
      ]),
      entries: [{ component: 'server', version: '0.10.5' }],
    },
  ],
};
