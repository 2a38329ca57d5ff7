/** What would a release cost from here, in one line? */
import type { ReachedRelease } from '../../engine/assessment/reach';
import type { Catalog } from '../../engine/model/catalog';
import { formatNumber } from '../../texts/numbers';
import { describeCause } from './describe-cause';
import { componentName, formatCount } from './names';

/** Of several causes the first; the others are for whoever has room for them. */
export function describeReached(release: ReachedRelease, catalog: Catalog): string {
  const skipping = release.skips === 0 ? '' : ` (${formatNumber(release.skips)} skipping stops)`;
  const hops = `${formatCount(release.hops, 'server hop')}${skipping}`;
  switch (release.status) {
    case 'here':
      return 'already there';
    case 'standard':
      return `${hops}, nothing else moves`;
    case 'moves': {
      const moved = release.moved
        .map(
          ({ component, instances }) => `${formatNumber(instances)} × ${componentName(catalog, component)}`,
        )
        .join(', ');
      const most = release.optimality === 'proven' ? '' : ' at most';
      return release.hops === 0 ? `moves${most} ${moved}` : `${hops}, moves${most} ${moved}`;
    }
    case 'blocked': {
      const [first] = release.causes;
      // That no plan was found in time is not that there is none.
      const status = release.optimality === 'proven' ? 'blocked' : 'not known';
      return first === undefined ? status : `${status}: ${describeCause(first, catalog)}`;
    }
  }
}
