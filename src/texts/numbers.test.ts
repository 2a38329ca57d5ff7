import { expect, it } from 'vitest';
import { countOf, formatNumber, formatTime, plural } from './numbers';

it('writes large numbers in groups of three', () => {
  expect([0, 999, 12_000, 1_234_567].map(formatNumber)).toEqual(['0', '999', '12,000', '1,234,567']);
});

it('has one word for one, and another for any other number', () => {
  expect([0, 1, 2, 11, 21].map((count) => plural(count, 'is', 'are'))).toEqual([
    'are',
    'is',
    'are',
    'are',
    'are',
  ]);
  expect([0, 1, 12_000].map((count) => countOf(count, 'entry', 'entries'))).toEqual([
    '0 entries',
    '1 entry',
    '12,000 entries',
  ]);
});

it('writes a time with its day', () => {
  expect(formatTime(new Date(2026, 10, 28, 9, 36).getTime())).toMatch(/^Nov 28, 2026, 9:36\sAM$/);
});
