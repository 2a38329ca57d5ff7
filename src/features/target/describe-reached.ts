/** What would a release cost from here, in one line? */
import type { ReachedRelease } from '../../engine/assessment/reach';
import type { Catalog } from '../../engine/model/catalog';
import { describeCause } from '../../formats/wording/describe-cause';
import { componentName } from '../../formats/wording/names';

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function describeReached(release: ReachedRelease, catalog: Catalog): string {
  const hops = count(release.hops, 'server hop');
  switch (release.status) {
    case 'here':
      return 'you are here';
    case 'standard':
      return `${hops}, nothing else moves`;
    case 'moves': {
      const moved = release.moved
        .map(({ component, instances }) => `${instances} × ${componentName(catalog, component)}`)
        .join(', ');
      const most = release.optimality === 'proven' ? '' : ' at most';
      return release.hops === 0 ? `moves${most} ${moved}` : `${hops}, moves${most} ${moved}`;
    }
    case 'blocked': {
      const [first] = release.causes;
      return first === undefined ? 'blocked' : `blocked: ${describeCause(first, catalog)}`;
    }
  }
}
