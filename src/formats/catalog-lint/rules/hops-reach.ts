/** Can every release but the first be reached from an older one that is listed? */
import { compareVersions, isInRange } from '../../../engine';
import type { Rule } from '../rule';

export const hopsReach: Rule = {
  id: 'hops-reach',
  check({ catalog }, report) {
    for (const [i, { version, upgradeFrom }] of catalog.releases.entries()) {
      if (upgradeFrom === undefined) continue;
      const older = catalog.releases.filter((release) => compareVersions(release.version, version) < 0);
      if (older.length === 0 || older.some((release) => isInRange(release.version, upgradeFrom))) continue;
      report(
        'error',
        ['releases', i, 'upgradeFrom'],
        `No older release that is listed is in "${upgradeFrom}": nothing leads to ${version}.`,
      );
    }
  },
};
