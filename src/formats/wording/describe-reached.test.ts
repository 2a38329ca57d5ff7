import { expect, it } from 'vitest';
import type { ReachedRelease } from '../../engine/assessment/reach';
import { loadShipped } from '../../testing/build';
import { describeReached } from './describe-reached';

const { catalog } = loadShipped('worked-example');

const reached = (fields: Partial<ReachedRelease>): ReachedRelease => ({
  version: '6.0.0',
  status: 'moves',
  hops: 0,
  skips: 0,
  moved: [],
  optimality: 'proven',
  causes: [],
  ...fields,
});
const moved = [{ component: 'client', instances: 12 }];

it.each<[string, Partial<ReachedRelease>]>([
  ['already there', { status: 'here' }],
  ['1 server hop, nothing else moves', { status: 'standard', hops: 1 }],
  ['1 server hop (1 skipping stops), nothing else moves', { status: 'standard', hops: 1, skips: 1 }],
  ['2 server hops, moves 12 × CLI', { hops: 2, moved }],
  ['2 server hops, moves at most 12 × CLI', { hops: 2, moved, optimality: 'best-found' }],
  ['moves 12 × CLI', { moved }],
  [
    'blocked: The target 6.0.0 was withdrawn.',
    { status: 'blocked', causes: [{ code: 'target', target: '6.0.0', refusal: 'withdrawn' }] },
  ],
  ['blocked', { status: 'blocked' }],
  [
    'not known: No safe plan was found within the work that a search may take. Whether there is one is not known: fewer different versions, or a nearer target, make the question smaller.',
    { status: 'blocked', optimality: 'best-found', causes: [{ code: 'not-found' }] },
  ],
])('says "%s"', (words, fields) => {
  expect(describeReached(reached(fields), catalog)).toBe(words);
});
