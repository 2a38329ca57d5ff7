/** The laws of one's own catalogs: the text that was kept comes back, whatever it is; a refusal or a removal costs no other. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { MemoryStorage } from '../testing/memory-storage';
import { fewerRuns } from '../testing/runs';
import { headOfOwn, keepOwnCatalog, listOwnCatalogs, removeOwnCatalog, textOfOwn } from './own-catalogs';

const texts = fc.string({ unit: 'binary' });
const heads = fc.record({ name: texts, updated: texts, digest: texts, releases: fc.nat() });

it('gives back what was kept, and brings back what was removed', () => {
  fc.assert(
    fc.property(heads, texts, heads, texts, (head, text, otherHead, otherText) => {
      vi.stubGlobal('localStorage', new MemoryStorage());
      keepOwnCatalog('mine', head, text);
      keepOwnCatalog('other', otherHead, otherText);
      const bringBack = removeOwnCatalog('mine');
      expect(listOwnCatalogs().map(({ id }) => id)).toEqual(['other']);
      expect(textOfOwn('mine')).toBeUndefined();
      bringBack();
      expect([headOfOwn('mine'), textOfOwn('mine')]).toEqual([head, text]);
      expect([headOfOwn('other'), textOfOwn('other')]).toEqual([otherHead, otherText]);
      expect(listOwnCatalogs()).toMatchObject([{ ownDigest: head.digest }, { ownDigest: otherHead.digest }]);
    }),
    { numRuns: fewerRuns(4) },
  );
});

it('keeps what was there where the browser refuses a newer one', () => {
  vi.stubGlobal('localStorage', new MemoryStorage(200));
  const head = { name: 'Mine', updated: '2026-01-01', digest: 'ab', releases: 1 };
  keepOwnCatalog('mine', head, '{}');
  expect(() => keepOwnCatalog('mine', { ...head, digest: 'cd' }, 'x'.repeat(300))).toThrow();
  expect([headOfOwn('mine'), textOfOwn('mine')]).toEqual([head, '{}']);
});
