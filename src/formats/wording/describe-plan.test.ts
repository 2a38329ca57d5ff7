import { describe, expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import type { Tolerated } from '../../engine/verification/verify-plan';
import { loadShipped } from '../../testing/build';
import { describeKind, describeSkips, describeVerification } from './describe-plan';

function tell(...tolerated: readonly Partial<Tolerated>[]): string {
  return describeVerification({
    ok: true,
    states: 4,
    pairs: 16,
    ...(tolerated.length > 0 && {
      tolerated: tolerated.map((one) => ({ entry: 'laptops', isUnknown: false, pairs: 2, until: 2, ...one })),
    }),
  });
}

it('says first of a plan that required stops are skipped, and how often', () => {
  const { catalog, inventory } = loadShipped('waypoint');
  const planWith = (allowSkips: boolean) =>
    planUpgrade(catalog, inventory, { target: '0.11.4', consumers: 'keep', allowSkips });
  expect(describeSkips(planWith(false))).toBe('');
  expect(describeKind(planWith(false))).toMatch(/^A standard upgrade/);
  expect(describeKind(planWith(true))).toMatch(
    /^1 server hop goes beyond what the vendor promises, as you allowed: required stops are skipped\. A standard/,
  );
});

describe('what was verified', () => {
  it.each([
    ['nothing is broken', [], 'none broken.'],
    ['one', [{}], 'none newly broken; laptops is broken already until stage 2.'],
    [
      'two at once',
      [{}, { entry: 'ci' }],
      'none newly broken; laptops and ci are broken already until stage 2.',
    ],
    [
      'one that is not known',
      [{}, { entry: 'ci', isUnknown: true, until: 3 }],
      'none newly broken; laptops is broken already until stage 2; ci is not known to work until stage 3.',
    ],
    [
      'many at once',
      [{}, { entry: 'a' }, { entry: 'b' }, { entry: 'c' }],
      'none newly broken; laptops, a and 2 more are broken already until stage 2.',
    ],
    [
      'many, one after another',
      [1, 2, 3, 4, 5].map((until) => ({ entry: `e${until}`, until })),
      'none newly broken; e1 is broken already until stage 1; e2 is broken already until stage 2; e3 is broken already until stage 3; and 2 more until stage 5 at the latest.',
    ],
  ])('says it where %s', (_, tolerated, words) => {
    expect(tell(...tolerated)).toBe(`Verified: 4 states, 16 pairs, ${words}`);
  });

  it('writes great numbers so that they can be read, and one as one', () => {
    expect(describeVerification({ ok: true, states: 1, pairs: 584_329 })).toBe(
      'Verified: 1 state, 584,329 pairs, none broken.',
    );
  });
});
