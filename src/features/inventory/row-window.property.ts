import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAt, offsetsOf, rowsToDraw } from './row-window';

const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 });

describe('rows that are drawn', () => {
  it('are all of those in sight and those that must not go, each once, in their order', () => {
    fc.assert(
      fc.property(heights, fc.nat(4000), fc.nat(900), fc.nat(59), (all, top, height, kept) => {
        const offsets = offsetsOf(all.length, (i) => all[i] ?? 0);
        const drawn = rowsToDraw(offsets, top, top + height, [kept, -1]);
        expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual(drawn);
        if (kept < all.length) expect(drawn).toContain(kept);
        for (let i = 0; i < all.length; i++) {
          const isInSight = (offsets[i + 1] ?? 0) > top && (offsets[i] ?? 0) < top + height;
          if (isInSight) expect(drawn).toContain(i);
        }
      }),
    );
  });

  it('are few of many', () => {
    const offsets = offsetsOf(10_000, () => 32);
    expect(rowsToDraw(offsets, 160_000, 160_800, [0]).length).toBeLessThan(60);
  });

  it('are found by how far down they are', () => {
    fc.assert(
      fc.property(heights, fc.nat(60 * 200), (all, height) => {
        const offsets = offsetsOf(all.length, (i) => all[i] ?? 0);
        const at = indexAt(offsets, height);
        expect(offsets[at]).toBeLessThanOrEqual(height);
        if (at < all.length - 1) expect(offsets[at + 1]).toBeGreaterThan(height);
      }),
    );
  });
});
