import { expect, it } from 'vitest';
import { remember, rememberLast } from './remember';

it('makes one thing for each key, and gives it again', () => {
  const asked: string[] = [];
  const of = remember((key: string) => {
    asked.push(key);
    return key === 'none' ? undefined : { key };
  });
  const a = of('a');
  expect(a).toEqual({ key: 'a' });
  expect(of('b')).toEqual({ key: 'b' });
  expect(of('a')).toBe(a);
  expect([of('none'), of('none')]).toEqual([undefined, undefined]);
  expect(asked).toEqual(['a', 'b', 'none']);
});

it('keeps the last few where it is told how many', () => {
  const asked: string[] = [];
  const last = rememberLast<string | undefined>(2);
  const of = (key: string) =>
    last(key, () => {
      asked.push(key);
      return key === 'none' ? undefined : key.toUpperCase();
    });
  expect(['a', 'none', 'a', 'none'].map(of)).toEqual(['A', undefined, 'A', undefined]);
  expect(asked).toEqual(['a', 'none']);
  expect(['c', 'none', 'a'].map(of)).toEqual(['C', undefined, 'A']);
  expect(asked).toEqual(['a', 'none', 'c', 'a']);
});
