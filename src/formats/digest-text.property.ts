import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestText } from './digest-text';

it('is the digest that any other program makes of the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', size: 'large' }), (text) => {
      expect(digestText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
