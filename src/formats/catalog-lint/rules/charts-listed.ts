/** Does a chart bring releases that the catalog lists, and can its own releases be told apart? */
import { versionKey } from '../../../engine';
import type { Rule } from '../rule';

export const chartsListed: Rule = {
  id: 'charts-listed',
  check({ catalog }, report) {
    const seen = new Map<string, number>();
    for (const [i, { name, version, appVersion, components }] of catalog.charts.entries()) {
      const key = [name, version, appVersion].join(' ');
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        const message = `The same chart is listed before, at charts[${earlier}].`;
        report('error', ['charts', i], message);
      }
      seen.set(key, i);
      for (const [id, shipped] of Object.entries(components)) {
        const releases = catalog.components[id]?.releases ?? catalog.releases;
        if (releases.some((release) => versionKey(release.version) === versionKey(shipped))) continue;
        report(
          'warning',
          ['charts', i, 'components', id],
          `The catalog lists no release ${shipped} of "${id}".`,
        );
      }
    }
  },
};
