/** What tells a part and not all of it can be corrected where it is shown. */
import { expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import { measureCpu } from '../testing/cpu-time';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

const { catalog } = loadShipped('waypoint');

const RUNNERS = `   ID   |  STATE  |   KIND    | LABELS | LAST REGISTERED
--------+---------+-----------+--------+------------------
 static | adopted | remote    |        | 2 weeks ago
`;
const CONTEXT = `server {
  address     = "https://waypoint.example.com:9701"
  tls         = true
  require_auth = true
  auth_token  = "s3cret"
}
`;
const profile = (image: string) =>
  JSON.stringify({ id: '01', name: 'kubernetes', pluginType: 'kubernetes', ociUrl: image });
const headers = (method: string, range: string, more = '') =>
  `:path: /hashicorp.waypoint.Waypoint/${method}\nclient-entrypoint-protocol: ${range}\nclient-api-protocol: 1,1\n${more}`;

const VERSION = { version: '0.10.5' };
const cases: [string, string, string, object, object][] = [
  ['a runner', RUNNERS, 'version', VERSION, { name: 'static', component: 'runner', version: '0.10.5' }],
  [
    'a context, called like the host that it leads to',
    CONTEXT,
    'version',
    VERSION,
    { name: 'waypoint.example.com', component: 'server', version: '0.10.5' },
  ],
  [
    'a profile with an image that nobody knows',
    profile('corp/odr:7'),
    'version',
    VERSION,
    { name: 'kubernetes', component: 'on-demand-runner', version: '0.10.5' },
  ],
  ['a profile without an image', profile(''), 'version', VERSION, { name: 'kubernetes', version: '0.10.5' }],
  [
    'half a range in a header',
    headers('EntrypointConfig', '2', 'client-version: v0.10.2\n'),
    'protocols',
    { protocols: 'entrypoint 1-2' },
    { component: 'entrypoint', version: '0.10.2', protocols: { entrypoint: [1, 2] } },
  ],
  [
    'headers that several parts may send',
    headers('GetProject', '1,1', 'client-version: v0.10.2\n'),
    'component',
    { component: 'client' },
    { component: 'client', version: '0.10.2' },
  ],
  [
    'headers without a version',
    headers('EntrypointConfig', '1,1'),
    'version',
    VERSION,
    { component: 'entrypoint', version: '0.10.5' },
  ],
];

it.each(cases)('%s', async (_, text, cell, corrected, entry) => {
  const file = { name: '', material: await prepareMaterial(text) };
  const [problem] = (await readFiles([file], catalog)).problems;
  expect(problem?.row?.cell).toBe(cell);
  if (problem?.row === undefined) return;
  const { number, component, version, count, protocols } = problem.row;
  const correction = {
    number,
    component,
    version,
    count,
    ...(protocols !== undefined && { protocols }),
    ...corrected,
  };
  const { entries } = await readFiles([{ ...file, corrections: [correction] }], catalog);
  expect(entries).toMatchObject([entry]);
  expect(JSON.stringify(entries)).not.toContain('s3cret');
});

it.each([
  ['blanks', `api${' '.repeat(100_000)}x`],
  ['colons', `api${':'.repeat(100_000)}`],
  ['brackets and blanks', `api ${'[ '.repeat(50_000)}`],
  ['commas', ', '.repeat(50_000)],
])('is quick about a correction of nothing but %s', async (_, protocols) => {
  const text = headers('EntrypointConfig', '2', 'client-version: v0.10.2\n');
  const file = { name: '', material: await prepareMaterial(text) };
  const correction = { number: 1, component: 'entrypoint', version: '0.10.2', count: '1', protocols };
  let codes: string[] = [];
  const spent = await measureCpu(async () => {
    const { problems } = await readFiles([{ ...file, corrections: [correction] }], catalog);
    codes = problems.map(({ code }) => code);
  });
  expect(new Set(codes)).toEqual(new Set(protocols.startsWith(',') ? [] : ['not-a-range']));
  expect(spent).toBeLessThan(2000);
});
