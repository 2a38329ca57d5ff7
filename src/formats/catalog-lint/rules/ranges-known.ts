/**
 * Is the range of every protocol known that a component speaks? Where one is not, pairs are unknown and block plans. Before
 * the first release that says it there is nothing to know: the protocol came with that one.
 */
import type { Catalog, Release } from '../../../engine';
import type { Rule } from '../rule';

/** Whether a release of the catalog says which range of the protocol a component speaks. */
function says(release: Release, component: string, protocol: string): boolean {
  const own = release.components?.[component];
  return own !== null && Object.hasOwn({ ...release.protocols, ...own?.protocols }, protocol);
}

/** Whether it says so, or has no such component. */
function isKnown(release: Release, component: string, protocol: string): boolean {
  return release.components?.[component] === null || says(release, component, protocol);
}

function speakersOf(catalog: Catalog): [component: string, protocol: string][] {
  const [server] = Object.entries(catalog.components).find(([, { role }]) => role === 'server') ?? [];
  const consumers = Object.entries(catalog.components).flatMap(([id, { speaks, releases }]) =>
    releases === undefined ? (speaks ?? []).map((protocol): [string, string] => [id, protocol]) : [],
  );
  const spoken = new Set(Object.values(catalog.components).flatMap(({ speaks }) => speaks ?? []));
  const served = [...spoken].map((protocol): [string, string] => [server ?? '', protocol]);
  return server === undefined ? consumers : [...served, ...consumers];
}

export const rangesKnown: Rule = {
  id: 'ranges-known',
  check({ catalog }, report) {
    const speakers = speakersOf(catalog);
    for (const [component, protocol] of speakers) {
      const first = catalog.releases.findIndex((release) => says(release, component, protocol));
      for (const [i, release] of catalog.releases.entries()) {
        if (i < first || isKnown(release, component, protocol)) continue;
        report(
          'warning',
          ['releases', i, 'protocols'],
          `${release.version} does not say which range of "${protocol}" its ${component} speaks.`,
        );
      }
    }
    for (const [id, { speaks, releases }] of Object.entries(catalog.components)) {
      for (const [i, release] of (releases ?? []).entries()) {
        for (const protocol of speaks ?? []) {
          if (Object.hasOwn(release.protocols ?? {}, protocol)) continue;
          report(
            'warning',
            ['components', id, 'releases', i, 'protocols'],
            `${release.version} does not say which range of "${protocol}" it speaks.`,
          );
        }
      }
    }
  },
};
