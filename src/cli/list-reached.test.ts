import { expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import { listReached } from './list-reached';

const { catalog } = loadShipped('worked-example');
const base = { hops: 0, skips: 0, moved: [], optimality: 'proven', causes: [] } as const;

it('puts every cause on a line of its own, under the first', () => {
  const causes = [
    { code: 'target', target: '6.0.0', refusal: 'withdrawn' },
    { code: 'target', target: '6.0.0', refusal: 'prerelease' },
  ] as const;
  expect(
    listReached(
      [
        { ...base, version: '5.10.0', date: '2026-01-01', status: 'here' },
        { ...base, version: '6.0.0', status: 'blocked', causes },
      ],
      catalog,
    ),
  ).toEqual([
    '5.10.0  2026-01-01  already there',
    '6.0.0               blocked: The target 6.0.0 was withdrawn.',
    '                    also: The target 6.0.0 is a pre-release, which the goal does not allow.',
  ]);
});
