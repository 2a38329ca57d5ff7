import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { digestAside } from './digest-aside';
import { digestText } from './digest-text';

const texts = fc.string({ unit: 'grapheme', size: 'large' });
const digestOfOthers = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

afterEach(() => {
  vi.unstubAllGlobals();
});

it('is the digest that any other program makes of the file', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(digestText(text)).toBe(digestOfOthers(text));
    }),
  );
});

it.each([
  ['by the browser', globalThis.crypto],
  ['where the browser has none', {}],
  ['where there is no such thing at all', undefined],
])('is the same aside, %s', async (_, offered) => {
  vi.stubGlobal('crypto', offered);
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await digestAside(text)).toBe(digestOfOthers(text));
    }),
  );
});
