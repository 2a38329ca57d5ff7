/** What the outputs of platforms say together: what runs against templates, namespaces, vendors' builds, datacenters. */
import { expect, it } from 'vitest';
import type { Catalog } from '../engine/model';
import { loadShipped } from '../testing/build';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

async function readAll(texts: readonly string[], catalog: Catalog = loadShipped('waypoint').catalog) {
  const files = await Promise.all(
    texts.map(async (text, i) => ({ name: `${i + 1}`, material: await prepareMaterial(text) })),
  );
  const result = await readFiles(files, catalog);
  return {
    entries: result.entries.map(
      ({ name, component, version, count }) => `${name} ${component} ${version} ${count}`,
    ),
    problems: result.problems.map(({ file, code, isDropped }) => `${file} ${code} ${isDropped}`),
    result,
  };
}

const objects = (kind: string, version: string, namespace = 'default') =>
  JSON.stringify({
    apiVersion: 'v1',
    kind,
    metadata: { name: 'waypoint-server', namespace },
    spec:
      kind === 'Pod'
        ? { containers: [{ name: 'server', image: `hashicorp/waypoint:${version}` }] }
        : {
            template: {
              spec: { containers: [{ name: 'server', image: `hashicorp/waypoint:${version}` }] },
            },
          },
  });

it('believes what runs rather than the template that it was made of, and says so', async () => {
  const [pod, template] = [objects('Pod', '0.8.2'), objects('StatefulSet', '0.7.2')];
  const later = await readAll([template, pod]);
  expect(later.entries).toEqual(['waypoint-server server 0.8.2 1']);
  expect(later.problems).toEqual(['2 contradiction false']);
  const earlier = await readAll([pod, template]);
  expect(earlier.entries).toEqual(['waypoint-server server 0.8.2 1']);
  expect(earlier.problems).toEqual(['2 contradiction true']);
});

it('takes equal names in two namespaces for two parts', async () => {
  const runner = (namespace: string) =>
    objects('Pod', '0.10.5', namespace).replaceAll('waypoint-server', 'waypoint-runner');
  const apart = await readAll([runner('a'), runner('b')]);
  expect(apart.entries).toEqual(['waypoint-runner runner 0.10.5 1', 'waypoint-runner (2) runner 0.10.5 1']);
  const same = await readAll([runner('a'), runner('a')]);
  expect(same.entries).toEqual(['waypoint-runner runner 0.10.5 1']);
});

it("takes a vendor's build for the release that it is, wherever it stands, and says so once a file", async () => {
  const { catalog: kubernetes } = loadShipped('kubernetes');
  const rows =
    'a,kubelet,v1.27.3-gke.100\nb,kubelet,v1.27.3-gke.100\nc,kubelet,1.27.0-rc.1-gke.7\nd,kubelet,1.27.3-own.1\n';
  const files = [{ name: '', material: await prepareMaterial(`name,component,version\n${rows}`) }];
  const { entries, problems } = await readFiles(files, kubernetes);
  expect(entries.map(({ version, labels }) => [version, labels?.build])).toEqual([
    ['1.27.3', 'v1.27.3-gke.100'],
    ['1.27.3', 'v1.27.3-gke.100'],
    ['1.27.0-rc.1', '1.27.0-rc.1-gke.7'],
    ['1.27.3-own.1', undefined],
  ]);
  expect(problems.map(({ code, line, isDropped }) => [code, line, isDropped])).toEqual([
    ['vendor-build', 2, false],
    ['vendor-build', 4, false],
  ]);
});

it('refuses members of several datacenters, which are upgraded one by one', async () => {
  const text = `Node        Address        Status  Type    Build   Protocol  DC
server.one  10.0.0.1:8302  alive   server  1.14.4  2         one
server.two  10.0.0.2:8302  alive   server  1.13.9  2         two
`;
  const files = [{ name: '', material: await prepareMaterial(text) }];
  const { entries, problems } = await readFiles(files, loadShipped('consul').catalog);
  expect(entries).toEqual([]);
  expect(problems).toMatchObject([{ code: 'several-datacenters', isDropped: true }]);
});
