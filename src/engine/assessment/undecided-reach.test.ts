/** What the list of what could be reached says of releases for which it can neither find a plan in time nor see that there is none. */
import { expect, it } from 'vitest';
import { undecidedProblem } from '../../testing/undecided';
import { reach } from './reach';

it('of releases that would take too long nothing is claimed in the list of what could be reached', () => {
  const { catalog, inventory } = undecidedProblem({ layers: 16, width: 3, parts: 180 }, 1);
  const reached = reach(catalog, inventory);
  const blocked = reached.filter(({ status }) => status === 'blocked');
  const notFound = blocked.filter(({ optimality }) => optimality === 'best-found');
  expect(notFound.length).toBeGreaterThan(0);
  for (const { causes } of notFound) expect(causes).toEqual([{ code: 'not-found' }]);
  // Of some it is proven that they are blocked, but not why within the work for all: no cause is made up.
  expect(
    blocked.filter(({ optimality, causes }) => optimality === 'proven' && causes.length === 0),
  ).not.toEqual([]);
});
