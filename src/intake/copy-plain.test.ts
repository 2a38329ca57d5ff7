import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyPlain } from './copy-plain';

it('is what JSON would give back', () => {
  // Names that mean something to JavaScript are refused before anything is kept.
  const isPlain = (text: string) => !text.includes('__proto__');
  fc.assert(
    fc.property(
      fc.jsonValue().filter((value) => isPlain(JSON.stringify(value))),
      (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(copyPlain(plain)).toEqual(plain);
      },
    ),
  );
  expect(Object.keys(copyPlain({ name: 'cli', version: undefined }))).toEqual(['name']);
});

it('holds on to nothing of the text that it was cut out of', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const MEGABYTE = 1024 * 1024;
  const cut = (i: number) =>
    String.fromCharCode(97 + (i % 26))
      .repeat(2 * MEGABYTE)
      .slice(MEGABYTE, MEGABYTE + 40);
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 50 }, (_, i) => copyPlain({ [cut(i)]: [cut(i)] }));
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10 * MEGABYTE);
  expect(kept).toHaveLength(50);
});
