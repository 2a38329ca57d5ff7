import { describe, expect, it } from 'vitest';
import { encodeLink, LARGEST_MM, outlineOf, QUIET } from './encode-link';

const link = (characters: number) =>
  `https://example.org/causeway/#plan=2.${'aB3-_'.repeat(800)}`.slice(0, characters);

/** The modules that an outline of runs covers, by row and column. */
function draw(outline: string, size: number): boolean[][] {
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, run] of outline.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let i = 0; i < Number(run); i++) (drawn[Number(y)] ?? [])[Number(x) + i] = true;
  }
  return drawn;
}

describe('a link as a code', () => {
  it('is never wider than its place, with modules that a printer of 300 dots per inch has four dots for', () => {
    for (let characters = 20; characters < 3000; characters += 140) {
      const code = encodeLink(link(characters));
      if (code === undefined) continue;
      expect(code.widthMm).toBeLessThanOrEqual(LARGEST_MM);
      expect((code.widthMm / (code.size + 2 * QUIET)) * (300 / 25.4)).toBeGreaterThanOrEqual(4);
    }
  });

  it('is there for links of common plans, and not for those that no phone could read', () => {
    expect(encodeLink(link(900))).toBeDefined();
    expect(encodeLink(link(2000))).toBeDefined();
    expect(encodeLink(link(2900))).toBeUndefined();
    expect(encodeLink(link(4000))).toBeUndefined();
  });

  it('is drawn module by module', () => {
    const code = encodeLink(link(700));
    expect(code?.modules).toHaveLength(code?.size ?? 0);
    expect(code && draw(outlineOf(code), code.size)).toEqual(code?.modules);
    // The three corners by which it is found.
    for (const [y, x] of [
      [0, 0],
      [0, (code?.size ?? 0) - 7],
      [(code?.size ?? 0) - 7, 0],
    ] as const)
      expect(code?.modules[y]?.slice(x, x + 7)).toEqual(Array.from({ length: 7 }, () => true));
  });
});
